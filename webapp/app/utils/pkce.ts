import type { HostedPage } from '../types/member'

/** What the app must remember while the member is on the provider's page. */
export interface PendingSignIn {
  state: string
  verifier: string
  then: string
}

const KEY = 'pendingSignIn'

/**
 * The address of the provider's own page (RFC 7636, S256), after noting what only this tab knows: a code that somebody
 * else asked for is of no use here, and ours is of no use to them.
 */
export async function startHostedSignIn(page: HostedPage, redirectUri: string, then: string): Promise<string> {
  const pending: PendingSignIn = { state: randomText(), verifier: randomText(), then }
  sessionStorage.setItem(KEY, JSON.stringify(pending))
  const url = new URL(page.authorizeUrl)
  const parameters = {
    response_type: 'code',
    client_id: page.clientId,
    redirect_uri: redirectUri,
    scope: page.scope,
    state: pending.state,
    code_challenge: await challengeOf(pending.verifier),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

/** What was noted, once: going back to the address changes nothing. Null where the answer is not for this tab. */
export function takePendingSignIn(state: unknown): PendingSignIn | null {
  const noted = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  const pending = noted ? (JSON.parse(noted) as PendingSignIn) : null
  return pending && pending.state === state ? pending : null
}

export async function challengeOf(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))))
}

function randomText(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)))
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
