import type { County, Location } from '../types'
import { countyEntries, project, UNITS_PER_KM, type Point } from './map'

type Ring = readonly (readonly [number, number])[]

// The outlines are coarse: a pier or an island may lie a little outside.
const MAX_OFF_SHORE_KM = 12

/** The county in which a place lies, by the outlines of the map; null at sea and abroad. */
export function countyAt(outlines: Partial<Record<County, readonly Ring[]>>, place: Location): County | null {
  const point = project(place)
  let nearest: { county: County, distance: number } | null = null
  for (const [county, rings] of countyEntries(outlines)) {
    for (const ring of rings) {
      const corners = ring.map(([lon, lat]) => project({ lat, lon }))
      if (contains(corners, point)) return county
      const distance = Math.min(...corners.map(corner => Math.hypot(corner.x - point.x, corner.y - point.y)))
      if (distance < (nearest?.distance ?? MAX_OFF_SHORE_KM * UNITS_PER_KM)) nearest = { county, distance }
    }
  }
  return nearest?.county ?? null
}

/** Whether a line from the point to the east crosses the ring an odd number of times. */
function contains(ring: readonly Point[], { x, y }: Point): boolean {
  let inside = false
  ring.forEach((from, n) => {
    const to = ring[(n + 1) % ring.length]!
    if (from.y > y !== to.y > y && x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)) inside = !inside
  })
  return inside
}
