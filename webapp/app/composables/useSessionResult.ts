import type { SessionCard } from '../types'
import { searchNearby } from '../utils/nearby'
import { toApiQuery, type Search } from '../utils/search'
import { isThisWeek } from '../utils/sessions'

/** What a page shows as the answer to a search: exactly one of these. */
export type SessionResult
  = | { state: 'positionNeeded', reason: 'ask' | 'denied' | 'timeout' | 'unavailable' }
    /** `previous` is what the last search found. It stays on screen until the answer is there. */
    | { state: 'loading', previous: readonly SessionCard[] | null }
    | { state: 'failed' }
    | {
      state: 'ready'
      cards: readonly SessionCard[]
      /** How many sessions there are on all pages; null if only the API knows. */
      total: number | null
      nextPage: 'none' | 'available' | 'loading' | 'failed'
      /** The server could not be reached, so these are the sessions of an earlier answer. */
      outdated: boolean
    }

const PAGE_SIZE = 20

/** Answers a search, from a list of the API or, for "near me", from the sessions around the visitor. */
export function useSessionResult(search: Ref<Search>) {
  const { now, tonight } = useNow()
  const lists = useSessionLists()
  const nearby = useNearby()
  const own = useOwnWrites()

  const query = computed(() => toApiQuery(search.value))
  const searchKey = computed(() => JSON.stringify(search.value))
  const previous = shallowRef<readonly SessionCard[] | null>(null)
  // Kept when the visitor leaves the page, so that "back" shows as many sessions as before.
  const expanded = useState('nearby-expanded', () => ({ searchKey: '', count: PAGE_SIZE }))
  const nearbyCount = computed(() => (expanded.value.searchKey === searchKey.value ? expanded.value.count : PAGE_SIZE))

  const result = computed<SessionResult>(() => (search.value.nearMe ? nearbyResult() : listResult()))

  function listResult(): SessionResult {
    const list = lists.get(query.value)
    if (!list || (list.state === 'loading' && !list.sessions.length)) return { state: 'loading', previous: previous.value }
    if (list.state === 'failed' && !list.sessions.length) return { state: 'failed' }
    const complete = list.cursor === null
    const cards = own.inSearch(list.sessions, list.loadedAt, complete, search.value, now.value)
    return {
      state: 'ready',
      cards,
      total: complete ? cards.length : null,
      nextPage: complete ? 'none' : list.nextPage === 'idle' ? 'available' : list.nextPage,
      outdated: list.state === 'failed',
    }
  }

  function nearbyResult(): SessionResult {
    const { state, position, cards, loadedAt } = nearby
    if (state === 'locating') return { state: 'loading', previous: previous.value }
    if (state === 'failed') return { state: 'failed' }
    if (state !== 'ready' || !position) return { state: 'positionNeeded', reason: state === 'ready' || state === 'idle' ? 'ask' : state }
    const found = searchNearby(own.nearby(cards, loadedAt, now.value), position, search.value, now.value)
    return {
      state: 'ready',
      cards: found.slice(0, nearbyCount.value),
      total: found.length,
      nextPage: found.length > nearbyCount.value ? 'available' : 'none',
      outdated: false,
    }
  }

  watch(result, (answer) => {
    if (answer.state === 'ready') previous.value = answer.cards
  }, { immediate: true, flush: 'sync' })

  onServerPrefetch(() => load())

  // The clock is set when the page is mounted, so a page that was generated yesterday does not ask for yesterday.
  const mounted = ref(false)
  onMounted(async () => {
    await nextTick()
    mounted.value = true
  })
  // A page that stays open into the next day asks again for what is on tonight.
  watch([mounted, tonight, () => search.value.nearMe, () => JSON.stringify(query.value)], () => {
    if (mounted.value) void load()
  })

  function load({ force = false } = {}) {
    return search.value.nearMe ? loadNearby() : lists.load(query.value, belongsToList, { force })
  }

  // Whoever follows a link to "near me" has not agreed to give the position: it is read only if that is permitted already.
  async function loadNearby() {
    if (nearby.state === 'ready' || (nearby.state === 'idle' && (await usePosition().isPermitted()))) await nearby.load()
  }

  // The API has no query for a week: its list is ordered by next night, and ends after the seventh night.
  function belongsToList(card: SessionCard): boolean {
    return search.value.night !== 'week' || isThisWeek(card, now.value)
  }

  function loadMore() {
    if (search.value.nearMe) expanded.value = { searchKey: searchKey.value, count: nearbyCount.value + PAGE_SIZE }
    else void lists.loadNextPage(query.value, belongsToList)
  }

  function retry() {
    return search.value.nearMe ? nearby.load() : load({ force: true })
  }

  return { result, loadMore, retry }
}

/** The sessions that are on screen, be they of this search or of the last one. */
export function cardsOf(result: SessionResult): readonly SessionCard[] {
  switch (result.state) {
    case 'ready': return result.cards
    case 'loading': return result.previous ?? []
    default: return []
  }
}
