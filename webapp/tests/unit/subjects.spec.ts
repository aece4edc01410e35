import { expect, it } from 'vitest'
import { pageOfSubject, parseSubject, subjectId } from '../../app/utils/subjects'

it.each([
  ['session:s1', { kind: 'session', id: 's1', number: null }, '/sessions/s1'],
  ['venue:v1', { kind: 'venue', id: 'v1', number: null }, '/venues/v1'],
  ['review:s1:12', { kind: 'review', id: 's1', number: 12 }, '/sessions/s1'],
  ['held:s1', { kind: 'held', id: 's1', number: null }, '/sessions/s1'],
])('%s is read, and has a page', (subject, parsed, page) => {
  expect(parseSubject(subject)).toEqual(parsed)
  expect(pageOfSubject(subject)).toBe(page)
})

it('is good for the id of an element', () => {
  expect(subjectId('review:s1:12')).toBe('review-s1-12')
})
