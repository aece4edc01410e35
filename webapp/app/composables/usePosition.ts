import type { Location } from '../types'

export type Position
  = | { kind: 'found', location: Location }
    | { kind: 'denied' }
    | { kind: 'timeout' }
    | { kind: 'unavailable' }

const REFUSED = 1
const TOO_SLOW = 3

/** Asks the browser where it is. */
export function usePosition() {
  function locate(): Promise<Position> {
    if (!('geolocation' in navigator)) return Promise.resolve({ kind: 'unavailable' })
    return new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => resolve({ kind: 'found', location: { lat: coords.latitude, lon: coords.longitude } }),
        trouble => resolve({ kind: trouble.code === REFUSED ? 'denied' : trouble.code === TOO_SLOW ? 'timeout' : 'unavailable' }),
        { enableHighAccuracy: false, timeout: 10_000, maximumAge: 300_000 },
      )
    })
  }

  /** Whether the browser would answer without a question that nobody asked for. */
  async function allowed(): Promise<boolean> {
    try {
      return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted'
    }
    catch {
      return false
    }
  }

  return { locate, allowed }
}
