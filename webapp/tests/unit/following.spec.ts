import { expect, it } from 'vitest'
import { followedThisWeek } from '../../app/utils/following'
import { card, night, NOW } from '../examples'

const own = (id: string, date: string, change = {}) => ({ card: card({ id, nights: [night(date)] }), ended: false, takenDown: false, ...change })

it('what a member follows this week is what they look after or keep, night by night', () => {
  const me = {
    organised: [own('late', '2026-11-29'), own('tonight', '2026-11-24')],
    favourites: [card({ id: 'kept', nights: [night('2026-11-26')] })],
  }
  expect(followedThisWeek(me, NOW).map(one => one.id)).toEqual(['tonight', 'kept', 'late'])
})

it('a session that a member both looks after and keeps is there once', () => {
  expect(followedThisWeek({ organised: [own('s1', '2026-11-24')], favourites: [card({ id: 's1' })] }, NOW)).toHaveLength(1)
})

it('what is not on, not listed, or later is not in the week', () => {
  const me = {
    organised: [own('ended', '2026-11-24', { ended: true }), own('hidden', '2026-11-24', { takenDown: true }), own('later', '2026-12-03')],
    favourites: [],
  }
  expect(followedThisWeek(me, NOW)).toEqual([])
})
