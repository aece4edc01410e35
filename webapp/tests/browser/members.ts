import type { BrowserContextOptions } from 'playwright-core'
import { address, openTab, type Tab } from './browser'

export const PASSWORD = 'a tune nobody else knows'

/** Somebody with an account of their own, so that no test uses up what another one may do in an hour. */
export interface Member {
  id: string
  name: string
  email: string
  token: string
  cookie: { name: string, value: string }
}

let accounts = 0
/** Tells what this run stores from what an earlier one left in the same store. */
export const RUN = Date.now().toString(36)

/** An e-mail address that nobody has yet. */
export const newEmail = () => `member-${RUN}-${++accounts}@example.ie`

interface Answer<T> {
  status: number
  data: T
  cookie: string | null
}

/** A request as the pages send it. */
export async function send<T>(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer<T>> {
  const response = await fetch(address(`/v1${path}`), {
    method,
    headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  return { status: response.status, data: (text ? JSON.parse(text) : null) as T, cookie: response.headers.get('set-cookie') }
}

/** A request of a member, which has to succeed. */
export async function sendAs<T>(member: Member, method: string, path: string, body?: object, version?: number): Promise<T> {
  const answer = await send<T>(method, path, body, {
    Authorization: `Bearer ${member.token}`,
    ...(version === undefined ? {} : { 'If-Match': `"v${version}"` }),
  })
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.data)}`)
  return answer.data
}

let before: Promise<unknown> = Promise.resolve()

/**
 * A new member, through the API: the forms of signing up have a test of their own. One after the other, for cognito-local
 * loses one of two changes that are made at once.
 */
export function newMember(name: string): Promise<Member> {
  const member = before.then(() => signUp(name))
  before = member.catch(() => {})
  return member
}

/** The moderator among the sample accounts. */
export function moderator(): Promise<Member> {
  return signIn('moya@example.ie', 'tunes-by-the-fire')
}

async function signUp(name: string): Promise<Member> {
  const email = newEmail()
  const { data: { code } } = await send<{ code: string }>('POST', '/auth/sign-up', { displayName: name, email, password: PASSWORD })
  await send('POST', '/auth/confirmation', { email, code })
  const member = await signIn(email, PASSWORD)
  if (member.name !== name) throw new Error(`${name} is called ${member.name}`)
  return member
}

async function signIn(email: string, password: string): Promise<Member> {
  const { status, data, cookie } = await send<{ accessToken: string }>('POST', '/auth/sign-in', { email, password })
  const [, key, value] = /^([^=]+)=([^;]+)/.exec(cookie ?? '') ?? []
  if (!key || !value) throw new Error(`${email} cannot sign in: ${status}`)
  const member = { id: '', name: '', email, token: data.accessToken, cookie: { name: key, value } }
  const me = await sendAs<{ id: string, displayName: string | null }>(member, 'GET', '/me')
  return { ...member, id: me.id, name: me.displayName ?? '' }
}

/** A tab in which a member has signed in before. */
export function openTabOf(member: Member, options: BrowserContextOptions = {}): Promise<Tab> {
  const { hostname, origin } = new URL(address('/'))
  return openTab({
    storageState: {
      cookies: [{ ...member.cookie, domain: hostname, path: '/v1/auth', expires: -1, httpOnly: true, secure: true, sameSite: 'Strict' }],
      origins: [{ origin, localStorage: [{ name: 'signedIn', value: member.email }] }],
    },
    ...options,
  })
}

export interface MemberSession {
  session: { id: string, name: string | null, nights: { date: string }[], organiser: { name: string | null } | null }
  version: number
}

/** Every evening from its first minute on, so that one of them has begun at whatever time the tests run. */
export const NIGHTLY = { kind: 'WEEKLY', days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'], start: '04:00', end: null, season: null }
const TUESDAYS = { kind: 'WEEKLY', days: ['TUESDAY'], start: '21:30', end: null, season: null }

/** Shares a session that differs from others in what is given. */
export function shareSession(member: Member, venue: string, given: object = {}): Promise<MemberSession> {
  return sendAs(member, 'POST', '/sessions', {
    venue, name: null, schedule: TUESDAYS, admission: 'OPEN', pace: 'STEADY', leadership: 'UNLED', focus: 'TUNES', dances: [], instruments: [], craic: null,
    anotherSession: true, ...given,
  })
}

/** Adds a venue far away from the samples, so that it is in none of the lists that other tests look at. */
export async function addVenue(member: Member, name: string, given: object = {}): Promise<string> {
  const { venue } = await sendAs<{ venue: { id: string } }>(member, 'POST', '/venues', {
    name, town: 'Vík', country: 'IS', timeZone: 'Atlantic/Reykjavik', location: { lat: 63.42, lon: -19.01 }, anotherPlace: true, ...given,
  })
  return venue.id
}

/** Takes down what tests have shared, so that it is in no list any more. */
export async function takeDown(member: Member, id: string) {
  const { version } = await sendAs<MemberSession>(member, 'GET', `/me/sessions/${id}`)
  await sendAs(member, 'PUT', `/sessions/${id}/takedown`, undefined, version)
}

export const review = (member: Member, session: string, rating: number, text?: string) => sendAs<MemberSession>(member, 'PUT', `/sessions/${session}/reviews/mine`, { rating, text: text ?? null, night: null })
