import en from '../../i18n/members/en.json'

/** `useI18n` with the texts of what only members see, which come with the first such page instead of with the first page of all. */
export function useMemberI18n() {
  const i18n = useI18n()
  if (!i18n.te('share.title')) i18n.mergeLocaleMessage('en', en)
  return i18n
}
