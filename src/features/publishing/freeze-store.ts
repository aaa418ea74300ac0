import { sql } from 'kysely'
import { hash } from 'node:crypto'
import { canonical } from '../../kernel/canonical.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { findTenantCode } from '../identity/tenant-store.ts'
import { countCells, nameOf, type CellAt, type MeasureCell } from '../measures/cell-store.ts'
import { scopeOfCell } from '../measures/cell-scope-rules.ts'
import { decimalsOf, measures } from '../measures/measure-list-rules.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import { amountInOf, memberSortOf } from '../measures/member-sort-rules.ts'
import { listMemberships } from '../measures/membership-store.ts'
import type { ProjectFacts } from '../measures/project-facts-store.ts'
import type { Dimension, Scope } from '../measures/scope-schema.ts'
import { listDivisions } from '../places/store.ts'
import { listEstimates } from '../projects/store.ts'
import { beforeTheFirst, jsonOf, textOfMembers, textOfRecord } from './figure-record-rules.ts'
import { frozenIdSchema, type FigureRecord, type FrozenSetId, type Purpose } from './figure-record-schema.ts'
import type { Naming } from './pseudonym-store.ts'
import { scopeWords } from './scope-words-rules.ts'

/** One figure to be frozen. `id` is its own when the caller has promised one, such as a bulletin's. */
export type Wanted = {
  readonly id: string
  readonly measure: MeasureKey
  readonly scope: Scope
  readonly at: CellAt
  readonly corrects: FigureRecord['corrects']
}

export type SetFacts = {
  readonly id: FrozenSetId
  readonly purpose: Purpose
  readonly title: string
  readonly scope: Scope
  readonly by: AccountId
  readonly asOf: Date
}

export type Counted = Wanted & {
  readonly value: number | null
  readonly members: { readonly text: string; readonly count: number; readonly sort: string } | null
  readonly parts: FigureRecord['parts']
}
type Cells = ReadonlyMap<MeasureKey, readonly MeasureCell[]>
export type Frozen = { readonly id: string; readonly record: FigureRecord; readonly hash: string }

const sha = (text: string): string => hash('sha256', text, 'hex')

export type Tell = (step: string, done: number, of: number) => void

/**
 * Counts every measure over a scope and every cell of its breakdowns, with members. Cells that come to nought, and those
 * that no scope names (what has no community, no day), are left out.
 */
export async function countForFreezing(
  tx: Tx,
  project: ProjectFacts,
  naming: Naming,
  asked: { keys: readonly MeasureKey[]; scope: Scope; by: readonly (readonly Dimension[])[]; newId: () => string },
  tell: Tell,
): Promise<Counted[]> {
  const groupings = [[], ...asked.by]
  const cells = await countCells(tx, project, asked.keys, asked.scope, groupings)
  const counted: Counted[] = []
  for (const [done, measure] of asked.keys.entries()) {
    tell('count', done, asked.keys.length)
    const members = new Map(
      (await listMemberships(tx, project, measure, asked.scope, groupings)).map((cell) => [nameOf(cell.at), cell.members] as const),
    )
    for (const { at, value } of cells.get(measure) ?? []) {
      const scope = scopeOfCell(asked.scope, at)
      if (scope !== undefined)
        counted.push(
          toCounted({ id: asked.newId(), measure, scope, at, corrects: null }, value, cells, at, members.get(nameOf(at)), naming),
        )
    }
  }
  tell('count', asked.keys.length, asked.keys.length)
  return counted
}

/** Counts figures of different scopes, such as those that a text places, at one moment. */
export async function countWanted(tx: Tx, project: ProjectFacts, naming: Naming, wanted: readonly Wanted[]): Promise<Counted[]> {
  const counted: Counted[] = []
  for (const one of wanted) {
    const cells = await countCells(tx, project, [one.measure], one.scope, [[]])
    const [members] = await listMemberships(tx, project, one.measure, one.scope, [[]])
    counted.push(toCounted(one, valueAt(cells, one.measure, {}), cells, {}, members?.members, naming))
  }
  return counted
}

const valueAt = (cells: Cells, key: MeasureKey, at: CellAt): number | null =>
  cells.get(key)?.find((cell) => nameOf(cell.at) === nameOf(at))?.value ?? null

function toCounted(
  wanted: Wanted,
  value: number | null,
  cells: Cells,
  at: CellAt,
  found: ReadonlyMap<string, number | null> | undefined,
  naming: Naming,
): Counted {
  const measure = measures[wanted.measure]
  if (measure.over === 'measures') {
    const parts = [measure.part, measure.whole].map((key) => ({ measure: key, value: valueAt(cells, key, at) }))
    return { ...wanted, value, members: null, parts }
  }
  const sort = memberSortOf(measure)
  const members = [...(found ?? [])].map(([id, amount]): [string, number | null] => [naming(sort, id), amount])
  if (amountInOf(measure) === null && value !== members.length)
    throw new Error(`${wanted.measure} comes to ${value} and has ${members.length} members.`)
  return { ...wanted, value, members: { text: textOfMembers(members), count: members.length, sort }, parts: null }
}

/** The last figure of the tenant's chain. */
async function findHead(tx: Tx, tenantId: TenantId): Promise<{ seq: number; hash: string }> {
  const head = await tx
    .selectFrom('frozen_figure')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', tenantId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return head ?? { seq: 0, hash: beforeTheFirst }
}

/**
 * Freezes counted figures as one set, each chained to the one before it in its tenant. The transaction must see one moment
 * and be alone among its kind. At least one figure.
 */
export async function addFrozen(
  tx: Tx,
  project: ProjectFacts,
  set: SetFacts,
  counted: readonly Counted[],
  tell: Tell = () => undefined,
): Promise<Frozen[]> {
  const { tenantId } = project
  const tenant = await findTenantCode(tx, tenantId)
  const names = new Map((await listDivisions(tx, tenantId)).map(({ code, name }) => [String(code), name]))
  const basis = await listEstimates(tx, tenantId, project.projectId)
  let { seq, hash: previous } = await findHead(tx, tenantId)
  const first = seq + 1
  const frozen = counted.map((one): Frozen & { members: Counted['members']; text: string } => {
    const measure = measures[one.measure]
    const record: FigureRecord = {
      format: 'nuanyang-figure-1',
      tenant,
      id: frozenIdSchema.parse(one.id),
      seq: ++seq,
      previous,
      set: { id: set.id, purpose: set.purpose, title: set.title, scope: set.scope, by: set.by },
      project: { id: project.projectId, name: project.name },
      period: { from: project.period.from, to: project.period.to },
      asOf: set.asOf.toISOString(),
      measure: one.measure,
      version: measure.version,
      name: measure.name,
      unit: measure.unit,
      rule: measure.rule,
      decimals: decimalsOf(measure),
      scope: one.scope,
      scopeText: scopeWords(one.scope, names),
      at: one.at,
      value: one.value,
      estimate:
        measure.over === 'estimate'
          ? { basis: basis.filter((line) => line.measure === measure.of).map(({ basis, value, method }) => ({ basis, value, method })) }
          : null,
      parts: one.parts,
      members: one.members === null ? null : { sort: one.members.sort, count: one.members.count, sha256: sha(one.members.text) },
      corrects: one.corrects,
    }
    const text = textOfRecord(record)
    previous = sha(text)
    return { id: one.id, record, hash: previous, members: one.members, text }
  })
  await sql`insert into frozen_set (tenant_id, id, project_id, purpose, title, scope, as_of, by_account, first_seq, last_seq)
    values (${tenantId}, ${set.id}, ${project.projectId}, ${set.purpose}, ${set.title}, ${canonical(jsonOf(set.scope))}, ${set.asOf.toISOString()},
      ${set.by}, ${first}, ${seq})`.execute(tx)
  const perStatement = 400
  for (let from = 0; from < frozen.length; from += perStatement) {
    tell('freeze', from, frozen.length)
    await insertBatch(tx, tenantId, set.id, frozen.slice(from, from + perStatement))
  }
  tell('freeze', frozen.length, frozen.length)
  return frozen.map(({ id, record, hash }) => ({ id, record, hash }))
}

type Ready = Frozen & { readonly members: Counted['members']; readonly text: string }

async function insertBatch(tx: Tx, tenantId: TenantId, setId: string, batch: readonly Ready[]): Promise<void> {
  const lists = new Map(batch.flatMap(({ record, members }) => (members === null ? [] : [[record.members?.sha256 ?? '', members.text]])))
  await sql`insert into frozen_members (tenant_id, sha256, members)
    select ${tenantId}, m.sha256, m.members from unnest(${[...lists.keys()]}::text[], ${[...lists.values()]}::text[]) m (sha256, members)
    on conflict do nothing`.execute(tx)
  await sql`insert into frozen_figure (tenant_id, id, seq, set_id, project_id, measure, at, members_sha256, corrects, body, hash)
    select ${tenantId}, f.id, f.seq, ${setId}, f.project_id, f.measure, f.at, f.members_sha256, f.corrects, f.body, f.hash
    from unnest(${batch.map(({ id }) => id)}::uuid[], ${batch.map(({ record }) => record.seq)}::bigint[],
      ${batch.map(({ record }) => record.project.id)}::uuid[], ${batch.map(({ record }) => record.measure)}::text[],
      ${batch.map(({ record }) => canonical(jsonOf(record.at)))}::text[], ${batch.map(({ record }) => record.members?.sha256 ?? null)}::text[],
      ${batch.map(({ record }) => record.corrects?.id ?? null)}::uuid[], ${batch.map(({ text }) => text)}::text[], ${batch.map(({ hash }) => hash)}::text[])
      f (id, seq, project_id, measure, at, members_sha256, corrects, body, hash)`.execute(tx)
}
