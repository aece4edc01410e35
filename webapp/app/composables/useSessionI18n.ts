import en from '../../i18n/session/en.json'

/** The texts of what the page of one session says, which shows its venue too. */
export const useSessionI18n = i18nWith(en, useVenueI18n)
