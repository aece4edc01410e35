import { describe, expect, it } from 'vitest'
import { addDays } from '../../app/utils/dates'
import { cardOf, newerSession, newerVenue, searchWith, venuesWith, withSession, withVenue, type OwnWrites } from '../../app/utils/ownWrites'
import { countySearch, parseSearch, type Search } from '../../app/utils/search'
import { card, memberSession, memberVenue, night, NOW, session, TONIGHT, venue, venueCard, venueRef } from '../examples'

const nothing: OwnWrites = { sessions: {}, venues: {} }
const BEFORE = NOW - 60_000
const LATER = NOW + 120_000
const anyDay: Search = parseSearch({ night: 'any' }, TONIGHT)
const idsOf = (writes: OwnWrites, cards = [card({ id: 'a' }), card({ id: 'b' })], { loadedAt = BEFORE, complete = true, search = anyDay } = {}) =>
  searchWith(writes, cards, loadedAt, complete, search, NOW).map(one => one.id)
const shared = withSession(nothing, memberSession({ session: session({ id: 'new' }) }), NOW)
const changed = (change: Parameters<typeof session>[0] = {}) => withSession(nothing, memberSession({ session: session({ id: 'a', version: 2, ...change }) }), NOW)

describe('a session that this tab wrote', () => {
  it('is shown as written until the API gives a later version', () => {
    const writes = changed({ pace: 'FULL' })
    expect(newerSession(writes, 'a', session({ id: 'a', version: 1 }), LATER)?.pace).toBe('FULL')
    expect(newerSession(writes, 'a', null, LATER)?.pace).toBe('FULL')
    expect(newerSession(writes, 'a', session({ id: 'a', version: 3, pace: 'SLOW' }), NOW)?.pace).toBe('SLOW')
    expect(newerSession(writes, 'other', null, NOW)).toBeNull()
  })

  it('is shown as written for as long as the edge may keep an answer of the same version: what members say does not change it', () => {
    const writes = changed({ question: { date: TONIGHT, askers: 1, askedAt: '2026-11-24T18:29:00Z', answer: null } })
    const fromEdge = session({ id: 'a', version: 2 })
    expect(newerSession(writes, 'a', fromEdge, NOW + 60_000)?.question).not.toBeNull()
    expect(newerSession(writes, 'a', fromEdge, LATER)?.question).toBeNull()
  })

  it('says in its card for which night somebody asks', () => {
    const question = { date: TONIGHT, askers: 1, askedAt: '2026-11-24T18:29:00Z', answer: null }
    expect(cardOf(session({ question }), NOW).askedFor).toBe(TONIGHT)
    expect(cardOf(session({ question: { ...question, answer: { on: true, by: 'Aoife', organiser: false, at: '2026-11-24T18:29:30Z' } } }), NOW).askedFor).toBeNull()
    expect(cardOf(session({ question: { ...question, date: '2026-11-23' } }), NOW).askedFor).toBeNull()
  })

  it('has in its card the night that people are asked about', () => {
    expect(cardOf(session({ recentNight: '2026-11-21' }), NOW).recentNight).toBe('2026-11-21')
    expect(cardOf(session({ recentNight: null }), NOW).recentNight).toBeNull()
  })

  it('is in lists at once, at the top where the best come first', () => {
    expect(idsOf(shared)).toEqual(['new', 'a', 'b'])
  })

  it('is in a list only where the search has it', () => {
    expect(idsOf(shared, [], { search: countySearch('clare') })).toEqual(['new'])
    expect(idsOf(shared, [], { search: countySearch('cork') })).toEqual([])
    expect(idsOf(shared, [], { search: { ...anyDay, pace: 'SLOW' } })).toEqual([])
    expect(idsOf(shared, [], { search: { ...anyDay, night: addDays(TONIGHT, 1) } })).toEqual([])
    expect(idsOf(shared, [], { search: { ...anyDay, q: 'cranes ennis' } })).toEqual(['new'])
    expect(idsOf(shared, [], { search: { ...anyDay, q: 'gort' } })).toEqual([])
  })

  it('stands among the others where they are in the order of their nights', () => {
    const cards = [card({ id: 'a', nights: [night(TONIGHT, { start: `${TONIGHT}T19:00:00Z` })] }), card({ id: 'b', nights: [night(addDays(TONIGHT, 1))] })]
    expect(idsOf(shared, cards, { search: { ...anyDay, sort: 'next' } })).toEqual(['a', 'new', 'b'])
  })

  it('replaces its card, and keeps the distance', () => {
    const [first] = searchWith(changed({ pace: 'FULL' }), [card({ id: 'a', distanceKm: 0.4 })], BEFORE, true, anyDay, NOW)
    expect(first).toMatchObject({ pace: 'FULL', distanceKm: 0.4 })
  })

  it('leaves the lists that it is no longer in', () => {
    expect(idsOf(changed({ pace: 'FULL' }), undefined, { search: { ...anyDay, pace: 'STEADY' } })).toEqual(['b'])
    expect(idsOf(withSession(nothing, memberSession({ session: session({ id: 'a' }), takenDown: true }), NOW))).toEqual(['b'])
    expect(idsOf(withSession(nothing, memberSession({ session: session({ id: 'a' }), endedOn: TONIGHT }), NOW))).toEqual(['b'])
    expect(idsOf(withSession(nothing, memberSession({ session: session({ id: 'a' }), endedOn: addDays(TONIGHT, 7) }), NOW))).toEqual(['a', 'b'])
  })

  it('is left to the API in a list that was fetched well after it', () => {
    expect(idsOf(shared, undefined, { loadedAt: LATER })).toEqual(['a', 'b'])
  })

  it('is not brought forward from a later page, unless it is new', () => {
    expect(idsOf(changed(), [card({ id: 'b' })], { complete: false })).toEqual(['b'])
    expect(idsOf(shared, [card({ id: 'b' })], { complete: false })).toEqual(['new', 'b'])
  })
})

describe('a card of a session that was written', () => {
  it('has the nights of the coming week, or else the next one', () => {
    const far = night(addDays(TONIGHT, 14))
    expect(cardOf(session({ nights: [night(TONIGHT), night(addDays(TONIGHT, 6)), far] }), NOW).nights).toHaveLength(2)
    expect(cardOf(session({ nights: [far, night(addDays(TONIGHT, 21))] }), NOW).nights).toEqual([far])
  })

  it('names no member', () => {
    expect(JSON.stringify(cardOf(session(), NOW))).not.toContain('Aoife')
  })
})

describe('a venue that this tab wrote', () => {
  const renamed = withVenue(nothing, memberVenue({ venue: venue({ name: 'The New Name' }), version: 2 }), NOW)

  it('has its new name on its page and on every card', () => {
    expect(newerVenue(renamed, 'v1', { ...venue(), version: 1, sessions: [card()] }, NOW)).toMatchObject({ name: 'The New Name', version: 2, sessions: [{ venue: { name: 'The New Name' } }] })
    expect(searchWith(renamed, [card()], BEFORE, true, anyDay, NOW)[0]?.venue.name).toBe('The New Name')
  })

  it('is left to the API once that is as new', () => {
    expect(newerVenue(renamed, 'v1', { ...venue(), version: 3, sessions: [] }, NOW)?.name).toBe('The Crane’s Rest')
  })

  it('shows the session that was just shared there, and not one that moved away', () => {
    expect(newerVenue(shared, 'v1', { ...venue(), version: 1, sessions: [] }, NOW)?.sessions.map(one => one.id)).toEqual(['new'])
    const moved = withSession(nothing, memberSession({ session: session({ id: 'a', venue: venue({ ...venueRef({ id: 'v2' }), closed: null }) }) }), NOW)
    expect(newerVenue(moved, 'v1', { ...venue(), version: 1, sessions: [card({ id: 'a' })] }, NOW)?.sessions).toEqual([])
  })

  it('is found by its words at once, under its new name', () => {
    expect(venuesWith(renamed, [], 'new na', NOW)).toMatchObject([{ id: 'v1', name: 'The New Name' }])
    expect(venuesWith(renamed, [], 'old', NOW)).toEqual([])
    expect(venuesWith(renamed, [venueCard({ sessions: 3 })], 'crane', NOW)).toMatchObject([{ name: 'The New Name', sessions: 3 }])
    expect(venuesWith(renamed, [venueCard()], 'crane', LATER)).toMatchObject([{ name: 'The Crane’s Rest' }])
  })

  it('is there before the API knows it', () => {
    expect(newerVenue(renamed, 'v1', null, NOW)).toMatchObject({ name: 'The New Name', sessions: [] })
    expect(newerVenue(nothing, 'v1', null, NOW)).toBeNull()
  })
})
