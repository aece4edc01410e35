import { mountSuspended } from '@nuxt/test-utils/runtime'
import { beforeAll, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useFormatters } from '~/composables/useFormatters'
import type { Freshness, Schedule } from '~/types'
import { night, TONIGHT, venueRef } from '../examples'

let formatters: ReturnType<typeof useFormatters>
beforeAll(async () => {
  await mountSuspended(defineComponent({
    setup() {
      formatters = useFormatters()
      return () => h('div')
    },
  }))
})

const at = { start: '21:30', end: null, season: null }
const late = { start: '00:30', end: null, season: null }

describe('a date', () => {
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
  ])('%s is %s', (date, text) => {
    expect(formatters.dateText(date, TONIGHT).replace('June', 'Jun')).toBe(text)
  })

  it('with an afternoon is today, not tonight', () => {
    expect(formatters.occurrenceText(night(TONIGHT, { start: '2026-11-24T16:00:00Z' }), TONIGHT)).toBe('today')
    expect(formatters.occurrenceText(night(TONIGHT), TONIGHT)).toBe('tonight')
    expect(formatters.occurrenceText(night(TONIGHT, { start: '2026-11-25T00:30:00Z' }), TONIGHT)).toBe('tonight')
  })
})

describe('a schedule', () => {
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
    [{ kind: 'WEEKLY', days: ['FRIDAY'], ...late }, 'Friday night, 00:30', 'Friday night from 00:30, all year.'],
    [{ kind: 'WEEKLY', days: ['FRIDAY', 'SATURDAY'], ...late, end: '03:00' }, 'Friday and Saturday nights, 00:30', 'Friday and Saturday nights, 00:30 to 03:00, all year.'],
    [{ kind: 'WEEKLY', days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'], ...late }, 'Every night, 00:30', 'Every night from 00:30, all year.'],
    [{ kind: 'EVERY_N_WEEKS', weeks: 2, anchor: '2026-01-08', day: 'THURSDAY', ...late }, 'Every second Thursday night, 00:30', 'Every second Thursday night from 00:30, all year.'],
    [{ kind: 'NTH_WEEKDAY_OF_MONTH', ordinals: ['LAST'], day: 'SUNDAY', ...late }, 'Last Sunday night of the month, 00:30', 'Last Sunday night of the month from 00:30, all year.'],
    [{ kind: 'DATES', dates: ['2026-12-26'], ...late }, 'Night of Sat 26 Dec, 00:30', 'Night of Sat 26 Dec from 00:30.'],
    [{ kind: 'IRREGULAR', note: 'When the boats are in.', ...at }, 'When the boats are in', 'When the boats are in, from 21:30.'],
  ]
  it.each(cases)('%o has a short and a long text', (schedule, short, long) => {
    expect(formatters.scheduleShort(schedule, TONIGHT)).toBe(short)
    expect(formatters.scheduleLong(schedule, TONIGHT)).toBe(long)
  })
})

describe('freshness', () => {
  const fresh = (state: Freshness['state'], lastNight: string | null, confirmations = 0): Freshness => ({ state, lastNight, confirmations, saidAt: null })
  it.each([
    [fresh('CONFIRMED', '2026-11-24'), 'On tonight'],
    [fresh('CONFIRMED', '2026-11-23'), 'Was on last night'],
    [fresh('CONFIRMED', '2026-11-19'), 'Was on last Thursday'],
    [fresh('CONFIRMED', '2026-11-17'), 'Was on last Tuesday'],
    [fresh('CONFIRMED', '2026-11-15'), 'Was on a week ago'],
    [fresh('AGEING', '2026-11-03'), 'Was on three weeks ago'],
    [fresh('STALE', '2026-06-09'), 'Nobody has said since June'],
    [fresh('STALE', '2025-06-09'), 'Nobody has said since June 2025'],
    [fresh('STALE', null), 'Nobody has said yet'],
    [fresh('ENDED', '2026-06-09'), 'It has ended'],
  ])('%o is %s', (freshness, text) => {
    expect(formatters.freshnessText(freshness, TONIGHT)).toBe(text)
  })

  it('has the number of confirmations while it is recent', () => {
    expect(formatters.freshnessText(fresh('CONFIRMED', '2026-11-19', 3), TONIGHT)).toBe('Was on last Thursday, three people said so')
    expect(formatters.freshnessText(fresh('AGEING', '2026-11-03', 1), TONIGHT)).toBe('Was on three weeks ago, one person said so')
    expect(formatters.freshnessText(fresh('CONFIRMED', '2026-11-19', 12), TONIGHT)).toBe('Was on last Thursday, 12 people said so')
    expect(formatters.freshnessText(fresh('STALE', '2026-06-09', 3), TONIGHT)).toBe('Nobody has said since June')
    expect(formatters.freshnessText(fresh('STALE', '2026-11-19', 3), TONIGHT, true)).toBe('In doubt: the venue is closed for good')
    expect(formatters.freshnessText(fresh('ENDED', '2026-06-09', 3), TONIGHT, true)).toBe('It has ended')
    expect(formatters.freshnessText(fresh('ENDED', '2026-06-09', 3), TONIGHT)).toBe('It has ended')
  })

  it('does without the number if the API does not give it', () => {
    const { confirmations: _, ...older } = fresh('CONFIRMED', '2026-11-19')
    expect(formatters.freshnessText(older as Freshness, TONIGHT)).toBe('Was on last Thursday')
  })
})

describe('places and distances', () => {
  it('are short, and have no name twice', () => {
    expect(formatters.placeOf(venueRef())).toBe('Ennis, Clare')
    expect(formatters.placeOf(venueRef({ town: 'Dublin', county: 'DUBLIN' }))).toBe('Dublin')
    expect(formatters.placeOf(venueRef({ town: 'Somerville', county: null, region: 'Massachusetts', country: 'US' }))).toBe('Somerville, Massachusetts')
    expect(formatters.placeOf(venueRef({ town: null, county: null, country: 'JP' }))).toBe('Japan')
  })

  it('are in metres up to one kilometre, then in kilometres, rounded from three on', () => {
    expect([0.02, 0.44, 0.94, 1.26, 9.4, 24.6].map(km => formatters.distance(km).replaceAll('\u00A0', ' '))).toEqual(['100 m', '400 m', '900 m', '1.3 km', '9 km', '25 km'])
  })
})

describe('a value that nobody expected', () => {
  it('is shown as it is where it is a date', () => {
    for (const date of ['2026-02-30', 'soon', '']) {
      expect(formatters.dateText(date, TONIGHT)).toBe(date)
      expect(formatters.calendarDate(date, TONIGHT)).toBe(date)
      expect(formatters.weekdayAndDate(date)).toBe(date)
    }
    expect(() => formatters.fullDate('soon')).not.toThrow()
  })

  it('does not throw where it is a country, a kind of schedule or a number', () => {
    expect(formatters.countryName('Éire')).toBe('Éire')
    expect(formatters.countryName('ZZZZ')).toBe('ZZZZ')
    expect(formatters.scheduleShort({ kind: 'TIDAL', start: '21:30' } as unknown as Schedule, TONIGHT)).toContain('21:30')
    expect(formatters.freshnessText({ state: 'CONFIRMED', lastNight: TONIGHT, confirmations: -1 } as Freshness, TONIGHT)).toBeTruthy()
  })
})
