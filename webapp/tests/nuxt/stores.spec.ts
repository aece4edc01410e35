import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isThisWeek } from '~/utils/sessions'
import { card, night, NOW, venueCard } from '../examples'
import { ENNIS, stubGeolocation } from './geolocation'
import { failure, ok, useTestServer } from './server'

const server = useTestServer()
const page = (ids: string[], next: string | null = null) => ok({ items: ids.map(id => card({ id })), next })

beforeEach(() => setActivePinia(createPinia()))

describe('the lists of sessions', () => {
  it('are loaded page by page, without a session that is on both pages', async () => {
    const lists = useSessionLists()
    server.answerInTurn('/sessions', [page(['a', 'b'], 'page-2'), page(['b', 'c'])])
    await lists.load({ county: 'clare' })
    await lists.loadNextPage({ county: 'clare' })
    expect(lists.get({ county: 'clare' })).toMatchObject({ state: 'ready', cursor: null, nextPage: 'idle' })
    expect(lists.get({ county: 'clare' })!.sessions.map(one => one.id)).toEqual(['a', 'b', 'c'])
    expect(server.requests()).toEqual(['/sessions?county=clare&limit=20', '/sessions?county=clare&limit=20&cursor=page-2'])
  })

  it('send a filter as the API reads it', async () => {
    server.answer('/sessions', page([]))
    await useSessionLists().load({ q: 'tigh', pace: ['SLOW'], on: '2026-11-24' })
    expect(server.requests()).toEqual(['/sessions?q=tigh&pace=SLOW&on=2026-11-24&limit=20'])
  })

  it('are not requested again while they are recent', async () => {
    const lists = useSessionLists()
    server.answer('/sessions', page(['a']))
    await lists.load({ q: 'a' })
    await lists.load({ q: 'b' })
    await lists.load({ q: 'a' })
    expect(server.requests()).toHaveLength(2)
  })

  it('abort a request when another list is requested', async () => {
    const lists = useSessionLists()
    const aborted = vi.fn()
    const received = Promise.withResolvers<void>()
    server.answer('/sessions', (query, request) => {
      if (query.get('q') !== 't') return page(['tigh'])
      request.socket.once('close', aborted)
      received.resolve()
      return new Promise(() => {})
    })
    const former = lists.load({ q: 't' })
    await received.promise
    await lists.load({ q: 'tigh' })
    await former
    await vi.waitFor(() => expect(aborted).toHaveBeenCalled())
    expect(lists.get({ q: 't' })).toBeUndefined()
    expect(lists.get({ q: 'tigh' })!.sessions).toHaveLength(1)
  })

  it('keep their sessions when the server fails, and can be loaded again', async () => {
    const lists = useSessionLists()
    server.answerInTurn('/sessions', [page(['a']), failure(), page(['b'])])
    await lists.load({ q: 'a' })
    await lists.load({ q: 'a' }, undefined, { force: true })
    expect(lists.get({ q: 'a' })).toMatchObject({ state: 'failed', sessions: [{ id: 'a' }] })
    await lists.load({ q: 'a' }, undefined, { force: true })
    expect(lists.get({ q: 'a' })).toMatchObject({ state: 'ready', sessions: [{ id: 'b' }] })
  })

  it('end before the first session that does not belong to them', async () => {
    const lists = useSessionLists()
    server.answer('/sessions', ok({ items: [card({ id: 'a' }), card({ id: 'later', nights: [night('2026-12-20')] })], next: 'page-2' }))
    await lists.load({ sort: 'next' }, one => isThisWeek(one, NOW))
    expect(lists.get({ sort: 'next' })).toMatchObject({ sessions: [{ id: 'a' }], cursor: null })
  })
})

describe('the venues that match a search', () => {
  it('are those without a session', async () => {
    const venues = useVenueMatches()
    server.answer('/venues', ok({ items: [venueCard({ id: 'v1', sessions: 0 }), venueCard({ id: 'v2', sessions: 3 })], next: null }))
    await venues.load('tigh')
    expect(venues.get('tigh').map(venue => venue.id)).toEqual(['v1'])
    expect(venues.get('tig')).toEqual([])
    expect(server.requests()).toEqual(['/venues?q=tigh&limit=40'])
  })
})

describe('the sessions nearby', () => {
  afterEach(() => vi.restoreAllMocks())

  it('are loaded cell by cell and page by page, and the position is not sent', async () => {
    const nearby = useNearby()
    stubGeolocation(ENNIS)
    server.answerInTurn('/areas/gc3', [page(['a'], 'page-2'), page(['b'])])
    await nearby.locate()
    expect(nearby.state).toBe('ready')
    expect(nearby.cards.map(one => one.id)).toEqual(['a', 'b'])
    expect(nearby.town).toBe('Ennis')
    expect(server.requests()).toEqual(['/areas/gc3?limit=500', '/areas/gc3?limit=500&cursor=page-2'])
  })

  it.each([[1, 'denied'], [2, 'unavailable'], [3, 'timeout']] as const)('are not loaded when the browser gives error %i: %s', async (code, state) => {
    const nearby = useNearby()
    stubGeolocation({ code })
    await nearby.locate()
    expect(nearby.state).toBe(state)
    expect(server.requests()).toEqual([])
  })

  it('can be loaded again after a failure, without another request for the position', async () => {
    const nearby = useNearby()
    const getCurrentPosition = stubGeolocation(ENNIS)
    server.answerInTurn('/areas/gc3', [failure(), page(['a'])])
    await nearby.locate()
    expect(nearby.state).toBe('failed')
    await nearby.load()
    expect(nearby.state).toBe('ready')
    expect(getCurrentPosition).toHaveBeenCalledOnce()
  })
})

describe('the counties', () => {
  it('add up to Ireland', async () => {
    const counties = useCounties()
    const nights = { MONDAY: 1, TUESDAY: 0, WEDNESDAY: 0, THURSDAY: 2, FRIDAY: 0, SATURDAY: 0, SUNDAY: 0 }
    server.answer('/counties', ok({ items: [{ slug: 'clare', sessions: 3, nights }, { slug: 'cork', sessions: 2, nights }], countries: [] }))
    await counties.load()
    expect(counties.totalNights.THURSDAY).toBe(4)
    expect(counties.totalSessions).toBe(5)
    expect(counties.bySlug('cork')).toMatchObject({ slug: 'cork' })
    expect(counties.bySlug('atlantis')).toBeUndefined()
  })

  it('say that they failed', async () => {
    const counties = useCounties()
    server.answer('/counties', failure(500))
    await counties.load()
    expect(counties.state).toBe('failed')
  })
})
