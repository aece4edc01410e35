import en from '../../i18n/session/en.json'

/** `useI18n` with the texts of what the page of one session says, which come with the first such page, not with the first page of all. */
export function useSessionI18n() {
  // A session shows its venue.
  const i18n = useVenueI18n()
  if (!i18n.te('craic.title')) i18n.mergeLocaleMessage('en', en)
  return i18n
}
