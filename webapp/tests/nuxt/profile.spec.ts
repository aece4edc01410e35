import { mountSuspended } from '@nuxt/test-utils/runtime'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import Profile from '~/pages/profile.vue'
import type { Me } from '~/types/member'
import { card, me, memberSession, myReview, NOW, session, TONIGHT } from '../examples'
import { notice } from '../moderation'
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

describe('what people ask', () => {
  const question = { session: card({ id: 's9' }), date: TONIGHT }
  beforeEach(() => {
    useNow().now.value = NOW
  })

  it('is answered in one tap, which can be changed', async () => {
    await openPage({ questions: [question] })
    server.answer('POST /sessions/s9/question/answer', ok(memberSession()))
    const panel = () => wrapper.get('[aria-labelledby=open-questions]')
    expect(panel().text()).toContain('Is it on tonight?')
    await panel().get('.two-words__yes').trigger('click')
    expect(panel().get('[role=status]').text()).toBe('You said that it is on. Thank you!')
    await panel().get('.two-words__no').trigger('click')
    await vi.waitFor(() => expect(received('POST', '/sessions/s9/question/answer').map(one => one.body)).toEqual([{ date: TONIGHT, on: true }, { date: TONIGHT, on: false }]))
    expect(panel().get('[role=status]').text()).toBe('You said that it is not on. Thank you!')
  })

  it('stays open where the answer is refused, with the reason', async () => {
    await openPage({ questions: [question] })
    server.answer('POST /sessions/s9/question/answer', problem(409, 'answered-already', { detail: 'The organiser has answered.' }))
    await wrapper.get('.two-words__no').trigger('click')
    await vi.waitFor(() => expect(wrapper.get('.refused-word').text()).toBe('The organiser has answered.'))
    expect(wrapper.get('.two-words__no').attributes('aria-pressed')).toBe('false')
  })

  it('shows who asked the answer', async () => {
    const asked = { date: TONIGHT, askers: 1, askedAt: '2026-11-24T10:00:00Z' }
    await openPage({ asked: [{ session: card(), question: { ...asked, answer: { on: false, by: 'Aoife', organiser: true, at: '2026-11-24T12:00:00Z' } } }, { session: card({ id: 's2' }), question: { ...asked, answer: null } }] })
    expect(wrapper.findAll('[aria-labelledby=asked] li').map(one => one.get('p:last-child').text())).toEqual(['It is not on tonight, says Aoife, the organiser.', 'Nobody has answered yet.'])
  })
})

it('an organiser is asked quietly about a session of which nobody has spoken for long, and about no other', async () => {
  useNow().now.value = NOW
  const freshness = { state: 'STALE' as const, lastNight: '2026-06-02', confirmations: 1, saidAt: null }
  server.answer('GET /me/sessions/s8', ok(memberSession({ session: session({ id: 's8', freshness: { ...freshness, saidBy: null } }) })))
  await openPage({ organised: [{ card: card(), ended: false, takenDown: false }, { card: card({ id: 's8', freshness }), ended: false, takenDown: false }, { card: card({ id: 's7', freshness }), ended: true, takenDown: false }] })
  const panel = () => wrapper.get('[aria-labelledby=still-on-prompt]')
  await vi.waitFor(() => expect(panel().text()).toMatch(/Nobody has said since June\.\s*Was it on last Tuesday\?/))
  expect(server.requests().filter(path => path.startsWith('/me/sessions/'))).toEqual(['/me/sessions/s8'])
  server.answer('POST /sessions/s8/confirmations', ok(memberSession({ session: session({ id: 's8' }) })))
  await panel().get('.two-words__yes').trigger('click')
  await vi.waitFor(() => expect(received('POST', '/sessions/s8/confirmations')[0]?.body).toEqual({ date: '2026-11-17', on: true }))
  expect(panel().text()).toContain('Thank you!')
})

it('the reviews of a member are shown, hidden ones with the reason', async () => {
  server.answer('GET /me/reviews', ok({ items: [{ session: card({ id: 's4', name: 'The slow hour' }), review: myReview({ visibility: 'HIDDEN' }) }] }))
  await openPage()
  await vi.waitFor(() => expect(wrapper.get('[aria-labelledby=my-reviews]').text()).toContain('They slowed down for a set of mine.'))
  expect(wrapper.get('[aria-labelledby=my-reviews] h3 a').attributes('href')).toBe('/sessions/s4#reviews')
  expect(wrapper.get('.review-unseen').text()).toContain('A moderator has hidden this')
})

describe('decisions of moderators', () => {
  it('are not there where nothing was decided', async () => {
    await openPage()
    expect(wrapper.find('[aria-labelledby=decisions]').exists()).toBe(false)
    expect(wrapper.find('a[href="/moderation"]').exists()).toBe(false)
  })

  it('say what was decided and why, and can be objected to once', async () => {
    await openPage({ decisions: [notice()] })
    const part = wrapper.get('[aria-labelledby=decisions]')
    for (const text of ['Your review of The Crane’s Rest', 'It is hidden: nobody else sees it.', 'It names a person who did not want that.']) expect(part.text()).toContain(text)
    await button('I do not agree').trigger('click')
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('field-objection-review-s1-3-text'))
    await part.get('form').trigger('submit')
    await vi.waitFor(() => expect(part.text()).toContain('Say in a few words why not.'))
    const objection = '/me/decisions/review%3As1%3A3/objection'
    server.answer(`POST ${objection}`, ok(me({ decisions: [notice({ objection: { text: 'I am that person.', at: '2026-11-23T10:00:00Z' }, mayObject: false })] })))
    await part.get('textarea').setValue('I am that person.')
    await part.get('form').trigger('submit')
    await vi.waitFor(() => expect(part.text()).toContain('You did not agree, on 23 November 2026'))
    expect(part.find('form, button').exists()).toBe(false)
    expect(received('POST', decodeURIComponent(objection))[0]!.body).toEqual({ text: 'I am that person.' })
  })

  it('name what they are about, also where it is no more', async () => {
    await openPage({ decisions: [
      notice({ subject: 'session:s2', decision: 'HIDE' }),
      notice({ subject: 'held:s3', decision: 'KEEP', mayObject: false }),
      notice({ subject: 'session:s4', thing: null, decision: 'REMOVE', mayObject: false }),
      notice({ subject: 'review:s5:1', thing: null, decision: 'REMOVE', mayObject: false }),
    ] })
    expect(wrapper.findAll('[aria-labelledby=decisions] h3').map(heading => heading.text())).toEqual([
      'Your session The Crane’s Rest', 'Your review of The Crane’s Rest', 'A session of yours that is no more', 'Your review of a session that is no more',
    ])
  })

  it('say why an objection is refused', async () => {
    await openPage({ decisions: [notice()] })
    server.answer('POST /me/decisions/review%3As1%3A3/objection', problem(409, 'answered-already', { detail: 'You have objected to it already.' }))
    await button('I do not agree').trigger('click')
    await wrapper.get('[aria-labelledby=decisions] textarea').setValue('Once more.')
    await wrapper.get('[aria-labelledby=decisions] form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.get('[aria-labelledby=decisions] [role=alert]').text()).toBe('You have objected to it already.'))
  })

  it.each([['2026-12-01T00:00:00Z', 'You may not write here until 1 December 2026.'], [null, 'You may not write here any more.']])('block until %s, and say so', async (until, text) => {
    await openPage({ blocked: { until, note: 'Three reviews under three names.' } })
    expect(wrapper.get('.blocked-notice').text()).toContain(text)
    expect(wrapper.get('.blocked-notice').text()).toContain('Three reviews under three names.')
  })

  it('are the work of moderators, who find the way to it', async () => {
    await openPage({ moderator: true })
    expect(wrapper.get('a[href="/moderation"]').text()).toBe('Moderation')
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

  const links = () => wrapper.findAll<HTMLInputElement>('.hand-over-links input').map(one => one.element.value.replace(/^.*\/sessions/, ''))
  const offered = (code: string) => ok({ code, until: '2026-12-08T18:30:00Z', session: memberSession() })

  it('is deleted once the links to hand over are on the screen, where they stay', async () => {
    await openPage({ organised: [...me().organised, { card: card({ id: 's4', name: 'The late hour' }), ended: false, takenDown: false }] })
    server.answer('POST /sessions/s1/hand-over', offered('one'))
    server.answer('POST /sessions/s4/hand-over', offered('four'))
    server.answer('DELETE /me', ok({ offers: [] }))
    server.answer('DELETE /auth/account', { status: 204 })
    expect(button('Delete me')).toBeUndefined()
    await button('Make the links').trigger('click')
    await vi.waitFor(() => expect(links()).toEqual(['/s1/take-over?code=one', '/s4/take-over?code=four']))
    expect(received('DELETE', '/me?sessions=orphan&reviews=keep')).toEqual([])
    await vi.waitFor(() => expect(button('Delete me')).toBeDefined())
    await button('Yes, delete me').trigger('click')
    await vi.waitFor(() => expect(wrapper.get('h1').text()).toBe('Slán abhaile'))
    expect(links()).toEqual(['/s1/take-over?code=one', '/s4/take-over?code=four'])
    await vi.waitFor(() => expect(useIdentity().state).toBe('signedOut'))
    expect(useProfile().me).toBeNull()
    const order = server.received().filter(one => one.method !== 'GET').map(one => `${one.method} ${one.path}`)
    expect(order).toEqual(['POST /sessions/s1/hand-over', 'POST /sessions/s4/hand-over', 'DELETE /me?sessions=orphan&reviews=keep', 'DELETE /auth/account'])
  })

  it('loses no code with an answer that is lost', async () => {
    await openPage({ organised: [me().organised[0]!, { card: card({ id: 's4', name: 'The late hour' }), ended: false, takenDown: false }] })
    server.answer('POST /sessions/s1/hand-over', offered('one'))
    server.answerInTurn('POST /sessions/s4/hand-over', [failure(), offered('four')])
    server.answerInTurn('DELETE /me', [failure(), ok({ offers: [] })])
    server.answer('DELETE /auth/account', { status: 204 })
    await button('Make the links').trigger('click')
    await vi.waitFor(() => expect(wrapper.get('.leave-panel [role=alert]').text()).toContain('can’t reach the server'))
    expect(links()).toEqual(['/s1/take-over?code=one'])
    expect(button('Delete me')).toBeUndefined()
    await button('Make the links').trigger('click')
    await vi.waitFor(() => expect(links()).toEqual(['/s1/take-over?code=one', '/s4/take-over?code=four']))
    // The code of the first would be void if it were offered once more.
    expect(received('POST', '/sessions/s1/hand-over')).toHaveLength(1)
    await button('Yes, delete me').trigger('click')
    await vi.waitFor(() => expect(wrapper.get('.leave-panel [role=alert]').text()).toContain('can’t reach the server'))
    expect(links()).toHaveLength(2)
    await button('Yes, delete me').trigger('click')
    await vi.waitFor(() => expect(wrapper.get('h1').text()).toBe('Slán abhaile'))
    expect(links()).toHaveLength(2)
  })

  it('is deleted with the reviews, where the member wants it so', async () => {
    await openPage({ organised: [] })
    server.answer('DELETE /me', ok({ offers: [] }))
    server.answer('DELETE /auth/account', { status: 204 })
    await wrapper.get('input[name=field-reviews][value=remove]').setValue(true)
    await button('Yes, delete me').trigger('click')
    await vi.waitFor(() => expect(received('DELETE', '/me?sessions=orphan&reviews=remove')).toHaveLength(1))
    await vi.waitFor(() => expect(useIdentity().state).toBe('signedOut'))
  })

  it('says so where the account could not be deleted, which can be tried again', async () => {
    await openPage()
    server.answer('DELETE /me', ok({ offers: [] }))
    server.answerInTurn('DELETE /auth/account', [failure(), { status: 204 }])
    await wrapper.get('input[value=orphan]').setValue(true)
    await button('Yes, delete me').trigger('click')
    await vi.waitFor(() => expect(wrapper.text()).toContain('your account for signing in is not yet'))
    expect(received('DELETE', '/me?sessions=orphan&reviews=keep')).toHaveLength(1)
    await button('Try again').trigger('click')
    await vi.waitFor(() => expect(wrapper.find('.error-notice').exists()).toBe(false))
  })
})
