import { describe, expect, it } from 'vitest'
import { addDays } from '../../app/utils/dates'
import { nearestTown, searchNearby } from '../../app/utils/nearby'
import { parseSearch, type Search } from '../../app/utils/search'
import { card, night, NOW, TONIGHT, venueRef } from '../examples'

const search = (change: Partial<Search>): Search => ({ ...parseSearch({ near: 'me' }, TONIGHT), ...change })

describe('near me', () => {
  const here = { lat: 52.8436, lon: -8.9864 }
  const near = card({ id: 'near' })
  const far = card({ id: 'far', venue: venueRef({ location: { lat: 53.27, lon: -9.05 } }) })
  const slow = card({ id: 'slow', name: 'Aoife’s', pace: 'SLOW', venue: venueRef({ location: { lat: 52.9, lon: -8.9864 } }), nights: [night(addDays(TONIGHT, 2), { start: '2026-11-26T20:00:00Z' })] })

  it('finds what is within 25 km, the nearest first, with its distance', () => {
    const found = searchNearby([slow, far, near], here, search({ night: 'any' }), NOW)
    expect(found.map(one => one.id)).toEqual(['near', 'slow'])
    expect(found[0]!.distanceKm).toBe(0)
    expect(found[1]!.distanceKm).toBeCloseTo(6.3, 1)
  })

  it('respects the night, the week and the filters', () => {
    expect(searchNearby([near, slow], here, search({ night: 'tonight' }), NOW).map(one => one.id)).toEqual(['near'])
    expect(searchNearby([near, slow], here, search({ night: '2026-11-26' }), NOW).map(one => one.id)).toEqual(['slow'])
    expect(searchNearby([near, slow], here, search({ night: 'week' }), NOW)).toHaveLength(2)
    expect(searchNearby([near, slow], here, search({ night: 'any', pace: 'SLOW' }), NOW).map(one => one.id)).toEqual(['slow'])
  })

  it('sorts by time and by name', () => {
    expect(searchNearby([slow, near], here, search({ night: 'any', sort: 'next' }), NOW).map(one => one.id)).toEqual(['near', 'slow'])
    expect(searchNearby([near, slow], here, search({ night: 'any', sort: 'name' }), NOW).map(one => one.id)).toEqual(['slow', 'near'])
  })

  it('does not change the cards that it is given', () => {
    expect(near.distanceKm).toBeNull()
  })

  it('is named after the town of the nearest session that has one', () => {
    const townless = card({ venue: venueRef({ town: null }) })
    const quin = card({ venue: venueRef({ town: 'Quin', location: { lat: 52.82, lon: -8.86 } }) })
    expect(nearestTown([quin, townless], here)).toBe('Quin')
    expect(nearestTown([near, quin], here)).toBe('Ennis')
    expect(nearestTown([far], here)).toBeNull()
  })
})
