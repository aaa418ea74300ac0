import { describe, expect, test } from 'vitest'
import type { Mark } from './group-schema.ts'
import { absentTwice, comparisonOf, isPresent, summaryOf, type RolledSession } from './roll-rules.ts'

const member = (id: string, more: object = {}) => ({ id, joinedOn: null, leftOn: null, ...more })
const session = (ordinal: number, marks: Record<string, Mark>, status = 'held'): RolledSession => ({
  serviceId: `s${ordinal}`,
  ordinal,
  status,
  day: `2025-01-0${ordinal}`,
  marks: new Map(Object.entries(marks)),
})

test.each<[Mark, boolean]>([
  ['present', true],
  ['late', true],
  ['left_early', true],
  ['excused', false],
  ['absent', false],
])('%s counts as attended: %s', (mark, was) => expect(isPresent(mark)).toBe(was))

describe('a group’s summary', () => {
  test('the rate is the mean over sessions held, cancelled and planned ones aside', () => {
    const sessions = [
      session(1, { a: 'present', b: 'late' }),
      session(2, { a: 'present', b: 'absent' }),
      session(3, {}, 'cancelled'),
      session(4, {}, 'planned'),
    ]
    expect(summaryOf(sessions, [member('a'), member('b')])).toEqual({ held: 2, planned: 3, attendances: 3, averageRate: 0.75 })
  })

  test('whoever joined later or left is not counted as missing', () => {
    const sessions = [session(1, { a: 'present' }), session(2, { a: 'present', b: 'present' })]
    expect(summaryOf(sessions, [member('a'), member('b', { joinedOn: '2025-01-02' })]).averageRate).toBe(1)
    expect(summaryOf(sessions, [member('a'), member('c', { leftOn: '2025-01-01' })]).averageRate).toBe(1)
  })

  test('nothing held has no rate', () => expect(summaryOf([session(1, {}, 'planned')], [member('a')]).averageRate).toBeNull())
})

test.each<[string, RolledSession[], string[]]>([
  ['absent twice', [session(1, { a: 'present' }), session(2, { a: 'absent' }), session(3, { a: 'absent' })], ['a']],
  ['excused, then absent', [session(1, { a: 'excused' }), session(2, { a: 'absent' })], ['a']],
  ['absent, then there', [session(1, { a: 'absent' }), session(2, { a: 'late' })], []],
  ['absent once', [session(1, { a: 'absent' })], []],
  [
    'absent on both sides of a cancelled one',
    [session(1, { a: 'absent' }), session(2, {}, 'cancelled'), session(3, { a: 'absent' })],
    ['a'],
  ],
])('%s', (_what, sessions, gone) => expect(absentTwice(sessions, [member('a')])).toEqual(gone))

test('before and after are compared for those who have both', () => {
  const scores = [
    { personId: 'a', phase: 'before' as const, score: 10 },
    { personId: 'a', phase: 'after' as const, score: 6 },
    { personId: 'b', phase: 'before' as const, score: 12 },
  ]
  expect(comparisonOf(scores)).toEqual({ pairs: 1, before: 10, after: 6 })
  expect(comparisonOf([])).toBeNull()
})
