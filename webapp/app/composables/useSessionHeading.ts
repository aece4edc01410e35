import { hasFilters, type Search } from '../utils/search'
import type { SessionResult } from './useSessionResult'

/** The heading of a list of sessions, and how many it has, in words. Both are announced to screen readers. */
export function useSessionHeading(search: Ref<Search>, result: Ref<SessionResult>) {
  const { t } = useI18n()
  const { capitalize, dateText, countryIn } = useFormatters()
  const { tonight } = useNow()
  const counties = useCounties()
  const nearby = useNearby()
  const hydrated = useHydrated()
  const announcer = useAnnouncer()

  /** Where the search looks: "in Clare", "near Ennis", "for “tigh”". */
  const place = computed(() => {
    const { q, nearMe, county, country } = search.value
    if (nearMe) return nearby.town ? t('list.nearPlace', { place: nearby.town }) : t('list.nearMe')
    const region = counties.bySlug(county)?.name ?? (country ? countryIn(country) : null)
    if (q) return region ? t('list.forTextIn', { q, place: region }) : t('list.forText', { q })
    return region ? t('list.inPlace', { place: region }) : t('list.inIreland')
  })

  const heading = computed(() => {
    const { night, q } = search.value
    switch (night) {
      case 'any': return q ? t('list.search', { place: place.value }) : t('list.anyDay', { place: place.value })
      case 'tonight': return t('list.tonight', { place: place.value })
      case 'week': return t('list.week', { place: place.value })
      default: return t('list.date', { date: capitalize(dateText(night, tonight.value)), place: place.value })
    }
  })

  /** The total of a list that is not loaded to its end, if it can be computed from the counts of the counties. */
  const countedTotal = computed(() => {
    const { q, night, country, county } = search.value
    if (q || country || night !== 'any' || hasFilters(search.value)) return null
    return counties.bySlug(county)?.sessions ?? (counties.items.length ? counties.totalSessions : null)
  })

  const count = computed(() => {
    const answer = result.value
    if (answer.state === 'loading') return t('list.loading')
    if (answer.state !== 'ready') return ''
    const total = answer.total ?? countedTotal.value
    if (total === null) return t('list.atLeast', { n: answer.cards.length })
    return search.value.nearMe ? t('list.countNearMe', { n: total }, total) : t('list.count', { n: total }, total)
  })

  watch([heading, count], () => {
    if (hydrated.value && result.value.state === 'ready') announcer.polite(t('list.announcement', { heading: heading.value, count: count.value }))
  })

  return { heading, count, place }
}
