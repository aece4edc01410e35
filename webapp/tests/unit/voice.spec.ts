import { describe, expect, it } from 'vitest'
import { partOf, withWord } from '../../app/utils/voice'
import { mine, myReview } from '../examples'

describe('what is on screen before the server has answered', () => {
  it('has one word for each night, the later one', () => {
    const said = withWord(withWord(mine(), { kind: 'night', date: '2026-11-17', on: true }), { kind: 'night', date: '2026-11-10', on: false })
    expect(withWord(said, { kind: 'night', date: '2026-11-17', on: false }).nights).toEqual([{ date: '2026-11-17', on: false }, { date: '2026-11-10', on: false }])
    expect(withWord(said, { kind: 'night', date: '2026-11-17', on: null }).nights).toEqual([{ date: '2026-11-10', on: false }])
  })

  it('marks a review as helpful once, and unmarks it', () => {
    const marked = withWord(mine({ helpful: [3] }), { kind: 'helpful', number: 3, helpful: true })
    expect(marked.helpful).toEqual([3])
    expect(withWord(marked, { kind: 'helpful', number: 3, helpful: false }).helpful).toEqual([])
  })

  it('has what was asked, and that it is gone or still on', () => {
    expect(withWord(mine(), { kind: 'ask', date: '2026-12-01' }).asked).toBe('2026-12-01')
    expect(withWord(mine(), { kind: 'gone' }).gone).toBe(true)
    expect(withWord(mine({ gone: true }), { kind: 'stillOn' }).gone).toBe(false)
  })

  it('has no review that the server has not taken: it may be held', () => {
    const before = mine({ review: myReview() })
    expect(withWord(before, { kind: 'review', input: { rating: 1, text: null, night: null } })).toBe(before)
    expect(withWord(before, { kind: 'withdraw' })).toBe(before)
  })
})

it('a word belongs to a part of the page, to which signing in leads back', () => {
  expect(partOf({ kind: 'night', date: '2026-11-17', on: true })).toBe('still-on')
  expect(partOf({ kind: 'helpful', number: 3, helpful: true })).toBe('reviews')
})
