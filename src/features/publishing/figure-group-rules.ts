import type { MeasureKey } from '../measures/measure-schema.ts'
import type { DraftFigure } from './bulletin-schema.ts'

/** One measure through the months, or in every community: rows of one table. */
export type FigureGroup = {
  readonly key: string
  readonly measure: MeasureKey
  readonly by: 'month' | 'community'
  readonly figures: readonly DraftFigure[]
}

export function figureGroups(figures: readonly DraftFigure[]): FigureGroup[] {
  const groups = Map.groupBy(
    figures.filter(({ at }) => at !== undefined),
    ({ measure, scope }) => `${measure} ${scope.months === undefined ? 'community' : 'month'}`,
  )
  return [...groups].flatMap(([key, of]): FigureGroup[] => {
    const [first] = of
    if (first === undefined || of.length < 2) return []
    const by = first.scope.months === undefined ? 'community' : 'month'
    const inOrder = by === 'community' ? of : of.toSorted((a, b) => ((a.scope.months?.from ?? '') < (b.scope.months?.from ?? '') ? -1 : 1))
    return [{ key, measure: first.measure, by, figures: inOrder }]
  })
}
