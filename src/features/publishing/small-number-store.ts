import { canonical } from '../../kernel/canonical.ts'
import { yes, type Verdict } from '../../kernel/verdict.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { countCells } from '../measures/cell-store.ts'
import { scopeOfCell } from '../measures/cell-scope-rules.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import type { ProjectFacts } from '../measures/project-facts-store.ts'
import type { Scope } from '../measures/scope-schema.ts'
import { listDivisions } from '../places/store.ts'
import { keyOf } from './bulletin-text-rules.ts'
import { jsonOf, recordOf } from './figure-record-rules.ts'
import { mayOverlap } from './population-rules.ts'
import { scopeWords } from './scope-words-rules.ts'
import {
  familiesOf,
  hiddenAmong,
  mayBeSaid,
  peopleIn,
  type Counted,
  type CountedFamily,
  type Family,
  type Hidden,
  type People,
  type Said,
} from './small-number-rules.ts'

/** What anybody may read already of a project, in whatever bulletin. */
async function listPublishedOf(tx: Tx, { tenantId, projectId }: ProjectFacts): Promise<Said[]> {
  const rows = await tx
    .selectFrom('published_figure as p')
    .innerJoin('frozen_figure as f', (join) => join.onRef('f.tenant_id', '=', 'p.tenant_id').onRef('f.id', '=', 'p.id'))
    .select('p.body')
    .where('p.tenant_id', '=', tenantId)
    .where('f.tenant_id', '=', tenantId)
    .where('f.project_id', '=', projectId)
    .execute()
  return rows.flatMap(({ body }) => recordOf(body) ?? [])
}

const distinct = (all: readonly Said[]): Said[] => [...new Map(all.map((one) => [keyOf(one.measure, one.scope), one])).values()]

/** Everything that must be weighed before these figures are published: what they tell of people, and what is out already. */
async function findPeople(tx: Tx, project: ProjectFacts, wanted: readonly Said[]): Promise<People> {
  const now = distinct(wanted.flatMap(peopleIn))
  const before = distinct((await listPublishedOf(tx, project)).flatMap(peopleIn)).filter(({ measure }) =>
    now.some((one) => mayOverlap(one.measure, measure)),
  )
  return {
    wanted: await countAll(tx, project, now),
    published: await countAll(tx, project, before),
    families: await countFamilies(tx, project, distinctFamilies([...now, ...before].flatMap(familiesOf))),
  }
}

const textOf = (scope: Scope): string => canonical(jsonOf(scope))
const distinctFamilies = (all: readonly Family[]): Family[] => [
  ...new Map(all.map((one) => [`${keyOf(one.measure, one.parent)} ${one.by}`, one])).values(),
]

async function countAll(tx: Tx, project: ProjectFacts, said: readonly Said[]): Promise<Counted[]> {
  const counted: Counted[] = []
  for (const same of Map.groupBy(said, ({ scope }) => textOf(scope)).values()) {
    const scope = same[0]?.scope ?? {}
    const keys = same.map(({ measure }) => measure)
    const cells = await countCells(tx, project, keys, scope, [[]])
    for (const measure of keys) {
      const value = cells.get(measure)?.[0]?.value ?? null
      if (value !== null) counted.push({ measure, scope, value })
    }
  }
  return counted
}

async function countFamilies(tx: Tx, project: ProjectFacts, families: readonly Family[]): Promise<CountedFamily[]> {
  const counted: CountedFamily[] = []
  for (const same of Map.groupBy(families, ({ parent, by }) => `${textOf(parent)} ${by}`).values()) {
    const [first] = same
    if (first === undefined) continue
    const { parent, by } = first
    const cells = await countCells(tx, project, [...new Set(same.map(({ measure }): MeasureKey => measure))], parent, [[], [by]])
    for (const family of same) {
      const all = cells.get(family.measure) ?? []
      const total = all.find(({ at }) => Object.keys(at).length === 0)?.value ?? null
      if (total === null) continue
      const parts = all.flatMap(({ at, value }) =>
        by in at && value !== null ? [{ scope: at[by] === null ? undefined : scopeOfCell(parent, at), value }] : [],
      )
      counted.push({ ...family, total, parts })
    }
  }
  return counted
}

/** What must not be printed of these figures, beside all that is out. */
export const findHidden = async (tx: Tx, project: ProjectFacts, wanted: readonly Said[]): Promise<Verdict<Hidden>> =>
  hiddenAmong(await findPeople(tx, project, wanted))

/** Whether each of these may stand in a sentence. */
export async function mayAllBeSaid(tx: Tx, tenantId: TenantId, said: readonly Said[], hidden: Hidden): Promise<Verdict> {
  if (hidden.small.size + hidden.protecting.size === 0) return yes()
  const names = new Map((await listDivisions(tx, tenantId)).map(({ code, name }) => [String(code), name]))
  for (const one of said) {
    const may = mayBeSaid(one, hidden, scopeWords(one.scope, names))
    if (!may.ok) return may
  }
  return yes()
}
