import type { SessionCard, SessionDetail, VenueCard, VenuePage } from '../types'
import type { MemberSession, MemberVenue } from '../types/member'
import type { OwnWrites } from '../utils/ownWrites'
import type { Search } from '../utils/search'

type Rules = typeof import('../utils/ownWrites')

const KEY = 'own-writes'

/**
 * What this tab has written to the API. Every screen shows it at once, although the edge gives older answers for a while.
 * Its rules are loaded with the first write: most visitors write nothing.
 */
export const useOwnWrites = defineStore('ownWrites', () => {
  const writes = shallowRef<OwnWrites>({ sessions: {}, venues: {} })
  const rules = shallowRef<Rules | null>(null)
  const loaded = import.meta.client && kept() ? import('../utils/ownWrites').then(restore) : Promise.resolve()

  function restore(all: Rules) {
    const text = kept()
    // A write while the rules were loading is newer.
    if (!rules.value && text) writes.value = JSON.parse(text) as OwnWrites
    rules.value = all
  }

  async function change(next: (all: Rules) => OwnWrites) {
    rules.value ??= await import('../utils/ownWrites')
    writes.value = next(rules.value)
    try {
      sessionStorage.setItem(KEY, JSON.stringify(writes.value))
    }
    catch {
      // Without storage it is known until the page is loaded again.
    }
  }

  /** Nothing that a member wrote stays for whoever uses this browser next. */
  function forget() {
    writes.value = { sessions: {}, venues: {} }
    try {
      sessionStorage.removeItem(KEY)
    }
    catch {
      // Without storage there is nothing in it.
    }
  }

  const keepSession = (answer: MemberSession) => change(all => all.withSession(writes.value, answer, Date.now()))
  const keepVenue = (answer: MemberVenue) => change(all => all.withVenue(writes.value, answer, Date.now()))

  const session = (id: string, answer: SessionDetail | null) => rules.value ? rules.value.newerSession(writes.value, id, answer, Date.now()) : answer
  const venue = (id: string, answer: VenuePage | null, now: number) => rules.value ? rules.value.newerVenue(writes.value, id, answer, now) : answer
  const inSearch = (cards: readonly SessionCard[], loadedAt: number, complete: boolean, search: Search, now: number) => rules.value ? rules.value.searchWith(writes.value, cards, loadedAt, complete, search, now) : cards
  const nearby = (cards: readonly SessionCard[], loadedAt: number, now: number) => rules.value ? rules.value.cardsWith(writes.value, cards, loadedAt, { complete: true, belongs: () => true }, now) : cards
  const venues = (cards: readonly VenueCard[], q: string, now: number) => rules.value ? rules.value.venuesWith(writes.value, cards, q, now) : cards

  return { loaded, keepSession, keepVenue, forget, session, venue, venues, inSearch, nearby }
})

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  }
  catch {
    return null
  }
}
