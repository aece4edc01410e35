import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, shallowRef } from 'vue'
import { useSessionResult } from '~/composables/useSessionResult'
import { countySearch, type Search } from '~/utils/search'
import { card } from '../examples'
import { ENNIS, stubGeolocation, stubGeolocationPermission } from './geolocation'
import { failure, ok, useTestServer } from './server'

const server = useTestServer()
const page = (ids: string[], next: string | null = null) => ok({ items: ids.map(id => card({ id })), next })
const clare = countySearch('clare')
const nearMe: Search = { ...clare, county: null, nearMe: true, sort: null }

// Every test starts with empty stores.
beforeEach(() => {
  const pinia = usePinia()
  for (const store of [useSessionLists(), useNearby()]) {
    store.$dispose()
    Reflect.deleteProperty(pinia.state.value, store.$id)
  }
})
afterEach(() => vi.restoreAllMocks())

/** Mounts a component that does nothing but search. */
async function start(first: Search) {
  const search = shallowRef(first)
  let answer!: ReturnType<typeof useSessionResult>
  const wrapper = await mountSuspended(defineComponent({
    setup() {
      answer = useSessionResult(search)
      return () => h('div')
    },
  }))
  const { result, ...actions } = answer
  const until = (state: string) => vi.waitFor(() => expect(result.value.state).toBe(state))
  const ids = () => ('cards' in result.value ? result.value.cards.map(one => one.id) : null)
  return { search, result, ...actions, until, ids, unmount: () => wrapper.unmount() }
}

describe('the result of a list', () => {
  it('is loading, then ready', async () => {
    server.answer('/sessions', page(['a', 'b']))
    const { result, until } = await start(clare)
    expect(result.value).toEqual({ state: 'loading', previous: null })
    await until('ready')
    expect(result.value).toMatchObject({ cards: [{ id: 'a' }, { id: 'b' }], total: 2, nextPage: 'none', outdated: false })
    expect(server.requests()).toEqual(['/sessions?county=clare&sort=next&limit=20'])
  })

  it('has a next page, which may fail and be loaded again', async () => {
    server.answerInTurn('/sessions', [page(['a'], 'page-2'), failure(), page(['b'])])
    const { result, until, ids, loadMore } = await start(clare)
    await until('ready')
    expect(result.value).toMatchObject({ total: null, nextPage: 'available' })
    loadMore()
    expect(result.value).toMatchObject({ nextPage: 'loading' })
    await vi.waitFor(() => expect(result.value).toMatchObject({ nextPage: 'failed' }))
    expect(ids()).toEqual(['a'])
    loadMore()
    await vi.waitFor(() => expect(ids()).toEqual(['a', 'b']))
    expect(result.value).toMatchObject({ total: 2, nextPage: 'none' })
  })

  it('keeps the sessions of the last search until the answer is there', async () => {
    server.answer('/sessions', query => page([query.get('county')!]))
    const { search, result, until, ids } = await start(clare)
    await until('ready')
    search.value = countySearch('cork')
    await vi.waitFor(() => expect(result.value).toMatchObject({ state: 'loading', previous: [{ id: 'clare' }] }))
    await until('ready')
    expect(ids()).toEqual(['cork'])
  })

  it('fails if the server cannot be reached, and can be tried again', async () => {
    server.answerInTurn('/sessions', [failure(), page(['a'])])
    const { until, ids, retry } = await start(clare)
    await until('failed')
    await retry()
    expect(ids()).toEqual(['a'])
  })

  it('is outdated if the server cannot be reached any more', async () => {
    server.answerInTurn('/sessions', [page(['a']), failure()])
    const { result, until, retry } = await start(clare)
    await until('ready')
    await retry()
    expect(result.value).toMatchObject({ state: 'ready', cards: [{ id: 'a' }], outdated: true })
  })

  it('is loaded no more once its page is left', async () => {
    server.answer('/sessions', page(['a']))
    const { search, until, unmount } = await start(clare)
    await until('ready')
    unmount()
    search.value = countySearch('cork')
    await nextTick()
    expect(server.requests()).toHaveLength(1)
  })
})

describe('the result of "near me"', () => {
  it('needs the position, and does not ask for it by itself', async () => {
    stubGeolocationPermission('prompt')
    const getCurrentPosition = stubGeolocation(ENNIS)
    const { result } = await start(nearMe)
    await nextTick()
    expect(result.value).toEqual({ state: 'positionNeeded', reason: 'ask' })
    expect(getCurrentPosition).not.toHaveBeenCalled()
  })

  it('uses the position if the browser already permits it', async () => {
    stubGeolocationPermission('granted')
    stubGeolocation(ENNIS)
    server.answer('/areas/gc3', page(['a']))
    const { until, ids } = await start(nearMe)
    await until('ready')
    expect(ids()).toEqual(['a'])
  })

  it('says why there is no position', async () => {
    stubGeolocation({ code: 1 })
    const { result } = await start(nearMe)
    await useNearby().locate()
    expect(result.value).toEqual({ state: 'positionNeeded', reason: 'denied' })
  })

  it('has the sessions around the position, twenty at a time', async () => {
    stubGeolocation(ENNIS)
    server.answer('/areas/gc3', page(Array.from({ length: 25 }, (_, n) => `s${n}`)))
    const { result, until, ids, loadMore } = await start(nearMe)
    void useNearby().locate()
    await until('loading')
    await until('ready')
    expect(result.value).toMatchObject({ total: 25, nextPage: 'available' })
    expect(ids()).toHaveLength(20)
    loadMore()
    expect(ids()).toHaveLength(25)
    expect(result.value).toMatchObject({ nextPage: 'none' })
  })

  it('fails if the server cannot be reached, and can be tried again', async () => {
    stubGeolocation(ENNIS)
    server.answerInTurn('/areas/gc3', [failure(), page(['a'])])
    const { until, ids, retry } = await start(nearMe)
    await useNearby().locate()
    await until('failed')
    await retry()
    expect(ids()).toEqual(['a'])
  })
})
