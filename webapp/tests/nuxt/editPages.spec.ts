import { mountSuspended } from '@nuxt/test-utils/runtime'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SessionActions from '~/components/session/SessionActions.vue'
import EditPage from '~/pages/sessions/[id]/edit.vue'
import NightsPage from '~/pages/sessions/[id]/nights.vue'
import TakeOverPage from '~/pages/sessions/[id]/take-over.vue'
import VenueEditPage from '~/pages/venues/[id]/edit.vue'
import type { MemberSession } from '~/types/member'
import { addDays } from '~/utils/dates'
import { memberSession, memberVenue, night, session, venue } from '../examples'
import { stubGeolocation } from './geolocation'
import { ok, problem, useTestServer } from './server'
import { signedInAs } from './signedIn'

const server = useTestServer()
signedInAs('Siobhán', server)

// The pages judge nights by the real clock.
const TODAY = new Date().toISOString().slice(0, 10)
const nights = [night(addDays(TODAY, 3)), night(addDays(TODAY, 10))]
const mine = (change: Partial<MemberSession> = {}, detail: Parameters<typeof session>[0] = {}): MemberSession => memberSession({ session: session({ id: 's1', nights, ...detail }), ...change })

let wrapper: VueWrapper
beforeEach(() => {
  stubGeolocation({ code: 2 })
  server.answer('/me/sessions/s1', ok(mine()))
  server.answer('/sessions/s1', ok(session({ id: 's1' })))
})
afterEach(() => wrapper?.unmount())

const button = (text: string) => wrapper.findAll('button').find(one => one.text() === text)!
const sent = (method: string, path: string) => server.received().filter(request => request.method === method && request.path === path)
const cameTo = (path: string) => vi.waitFor(() => expect(useRouter().currentRoute.value.fullPath).toBe(path))

describe('changing a session', () => {
  async function openPage() {
    wrapper = await mountSuspended(EditPage, { route: '/sessions/s1/edit', attachTo: document.body })
    await vi.waitFor(() => expect(wrapper.find('form, .sign-in-hint, .panel').exists()).toBe(true))
  }
  const choose = (field: string, value: string) => wrapper.get(`[data-field="${field}"] input[value="${value}"]`).setValue(true)
  const submit = () => wrapper.get('form').trigger('submit')

  it('begins with what it is, and sends the version that it began with', async () => {
    server.answer('PUT /sessions/s1', ok(mine({ version: 2 }, { version: 2 })))
    await openPage()
    expect(wrapper.get<HTMLTextAreaElement>('#field-craic').element.value).toBe('Jigs and reels mostly.')
    await choose('pace', 'FULL')
    await submit()
    await cameTo('/sessions/s1')
    const [request] = sent('PUT', '/sessions/s1')
    expect(request!.headers['if-match']).toBe('"v1"')
    expect(request!.body).toMatchObject({ venue: 'v1', pace: 'FULL', schedule: { kind: 'WEEKLY', days: ['TUESDAY'] }, endedOn: null })
  })

  it('shows what somebody else changed meanwhile beside it, and overwrites nothing', async () => {
    server.answerInTurn('PUT /sessions/s1', [problem(412, 'stale'), ok(mine({ version: 6 }))])
    await openPage()
    await choose('pace', 'FULL')
    await wrapper.get('#field-craic').setValue('Polkas.')
    server.answer('/me/sessions/s1', ok(mine({ version: 5 }, { version: 5, craic: 'Songs now.', admission: 'ASK_FIRST' })))
    await submit()
    await vi.waitFor(() => expect(document.activeElement?.className).toContain('version-choice'))
    expect(wrapper.findAll('.version-choice__row').map(row => row.text().replaceAll(/\s+/g, ' '))).toEqual(['May I join?TheirsAsk firstYoursOpen to all', 'PaceTheirsSteadyYoursFull', 'What it is likeTheirsSongs now.YoursPolkas.You both changed this.'])
    expect(button('Save what I chose').attributes('disabled')).toBeDefined()
    await wrapper.findAll('.version-choice__row')[2]!.findAll('input')[0]!.setValue(true)
    await button('Save what I chose').trigger('click')
    await cameTo('/sessions/s1')
    expect(sent('PUT', '/sessions/s1').map(({ headers, body }) => [headers['if-match'], body])).toMatchObject([
      ['"v1"', { pace: 'FULL', craic: 'Polkas.', admission: 'OPEN' }],
      ['"v5"', { pace: 'FULL', craic: 'Songs now.', admission: 'ASK_FIRST' }],
    ])
  })

  it('goes on by itself where the other change was of something else, such as a night', async () => {
    server.answerInTurn('PUT /sessions/s1', [problem(412, 'stale'), ok(mine({ version: 3 }))])
    await openPage()
    await choose('pace', 'FULL')
    server.answer('/me/sessions/s1', ok(mine({ version: 2 }, { version: 2 })))
    await submit()
    await cameTo('/sessions/s1')
    expect(sent('PUT', '/sessions/s1').map(({ headers }) => headers['if-match'])).toEqual(['"v1"', '"v2"'])
  })

  it('is not for others, who may take over what nobody organises', async () => {
    server.answer('/me/sessions/s1', ok(mine({ rights: { change: false, takeOver: true, listAgain: false, answer: false, answerReviews: false } })))
    await openPage()
    await vi.waitFor(() => expect(wrapper.text()).toContain('Only the organiser of a session may change it.'))
    expect(wrapper.find('form').exists()).toBe(false)
    expect(wrapper.get('.panel a').attributes('href')).toBe('/sessions/s1/take-over')
  })

  it('hands it over by a link', async () => {
    server.answer('POST /sessions/s1/hand-over', ok({ code: 'c0de', until: '2026-12-10T00:00:00Z', session: mine({ version: 2, handOver: { until: '2026-12-10T00:00:00Z' } }) }))
    await openPage()
    await button('Make a link').trigger('click')
    await vi.waitFor(() => expect(wrapper.get<HTMLInputElement>('.copy-field__text').element.value).toMatch(/\/sessions\/s1\/take-over\?code=c0de$/))
    expect(wrapper.text()).toContain('good until 10 December 2026')
  })

  it('ends it after a question, and takes that back', async () => {
    server.answer('DELETE /sessions/s1', ok(mine({ version: 2, endedOn: TODAY })))
    server.answer('PUT /sessions/s1', ok(mine({ version: 3 })))
    await openPage()
    await wrapper.findAll('dialog')[0]!.get('.button--danger').trigger('click')
    await vi.waitFor(() => expect(button('It goes on after all')).toBeDefined())
    await button('It goes on after all').trigger('click')
    await vi.waitFor(() => expect(sent('PUT', '/sessions/s1')).toMatchObject([{ headers: { 'if-match': '"v2"' }, body: { endedOn: null } }]))
  })

  it('takes it down after a question, and lists it again', async () => {
    server.answer('PUT /sessions/s1/takedown', ok(mine({ version: 2, takenDown: true, rights: { change: true, takeOver: false, listAgain: true, answer: true, answerReviews: true } })))
    server.answer('DELETE /sessions/s1/takedown', ok(mine({ version: 3 })))
    await openPage()
    await wrapper.findAll('dialog')[1]!.get('.button--danger').trigger('click')
    await vi.waitFor(() => expect(wrapper.text()).toContain('This session is taken down.'))
    await button('List it again').trigger('click')
    await vi.waitFor(() => expect(wrapper.text()).not.toContain('This session is taken down.'))
  })
})

describe('single nights', () => {
  async function openPage(state = mine()) {
    server.answer('/me/sessions/s1', ok(state))
    wrapper = await mountSuspended(NightsPage, { route: '/sessions/s1/nights', attachTo: document.body })
    await vi.waitFor(() => expect(wrapper.findAll('form').length).toBeGreaterThan(0))
  }

  it('are called off with a note', async () => {
    const path = `/sessions/s1/occurrences/${nights[0]!.date}`
    server.answer(`PUT ${path}`, ok(mine({ version: 2 }, { nights: [{ ...nights[0]!, status: 'CANCELLED', note: 'Wake next door' }, nights[1]!] })))
    await openPage()
    await button('It is off').trigger('click')
    await wrapper.get(`#field-night-${nights[0]!.date}-note`).setValue(' Wake next door ')
    await wrapper.get('.night-row form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.get('.night-row--cancelled').text()).toContain('Not on: Wake next door'))
    expect(sent('PUT', path)).toMatchObject([{ headers: { 'if-match': '"v1"' }, body: { status: 'CANCELLED', note: 'Wake next door', at: null, to: null } }])
  })

  it('are moved to another place or time, one of them at least', async () => {
    const path = `/sessions/s1/occurrences/${nights[0]!.date}`
    server.answer(`PUT ${path}`, ok(mine({ version: 2 })))
    await openPage()
    await button('It is moved').trigger('click')
    await wrapper.get('.night-row form').trigger('submit')
    expect(wrapper.get('.night-row .edit-field__error').text()).toBe('Choose another venue, another time, or both.')
    await wrapper.get(`#field-night-${nights[0]!.date}-at`).setValue('20:00')
    await wrapper.get('.night-row form').trigger('submit')
    await vi.waitFor(() => expect(sent('PUT', path)).toMatchObject([{ body: { status: 'MOVED', at: '20:00', to: null } }]))
  })

  it('are announced where the session is irregular', async () => {
    const date = addDays(TODAY, 30)
    server.answer(`PUT /sessions/s1/occurrences/${date}`, ok(mine({ version: 2 }, { nights: [night(date)] })))
    await openPage(mine({}, { nights: [], schedule: { kind: 'IRREGULAR', note: 'When the boat is in', start: '21:30', end: null, season: null } }))
    await wrapper.get('#field-new-night').setValue(date)
    await button('Announce it').trigger('click')
    await wrapper.findAll('form').at(-1)!.trigger('submit')
    await vi.waitFor(() => expect(wrapper.findAll('.night-row')).toHaveLength(1))
    expect(sent('PUT', `/sessions/s1/occurrences/${date}`)[0]!.body).toEqual({ status: 'SCHEDULED', note: null, at: null, to: null })
  })

  it('are shown as they are now where somebody else changed one', async () => {
    server.answer(`PUT /sessions/s1/occurrences/${nights[1]!.date}`, problem(412, 'stale'))
    await openPage()
    server.answer('/me/sessions/s1', ok(mine({ version: 2 }, { nights: [{ ...nights[0]!, status: 'CANCELLED', note: null }, nights[1]!] })))
    await wrapper.findAll('.night-row')[1]!.get('button').trigger('click')
    await wrapper.get('.night-row form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.text()).toContain('Somebody else has changed it meanwhile'))
    expect(wrapper.findAll('.night-row--cancelled')).toHaveLength(1)
  })
})

describe('a session that has ended', () => {
  const ended = () => mine({ endedOn: TODAY }, { nights: [] })

  it.each([['goes on', mine, true], ['has ended', ended, false], ['ends later', () => mine({ endedOn: addDays(TODAY, 8) }), true]])('offers to change nights as long as there are some: it %s', async (_when, state, offered) => {
    server.answer('/me/sessions/s1', ok(state()))
    wrapper = await mountSuspended(SessionActions, { props: { id: 's1' } })
    await vi.waitFor(() => expect(wrapper.find('a[href="/sessions/s1/edit"]').exists()).toBe(true))
    expect(wrapper.find('a[href="/sessions/s1/nights"]').exists()).toBe(offered)
  })

  it('says so where its nights would be', async () => {
    server.answer('/me/sessions/s1', ok(ended()))
    wrapper = await mountSuspended(NightsPage, { route: '/sessions/s1/nights', attachTo: document.body })
    await vi.waitFor(() => expect(wrapper.text()).toContain('It ended on'))
    expect(wrapper.find('form').exists()).toBe(false)
    expect(wrapper.find('a[href="/sessions/s1/edit#keeping"]').text()).toBe('It goes on after all')
  })
})

describe('taking a session over', () => {
  async function openPage(route: string) {
    wrapper = await mountSuspended(TakeOverPage, { route, attachTo: document.body })
    await vi.waitFor(() => expect(button('Yes, I will organise it')).toBeDefined())
  }

  it('takes the code of the link', async () => {
    server.answer('POST /sessions/s1/organiser', ok(mine({ version: 2 })))
    await openPage('/sessions/s1/take-over?code=c0de')
    await button('Yes, I will organise it').trigger('click')
    await cameTo('/sessions/s1')
    expect(sent('POST', '/sessions/s1/organiser')[0]!.body).toEqual({ code: 'c0de' })
  })

  it.each([
    ['?code=old', problem(400, 'invalid-request', { errors: [{ field: 'code', reason: 'must be that of an offer that is still open' }] }), 'This link is not good any more'],
    ['', problem(403, 'not-allowed'), 'This session has an organiser already'],
  ])('says why it cannot be: %s', async (query, refusal, text) => {
    server.answer('/sessions/s1', ok(session({ id: 's1', organiser: null })))
    server.answer('POST /sessions/s1/organiser', refusal)
    await openPage(`/sessions/s1/take-over${query}`)
    await button('Yes, I will organise it').trigger('click')
    await vi.waitFor(() => expect(wrapper.get('[role=alert]').text()).toContain(text))
  })
})

it('a session that has an organiser is not taken over without their link', async () => {
  wrapper = await mountSuspended(TakeOverPage, { route: '/sessions/s1/take-over', attachTo: document.body })
  await vi.waitFor(() => expect(wrapper.text()).toContain('This session has an organiser already. Ask them for a link.'))
  expect(button('Yes, I will organise it')).toBeUndefined()
})

describe('correcting a venue', () => {
  const history = [{ version: 2, at: '2026-11-20T10:00:00Z', by: 'Aoife', mine: false, fields: [{ field: 'phone', before: null, after: '065 555 0100' }], undoable: true }]
  async function openPage() {
    wrapper = await mountSuspended(VenueEditPage, { route: '/venues/v1/edit', attachTo: document.body })
    await vi.waitFor(() => expect(wrapper.find('form').exists()).toBe(true))
  }
  beforeEach(() => {
    server.answer('/me/venues/v1', ok(memberVenue({ version: 2, history })))
    server.answer('/venues', ok({ items: [], next: null }))
  })

  it('leads from the address of a venue that was merged to the one that was kept', async () => {
    server.answer('/me/venues/old', problem(404, 'not-found'))
    // axios follows the redirect, so the answer is of the other venue.
    server.answer('/venues/old', ok({ ...venue(), version: 1, sessions: [] }))
    wrapper = await mountSuspended(VenueEditPage, { route: '/venues/old/edit?from=map' })
    await cameTo('/venues/v1/edit?from=map')
    expect(wrapper.find('form').exists()).toBe(false)
  })

  it('says that it has closed', async () => {
    server.answer('PUT /venues/v1', ok(memberVenue({ version: 3 })))
    await openPage()
    await wrapper.get('[data-field="closed"] input[value="closed"]').setValue(true)
    await wrapper.get('form').trigger('submit')
    await cameTo('/venues/v1')
    expect(sent('PUT', '/venues/v1')).toMatchObject([{ headers: { 'if-match': '"v2"' }, body: { closed: true, name: 'The Crane’s Rest', county: 'CLARE', location: { lat: 52.8436, lon: -8.9864 } } }])
  })

  it('sets somebody else’s change beside one’s own, and overwrites neither', async () => {
    server.answer('PUT /venues/v1', problem(412, 'stale'))
    await openPage()
    await wrapper.get('#field-phone').setValue('065 555 0199')
    server.answer('/me/venues/v1', ok(memberVenue({ venue: venue({ phone: '065 555 0111', town: 'Inis' }), version: 3 })))
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.findAll('.version-choice__row legend').map(one => one.text())).toEqual(['Town or village', 'Phone']))
    server.answer('PUT /venues/v1', ok(memberVenue({ version: 4 })))
    await wrapper.get('.version-choice__row:last-of-type input').setValue(true)
    await button('Save what I chose').trigger('click')
    await cameTo('/venues/v1')
    expect(sent('PUT', '/venues/v1').at(-1)).toMatchObject({ headers: { 'if-match': '"v3"' }, body: { phone: '065 555 0111', town: 'Inis' } })
  })

  it('shows who changed what, and undoes it', async () => {
    server.answer('DELETE /venues/v1/changes/2', ok(memberVenue({ venue: venue({ phone: null }), version: 3 })))
    await openPage()
    expect(wrapper.get('.venue-history').text()).toContain('Aoife')
    await button('Undo').trigger('click')
    await vi.waitFor(() => expect(wrapper.get('.venue-history').text()).toContain('Nobody has changed anything yet.'))
    expect(sent('DELETE', '/venues/v1/changes/2')[0]!.headers['if-match']).toBe('"v2"')
  })

  it('says what is wrong beside the field', async () => {
    await openPage()
    await wrapper.get('#field-website').setValue('javascript:alert(1)')
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.get('#field-website-error').text()).toContain('An address of the web'))
    expect(sent('PUT', '/venues/v1')).toEqual([])
  })
})
