import { mountSuspended } from '@nuxt/test-utils/runtime'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SessionPage from '~/pages/sessions/[id]/index.vue'
import type { SessionDetail } from '~/types'
import type { MemberSession } from '~/types/member'
import { me, memberSession, mine, myReview, NOW, review, session, TONIGHT } from '../examples'
import { ok, problem, useTestServer } from './server'
import { signedInAs } from './signedIn'

const server = useTestServer()
signedInAs('Siobhán', server)

let wrapper: VueWrapper
const visitor = { change: false, takeOver: false, listAgain: false, answer: false, answerReviews: false }

beforeEach(() => {
  useNow().now.value = NOW
  useMySessions().known = {}
  server.answer('/counties', ok({ items: [], countries: [] }))
  server.answer('/me', ok(me()))
})
afterEach(() => wrapper?.unmount())

/** The page of a session, as the API has it and as this member sees it. */
async function openPage(change: Partial<SessionDetail> = {}, state: Partial<MemberSession> = {}, hash = '') {
  server.answer('/sessions/s1', ok(session(change)))
  server.answer('/me/sessions/s1', ok(memberSession({ session: session(change), rights: visitor, ...state })))
  wrapper = await mountSuspended(SessionPage, { route: `/sessions/s1${hash}`, attachTo: document.body })
  await vi.waitFor(() => expect(wrapper.find('.session__craic').exists()).toBe(true))
  if (useIdentity().state === 'signedIn') await vi.waitFor(() => expect(useMySessions().known.s1).toBeDefined())
}
const answering = (change: Partial<SessionDetail>, state: Partial<MemberSession> = {}) => ok(memberSession({ session: session(change), rights: visitor, ...state }))
const button = (text: string) => wrapper.findAll('button').find(one => one.text() === text)!
const pressed = (text: string) => button(text).attributes('aria-pressed')
const sent = (method: string, path: string) => server.received().filter(request => request.method === method && request.path === path)
const refused = () => vi.waitFor(() => wrapper.get('.refused-word').text())

describe('whether it was on', () => {
  it('is said in one tap, which is on screen before the server answers, with all that the server counts after', async () => {
    await openPage()
    expect(wrapper.get('.still-on__sentence').text()).toBe('Last Tuesday: three people said it was on')
    let answer: (() => void) | undefined
    server.answer('/sessions/s1/confirmations', () => new Promise(resolve => (answer = () => resolve(answering({ said: [{ date: '2026-11-17', on: 4, off: 0, status: 'SCHEDULED' }] }, { mine: mine({ nights: [{ date: '2026-11-17', on: true }] }) })))))
    await button('It was on').trigger('click')
    expect(pressed('It was on')).toBe('true')
    await vi.waitFor(() => expect(answer).toBeDefined())
    answer!()
    await vi.waitFor(() => expect(wrapper.get('.still-on__sentence').text()).toBe('Last Tuesday: four people said it was on'))
    expect(pressed('It was on')).toBe('true')
    expect(sent('POST', '/sessions/s1/confirmations')[0]!.body).toEqual({ date: '2026-11-17', on: true })
  })

  it('is put right again where the server refuses it, with the reason', async () => {
    await openPage()
    server.answer('/sessions/s1/confirmations', problem(400, 'invalid-request', { errors: [{ field: 'date', reason: 'must be a night of this session' }] }))
    await button('It was not').trigger('click')
    expect(await refused()).toBe('date: must be a night of this session')
    expect(pressed('It was not')).toBe('false')
  })

  it('can be said of the nights before, changed, and taken back', async () => {
    await openPage({}, { mine: mine({ nights: [{ date: '2026-11-10', on: false }] }) })
    await vi.waitFor(() => expect(wrapper.findAll('.confirmations__night--mine')).toHaveLength(1))
    await wrapper.findAll('.confirmations__night')[1]!.trigger('click')
    expect(pressed('It was not')).toBe('true')
    server.answer('/sessions/s1/confirmations/2026-11-10', answering({}))
    await button('It was not').trigger('click')
    await vi.waitFor(() => expect(sent('DELETE', '/sessions/s1/confirmations/2026-11-10')).toHaveLength(1))
    expect(pressed('It was not')).toBe('false')
  })

  it('ends as the last tap has it, whichever came while the server was slow', async () => {
    await openPage()
    server.answer('/sessions/s1/confirmations', (_query, _request) => answering({}, { mine: mine({ nights: [{ date: '2026-11-17', on: false }] }) }))
    await button('It was on').trigger('click')
    await button('It was not').trigger('click')
    await vi.waitFor(() => expect(sent('POST', '/sessions/s1/confirmations').map(request => (request.body as { on: boolean }).on)).toEqual([true, false]))
    await vi.waitFor(() => expect(pressed('It was not')).toBe('true'))
  })

  it('is asked of tonight once it has begun', async () => {
    useNow().now.value = Date.parse('2026-11-24T22:00:00Z')
    await openPage()
    expect(wrapper.get('.still-on__sentence').text()).toBe('Tonight: nobody has said')
    expect(button('It is on').exists()).toBe(true)
  })

  it('leads whoever is signed out to signing in, and back to the same place', async () => {
    useIdentity().signedOut()
    await openPage()
    await button('It was on').trigger('click')
    await vi.waitFor(() => expect(useRouter().currentRoute.value.fullPath).toBe('/sign-in?then=/sessions/s1%23still-on'))
    expect(sent('POST', '/sessions/s1/confirmations')).toEqual([])
  })

  it('of a stale session says plainly that it is in doubt', async () => {
    await openPage({ freshness: { ...session().freshness, state: 'STALE' } })
    expect(wrapper.get('.still-on__doubt').text()).toContain('In doubt')
  })
})

describe('a question', () => {
  const question = { date: TONIGHT, askers: 1, askedAt: '2026-11-24T18:00:00Z', answer: null }

  it('is asked in one tap', async () => {
    await openPage()
    server.answer('/sessions/s1/question', answering({ question: { ...question, askers: 3 } }, { mine: mine({ asked: TONIGHT }) }))
    await button('Is it on this week?').trigger('click')
    expect(wrapper.get('.next-night-question').text()).toContain('You asked whether it is on tonight.')
    await vi.waitFor(() => expect(wrapper.get('.next-night-question').text()).toContain('You asked whether it is on tonight, two others too.'))
  })

  it('can be one more that asks the same', async () => {
    await openPage({ question })
    expect(wrapper.get('.next-night-question').text()).toContain('One person asks whether it is on tonight.')
    server.answer('/sessions/s1/question', problem(429, 'too-many-changes', { detail: 'You asked this week already.' }, { 'retry-after': '300000' }))
    await button('I would like to know too').trigger('click')
    expect(await refused()).toBe('You asked this week already.')
  })

  it('is answered in one tap by whoever may', async () => {
    await openPage({ question }, { rights: { ...visitor, answer: true, change: true } })
    await vi.waitFor(() => expect(wrapper.get('.next-night-question').text()).toContain('Your no calls the night off.'))
    server.answer('/sessions/s1/question/answer', answering({ question: { ...question, answer: { on: true, by: 'Siobhán', organiser: true, at: '2026-11-24T18:20:00Z' } } }))
    await button('It is on').trigger('click')
    await vi.waitFor(() => expect(wrapper.get('.next-night-question__answer').text()).toBe('It is on tonight, says Siobhán, the organiser.'))
    expect(sent('POST', '/sessions/s1/question/answer')[0]!.body).toEqual({ date: TONIGHT, on: true })
  })

  it('about a night that is over is shown no more', async () => {
    await openPage({ question: { ...question, date: '2026-11-17' } })
    expect(button('Is it on this week?').exists()).toBe(true)
  })
})

describe('gone for good', () => {
  it('says who says so, and is taken back in one tap', async () => {
    await openPage({ gone: { said: [{ by: 'Aoife', role: 'ORGANISER', at: '2026-11-20T09:12:00Z' }], sure: true }, freshness: { ...session().freshness, state: 'ENDED' } })
    expect(wrapper.get('.gone').text()).toContain('Aoife, the organiser, 20 November 2026')
    server.answer('/sessions/s1/gone', answering({}))
    await button('It is still on').trigger('click')
    await vi.waitFor(() => expect(wrapper.find('.gone').exists()).toBe(false))
    expect(sent('DELETE', '/sessions/s1/gone')).toHaveLength(1)
  })

  it('is not taken back by whoever may not, who is told why', async () => {
    await openPage({ gone: { said: [{ by: null, role: 'MODERATOR', at: '2026-11-20T09:12:00Z' }], sure: true } })
    server.answer('/sessions/s1/gone', problem(403, 'not-allowed', { detail: 'Only a moderator takes back what a moderator said.' }))
    await button('It is still on').trigger('click')
    expect(await refused()).toBe('Only a moderator takes back what a moderator said.')
    expect(wrapper.find('.gone').exists()).toBe(true)
  })

  it('stands back until somebody looks for it', async () => {
    await openPage()
    expect(wrapper.get('.quiet-fold summary').text()).toBe('Gone for good?')
    server.answer('/sessions/s1/gone', answering({ gone: { said: [{ by: 'Siobhán', role: 'MEMBER', at: '2026-11-24T18:30:00Z' }], sure: false } }, { mine: mine({ gone: true }) }))
    await button('It is gone for good').trigger('click')
    await vi.waitFor(() => expect(wrapper.get('.gone').text()).toContain('one voice so far'))
    expect(button('I say so too')).toBeUndefined()
  })
})

describe('the reviews', () => {
  const titles = () => wrapper.findAll('.session-reviews__list .review__head b').map(one => one.text())

  it('say the ratings in one sentence to those who cannot see them', async () => {
    await openPage()
    expect(wrapper.get('.rating-summary .visually-hidden').text()).toBe('4.7 out of 5 stars from 38 reviews: 29 with 5 stars, 7 with 4 stars, 1 with 3 stars and 1 with 2 stars.')
  })

  it('come with the page, more on demand, each once', async () => {
    await openPage()
    expect(titles()).toEqual(['Pádraig', 'A former member'])
    server.answer('/sessions/s1/reviews', ok({ items: [review({ number: 38 }), review({ number: 37, by: null }), review({ number: 36, by: 'Máire' })], next: null }))
    await button('More reviews').trigger('click')
    await vi.waitFor(() => expect(titles()).toEqual(['Pádraig', 'A former member', 'Máire']))
    expect(button('More reviews')).toBeUndefined()
  })

  it('can be sorted by how helpful they are', async () => {
    await openPage()
    server.answer('/sessions/s1/reviews', ok({ items: [review({ number: 2, by: 'Eoin', helpful: 9 })], next: null }))
    await button('Most helpful').trigger('click')
    await vi.waitFor(() => expect(titles()).toEqual(['Eoin']))
    expect(server.requests()).toContain('/sessions/s1/reviews?sort=helpful&limit=20')
    await button('Newest').trigger('click')
    expect(titles()).toEqual(['Pádraig', 'A former member'])
  })

  it('are marked as helpful', async () => {
    await openPage()
    server.answer('/sessions/s1/reviews/38/helpful', answering({ reviews: { items: [review({ number: 38, helpful: 3 })], more: false } }, { mine: mine({ helpful: [38] }) }))
    const helpful = () => wrapper.get('[aria-label=Pádraig] [aria-pressed]')
    await helpful().trigger('click')
    expect(helpful().attributes('aria-pressed')).toBe('true')
    await vi.waitFor(() => expect(helpful().text()).toBe('Helpful3: the review of Pádraig'))
    expect(sent('PUT', '/sessions/s1/reviews/38/helpful')).toHaveLength(1)
  })

  it('are answered by the organiser', async () => {
    await openPage({}, { rights: { ...visitor, answerReviews: true } })
    await vi.waitFor(() => expect(button('Answer: the review of Pádraig')).toBeDefined())
    await button('Answer: the review of Pádraig').trigger('click')
    await vi.waitFor(() => expect(wrapper.find('#field-answer').exists()).toBe(true))
    server.answer('/sessions/s1/reviews/38/answer', answering({ reviews: { items: [review({ number: 38, answer: { text: 'Come again!', at: '2026-11-24T18:30:00Z' } })], more: false } }))
    await wrapper.get('.review-form').trigger('submit')
    expect(wrapper.get('.edit-field__error').text()).toBe('Write a few words first.')
    await wrapper.get('#field-answer').setValue(' Come again! ')
    await wrapper.get('.review-form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.get('.review__answer').text()).toContain('Come again!'))
    expect(sent('PUT', '/sessions/s1/reviews/38/answer')[0]!.body).toEqual({ text: 'Come again!' })
  })
})

describe('my review', () => {
  async function openForm() {
    await button('Write a review').trigger('click')
    await vi.waitFor(() => expect(wrapper.find('.star-input').exists()).toBe(true))
  }

  it('is written: stars, words, and the night from those that the API gives', async () => {
    await openPage()
    await openForm()
    expect(wrapper.findAll('.star-input input').map(one => one.attributes('type'))).toEqual(Array(5).fill('radio'))
    expect(wrapper.findAll('#field-night option').map(one => one.text())).toEqual(['No night in particular', 'Last Tuesday', 'Tue 10 Nov', 'Tue 3 Nov'])
    await wrapper.get('.review-form').trigger('submit')
    expect(wrapper.get('.edit-field__error').text()).toBe('Choose one star to five.')
    expect(document.activeElement).toBe(wrapper.get('.star-input input').element)
    await wrapper.get('input[value="4"]').setValue(true)
    await wrapper.get('#field-text').setValue('They slowed down for a set of mine.')
    await wrapper.get('#field-night').setValue('2026-11-17')
    server.answer('/sessions/s1/reviews/mine', answering({ reviews: { items: [myReview(), review({ number: 38 })], more: false } }, { mine: mine({ review: myReview() }) }))
    await wrapper.get('.review-form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.get('.session-reviews__mine').text()).toContain('Your review'))
    expect(sent('PUT', '/sessions/s1/reviews/mine')[0]!.body).toEqual({ rating: 4, text: 'They slowed down for a set of mine.', night: '2026-11-17' })
    expect(wrapper.findAll('.review')).toHaveLength(2)
    expect(localStorage.getItem('draft:review-s1')).toBeNull()
  })

  it('counts its words down, and is not sent where they are too many', async () => {
    await openPage()
    await openForm()
    await wrapper.get('input[value="4"]').setValue(true)
    await wrapper.get('#field-text').setValue('a'.repeat(1900))
    expect(wrapper.get('.review-form__left').text()).toBe('100 characters left')
    await wrapper.get('#field-text').setValue('a'.repeat(2003))
    await wrapper.get('.review-form').trigger('submit')
    expect(wrapper.get('.edit-field__error').text()).toBe('3 characters too many: at most 2000 fit here.')
    expect(sent('PUT', '/sessions/s1/reviews/mine')).toEqual([])
  })

  it('stays typed where the server refuses it', async () => {
    await openPage()
    await openForm()
    await wrapper.get('input[value="5"]').setValue(true)
    await wrapper.get('#field-text').setValue('Mighty.')
    server.answer('/sessions/s1/reviews/mine', problem(403, 'blocked', { detail: 'You may not write until 1 December.' }))
    await wrapper.get('.review-form').trigger('submit')
    expect(await refused()).toBe('You may not write until 1 December.')
    expect((wrapper.get('#field-text').element as HTMLTextAreaElement).value).toBe('Mighty.')
  })

  it('is changed, and withdrawn after a question', async () => {
    await openPage({}, { mine: mine({ review: myReview() }) })
    await vi.waitFor(() => expect(button('Change it')).toBeDefined())
    await button('Change it').trigger('click')
    await vi.waitFor(() => expect((wrapper.get('#field-text').element as HTMLTextAreaElement).value).toBe('They slowed down for a set of mine.'))
    await button('Never mind').trigger('click')
    await button('Withdraw it').trigger('click')
    expect(sent('DELETE', '/sessions/s1/reviews/mine')).toEqual([])
    server.answer('/sessions/s1/reviews/mine', answering({}))
    await button('Yes, withdraw it').trigger('click')
    await vi.waitFor(() => expect(button('Write a review')).toBeDefined())
    expect(sent('DELETE', '/sessions/s1/reviews/mine')).toHaveLength(1)
  })

  it.each([['HELD', 'a moderator looks at all of those first'], ['HIDDEN', 'A moderator has hidden this']] as const)('that is %s says why', async (visibility, text) => {
    await openPage({}, { mine: mine({ review: myReview({ visibility }) }) })
    await vi.waitFor(() => expect(wrapper.get('.review-unseen').text()).toContain(text))
  })

  it('leads whoever is signed out to signing in, and back to the open form', async () => {
    useIdentity().signedOut()
    await openPage()
    await button('Write a review').trigger('click')
    await vi.waitFor(() => expect(useRouter().currentRoute.value.fullPath).toBe('/sign-in?then=/sessions/s1%23write-review'))
    wrapper.unmount()
    useIdentity().signedIn({ accessToken: 'token', expiresIn: 3600, displayName: 'Siobhán', moderator: false })
    await openPage({}, {}, '#write-review')
    await vi.waitFor(() => expect(wrapper.find('.star-input').exists()).toBe(true))
  })
})
