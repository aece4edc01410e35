import { mountSuspended } from '@nuxt/test-utils/runtime'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import CardActions from '~/components/session/CardActions.vue'
import FavouriteButton from '~/components/session/FavouriteButton.vue'
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

describe('the card of a session that has begun tonight', () => {
  const LATE = Date.parse('2026-11-24T22:00:00Z')
  const open = (id: string, now = LATE) => mountSuspended(CardActions, { props: { card: card({ id }), name: 'The Crane’s Rest', now } })

  it('asks those who keep it whether it is on, and takes the answer back on the second tap', async () => {
    server.answer('/sessions/kept/confirmations', ok(memberSession()))
    server.answer('/sessions/kept/confirmations/2026-11-24', ok(memberSession()))
    const wrapper = await open('kept')
    await vi.waitFor(() => expect(wrapper.find('.card-voice').exists()).toBe(true))
    await wrapper.get('.two-words__yes').trigger('click')
    expect(wrapper.get('.two-words__yes').attributes('aria-pressed')).toBe('true')
    await vi.waitFor(() => expect(server.received().find(one => one.method === 'POST' && one.path === '/sessions/kept/confirmations')?.body).toEqual({ date: '2026-11-24', on: true }))
    await wrapper.get('.two-words__yes').trigger('click')
    await vi.waitFor(() => expect(server.received().some(one => one.method === 'DELETE' && one.path === '/sessions/kept/confirmations/2026-11-24')).toBe(true))
    expect(wrapper.get('.two-words__yes').attributes('aria-pressed')).toBe('false')
  })

  it('puts a refused word right again', async () => {
    server.answer('/sessions/kept/confirmations', problem(403, 'blocked', { detail: 'You may not write.' }))
    const wrapper = await open('kept')
    await vi.waitFor(() => expect(wrapper.find('.card-voice').exists()).toBe(true))
    await wrapper.get('.two-words__no').trigger('click')
    await vi.waitFor(() => expect(wrapper.get('.refused-word').text()).toBe('You may not write.'))
    expect(wrapper.get('.two-words__no').attributes('aria-pressed')).toBe('false')
  })

  it('leaves everybody else in peace, and asks nothing before it has begun', async () => {
    for (const wrapper of [await open('another'), await open('kept', NOW)]) {
      await vi.waitFor(() => expect(useFavourites().ids.has('kept')).toBe(true))
      expect(wrapper.find('.card-voice').exists()).toBe(false)
    }
  })
})
