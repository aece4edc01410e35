import { mountSuspended } from '@nuxt/test-utils/runtime'
import { beforeAll, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useWords } from '~/composables/useWords'
import type { Freshness, Schedule } from '~/types'
import { night, TONIGHT, venueRef } from '../cards'

let words: ReturnType<typeof useWords>
beforeAll(async () => {
  await mountSuspended(defineComponent({
    setup() {
      words = useWords()
      return () => h('div')
    },
  }))
})

const at = { start: '21:30', end: null, season: null }

describe('a date is said as people say it', () => {
  it.each([
    ['2026-11-24', 'tonight'],
    ['2026-11-25', 'tomorrow'],
    ['2026-11-23', 'last night'],
    ['2026-11-26', 'Thursday'],
    ['2026-11-30', 'Monday'],
    ['2026-12-01', 'Tue 1 Dec'],
    ['2026-12-10', 'Thu 10 Dec'],
    ['2027-01-07', 'Thu 7 Jan'],
    ['2027-06-03', 'Thu 3 Jun 2027'],
  ])('%s: %s', (date, said) => {
    expect(words.dateWords(date, TONIGHT).replace('June', 'Jun')).toBe(said)
  })

  it('an afternoon is today, not tonight', () => {
    expect(words.nightWords(night(TONIGHT, { start: '2026-11-24T16:00:00Z' }), TONIGHT)).toBe('today')
    expect(words.nightWords(night(TONIGHT), TONIGHT)).toBe('tonight')
    expect(words.nightWords(night('2026-11-25', { start: '2026-11-25T00:30:00Z' }), TONIGHT)).toBe('tonight')
  })
})

describe('a schedule is said in words', () => {
  const cases: [Schedule, string, string][] = [
    [{ kind: 'WEEKLY', days: ['THURSDAY'], ...at }, 'Thursdays 21:30', 'Thursdays from 21:30, all year.'],
    [{ kind: 'WEEKLY', days: ['FRIDAY', 'SATURDAY'], ...at, end: '23:30' }, 'Fridays and Saturdays 21:30', 'Fridays and Saturdays, 21:30 to 23:30, all year.'],
    [{ kind: 'WEEKLY', days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'], ...at }, 'Every night 21:30', 'Every night from 21:30, all year.'],
    [{ kind: 'WEEKLY', days: ['SUNDAY'], ...at, season: { from: 'OCTOBER', to: 'JUNE' } }, 'Sundays 21:30', 'Sundays from 21:30, October to June.'],
    [{ kind: 'EVERY_N_WEEKS', weeks: 2, anchor: '2026-01-08', day: 'THURSDAY', ...at }, 'Every second Thursday 21:30', 'Every second Thursday from 21:30, all year.'],
    [{ kind: 'EVERY_N_WEEKS', weeks: 3, anchor: '2026-01-08', day: 'MONDAY', ...at }, 'Every three weeks on Monday 21:30', 'Every three weeks on Monday from 21:30, all year.'],
    [{ kind: 'NTH_WEEKDAY_OF_MONTH', ordinals: ['FIRST', 'LAST'], day: 'SUNDAY', ...at }, 'First and last Sunday of the month 21:30', 'First and last Sunday of the month from 21:30, all year.'],
    [{ kind: 'DATES', dates: ['2026-11-01', '2026-12-26'], ...at }, 'Sat 26 Dec 21:30', 'Sat 26 Dec from 21:30.'],
    [{ kind: 'DATES', dates: ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'], ...at }, 'On certain dates 21:30', 'On certain dates from 21:30.'],
    [{ kind: 'IRREGULAR', note: 'When the boats are in.', ...at }, 'When the boats are in', 'When the boats are in, from 21:30.'],
  ]
  it.each(cases)('%o', (schedule, short, long) => {
    expect(words.scheduleShort(schedule, TONIGHT)).toBe(short)
    expect(words.scheduleLong(schedule, TONIGHT)).toBe(long)
  })
})

describe('freshness is said in words', () => {
  const fresh = (state: Freshness['state'], lastNight: string | null): Freshness => ({ state, lastNight, saidBy: null, saidAt: null })
  it.each([
    [fresh('CONFIRMED', '2026-11-24'), 'On tonight'],
    [fresh('CONFIRMED', '2026-11-23'), 'On last night'],
    [fresh('CONFIRMED', '2026-11-19'), 'On last Thursday'],
    [fresh('CONFIRMED', '2026-11-17'), 'On last Tuesday'],
    [fresh('CONFIRMED', '2026-11-15'), 'On a week ago'],
    [fresh('AGEING', '2026-11-03'), 'On three weeks ago'],
    [fresh('STALE', '2026-06-09'), 'Nobody has said since June'],
    [fresh('STALE', '2025-06-09'), 'Nobody has said since June 2025'],
    [fresh('STALE', null), 'Nobody has said yet'],
    [fresh('ENDED', '2026-06-09'), 'It has ended'],
  ])('%o: %s', (freshness, said) => {
    expect(words.freshWords(freshness, TONIGHT)).toBe(said)
  })

  it('with how many said so', () => {
    const said = (on: number) => [{ date: '2026-11-19', on, off: 0, status: 'SCHEDULED' as const }]
    expect(words.freshLong(fresh('CONFIRMED', '2026-11-19'), said(3), TONIGHT)).toBe('On last Thursday, three people said')
    expect(words.freshLong(fresh('CONFIRMED', '2026-11-19'), said(1), TONIGHT)).toBe('On last Thursday, one person said')
    expect(words.freshLong(fresh('CONFIRMED', '2026-11-19'), [], TONIGHT)).toBe('On last Thursday')
  })
})

describe('places and distances', () => {
  it('are short, and do not say a name twice', () => {
    expect(words.placeOf(venueRef())).toBe('Ennis, Clare')
    expect(words.placeOf(venueRef({ town: 'Dublin', county: 'DUBLIN' }))).toBe('Dublin')
    expect(words.placeOf(venueRef({ town: 'Somerville', county: null, region: 'Massachusetts', country: 'US' }))).toBe('Somerville, Massachusetts')
    expect(words.placeOf(venueRef({ town: null, county: null, country: 'JP' }))).toBe('Japan')
  })

  it('are in metres near by, and in round kilometres beyond', () => {
    expect([0.02, 0.44, 0.94, 1.26, 9.4, 24.6].map(km => words.distance(km).replaceAll('\u00A0', ' '))).toEqual(['100 m', '400 m', '900 m', '1.3 km', '9 km', '25 km'])
  })
})
