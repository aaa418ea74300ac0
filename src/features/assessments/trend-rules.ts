import { dayNumber, type Day } from '../../kernel/day.ts'
import type { Scale } from './scale-schema.ts'
import type { Assessment } from './schema.ts'

export type TrendPoint = { readonly id: string; readonly day: Day; readonly score: number; readonly x: number; readonly y: number }

/** Scores over days, the oldest first, each placed in a square of one by one, best at the top or bottom as numbers go. */
export function trendOf(scale: Scale, rows: readonly Assessment[]): readonly TrendPoint[] {
  const known = rows.flatMap(({ id, day, score, withdrawn }) =>
    withdrawn !== null || day === null || score === null ? [] : [{ id, day, score }],
  )
  const ordered = known.toSorted((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id))
  const [first, last] = [ordered[0], ordered.at(-1)]
  if (first === undefined || last === undefined) return []
  const span = dayNumber(last.day) - dayNumber(first.day)
  return ordered.map((point) => ({
    ...point,
    x: span === 0 ? 0.5 : (dayNumber(point.day) - dayNumber(first.day)) / span,
    y: (point.score - scale.least) / (scale.most - scale.least),
  }))
}

/**
 * For a list with the newest first: what has no day stands where its phase says, a last score above all and a first one
 * below.
 */
export const newestFirst = <Row extends Pick<Assessment, 'day' | 'phase'>>(rows: readonly Row[]): Row[] => {
  const rank = (row: Row): string => row.day ?? { before: '0', during: '1', after: '9999' }[row.phase]
  return rows.toSorted((one, other) => rank(other).localeCompare(rank(one)))
}
