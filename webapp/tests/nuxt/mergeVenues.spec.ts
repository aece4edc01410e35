import { mountSuspended } from '@nuxt/test-utils/runtime'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import MergePage from '~/pages/moderation/merge.vue'
import { card, venueCard } from '../examples'
import { venuePage } from '../moderation'
import { ok, problem, useTestServer } from './server'
import { signedInAs } from './signedIn'

const server = useTestServer()
signedInAs('Moya', server, true)

const old = venuePage({ id: 'v1', name: 'The Old Crane', sessions: [card()] })
const kept = venuePage({ id: 'v2', name: 'Tigh Mháire', location: { lat: 52.8446, lon: -8.9864 } })

let wrapper: VueWrapper
beforeEach(() => {
  server.answer('/venues/v1', ok(old))
  server.answer('/venues/v2', ok(kept))
})
afterEach(() => wrapper?.unmount())

async function openPage(query = '?from=v1&into=v2') {
  wrapper = await mountSuspended(MergePage, { route: `/moderation/merge${query}`, attachTo: document.body })
  await vi.waitFor(() => expect(wrapper.find('.merge-side, .merge__done').exists()).toBe(true))
}

const side = (name: 'from' | 'into') => wrapper.get(`[aria-labelledby=merge-${name}]`)
const button = (text: string) => wrapper.findAll('button').find(one => one.text() === text)!
const merges = () => server.received().filter(request => request.path.startsWith('/moderation/merges'))

async function merge() {
  await wrapper.get('form textarea').setValue('Its old name.')
  await wrapper.get('form').trigger('submit')
}

it('shows the two side by side, with their sessions, and how far apart they are', async () => {
  await openPage()
  expect(side('from').text()).toContain('This one goes')
  expect(side('from').text()).toContain('One session here')
  expect(side('from').find('article').exists()).toBe(true)
  expect(side('into').text()).toContain('No session here')
  expect(wrapper.get('#merge-what').text()).toBe('The Old Crane becomes Tigh Mháire, and its session moves there')
  expect(wrapper.get('.merge__form').text()).toContain('The pins are 100 m apart.')
})

it('makes them one, which can be undone', async () => {
  server.answer('POST /moderation/merges', ok({ from: 'v1', into: 'v2', sessions: ['s1'] }))
  server.answer('DELETE /moderation/merges/v1', ok({ from: 'v1', sessions: ['s1'] }))
  await openPage()
  await merge()
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('They are one.'))
  expect(wrapper.text()).toContain('One session was moved.')
  expect(wrapper.find('a[href="/venues/v2"]').exists()).toBe(true)
  await button('Undo it').trigger('click')
  await vi.waitFor(() => expect(wrapper.get('#merged').text()).toBe('They are two again.'))
  expect(merges().map(({ method, path, body }) => [method, path, body])).toEqual([['POST', '/moderation/merges', { from: 'v1', into: 'v2', note: 'Its old name.' }], ['DELETE', '/moderation/merges/v1', undefined]])
})

it('can be turned round', async () => {
  await openPage()
  await button('The other way round').trigger('click')
  await vi.waitFor(() => expect(side('from').text()).toContain('Tigh Mháire'))
  expect(side('into').text()).toContain('The Old Crane')
})

it('finds a venue by typing', async () => {
  server.answer('/venues', ok({ items: [venueCard({ id: 'v2', name: 'Tigh Mháire' })], next: null }))
  await openPage('?from=v1')
  expect(wrapper.find('form').exists()).toBe(false)
  await side('into').get('input').setValue('Tigh')
  await side('into').get('input').trigger('keydown', { key: 'Enter' })
  await vi.waitFor(() => expect(side('into').find('.venue-picker__found button').exists()).toBe(true))
  await side('into').get('.venue-picker__found button').trigger('click')
  await vi.waitFor(() => expect(side('into').find('.merge-side__name').exists()).toBe(true))
  expect(useRouter().currentRoute.value.fullPath).toBe('/moderation/merge?from=v1&into=v2')
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('merge-into'))
})

it('is not for a venue and itself, nor for one that is unknown', async () => {
  await openPage('?from=v1&into=v1')
  expect(side('into').text()).toContain('These are one and the same.')
  wrapper.unmount()
  await openPage('?from=v1&into=nowhere')
  expect(side('into').text()).toContain('There is no venue at this address.')
})

it('says why the server refuses', async () => {
  server.answer('POST /moderation/merges', problem(409, 'conflict', { detail: 'Tigh Mháire was merged into another venue itself.' }))
  await openPage()
  await merge()
  await vi.waitFor(() => expect(wrapper.get('form [role=alert]').text()).toBe('Tigh Mháire was merged into another venue itself.'))
})

it('of two that were made one before can be undone', async () => {
  server.answer('/venues/v1', ok(kept))
  server.answer('DELETE /moderation/merges/v1', problem(409, 'conflict', { detail: 'Tigh Mháire is gone.' }))
  await openPage()
  expect(wrapper.get('#merged').text()).toBe('These two were made one before.')
  await button('Undo it').trigger('click')
  await vi.waitFor(() => expect(wrapper.get('[role=alert]').text()).toBe('Tigh Mháire is gone.'))
})
