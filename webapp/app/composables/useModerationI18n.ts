import en from '../../i18n/moderation/en.json'

/** `useI18n` with the texts of the moderators' pages. */
export function useModerationI18n() {
  const i18n = useReportI18n()
  if (!i18n.te('moderation.title')) i18n.mergeLocaleMessage('en', en)
  return i18n
}
