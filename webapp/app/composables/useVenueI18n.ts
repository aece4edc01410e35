import en from '../../i18n/venue/en.json'

/** `useI18n` with the texts of a venue, which come with the pages that show one. */
export function useVenueI18n() {
  const i18n = useI18n()
  if (!i18n.te('venue.sessions')) i18n.mergeLocaleMessage('en', en)
  return i18n
}
