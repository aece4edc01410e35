import type { Location } from '../types'

const EARTH_RADIUS_KM = 6371.0088
export const KM_PER_DEGREE = (EARTH_RADIUS_KM * Math.PI) / 180

/** The great-circle distance, by the haversine formula. */
export function distanceKm(from: Location, to: Location): number {
  const lat = radians(to.lat - from.lat) / 2
  const lon = radians(to.lon - from.lon) / 2
  const a = Math.sin(lat) ** 2 + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(lon) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
