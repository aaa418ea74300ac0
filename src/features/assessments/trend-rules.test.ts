import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { projectIdSchema } from '../../kernel/ids.ts'
import { gds15 } from './gds-scale-rules.ts'
import type { Assessment } from './schema.ts'
import { newestFirst, trendOf } from './trend-rules.ts'

const row = (day: string | null, score: number | null, withdrawn = false): Assessment => ({
  id: v7(),
  version: 1,
  projectId: projectIdSchema.parse(v7()),
  scale: 'GDS-15',
  scaleVersion: '15',
  phase: 'during',
  occasion: null,
  day: day === null ? null : daySchema.parse(day),
  score,
  band: null,
  answers: null,
  informant: null,
  note: null,
  assessor: null,
  serviceId: null,
  protocol: null,
  followUps: [],
  withdrawn: withdrawn ? { reason: '录错', by: null, at: '2025-01-01T00:00:00Z' } : null,
  versions: [],
})

test('a trend goes from the oldest to the newest, without what was withdrawn, has no day or no total', () => {
  const rows = [
    row('2025-01-31', 5),
    row('2025-01-01', 15),
    row('2025-01-16', 9),
    row('2025-01-20', 3, true),
    row(null, 4),
    row('2025-01-21', null),
  ]
  expect(trendOf(gds15, rows).map(({ x, y }) => [x, y])).toEqual([
    [0, 1],
    [0.5, 9 / 15],
    [1, 5 / 15],
  ])
})

test('a single score stands in the middle; none is no trend', () => {
  expect(trendOf(gds15, [row('2025-01-01', 6)]).map(({ x }) => x)).toEqual([0.5])
  expect(trendOf(gds15, [])).toEqual([])
})

test('a last score without a day stands above all that have one, and a first one below', () => {
  const of = (day: string | null, phase: Assessment['phase'], score: number) => ({ ...row(day, score), phase })
  const rows = [of('2025-01-08', 'during', 8), of(null, 'before', 11), of(null, 'after', 5), of('2025-02-01', 'during', 6)]
  expect(newestFirst(rows).map(({ score }) => score)).toEqual([5, 6, 8, 11])
})
