import { expect, it } from 'vitest'
import { countyAt } from '../../app/utils/counties'
import { errorsOf } from '../../app/utils/forms'
import { project, unproject } from '../../app/utils/map'
import { nightsToChange } from '../../app/utils/nights'
import outlines from '../../app/assets/geo/ireland.json'
import type { CountyOutlines } from '../../app/composables/useCountyOutlines'
import { memberSession, night, session, TONIGHT } from '../examples'

const counties = outlines.counties as unknown as CountyOutlines

it('what the API refuses is said at the field, or at the one that it is part of', () => {
  expect(errorsOf({ 'schedule.start': 'a time', 'schedule.dates[2]': 'a date', 'version': 'unknown' }, ['schedule.start', 'schedule.dates'])).toEqual({
    'schedule.start': { text: 'a time' },
    'schedule.dates': { text: 'a date' },
    '': { text: 'version: unknown' },
  })
})

it('what it refuses of a part of the form is said there', () => {
  expect(errorsOf({ name: 'too long' }, ['newVenue.name', 'name'], 'newVenue.')).toEqual({ 'newVenue.name': { text: 'too long' } })
})

it.each([['CLARE', 52.8436, -8.9864], ['DERRY', 54.9966, -7.3086], ['DUBLIN', 53.3498, -6.2603], ['CORK', 51.8985, -8.4756], ['GALWAY', 53.126, -9.72]])('the pin is in County %s', (county, lat, lon) => {
  expect(countyAt(counties, { lat, lon })).toBe(county)
})

it('a pin abroad, or far out at sea, is in no county', () => {
  expect(countyAt(counties, { lat: 42.36, lon: -71.06 })).toBeNull()
  expect(countyAt(counties, { lat: 53.4, lon: -5.2 })).toBeNull()
})

it('a tap on the map is the place that is shown there', () => {
  const place = unproject(project({ lat: 53.0165, lon: -9.3772 }))
  expect(place.lat).toBeCloseTo(53.0165, 9)
  expect(place.lon).toBeCloseTo(-9.3772, 9)
})

it('the nights to change are the next ones, those changed further ahead, and one that was asked for', () => {
  const state = memberSession({
    session: session({ nights: [night(TONIGHT), night('2026-12-01', { status: 'CANCELLED' })] }),
    changes: [{ date: '2026-11-17', status: 'CANCELLED', at: null, to: null, note: null }, { date: '2026-12-01', status: 'CANCELLED', at: null, to: null, note: 'Wake' }, { date: '2027-03-16', status: 'MOVED', at: '15:00', to: null, note: null }],
  })
  expect(nightsToChange(state, ['2026-12-29'], TONIGHT).map(({ date, start, status }) => [date, start.slice(11, 16), status])).toEqual([
    [TONIGHT, '21:30', 'SCHEDULED'], ['2026-12-01', '21:30', 'CANCELLED'], ['2026-12-29', '21:30', 'SCHEDULED'], ['2027-03-16', '15:00', 'MOVED'],
  ])
})
