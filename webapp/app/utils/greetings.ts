import { daysBetween, type PlainDate } from './dates'

/** Which line of talk heads the page: one a day, the same for everybody, each in its turn. */
export function greetingOf(tonight: PlainDate, lines: number): number {
  return daysBetween('2026-11-24', tonight) - Math.floor(daysBetween('2026-11-24', tonight) / lines) * lines
}
