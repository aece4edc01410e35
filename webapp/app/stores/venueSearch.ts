import type { Location, VenueCard } from '../types'
import { distanceKm } from '../utils/distance'

const MAX_VENUES = 12
const FEW = 4
const NEIGHBOURS_KM = 8
// As far as the API looks around a point.
const MAX_RADIUS_KM = 200

/** Venues to choose from, the nearest first where the visitor's position is known. */
export const useVenueSearch = defineStore('venueSearch', () => {
  const state = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  const venues = shallowRef<VenueCard[]>([])
  const position = shallowRef<Location | null>(null)
  /** Venues around a pin, which show where it is. */
  const neighbours = shallowRef<VenueCard[]>([])
  let request: AbortController | undefined
  let neighbourRequest: AbortController | undefined

  /** Reads the position only where the browser gives it without a question. */
  async function locateQuietly() {
    const { isPermitted, locate } = usePosition()
    if (position.value || !(await isPermitted())) return
    const answer = await locate()
    if (answer.kind === 'found') position.value = answer.location
  }

  /** Asks for the position, and shows what is near; false where the browser does not give it. */
  async function searchNear(text: string): Promise<boolean> {
    const answer = await usePosition().locate()
    if (answer.kind !== 'found') return false
    position.value = answer.location
    await search(text)
    return true
  }

  /** An empty text finds what is near, if that is known. */
  async function search(text: string) {
    request?.abort()
    const { signal } = (request = new AbortController())
    const q = text.trim()
    const near = position.value ? { near: roughly(position.value), radiusKm: MAX_RADIUS_KM } : {}
    if (!/[\p{L}\p{N}]/u.test(q) && !position.value) {
      venues.value = []
      state.value = 'idle'
      return
    }
    state.value = 'loading'
    const query = { ...(q ? { q } : {}), limit: MAX_VENUES }
    const found = await useApi().venues({ ...query, ...near }, signal)
    if (signal.aborted) return
    if (found.kind !== 'ok') {
      state.value = 'failed'
      return
    }
    let all = found.value.items
    if (q && position.value && all.length < FEW) {
      const anywhere = await useApi().venues(query, signal)
      if (signal.aborted) return
      if (anywhere.kind === 'ok') all = [...all, ...anywhere.value.items.filter(venue => !all.some(known => known.id === venue.id))]
    }
    // A venue that was added a moment ago is found too.
    if (q) all = [...useOwnWrites().venues(all, q, Date.now())]
    const centre = position.value
    venues.value = centre
      ? all.map(venue => ({ ...venue, distanceKm: distanceKm(centre, venue.location) })).sort((a, b) => a.distanceKm - b.distanceKm).slice(0, MAX_VENUES)
      : all
    state.value = 'ready'
  }

  /** A pin is of a venue, not of the visitor: it need not stay here. */
  async function findNeighbours({ lat, lon }: Location) {
    neighbourRequest?.abort()
    const { signal } = (neighbourRequest = new AbortController())
    const found = await useApi().venues({ near: `${lat.toFixed(3)},${lon.toFixed(3)}`, radiusKm: NEIGHBOURS_KM, limit: MAX_VENUES }, signal)
    if (found.kind === 'ok' && !signal.aborted) neighbours.value = found.value.items
  }

  return { state, venues, position, neighbours, locateQuietly, search, searchNear, findNeighbours }
})

/** A tenth of a degree is some ten kilometres: the exact position stays here, and orders what was found. */
function roughly({ lat, lon }: Location): string {
  return `${lat.toFixed(1)},${lon.toFixed(1)}`
}
