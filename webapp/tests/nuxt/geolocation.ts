import { vi } from 'vitest'

export const ENNIS = { latitude: 52.8436, longitude: -8.9864 }

type Outcome = { latitude: number, longitude: number } | { code: number }

/** Makes the browser give a position, or fail with the code of a GeolocationPositionError. */
export function stubGeolocation(outcome: Outcome) {
  const getCurrentPosition = vi.fn<Geolocation['getCurrentPosition']>((found, failed) => {
    if ('code' in outcome) failed?.(outcome as GeolocationPositionError)
    else found({ coords: outcome } as GeolocationPosition)
  })
  vi.spyOn(navigator, 'geolocation', 'get').mockReturnValue({ getCurrentPosition } as unknown as Geolocation)
  return getCurrentPosition
}

/** Makes the browser say whether it gives the position without asking the visitor. */
export function stubGeolocationPermission(state: PermissionState) {
  vi.spyOn(navigator.permissions, 'query').mockResolvedValue({ state } as PermissionStatus)
}
