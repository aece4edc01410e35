import en from '../../i18n/members/en.json'

/** `useI18n` with the texts of what only members see, which come with the first such page instead of with the first page of all. */
export function useMemberI18n() {
  // Forms name the fields as the page of a session or venue does.
  const i18n = useSessionI18n()
  if (!i18n.te('share.title')) i18n.mergeLocaleMessage('en', en)
  return i18n
}
