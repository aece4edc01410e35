import en from '../../i18n/members/en.json'

/** The texts of what only members see. Forms name the fields as the page of a session or venue does. */
export const useMemberI18n = i18nWith(en, useSessionI18n)
