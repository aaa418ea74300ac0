import { describe, expect, test } from 'vitest'
import { daySchema, monthSchema } from '../../kernel/day.ts'
import { divisionCodeSchema, projectIdSchema } from '../../kernel/ids.ts'
import { measures } from './measure-list-rules.ts'
import type { MeasureKey } from './measure-schema.ts'
import { elapsedPercent, percentOf } from './progress-rules.ts'
import { communitiesWithin, divisionsAsCodes, isCountedFor, isWhole, mayAsk, monthsOf, windowOf } from './scope-rules.ts'
import type { Scope } from './scope-schema.ts'

const day = (text: string) => daySchema.parse(text)
const month = (text: string) => monthSchema.parse(text)
const code = (text: string) => divisionCodeSchema.parse(text)
const period = { from: day('2024-09-01'), to: day('2025-05-01') }

describe('the days of a scope', () => {
  test('months run from the first day of the first to the last day of the last, leap years and year ends included', () => {
    expect(windowOf({ months: { from: month('2023-12'), to: month('2024-02') } })).toEqual({ from: '2023-12-01', to: '2024-02-29' })
    expect(windowOf({ months: { from: month('2024-12'), to: month('2024-12') } })).toEqual({ from: '2024-12-01', to: '2024-12-31' })
  })

  test('may be left open at either end', () => {
    expect(windowOf({ months: { from: month('0001-01'), to: month('9999-12') } })).toEqual({ from: '0001-01-01', to: '9999-12-31' })
    expect(mayAsk({ months: { from: month('0000-01'), to: month('2024-12') } })).toMatchObject({ ok: false, field: 'scope.months' })
  })

  test('months and days together leave what both allow', () => {
    expect(
      windowOf({ months: { from: month('2024-10'), to: month('2024-12') }, days: { from: day('2024-11-15'), to: day('2025-01-10') } }),
    ).toEqual({ from: '2024-11-15', to: '2024-12-31' })
  })

  test('a scope that names no time has no window', () => {
    expect(windowOf({ lines: ['mental'] })).toBeUndefined()
    expect(isWhole({})).toBe(true)
    expect(isWhole({ lines: ['mental'] })).toBe(false)
  })

  test('a scope that runs backwards is refused with the field to change', () => {
    expect(mayAsk({ months: { from: month('2025-01'), to: month('2024-12') } })).toMatchObject({ ok: false, field: 'scope.months' })
    expect(mayAsk({ days: { from: day('2025-01-02'), to: day('2025-01-01') } })).toMatchObject({ ok: false, field: 'scope.days' })
    expect(mayAsk({ days: { from: day('2025-01-01'), to: day('2025-01-01') } }).ok).toBe(true)
  })

  test('a table shows each month of the project, also one in which nothing was done', () => {
    expect(monthsOf(period, {})).toHaveLength(9)
    expect(monthsOf(period, { months: { from: month('2024-01'), to: month('2024-10') } })).toEqual(['2024-09', '2024-10'])
    expect(monthsOf(period, { months: { from: month('2026-01'), to: month('2026-10') } })).toEqual([])
  })
})

test.each<[MeasureKey, Scope, boolean]>([
  ['register_persons', { months: { from: month('2024-09'), to: month('2024-09') } }, false],
  ['register_persons', { homes: [code('211102002005')] }, true],
  ['sessions', { homes: [code('211102002005')] }, false],
  ['sessions', { kinds: ['case_session'] }, true],
  ['case_persons', { labels: ['DB'] }, true],
  ['goods_value', { certainties: ['number'] }, false],
  ['indirect_persons', { places: [code('211102002005')] }, false],
  ['closure_rate', { places: [code('211102002005')] }, true],
  ['closure_rate', { labels: ['DB'] }, false],
  ['expenses_total', { days: period }, true],
  ['direct_persons', { programmes: ['01890000-0000-7000-8000-000000000001'] }, true],
  ['linkage_value', { programmes: ['01890000-0000-7000-8000-000000000001'] }, true],
  ['register_persons', { programmes: ['01890000-0000-7000-8000-000000000001'] }, false],
])('%s under %o: counted is %s', (key, scope, counted) => {
  expect(isCountedFor(measures[key], scope)).toBe(counted)
})

test('a town stands for every community whose code begins with its own', () => {
  expect(divisionsAsCodes([code('211102002'), code('211102003001'), code('211102')])).toEqual({
    exact: ['211102003001'],
    ranges: [
      ['211102002000', '211102002999'],
      ['211102000000', '211102999999'],
    ],
  })
})

test('a community worker sees the granted communities of this project and of no other', () => {
  const [ours, theirs] = [
    projectIdSchema.parse('01890000-0000-7000-8000-000000000001'),
    projectIdSchema.parse('01890000-0000-7000-8000-000000000002'),
  ]
  const places = [
    { projectId: ours, communityCode: code('211102002005') },
    { projectId: theirs, communityCode: code('211102003001') },
  ]
  expect(communitiesWithin({ whole: false, places }, ours)).toEqual(['211102002005'])
  expect(communitiesWithin({ whole: false, places: [...places, { projectId: ours }] }, ours)).toBe('all')
  expect(communitiesWithin({ whole: true }, ours)).toBe('all')
  expect(communitiesWithin({ whole: false, places: [] }, ours)).toEqual([])
})

test.each([
  ['2024-08-31', 0],
  ['2024-09-01', 0.4],
  ['2024-12-31', 50.2],
  ['2025-04-30', 99.6],
  ['2025-05-01', 100],
  ['2026-01-01', 100],
])('on %s the project’s time is %s percent over', (today, percent) => {
  expect(elapsedPercent(period, day(today))).toBe(percent)
})

test('a percentage of nothing is no percentage', () => {
  expect(percentOf(349, 310)).toBe(112.6)
  expect(percentOf(1, 0)).toBeNull()
  expect(percentOf(null, 5)).toBeNull()
  expect(percentOf(0, 5)).toBe(0)
})
