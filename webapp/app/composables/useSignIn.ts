import type { CodeSent, Me, SignInOptions, SignUpInput, Tokens } from '../types/member'
import { type Answer, send } from '../utils/requests'

/** Signing up and in. Only pages use it. */
export function useSignIn() {
  const identity = useIdentity()
  const signUp = useSignUp()
  const api = useMemberApi()

  /** Signs in; a member who has no name yet gets the one of the sign-up. */
  async function accept(answer: Answer<Tokens>): Promise<Answer<Tokens>> {
    if (answer.kind !== 'ok') return answer
    identity.signedIn(answer.data)
    if (answer.data.displayName === null && signUp.displayName) await saveName(signUp.displayName)
    signUp.clear()
    return answer
  }

  /** Where that fails, the profile asks for the name. */
  async function saveName(displayName: string) {
    const saved = await api.put<Me>('/me', { body: { displayName, instruments: [], homeCounty: null, about: null }, version: 0 })
    if (saved.kind === 'ok') identity.renamed(saved.data.displayName ?? displayName)
  }

  return {
    options: () => send<SignInOptions>('GET', '/auth/provider'),
    signUp: (input: SignUpInput) => send<CodeSent>('POST', '/auth/sign-up', input),
    confirm: (email: string, code: string) => send<unknown>('POST', '/auth/confirmation', { email, code }),
    sendCode: (email: string) => send<CodeSent>('POST', '/auth/code', { email }),
    /** @param code of an authenticator app, where the account has one */
    signIn: async (email: string, password: string, code?: string) => accept(await send<Tokens>('POST', '/auth/sign-in', { email, password, code })),
    exchange: async (code: string, verifier: string, redirectUri: string) => accept(await send<Tokens>('POST', '/auth/exchange', { code, verifier, redirectUri })),
    forgottenPassword: (email: string) => send<CodeSent>('POST', '/auth/forgotten-password', { email }),
    newPassword: (email: string, code: string, password: string) => send<unknown>('POST', '/auth/new-password', { email, code, password }),
  }
}
