import type { Occurrence } from '../types'
import type { MemberSession } from '../types/member'
import { eveningOf, type PlainDate } from './dates'

/** Whether a session has no more nights because it is over. */
export function hasEnded({ session, endedOn }: Pick<MemberSession, 'session' | 'endedOn'>, now: number): boolean {
  return endedOn !== null && endedOn <= eveningOf(now, session.venue.timeZone)
}

/**
 * The nights that an organiser may want to change: the next ones, those further ahead that were changed before, and those
 * asked for by their date.
 */
export function nightsToChange({ session, changes }: Pick<MemberSession, 'session' | 'changes'>, asked: readonly PlainDate[], tonight: PlainDate): Occurrence[] {
  const nights = new Map<PlainDate, Occurrence>()
  const start = (date: PlainDate, time: string | null) => `${date}T${time ?? session.schedule.start}`
  for (const date of asked) nights.set(date, { date, start: start(date, null), end: null, status: 'SCHEDULED', note: null, movedTo: null })
  for (const { date, status, at, to, note } of changes) nights.set(date, { date, start: start(date, at), end: null, status, note, movedTo: to })
  for (const night of session.nights) nights.set(night.date, night)
  return [...nights.values()].filter(night => night.date >= tonight).sort((a, b) => (a.date < b.date ? -1 : 1))
}
