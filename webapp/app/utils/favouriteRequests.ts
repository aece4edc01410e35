import type { Favourites, Me } from '../types/member'

export type Saved
  = | { kind: 'saved' }
    /** An earlier request for the same session is under way, and goes on to what is wanted now. */
    | { kind: 'waiting' }
    | { kind: 'refused' | 'signedOut', kept: boolean }

const underWay = new Set<string>()
const WISH = 'wished-favourite'

/** What the API has; and from then on, nothing once somebody signs out. False where it gave no answer. */
export async function loadFavourites(show: (ids: readonly string[]) => void, forget: () => void): Promise<boolean> {
  const answer = await useMemberApi().get<Me>('/me')
  if (answer.kind !== 'ok') return false
  const identity = useIdentity()
  const stop = watch(() => identity.state, (state) => {
    if (state !== 'signedOut') return
    stop()
    forget()
  })
  const ids = answer.data.favourites.map(card => card.id)
  show(ids)
  const wish = takeWish()
  if (wish && !ids.includes(wish)) {
    const kept = await useMemberApi().put<Favourites>(`/me/favourites/${encodeURIComponent(wish)}`)
    if (kept.kind === 'ok') show(kept.data.items)
  }
  return true
}

/** Brings the API to what is wanted. Who changes their mind meanwhile is asked for again at the end, so the last word counts. */
export async function saveFavourite(id: string, wanted: () => boolean): Promise<Saved> {
  if (underWay.has(id)) return { kind: 'waiting' }
  underWay.add(id)
  try {
    for (;;) {
      const kept = wanted()
      const path = `/me/favourites/${encodeURIComponent(id)}`
      const api = useMemberApi()
      const answer = await (kept ? api.put<Favourites>(path) : api.remove<Favourites>(path))
      if (answer.kind === 'signedOut') return { kind: 'signedOut', kept: !kept }
      if (answer.kind !== 'ok') return { kind: 'refused', kept: !kept }
      if (wanted() === kept) return { kind: 'saved' }
    }
  }
  finally {
    underWay.delete(id)
  }
}

/** Who pressed the heart signed out finds it pressed after signing in. */
export function rememberWish(id: string) {
  sessionStorage.setItem(WISH, id)
}

function takeWish(): string | null {
  const wish = sessionStorage.getItem(WISH)
  sessionStorage.removeItem(WISH)
  return wish
}
