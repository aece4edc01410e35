import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { forgetSignedIn, hasSignedIn, rememberSignedIn } from '~/utils/signedIn'
import { failure, ok, problem, useTestServer } from './server'

const server = useTestServer()
const tokens = (accessToken: string, more: object = {}) => ok({ accessToken, expiresIn: 3600, displayName: 'Siobhán', moderator: false, ...more })
const paths = () => server.received().map(({ method, path }) => `${method} ${path}`)

beforeEach(() => {
  setActivePinia(createPinia())
  forgetSignedIn()
})

describe('who is signed in', () => {
  it('is not asked for a visitor who never signed in', async () => {
    await useIdentity().restore()
    expect(useIdentity().state).toBe('signedOut')
    expect(paths()).toEqual([])
  })

  it('is found out again after a reload', async () => {
    rememberSignedIn()
    server.answer('/auth/token', tokens('t1'))
    await useIdentity().restore()
    expect(useIdentity()).toMatchObject({ state: 'signedIn', displayName: 'Siobhán', moderator: false })
    expect(useSignedIn().name.value).toBe('Siobhán')
  })

  it('is forgotten when the cookie is no longer good', async () => {
    rememberSignedIn()
    server.answer('/auth/token', problem(401, 'signed-out'))
    await useIdentity().restore()
    expect(useIdentity().state).toBe('signedOut')
    expect(hasSignedIn()).toBe(false)
  })

  it('stays open while the server does not answer', async () => {
    rememberSignedIn()
    server.answerInTurn('/auth/token', [failure(), tokens('t1')])
    expect(await useIdentity().accessToken()).toEqual({ kind: 'unavailable' })
    expect(hasSignedIn()).toBe(true)
    expect(await useIdentity().accessToken()).toEqual({ kind: 'token', token: 't1' })
  })

  it('is kept nowhere but in memory', async () => {
    rememberSignedIn()
    server.answer('/auth/token', tokens('secret-token'))
    await useIdentity().restore()
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, useIdentity().$state, document.cookie])).not.toContain('secret-token')
  })

  it('follows another tab in which somebody signs out, or in', async () => {
    server.answerInTurn('/auth/token', [tokens('t1'), tokens('t2', { displayName: 'Aoife' })])
    rememberSignedIn()
    await useIdentity().restore()
    forgetSignedIn()
    await useIdentity().changedElsewhere()
    expect(useIdentity()).toMatchObject({ state: 'signedOut', displayName: null })
    expect(useSignedIn().signedIn.value).toBe(false)
    rememberSignedIn()
    await useIdentity().changedElsewhere()
    expect(useIdentity().displayName).toBe('Aoife')
  })
})

describe('the access token', () => {
  it('is refreshed once for all who wait for it', async () => {
    rememberSignedIn()
    server.answer('/auth/token', tokens('t1'))
    const all = await Promise.all([useIdentity().accessToken(), useIdentity().accessToken(), useIdentity().accessToken()])
    expect(all.map(one => one.kind)).toEqual(['token', 'token', 'token'])
    expect(paths()).toEqual(['POST /auth/token'])
  })

  it('is refreshed before it expires', async () => {
    server.answer('/auth/token', tokens('t2'))
    useIdentity().signedIn({ accessToken: 't1', expiresIn: 20, displayName: 'Siobhán', moderator: false })
    expect(await useIdentity().accessToken()).toEqual({ kind: 'token', token: 't2' })
  })
})

describe('signing out', () => {
  beforeEach(() => useIdentity().signedIn({ accessToken: 't1', expiresIn: 3600, displayName: 'Siobhán', moderator: true }))

  it('revokes the cookie and forgets the token', async () => {
    server.answer('/auth/sign-out', { status: 204 })
    await useIdentity().signOut()
    expect(useIdentity()).toMatchObject({ state: 'signedOut', displayName: null, moderator: false })
    expect(await useIdentity().accessToken()).toEqual({ kind: 'signedOut' })
    expect(paths()).toEqual(['POST /auth/sign-out'])
  })

  it('everywhere says who it is', async () => {
    server.answer('/auth/sign-out-everywhere', { status: 204 })
    await useIdentity().signOut({ everywhere: true })
    expect(server.received()[0]!.headers.authorization).toBe('Bearer t1')
    expect(useIdentity().state).toBe('signedOut')
  })

  it('does not pretend to have signed out while the cookie still works', async () => {
    server.answer('/auth/sign-out', failure())
    expect(await useIdentity().signOut()).toEqual({ kind: 'unavailable' })
    expect(useIdentity().state).toBe('signedIn')
    expect(hasSignedIn()).toBe(true)
  })
})

describe('a request of a member', () => {
  beforeEach(() => useIdentity().signedIn({ accessToken: 't1', expiresIn: 3600, displayName: 'Siobhán', moderator: false }))

  it('carries the token and the version that it changes, and tells the new one', async () => {
    server.answer('/sessions/s1', ok({ id: 's1' }, { etag: '"v8"' }))
    expect(await useMemberApi().put('/sessions/s1', { body: { name: 'New' }, version: 7 })).toEqual({ kind: 'ok', data: { id: 's1' }, version: 8 })
    expect(server.received()[0]).toMatchObject({ method: 'PUT', body: { name: 'New' }, headers: { 'authorization': 'Bearer t1', 'if-match': '"v7"' } })
  })

  it('is sent once more with a new token where the old one is refused', async () => {
    server.answer('/me', (_query, request) => (request.headers.authorization === 'Bearer t2' ? ok({ id: 'm1' }) : problem(401, 'not-signed-in')))
    server.answer('/auth/token', tokens('t2'))
    expect(await useMemberApi().get('/me')).toMatchObject({ kind: 'ok', data: { id: 'm1' } })
    expect(paths()).toEqual(['GET /me', 'POST /auth/token', 'GET /me'])
  })

  it('is not sent for ever', async () => {
    server.answer('/me', problem(401, 'not-signed-in'))
    server.answer('/auth/token', tokens('t2'))
    expect(await useMemberApi().get('/me')).toEqual({ kind: 'signedOut' })
    expect(paths()).toEqual(['GET /me', 'POST /auth/token', 'GET /me'])
  })

  it('tells why it was refused, field by field', async () => {
    server.answer('/sessions', problem(400, 'invalid-request', { errors: [{ field: 'schedule.start', reason: 'HH:MM' }] }))
    expect(await useMemberApi().post('/sessions', { body: {} })).toEqual({ kind: 'refused', problem: { status: 400, type: '/problems/invalid-request', detail: 'refused: invalid-request', errors: { 'schedule.start': 'HH:MM' }, candidates: [], retryAfter: null } })
  })

  it('tells when it may be tried again, and what it looks like', async () => {
    server.answerInTurn('/sessions', [problem(429, 'too-many-changes', {}, { 'retry-after': '120' }), problem(409, 'looks-alike', { candidates: [{ id: 's2' }] })])
    expect(await useMemberApi().post('/sessions', { body: {} })).toMatchObject({ problem: { retryAfter: 120 } })
    expect(await useMemberApi().post('/sessions', { body: {} })).toMatchObject({ problem: { candidates: [{ id: 's2' }] } })
  })

  it('is not sent for somebody who signed out', async () => {
    useIdentity().signedOut()
    expect(await useMemberApi().get('/me')).toEqual({ kind: 'signedOut' })
    expect(paths()).toEqual([])
  })

  it('has the same key until it is answered, so that it changes nothing twice', async () => {
    server.answerInTurn('/sessions', [failure(), ok({}), ok({})])
    for (let i = 0; i < 3; i++) await useMemberApi().post('/sessions', { body: { name: 'The Corner' } })
    const [first, again, another] = server.received().map(request => request.headers['idempotency-key'])
    expect(first).toBeTruthy()
    expect(again).toBe(first)
    expect(another).not.toBe(first)
  })

  it('has a key of its own', async () => {
    server.answer('/sessions', failure())
    await useMemberApi().post('/sessions', { body: { name: 'One' } })
    await useMemberApi().post('/sessions', { body: { name: 'Other' } })
    expect(new Set(server.received().map(request => request.headers['idempotency-key'])).size).toBe(2)
  })
})

