import en from '../../i18n/moderation/en.json'

/** The texts of the moderators’ pages. */
export const useModerationI18n = i18nWith(en, useReportI18n)
