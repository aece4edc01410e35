import { mountSuspended } from '@nuxt/test-utils/runtime'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import SessionPage from '~/pages/sessions/[id]/index.vue'
import VenuePage from '~/pages/venues/[id]/index.vue'
import { card, me, memberSession, memberVenue, session, venue } from '../examples'
import { ok, useTestServer } from './server'
import { signedInAs } from './signedIn'

const server = useTestServer()
signedInAs('Siobhán', server)

let wrapper: VueWrapper
beforeEach(() => {
  server.answer('/counties', ok({ items: [], countries: [] }))
  server.answer('/me', ok(me()))
  server.answer('/sessions/s1', ok(session({ version: 1 })))
  server.answer('/me/sessions/s1', ok(memberSession({ session: session({ version: 1 }) })))
})
afterEach(() => wrapper?.unmount())

async function openSession() {
  wrapper = await mountSuspended(SessionPage, { route: '/sessions/s1' })
  await vi.waitFor(() => expect(wrapper.find('.session__craic').exists()).toBe(true))
}

it('the page of a session shows what this tab wrote, though the edge still gives what was before', async () => {
  await useOwnWrites().keepSession(memberSession({ session: session({ version: 2, craic: 'Polkas, lately.' }), version: 2 }))
  await openSession()
  expect(wrapper.get('.session__craic').text()).toBe('Polkas, lately.')
})

it('nothing that a member wrote is left once they have signed out', async () => {
  await useIdentity().restore()
  await useOwnWrites().keepSession(memberSession({ session: session({ version: 2, craic: 'Polkas, lately.' }), version: 2 }))
  await useMySessions().load('s1')
  useIdentity().signedOut()
  await vi.waitFor(() => expect(useMySessions().known).toEqual({}))
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('Polkas')
  await openSession()
  expect(wrapper.get('.session__craic').text()).not.toBe('Polkas, lately.')
})

it('its organiser sees what was changed elsewhere too, and what may be done', async () => {
  const newest = session({ version: 7, craic: 'Changed on the phone.' })
  server.answer('/me/sessions/s1', ok(memberSession({ session: newest, version: 7 })))
  await openSession()
  await vi.waitFor(() => expect(wrapper.get('.session__craic').text()).toBe('Changed on the phone.'))
  expect(wrapper.findAll('.session-actions a').map(link => link.attributes('href'))).toEqual(['/sessions/s1/nights', '/sessions/s1/edit', '/sessions/s1/edit#keeping'])
})

it('a session says who keeps it, and where nobody does, how to take it over', async () => {
  server.answer('/sessions/s2', ok({ ...session({ id: 's2' }), organiser: { name: null } }))
  server.answer('/sessions/s3', ok({ ...session({ id: 's3' }), organiser: null }))
  for (const [id, text] of [['s2', 'Organiser: a former member'], ['s3', 'This session has no organiser. Take this session over']] as const) {
    wrapper = await mountSuspended(SessionPage, { route: `/sessions/${id}` })
    await vi.waitFor(() => expect(wrapper.text()).toContain(text))
  }
})

it('the page of a venue has its new name, and the session that was just shared there', async () => {
  server.answer('/venues/v1', ok({ ...venue(), version: 1, sessions: [card({ id: 'old' })] }))
  await useOwnWrites().keepVenue(memberVenue({ venue: venue({ name: 'The New Name' }), version: 2 }))
  await useOwnWrites().keepSession(memberSession({ session: session({ id: 'new', name: 'The new one' }) }))
  wrapper = await mountSuspended(VenuePage, { route: '/venues/v1' })
  await vi.waitFor(() => expect(wrapper.find('h2').exists()).toBe(true))
  expect(wrapper.get('h1').text()).toBe('The New Name')
  expect(wrapper.text()).toContain('The new one')
})
