import { mountSuspended } from '@nuxt/test-utils/runtime'
import { expect, it, vi } from 'vitest'
import VenuePage from '~/pages/venues/[id]/index.vue'
import type { Venue } from '~/types'
import { card, memberVenue, venue, venueRef } from '../examples'
import { ok, problem, useTestServer } from './server'
import { signedInAs } from './signedIn'

const server = useTestServer()
signedInAs('Siobhán', server)

async function openPage(change: Partial<Venue>, sessions = [card()]) {
  server.answer('/counties', ok({ items: [], countries: [] }))
  server.answer('/venues/v1', ok({ ...venue(change), version: 1, sessions }))
  const wrapper = await mountSuspended(VenuePage, { route: '/venues/v1' })
  await vi.waitFor(() => expect(wrapper.find('h2').exists()).toBe(true))
  return wrapper
}

it('a venue from OpenStreetMap names its source and the licence', async () => {
  const wrapper = await openPage({ sample: false, sources: [{ name: 'OpenStreetMap', url: 'https://www.openstreetmap.org/node/1' }] })
  expect(wrapper.get('a[href="https://www.openstreetmap.org/node/1"]').text()).toBe('OpenStreetMap')
  expect(wrapper.get('.venue__source').text()).toContain('© OpenStreetMap contributors, Open Database License (ODbL)')
})

it('a sample names no source', async () => {
  expect((await openPage({ sources: [{ name: 'sample', url: null }] })).find('.venue__source').exists()).toBe(false)
})

it('a venue has both its names, and only safe links', async () => {
  const wrapper = await openPage({ website: 'javascript:alert(1)', phone: '+353 (0)65 555 0100' })
  expect(wrapper.get('[lang=ga]').text()).toBe('Sos na Coirre')
  expect(wrapper.get('a[href^="tel:"]').attributes('href')).toBe('tel:+353655550100')
  expect(wrapper.findAll('a').map(link => link.attributes('href')).filter(href => href?.startsWith('javascript'))).toEqual([])
})

it('a venue without a session says so', async () => {
  expect((await openPage({}, [])).text()).toContain('We know of no session here')
})

it('a former name is shown as former', async () => {
  const wrapper = await openPage({ otherNames: ['The Corner'], formerNames: ['The Harp', 'O’Shea’s'] })
  expect(wrapper.text()).toContain('Also known as The Corner')
  expect(wrapper.text()).toContain('Formerly The Harp and O’Shea’s')
})

it('a venue that is closed for good says who says so, and its sessions are in doubt', async () => {
  const source = { name: 'OpenStreetMap', url: 'https://www.openstreetmap.org/node/1' }
  const doubtful = card({ venue: venueRef({ closed: true }), freshness: { ...card().freshness, state: 'STALE' } })
  const wrapper = await openPage({ closed: { on: '2026-11-24', source, sure: false } }, [doubtful])
  expect(wrapper.get('.page-header__closed').text()).toBe('Closed for good, according to OpenStreetMap')
  expect(wrapper.get('.freshness--stale').text()).toBe('In doubt: the venue is closed for good')
})

it('a venue of which it is certain says so without naming anybody', async () => {
  const wrapper = await openPage({ closed: { on: '2026-11-24', source: null, sure: true } })
  expect(wrapper.get('.page-header__closed').text()).toBe('Closed for good')
})

it('an open venue says nothing of closing', async () => {
  expect((await openPage({})).find('.page-header__closed').exists()).toBe(false)
})

it('a venue is said to be gone for good, and to be open after all', async () => {
  const wrapper = await openPage({})
  const button = (text: string) => wrapper.findAll('.venue-gone button').find(one => one.text() === text)!
  server.answer('PUT /venues/v1/gone', ok(memberVenue({ venue: venue({ closed: { on: '2026-11-24', source: null, sure: false } }), gone: true, version: 2 })))
  await button('It is gone for good').trigger('click')
  await vi.waitFor(() => expect(wrapper.get('.page-header__closed').text()).toBe('Closed for good, a member says'))
  expect(wrapper.get('.venue-gone').text()).toContain('It is not certain')
  expect(wrapper.get('.venue-gone').text()).toContain('You said so.')
  expect(button('I say so too')).toBeUndefined()
  server.answer('DELETE /venues/v1/gone', problem(403, 'not-allowed', { detail: 'Only a moderator takes that back.' }))
  await button('I take it back').trigger('click')
  await vi.waitFor(() => expect(wrapper.get('.refused-word').text()).toBe('Only a moderator takes that back.'))
  server.answer('DELETE /venues/v1/gone', ok(memberVenue({ version: 3 })))
  await button('I take it back').trigger('click')
  await vi.waitFor(() => expect(wrapper.find('.page-header__closed').exists()).toBe(false))
})

it.each([[true, ['I take it back']], [false, ['It is open', 'I say so too']]])('whether the visitor said that a venue is closed is known when the page is opened again: %s', async (gone, texts) => {
  const closed = { on: '2026-11-24', source: null, sure: false }
  server.answer('/me/venues/v1', ok(memberVenue({ venue: venue({ closed }), gone })))
  const wrapper = await openPage({ closed })
  await vi.waitFor(() => expect(wrapper.findAll('.venue-gone button').map(one => one.text())).toEqual(texts))
})

it('whoever is signed out is led to signing in before a venue is said to be gone', async () => {
  useIdentity().signedOut()
  const wrapper = await openPage({})
  await wrapper.get('.venue-gone button').trigger('click')
  await vi.waitFor(() => expect(useRouter().currentRoute.value.fullPath).toBe('/sign-in?then=/venues/v1%23venue-gone'))
})

it('the address of a venue that was merged leads to the one that was kept, which says so', async () => {
  server.answer('/counties', ok({ items: [], countries: [] }))
  // axios follows the redirect, so the answer is of the other venue.
  server.answer('/venues/old', ok({ ...venue(), version: 1, sessions: [] }))
  server.answer('/venues/v1', ok({ ...venue(), version: 1, sessions: [] }))
  const gone = await mountSuspended(VenuePage, { route: '/venues/old' })
  await vi.waitFor(() => expect(useRouter().currentRoute.value.path).toBe('/venues/v1'))
  gone.unmount()
  const wrapper = await mountSuspended(VenuePage, { route: false })
  await vi.waitFor(() => expect(wrapper.text()).toContain('You came by the address of a record that was made one with this venue.'))
  expect(wrapper.get('h1').text()).toBe('The Crane’s Rest')
})

it('can be reported', async () => {
  const wrapper = await openPage({})
  expect(wrapper.get('.report__button').attributes('aria-label')).toBe('Report this: The Crane’s Rest')
})
