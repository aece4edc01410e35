import en from '../../i18n/account/en.json'

/** The texts of accounts, profiles and all forms. */
export const useAccountI18n = i18nWith(en)
