import { mockNuxtImport } from '@nuxt/test-utils/runtime'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer } from '~/composables/useApi'
import type { Position } from '~/composables/usePosition'
import type { SessionCards } from '~/types'
import { isThisWeek } from '~/utils/search'
import { card, night, NOW } from '../cards'

const api = vi.hoisted(() => ({ sessions: vi.fn(), area: vi.fn(), venues: vi.fn(), counties: vi.fn() }))
const position = vi.hoisted(() => ({ locate: vi.fn<() => Promise<unknown>>() }))
mockNuxtImport('useApi', () => () => api)
mockNuxtImport('usePosition', () => () => position)

const page = (ids: string[], next: string | null = null): Answer<SessionCards> => ({ kind: 'found', value: { items: ids.map(id => card({ id })), next } })
const ennis: Position = { kind: 'found', location: { lat: 52.8436, lon: -8.9864 } }

beforeEach(() => {
  setActivePinia(createPinia())
  vi.resetAllMocks()
})

describe('lists', () => {
  it('are fetched, and unrolled page by page without doubles', async () => {
    const lists = useLists()
    api.sessions.mockResolvedValueOnce(page(['a', 'b'], 'next')).mockResolvedValueOnce(page(['b', 'c']))
    await lists.open({ county: 'clare' })
    await lists.more({ county: 'clare' })
    expect(lists.of({ county: 'clare' })).toMatchObject({ state: 'ready', next: null, more: 'idle' })
    expect(lists.of({ county: 'clare' })!.items.map(one => one.id)).toEqual(['a', 'b', 'c'])
    expect(api.sessions).toHaveBeenLastCalledWith({ county: 'clare', limit: 20, cursor: 'next' })
  })

  it('are there at once for who comes back', async () => {
    const lists = useLists()
    api.sessions.mockResolvedValue(page(['a']))
    await lists.open({ q: 'a' })
    await lists.open({ q: 'b' })
    await lists.open({ q: 'a' })
    expect(api.sessions).toHaveBeenCalledTimes(2)
  })

  it('give up a question when another is asked', async () => {
    const lists = useLists()
    let stopped = false
    api.sessions.mockImplementationOnce((_question, signal: AbortSignal) => new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        stopped = true
        resolve({ kind: 'superseded' })
      })
    })).mockResolvedValueOnce(page(['tigh']))
    const former = lists.open({ q: 't' })
    await lists.open({ q: 'tigh' })
    await former
    expect(stopped).toBe(true)
    expect(lists.of({ q: 't' })).toBeUndefined()
    expect(lists.of({ q: 'tigh' })!.items).toHaveLength(1)
  })

  it('keep what they had when the server cannot be reached, and try again', async () => {
    const lists = useLists()
    api.sessions.mockResolvedValueOnce(page(['a'])).mockResolvedValueOnce({ kind: 'unreachable' }).mockResolvedValueOnce(page(['b']))
    await lists.open({ q: 'a' })
    await lists.open({ q: 'a' }, undefined, { again: true })
    expect(lists.of({ q: 'a' })).toMatchObject({ state: 'trouble', items: [{ id: 'a' }] })
    await lists.open({ q: 'a' }, undefined, { again: true })
    expect(lists.of({ q: 'a' })).toMatchObject({ state: 'ready', items: [{ id: 'b' }] })
  })

  it('of a week end where the week ends', async () => {
    const lists = useLists()
    const later = card({ id: 'later', nights: [night('2026-12-20')] })
    api.sessions.mockResolvedValueOnce({ kind: 'found', value: { items: [card({ id: 'a' }), later], next: 'more' } })
    await lists.open({ sort: 'next' }, one => isThisWeek(one, NOW))
    expect(lists.of({ sort: 'next' })).toMatchObject({ items: [{ id: 'a' }], next: null })
  })

  it('of houses leave out those whose sessions are listed', async () => {
    const lists = useLists()
    api.venues.mockResolvedValueOnce({ kind: 'found', value: { items: [{ id: 'v1', sessions: 0 }, { id: 'v2', sessions: 3 }], next: null } })
    await lists.openHouses('tigh')
    expect(lists.houses.tigh!.map(house => house.id)).toEqual(['v1'])
  })
})

describe('near me', () => {
  it('follows each cell to its end, and sends no position', async () => {
    const nearby = useNearby()
    position.locate.mockResolvedValue(ennis)
    api.area.mockResolvedValueOnce(page(['a'], 'next')).mockResolvedValueOnce(page(['b']))
    await nearby.locate()
    expect(nearby.state).toBe('ready')
    expect(nearby.cards.map(one => one.id)).toEqual(['a', 'b'])
    expect(api.area.mock.calls).toEqual([['gc3', null], ['gc3', 'next']])
  })

  it.each(['denied', 'timeout', 'unavailable'] as const)('says so when the position is %s', async (kind) => {
    const nearby = useNearby()
    position.locate.mockResolvedValue({ kind })
    await nearby.locate()
    expect(nearby.state).toBe(kind)
    expect(api.area).not.toHaveBeenCalled()
  })

  it('says so when the server cannot be reached, and tries again without asking for the position again', async () => {
    const nearby = useNearby()
    position.locate.mockResolvedValue(ennis)
    api.area.mockResolvedValueOnce({ kind: 'unreachable' }).mockResolvedValueOnce(page(['a']))
    await nearby.locate()
    expect(nearby.state).toBe('trouble')
    await nearby.open()
    expect(nearby.state).toBe('ready')
    expect(position.locate).toHaveBeenCalledOnce()
  })
})

describe('counties', () => {
  it('add up to Ireland', async () => {
    const counties = useCounties()
    const nights = { MONDAY: 1, TUESDAY: 0, WEDNESDAY: 0, THURSDAY: 2, FRIDAY: 0, SATURDAY: 0, SUNDAY: 0 }
    api.counties.mockResolvedValueOnce({ kind: 'found', value: { items: [{ slug: 'clare', nights }, { slug: 'cork', nights }], countries: [] } })
    await counties.open()
    expect(counties.nights.THURSDAY).toBe(4)
    expect(counties.bySlug('cork')).toMatchObject({ slug: 'cork' })
    expect(counties.bySlug('atlantis')).toBeUndefined()
  })
})
