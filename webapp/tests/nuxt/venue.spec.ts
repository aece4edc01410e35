import { mockNuxtImport, mountSuspended } from '@nuxt/test-utils/runtime'
import { expect, it, vi } from 'vitest'
import VenuePage from '~/pages/venues/[id].vue'
import { card, venue } from '../cards'

const api = vi.hoisted(() => ({ venue: vi.fn(), counties: vi.fn() }))
mockNuxtImport('useApi', () => () => api)

async function open(change: Parameters<typeof venue>[0], sessions = [card()]) {
  api.counties.mockResolvedValue({ kind: 'found', value: { items: [], countries: [] } })
  api.venue.mockResolvedValue({ kind: 'found', value: { ...venue(change), version: 1, sessions } })
  const wrapper = await mountSuspended(VenuePage, { route: '/venues/v1' })
  await vi.waitFor(() => expect(wrapper.find('h2').exists()).toBe(true))
  return wrapper
}

it('a house from OpenStreetMap says so, with the licence', async () => {
  const wrapper = await open({ sample: false, sources: [{ name: 'OpenStreetMap', url: 'https://www.openstreetmap.org/node/1' }] })
  expect(wrapper.get('a[href="https://www.openstreetmap.org/node/1"]').text()).toBe('OpenStreetMap')
  expect(wrapper.get('.venue__source').text()).toContain('© OpenStreetMap contributors, Open Database License (ODbL)')
})

it('an invented house names no source', async () => {
  expect((await open({ sources: [{ name: 'sample', url: null }] })).find('.venue__source').exists()).toBe(false)
})

it('a house has both its names, and doors that lead somewhere', async () => {
  const wrapper = await open({ website: 'javascript:alert(1)', phone: '+353 (0)65 555 0100' })
  expect(wrapper.get('[lang=ga]').text()).toBe('Sos na Coirre')
  expect(wrapper.get('a[href^="tel:"]').attributes('href')).toBe('tel:+353655550100')
  expect(wrapper.findAll('a').map(link => link.attributes('href')).filter(href => href?.startsWith('javascript'))).toEqual([])
})

it('a house without a session says so', async () => {
  expect((await open({}, [])).text()).toContain('We know of no session here')
})
