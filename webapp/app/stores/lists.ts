import type { FindSessionsQuery, SessionCard, VenueCard } from '../types'

export interface SessionList {
  items: SessionCard[]
  next: string | null
  state: 'loading' | 'ready' | 'trouble'
  more: 'idle' | 'loading' | 'trouble'
  at: number
}

type Keep = (card: SessionCard) => boolean

const FRESH_FOR_MS = 60_000
const PLACE_KEPT_MS = 15 * 60_000
const KEPT = 20
const PAGE = 20
const HOUSES = 40

/** Lists of sessions by the question that they answer: who comes back finds them as they were. */
export const useLists = defineStore('lists', () => {
  const lists = ref<Record<string, SessionList>>({})
  const houses = ref<Record<string, VenueCard[]>>({})
  let opening: { key: string, stop: AbortController } | undefined
  let openingHouses: AbortController | undefined

  const keyOf = (question: FindSessionsQuery) => JSON.stringify(question)
  const of = (question: FindSessionsQuery): SessionList | undefined => lists.value[keyOf(question)]

  /** Shows what is known at once, and asks anew when that is old. */
  async function open(question: FindSessionsQuery, keep: Keep = () => true, { again = false } = {}) {
    const key = keyOf(question)
    if (opening?.key === key && !again) return
    opening?.stop.abort()
    opening = undefined
    const known = lists.value[key]
    const age = known ? Date.now() - known.at : Infinity
    if (known?.state === 'ready' && !again && age < (known.items.length > PAGE ? PLACE_KEPT_MS : FRESH_FOR_MS)) return
    const asking = (opening = { key, stop: new AbortController() })
    if (!known) lists.value[key] = { items: [], next: null, state: 'loading', more: 'idle', at: 0 }
    else if (!known.items.length) known.state = 'loading'
    const answer = await useApi().sessions({ ...question, limit: PAGE }, asking.stop.signal)
    if (opening === asking) opening = undefined
    const list = lists.value[key]
    if (!list) return
    switch (answer.kind) {
      case 'found':
        lists.value[key] = { ...cut(answer.value, keep), state: 'ready', more: 'idle', at: Date.now() }
        forgetOldest()
        return
      case 'superseded':
        if (list.state === 'loading') Reflect.deleteProperty(lists.value, key)
        return
      default:
        list.state = 'trouble'
    }
  }

  async function more(question: FindSessionsQuery, keep: Keep = () => true) {
    const list = of(question)
    if (!list?.next || list.more === 'loading') return
    list.more = 'loading'
    const answer = await useApi().sessions({ ...question, limit: PAGE, cursor: list.next })
    if (answer.kind !== 'found') {
      list.more = 'trouble'
      return
    }
    const page = cut(answer.value, keep)
    const seen = new Set(list.items.map(card => card.id))
    list.items.push(...page.items.filter(card => !seen.has(card.id)))
    list.next = page.next
    list.more = 'idle'
  }

  function cut(page: { items: SessionCard[], next: string | null }, keep: Keep) {
    const end = page.items.findIndex(card => !keep(card))
    return end < 0 ? { items: page.items, next: page.next } : { items: page.items.slice(0, end), next: null }
  }

  function forgetOldest() {
    const all = Object.entries(lists.value)
    if (all.length <= KEPT) return
    const [oldest] = all.sort(([, a], [, b]) => a.at - b.at)
    if (oldest) Reflect.deleteProperty(lists.value, oldest[0])
  }

  /** Houses by these words of which no session is known; the lists above have the others. */
  async function openHouses(q: string) {
    openingHouses?.abort()
    const asking = (openingHouses = new AbortController())
    const answer = await useApi().venues({ q, limit: HOUSES }, asking.signal)
    if (answer.kind === 'found') houses.value = { [q]: answer.value.items.filter(venue => venue.sessions === 0) }
  }

  return { lists, houses, of, open, more, openHouses }
})
