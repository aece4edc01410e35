import type { Admission, FindSessionsQuery, Focus, Location, Pace, SessionCard } from '../types'
import { addDays, eveningOf, isPlainDate, nightOf, type PlainDate } from './dates'
import { distanceKm } from './distance'

export const PACES: readonly Pace[] = ['BEGINNER', 'SLOW', 'STEADY', 'FULL']
export const ADMISSIONS: readonly Admission[] = ['OPEN', 'ASK_FIRST', 'INVITE_ONLY']
export const FOCUSES: readonly Focus[] = ['TUNES', 'SONGS', 'MIXED']
export const ORDERS = ['rank', 'distance', 'next', 'name'] as const
export type Order = (typeof ORDERS)[number]

/** `tonight`, `week`, `any`, or one date. */
export type Night = string

/** What somebody looks for; the same thing as the query part of the address. */
export interface Search {
  q: string
  county: string | null
  country: string | null
  near: boolean
  night: Night
  pace: Pace | null
  admission: Admission | null
  focus: Focus | null
  order: Order | null
}

export type Address = Record<string, string | string[] | null | undefined | (string | null)[]>

/** How far "near me" reaches. */
export const NEAR_KM = 25
// The island and no more, so that Boston does not lead the list of an evening in Ireland.
const IRELAND = '-10.8,51.3,-5.3,55.5'

/** Who types the name of a pub wants to see it, whatever the night. */
function usualNight(q: string): Night {
  return q ? 'any' : 'tonight'
}

export function searchFrom(address: Address, tonight: PlainDate): Search {
  const q = text(address.q).trim()
  const night = text(address.night)
  return {
    q,
    county: slug(address.county),
    country: /^[A-Z]{2}$/.test(text(address.country)) ? text(address.country) : null,
    near: text(address.near) === 'me',
    night: knownNight(night, tonight) ?? usualNight(q),
    pace: oneOf(PACES, address.pace),
    admission: oneOf(ADMISSIONS, address.admission),
    focus: oneOf(FOCUSES, address.focus),
    order: oneOf(ORDERS, address.sort),
  }
}

/** The address says only what is out of the usual, so that it stays short enough to send. */
export function addressOf(search: Search): Record<string, string> {
  const address: Record<string, string> = {}
  if (search.q) address.q = search.q
  if (search.near) address.near = 'me'
  if (search.county) address.county = search.county
  if (search.country) address.country = search.country
  if (search.night !== usualNight(search.q)) address.night = search.night
  if (search.pace) address.pace = search.pace
  if (search.admission) address.admission = search.admission
  if (search.focus) address.focus = search.focus
  if (search.order) address.sort = search.order
  return address
}

/** The same search as a question to the API; near me is answered on the phone instead. */
export function questionOf(search: Search, tonight: PlainDate): FindSessionsQuery {
  const question: FindSessionsQuery = {}
  if (search.q) question.q = search.q
  if (search.county) question.county = search.county
  else if (search.country) question.country = search.country
  else if (!search.q) question.bbox = IRELAND
  if (search.night === 'week') question.sort = 'next'
  else if (search.night !== 'any') question.on = dateOf(search.night, tonight)
  if (search.pace) question.pace = [search.pace]
  if (search.admission) question.admission = [search.admission]
  if (search.focus) question.focus = [search.focus]
  if (!question.sort && search.order && search.order !== 'distance') question.sort = search.order
  return question
}

export function dateOf(night: Night, tonight: PlainDate): PlainDate {
  return night === 'tonight' ? tonight : night
}

/** Tonight and the next six nights at this venue. */
export function isThisWeek(card: SessionCard, now: number): boolean {
  const tonight = eveningOf(now, card.venue.timeZone)
  const end = addDays(tonight, 6)
  return card.nights.some(night => nightOf(night) >= tonight && nightOf(night) <= end)
}

/** The night of a card that the list is about: the one asked for, or else the next to come. */
export function nightShown(card: SessionCard, night: Night, now: number): SessionCard['nights'][number] | null {
  const tonight = eveningOf(now, card.venue.timeZone)
  if (night !== 'any' && night !== 'week') {
    const asked = card.nights.find(one => nightOf(one) === dateOf(night, tonight))
    if (asked) return asked
  }
  return card.nights.find(one => nightOf(one) >= tonight) ?? null
}

/** Near me: what the API would answer, worked out here so that the position stays here. */
export function searchNear(cards: readonly SessionCard[], position: Location, search: Search, now: number): SessionCard[] {
  const found = cards
    .map(card => ({ ...card, distanceKm: distanceKm(position, card.venue.location) }))
    .filter(card => card.distanceKm <= NEAR_KM && suits(card, search) && isOn(card, search.night, now))
  return found.sort((a, b) => compare(a, b, search, now) || a.distanceKm - b.distanceKm || (a.id < b.id ? -1 : 1))
}

/** How many of the cards have a night on each date. */
export function nightsOf(cards: readonly SessionCard[], week: readonly PlainDate[]): number[] {
  return week.map(date => cards.filter(card => card.nights.some(night => nightOf(night) === date)).length)
}

function suits(card: SessionCard, search: Search): boolean {
  return (
    (!search.pace || card.pace === search.pace)
    && (!search.admission || card.admission === search.admission)
    && (!search.focus || card.focus === search.focus)
  )
}

function isOn(card: SessionCard, night: Night, now: number): boolean {
  if (night === 'any') return true
  if (night === 'week') return isThisWeek(card, now)
  const date = dateOf(night, eveningOf(now, card.venue.timeZone))
  return card.nights.some(one => nightOf(one) === date)
}

function compare(a: SessionCard, b: SessionCard, search: Search, now: number): number {
  switch (search.order) {
    case 'next':
      return startOf(a, search, now) - startOf(b, search, now)
    case 'name':
      return titleOf(a).localeCompare(titleOf(b), 'en')
    case 'rank':
      return (b.rating.mean ?? 0) - (a.rating.mean ?? 0)
    default:
      return 0
  }
}

function startOf(card: SessionCard, search: Search, now: number): number {
  const night = nightShown(card, search.night, now)
  return night ? Date.parse(night.start) : Number.MAX_SAFE_INTEGER
}

/** Most sessions go by the name of the house. */
export function titleOf(session: { name: string | null, venue: { name: string } }): string {
  return session.name ?? session.venue.name
}

function knownNight(night: string, tonight: PlainDate): Night | null {
  if (night === 'tonight' || night === 'week' || night === 'any') return night
  if (!isPlainDate(night) || night < tonight) return null
  return night === tonight ? 'tonight' : night
}

function text(value: Address[string]): string {
  const one = Array.isArray(value) ? value[0] : value
  return (one ?? '').slice(0, 100)
}

function slug(value: Address[string]): string | null {
  const one = text(value).toLowerCase()
  return /^[a-z-]{1,40}$/.test(one) ? one : null
}

function oneOf<T extends string>(all: readonly T[], value: Address[string]): T | null {
  return all.find(one => one === text(value)) ?? null
}
