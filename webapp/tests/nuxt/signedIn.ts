import { afterEach, beforeEach } from 'vitest'
import { ok, type TestServer } from './server'

/** Somebody is signed in during the tests of one file, and nothing is kept from one test to the next. */
export function signedInAs(displayName: string, server: TestServer, moderator = false) {
  beforeEach(() => {
    localStorage.setItem('signedIn', 'yes')
    server.answer('/auth/token', ok({ accessToken: 'token', expiresIn: 3600, displayName, moderator }))
    useIdentity().signedIn({ accessToken: 'token', expiresIn: 3600, displayName, moderator })
  })
  afterEach(() => {
    useIdentity().signedOut()
    localStorage.clear()
    sessionStorage.clear()
  })
}
