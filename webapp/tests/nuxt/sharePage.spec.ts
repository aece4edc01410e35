import { mountSuspended } from '@nuxt/test-utils/runtime'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SharePage from '~/pages/share.vue'
import { card, memberSession, memberVenue, session, venue, venueCard } from '../examples'
import { ENNIS, stubGeolocation } from './geolocation'
import { ok, problem, useTestServer } from './server'
import { signedInAs } from './signedIn'

const server = useTestServer()
signedInAs('Siobhán', server)

let wrapper: VueWrapper
beforeEach(() => {
  stubGeolocation({ code: 2 })
  server.answer('/venues', ok({ items: [venueCard()], next: null }))
  server.answer('POST /sessions', ok(memberSession({ session: session({ id: 'new' }) })))
  server.answer('/sessions/new', ok(session({ id: 'new' })))
})
afterEach(() => wrapper?.unmount())

async function openPage(route = '/share') {
  wrapper = await mountSuspended(SharePage, { route, attachTo: document.body })
}

const button = (text: string) => wrapper.findAll('button').find(one => one.text() === text)!
const choose = (field: string, value: string) => wrapper.get(`[data-field="${field}"] input[value="${value}"]`).setValue(true)
const submit = () => wrapper.get('form').trigger('submit')
const sent = (path: string) => server.received().filter(request => request.method === 'POST' && request.path === path).map(request => request.body)
const problemTexts = () => wrapper.findAll('.form-problems li').map(one => one.text())

async function chooseVenue() {
  await wrapper.get('#field-venue').setValue('crane')
  await wrapper.get('#field-venue').trigger('keydown.enter')
  await vi.waitFor(() => expect(wrapper.find('.venue-picker__found button').exists()).toBe(true))
  await wrapper.get('.venue-picker__found button').trigger('click')
}

async function fill() {
  await chooseVenue()
  await choose('schedule.days', 'THURSDAY')
  for (const [field, value] of Object.entries({ admission: 'OPEN', pace: 'STEADY', leadership: 'UNLED', focus: 'TUNES' })) await choose(field, value)
}

describe('sharing a session', () => {
  it('takes a venue, a night and four taps', async () => {
    await openPage()
    await fill()
    expect(wrapper.get('.schedule-fields__sentence').text()).toBe('Thursdays from 21:30, all year.')
    await submit()
    await vi.waitFor(() => expect(useRouter().currentRoute.value.path).toBe('/sessions/new'))
    expect(sent('/sessions')).toEqual([{
      venue: 'v1', name: null, schedule: { kind: 'WEEKLY', days: ['THURSDAY'], start: '21:30', end: null, season: null },
      admission: 'OPEN', pace: 'STEADY', leadership: 'UNLED', focus: 'TUNES', dances: [], instruments: [], craic: null,
    }])
    expect(localStorage.getItem('draft:share')).toBeNull()
    expect(useOwnWrites().session('new', null)?.id).toBe('new')
  })

  it('says all that is missing, beside the fields and at the top, which takes the focus', async () => {
    await openPage()
    await submit()
    await vi.waitFor(() => expect(document.activeElement?.className).toBe('form-problems'))
    expect(problemTexts()).toEqual(['Choose the venue, or add a new one.', 'Choose at least one night of the week.', 'Choose who may join.', 'Choose the pace.', 'Choose who leads.', 'Choose what is played mostly.'])
    expect(wrapper.get('#field-schedule-days-error').text()).toBe('Choose at least one night of the week.')
    expect(sent('/sessions')).toEqual([])
  })

  it('says what is wrong with a field when it is left, and of no other', async () => {
    await openPage()
    await wrapper.get('#field-schedule-start').setValue('')
    await wrapper.get('#field-schedule-start').trigger('focusout')
    expect(wrapper.get('#field-schedule-start-error').text()).toBe('A time from 00:00 to 23:59, such as 21:30.')
    expect(wrapper.findAll('.edit-field__error')).toHaveLength(1)
  })

  it('shows what the server refuses at its field, until that is changed', async () => {
    server.answer('POST /sessions', problem(400, 'invalid-request', { errors: [{ field: 'schedule.season', reason: 'months in which the rule has a night' }, { field: 'craic', reason: 'too rude' }] }))
    await openPage()
    await fill()
    await submit()
    await vi.waitFor(() => expect(problemTexts()).toEqual(['months in which the rule has a night', 'too rude']))
    expect(wrapper.get('#field-craic-error').text()).toBe('too rude')
    await wrapper.get('#field-craic').setValue('Jigs and reels.')
    expect(wrapper.find('#field-craic-error').exists()).toBe(false)
  })

  it('shows the sessions that it looks like, and goes on if it is another one', async () => {
    server.answerInTurn('POST /sessions', [problem(409, 'looks-alike', { candidates: [card({ id: 'other', name: 'Kitty’s' })] }), ok(memberSession({ session: session({ id: 'new' }) }))])
    await openPage()
    await fill()
    await submit()
    await vi.waitFor(() => expect(wrapper.find('.look-alikes').text()).toContain('Kitty’s'))
    await button('It is another session: share it').trigger('click')
    await vi.waitFor(() => expect(useRouter().currentRoute.value.path).toBe('/sessions/new'))
    expect(sent('/sessions').map(body => (body as { anotherSession?: boolean }).anotherSession)).toEqual([undefined, true])
  })

  it('says that players do not want it listed', async () => {
    server.answer('POST /sessions', problem(409, 'taken-down'))
    await openPage()
    await fill()
    await submit()
    await vi.waitFor(() => expect(problemTexts()).toEqual(['The players of this session have asked that it is not listed. Please respect that.']))
  })

  it('says until when a blocked member may not write, and why', async () => {
    server.answer('POST /sessions', problem(403, 'blocked', { detail: 'You may not write until 1 December 2026: three names, one pen.' }))
    await openPage()
    await fill()
    await submit()
    await vi.waitFor(() => expect(problemTexts()).toEqual(['You may not write until 1 December 2026: three names, one pen.']))
  })

  it('adds a new venue first, once, even if the session is refused after that', async () => {
    server.answer('POST /venues', ok(memberVenue({ venue: venue({ id: 'v9', name: 'Tigh Mháire' }) })))
    server.answerInTurn('POST /sessions', [problem(429, 'too-many-changes'), ok(memberSession({ session: session({ id: 'new' }) }))])
    await openPage()
    await fill()
    await button('Change').trigger('click')
    await wrapper.get('#field-venue').setValue('Tigh Mháire')
    await wrapper.get('#field-venue').trigger('keydown.enter')
    await vi.waitFor(() => expect(button('It is not here: add a venue')).toBeDefined())
    await button('It is not here: add a venue').trigger('click')
    expect(wrapper.get<HTMLInputElement>('#field-newVenue-name').element.value).toBe('Tigh Mháire')
    await wrapper.get('#field-newVenue-location').setValue('52.82, -8.86')
    await wrapper.get('#field-newVenue-county').setValue('CLARE')
    await submit()
    await vi.waitFor(() => expect(problemTexts()).toEqual(['That was too often. Try again in a minute.']))
    await submit()
    await vi.waitFor(() => expect(useRouter().currentRoute.value.path).toBe('/sessions/new'))
    expect(sent('/venues')).toMatchObject([{ name: 'Tigh Mháire', county: 'CLARE', country: 'IE', location: { lat: 52.82, lon: -8.86 } }])
    expect(sent('/sessions')).toMatchObject([{ venue: 'v9' }, { venue: 'v9' }])
  })

  it('finds the nearest venue first, without telling the server where exactly the visitor is', async () => {
    stubGeolocation(ENNIS)
    server.answer('/venues', ok({ items: [venueCard({ id: 'far', name: 'Far', location: { lat: 53.2, lon: -9 } }), venueCard({ id: 'near', name: 'Near' })], next: null }))
    await openPage()
    await button('Near me').trigger('click')
    await vi.waitFor(() => expect(wrapper.findAll('.venue-picker__found b').map(one => one.text())).toEqual(['Near', 'Far']))
    expect(server.requests().filter(request => request.includes('near=')).every(request => request.includes('near=52.8,-9.0&'))).toBe(true)
  })

  it('begins at the venue that a link names', async () => {
    server.answer('/venues/v1', ok({ ...venue(), version: 1, sessions: [] }))
    await openPage('/share?venue=v1')
    await vi.waitFor(() => expect(wrapper.get('.venue-picker__chosen').text()).toContain('The Crane’s Rest'))
  })
})

describe('what is half typed', () => {
  it('survives a reload, and is gone when one starts afresh', async () => {
    await openPage()
    await choose('pace', 'SLOW')
    await wrapper.get('#field-craic').setValue('Fire lit from October.')
    wrapper.unmount()
    await openPage()
    await vi.waitFor(() => expect(wrapper.get<HTMLTextAreaElement>('#field-craic').element.value).toBe('Fire lit from October.'))
    expect(wrapper.get<HTMLInputElement>('[data-field="pace"] input[value="SLOW"]').element.checked).toBe(true)
    await wrapper.get('dialog .button--danger').trigger('click')
    expect(wrapper.get<HTMLTextAreaElement>('#field-craic').element.value).toBe('')
    expect(localStorage.getItem('draft:share')).toBeNull()
  })

  it('survives signing in, to which a signed-out visitor is led', async () => {
    await openPage()
    await fill()
    useIdentity().signedOut()
    await nextTick()
    expect(wrapper.get('.sign-in-hint a').attributes('href')).toBe('/sign-in?then=/share')
    await submit()
    await vi.waitFor(() => expect(useRouter().currentRoute.value.fullPath).toBe('/sign-in?then=/share'))
    expect(localStorage.getItem('draft:share')).toContain('THURSDAY')
  })
})
