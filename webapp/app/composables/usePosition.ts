import type { Location } from '../types'

export type Position
  = | { kind: 'found', location: Location }
    | { kind: 'denied' }
    | { kind: 'timeout' }
    | { kind: 'unavailable' }

// The codes of GeolocationPositionError.
const PERMISSION_DENIED = 1
const TIMEOUT = 3
const TIMEOUT_MS = 10_000
const MAX_AGE_MS = 5 * 60_000

/** The position of the visitor, from the browser. */
export function usePosition() {
  function locate(): Promise<Position> {
    if (!('geolocation' in navigator)) return Promise.resolve({ kind: 'unavailable' })
    return new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => resolve({ kind: 'found', location: { lat: coords.latitude, lon: coords.longitude } }),
        error => resolve({ kind: error.code === PERMISSION_DENIED ? 'denied' : error.code === TIMEOUT ? 'timeout' : 'unavailable' }),
        { enableHighAccuracy: false, timeout: TIMEOUT_MS, maximumAge: MAX_AGE_MS },
      )
    })
  }

  /** Whether the browser gives the position without asking for permission first. */
  async function isPermitted(): Promise<boolean> {
    try {
      return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted'
    }
    catch {
      return false
    }
  }

  return { locate, isPermitted }
}
