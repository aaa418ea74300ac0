import { sql } from 'kysely'
import { z } from 'zod'
import { type Month, monthSchema } from '../../kernel/day.ts'
import type { Tx } from '../../server/db.ts'
import { countingOf, type Counting, type Project } from './counting-store.ts'
import { measures } from './measure-list-rules.ts'
import type { CountedMeasure, MeasureKey } from './measure-schema.ts'
import { percentOf } from './progress-rules.ts'
import { isCountedFor } from './scope-rules.ts'
import type { Dimension, Scope } from './scope-schema.ts'
import type { JoinName, Sql } from './source-store.ts'

/** A value at a point of a breakdown: a dimension left out is a total over it, null is what has none of it. */
export type CellAt = Partial<Record<Dimension, string | null>>
export type MeasureCell = { readonly at: CellAt; readonly value: number | null }

/** What a measure comes to where it has no rows: a mean and a percentage come to nothing at all. */
export const emptyValueOf = (key: MeasureKey): 0 | null => (['mean', 'percent'].includes(measures[key].counts) ? null : 0)

/**
 * Counts measures over a scope, in every grouping asked for (`[]` is the whole): each cell is counted for itself.
 * Measures over the same services share a query. Cells that come to nought are left out, but for the whole. A measure
 * that the scope or a grouping does not fit has no cells there.
 */
export async function countCells(
  tx: Tx,
  project: Project,
  keys: readonly MeasureKey[],
  scope: Scope,
  groupings: readonly (readonly Dimension[])[],
): Promise<Map<MeasureKey, MeasureCell[]>> {
  const cells = new Map<MeasureKey, MeasureCell[]>()
  const add = (key: MeasureKey, cell: MeasureCell) => void (cells.get(key) ?? cells.set(key, []).get(key))?.push(cell)
  const counted = new Set(keys.flatMap(partsOf).filter((key) => isCountedFor(measures[key], scope)))
  const countings = [...counted].map((key) => countingOf(key, scope, project))
  for (const shared of Map.groupBy(countings, shareOf).values()) {
    const fitting = groupings.filter((by) => shared.every((counting) => isCountedFor(counting.measure, scope, by)))
    for (const sets of Map.groupBy(fitting, queryOf).values())
      for (const { at, values } of await ask(tx, shared, sets))
        for (const [i, counting] of shared.entries()) {
          const value = values[i] ?? null
          if (isWhole(at) || value !== emptyValueOf(counting.key)) add(counting.key, { at, value })
        }
  }
  for (const key of new Set(keys)) for (const cell of percentages(key, cells)) add(key, cell)
  return cells
}

const isWhole = (at: CellAt) => Object.keys(at).length === 0

/** The same text for the same point, in whatever order its dimensions were put. */
export const nameOf = (at: CellAt): string => JSON.stringify(Object.entries(at).toSorted(([a], [b]) => a.localeCompare(b, 'en')))

function partsOf(key: MeasureKey): MeasureKey[] {
  const measure = measures[key]
  return measure.over === 'measures' ? [measure.part, measure.whole] : [key]
}

function percentages(key: MeasureKey, cells: ReadonlyMap<MeasureKey, readonly MeasureCell[]>): MeasureCell[] {
  const measure = measures[key]
  if (measure.over !== 'measures') return []
  const parts = new Map((cells.get(measure.part) ?? []).map((cell) => [nameOf(cell.at), cell.value]))
  return (cells.get(measure.whole) ?? []).map(({ at, value }) => ({ at, value: percentOf(parts.get(nameOf(at)) ?? 0, value) }))
}

/** Countings of one share look at the same rows and differ at most in which of them they pick. */
const shareOf = ({ measure, joins }: Counting): string => [measure.over, ...joins.toSorted(), kindsOf(measure)].join('|')

function kindsOf(measure: CountedMeasure): string {
  if ('kinds' in measure) return measure.kinds.join()
  return measure.over === 'register' ? measure.part : measure.over === 'estimate' ? measure.of : ''
}

const joinOfDimension: Partial<Record<Dimension, JoinName>> = { home: 'person', label: 'label', grade: 'grade' }
/** What a source must be joined with to be broken down. */
export const joinsOf = (by: readonly Dimension[]): JoinName[] => by.flatMap((dimension) => joinOfDimension[dimension] ?? [])

/**
 * Groupings share a query when they need the same joins. A join with labels repeats rows, which harms nobody: every
 * grouping that needs it is by label.
 */
const queryOf = (by: readonly Dimension[]): string => joinsOf(by).toSorted().join()

const rowsSchema = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))

async function ask(
  tx: Tx,
  countings: readonly Counting[],
  sets: readonly (readonly Dimension[])[],
): Promise<{ at: CellAt; values: (number | null)[] }[]> {
  const dimensions = [...new Set(sets.flat())]
  const { rows } = await questionOf(countings, sets, dimensions).execute(tx)
  return rowsSchema.parse(rows).map((row) => {
    const mask = Number(row['mask'] ?? 0)
    // GROUPING sets the lowest bit for its last argument, when that one is not grouped by.
    const grouped = dimensions.filter((_, i) => (mask & (1 << (dimensions.length - 1 - i))) === 0)
    return {
      at: Object.fromEntries(grouped.map((dimension) => [dimension, pointOf(dimension, row[`d_${dimension}`] ?? null)])),
      values: countings.map((_, i) => (row[`v${i}`] === null ? null : Number(row[`v${i}`]))),
    }
  })
}

/** A point as it is stored, as an address and a person would write it. */
export const pointOf = (dimension: Dimension, value: string | number | null): string | null =>
  value === null ? null : dimension === 'month' ? toMonth(value) : String(value)

const toMonth = (stored: string | number): Month => monthSchema.parse(`${String(stored).slice(0, 4)}-${String(stored).slice(4)}`)

/** One query for several countings of one share. What they all ask of a row is its WHERE; what only some ask is a FILTER. */
function questionOf(countings: readonly Counting[], sets: readonly (readonly Dimension[])[], dimensions: readonly Dimension[]) {
  const [first] = countings
  if (first === undefined) throw new Error('There is nothing to count.')
  const columnOf = (dimension: Dimension): Sql => {
    const column = first.source.columns[dimension]
    if (column === undefined) throw new Error(`${first.key} is not counted by ${dimension}.`)
    return column.sql
  }
  const columns = new Map(dimensions.map((dimension) => [dimension, columnOf(dimension)]))
  const listOf = (by: readonly Dimension[]) => sql.join(by.map((dimension) => columns.get(dimension)))
  const isCommon = (name: string) => countings.every((counting) => counting.conditions.some((condition) => condition.name === name))
  const filterOf = (counting: Counting): Sql => {
    const own = counting.conditions.filter((condition) => !isCommon(condition.name)).map((condition) => condition.sql)
    return own.length === 0 ? sql`` : sql` filter (where ${sql.join(own, sql` and `)})`
  }
  const joins = new Set([...first.joins, ...joinsOf(dimensions)])
  const onlySet = sets.length === 1 ? sets[0] : undefined
  const grouping =
    onlySet === undefined
      ? sql`group by grouping sets (${sql.join(sets.map((by) => sql`(${listOf(by)})`))})`
      : onlySet.length === 0
        ? sql``
        : sql`group by ${listOf(onlySet)}`
  return sql`select ${sql.join([
    ...(onlySet === undefined ? [sql`grouping(${listOf(dimensions)}) as mask`] : []),
    ...dimensions.map((dimension) => sql`${columns.get(dimension)} as ${sql.id(`d_${dimension}`)}`),
    ...countings.map((counting, i) => sql`${counting.value(filterOf(counting))} as ${sql.id(`v${i}`)}`),
  ])}
    from ${fromOf(first, joins)}
    where ${sql.join(
      first.conditions.filter((condition) => isCommon(condition.name)).map((condition) => condition.sql),
      sql` and `,
    )}
    ${grouping}`
}

/** The source with its joins. */
export function fromOf({ source }: Counting, joins: Iterable<JoinName>): Sql {
  return sql.join(
    [
      source.from,
      ...[...joins].map((name) => {
        const join = source.joins[name]
        if (join === undefined) throw new Error(`This source has no join named ${name}.`)
        return join
      }),
    ],
    sql` `,
  )
}
