import { expect, test } from 'vitest'
import { addressOf, shownGiven } from './notice-rules.ts'

test.each([
  ['person:0198', '/people/0198'],
  ['service:0198', '/services/0198'],
  ['/assessments?due=1', '/assessments?due=1'],
  ['//elsewhere.example', undefined],
  ['https://elsewhere.example', undefined],
  ['account:0198', undefined],
  [null, undefined],
])('a notice about %s opens %s', (subject, address) => {
  expect(addressOf(subject)).toBe(address)
})

test('whoever sees no names sees none in a notice either', () => {
  expect(shownGiven({ name: '王秀云', n: 2 }, true)).toEqual({ name: '王秀云', n: 2 })
  expect(shownGiven({ name: '王秀云', n: 2 }, false)).toEqual({ name: '王**', n: 2 })
  expect(shownGiven({ n: 2 }, false)).toEqual({ n: 2 })
})
