import { expect, it } from 'vitest'
import { addDays } from '../../app/utils/dates'
import { greetingIndex } from '../../app/utils/greetings'

it('each day has another greeting, until all have been used', () => {
  const indexes = Array.from({ length: 30 }, (_, n) => greetingIndex(addDays('2026-11-24', n), 15))
  expect(indexes.slice(0, 15)).toEqual(Array.from({ length: 15 }, (_, n) => n))
  expect(indexes.slice(15)).toEqual(indexes.slice(0, 15))
})

it('a clock that is wrong by years still gives a greeting', () => {
  expect(greetingIndex('2020-01-01', 15)).toBeGreaterThanOrEqual(0)
})
