const SIGN_IN_PAGES = ['/sign-in', '/sign-up', '/confirm', '/forgotten-password', '/signed-in']

/**
 * The page to show after signing in: the first of the candidates that is a page of ours, and not one of signing in. An
 * address elsewhere would let a link send members to somebody else's site in our name.
 */
export function pageToReturnTo(candidates: readonly unknown[], fallback = '/profile'): string {
  return candidates.map(ownPath).find(path => path !== null) ?? fallback
}

function ownPath(candidate: unknown): string | null {
  if (typeof candidate !== 'string' || !candidate.startsWith('/') || !URL.canParse(candidate, OWN)) return null
  const { origin, pathname, search, hash } = new URL(candidate, OWN)
  return origin === OWN && !SIGN_IN_PAGES.includes(pathname) ? pathname + search + hash : null
}

// Only a name: whatever the address of the app is, a path stays on it.
const OWN = 'https://own.invalid'
