import { dayOfInstant, toDay } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import { scopeSchema, type Scope } from '../measures/scope-schema.ts'
import { codeOf } from '../publishing/figure-text-rules.ts'
import { listFrozenFor } from '../publishing/frozen-store.ts'
import type { FrozenFact, Period } from './facts-schema.ts'

/** What a report or a pack is made for, as figures are frozen for it. */
export type ReportPurpose = 'monthly' | 'midterm' | 'closing'

/** The figures that were frozen for a report of this purpose, of the same part of the project. */
export async function findFrozenFacts(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  purpose: ReportPurpose,
  period: Period,
  values: ReadonlyMap<MeasureKey, number | null>,
): Promise<FrozenFact[]> {
  const kept = await listFrozenFor(tx, tenantId, projectId, purpose, scopesOf(purpose, period))
  return kept.map(({ record, hash }) => ({
    key: record.measure,
    name: record.name,
    unit: record.unit,
    rule: record.rule,
    version: record.version,
    value: record.value,
    asOf: dayOfInstant(record.asOf),
    code: codeOf(hash),
    earlier:
      record.corrects === null
        ? null
        : { value: record.corrects.value, asOf: dayOfInstant(record.corrects.asOf), note: record.corrects.note },
    now: values.get(record.measure) ?? null,
    moved: values.has(record.measure) && values.get(record.measure) !== record.value,
  }))
}

/** A mid-term report leans on what was frozen of the project so far, a closing one on the whole, a month's on that month. */
function scopesOf(purpose: ReportPurpose, { from, to, scope }: Period): Scope[] {
  if (purpose === 'closing') return [scope]
  if (purpose === 'midterm') return [scope, {}]
  const month = from.slice(0, 7)
  const [year = 0, number = 0] = month.split('-').map(Number)
  const isMonth = from.endsWith('-01') && to.startsWith(month) && toDay(year, number, Number(to.slice(8)) + 1) === undefined
  return isMonth ? [scope, scopeSchema.parse({ months: { from: month, to: month } })] : [scope]
}
