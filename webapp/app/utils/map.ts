import type { County, Location } from '../types'

/** The visible part of a map, in the map's own units, for the `viewBox` of an SVG. */
export interface ViewBox {
  x: number
  y: number
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

type Ring = readonly (readonly [number, number])[]

// An equirectangular projection, accurate enough for one island: a degree of latitude is 100 units,
// a degree of longitude is shorter by the cosine of 53.4° north.
const UNITS_PER_DEGREE = 100
const LONGITUDE_FACTOR = Math.cos((53.4 * Math.PI) / 180)
export const UNITS_PER_KM = UNITS_PER_DEGREE / 111.2

export const IRELAND: ViewBox = { x: -165, y: -210, width: 325, height: 425 }

export function project({ lat, lon }: Location): Point {
  return { x: (lon + 8) * LONGITUDE_FACTOR * UNITS_PER_DEGREE, y: (53.4 - lat) * UNITS_PER_DEGREE }
}

/** The rings of a county as the `d` of an SVG path. */
export function pathOf(rings: readonly Ring[]): string {
  return rings.map(ring => `M${projectRing(ring).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`).join('')
}

export function pointsOf(rings: readonly Ring[]): Point[] {
  return rings.flatMap(projectRing)
}

/** A view box with all the points in it. The minimum width makes sure that some outline is visible around a single point. */
export function viewBoxAround(points: readonly Point[], { aspectRatio, margin, minWidth }: { aspectRatio: number, margin: number, minWidth: number }): ViewBox {
  const xs = points.map(point => point.x)
  const ys = points.map(point => point.y)
  const left = Math.min(...xs)
  const top = Math.min(...ys)
  const extentX = Math.max(...xs) - left
  const extentY = Math.max(...ys) - top
  const width = Math.max(minWidth, extentX + 2 * margin, (extentY + 2 * margin) * aspectRatio)
  const height = width / aspectRatio
  return { x: left + extentX / 2 - width / 2, y: top + extentY / 2 - height / 2, width, height }
}

/** Whether a place lies on the map of Ireland. */
export function isOnMap(place: Location): boolean {
  const { x, y } = project(place)
  return x >= IRELAND.x && x <= IRELAND.x + IRELAND.width && y >= IRELAND.y && y <= IRELAND.y + IRELAND.height
}

/** `Object.entries` with the type of its keys. */
export function countyEntries<T>(outlines: Partial<Record<County, T>>): [County, T][] {
  return Object.entries(outlines) as [County, T][]
}

function projectRing(ring: Ring): Point[] {
  return ring.map(([lon, lat]) => project({ lat, lon }))
}

/** The place of a point of the map: the reverse of `project`. */
export function unproject({ x, y }: Point): Location {
  return { lat: 53.4 - y / UNITS_PER_DEGREE, lon: x / (LONGITUDE_FACTOR * UNITS_PER_DEGREE) - 8 }
}
