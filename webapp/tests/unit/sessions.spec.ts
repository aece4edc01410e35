import { describe, expect, it } from 'vitest'
import { addDays } from '../../app/utils/dates'
import { countByNight, isThisWeek, nightToAskAbout, nightToShow, titleOf } from '../../app/utils/sessions'
import { card, night, NOW, TONIGHT, venueRef } from '../examples'

it('a session without a name goes by the name of its venue', () => {
  expect(titleOf(card())).toBe('The Crane’s Rest')
  expect(titleOf(card({ name: 'Kitty’s' }))).toBe('Kitty’s')
})

it('the sessions of each night are counted', () => {
  const tonight = card({ nights: [night(TONIGHT)] })
  const thursday = card({ nights: [night(addDays(TONIGHT, 2))] })
  expect(countByNight([tonight, thursday, thursday], [TONIGHT, '2026-11-25', '2026-11-26'])).toEqual([1, 0, 2])
})

describe('the night that a card asks about', () => {
  const LATE = Date.parse('2026-11-24T22:00:00Z')

  it('is the latest one, and tonight once it has begun', () => {
    expect(nightToAskAbout(card(), NOW)).toBe('2026-11-17')
    expect(nightToAskAbout(card(), LATE)).toBe(TONIGHT)
    expect(nightToAskAbout(card({ recentNight: null }), NOW)).toBeNull()
  })

  it('is not one that was called off', () => {
    expect(nightToAskAbout(card({ nights: [night(TONIGHT, { status: 'CANCELLED' })] }), LATE)).toBe('2026-11-17')
  })
})

describe('the night that a card shows', () => {
  const twice = card({ nights: [night(TONIGHT), night('2026-11-27')] })

  it('is the one that was searched for, or else the next', () => {
    expect(nightToShow(twice, '2026-11-27', NOW)?.date).toBe('2026-11-27')
    expect(nightToShow(twice, 'any', NOW)?.date).toBe(TONIGHT)
    expect(nightToShow(card({ nights: [] }), 'tonight', NOW)).toBeNull()
  })

  it('is still tonight at two in the morning', () => {
    expect(nightToShow(twice, 'tonight', Date.parse('2026-11-25T02:00:00Z'))?.date).toBe(TONIGHT)
    expect(nightToShow(twice, 'any', Date.parse('2026-11-25T05:00:00Z'))?.date).toBe('2026-11-27')
  })

  it('is judged in the time zone of the venue', () => {
    const boston = card({ venue: venueRef({ timeZone: 'America/New_York' }), nights: [night(TONIGHT, { start: '2026-11-24T20:00:00-05:00' })] })
    expect(nightToShow(boston, 'tonight', Date.parse('2026-11-25T07:00:00Z'))?.date).toBe(TONIGHT)
  })

  it('is this week up to the sixth night after tonight', () => {
    expect(isThisWeek(card({ nights: [night('2026-11-30')] }), NOW)).toBe(true)
    expect(isThisWeek(card({ nights: [night('2026-12-01')] }), NOW)).toBe(false)
    expect(isThisWeek(card({ nights: [] }), NOW)).toBe(false)
  })
})
