import { mountSuspended } from '@nuxt/test-utils/runtime'
import { expect, it, vi } from 'vitest'
import VenuePage from '~/pages/venues/[id]/index.vue'
import type { Venue } from '~/types'
import { card, venue, venueRef } from '../examples'
import { ok, useTestServer } from './server'

const server = useTestServer()

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
  const wrapper = await openPage({ closed: { on: '2026-11-24', source } }, [doubtful])
  expect(wrapper.get('.page-header__closed').text()).toBe('Closed for good, according to OpenStreetMap')
  expect(wrapper.get('.freshness--stale').text()).toBe('In doubt: the venue is closed for good')
})

it('an open venue says nothing of closing', async () => {
  expect((await openPage({})).find('.page-header__closed').exists()).toBe(false)
})
