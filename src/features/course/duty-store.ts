import type { Day } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import type { Words } from '../../kernel/words.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { dutyRules } from './course-words.ts'
import { dutiesOf } from './duty-rules.ts'
import type { DutySort } from './schema.ts'
import { getSettings, listKept } from './store.ts'

type Project = { readonly id: ProjectId; readonly startsOn: Day; readonly endsOn: Day }

/** A duty with what became of it. */
export type KnownDuty = {
  readonly key: string
  readonly sort: DutySort
  readonly title: string | Words
  readonly rule: Words
  readonly dueOn: Day
  readonly moved: boolean
  readonly doneOn: Day | null
  readonly doneBy: string | null
  readonly note: string | null
  readonly dismissed: string | null
  readonly version: number
  readonly updatedAt: Date | null
}

/**
 * What is due in a project, the first first: what its period asks for by its rules, and what was added. What was done stays,
 * also when another period no longer asks for it.
 */
export async function listDuties(tx: Tx, tenantId: TenantId, project: Project): Promise<KnownDuty[]> {
  const reckoned = dutiesOf(project, await getSettings(tx, tenantId, project.id))
  const kept = new Map((await listKept(tx, tenantId, project.id)).map((one) => [one.key, one]))
  const blank = { title: null, dueOn: null, doneOn: null, doneBy: null, note: null, dismissed: null, version: 0, updatedAt: null }
  const byRule = reckoned.map(({ key, sort, title, rule, dueOn }): KnownDuty => {
    const { title: _title, dueOn: movedTo, ...became } = kept.get(key) ?? blank
    return { ...became, key, sort, title, rule, dueOn: movedTo ?? dueOn, moved: movedTo !== null }
  })
  const known = new Set(reckoned.map(({ key }) => key))
  const others = [...kept.values()].flatMap(({ title, dueOn, ...became }): KnownDuty[] => {
    if (known.has(became.key)) return []
    if (became.key.startsWith('own/'))
      return title === null || dueOn === null ? [] : [{ ...became, sort: 'own', title, rule: dutyRules.own, dueOn, moved: false }]
    const day = became.doneOn
    return day === null
      ? []
      : [{ ...became, sort: 'own', title: title ?? became.key, rule: dutyRules.former, dueOn: dueOn ?? day, moved: false }]
  })
  return [...byRule, ...others].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.key < b.key ? -1 : 1))
}

/** Those that are neither done nor dismissed. */
export const openOf = (duties: readonly KnownDuty[]): KnownDuty[] =>
  duties.filter(({ doneOn, dismissed }) => doneOn === null && dismissed === null)
