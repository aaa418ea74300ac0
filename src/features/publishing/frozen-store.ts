import { sql } from 'kysely'
import { z } from 'zod'
import { canonical } from '../../kernel/canonical.ts'
import { projectIdSchema, type ProjectId } from '../../kernel/ids.ts'
import type { Page } from '../../kernel/paging.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { scopeSchema, type Scope } from '../measures/scope-schema.ts'
import { jsonOf, recordOf } from './figure-record-rules.ts'
import {
  frozenIdSchema,
  frozenSetIdSchema,
  purposeSchema,
  type FigureRecord,
  type FrozenFigureId,
  type FrozenSetId,
  type Purpose,
} from './figure-record-schema.ts'
import type { FrozenSet } from './frozen-schema.ts'

const setRowSchema = z.object({
  id: frozenSetIdSchema,
  project_id: projectIdSchema,
  purpose: purposeSchema,
  title: z.string(),
  scope: z.string(),
  as_of: z.date(),
  by: z.string().nullable(),
  figures: z.number(),
})

const ofSet = (row: z.output<typeof setRowSchema>): FrozenSet => ({
  id: row.id,
  purpose: row.purpose,
  title: row.title,
  asOf: row.as_of.toISOString(),
  by: row.by,
  figures: row.figures,
})

const setColumns = sql`s.id, s.project_id, s.purpose, s.title, s.scope, s.as_of, a.display_name as by, (s.last_seq - s.first_seq + 1)::int as figures`

export async function listSets(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  page: Page,
): Promise<{ rows: FrozenSet[]; total: number }> {
  const { rows } = await sql`select ${setColumns}, count(*) over ()::int as total
    from frozen_set s left join account a on a.tenant_id = ${tenantId} and a.id = s.by_account
    where s.tenant_id = ${tenantId} and s.project_id = ${projectId}
    order by s.as_of desc, s.first_seq desc offset ${page.offset} limit ${page.limit}`.execute(tx)
  const parsed = z.array(setRowSchema.extend({ total: z.number() })).parse(rows)
  return { rows: parsed.map(ofSet), total: parsed[0]?.total ?? 0 }
}

export async function findSet(
  tx: Tx,
  tenantId: TenantId,
  id: FrozenSetId,
): Promise<{ set: FrozenSet; projectId: ProjectId; scope: Scope } | undefined> {
  const { rows } = await sql`select ${setColumns} from frozen_set s left join account a on a.tenant_id = ${tenantId} and a.id = s.by_account
    where s.tenant_id = ${tenantId} and s.id = ${id}`.execute(tx)
  if (rows[0] === undefined) return undefined
  const row = setRowSchema.parse(rows[0])
  return { set: ofSet(row), projectId: row.project_id, scope: scopeSchema.parse(JSON.parse(row.scope)) }
}

type Correction = { readonly id: FrozenFigureId; readonly value: number | null; readonly asOf: string }
export type Kept = { readonly record: FigureRecord; readonly hash: string; readonly correctedBy: Correction | null }

const keptSchema = z.object({
  body: z.string(),
  hash: z.string(),
  corrected_id: frozenIdSchema.nullable(),
  corrected_body: z.string().nullable(),
})

function toKept(found: unknown): Kept {
  const row = keptSchema.parse(found)
  const record = recordOf(row.body)
  if (record === undefined) throw new Error('A frozen figure is not what was frozen; run: nuanyang publishing verify')
  const corrected = row.corrected_body === null ? undefined : recordOf(row.corrected_body)
  return {
    record,
    hash: row.hash,
    correctedBy:
      row.corrected_id === null || corrected === undefined ? null : { id: row.corrected_id, value: corrected.value, asOf: corrected.asOf },
  }
}

const withCorrection = (tenantId: TenantId) => sql`frozen_figure f
    left join frozen_figure c on c.tenant_id = ${tenantId} and c.corrects = f.id`

export async function listFigures(
  tx: Tx,
  tenantId: TenantId,
  setId: FrozenSetId,
  filter: { cells: boolean; measure: string | undefined } & Page,
): Promise<{ rows: Kept[]; total: number }> {
  const whole = filter.cells ? sql`true` : sql`f.at = '{}'`
  const measure = filter.measure === undefined ? sql`true` : sql`f.measure = ${filter.measure}`
  const where = sql`f.tenant_id = ${tenantId} and f.set_id = ${setId} and ${whole} and ${measure}`
  const { rows } = await sql`select f.body, f.hash, c.id as corrected_id, c.body as corrected_body from ${withCorrection(tenantId)}
    where ${where} order by f.seq offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*)::int as total from frozen_figure f where ${where}`.execute(tx)
  return { rows: rows.map(toKept), total: counted.rows[0]?.total ?? 0 }
}

/** Frozen figures by their ids; those that are not there are left out. */
export async function findFigures(tx: Tx, tenantId: TenantId, ids: readonly string[]): Promise<Map<string, Kept>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql`select f.body, f.hash, c.id as corrected_id, c.body as corrected_body from ${withCorrection(tenantId)}
    where f.tenant_id = ${tenantId} and f.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(toKept).map((kept) => [String(kept.record.id), kept]))
}

export async function findFigure(tx: Tx, tenantId: TenantId, id: string): Promise<Kept | undefined> {
  return (await findFigures(tx, tenantId, [id])).get(id)
}

/** What corrected a figure, what corrected that, and so on: the earliest first. */
export async function listCorrections(tx: Tx, tenantId: TenantId, id: FrozenFigureId): Promise<Kept[]> {
  const found: Kept[] = []
  let next: FrozenFigureId | undefined = id
  while (next !== undefined) {
    const kept: Kept | undefined = await findFigure(tx, tenantId, next)
    if (kept === undefined) break
    if (kept.record.id !== id) found.push(kept)
    next = kept.correctedBy?.id
  }
  return found
}

/** The text of a figure's list of members. */
export async function findMembersText(tx: Tx, tenantId: TenantId, sha256: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('frozen_members')
    .select('members')
    .where('tenant_id', '=', tenantId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.members
}

/** The newest figure of each measure that was frozen for a purpose over one of these scopes, and the last that corrected it. */
export async function listFrozenFor(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  purpose: Purpose,
  scopes: readonly Scope[],
): Promise<Kept[]> {
  const texts = scopes.map((scope) => canonical(jsonOf(scope)))
  const { rows } = await sql`select distinct on (f.measure) f.body, f.hash, c.id as corrected_id, c.body as corrected_body
    from ${withCorrection(tenantId)} join frozen_set s on s.tenant_id = ${tenantId} and s.id = f.set_id
    where f.tenant_id = ${tenantId} and f.project_id = ${projectId} and s.purpose = ${purpose}
      and (f.body::jsonb)->'scope' in (select t.scope::jsonb from unnest(${texts}::text[]) t (scope))
    order by f.measure, f.seq desc`.execute(tx)
  const found: Kept[] = []
  for (const kept of rows.map(toKept)) found.push((await listCorrections(tx, tenantId, kept.record.id)).at(-1) ?? kept)
  return found
}
