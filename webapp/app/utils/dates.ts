import type { Day } from '../types'

/** A date without a time, `2026-11-26`. */
export type PlainDate = string

export const IRISH_ZONE = 'Europe/Dublin'
export const DAYS: readonly Day[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

const DAY_MS = 86_400_000
// A night lasts until four in the morning, and the API names it by the date of its evening.
const EVENING_ENDS_HOUR = 4
const HOUR_MS = 3_600_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = newFormat(zone)
    formats.set(zone, format)
  }
  return format
}

/** A browser may not know a zone that the API knows. One card then goes by Irish time, and the rest of its list stays. */
function newFormat(zone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = { calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit' }
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone })
  }
  catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: IRISH_ZONE })
  }
}

/** The date of the evening that a moment belongs to, in a time zone. */
export function eveningOf(moment: number, zone: string): PlainDate {
  const parts = formatIn(zone).formatToParts(moment - EVENING_ENDS_HOUR * HOUR_MS)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find(p => p.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** Whether a time, `00:30`, belongs to the night of the evening before. */
export function isSmallHours(time: string): boolean {
  return Number(time.slice(0, 2)) < EVENING_ENDS_HOUR
}

/** The time at the venue, `21:30`, as the API gives it. */
export function timeOf(dateTime: string): string {
  return dateTime.slice(11, 16)
}

/** What is no date stays as it is. */
export function addDays(date: PlainDate, days: number): PlainDate {
  const moment = new Date(Date.parse(date) + days * DAY_MS)
  return Number.isNaN(moment.getTime()) ? date : moment.toISOString().slice(0, 10)
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

export function dayOfWeek(date: PlainDate): Day {
  return DAYS[(new Date(date).getUTCDay() + 6) % 7]!
}

export function isPlainDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text
}

/** Tonight and the six nights after it. */
export function weekFrom(tonight: PlainDate): PlainDate[] {
  return Array.from({ length: 7 }, (_, n) => addDays(tonight, n))
}
