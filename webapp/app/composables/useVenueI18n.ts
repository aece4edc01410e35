import en from '../../i18n/venue/en.json'

/** The texts of a venue. */
export const useVenueI18n = i18nWith(en)
