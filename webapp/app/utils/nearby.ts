import type { Location, SessionCard } from '../types'
import { distanceKm } from './distance'
import type { Search } from './search'
import { isOnNight, nightToShow, titleOf } from './sessions'

/** How far from the visitor "near me" reaches. */
export const NEARBY_RADIUS_KM = 25

/** Answers "near me" as the API would, but in the browser, so that the position never leaves it. */
export function searchNearby(cards: readonly SessionCard[], position: Location, search: Search, now: number): SessionCard[] {
  return cards
    .map(card => ({ ...card, distanceKm: distanceKm(position, card.venue.location) }))
    .filter(card => card.distanceKm <= NEARBY_RADIUS_KM && matchesFilters(card, search) && isOnNight(card, search.night, now))
    .sort((a, b) => compare(a, b, search, now) || a.distanceKm - b.distanceKm || (a.id < b.id ? -1 : 1))
}

/** The town of the nearest session, which names the area around the visitor. */
export function nearestTown(cards: readonly SessionCard[], position: Location): string | null {
  let nearest: { town: string, km: number } | null = null
  for (const { venue } of cards) {
    const km = distanceKm(position, venue.location)
    if (venue.town && km <= (nearest?.km ?? NEARBY_RADIUS_KM)) nearest = { town: venue.town, km }
  }
  return nearest?.town ?? null
}

function matchesFilters(card: SessionCard, search: Search): boolean {
  return (
    (!search.pace || card.pace === search.pace)
    && (!search.admission || card.admission === search.admission)
    && (!search.focus || card.focus === search.focus)
  )
}

function compare(a: SessionCard, b: SessionCard, search: Search, now: number): number {
  switch (search.sort) {
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
  const night = nightToShow(card, search.night, now)
  return night ? Date.parse(night.start) : Number.MAX_SAFE_INTEGER
}
