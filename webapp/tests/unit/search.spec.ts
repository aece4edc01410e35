import { describe, expect, it } from 'vitest'
import { countySearch, parseSearch, toApiQuery, toRouteQuery, type Search } from '../../app/utils/search'
import { TONIGHT } from '../examples'

const defaults = parseSearch({}, TONIGHT)
const search = (change: Partial<Search>): Search => ({ ...defaults, ...change })

describe('the address', () => {
  it('is empty for the defaults', () => {
    expect(toRouteQuery(defaults)).toEqual({})
    expect(defaults.night).toBe('tonight')
  })

  it('keeps every part of a search', () => {
    const address = { q: 'tigh coili', county: 'galway', night: '2026-11-26', pace: 'SLOW', admission: 'OPEN', focus: 'SONGS', sort: 'name' }
    expect(toRouteQuery(parseSearch(address, TONIGHT))).toEqual(address)
    expect(toRouteQuery(parseSearch({ near: 'me', night: 'week' }, TONIGHT))).toEqual({ near: 'me', night: 'week' })
  })

  it('means any night if it has a text, unless it says another', () => {
    expect(parseSearch({ q: 'tigh' }, TONIGHT).night).toBe('any')
    expect(parseSearch({ q: 'tigh', night: 'tonight' }, TONIGHT).night).toBe('tonight')
    expect(toRouteQuery(parseSearch({ q: 'tigh', night: 'tonight' }, TONIGHT))).toEqual({ q: 'tigh', night: 'tonight' })
  })

  it('means tonight if its night is over', () => {
    expect(parseSearch({ night: '2026-11-19' }, TONIGHT).night).toBe('tonight')
    expect(parseSearch({ night: TONIGHT }, TONIGHT).night).toBe('tonight')
  })

  it('may hold anything: what is invalid is ignored', () => {
    const invalid = parseSearch({ q: ['a', 'b'], county: '../etc', country: 'usa', night: '2026-02-30', pace: 'FAST', sort: 'DROP', near: 'you' }, TONIGHT)
    expect(invalid).toEqual({ ...defaults, q: 'a', night: 'any' })
    expect(parseSearch({ q: 'x'.repeat(5000) }, TONIGHT).q).toHaveLength(100)
    expect(parseSearch({ q: '!!!' }, TONIGHT)).toEqual(defaults)
  })
})

describe('the query for the API', () => {
  it('asks for tonight in Ireland by default', () => {
    expect(toApiQuery(defaults)).toEqual({ on: 'tonight', island: 'ireland' })
  })

  it('asks for tonight by the clock of each venue, and for another night by its date', () => {
    expect(toApiQuery(parseSearch({ country: 'US' }, TONIGHT))).toEqual({ country: 'US', on: 'tonight' })
    expect(toApiQuery(parseSearch({ country: 'US', night: '2026-11-28' }, TONIGHT))).toEqual({ country: 'US', on: '2026-11-28' })
  })

  it('searches for a text everywhere', () => {
    expect(toApiQuery(parseSearch({ q: 'burren' }, TONIGHT))).toEqual({ q: 'burren' })
  })

  it('sorts a week by night', () => {
    expect(toApiQuery(search({ night: 'week', county: 'clare', sort: 'name' }))).toEqual({ county: 'clare', sort: 'next' })
  })

  it('has every filter', () => {
    expect(toApiQuery(search({ country: 'US', night: 'any', pace: 'FULL', admission: 'OPEN', focus: 'TUNES', sort: 'next' }))).toEqual({ country: 'US', pace: ['FULL'], admission: ['OPEN'], focus: ['TUNES'], sort: 'next' })
  })

  it('asks for all sessions of a county by night', () => {
    expect(toApiQuery(countySearch('clare'))).toEqual({ county: 'clare', sort: 'next' })
  })
})
