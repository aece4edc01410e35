import { mountSuspended } from '@nuxt/test-utils/runtime'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import Profile from '~/pages/profile.vue'
import type { Me } from '~/types/member'
import { me } from '../examples'
import { failure, ok, problem, useTestServer } from './server'

const server = useTestServer()
const clare = { county: 'CLARE', slug: 'clare', name: 'Clare' }

let wrapper: VueWrapper
beforeEach(() => {
  useProfile().me = null
  useIdentity().signedIn({ accessToken: 't1', expiresIn: 3600, displayName: 'Siobhán', moderator: false })
  server.answer('/counties', ok({ items: [clare], countries: [] }))
})
afterEach(() => wrapper?.unmount())

async function openPage(change: Partial<Me> = {}, route = '/profile') {
  server.answer('GET /me', ok(me(change), { etag: '"v3"' }))
  wrapper = await mountSuspended(Profile, { route, attachTo: document.body })
  await vi.waitFor(() => expect(wrapper.find('.profile-form').exists()).toBe(true))
}

const button = (text: string) => wrapper.findAll('button').find(one => one.text().startsWith(text))!
const received = (method: string, path: string) => server.received().filter(request => request.method === method && request.path === path)
const cameTo = (path: string) => vi.waitFor(() => expect(useRouter().currentRoute.value.fullPath).toBe(path))

describe('the profile', () => {
  it('shows the sessions that a member looks after and keeps', async () => {
    await openPage()
    expect(wrapper.get('h1').text()).toBe('Siobhán’s sessions')
    expect(wrapper.get('[aria-labelledby=own-sessions]').text()).toContain('Taken down: nobody else sees it.')
    expect(wrapper.get('[aria-labelledby=favourites]').text()).toContain('The slow hour')
    expect(wrapper.get('[aria-labelledby=own-sessions] a[href="/sessions/s2/edit"]').text()).toBe('Look at it: The quiet corner')
  })

  it('says what to do where there is nothing yet', async () => {
    await openPage({ organised: [], favourites: [] })
    expect(wrapper.text()).toContain('You look after no session yet.')
    expect(wrapper.text()).toContain('press the heart of one that you like')
  })

  it('is for members', async () => {
    useIdentity().signedOut()
    wrapper = await mountSuspended(Profile, { route: '/profile' })
    await cameTo('/sign-in?then=/profile')
  })

  it('closes where the member signs out in another tab', async () => {
    await openPage()
    localStorage.removeItem('signedIn')
    window.dispatchEvent(new StorageEvent('storage', { key: 'signedIn' }))
    await cameTo('/sign-in?then=/profile')
    expect(useProfile().me).toBeNull()
  })

  it('can be loaded again after a failure', async () => {
    server.answer('GET /me', failure())
    wrapper = await mountSuspended(Profile, { route: '/profile' })
    await vi.waitFor(() => expect(wrapper.find('.error-notice').exists()).toBe(true))
    server.answer('GET /me', ok(me()))
    await button('Try again').trigger('click')
    await vi.waitFor(() => expect(wrapper.get('h1').text()).toBe('Siobhán’s sessions'))
  })

  it('takes another name, which is in the header at once', async () => {
    await openPage()
    server.answer('PUT /me', ok(me({ displayName: 'Siobhán Ní Bhriain', version: 4 })))
    await wrapper.get('#field-displayName').setValue('Siobhán Ní Bhriain')
    await wrapper.get('input[value=FLUTE]').setValue(true)
    await wrapper.get('.profile-form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.get('h1').text()).toBe('Siobhán Ní Bhriain’s sessions'))
    expect(received('PUT', '/me')[0]).toMatchObject({ headers: { 'if-match': '"v3"' }, body: { displayName: 'Siobhán Ní Bhriain', homeCounty: 'CLARE', instruments: ['FIDDLE', 'FLUTE'], about: null } })
    expect(useSignedIn().name.value).toBe('Siobhán Ní Bhriain')
  })

  it('overwrites nothing that was changed on another device', async () => {
    await openPage()
    server.answer('PUT /me', problem(412, 'stale'))
    server.answer('GET /me', ok(me({ version: 4 })))
    await wrapper.get('#field-displayName').setValue('Siobhán B.')
    await wrapper.get('.profile-form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.get('[role=alert]').text()).toContain('on another device'))
    expect((wrapper.get('#field-displayName').element as HTMLInputElement).value).toBe('Siobhán B.')
    server.answer('PUT /me', ok(me({ displayName: 'Siobhán B.', version: 5 })))
    await wrapper.get('.profile-form').trigger('submit')
    await vi.waitFor(() => expect(received('PUT', '/me').at(-1)!.headers['if-match']).toBe('"v4"'))
  })

  it('follows what was changed on another device, where nothing is typed yet', async () => {
    await openPage()
    server.answer('GET /me', ok(me({ about: 'Fiddle since school.', instruments: [], version: 4 })))
    await useProfile().load()
    await vi.waitFor(() => expect((wrapper.get('#field-about').element as HTMLTextAreaElement).value).toBe('Fiddle since school.'))
    expect(wrapper.findAll('.profile-form :checked').filter(one => one.attributes('type') === 'checkbox')).toEqual([])
  })

  it('of a member without a name asks for it, and then leads on', async () => {
    await openPage({ displayName: null, version: 0 }, '/profile?then=/about')
    expect(wrapper.text()).toContain('Choose the name that others see first.')
    server.answer('PUT /me', ok(me({ version: 1 })))
    await wrapper.get('#field-displayName').setValue('Siobhán')
    await wrapper.get('.profile-form').trigger('submit')
    await cameTo('/about')
  })
})

describe('the calendar', () => {
  it('gets an address, which is shown once', async () => {
    await openPage()
    server.answer('POST /me/calendar', ok({ path: '/v1/calendars/key' }))
    server.answer('GET /me', ok(me({ hasCalendar: true })))
    await button('Make an address').trigger('click')
    await vi.waitFor(() => expect((wrapper.get('.copy-field input').element as HTMLInputElement).value).toMatch(/^http.*\/v1\/calendars\/key$/))
    expect(button('Revoke it').exists()).toBe(true)
  })

  it('can be revoked', async () => {
    await openPage({ hasCalendar: true })
    server.answer('DELETE /me/calendar', { status: 204 })
    server.answer('GET /me', ok(me({ hasCalendar: false })))
    await button('Revoke it').trigger('click')
    await vi.waitFor(() => expect(button('Make an address')).toBeDefined())
  })
})

describe('the account', () => {
  it('changes its password', async () => {
    await openPage()
    server.answer('/auth/password', { status: 204 })
    for (const [id, text] of [['old', 'old words of mine'], ['new', 'new words of mine'], ['repeated', 'new words of mine']]) await wrapper.get(`#field-${id}`).setValue(text)
    await wrapper.get('#field-old').element.closest('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await vi.waitFor(() => expect(wrapper.get('.fold__done').text()).toBe('The password is changed.'))
    expect(received('POST', '/auth/password')[0]!.body).toEqual({ old: 'old words of mine', new: 'new words of mine' })
  })

  it('says at its field that the password so far is another one', async () => {
    await openPage()
    server.answer('/auth/password', problem(400, 'invalid-request', { errors: [{ field: 'old', reason: 'must be the password that you have now' }] }))
    for (const [id, text] of [['old', 'not my own words'], ['new', 'new words of mine'], ['repeated', 'new words of mine']]) await wrapper.get(`#field-${id}`).setValue(text)
    await wrapper.get('#field-old').element.closest('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await vi.waitFor(() => expect(wrapper.get('#field-old-error').text()).toBe('That is not your password so far.'))
  })

  it.each([['Sign out', '/auth/sign-out'], ['Sign out everywhere', '/auth/sign-out-everywhere']])('%s leads to the front page', async (text, path) => {
    await openPage()
    server.answer(path, { status: 204 })
    await wrapper.findAll('button').find(one => one.text() === text)!.trigger('click')
    await cameTo('/')
    expect(received('POST', path)).toHaveLength(1)
  })

  it('is deleted with all that is kept of the member, and the links to hand over are shown', async () => {
    await openPage()
    server.answer('DELETE /me', ok({ offers: [{ session: 's1', name: 'The Crane’s Rest', code: 'secret' }] }))
    server.answer('DELETE /auth/account', { status: 204 })
    await button('Yes, delete me').trigger('click')
    await vi.waitFor(() => expect(wrapper.get('h1').text()).toBe('Slán abhaile'))
    expect((wrapper.get('.copy-field input').element as HTMLInputElement).value).toContain('/sessions/s1/take-over?code=secret')
    expect(received('DELETE', '/me?sessions=hand-over')).toHaveLength(1)
    await vi.waitFor(() => expect(useIdentity().state).toBe('signedOut'))
    expect(useProfile().me).toBeNull()
  })

  it('says so where the account could not be deleted, which can be tried again', async () => {
    await openPage()
    server.answer('DELETE /me', ok({ offers: [] }))
    server.answerInTurn('DELETE /auth/account', [failure(), { status: 204 }])
    await wrapper.get('input[value=orphan]').setValue(true)
    await button('Yes, delete me').trigger('click')
    await vi.waitFor(() => expect(wrapper.text()).toContain('your account for signing in is not yet'))
    expect(received('DELETE', '/me?sessions=orphan')).toHaveLength(1)
    await button('Try again').trigger('click')
    await vi.waitFor(() => expect(wrapper.find('.error-notice').exists()).toBe(false))
  })
})
