import type { Location, SessionCard } from '../types'
import { NEAR_KM } from '../utils/search'

type State = 'idle' | 'locating' | 'ready' | 'denied' | 'timeout' | 'unavailable' | 'trouble'

const FRESH_FOR_MS = 5 * 60_000

/** What is around this phone. The position stays in this store: only names of large cells leave it. */
export const useNearby = defineStore('nearby', () => {
  const state = ref<State>('idle')
  const position = shallowRef<Location | null>(null)
  const cards = shallowRef<SessionCard[]>([])
  // How far the list was unrolled, for the search that it answered.
  const shown = ref({ key: '', n: 0 })
  let at = 0

  async function locate() {
    state.value = 'locating'
    const answer = await usePosition().locate()
    if (answer.kind !== 'found') {
      state.value = answer.kind
      return
    }
    position.value = answer.location
    await fetchCards()
  }

  async function fetchCards() {
    if (!position.value) return locate()
    state.value = 'locating'
    const { cellsAround } = await import('../utils/geohash')
    const answers = await Promise.all(cellsAround(position.value, NEAR_KM).map(cell => wholeCell(cell)))
    if (answers.some(answer => answer === null)) {
      state.value = 'trouble'
      return
    }
    cards.value = answers.flatMap(answer => answer ?? [])
    at = Date.now()
    state.value = 'ready'
  }

  /** What is known already will do for some minutes. */
  async function open() {
    if (state.value === 'locating' || (state.value === 'ready' && Date.now() - at < FRESH_FOR_MS)) return
    await fetchCards()
  }

  return { state, position, cards, shown, locate, open }
})

async function wholeCell(cell: string): Promise<SessionCard[] | null> {
  const api = useApi()
  const cards: SessionCard[] = []
  let cursor: string | null = null
  do {
    const answer: Awaited<ReturnType<typeof api.area>> = await api.area(cell, cursor)
    if (answer.kind !== 'found') return null
    cards.push(...answer.value.items)
    cursor = answer.value.next
  } while (cursor)
  return cards
}
