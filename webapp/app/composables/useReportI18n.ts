import en from '../../i18n/report/en.json'

/** The texts of reporting, and of what an author is told of a decision. */
export const useReportI18n = i18nWith(en)
