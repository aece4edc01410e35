import type { County, Location } from '../types'

/** What part of the map is on show, in the units of the drawing. */
export interface View {
  x: number
  y: number
  width: number
  height: number
}

export interface Spot {
  x: number
  y: number
}

type Ring = readonly (readonly [number, number])[]

// Good enough for an island: one degree of latitude is 100 units, one of longitude shrunk as at 53.4° north.
const SCALE = 100
const SHRINK = Math.cos((53.4 * Math.PI) / 180)
export const KM = SCALE / 111.2

export const IRELAND: View = { x: -165, y: -210, width: 325, height: 425 }

export function spotOf({ lat, lon }: Location): Spot {
  return { x: (lon + 8) * SHRINK * SCALE, y: (53.4 - lat) * SCALE }
}

export function pathOf(rings: readonly Ring[]): string {
  return rings
    .map(ring => `M${ring.map(([lon, lat]) => { const { x, y } = spotOf({ lat, lon }); return `${x.toFixed(1)} ${y.toFixed(1)}` }).join('L')}Z`)
    .join('')
}

/** A view with all the spots in it, of the given shape, and never so close that the outline is a mere line. */
export function viewAround(spots: readonly Spot[], shape: number, margin: number, least: number): View {
  const xs = spots.map(spot => spot.x)
  const ys = spots.map(spot => spot.y)
  const west = Math.min(...xs)
  const north = Math.min(...ys)
  const wide = Math.max(...xs) - west
  const tall = Math.max(...ys) - north
  const width = Math.max(least, wide + 2 * margin, (tall + 2 * margin) * shape)
  const height = width / shape
  return { x: west + wide / 2 - width / 2, y: north + tall / 2 - height / 2, width, height }
}

/** Whether the drawing shows this place. */
export function isOnMap(place: Location): boolean {
  const { x, y } = spotOf(place)
  return x >= IRELAND.x && x <= IRELAND.x + IRELAND.width && y >= IRELAND.y && y <= IRELAND.y + IRELAND.height
}

export function spotsOfRings(rings: readonly Ring[]): Spot[] {
  return rings.flatMap(ring => ring.map(([lon, lat]) => spotOf({ lat, lon })))
}

/** Counties by name, so that a drawing keeps one order. */
export function countiesOf<T>(outline: Partial<Record<County, T>>): [County, T][] {
  return Object.entries(outline) as [County, T][]
}
