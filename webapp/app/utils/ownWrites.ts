import type { SessionCard, SessionDetail, Venue, VenueCard, VenuePage, VenueRef } from '../types'
import type { MemberSession, MemberVenue } from '../types/member'
import { addDays, eveningOf } from './dates'
import { hasEnded } from './nights'
import type { Search } from './search'
import { isOnNight, nightToShow, titleOf } from './sessions'

/** What this tab wrote to a session, as the API answered it. */
export interface SessionWrite {
  session: SessionDetail
  /** Whether it is in lists: not one that has ended or is taken down. */
  listed: boolean
  at: number
}

export interface VenueWrite {
  venue: Venue
  version: number
  at: number
}

export interface OwnWrites {
  sessions: Record<string, SessionWrite>
  venues: Record<string, VenueWrite>
}

/**
 * A list that was fetched within this time after a write may be older than the write: the edge keeps answers for a minute,
 * and the search follows what is stored within seconds.
 */
const OUTDATED_FOR_MS = 90_000
const MAX_WRITES = 50

export function withSession(writes: OwnWrites, state: MemberSession, at: number): OwnWrites {
  const { session, takenDown } = state
  return { ...writes, sessions: latest({ ...writes.sessions, [session.id]: { session, listed: !takenDown && !hasEnded(state, at), at } }) }
}

export function withVenue(writes: OwnWrites, { venue, version }: MemberVenue, at: number): OwnWrites {
  return { ...writes, venues: latest({ ...writes.venues, [venue.id]: { venue, version, at } }) }
}

function latest<T extends { at: number }>(writes: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(writes).sort(([, a], [, b]) => b.at - a.at).slice(0, MAX_WRITES))
}

/** The newer one of what the public API gave of a session and what this tab wrote; null where the API gave nothing. */
export function newerSession(writes: OwnWrites, id: string, answer: SessionDetail | null, now: number): SessionDetail | null {
  const own = writes.sessions[id]
  if (!own) return answer
  const { session, at } = own
  // What members say of a session does not change its version, so there the time decides.
  const isNewer = session.version > (answer?.version ?? 0) || (session.version === answer?.version && now < at + OUTDATED_FOR_MS)
  return isNewer ? session : answer
}

/** A venue and its sessions, with all that this tab wrote of them. */
export function newerVenue(writes: OwnWrites, id: string, answer: VenuePage | null, now: number): VenuePage | null {
  const own = writes.venues[id]
  if (!answer && !own) return null
  const venue = own && own.version > (answer?.version ?? 0) ? { ...own.venue, version: own.version } : answer!
  return { ...venue, sessions: cardsWith(writes, answer?.sessions ?? [], now, { complete: true, belongs: card => card.venue.id === id }, now) }
}

/** Venues found by their names, with what this tab wrote: corrected ones as they are now, and new ones that have the words. */
export function venuesWith(writes: OwnWrites, cards: readonly VenueCard[], q: string, now: number): VenueCard[] {
  const recent = Object.values(writes.venues).filter(own => now < own.at + OUTDATED_FOR_MS).map(own => own.venue)
  const known = new Set(cards.map(card => card.id))
  const added = recent.filter(venue => !known.has(venue.id) && hasWords([...venue.otherNames, venue.nameIrish, ...wordsOf(refOf(venue))], q))
  return [
    ...added.map(venue => ({ ...refOf(venue), nameIrish: venue.nameIrish, sessions: 0, distanceKm: null, sample: venue.sample })),
    ...cards.map((card) => {
      const own = recent.find(venue => venue.id === card.id)
      return own ? { ...card, ...refOf(own), nameIrish: own.nameIrish } : card
    }),
  ]
}

interface ListRules {
  /** Whether it has no further pages: what it lacks may be on one of them, unless it has just been shared. */
  complete: boolean
  /** Whether a card is in the list, as far as it can be told here. */
  belongs: (card: SessionCard, isNew: boolean) => boolean
  compare?: (a: SessionCard, b: SessionCard) => number
}

/**
 * The cards of a list as they are after what this tab wrote: changed ones replaced, those that have left the list dropped,
 * new ones added at their place.
 *
 * @param loadedAt when the list was fetched
 */
export function cardsWith(writes: OwnWrites, cards: readonly SessionCard[], loadedAt: number, { complete, belongs, compare }: ListRules, now: number): SessionCard[] {
  const isOutdated = ({ at }: { at: number }) => loadedAt < at + OUTDATED_FOR_MS
  const known = new Set(cards.map(card => card.id))
  const changed = cards.flatMap((card) => {
    const own = writes.sessions[card.id]
    if (!own || !isOutdated(own)) return [withNewerVenue(card)]
    const replaced = { ...cardOf(own.session, now), distanceKm: card.distanceKm }
    return own.listed && belongs(replaced, false) ? [replaced] : []
  })
  const missing = Object.values(writes.sessions).filter(own => own.listed && isOutdated(own) && !known.has(own.session.id) && (complete || own.session.version === 1))
  const added = missing.map(own => cardOf(own.session, now)).filter(card => belongs(card, true))
  for (const card of added) {
    const place = compare ? changed.findIndex(other => compare(card, other) <= 0) : 0
    changed.splice(place < 0 ? changed.length : place, 0, card)
  }
  return changed

  function withNewerVenue(card: SessionCard): SessionCard {
    const own = writes.venues[card.venue.id]
    return own && isOutdated(own) ? { ...card, venue: refOf(own.venue) } : card
  }
}

/** The list of a search; a session that is new to it is judged by the words of the search too. */
export function searchWith(writes: OwnWrites, cards: readonly SessionCard[], loadedAt: number, complete: boolean, search: Search, now: number): SessionCard[] {
  const belongs = (card: SessionCard, isNew: boolean) => matches(card, search) && isOnNight(card, search.night, now) && (!isNew || hasWords([card.name, ...wordsOf(card.venue)], search.q))
  return cardsWith(writes, cards, loadedAt, { complete, belongs, compare: comparison(search, now) }, now)
}

function matches({ venue, pace, admission, focus }: SessionCard, search: Search): boolean {
  if ((search.pace && search.pace !== pace) || (search.admission && search.admission !== admission) || (search.focus && search.focus !== focus)) return false
  if (search.county) return venue.county?.toLowerCase() === search.county
  if (search.country) return venue.country === search.country
  return Boolean(search.q) || venue.county !== null
}

function wordsOf(venue: VenueRef): (string | null)[] {
  return [venue.name, ...venue.formerNames, venue.town, venue.county]
}

function hasWords(texts: readonly (string | null)[], q: string): boolean {
  const names = folded(texts.join(' ')).split(' ')
  return folded(q).split(' ').every(word => names.some(name => name.startsWith(word)))
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/[\p{M}’']/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** Where the best come first, a new one does too: nobody knows its rank yet, and who shared it looks for it. */
function comparison(search: Search, now: number) {
  if (search.sort === 'name') return (a: SessionCard, b: SessionCard) => titleOf(a).localeCompare(titleOf(b), 'en')
  const start = (card: SessionCard) => Date.parse(nightToShow(card, search.night, now)?.start ?? '') || Number.MAX_SAFE_INTEGER
  if (search.sort === 'next' || search.night === 'week') return (a: SessionCard, b: SessionCard) => start(a) - start(b)
  return undefined
}

/** The card of a session, as a list of the API has it. */
export function cardOf(session: SessionDetail, now: number): SessionCard {
  const { id, name, venue, schedule, nights, admission, pace, leadership, focus, dances, freshness, rating, sample, question, recentNight } = session
  const tonight = eveningOf(now, venue.timeZone)
  const coming = nights.filter(night => night.date >= tonight)
  const week = coming.filter(night => night.date <= addDays(tonight, 6))
  const { state, lastNight, confirmations, saidAt } = freshness
  return {
    id, name, venue: refOf(venue), schedule, nights: week.length ? week : coming.slice(0, 1), admission, pace, leadership, focus, dances,
    freshness: { state, lastNight, confirmations, saidAt }, rating: { mean: rating.mean, count: rating.count }, distanceKm: null, sample,
    askedFor: question && !question.answer && question.date >= tonight ? question.date : null,
    recentNight,
  }
}

function refOf({ id, name, town, county, region, country, location, timeZone, formerNames, closed }: Venue): VenueRef {
  return { id, name, town, county, region, country, location, timeZone, formerNames, closed: closed !== null }
}
