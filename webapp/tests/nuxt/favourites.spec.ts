import { mountSuspended } from '@nuxt/test-utils/runtime'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import FavouriteButton from '~/components/session/FavouriteButton.vue'
import SessionCard from '~/components/session/SessionCard.vue'
import { card, memberSession, NOW } from '../examples'
import { failure, ok, problem, useTestServer } from './server'
import { signedInAs } from './signedIn'

const server = useTestServer()
signedInAs('Siobhán', server)
beforeEach(() => {
  useFavourites().replace([])
  server.answer('/me', ok({ favourites: [card({ id: 'kept' })] }))
})

describe('a favourite', () => {
  it('is on screen before the server answers', async () => {
    const favourites = useFavourites()
    let answer: (() => void) | undefined
    server.answer('/me/favourites/s1', () => new Promise(resolve => (answer = () => resolve(ok({ items: ['s1'] })))))
    const saving = favourites.toggle('s1')
    expect(favourites.ids.has('s1')).toBe(true)
    await vi.waitFor(() => expect(answer).toBeDefined())
    answer!()
    expect(await saving).toBe(true)
    expect(favourites.ids.has('s1')).toBe(true)
  })

  it.each([['refused', problem(404, 'not-found')], ['not answered', failure()]])('is put right again when it is %s, and says so', async (_, answer) => {
    const favourites = useFavourites()
    server.answer('/me/favourites/s1', answer)
    await favourites.toggle('s1')
    expect(favourites.ids.has('s1')).toBe(false)
    expect(favourites.failed).toBe('s1')
  })

  it('ends as the last press has it, whichever came while the server was slow', async () => {
    const favourites = useFavourites()
    server.answer('/me/favourites/s1', ok({ items: [] }))
    await Promise.all([favourites.toggle('s1'), favourites.toggle('s1')])
    expect(favourites.ids.has('s1')).toBe(false)
    // Whether one request was made for both presses, or one for each: the last one takes it away.
    expect(server.received().at(-1)?.method).toBe('DELETE')
  })

  it('is one that the member kept before', async () => {
    const favourites = useFavourites()
    await favourites.load()
    expect([...favourites.ids]).toEqual(['kept'])
  })

  it('of somebody who signed in for it is kept after that', async () => {
    sessionStorage.setItem('wished-favourite', 's9')
    server.answer('/me/favourites/s9', ok({ items: ['kept', 's9'] }))
    const favourites = useFavourites()
    await favourites.load()
    expect([...favourites.ids]).toEqual(['kept', 's9'])
    expect(sessionStorage.getItem('wished-favourite')).toBeNull()
  })

  it('asks nothing of the server where nobody is signed in', async () => {
    useIdentity().signedOut()
    const favourites = useFavourites()
    await favourites.load()
    expect(await favourites.toggle('s1')).toBe(false)
    expect(favourites.ids.size).toBe(0)
    expect(server.requests()).toEqual([])
  })
})

it('the heart of a card says whether it is pressed', async () => {
  server.answer('/me/favourites/kept', ok({ items: [] }))
  const toggle = vi.spyOn(useFavourites(), 'toggle')
  const wrapper = await mountSuspended(FavouriteButton, { props: { id: 'kept', name: 'The Crane’s Rest' } })
  await vi.waitFor(() => expect(wrapper.get('button').attributes('aria-pressed')).toBe('true'))
  await wrapper.get('button').trigger('click')
  expect(wrapper.get('button').attributes('aria-pressed')).toBe('false')
  expect(wrapper.get('button').attributes('aria-label')).toBe('Keep The Crane’s Rest')
  expect(await toggle.mock.results[0]!.value).toBe(true)
})

describe('the card of a session', () => {
  const LATE = Date.parse('2026-11-24T22:00:00Z')
  const open = (change: Parameters<typeof card>[0] = {}, now = NOW, route = '/?q=ennis') => mountSuspended(SessionCard, { props: { card: card({ id: 'kept', ...change }), night: 'any', now }, route, attachTo: document.body })
  let wrapper: VueWrapper
  beforeEach(() => (useState('card-words').value = {}))
  afterEach(() => wrapper.unmount())

  it('asks about tonight once it has begun, and takes the answer back on the second tap', async () => {
    server.answer('/sessions/kept/confirmations', ok(memberSession()))
    server.answer('/sessions/kept/confirmations/2026-11-24', ok(memberSession()))
    wrapper = await open({}, LATE)
    await vi.waitFor(() => expect(wrapper.find('.card-voice').text()).toContain('Tonight?'))
    await wrapper.get('.two-words__yes').trigger('click')
    expect(wrapper.get('.two-words__yes').attributes('aria-pressed')).toBe('true')
    await vi.waitFor(() => expect(server.received().find(one => one.method === 'POST' && one.path === '/sessions/kept/confirmations')?.body).toEqual({ date: '2026-11-24', on: true }))
    await wrapper.get('.two-words__yes').trigger('click')
    await vi.waitFor(() => expect(server.received().some(one => one.method === 'DELETE' && one.path === '/sessions/kept/confirmations/2026-11-24')).toBe(true))
    expect(wrapper.get('.two-words__yes').attributes('aria-pressed')).toBe('false')
  })

  it('puts a refused word right again', async () => {
    server.answer('/sessions/kept/confirmations', problem(403, 'blocked', { detail: 'You may not write.' }))
    wrapper = await open()
    await vi.waitFor(() => expect(wrapper.find('.card-voice').exists()).toBe(true))
    await wrapper.get('.two-words__no').trigger('click')
    await vi.waitFor(() => expect(wrapper.get('.refused-word').text()).toBe('You may not write.'))
    expect(wrapper.get('.two-words__no').attributes('aria-pressed')).toBe('false')
  })

  it('asks about the latest night until tonight has begun', async () => {
    server.answer('/sessions/kept/confirmations', ok(memberSession()))
    wrapper = await open()
    await vi.waitFor(() => expect(wrapper.find('.card-voice').text()).toContain('Last Tuesday?'))
    expect(wrapper.get('.two-words').attributes('aria-label')).toBe('The Crane’s Rest: Was it on last Tuesday?')
    await wrapper.get('.two-words__yes').trigger('click')
    await vi.waitFor(() => expect(server.received().find(one => one.method === 'POST' && one.path === '/sessions/kept/confirmations')?.body).toEqual({ date: '2026-11-17', on: true }))
    expect(wrapper.get('.card-voice').text()).toContain('Thank you!')
    expect(wrapper.get('.two-words__yes').attributes('aria-pressed')).toBe('true')
  })

  it('asks nothing where there was no night, or where a moderator looks at it', async () => {
    for (wrapper of [await open({ recentNight: null }), await mountSuspended(SessionCard, { props: { card: card(), night: 'any', now: NOW, quiet: true } })]) {
      await vi.waitFor(() => expect(wrapper.find('.favourite').exists()).toBe(true))
      expect(wrapper.find('.card--asks, .card-voice').exists()).toBe(false)
    }
  })

  it('leads whoever is signed out to signing in, and back to the same card of the same list', async () => {
    useIdentity().signedOut()
    wrapper = await open()
    await vi.waitFor(() => expect(wrapper.find('.card-voice').exists()).toBe(true))
    await wrapper.get('.two-words__yes').trigger('click')
    await vi.waitFor(() => expect(useRouter().currentRoute.value.query.then).toBe('/?q=ennis#said-kept'))
    wrapper.unmount()
    const scrolled = vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockImplementation(() => {})
    wrapper = await open({}, NOW, '/?q=ennis#said-kept')
    await vi.waitFor(() => expect(scrolled.mock.contexts.map(element => (element as Element).className)).toEqual(['card-voice card__voice']))
    scrolled.mockRestore()
  })
})
