import { mountSuspended } from '@nuxt/test-utils/runtime'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import Confirm from '~/pages/confirm.vue'
import ForgottenPassword from '~/pages/forgotten-password.vue'
import SignIn from '~/pages/sign-in.vue'
import SignUp from '~/pages/sign-up.vue'
import SignedIn from '~/pages/signed-in.vue'
import { startHostedSignIn, takePendingSignIn } from '~/utils/pkce'
import { failure, ok, problem, useTestServer } from './server'

const server = useTestServer()
const TOKENS = ok({ accessToken: 't1', expiresIn: 3600, displayName: 'Siobhán', moderator: false })
const sent = (path: string) => server.received().filter(request => request.path === path).map(request => request.body)

let wrapper: VueWrapper
beforeEach(() => {
  useIdentity().signedOut()
  useSignUp().clear()
  sessionStorage.clear()
  server.answer('/auth/provider', ok({ local: true, hosted: null }))
})
afterEach(() => wrapper?.unmount())

async function openPage(page: Component, route: string) {
  wrapper = await mountSuspended(page, { route, attachTo: document.body })
  return wrapper
}

async function type(id: string, text: string) {
  await wrapper.get(`#${id}`).setValue(text)
}

async function submit() {
  await wrapper.get('form').trigger('submit')
}

const errorOf = (id: string) => wrapper.find(`#${id}-error`)
const path = () => useRouter().currentRoute.value.fullPath
const cameTo = (expected: string) => vi.waitFor(() => expect(path()).toBe(expected))

describe('signing in', () => {
  it('leads back to the page that asked for it', async () => {
    server.answer('/auth/sign-in', TOKENS)
    await openPage(SignIn, '/sign-in?then=/about')
    await type('field-email', ' siobhan@example.com ')
    await type('field-password', 'four words of mine')
    await submit()
    await cameTo('/about')
    expect(sent('/auth/sign-in')).toEqual([{ email: 'siobhan@example.com', password: 'four words of mine' }])
    expect(useIdentity().displayName).toBe('Siobhán')
  })

  it('asks a member without a name for one first', async () => {
    server.answer('/auth/sign-in', ok({ accessToken: 't1', expiresIn: 3600, displayName: null, moderator: false }))
    await openPage(SignIn, '/sign-in?then=/about')
    await type('field-email', 'siobhan@example.com')
    await type('field-password', 'four words of mine')
    await submit()
    await cameTo('/profile?then=/about')
  })

  it('is not asked of a member who is signed in', async () => {
    useIdentity().signedIn({ accessToken: 't1', expiresIn: 3600, displayName: 'Siobhán', moderator: false })
    await openPage(SignIn, '/sign-in?then=/about')
    await cameTo('/about')
  })

  it('says beside a field what is wrong, when it is left', async () => {
    await openPage(SignIn, '/sign-in')
    await type('field-email', 'siobhan')
    expect(errorOf('field-email').exists()).toBe(false)
    await wrapper.get('#field-email').trigger('focusout')
    expect(errorOf('field-email').text()).toContain('This is no e-mail address')
    expect(wrapper.get('#field-email').attributes()).toMatchObject({ 'aria-invalid': 'true', 'aria-describedby': 'field-email-error' })
    expect(errorOf('field-password').exists()).toBe(false)
  })

  it('says on submit all that is wrong, and takes the focus to the first', async () => {
    await openPage(SignIn, '/sign-in')
    await submit()
    expect(errorOf('field-email').text()).toBe('Type your e-mail address.')
    expect(errorOf('field-password').text()).toBe('Type your password.')
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('field-email'))
    expect(sent('/auth/sign-in')).toEqual([])
  })

  it('does not tell whether it was the e-mail or the password', async () => {
    server.answer('/auth/sign-in', problem(401, 'wrong-credentials'))
    await openPage(SignIn, '/sign-in')
    await type('field-email', 'siobhan@example.com')
    await type('field-password', 'wrong')
    await submit()
    await vi.waitFor(() => expect(wrapper.get('[role=alert]').text()).toBe('E-mail and password do not belong together. Check both.'))
  })

  it('keeps what was typed when the server does not answer', async () => {
    server.answer('/auth/sign-in', failure())
    await openPage(SignIn, '/sign-in')
    await type('field-email', 'siobhan@example.com')
    await type('field-password', 'four words of mine')
    await submit()
    await vi.waitFor(() => expect(wrapper.get('[role=alert]').text()).toContain('We can’t reach the server'))
    expect((wrapper.get('#field-email').element as HTMLInputElement).value).toBe('siobhan@example.com')
  })

  it('asks for the code where the account is not confirmed', async () => {
    server.answer('/auth/sign-in', problem(409, 'not-confirmed'))
    server.answer('/auth/code', ok({ destination: 's***@example.com' }))
    await openPage(SignIn, '/sign-in?then=/about')
    await type('field-email', 'siobhan@example.com')
    await type('field-password', 'four words of mine')
    await submit()
    await cameTo('/confirm?then=/about')
    expect(useSignUp().sent).toEqual({ destination: 's***@example.com' })
  })

  describe('with an authenticator app', () => {
    async function fill() {
      await openPage(SignIn, '/sign-in?then=/about')
      await type('field-email', 'moya@example.com')
      await type('field-password', 'four words of mine')
      await submit()
    }
    const asksForCode = problem(409, 'second-factor')
    const wrongCode = problem(400, 'invalid-request', { errors: [{ field: 'code', reason: 'not the one that the app shows now' }] })

    it('asks for the code of the app, and sends it with the password', async () => {
      server.answerInTurn('/auth/sign-in', [asksForCode, TOKENS])
      await fill()
      await vi.waitFor(() => expect(document.activeElement?.id).toBe('field-code'))
      expect(wrapper.get('#field-code-hint').text()).toContain('your authenticator app')
      expect(wrapper.find('#field-password').exists()).toBe(false)
      await type('field-code', ' 123 456 ')
      await submit()
      await cameTo('/about')
      expect(sent('/auth/sign-in')).toEqual([
        { email: 'moya@example.com', password: 'four words of mine' },
        { email: 'moya@example.com', password: 'four words of mine', code: '123 456' },
      ])
      expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('four words')
    })

    it('says at the code what is wrong with it', async () => {
      server.answerInTurn('/auth/sign-in', [asksForCode, wrongCode])
      await fill()
      await vi.waitFor(() => expect(wrapper.find('#field-code').exists()).toBe(true))
      await submit()
      expect(errorOf('field-code').text()).toBe('The code has six digits.')
      await type('field-code', '000000')
      await submit()
      await vi.waitFor(() => expect(errorOf('field-code').text()).toBe('not the one that the app shows now'))
    })

    it('lets somebody else sign in instead, without the code', async () => {
      server.answerInTurn('/auth/sign-in', [asksForCode, TOKENS])
      await fill()
      await vi.waitFor(() => expect(wrapper.find('#field-code').exists()).toBe(true))
      await type('field-code', '123456')
      await wrapper.get('.account-form__actions button[type=button]').trigger('click')
      await type('field-email', 'siobhan@example.com')
      await submit()
      await cameTo('/about')
      expect(sent('/auth/sign-in')[1]).toEqual({ email: 'siobhan@example.com', password: 'four words of mine' })
    })

    it('asks for the password again where it is another one by now', async () => {
      server.answerInTurn('/auth/sign-in', [asksForCode, problem(401, 'wrong-credentials')])
      await fill()
      await vi.waitFor(() => expect(wrapper.find('#field-code').exists()).toBe(true))
      await type('field-code', '123456')
      await submit()
      await vi.waitFor(() => expect(wrapper.get('[role=alert]').text()).toBe('E-mail and password do not belong together. Check both.'))
      expect(wrapper.find('#field-password').exists()).toBe(true)
    })
  })

  it.each([
    ['the page of the provider', { authorizeUrl: 'https://login.example/oauth2/authorize', clientId: 'c1', scope: 'openid' }, 'Press “Sign in another way”.'],
    ['whoever made the account', null, 'Ask whoever made it for you.'],
  ])('names %s where the form does not suffice', async (_, hosted, text) => {
    server.answer('/auth/provider', ok({ local: false, hosted }))
    server.answer('/auth/sign-in', problem(409, 'provider-page'))
    await openPage(SignIn, '/sign-in')
    await vi.waitFor(() => expect(wrapper.findAll('.account-form__actions button')).toHaveLength(hosted ? 2 : 1))
    await type('field-email', 'moya@example.com')
    await type('field-password', 'four words of mine')
    await submit()
    await vi.waitFor(() => expect(wrapper.get('[role=alert]').text()).toContain(text))
  })

  it('shows and hides the password', async () => {
    await openPage(SignIn, '/sign-in')
    const field = wrapper.get('#field-password')
    expect(field.attributes('type')).toBe('password')
    await wrapper.get('button[aria-controls=field-password]').trigger('click')
    expect(field.attributes('type')).toBe('text')
  })
})

describe('signing up', () => {
  async function fill(repeated = 'four words of mine') {
    await type('field-displayName', 'Siobhán')
    await type('field-email', 'siobhan@example.com')
    await type('field-password', 'four words of mine')
    await type('field-repeated', repeated)
  }

  it('leads to the code, and keeps the password only in memory', async () => {
    server.answer('/auth/sign-up', ok({ destination: 's***@example.com', code: '123456' }))
    await openPage(SignUp, '/sign-up?then=/about')
    await fill()
    await submit()
    await cameTo('/confirm?then=/about')
    expect(sent('/auth/sign-up')).toEqual([{ displayName: 'Siobhán', email: 'siobhan@example.com', password: 'four words of mine' }])
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('four words')
  })

  it('wants the same password twice', async () => {
    await openPage(SignUp, '/sign-up')
    await fill('four words of hers')
    await submit()
    expect(errorOf('field-repeated').text()).toBe('The two passwords differ.')
    expect(sent('/auth/sign-up')).toEqual([])
  })

  it('says at the field what the server refuses, until it is changed', async () => {
    server.answer('/auth/sign-up', problem(400, 'invalid-request', { errors: [{ field: 'password', reason: 'one digit at least' }] }))
    await openPage(SignUp, '/sign-up')
    await fill()
    await submit()
    await vi.waitFor(() => expect(errorOf('field-password').text()).toBe('one digit at least'))
    await type('field-password', 'four words of mine 1')
    expect(errorOf('field-password').exists()).toBe(false)
  })
})

describe('the code', () => {
  beforeEach(() => Object.assign(useSignUp(), { displayName: 'Siobhán', email: 'siobhan@example.com', password: 'four words of mine', sent: { destination: 's***@example.com', code: '123456' } }))

  it('is shown where the machine sends no mail', async () => {
    await openPage(Confirm, '/confirm')
    expect(wrapper.get('.code-notice').text()).toContain('This machine sends no mail: your code is 123456')
  })

  it('opens the door, and the name of the sign-up is saved', async () => {
    server.answer('/auth/confirmation', { status: 204 })
    server.answer('/auth/sign-in', ok({ accessToken: 't1', expiresIn: 3600, displayName: null, moderator: false }))
    server.answer('/me', ok({ displayName: 'Siobhán' }))
    await openPage(Confirm, '/confirm?then=/about')
    await type('field-code', '123456')
    await submit()
    await cameTo('/about')
    expect(server.received().find(request => request.path === '/me')).toMatchObject({ method: 'PUT', headers: { 'if-match': '"v0"' }, body: { displayName: 'Siobhán' } })
    expect(useSignUp().password).toBe('')
  })

  it('is asked for again where it is wrong', async () => {
    server.answer('/auth/confirmation', problem(400, 'invalid-request', { errors: [{ field: 'code', reason: 'not the code that we sent' }] }))
    await openPage(Confirm, '/confirm')
    await type('field-code', '654321')
    await submit()
    await vi.waitFor(() => expect(errorOf('field-code').text()).toBe('not the code that we sent'))
  })

  it('after a reload wants to know whose it is, and then the password', async () => {
    useSignUp().clear()
    server.answer('/auth/confirmation', { status: 204 })
    await openPage(Confirm, '/confirm?then=/about')
    await type('field-email', 'siobhan@example.com')
    await type('field-code', '123456')
    await submit()
    await cameTo('/sign-in?then=/about')
  })
})

it('who forgot the password chooses another one, and is in', async () => {
  server.answer('/auth/forgotten-password', ok({ destination: 's***@example.com' }))
  server.answer('/auth/new-password', { status: 204 })
  server.answer('/auth/sign-in', TOKENS)
  await openPage(ForgottenPassword, '/forgotten-password?then=/about')
  await type('field-email', 'siobhan@example.com')
  await submit()
  await vi.waitFor(() => expect(wrapper.find('#field-code').exists()).toBe(true))
  await type('field-code', '123456')
  await type('field-password', 'four other words')
  await type('field-repeated', 'four other words')
  await submit()
  await cameTo('/about')
  expect(sent('/auth/new-password')).toEqual([{ email: 'siobhan@example.com', code: '123456', password: 'four other words' }])
})

describe('the page of the provider', () => {
  const hosted = { authorizeUrl: 'https://login.example/oauth2/authorize', clientId: 'c1', scope: 'openid sessions' }
  const start = async () => new URL(await startHostedSignIn(hosted, 'https://app.example/signed-in', '/about'))

  it('is asked with a challenge and a state that nobody else has', async () => {
    const first = (await start()).searchParams
    const second = (await start()).searchParams
    expect(Object.fromEntries(first)).toMatchObject({ response_type: 'code', client_id: 'c1', redirect_uri: 'https://app.example/signed-in', scope: 'openid sessions', code_challenge_method: 'S256' })
    expect(first.get('state')).not.toBe(second.get('state'))
    expect(first.get('code_challenge')).not.toBe(second.get('code_challenge'))
  })

  it('answers only to the tab that asked, and once', async () => {
    const state = (await start()).searchParams.get('state')
    expect(takePendingSignIn('other')).toBeNull()
    expect(takePendingSignIn(state)).toBeNull()
    const again = (await start()).searchParams.get('state')
    expect(takePendingSignIn(again)).toMatchObject({ then: '/about' })
    expect(takePendingSignIn(again)).toBeNull()
  })

  it('leads back to the page that asked for it', async () => {
    server.answer('/auth/exchange', TOKENS)
    const state = (await start()).searchParams.get('state')!
    await openPage(SignedIn, `/signed-in?code=abc&state=${state}`)
    await cameTo('/about')
    expect(sent('/auth/exchange')[0]).toMatchObject({ code: 'abc' })
  })

  it('is of no use to somebody who sends their own code', async () => {
    await start()
    await openPage(SignedIn, '/signed-in?code=theirs&state=theirs')
    await vi.waitFor(() => expect(wrapper.get('[role=alert]').text()).toContain('This sign-in was not started here'))
    expect(sent('/auth/exchange')).toEqual([])
  })
})
