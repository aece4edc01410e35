import type { Location, SessionCard } from '../types'
import { nearestTown, NEARBY_RADIUS_KM } from '../utils/nearby'

type State = 'idle' | 'locating' | 'ready' | 'denied' | 'timeout' | 'unavailable' | 'failed'

const MAX_AGE_MS = 5 * 60_000

/** The sessions around the visitor. The position stays in this store: the API is only asked for large cells. */
export const useNearby = defineStore('nearby', () => {
  const state = ref<State>('idle')
  const position = shallowRef<Location | null>(null)
  const cards = shallowRef<SessionCard[]>([])
  const town = computed(() => (position.value ? nearestTown(cards.value, position.value) : null))
  const loadedAt = ref(0)

  /** Asks the browser for the position, then loads the sessions around it. */
  async function locate() {
    state.value = 'locating'
    const answer = await usePosition().locate()
    if (answer.kind !== 'found') {
      state.value = answer.kind
      return
    }
    position.value = answer.location
    await loadAround(answer.location)
  }

  /** Loads the sessions again, unless they are recent. Asks for the position only if it is not known. */
  async function load() {
    if (state.value === 'locating' || (state.value === 'ready' && Date.now() - loadedAt.value < MAX_AGE_MS)) return
    if (position.value) await loadAround(position.value)
    else await locate()
  }

  async function loadAround(centre: Location) {
    state.value = 'locating'
    const { cellsAround } = await import('../utils/geohash')
    const cells = await Promise.all(cellsAround(centre, NEARBY_RADIUS_KM).map(loadCell))
    if (cells.some(cell => cell === null)) {
      state.value = 'failed'
      return
    }
    cards.value = cells.flatMap(cell => cell ?? [])
    loadedAt.value = Date.now()
    state.value = 'ready'
  }

  return { state, position, cards, loadedAt, town, locate, load }
})

/** All sessions of a cell, page by page; null if one page fails. */
async function loadCell(cell: string): Promise<SessionCard[] | null> {
  const api = useApi()
  const cards: SessionCard[] = []
  let cursor: string | null = null
  do {
    const answer: Awaited<ReturnType<typeof api.area>> = await api.area(cell, cursor)
    if (answer.kind !== 'ok') return null
    cards.push(...answer.value.items)
    cursor = answer.value.next
  } while (cursor)
  return cards
}
