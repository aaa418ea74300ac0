import type { MeasureKey } from './measure-schema.ts'
import { measures } from './measure-list-rules.ts'
import type { Cell } from './schema.ts'
import type { Dimension } from './scope-schema.ts'

/** What a dimension's points are looked up by; what has no community, no day, no label has none. */
const nameOf = (at: Cell['at'], by: readonly Dimension[]): string =>
  JSON.stringify(by.flatMap((dimension) => (at[dimension] === undefined ? [] : [[dimension, at[dimension]]])))

/**
 * The cells of a breakdown, to be asked where they stand. A cell that is not there is nought, but there is no mean and no
 * percentage of nothing.
 */
export function cellsOf(cells: readonly Cell[], asked: readonly MeasureKey[], by: readonly Dimension[]) {
  const found = new Map(cells.map((cell) => [nameOf(cell.at, by), cell.values]))
  return (at: Cell['at'], key: MeasureKey): number | null => {
    const values = found.get(nameOf(at, by))
    if (values !== undefined) return values[asked.indexOf(key)] ?? null
    const { counts } = measures[key]
    return counts === 'mean' || counts === 'percent' ? null : 0
  }
}

export type Named = { readonly name: string; readonly value: number | null }

/** The points with the most and the least; the first of several. Undefined where nothing has a value. */
export function extremesOf<P extends Named>(points: readonly P[]): { most: P; least: P } | undefined {
  const known = points.filter((point) => point.value !== null)
  const [first, ...rest] = known
  if (first === undefined) return undefined
  const value = (point: P): number => point.value ?? 0
  return {
    most: rest.reduce((best, point) => (value(point) > value(best) ? point : best), first),
    least: rest.reduce((best, point) => (value(point) < value(best) ? point : best), first),
  }
}
