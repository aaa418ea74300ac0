import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { bucketOf, isNews, matterOf } from './due-rules.ts'
import type { DueItem } from './due-schema.ts'

const day = (text: string) => daySchema.parse(text)
const item = (more: Partial<DueItem>): DueItem => ({
  source: 'referral',
  key: 'r1',
  dueOn: day('2026-11-26'),
  bucket: 'today',
  name: '王秀云',
  title: null,
  kind: null,
  communityCode: null,
  communityName: null,
  to: '/referrals/r1',
  ...more,
})

test.each([
  ['2026-11-25', 'overdue'],
  ['2026-11-26', 'today'],
  ['2026-11-27', 'week'],
  ['2026-12-02', 'week'],
  ['2026-12-03', undefined],
])('what is due on %s is, on the 26th, %s', (dueOn, bucket) => {
  expect(bucketOf(day(dueOn), day('2026-11-26'))).toBe(bucket)
})

test.each([
  ['2026-11-27', false],
  ['2026-11-26', true],
  ['2026-11-23', true],
  ['2026-11-22', false],
])('on the 26th somebody is told of what fell due on %s: %s', (dueOn, told) => {
  expect(isNews(item({ dueOn: day(dueOn) }), day('2026-11-26'))).toBe(told)
})

test('a duty that is put off to another day is told again; what is late of a case is told once a session', () => {
  expect(matterOf(item({}))).not.toBe(matterOf(item({ dueOn: day('2026-11-27') })))
  const late = item({ source: 'case', key: 'c1/2026-11-20' })
  expect(matterOf(late)).toBe(matterOf({ ...late, dueOn: day('2026-11-28') }))
})
