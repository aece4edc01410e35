const KEY = 'signedIn'

/**
 * Whether somebody signed in with this browser and did not sign out. Only a hint that spares everybody else a request:
 * the cookie alone, which no script can read, decides.
 */
export function hasSignedIn(): boolean {
  return !!storage()?.getItem(KEY)
}

/** Each sign-in has a value of its own, so that the browser tells the other tabs of every one. */
export function rememberSignedIn() {
  storage()?.setItem(KEY, crypto.randomUUID())
}

export function forgetSignedIn() {
  storage()?.removeItem(KEY)
}

/** Calls back when somebody signs in or out in another tab. */
export function onSignedInElsewhere(changed: () => void) {
  window.addEventListener('storage', ({ key }) => {
    // Without a key, the whole storage was cleared.
    if (key === KEY || key === null) changed()
  })
}

/** Reading the property throws where the visitor does not allow a site to keep anything. */
function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  }
  catch {
    return null
  }
}
