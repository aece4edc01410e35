import type { Occurrence, SessionCard } from '../types'
import { addDays, eveningOf, type PlainDate } from './dates'
import { dateOf, type NightFilter } from './search'

/** The title of a session. Most sessions have no name of their own and go by the name of the venue. */
export function titleOf(session: { name: string | null, venue: { name: string } }): string {
  return session.name ?? session.venue.name
}

/** Whether a session has a night that the filter admits, judged at its venue. */
export function isOnNight(card: SessionCard, night: NightFilter, now: number): boolean {
  if (night === 'any') return true
  if (night === 'week') return isThisWeek(card, now)
  const date = dateOf(night, eveningOf(now, card.venue.timeZone))
  return card.nights.some(one => one.date === date)
}

/** Whether a session is on tonight or on one of the next six nights, judged at its venue. */
export function isThisWeek(card: SessionCard, now: number): boolean {
  const tonight = eveningOf(now, card.venue.timeZone)
  const lastNight = addDays(tonight, 6)
  return card.nights.some(night => night.date >= tonight && night.date <= lastNight)
}

/** The night that a card shows: the one that was searched for, or else the next one. */
export function nightToShow(card: SessionCard, night: NightFilter, now: number): Occurrence | null {
  const tonight = eveningOf(now, card.venue.timeZone)
  if (night !== 'any' && night !== 'week') {
    const searched = card.nights.find(one => one.date === dateOf(night, tonight))
    if (searched) return searched
  }
  return card.nights.find(one => one.date >= tonight) ?? null
}

/** The night of this evening once it has begun: from then on people know whether it is on. */
export function begunTonight(nights: readonly Occurrence[], tonight: PlainDate, now: number): PlainDate | null {
  return nights.find(night => night.date === tonight && night.status !== 'CANCELLED' && Date.parse(night.start) <= now)?.date ?? null
}

/** The latest night of which people can say whether it was on: that of this evening, or else one of the past week. */
export function nightToAskAbout({ nights, venue, recentNight }: SessionCard, now: number): PlainDate | null {
  return begunTonight(nights, eveningOf(now, venue.timeZone), now) ?? recentNight
}

/** For each of the dates, how many of the sessions are on. */
export function countByNight(cards: readonly SessionCard[], dates: readonly PlainDate[]): number[] {
  return dates.map(date => cards.filter(card => card.nights.some(night => night.date === date)).length)
}
