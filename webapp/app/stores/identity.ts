import type { Tokens } from '../types/member'
import { type Answer, send } from '../utils/requests'
import { forgetSignedIn, hasSignedIn, rememberSignedIn } from '../utils/signedIn'

export type AccessToken
  = | { kind: 'token', token: string }
    | { kind: 'signedOut' }
    | { kind: 'unavailable' }

// A token that expires while a request is under way would be refused.
const MARGIN_MS = 30_000
const LOCK = 'refresh-token'

/**
 * Who is signed in. The access token is nowhere but in this store's closure; what renews it is a cookie that no script
 * can read.
 */
export const useIdentity = defineStore('identity', () => {
  const header = useSignedIn()
  const ownWrites = useOwnWrites()
  const state = ref<'unknown' | 'signedOut' | 'signedIn'>('unknown')
  const displayName = ref<string | null>(null)
  const moderator = ref(false)
  let current: { token: string, expiresAt: number } | undefined
  let refreshing: Promise<AccessToken> | undefined

  watchEffect(() => {
    header.name.value = displayName.value
    header.moderator.value = moderator.value
    if (state.value !== 'unknown') header.signedIn.value = state.value === 'signedIn'
  })

  /** Finds out whether the visitor is signed in, without asking the server about one who never was. */
  async function restore(): Promise<void> {
    await accessToken()
  }

  /** A token that is good for the next seconds, refreshed where need be; never the one that the API has just refused. */
  async function accessToken({ not }: { not?: string } = {}): Promise<AccessToken> {
    if (current && current.token !== not && current.expiresAt - MARGIN_MS > Date.now()) return { kind: 'token', token: current.token }
    if (!current && !hasSignedIn()) {
      forget()
      return { kind: 'signedOut' }
    }
    refreshing ??= refresh().finally(() => {
      refreshing = undefined
    })
    return refreshing
  }

  async function refresh(): Promise<AccessToken> {
    // The cookie may be replaced at each refresh, so two tabs must not use the same one at once.
    const ask = () => send<Tokens>('POST', '/auth/token', {})
    const answer = await (navigator.locks ? navigator.locks.request(LOCK, ask) : ask())
    if (answer.kind === 'ok') return accept(answer.data)
    if (answer.kind === 'refused' && answer.problem.status === 401) {
      signedOut()
      return { kind: 'signedOut' }
    }
    return { kind: 'unavailable' }
  }

  /** Takes over the tokens of somebody who has just signed in. */
  function signedIn(tokens: Tokens) {
    accept(tokens)
    rememberSignedIn()
  }

  /** Signs out, unless the server does not answer: the cookie would go on working. */
  async function signOut({ everywhere = false } = {}): Promise<Answer<unknown>> {
    const access = everywhere ? await accessToken() : null
    if (access?.kind === 'unavailable') return access
    const answer = await (access?.kind === 'token'
      ? send('POST', '/auth/sign-out-everywhere', {}, { Authorization: `Bearer ${access.token}` })
      : send('POST', '/auth/sign-out', {}))
    if (answer.kind === 'ok' || (answer.kind === 'refused' && answer.problem.status === 401)) signedOut()
    return answer
  }

  /** After the member's session or account is gone on the server. */
  function signedOut() {
    forget()
    forgetSignedIn()
  }

  /** Somebody signed out in another tab, or signed in, who may be another member. */
  async function changedElsewhere() {
    forget()
    await restore()
  }

  function accept(tokens: Tokens): AccessToken {
    current = { token: tokens.accessToken, expiresAt: Date.now() + tokens.expiresIn * 1000 }
    displayName.value = tokens.displayName
    moderator.value = tokens.moderator
    state.value = 'signedIn'
    return { kind: 'token', token: tokens.accessToken }
  }

  function forget() {
    ownWrites.forget()
    current = undefined
    displayName.value = null
    moderator.value = false
    state.value = 'signedOut'
  }

  function renamed(name: string) {
    displayName.value = name
  }

  return { state, displayName, moderator, restore, accessToken, signedIn, signedOut, signOut, changedElsewhere, renamed }
})
