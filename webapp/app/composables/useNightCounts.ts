import { dayOfWeek, weekFrom } from '../utils/dates'
import { searchNearby } from '../utils/nearby'
import type { Search } from '../utils/search'
import { countByNight } from '../utils/sessions'

/** How many sessions each of the next seven nights has; null if that is not known. */
export function useNightCounts(search: Ref<Search>) {
  const { now, tonight } = useNow()
  const counties = useCounties()
  const nearby = useNearby()

  return computed<number[] | null>(() => {
    const dates = weekFrom(tonight.value)
    const { nearMe, q, country, county } = search.value
    if (nearMe) {
      if (nearby.state !== 'ready' || !nearby.position) return null
      return countByNight(searchNearby(nearby.cards, nearby.position, { ...search.value, night: 'any' }, now.value), dates)
    }
    if (q || country || !counties.items.length) return null
    const nights = counties.bySlug(county)?.nights ?? counties.totalNights
    return dates.map(date => nights[dayOfWeek(date)])
  })
}
