import { describe, expect, it } from 'vitest'
import { distanceKm, KM_PER_DEGREE } from '../../app/utils/distance'
import { cellsAround } from '../../app/utils/geohash'
import type { Location } from '../../app/types'

const ALPHABET = '0123456789bcdefghjkmnpqrstuvwxyz'

/** The textbook algorithm, bit by bit, to compare with. */
function cellOf({ lat, lon }: Location): string {
  const range = { lat: [-90, 90], lon: [-180, 180] }
  let cell = ''
  for (let letter = 0, even = true; letter < 3; letter++) {
    let value = 0
    for (let bit = 0; bit < 5; bit++, even = !even) {
      const [part, at] = even ? [range.lon, lon] : [range.lat, lat]
      const middle = (part[0]! + part[1]!) / 2
      value = value * 2 + (at >= middle ? 1 : 0)
      part[at >= middle ? 0 : 1] = middle
    }
    cell += ALPHABET[value]
  }
  return cell
}

/** The point at a distance and bearing from a place. */
function destination(from: Location, km: number, bearing: number): Location {
  const d = km / (KM_PER_DEGREE * (180 / Math.PI))
  const lat = (from.lat * Math.PI) / 180
  const to = Math.asin(Math.sin(lat) * Math.cos(d) + Math.cos(lat) * Math.sin(d) * Math.cos(bearing))
  const lon = (from.lon * Math.PI) / 180 + Math.atan2(Math.sin(bearing) * Math.sin(d) * Math.cos(lat), Math.cos(d) - Math.sin(lat) * Math.sin(to))
  return { lat: (to * 180) / Math.PI, lon: ((((lon * 180) / Math.PI + 540) % 360) - 180) }
}

const places: [string, Location][] = [
  ['Ennis', { lat: 52.8436, lon: -8.9864 }],
  ['Dublin', { lat: 53.35, lon: -6.26 }],
  ['a corner of four cells', { lat: 52.03125, lon: -8.4375 }],
  ['Boston', { lat: 42.36, lon: -71.06 }],
  ['Sydney', { lat: -33.87, lon: 151.21 }],
  ['Taveuni, at 180°', { lat: -16.8, lon: 179.99 }],
  ['the other side of 180°', { lat: 66, lon: -179.95 }],
  ['near the north pole', { lat: 89.9, lon: 10 }],
  ['the south pole', { lat: -90, lon: 0 }],
  ['where Greenwich meets the equator', { lat: 0, lon: 0 }],
]

describe('the cells around a place', () => {
  it.each(places)('hold every point within 25 km: %s', (_name, centre) => {
    const cells = new Set(cellsAround(centre, 25))
    for (let km = 0; km <= 25; km += 2.5) {
      for (let step = 0; step < 72; step++) {
        const point = destination(centre, km * 0.9999, (step * Math.PI) / 36)
        expect(cells, `${point.lat},${point.lon}`).toContain(cellOf(point))
      }
    }
  })

  it('are few in Ireland', () => {
    for (let lat = 51.4; lat < 55.4; lat += 0.1) {
      for (let lon = -10.5; lon < -5.4; lon += 0.1) expect(cellsAround({ lat, lon }, 25).length).toBeLessThanOrEqual(4)
    }
  })

  it('are the same for two places in one cell', () => {
    expect(cellsAround({ lat: 52.8436, lon: -8.9864 }, 25)).toEqual(cellsAround({ lat: 52.85, lon: -9 }, 25))
  })
})

describe('distance', () => {
  it('is along the great circle', () => {
    expect(distanceKm({ lat: 52.8436, lon: -8.9864 }, { lat: 53.2707, lon: -9.0568 })).toBeCloseTo(47.7, 0)
    expect(distanceKm({ lat: 0, lon: 179.9 }, { lat: 0, lon: -179.9 })).toBeCloseTo(22.2, 1)
    expect(distanceKm({ lat: 1, lon: 1 }, { lat: 1, lon: 1 })).toBe(0)
  })
})
