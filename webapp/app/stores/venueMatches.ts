import type { VenueCard } from '../types'

const MAX_VENUES = 40

/** Venues whose name matches the search but that have no session; those with sessions are in the list itself. */
export const useVenueMatches = defineStore('venueMatches', () => {
  const matches = ref<{ q: string, venues: VenueCard[] }>({ q: '', venues: [] })
  let request: AbortController | undefined

  const get = (q: string): VenueCard[] => (q && matches.value.q === q ? matches.value.venues : [])

  async function load(q: string) {
    request?.abort()
    request = new AbortController()
    const answer = await useApi().venues({ q, limit: MAX_VENUES }, request.signal)
    if (answer.kind === 'ok') matches.value = { q, venues: answer.value.items.filter(venue => venue.sessions === 0) }
  }

  return { matches, get, load }
})
