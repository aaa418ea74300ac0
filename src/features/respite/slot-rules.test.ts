import { describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { mayCover, mayMove, nextStates } from './slot-rules.ts'
import type { SlotState } from './slot-schema.ts'

const day = (text: string) => daySchema.parse(text)

test.each<[SlotState, SlotState, string | null, boolean | string]>([
  ['asked', 'offered', null, true],
  ['asked', 'taken', null, 'respite.step'],
  ['offered', 'taken', null, true],
  ['offered', 'declined', null, 'respite.reason'],
  ['offered', 'declined', '当天要陪诊', true],
  ['taken', 'cancelled', null, 'respite.reason'],
  ['taken', 'offered', '换人', true],
  ['cancelled', 'asked', '又需要了', true],
  ['done', 'asked', '重来', 'respite.step'],
])('from %s to %s (%s): %s', (from, to, reason, expected) => {
  const verdict = mayMove(from, to, reason)
  expect(verdict.ok ? true : verdict.code).toBe(expected)
})

test('what is done is taken back with its service alone', () => expect(nextStates('done')).toEqual([]))

describe('a volunteer family', () => {
  const family = { name: '赵家', vettedOn: day('2025-01-01'), vettedUntil: day('2025-12-31'), endedOn: null }
  test.each<[string, object, boolean]>([
    ['is vetted', {}, true],
    ['was never vetted', { vettedOn: null }, false],
    ['is vetted only later', { vettedOn: day('2025-03-02') }, false],
    ['was vetted until yesterday', { vettedUntil: day('2025-02-28') }, false],
    ['is vetted without an end', { vettedUntil: null }, true],
    ['has left', { endedOn: day('2025-02-01') }, false],
  ])('that %s may cover: %s', (_what, more, may) => expect(mayCover({ ...family, ...more }, day('2025-03-01')).ok).toBe(may))
})
