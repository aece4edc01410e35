import { mountSuspended } from '@nuxt/test-utils/runtime'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SiteMember from '~/components/site/SiteMember.vue'
import LogPage from '~/pages/moderation/log.vue'
import QueuePage from '~/pages/moderation/index.vue'
import type { Case } from '~/types/moderation'
import { venueCard } from '../examples'
import { logEntry, moderationCase, reviewOfCase, venueCase } from '../moderation'
import { failure, ok, problem, useTestServer } from './server'
import { signedInAs } from './signedIn'

const server = useTestServer()
signedInAs('Moya', server, true)

let wrapper: VueWrapper
beforeEach(() => (useModeration().cases = []))
afterEach(() => wrapper?.unmount())

async function openQueue(cases: Case[] = [moderationCase(), venueCase()]) {
  server.answer('/moderation/queue', ok({ items: cases }))
  wrapper = await mountSuspended(QueuePage, { route: '/moderation', attachTo: document.body })
  await vi.waitFor(() => expect(wrapper.find('#cases').exists()).toBe(true))
}

const caseAt = (n: number) => wrapper.findAll('.moderation-case')[n]!
const titles = () => wrapper.findAll('.moderation-case h2').map(one => one.text())
const decided = () => server.received().filter(request => request.path === '/moderation/decisions').map(request => request.body)
const focused = () => document.activeElement?.textContent

async function decide(n: number, decision: string, note = 'It names a person.') {
  await caseAt(n).get(`input[value=${decision}]`).setValue(true)
  await caseAt(n).get('textarea').setValue(note)
  await caseAt(n).get('form').trigger('submit')
}

describe('the queue', () => {
  it('is read as a list of articles, the oldest first, each with a name, its parts and its choices', async () => {
    await openQueue()
    expect(wrapper.get('h1').text()).toBe('To be decided')
    expect(wrapper.get('#cases').text()).toBe('2 cases, oldest first')
    expect(wrapper.get('ol').attributes('aria-labelledby')).toBe('cases')
    expect(wrapper.findAll('ol > li > article').map(one => document.getElementById(one.attributes('aria-labelledby')!)!.textContent)).toEqual(['Review of The Crane’s Rest, Ennis, Clare', 'Venue: The Crane’s Rest, Ennis, Clare'])
    expect(caseAt(0).findAll('h3').map(heading => heading.text())).toEqual(['The Crane’s Rest', 'Reports', 'Its author'])
    expect(caseAt(0).get('fieldset legend').text()).toBe('What shall become of it?')
    expect(new Set(wrapper.findAll('[id]').map(one => one.attributes('id'))).size).toBe(wrapper.findAll('[id]').length)
  })

  it('shows what it is about, who reported what, the author’s history, and the objection', async () => {
    await openQueue([moderationCase({ objection: { text: 'I am that daughter.', at: '2026-11-23T10:00:00Z' }, decisions: [{ decision: 'HIDE', note: 'It names a person.', at: '2026-11-21T10:00:00Z' }] })])
    const text = caseAt(0).text()
    for (const part of ['The landlord’s daughter cannot sing.', 'Everybody sees it', 'It says too much about somebody', 'Names my daughter.', 'Cormac, a member since 16 November 2026', 'The same about another pub.', 'I am that daughter.', 'It names a person.']) expect(text).toContain(part)
    expect(caseAt(0).get('[role=img]').attributes('aria-label')).toBe('2 of 5 stars')
    expect(caseAt(0).find('a[href="/sessions/s1"]').exists()).toBe(true)
  })

  it('offers what the server allows, and no more', async () => {
    await openQueue([venueCase(), moderationCase({ subject: 'held:s1', allowed: ['KEEP', 'REMOVE'], context: { ...moderationCase().context, reviews: [reviewOfCase({ visibility: 'HELD' }), reviewOfCase({ number: 4, visibility: 'HELD' })] } })])
    expect(caseAt(0).findAll('fieldset input').map(one => one.attributes('value'))).toEqual(['KEEP', 'REMOVE', 'MERGE'])
    expect(caseAt(1).findAll('fieldset input').map(one => one.attributes('value'))).toEqual(['KEEP', 'REMOVE'])
    expect(caseAt(1).findAll('.case-review')).toHaveLength(2)
    expect(titles()[1]).toBe('Held reviews of The Crane’s Rest, Ennis, Clare')
  })

  it('says whom a decision about several reviews blocks', async () => {
    const held = (reviews: ReturnType<typeof reviewOfCase>[]) => moderationCase({ subject: 'held:s1', author: null, context: { ...moderationCase().context, reviews } })
    const choice = (n: number) => caseAt(n).get('input[value=BLOCK]').element.closest('label')!.textContent
    const [one, two, former] = [reviewOfCase(), reviewOfCase({ number: 4, by: 'Aoife' }), reviewOfCase({ number: 5, by: null })]
    await openQueue([held([one, two, former]), { ...held([one]), subject: 'held:s2' }, { ...held([former]), subject: 'held:s3' }])
    expect(choice(0)).toBe('Block their authorsThey are hidden, and Cormac and Aoife may not write.')
    expect(choice(1)).toBe('Block its authorThey are hidden, and Cormac may not write.')
    expect(choice(2)).toBe('Block their authorsThey are hidden. Nobody who wrote them is a member any more.')
  })

  it('has no case any more that was decided by a merge, even where the list is some moments old', async () => {
    await openQueue()
    wrapper.unmount()
    server.answer('POST /moderation/merges', ok({ from: 'v1', into: 'v2', sessions: [], at: '2026-11-24T10:00:00Z' }))
    expect((await useModeration().merge({ from: 'v1', into: 'v2', note: 'The same pub.' })).kind).toBe('ok')
    await openQueue()
    expect(titles()).toEqual(['Review of The Crane’s Rest, Ennis, Clare'])
    wrapper.unmount()
    await openQueue([venueCase({ version: 3 })])
    expect(titles()).toEqual(['Venue: The Crane’s Rest, Ennis, Clare'])
  })

  it('drops a case that is decided at once, and the next one takes the focus', async () => {
    await openQueue()
    // The list may be some moments old.
    server.answer('POST /moderation/decisions', ok({ items: [moderationCase(), venueCase()] }))
    await decide(0, 'HIDE')
    await vi.waitFor(() => expect(titles()).toEqual(['Venue: The Crane’s Rest, Ennis, Clare']))
    expect(decided()).toEqual([{ subject: 'review:s1:3', version: 2, decision: 'HIDE', into: null, days: null, note: 'It names a person.' }])
    await vi.waitFor(() => expect(focused()).toBe('Venue: The Crane’s Rest, Ennis, Clare'))
  })

  it('keeps what was opened again after the decision', async () => {
    await openQueue([moderationCase()])
    server.answer('POST /moderation/decisions', ok({ items: [moderationCase({ version: 4, reports: [] })] }))
    await decide(0, 'KEEP')
    await vi.waitFor(() => expect(caseAt(0).text()).toContain('Nobody reported it.'))
  })

  it('says that nothing is left', async () => {
    await openQueue([moderationCase()])
    server.answer('POST /moderation/decisions', ok({ items: [] }))
    await decide(0, 'REMOVE')
    await vi.waitFor(() => expect(focused()).toBe('Nothing is to be decided.'))
  })

  it('says so where there are more than it shows', async () => {
    await openQueue(Array.from({ length: 20 }, (_, n) => moderationCase({ subject: `review:s1:${n + 1}` })))
    expect(wrapper.get('#cases').text()).toBe('The 20 oldest cases. The others come as these are decided.')
  })

  it('asks for a decision and a reason', async () => {
    await openQueue([moderationCase()])
    await caseAt(0).get('form').trigger('submit')
    await vi.waitFor(() => expect(caseAt(0).text()).toContain('Choose what shall become of it.'))
    expect(caseAt(0).text()).toContain('Say in a few words why.')
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('FIELDSET'))
    expect(decided()).toEqual([])
  })

  it('blocks for a number of days, or without an end', async () => {
    await openQueue([moderationCase()])
    await caseAt(0).get('input[value=BLOCK]').setValue(true)
    await caseAt(0).get('input[inputmode=numeric]').setValue('400')
    await decide(0, 'BLOCK', 'Three names, one pen.')
    await vi.waitFor(() => expect(caseAt(0).text()).toContain('A whole number from 1 to 365.'))
    server.answerInTurn('POST /moderation/decisions', [failure(), ok({ items: [] })])
    await caseAt(0).get('input[inputmode=numeric]').setValue('14')
    await caseAt(0).get('form').trigger('submit')
    await vi.waitFor(() => expect(caseAt(0).get('[role=alert]').text()).toContain('can’t reach the server'))
    await caseAt(0).get('input[type=checkbox]').setValue(true)
    await caseAt(0).get('form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.findAll('.moderation-case')).toEqual([]))
    expect(decided()).toMatchObject([{ decision: 'BLOCK', days: 14 }, { decision: 'BLOCK', days: null }])
  })

  it('merges into a venue that is found by typing, never into itself', async () => {
    await openQueue([venueCase()])
    server.answer('/venues', ok({ items: [venueCard(), venueCard({ id: 'v2', name: 'Tigh Mháire' })], next: null }))
    server.answer('POST /moderation/decisions', ok({ items: [] }))
    await decide(0, 'MERGE', 'Its old name.')
    await vi.waitFor(() => expect(caseAt(0).text()).toContain('Choose the venue that stays.'))
    await caseAt(0).get('input[type=search]').setValue('Tigh')
    await caseAt(0).get('input[type=search]').trigger('keydown', { key: 'Enter' })
    await vi.waitFor(() => expect(caseAt(0).findAll('.venue-picker__found b').map(one => one.text())).toEqual(['Tigh Mháire']))
    await caseAt(0).get('.venue-picker__found button').trigger('click')
    expect(caseAt(0).get('a[href="/moderation/merge?from=v1&into=v2"]').text()).toBe('Look at the two side by side')
    await caseAt(0).get('form').trigger('submit')
    await vi.waitFor(() => expect(decided()).toMatchObject([{ subject: 'venue:v1', decision: 'MERGE', into: 'v2', days: null }]))
  })

  it('shows a case that has changed meanwhile anew, and says so', async () => {
    await openQueue()
    server.answer('POST /moderation/decisions', problem(412, 'stale'))
    server.answer('/moderation/queue', ok({ items: [moderationCase({ version: 3, reports: [{ reason: 'SPAM', text: 'And again.', at: '2026-11-24T10:00:00Z' }] }), venueCase()] }))
    await decide(0, 'KEEP')
    await vi.waitFor(() => expect(caseAt(0).get('[role=alert]').text()).toContain('has changed meanwhile'))
    expect(caseAt(0).text()).toContain('And again.')
    expect(caseAt(0).get('textarea').element.value).toBe('It names a person.')
    server.answer('POST /moderation/decisions', ok({ items: [venueCase()] }))
    await caseAt(0).get('form').trigger('submit')
    await vi.waitFor(() => expect(titles()).toHaveLength(1))
    expect(decided().map(body => (body as { version: number }).version)).toEqual([2, 3])
  })

  it('says that somebody else was quicker', async () => {
    await openQueue()
    server.answer('POST /moderation/decisions', problem(404, 'not-found'))
    server.answer('/moderation/queue', ok({ items: [venueCase()] }))
    await decide(0, 'KEEP')
    await vi.waitFor(() => expect(wrapper.get('.queue__gone').text()).toBe('Somebody else has decided that meanwhile: Review of The Crane’s Rest, Ennis, Clare'))
    expect(titles()).toHaveLength(1)
  })

  it('can be loaded again after a failure', async () => {
    server.answer('/moderation/queue', failure())
    wrapper = await mountSuspended(QueuePage, { route: '/moderation' })
    await vi.waitFor(() => expect(wrapper.find('.error-notice').exists()).toBe(true))
    server.answer('/moderation/queue', ok({ items: [] }))
    await wrapper.get('.error-notice button').trigger('click')
    await vi.waitFor(() => expect(wrapper.text()).toContain('Nothing is to be decided.'))
  })
})

describe('who is no moderator', () => {
  it('is told so, plainly', async () => {
    useIdentity().signedIn({ accessToken: 'token', expiresIn: 3600, displayName: 'Aoife', moderator: false })
    wrapper = await mountSuspended(QueuePage, { route: '/moderation' })
    await vi.waitFor(() => expect(wrapper.get('h1').text()).toBe('This page is for moderators.'))
    expect(wrapper.find('nav').exists()).toBe(false)
    expect(server.requests()).toEqual([])
  })

  it('is told so by the server too, where that was taken away meanwhile', async () => {
    server.answer('/moderation/queue', problem(403, 'not-allowed'))
    wrapper = await mountSuspended(QueuePage, { route: '/moderation' })
    await vi.waitFor(() => expect(wrapper.get('h1').text()).toBe('This page is for moderators.'))
  })

  it('is asked to sign in where nobody is', async () => {
    useIdentity().signedOut()
    wrapper = await mountSuspended(QueuePage, { route: '/moderation' })
    await vi.waitFor(() => expect(wrapper.get('.sign-in-hint a').attributes('href')).toBe('/sign-in?then=/moderation'))
  })

  it('finds no link to it in the header', async () => {
    wrapper = await mountSuspended(SiteMember)
    expect(wrapper.find('a[href="/moderation"]').exists()).toBe(true)
    useIdentity().signedIn({ accessToken: 'token', expiresIn: 3600, displayName: 'Aoife', moderator: false })
    await vi.waitFor(() => expect(wrapper.find('a[href="/moderation"]').exists()).toBe(false))
  })

  it('sees nothing of it after a moderator has signed out', async () => {
    await openQueue()
    useIdentity().signedOut()
    await vi.waitFor(() => expect(wrapper.find('.moderation-case').exists()).toBe(false))
    expect(useModeration().cases).toEqual([])
  })
})

describe('the log', () => {
  it('says who decided what and why, page by page', async () => {
    server.answer('/moderation/log', query => query.has('cursor')
      ? ok({ items: [logEntry({ by: null, name: null, decision: 'BLOCK', note: 'Three names, one pen.' }), logEntry({ subject: 'venue:v1', name: null, decision: 'MERGE', into: 'v2', note: 'The same pub.' })], next: null })
      : ok({ items: [logEntry(), logEntry({ subject: 'venue:v1', decision: 'MERGE', into: 'v2', intoName: 'Tigh Mháire', note: 'The same pub.' }), logEntry({ subject: 'held:s1', decision: 'BLOCK' }), logEntry({ subject: 'session:s1', decision: 'HIDE' })], next: 'older' }))
    wrapper = await mountSuspended(LogPage, { route: '/moderation/log' })
    await vi.waitFor(() => expect(wrapper.findAll('.log-entry')).toHaveLength(4))
    const entries = () => wrapper.findAll('.log-entry').map(one => one.get('p').text())
    expect(entries()).toEqual(['Moya kept review 3 of The Crane’s Rest', 'Moya merged the venue The Crane’s Rest into Tigh Mháire', 'Moya blocked the authors of held reviews of The Crane’s Rest', 'Moya hid the session The Crane’s Rest'])
    expect(wrapper.findAll('.log-entry p:first-child a').map(link => link.attributes('href'))).toEqual(['/sessions/s1', '/venues/v1', '/venues/v2', '/sessions/s1', '/sessions/s1'])
    expect(wrapper.find('a[href="/moderation/merge?from=v1&into=v2"]').exists()).toBe(true)
    await wrapper.findAll('button').at(-1)!.trigger('click')
    await vi.waitFor(() => expect(entries().slice(4)).toEqual(['A former moderator blocked the author of review 3 of a session', 'Moya merged a venue into this one']))
    expect(wrapper.find('button').exists()).toBe(false)
  })
})
