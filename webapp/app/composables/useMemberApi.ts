import { type Answer, type Method, send } from '../utils/requests'

export interface WriteOptions {
  body?: object
  /** The version that the change was made from: the API refuses it where there is a later one. */
  version?: number
}

/** As any answer; `signedOut` where nobody is signed in any more, so that the page can ask to sign in again. */
export type MemberResult<T> = Answer<T> | { kind: 'signedOut' }

const MAX_KEYS = 20

// The keys of requests that got no answer, by request.
const unanswered = new Map<string, string>()

/** All requests of a member, with the member's token. Only pages and stores use it. A path is what comes after /v1. */
export function useMemberApi() {
  const identity = useIdentity()

  async function request<T>(method: Method, path: string, { body, version }: WriteOptions, key?: string): Promise<MemberResult<T>> {
    const sendWith = (token: string) => send<T>(method, path, body, {
      Authorization: `Bearer ${token}`,
      ...(version === undefined ? {} : { 'If-Match': `"v${version}"` }),
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    })
    const first = await identity.accessToken()
    if (first.kind !== 'token') return first
    const answer = await sendWith(first.token)
    if (!isUnauthorized(answer)) return answer
    // Revoked, or expired by the server's clock: once more with a new token.
    const second = await identity.accessToken({ not: first.token })
    if (second.kind !== 'token') return second
    const lastAnswer = await sendWith(second.token)
    return isUnauthorized(lastAnswer) ? { kind: 'signedOut' } : lastAnswer
  }

  /** A request that is sent again because no answer came has the same key, so it changes nothing twice. */
  async function post<T>(path: string, options: WriteOptions = {}): Promise<MemberResult<T>> {
    const name = JSON.stringify([path, options.version, options.body])
    const key = unanswered.get(name) ?? crypto.randomUUID()
    unanswered.set(name, key)
    if (unanswered.size > MAX_KEYS) unanswered.delete(unanswered.keys().next().value!)
    const answer = await request<T>('POST', path, options, key)
    if (answer.kind === 'ok' || answer.kind === 'refused') unanswered.delete(name)
    return answer
  }

  return {
    get: <T>(path: string) => request<T>('GET', path, {}),
    post,
    put: <T>(path: string, options: WriteOptions = {}) => request<T>('PUT', path, options),
    remove: <T>(path: string, options: WriteOptions = {}) => request<T>('DELETE', path, options),
  }
}

function isUnauthorized(answer: Answer<unknown>): boolean {
  return answer.kind === 'refused' && answer.problem.status === 401
}
