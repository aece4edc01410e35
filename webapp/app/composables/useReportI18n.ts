import en from '../../i18n/report/en.json'

/** `useI18n` with the texts of reporting, and of what an author is told of a decision. */
export function useReportI18n() {
  const i18n = useI18n()
  if (!i18n.te('report.button')) i18n.mergeLocaleMessage('en', en)
  return i18n
}
