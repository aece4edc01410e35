import type { Location } from '../types'
import { distanceKm, KM_PER_DEGREE } from './distance'

const LETTERS = '0123456789bcdefghjkmnpqrstuvwxyz'
// Three letters are fifteen bits: eight of longitude, seven of latitude, so cells are square in degrees.
const COLUMNS = 256
const ROWS = 128
const SIDE = 360 / COLUMNS

/** The cells of three letters, some 150 km wide, that a circle touches. Only these leave the phone. */
export function cellsAround(centre: Location, radiusKm: number): string[] {
  const reach = radiusKm / KM_PER_DEGREE
  const rows = range(rowOf(Math.max(-90, centre.lat - reach)), rowOf(Math.min(90, centre.lat + reach)))
  const cells: string[] = []
  for (const row of rows) {
    for (const column of columnsAround(centre, reach)) {
      if (distanceKm(centre, nearestPoint(centre, row, column)) <= radiusKm) cells.push(cellName(row, column))
    }
  }
  return cells
}

function columnsAround(centre: Location, reach: number): number[] {
  const narrowest = Math.cos((Math.min(90, Math.abs(centre.lat) + reach) * Math.PI) / 180)
  const wide = reach / Math.max(narrowest, 1e-6)
  if (wide >= 180) return range(0, COLUMNS - 1)
  const first = Math.floor((centre.lon - wide + 180) / SIDE)
  const last = Math.floor((centre.lon + wide + 180) / SIDE)
  return [...new Set(range(first, last).map(column => ((column % COLUMNS) + COLUMNS) % COLUMNS))]
}

/** The point of the cell on the parallel or meridian nearest to the centre: close enough to leave a cell out. */
function nearestPoint(centre: Location, row: number, column: number): Location {
  const south = row * SIDE - 90
  const west = column * SIDE - 180
  let away = centre.lon - (west + SIDE / 2)
  away -= 360 * Math.round(away / 360)
  const lon = west + SIDE / 2 + clamp(away, -SIDE / 2, SIDE / 2)
  // Towards a pole, the nearest point of another column lies nearer to the pole than the centre does.
  const lat = Math.abs(away) <= SIDE / 2 ? clamp(centre.lat, south, south + SIDE) : latitudeNearest(centre, lon, south)
  return { lat, lon }
}

function latitudeNearest(centre: Location, lon: number, south: number): number {
  const turn = Math.cos(((centre.lon - lon) * Math.PI) / 180)
  const lat = (Math.atan2(Math.tan((centre.lat * Math.PI) / 180), turn) * 180) / Math.PI
  return clamp(Math.abs(lat) > 90 ? Math.sign(centre.lat) * 90 : lat, south, south + SIDE)
}

function rowOf(lat: number): number {
  return Math.min(ROWS - 1, Math.floor((lat + 90) / SIDE))
}

function cellName(row: number, column: number): string {
  let bits = 0
  for (let bit = 7; bit >= 0; bit--) {
    bits = (bits << 1) | ((column >> bit) & 1)
    if (bit > 0) bits = (bits << 1) | ((row >> (bit - 1)) & 1)
  }
  return LETTERS[bits >> 10]! + LETTERS[(bits >> 5) & 31]! + LETTERS[bits & 31]!
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n)
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
