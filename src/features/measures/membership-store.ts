import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../server/db.ts'
import { fromOf, joinsOf, nameOf, pointOf, type CellAt } from './cell-store.ts'
import { countingOf, type Project } from './counting-store.ts'
import type { MeasureKey } from './measure-schema.ts'
import { measures } from './measure-list-rules.ts'
import { isCountedFor } from './scope-rules.ts'
import type { Dimension, Scope } from './scope-schema.ts'

/** The members of one cell: each id once, with what it adds to a sum or a mean. */
export type MemberCell = { readonly at: CellAt; readonly members: ReadonlyMap<string, number | null> }

const rowSchema = z.looseObject({ id: z.string(), amount: z.number().nullable() })
const pointSchema = z.union([z.string(), z.number(), z.null()])

/**
 * Everything that a measure counts, in every grouping asked for (`[]` is the whole), from the FROM and WHERE of its
 * value. Groupings that the measure is not counted by are left out, and so are cells without a member.
 */
export async function listMemberships(
  tx: Tx,
  project: Project,
  key: MeasureKey,
  scope: Scope,
  groupings: readonly (readonly Dimension[])[],
): Promise<MemberCell[]> {
  const measure = measures[key]
  if (measure.over === 'measures' || !isCountedFor(measure, scope)) return []
  const fitting = groupings.filter((by) => isCountedFor(measure, scope, by))
  const dimensions = [...new Set(fitting.flat())]
  const counting = countingOf(key, scope, project)
  const { member, conditions, source, amount } = counting
  const columns = dimensions.map((dimension) => {
    const column = source.columns[dimension]
    if (column === undefined) throw new Error(`${key} is not counted by ${dimension}.`)
    return sql`${column.sql} as ${sql.id(`d_${dimension}`)}`
  })
  const where = sql.join(
    conditions.map((condition) => condition.sql),
    sql` and `,
  )
  const { rows } = await sql`select distinct ${sql.join([
    sql`${member.sql}::text as id`,
    sql`${member.distinct ? sql`null::bigint` : (amount ?? sql`null::bigint`)} as amount`,
    ...columns,
  ])}
    from ${fromOf(counting, new Set([...counting.joins, ...joinsOf(dimensions)]))}
    where ${where} and ${member.sql} is not null`.execute(tx)
  const cells = new Map<string, { at: CellAt; members: Map<string, number | null> }>()
  for (const found of rows) {
    const row = rowSchema.parse(found)
    const points = Object.fromEntries(dimensions.map((by) => [by, pointOf(by, pointSchema.parse(row[`d_${by}`] ?? null))]))
    for (const by of fitting) {
      const at: CellAt = Object.fromEntries(by.map((dimension) => [dimension, points[dimension] ?? null]))
      const name = nameOf(at)
      const cell = cells.get(name) ?? { at, members: new Map<string, number | null>() }
      cell.members.set(row.id, row.amount)
      cells.set(name, cell)
    }
  }
  return [...cells.values()]
}
