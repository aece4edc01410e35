import { expect, it } from 'vitest'
import { differencesOf, firstChoices, merge } from '../../app/utils/differences'

const base = { name: 'Kitty’s', pace: 'SLOW', schedule: { days: ['MONDAY'], season: { from: 'MAY', to: 'JUNE' } }, craic: null as string | null }

it('two versions differ where one of us changed a field, and says who', () => {
  const mine = { ...base, pace: 'FULL', craic: 'Jigs.' }
  const theirs = { ...base, name: 'Hogan’s', craic: 'Reels.' }
  expect(differencesOf(base, mine, theirs).map(({ field, changedBy }) => [field, changedBy])).toEqual([['name', 'them'], ['pace', 'me'], ['craic', null]])
})

it('who both typed the same has nothing to choose', () => {
  expect(differencesOf(base, { ...base, pace: 'FULL' }, { ...base, pace: 'FULL' })).toEqual([])
})

it('the order of the members of a value is no difference', () => {
  expect(differencesOf(base, base, { ...base, schedule: { season: { to: 'JUNE', from: 'MAY' }, days: ['MONDAY'] } })).toEqual([])
})

it('nothing is chosen for what both of us changed, and the rest as it was changed', () => {
  const mine = { ...base, pace: 'FULL', craic: 'Jigs.' }
  const theirs = { ...base, name: 'Hogan’s', craic: 'Reels.' }
  const choices = firstChoices(differencesOf(base, mine, theirs))
  expect(choices).toEqual({ name: 'theirs', pace: 'mine' })
  expect(merge(mine, theirs, { ...choices, craic: 'mine' })).toEqual({ ...base, name: 'Hogan’s', pace: 'FULL', craic: 'Jigs.' })
  expect(merge(mine, theirs, { ...choices, craic: 'theirs' })).toMatchObject({ craic: 'Reels.' })
})
