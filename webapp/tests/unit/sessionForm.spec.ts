import { describe, expect, it } from 'vitest'
import type { Schedule } from '../../app/types'
import { checkSession, chosenVenue, emptySessionForm, scheduleOf, sessionFormOf, toSessionInput, type SessionForm } from '../../app/utils/sessionForm'
import { session, venueRef } from '../examples'

const at = { start: '21:30', end: null, season: null }
const complete = (change: Partial<SessionForm> = {}): SessionForm => ({
  ...emptySessionForm(), venue: chosenVenue(venueRef()), days: ['THURSDAY'], admission: 'OPEN', pace: 'STEADY', leadership: 'UNLED', focus: 'TUNES', ...change,
})

describe('the form of a session', () => {
  it.each<[string, Schedule]>([
    ['weekly', { kind: 'WEEKLY', days: ['TUESDAY', 'FRIDAY'], ...at }],
    ['every n weeks', { kind: 'EVERY_N_WEEKS', weeks: 2, anchor: '2026-11-26', day: 'THURSDAY', ...at }],
    ['some weekdays of the month', { kind: 'NTH_WEEKDAY_OF_MONTH', ordinals: ['FIRST', 'LAST'], day: 'SUNDAY', start: '15:00', end: '18:00', season: { from: 'OCTOBER', to: 'JUNE' } }],
    ['on dates', { kind: 'DATES', dates: ['2026-12-26', '2027-01-01'], ...at }],
    ['irregular', { kind: 'IRREGULAR', note: 'When the boat is in', ...at }],
  ])('gives back what it was filled with: %s', (_, schedule) => {
    const filled = session({ schedule })
    const { name, admission, pace, leadership, focus, dances, instruments, craic } = filled
    expect(toSessionInput(sessionFormOf(filled))).toEqual({ venue: filled.venue.id, name, schedule, admission, pace, leadership, focus, dances, instruments, craic })
  })

  it('takes the night of its week from an anchor on another day', () => {
    const form = sessionFormOf(session({ schedule: { kind: 'EVERY_N_WEEKS', weeks: 3, anchor: '2026-11-23', day: 'SUNDAY', ...at } }))
    expect(form.anchor).toBe('2026-11-29')
    expect(scheduleOf(form)).toMatchObject({ anchor: '2026-11-29', day: 'SUNDAY', weeks: 3 })
  })

  it('puts what was tapped in the order of the week, and texts that are blank to nothing', () => {
    const input = toSessionInput(complete({ days: ['FRIDAY', 'MONDAY'], instruments: ['VOICE', 'FIDDLE'], name: '  ', craic: ' Jigs. ' }))
    expect(input).toMatchObject({ schedule: { days: ['MONDAY', 'FRIDAY'] }, instruments: ['FIDDLE', 'VOICE'], name: null, craic: 'Jigs.' })
  })

  it('keeps what was typed for another kind of schedule', () => {
    const form = complete({ note: 'When the boat is in' })
    expect(scheduleOf(form)).toMatchObject({ kind: 'WEEKLY' })
    expect(scheduleOf({ ...form, kind: 'IRREGULAR' })).toMatchObject({ kind: 'IRREGULAR', note: 'When the boat is in' })
  })

  it('has no schedule to say back while it lacks something', () => {
    expect(scheduleOf(emptySessionForm())).toBeNull()
    expect(scheduleOf(complete({ start: '' }))).toBeNull()
  })
})

describe('what is wrong with the form of a session', () => {
  it('is everything that the API needs', () => {
    expect(Object.keys(checkSession(emptySessionForm()))).toEqual(['venue', 'schedule.days', 'admission', 'pace', 'leadership', 'focus'])
    expect(checkSession(complete())).toEqual({})
  })

  it('is not the venue where a new one is being added', () => {
    expect(checkSession(complete({ venue: null }), { newVenue: true })).toEqual({})
  })

  it.each<[string, Partial<SessionForm>]>([
    ['schedule.weeks', { kind: 'EVERY_N_WEEKS', weeks: 1, anchor: '2026-11-26' }],
    ['schedule.weeks', { kind: 'EVERY_N_WEEKS', weeks: 53, anchor: '2026-11-26' }],
    ['schedule.weeks', { kind: 'EVERY_N_WEEKS', weeks: '' as unknown as number, anchor: '2026-11-26' }],
    ['schedule.anchor', { kind: 'EVERY_N_WEEKS', anchor: '' }],
    ['schedule.ordinals', { kind: 'NTH_WEEKDAY_OF_MONTH', day: 'SUNDAY' }],
    ['schedule.day', { kind: 'NTH_WEEKDAY_OF_MONTH', ordinals: ['LAST'] }],
    ['schedule.dates', { kind: 'DATES' }],
    ['schedule.dates', { kind: 'DATES', dates: Array.from({ length: 201 }, (_, n) => `${2000 + n}-01-01`) }],
    ['schedule.note', { kind: 'IRREGULAR', note: ' ' }],
    ['schedule.note', { kind: 'IRREGULAR', note: 'x'.repeat(201) }],
    ['schedule.start', { start: '24:00' }],
    ['schedule.end', { end: '9' }],
    ['name', { name: 'x'.repeat(121) }],
    ['craic', { craic: 'x'.repeat(2001) }],
  ])('is said at %s: %o', (field, change) => {
    expect(Object.keys(checkSession(complete(change)))).toEqual([field])
  })

  it('is a date outside the season, which may go over the new year', () => {
    const winter = { kind: 'DATES', seasonal: true, from: 'OCTOBER', to: 'JUNE' } as const
    expect(checkSession(complete({ ...winter, dates: ['2026-12-26', '2027-06-30'] }))).toEqual({})
    expect(checkSession(complete({ ...winter, dates: ['2026-12-26', '2027-07-01'] }))).toMatchObject({ 'schedule.season': { values: { date: '2027-07-01' } } })
    expect(checkSession(complete({ ...winter, from: 'MAY', to: 'SEPTEMBER', dates: ['2027-07-01'] }))).toEqual({})
  })

  it('is counted in letters as a reader sees them', () => {
    expect(checkSession(complete({ name: '🎻'.repeat(120) }))).toEqual({})
  })
})
