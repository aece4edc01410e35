import { daysBetween, type PlainDate } from './dates'

const FIRST_DAY = '2026-11-24'

/** The index of the greeting of the home page: another one each day, the same for everybody. */
export function greetingIndex(tonight: PlainDate, count: number): number {
  const days = daysBetween(FIRST_DAY, tonight)
  return days - Math.floor(days / count) * count
}
