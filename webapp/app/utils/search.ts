import type { Admission, FindSessionsQuery, Focus, Pace } from '../types'
import { isPlainDate, type PlainDate } from './dates'

export const PACES: readonly Pace[] = ['BEGINNER', 'SLOW', 'STEADY', 'FULL']
export const ADMISSIONS: readonly Admission[] = ['OPEN', 'ASK_FIRST', 'INVITE_ONLY']
export const FOCUSES: readonly Focus[] = ['TUNES', 'SONGS', 'MIXED']
export const SORT_ORDERS = ['rank', 'distance', 'next', 'name'] as const
export type SortOrder = (typeof SORT_ORDERS)[number]

/** `tonight`, `week` (tonight and the next six nights), `any`, or one date. */
export type NightFilter = string

/** What the visitor searches for. The query part of the page's address holds the same. */
export interface Search {
  q: string
  county: string | null
  country: string | null
  nearMe: boolean
  night: NightFilter
  pace: Pace | null
  admission: Admission | null
  focus: Focus | null
  sort: SortOrder | null
}

type RouteQuery = Record<string, string | string[] | null | undefined | (string | null)[]>

const MAX_TEXT_LENGTH = 100
/** Letters, digits and pictures: what the API can search for. */
const SEARCHABLE = /[\p{L}\p{N}\p{Extended_Pictographic}]/u

/** Whoever types the name of a pub wants to find it on any night. */
function defaultNight(q: string): NightFilter {
  return q ? 'any' : 'tonight'
}

/** Reads a search from the address. Invalid values count as absent: anybody can edit an address. */
export function parseSearch(query: RouteQuery, tonight: PlainDate): Search {
  const q = parseText(query.q)
  const country = firstText(query.country)
  return {
    q,
    county: parseSlug(query.county),
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    nearMe: firstText(query.near) === 'me',
    night: parseNight(firstText(query.night), tonight) ?? defaultNight(q),
    pace: parseEnum(PACES, query.pace),
    admission: parseEnum(ADMISSIONS, query.admission),
    focus: parseEnum(FOCUSES, query.focus),
    sort: parseEnum(SORT_ORDERS, query.sort),
  }
}

/** The address of a search. Defaults are left out, so that it stays short enough to share. */
export function toRouteQuery(search: Search): Record<string, string> {
  const query: Record<string, string> = {}
  if (search.q) query.q = search.q
  if (search.nearMe) query.near = 'me'
  if (search.county) query.county = search.county
  if (search.country) query.country = search.country
  if (search.night !== defaultNight(search.q)) query.night = search.night
  if (search.pace) query.pace = search.pace
  if (search.admission) query.admission = search.admission
  if (search.focus) query.focus = search.focus
  if (search.sort) query.sort = search.sort
  return query
}

/** The same search for the API. "Near me" never goes through here: it is answered in the browser. */
export function toApiQuery(search: Search): FindSessionsQuery {
  const query: FindSessionsQuery = {}
  if (search.q) query.q = search.q
  if (search.county) query.county = search.county
  else if (search.country) query.country = search.country
  // Without it the default list would mix sessions in Ireland with sessions abroad.
  else if (!search.q) query.island = 'ireland'
  if (search.night === 'week') query.sort = 'next'
  else if (search.night !== 'any') query.on = search.night
  if (search.pace) query.pace = [search.pace]
  if (search.admission) query.admission = [search.admission]
  if (search.focus) query.focus = [search.focus]
  if (!query.sort && search.sort && search.sort !== 'distance') query.sort = search.sort
  return query
}

/** All sessions of a county, in the order of their next nights. */
export function countySearch(county: string): Search {
  return { q: '', county, country: null, nearMe: false, night: 'any', pace: null, admission: null, focus: null, sort: 'next' }
}

export function hasFilters(search: Search): boolean {
  return Boolean(search.pace || search.admission || search.focus)
}

/** The date of `tonight` or of one date; not for `week` and `any`. */
export function dateOf(night: NightFilter, tonight: PlainDate): PlainDate {
  return night === 'tonight' ? tonight : night
}

function parseNight(night: string, tonight: PlainDate): NightFilter | null {
  if (night === 'tonight' || night === 'week' || night === 'any') return night
  if (!isPlainDate(night) || night < tonight) return null
  return night === tonight ? 'tonight' : night
}

function firstText(value: RouteQuery[string]): string {
  const first = Array.isArray(value) ? value[0] : value
  return (first ?? '').slice(0, MAX_TEXT_LENGTH)
}

function parseText(value: RouteQuery[string]): string {
  const text = firstText(value).trim()
  return SEARCHABLE.test(text) ? text : ''
}

function parseSlug(value: RouteQuery[string]): string | null {
  const text = firstText(value).toLowerCase()
  return /^[a-z-]{1,40}$/.test(text) ? text : null
}

function parseEnum<T extends string>(values: readonly T[], value: RouteQuery[string]): T | null {
  return values.find(known => known === firstText(value)) ?? null
}
