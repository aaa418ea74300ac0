import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { freshnessOf, mayStep, stepsFrom, type Step } from './link-rules.ts'
import type { LinkState } from './link-kind-schema.ts'
import { coversArea, skillMatch } from './terms-rules.ts'
import { bitsOf, firstCommon, timesWritten } from './times-rules.ts'

test.each([
  ['周末上午', [6, 7], ['morning']],
  ['周一至周五', [1, 2, 3, 4, 5], []],
  ['星期二、四下午', [2, 4], ['afternoon']],
  ['工作日晚上', [1, 2, 3, 4, 5], ['evening']],
  ['随时', [], []],
  ['周日白天', [7], ['morning', 'afternoon']],
  ['下班后', [], ['evening']],
])('“%s” is read as days and parts of them', (text, days, parts) => expect(timesWritten(text)).toEqual({ days, parts }))

test.each([['有空就来'], [''], [null]])('“%s” says nothing of when', (text) => expect(timesWritten(text)).toBeNull())

test('two find the first time that both have', () => {
  expect(firstCommon(bitsOf({ days: [6, 7], parts: ['morning'] }), bitsOf({ days: [7], parts: [] }))).toEqual({ day: 7, part: 'morning' })
  expect(firstCommon(bitsOf({ days: [1], parts: [] }), bitsOf({ days: [2], parts: [] }))).toBeUndefined()
})

test.each([
  ['理发', '理发、书法', { level: 2, term: '理发' }],
  ['上门剪发', '会理发', { level: 1, term: '理发' }],
  ['陪诊', '代取药', { level: 1, term: '代取药' }],
  ['法律咨询', '理发', undefined],
  ['理发', '', undefined],
])('wanted “%s”, offered “%s”', (wanted, offered, match) => expect(skillMatch(wanted, offered)).toEqual(match))

test.each([
  ['旭东', '旭东社区', true],
  ['旭东社区、永华社区', '旭东社区', true],
  ['全区都可以', '旭东社区', true],
  ['永华', '旭东社区', false],
])('areas “%s” and %s: %s', (areas, community, covers) => expect(coversArea(areas, community, null)).toBe(covers))

const day = (text: string) => daySchema.parse(text)
test.each([
  ['2025-01-01', 90, null, 'fresh'],
  ['2024-09-01', 90, null, 'stale'],
  ['2025-01-01', 90, '2025-01-09', 'over'],
] as const)('asked about on %s, every %i days, until %s: %s', (confirmedOn, confirmEvery, validUntil, fresh) =>
  expect(
    freshnessOf(
      { confirmedOn: day(confirmedOn), confirmEvery, validUntil: validUntil === null ? null : day(validUntil), endedOn: null },
      day('2025-01-10'),
    ),
  ).toBe(fresh),
)

test.each<[LinkState, Step[]]>([
  ['asked', ['accept', 'refuse', 'withdraw']],
  ['accepted', ['do', 'withdraw', 'back']],
  ['refused', ['back']],
  ['done', ['confirm', 'back']],
  ['confirmed', ['close', 'back']],
  ['closed', ['back']],
])('from %s the steps are %j', (state, steps) => expect(stepsFrom(state)).toEqual(steps))

test.each([
  ['refuse', null, 'linkage.noReason'],
  ['refuse', '腾不出人手', undefined],
  ['do', null, 'linkage.noStep'],
] as const)('%s of what is asked, because %s: %s', (step, reason, code) => {
  const verdict = mayStep('asked', day('2025-01-01'), { step, on: day('2025-01-02'), reason, confirmedBy: null }, day('2025-01-10'))
  expect(verdict.ok ? undefined : verdict.code).toBe(code)
})
