import { describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { asOfDay, dutiesOf, monthsAfter } from './duty-rules.ts'
import { levelOf, mayMove } from './risk-rules.ts'
import type { CourseSettings } from './schema.ts'

const day = (text: string) => daySchema.parse(text)
const usual: CourseSettings = { reports: 'monthly', reportDays: 10, charity: null }
const plain = (period: [string, string], settings: CourseSettings) =>
  dutiesOf({ startsOn: day(period[0]), endsOn: day(period[1]) }, settings).map(({ key, dueOn }) => [key, dueOn])

test('what a project owes follows from its period: reports, mid-term, closing', () => {
  expect(plain(['2024-09-01', '2024-12-31'], usual)).toEqual([
    ['report/2024-09', '2024-10-10'],
    ['midterm', '2024-10-31'],
    ['report/2024-10', '2024-11-10'],
    ['report/2024-11', '2024-12-10'],
    ['report/2024-12', '2025-01-10'],
    ['closing', '2025-01-30'],
  ])
})

test('reports by the quarter: the last, shorter one too', () => {
  const keys = plain(['2025-02-01', '2025-10-31'], { ...usual, reports: 'quarterly', reportDays: 15 })
  expect(keys.filter(([key]) => key?.startsWith('report'))).toEqual([
    ['report/2025-Q1', '2025-04-15'],
    ['report/2025-Q2', '2025-07-15'],
    ['report/2025-Q3', '2025-10-15'],
    ['report/2025-Q4', '2025-11-15'],
  ])
})

describe('what order 81 and the charity law ask for', () => {
  const none = { ...usual, reports: 'none' } as const
  test.each([
    ['nobody has said whether it is a charity', ['2026-01-01', '2026-12-31'], null, []],
    ['no charity', ['2026-01-01', '2026-12-31'], 'none', []],
    [
      'a charity',
      ['2025-09-01', '2026-05-31'],
      'charity',
      [
        ['publication/2025', '2026-05-31'],
        ['publication/surplus', '2026-08-31'],
        ['publication/2026', '2027-05-31'],
      ],
    ],
    ['what was due before the order was in force is not asked by it', ['2024-09-01', '2024-11-30'], 'charity', []],
    [
      'a charity that raises money in public, over six months',
      ['2026-01-15', '2026-08-14'],
      'raising',
      [
        ['publication/progress-1', '2026-04-15'],
        ['publication/progress-2', '2026-07-15'],
        ['publication/surplus', '2026-11-14'],
        ['publication/whole', '2026-11-14'],
        ['publication/2026', '2027-05-31'],
      ],
    ],
    [
      'the same, of six months: no progress in between',
      ['2026-01-15', '2026-07-15'],
      'raising',
      [
        ['publication/surplus', '2026-10-15'],
        ['publication/whole', '2026-10-15'],
        ['publication/2026', '2027-05-31'],
      ],
    ],
  ] as const)('%s', (_what, [from, to], charity, wanted) => {
    const found = plain([from, to], { ...none, charity })
    expect(found.filter(([key]) => key?.startsWith('publication'))).toEqual(wanted)
  })
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-11-30', 3, '2025-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
])('%s and %d months is %s', (from, months, to) => expect(monthsAfter(day(from), months)).toBe(to))

test.each([
  ['while it runs', '2025-03-01', '2025-03-01'],
  ['while its closing report is due', '2025-05-20', '2025-05-20'],
  ['a month after its last duty', '2025-06-30', '2025-06-30'],
  ['long after: as of its last day', '2025-07-01', '2025-05-01'],
])('a project is looked at %s', (_when, today, asOf) =>
  expect(asOfDay(day(today), day('2025-05-01'), [day('2025-01-01'), day('2025-05-31')])).toBe(asOf),
)

test.each([
  [1, 1, 'low'],
  [1, 2, 'low'],
  [1, 3, 'middle'],
  [2, 2, 'middle'],
  [2, 3, 'high'],
  [3, 3, 'high'],
] as const)('likely %d, bad %d: %s', (likelihood, impact, level) => expect(levelOf(likelihood, impact)).toBe(level))

test('what is over is watched again before it can happen', () => {
  expect(mayMove('open', 'happened').ok).toBe(true)
  expect(mayMove('happened', 'closed').ok).toBe(true)
  expect(mayMove('closed', 'open').ok).toBe(true)
  expect(mayMove('closed', 'happened').ok).toBe(false)
  expect(mayMove('open', 'open').ok).toBe(false)
})
