import { describe, expect, it } from 'vitest'
import { greetingOf } from '../../app/utils/greetings'
import { directionsTo, webAddress } from '../../app/utils/links'
import { addressOf, isThisWeek, nightShown, nightsOf, questionOf, searchFrom, searchNear, titleOf, type Search } from '../../app/utils/search'
import { addDays } from '../../app/utils/dates'
import { card, night, NOW, TONIGHT, venueRef } from '../cards'

const usual = searchFrom({}, TONIGHT)
const search = (change: Partial<Search>): Search => ({ ...usual, ...change })

describe('the address', () => {
  it('is empty for what is usual', () => {
    expect(addressOf(usual)).toEqual({})
    expect(usual.night).toBe('tonight')
  })

  it('says back what it was given', () => {
    const address = { q: 'tigh coili', county: 'galway', night: '2026-11-26', pace: 'SLOW', admission: 'OPEN', focus: 'SONGS', sort: 'name' }
    expect(addressOf(searchFrom(address, TONIGHT))).toEqual(address)
    expect(addressOf(searchFrom({ near: 'me', night: 'week' }, TONIGHT))).toEqual({ near: 'me', night: 'week' })
  })

  it('means any day to who types a name, unless it says another', () => {
    expect(searchFrom({ q: 'tigh' }, TONIGHT).night).toBe('any')
    expect(searchFrom({ q: 'tigh', night: 'tonight' }, TONIGHT).night).toBe('tonight')
    expect(addressOf(searchFrom({ q: 'tigh', night: 'tonight' }, TONIGHT))).toEqual({ q: 'tigh', night: 'tonight' })
  })

  it('that was sent last week still leads somewhere', () => {
    expect(searchFrom({ night: '2026-11-19' }, TONIGHT).night).toBe('tonight')
    expect(searchFrom({ night: TONIGHT }, TONIGHT).night).toBe('tonight')
  })

  it('may hold anything, and does no harm', () => {
    const odd = searchFrom({ q: ['a', 'b'], county: '../etc', country: 'usa', night: '2026-02-30', pace: 'FAST', sort: 'DROP', near: 'you' }, TONIGHT)
    expect(odd).toEqual({ ...usual, q: 'a', night: 'any' })
    expect(searchFrom({ q: 'x'.repeat(5000) }, TONIGHT).q).toHaveLength(100)
  })
})

describe('the question to the API', () => {
  it('asks for tonight in Ireland at first', () => {
    expect(questionOf(usual, TONIGHT)).toEqual({ on: TONIGHT, bbox: '-10.8,51.3,-5.3,55.5' })
  })

  it('looks for a name everywhere', () => {
    expect(questionOf(searchFrom({ q: 'burren' }, TONIGHT), TONIGHT)).toEqual({ q: 'burren' })
  })

  it('orders a week by its nights', () => {
    expect(questionOf(search({ night: 'week', county: 'clare', order: 'name' }), TONIGHT)).toEqual({ county: 'clare', sort: 'next' })
  })

  it('carries every filter', () => {
    expect(questionOf(search({ country: 'US', night: 'any', pace: 'FULL', admission: 'OPEN', focus: 'TUNES', order: 'next' }), TONIGHT)).toEqual({ country: 'US', pace: ['FULL'], admission: ['OPEN'], focus: ['TUNES'], sort: 'next' })
  })
})

describe('near me', () => {
  const here = { lat: 52.8436, lon: -8.9864 }
  const near = card({ id: 'near' })
  const far = card({ id: 'far', venue: venueRef({ location: { lat: 53.27, lon: -9.05 } }) })
  const other = card({ id: 'other', name: 'Aoife’s', pace: 'SLOW', venue: venueRef({ location: { lat: 52.9, lon: -8.9864 } }), nights: [night(addDays(TONIGHT, 2), { start: '2026-11-26T20:00:00Z' })] })

  it('keeps what is within 25 km, the nearest first, with its distance', () => {
    const found = searchNear([other, far, near], here, search({ near: true, night: 'any' }), NOW)
    expect(found.map(one => one.id)).toEqual(['near', 'other'])
    expect(found[0]!.distanceKm).toBe(0)
    expect(found[1]!.distanceKm).toBeCloseTo(6.3, 1)
  })

  it('keeps the night, the week and the filters', () => {
    expect(searchNear([near, other], here, search({ night: 'tonight' }), NOW).map(one => one.id)).toEqual(['near'])
    expect(searchNear([near, other], here, search({ night: '2026-11-26' }), NOW).map(one => one.id)).toEqual(['other'])
    expect(searchNear([near, other], here, search({ night: 'week' }), NOW)).toHaveLength(2)
    expect(searchNear([near, other], here, search({ night: 'any', pace: 'SLOW' }), NOW).map(one => one.id)).toEqual(['other'])
  })

  it('orders by time and by name', () => {
    expect(searchNear([other, near], here, search({ night: 'any', order: 'next' }), NOW).map(one => one.id)).toEqual(['near', 'other'])
    expect(searchNear([near, other], here, search({ night: 'any', order: 'name' }), NOW).map(one => one.id)).toEqual(['other', 'near'])
  })

  it('counts its nights', () => {
    expect(nightsOf([near, other], [TONIGHT, '2026-11-25', '2026-11-26'])).toEqual([1, 0, 1])
  })

  it('does not change what it was given', () => {
    expect(near.distanceKm).toBeNull()
  })
})

describe('the night that a card shows', () => {
  const twice = card({ nights: [night(TONIGHT), night('2026-11-27')] })

  it('is the one asked for, or else the next', () => {
    expect(nightShown(twice, '2026-11-27', NOW)?.date).toBe('2026-11-27')
    expect(nightShown(twice, 'any', NOW)?.date).toBe(TONIGHT)
    expect(nightShown(card({ nights: [] }), 'tonight', NOW)).toBeNull()
  })

  it('is still tonight at two in the morning', () => {
    expect(nightShown(twice, 'tonight', Date.parse('2026-11-25T02:00:00Z'))?.date).toBe(TONIGHT)
    expect(nightShown(twice, 'any', Date.parse('2026-11-25T05:00:00Z'))?.date).toBe('2026-11-27')
  })

  it('goes by the clock of the venue', () => {
    const boston = card({ venue: venueRef({ timeZone: 'America/New_York' }), nights: [night(TONIGHT, { start: '2026-11-24T20:00:00-05:00' })] })
    expect(nightShown(boston, 'tonight', Date.parse('2026-11-25T07:00:00Z'))?.date).toBe(TONIGHT)
  })

  it('is this week until the sixth night after tonight', () => {
    expect(isThisWeek(card({ nights: [night('2026-11-30')] }), NOW)).toBe(true)
    expect(isThisWeek(card({ nights: [night('2026-12-01')] }), NOW)).toBe(false)
    expect(isThisWeek(card({ nights: [] }), NOW)).toBe(false)
  })
})

describe('small things', () => {
  it('a session goes by its house unless it has a name', () => {
    expect(titleOf(card())).toBe('The Crane’s Rest')
    expect(titleOf(card({ name: 'Kitty’s' }))).toBe('Kitty’s')
  })

  it('one greeting a day, each in its turn', () => {
    const lines = Array.from({ length: 30 }, (_, n) => greetingOf(addDays('2026-11-24', n), 15))
    expect(lines.slice(0, 15)).toEqual(Array.from({ length: 15 }, (_, n) => n))
    expect(lines.slice(15)).toEqual(lines.slice(0, 15))
    expect(greetingOf('2020-01-01', 15)).toBeGreaterThanOrEqual(0)
  })

  it('only a web address becomes a link', () => {
    expect(webAddress('https://pub.example/')).toBe('https://pub.example/')
    expect(webAddress('javascript:alert(1)')).toBeNull()
    expect(webAddress(null)).toBeNull()
    expect(directionsTo({ lat: 52.8, lon: -9 })).toBe('https://www.google.com/maps/dir/?api=1&destination=52.8,-9')
  })
})
