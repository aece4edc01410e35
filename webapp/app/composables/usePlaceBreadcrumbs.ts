import type { VenueRef } from '../types'

/** The county and the town of a venue, as the first steps of the breadcrumbs of its pages; none while it is loading. */
export function usePlaceBreadcrumbs(venue: () => Pick<VenueRef, 'county' | 'town' | 'region' | 'country'> | undefined) {
  const { regionOf } = useFormatters()
  const counties = useCounties()
  onMounted(() => counties.items.length || counties.load())

  return computed(() => {
    const place = venue()
    if (!place) return []
    const region = regionOf(place)
    const slug = counties.items.find(one => one.county === place.county)?.slug
    return [
      { text: region, ...(slug ? { to: `/counties/${slug}` } : {}) },
      ...(place.town && place.town !== region ? [{ text: place.town }] : []),
    ]
  })
}
