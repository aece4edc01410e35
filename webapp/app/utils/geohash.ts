import type { Location } from '../types'
import { distanceKm, KM_PER_DEGREE } from './distance'

const ALPHABET = '0123456789bcdefghjkmnpqrstuvwxyz'
// Three letters are fifteen bits: eight of longitude, seven of latitude. So a cell is a square in degrees.
const COLUMNS = 256
const ROWS = 128
const CELL_DEGREES = 360 / COLUMNS

/** The geohash cells of three letters, about 150 km high, that a circle touches. The API is asked for these cells, so that it does not get the position. */
export function cellsAround(centre: Location, radiusKm: number): string[] {
  const radiusDegrees = radiusKm / KM_PER_DEGREE
  const rows = range(rowOf(Math.max(-90, centre.lat - radiusDegrees)), rowOf(Math.min(90, centre.lat + radiusDegrees)))
  const cells: string[] = []
  for (const row of rows) {
    for (const column of columnsAround(centre, radiusDegrees)) {
      if (distanceKm(centre, nearestPoint(centre, row, column)) <= radiusKm) cells.push(cellName(row, column))
    }
  }
  return cells
}

function columnsAround(centre: Location, radiusDegrees: number): number[] {
  // A degree of longitude is shortest at the edge of the circle that lies nearer to a pole.
  const shortest = Math.cos((Math.min(90, Math.abs(centre.lat) + radiusDegrees) * Math.PI) / 180)
  const lonDegrees = radiusDegrees / Math.max(shortest, 1e-6)
  if (lonDegrees >= 180) return range(0, COLUMNS - 1)
  const first = Math.floor((centre.lon - lonDegrees + 180) / CELL_DEGREES)
  const last = Math.floor((centre.lon + lonDegrees + 180) / CELL_DEGREES)
  return [...new Set(range(first, last).map(column => ((column % COLUMNS) + COLUMNS) % COLUMNS))]
}

/** The point of a cell that is nearest to the centre of the circle. */
function nearestPoint(centre: Location, row: number, column: number): Location {
  const south = row * CELL_DEGREES - 90
  const middleLon = column * CELL_DEGREES - 180 + CELL_DEGREES / 2
  let lonDifference = centre.lon - middleLon
  lonDifference -= 360 * Math.round(lonDifference / 360)
  const lon = middleLon + clamp(lonDifference, -CELL_DEGREES / 2, CELL_DEGREES / 2)
  // In the column of the centre, that point is straight north or south of it. In any other column
  // it is on the nearer edge, and closer to the pole than the centre is.
  const lat = Math.abs(lonDifference) <= CELL_DEGREES / 2 ? clamp(centre.lat, south, south + CELL_DEGREES) : nearestLatitude(centre, lon, south)
  return { lat, lon }
}

/** The latitude at which the meridian `lon`, within one cell, is nearest to the centre. */
function nearestLatitude(centre: Location, lon: number, south: number): number {
  const cosine = Math.cos(((centre.lon - lon) * Math.PI) / 180)
  const lat = (Math.atan2(Math.tan((centre.lat * Math.PI) / 180), cosine) * 180) / Math.PI
  return clamp(Math.abs(lat) > 90 ? Math.sign(centre.lat) * 90 : lat, south, south + CELL_DEGREES)
}

function rowOf(lat: number): number {
  return Math.min(ROWS - 1, Math.floor((lat + 90) / CELL_DEGREES))
}

function cellName(row: number, column: number): string {
  let bits = 0
  for (let bit = 7; bit >= 0; bit--) {
    bits = (bits << 1) | ((column >> bit) & 1)
    if (bit > 0) bits = (bits << 1) | ((row >> (bit - 1)) & 1)
  }
  return ALPHABET[bits >> 10]! + ALPHABET[(bits >> 5) & 31]! + ALPHABET[bits & 31]!
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n)
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value))
}
