import { describe, expect, it } from 'vitest'
import { begunTonight } from '../../app/utils/sessions'
import { outcomeOf, spokenNights } from '../../app/utils/spokenNights'
import { night, NOW, session, TONIGHT } from '../examples'

const LATE = Date.parse('2026-11-24T22:00:00Z')

describe('the nights that people may speak of', () => {
  it('are those that the API lists until tonight has begun', () => {
    expect(spokenNights(session(), TONIGHT, NOW)).toEqual(session().said)
    expect(begunTonight(session().nights, TONIGHT, NOW)).toBeNull()
  })

  it('have tonight at the end once it has begun, with what the freshness counts of it', () => {
    expect(spokenNights(session(), TONIGHT, LATE).at(-1)).toEqual({ date: TONIGHT, on: 0, off: 0, status: 'SCHEDULED' })
    const freshness = { ...session().freshness, lastNight: TONIGHT, confirmations: 2 }
    expect(spokenNights(session({ freshness }), TONIGHT, LATE).at(-1)?.on).toBe(2)
  })

  it('have the visitor’s own word of tonight', () => {
    const tonight = (on: boolean) => spokenNights(session(), TONIGHT, LATE, [{ date: TONIGHT, on }]).at(-1)!
    expect(outcomeOf(tonight(true))).toBe('on')
    expect(outcomeOf(tonight(false))).toBe('off')
  })

  it('do not have a night that was called off', () => {
    const nights = [night(TONIGHT, { status: 'CANCELLED' })]
    expect(spokenNights(session({ nights }), TONIGHT, LATE)).toEqual(session().said)
  })

  it('are eight at most', () => {
    const said = Array.from({ length: 8 }, (_, n) => ({ date: `2026-11-0${n + 1}`, on: 0, off: 0, status: 'SCHEDULED' as const }))
    expect(spokenNights(session({ said }), TONIGHT, LATE).map(one => one.date)).toEqual([...said.slice(1).map(one => one.date), TONIGHT])
  })
})

it('a night was on where as many say so as the contrary, and is unknown where nobody does', () => {
  const outcome = (on: number, off: number) => outcomeOf({ date: TONIGHT, on, off, status: 'SCHEDULED' })
  expect([outcome(2, 1), outcome(1, 1), outcome(1, 2), outcome(0, 0)]).toEqual(['on', 'on', 'off', 'unknown'])
  expect(outcomeOf({ date: TONIGHT, on: 3, off: 0, status: 'CANCELLED' })).toBe('off')
})
