import { describe, expect, it } from 'vitest'
import { addDays, timeOf, dayOfWeek, daysBetween, eveningOf, isPlainDate, isSmallHours, weekFrom } from '../../app/utils/dates'

const at = (moment: string) => Date.parse(moment)

describe('the evening of a moment', () => {
  it('is the date at the venue, not where the visitor is', () => {
    expect(eveningOf(at('2026-11-24T21:30:00Z'), 'Europe/Dublin')).toBe('2026-11-24')
    expect(eveningOf(at('2026-11-24T21:30:00Z'), 'Asia/Tokyo')).toBe('2026-11-25')
    expect(eveningOf(at('2026-11-25T03:30:00Z'), 'America/New_York')).toBe('2026-11-24')
  })

  it('lasts until four in the morning', () => {
    expect(eveningOf(at('2026-11-25T03:59:00Z'), 'Europe/Dublin')).toBe('2026-11-24')
    expect(eveningOf(at('2026-11-25T04:00:00Z'), 'Europe/Dublin')).toBe('2026-11-25')
  })

  it('ends at four in Irish summer time too', () => {
    expect(eveningOf(at('2026-07-01T02:59:00Z'), 'Europe/Dublin')).toBe('2026-06-30')
    expect(eveningOf(at('2026-07-01T03:01:00Z'), 'Europe/Dublin')).toBe('2026-07-01')
  })

  it('has small hours until four', () => {
    expect(['00:00', '00:30', '03:59', '04:00', '21:30'].map(isSmallHours)).toEqual([true, true, true, false, false])
  })
})

describe('a value that this browser does not know', () => {
  it('is judged by Irish time where it is a zone, and does not throw', () => {
    for (const zone of ['GMT+1', 'Mars/Olympus_Mons', '', 'Z z', 'Europe/Nowhere']) {
      expect(eveningOf(at('2026-11-24T21:30:00Z'), zone)).toBe('2026-11-24')
    }
  })

  it('stays as it is where it is a date', () => {
    expect(addDays('2026-02-30x', 1)).toBe('2026-02-30x')
    expect(addDays('', 1)).toBe('')
    expect(isPlainDate('')).toBe(false)
    expect(isPlainDate('2026-02-30')).toBe(false)
  })
})

describe('dates', () => {
  it('count days across clock changes and years', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-11-24', '2026-11-17')).toBe(-7)
  })

  it('know their day of the week', () => {
    expect(dayOfWeek('2026-11-24')).toBe('TUESDAY')
    expect(dayOfWeek('2026-11-29')).toBe('SUNDAY')
  })

  it('make a week that begins tonight', () => {
    expect(weekFrom('2026-12-29')).toEqual(['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'])
  })

  it('are told from texts that only look like one', () => {
    expect(isPlainDate('2026-11-24')).toBe(true)
    for (const no of ['2026-02-30', '2026-13-01', '24-11-2026', 'tonight', '']) expect(isPlainDate(no)).toBe(false)
  })

  it('show the clock at the venue', () => {
    expect(timeOf('2026-07-03T21:30:00+01:00')).toBe('21:30')
  })
})
