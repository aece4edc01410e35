import type { FindSessionsQuery, SessionCard, SessionCards } from '../types'

/** A list, as far as it is loaded. */
export interface SessionList {
  sessions: SessionCard[]
  cursor: string | null
  state: 'loading' | 'ready' | 'failed'
  nextPage: 'idle' | 'loading' | 'failed'
  loadedAt: number
}

/** Whether a session still belongs to the list. The list ends before the first that does not. */
type BelongsToList = (card: SessionCard) => boolean

const PAGE_SIZE = 20
const MAX_LISTS = 20
const MAX_AGE_MS = 60_000
// A list of several pages is kept longer: reloading it would lose the visitor's place.
const MAX_AGE_OF_SEVERAL_PAGES_MS = 15 * 60_000

/** The lists that the API gave, by query, so that "back" shows a list as it was left. */
export const useSessionLists = defineStore('sessionLists', () => {
  const lists = ref<Record<string, SessionList>>({})
  let current: { key: string, abort: AbortController } | undefined

  const keyOf = (query: FindSessionsQuery) => JSON.stringify(query)
  const get = (query: FindSessionsQuery): SessionList | undefined => lists.value[keyOf(query)]

  /** Loads the first page, unless it is known and recent. A request for another list is aborted. */
  async function load(query: FindSessionsQuery, belongs: BelongsToList = () => true, { force = false } = {}) {
    const key = keyOf(query)
    if (current?.key === key && !force) return
    current?.abort.abort()
    current = undefined
    const known = lists.value[key]
    if (known && !force && isRecent(known)) return
    const request = (current = { key, abort: new AbortController() })
    if (!known) lists.value[key] = { sessions: [], cursor: null, state: 'loading', nextPage: 'idle', loadedAt: 0 }
    else if (!known.sessions.length) known.state = 'loading'
    const answer = await useApi().sessions({ ...query, limit: PAGE_SIZE }, request.abort.signal)
    if (current === request) current = undefined
    const list = lists.value[key]
    if (!list) return
    switch (answer.kind) {
      case 'ok':
        lists.value[key] = { ...endList(answer.value, belongs), state: 'ready', nextPage: 'idle', loadedAt: Date.now() }
        forgetOldest()
        return
      case 'aborted':
        if (list.state === 'loading') Reflect.deleteProperty(lists.value, key)
        return
      default:
        list.state = 'failed'
    }
  }

  /** Loads the next page and appends it. The order may change between two requests, so a session can come twice: it is added once. */
  async function loadNextPage(query: FindSessionsQuery, belongs: BelongsToList = () => true) {
    const list = get(query)
    if (!list?.cursor || list.nextPage === 'loading') return
    list.nextPage = 'loading'
    const answer = await useApi().sessions({ ...query, limit: PAGE_SIZE, cursor: list.cursor })
    if (answer.kind !== 'ok') {
      list.nextPage = 'failed'
      return
    }
    const page = endList(answer.value, belongs)
    const known = new Set(list.sessions.map(card => card.id))
    list.sessions.push(...page.sessions.filter(card => !known.has(card.id)))
    list.cursor = page.cursor
    list.nextPage = 'idle'
  }

  function isRecent(list: SessionList): boolean {
    const maxAge = list.sessions.length > PAGE_SIZE ? MAX_AGE_OF_SEVERAL_PAGES_MS : MAX_AGE_MS
    return list.state === 'ready' && Date.now() - list.loadedAt < maxAge
  }

  function forgetOldest() {
    const all = Object.entries(lists.value)
    if (all.length <= MAX_LISTS) return
    const [oldest] = all.sort(([, a], [, b]) => a.loadedAt - b.loadedAt)
    if (oldest) Reflect.deleteProperty(lists.value, oldest[0])
  }

  return { lists, get, load, loadNextPage }
})

function endList({ items, next }: SessionCards, belongs: BelongsToList): Pick<SessionList, 'sessions' | 'cursor'> {
  const end = items.findIndex(card => !belongs(card))
  return end < 0 ? { sessions: items, cursor: next } : { sessions: items.slice(0, end), cursor: null }
}
