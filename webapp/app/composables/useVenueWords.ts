const LABELS: Record<string, string> = {
  name: 'venueForm.name', nameIrish: 'venueForm.nameIrish', otherNames: 'venueForm.otherNames', formerNames: 'venueForm.formerNames', street: 'venueForm.street', town: 'venueForm.town',
  county: 'venueForm.county', region: 'venueForm.region', country: 'venueForm.country', gaeltacht: 'location.gaeltacht', location: 'venueForm.position', timeZone: 'venueForm.timeZone', website: 'venue.website', phone: 'venueForm.phone', closed: 'venue.closedShort',
}

/** The fields of a venue in words, to compare two versions of it. An API of a newer version may know more fields. */
export function useVenueWords() {
  const { t } = useMemberI18n()
  useVenueI18n()
  const { list, countryName } = useFormatters()

  const label = (field: string) => (LABELS[field] ? t(LABELS[field]) : field)

  function value(field: string, of: unknown): string {
    if (of === null || of === undefined || of === '') return t('versions.nothing')
    if (Array.isArray(of)) return of.length ? list(of.map(String)) : t('versions.nothing')
    if (typeof of === 'boolean') return t(of ? 'history.yes' : 'history.no')
    if (typeof of === 'object') return 'lat' in of && 'lon' in of ? `${String(of.lat)}, ${String(of.lon)}` : t('history.yes')
    if (field === 'county') return t(`counties.${String(of)}`)
    return field === 'country' ? countryName(String(of)) : String(of)
  }

  return { label, value }
}
