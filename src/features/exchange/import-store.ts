import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { importIdSchema, projectIdSchema, type AccountId, type ImportId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Incoming } from '../../server/route.ts'
import type { Sealer } from '../../server/seal.ts'
import { importStateSchema, type ImportRow } from './schema.ts'

const boundTo = (tenantId: TenantId, id: ImportId, what: string): string => `${tenantId}:import:${id}:${what}`

/** Keeps an import with its files as they came, sealed: they hold identity numbers. */
export async function addImport(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  of: { id: ImportId; projectId: ProjectId; by: AccountId; files: readonly Incoming[] },
): Promise<void> {
  await tx
    .insertInto('import')
    .values({ tenant_id: tenantId, id: of.id, project_id: of.projectId, state: 'received', created_by: of.by })
    .execute()
  for (const [position, file] of of.files.entries())
    await tx
      .insertInto('import_file')
      .values({
        tenant_id: tenantId,
        import_id: of.id,
        position,
        name: file.name,
        bytes: file.bytes.length,
        sha256: createHash('sha256').update(file.bytes).digest('hex'),
        sealed: sealer.sealBytes(file.bytes, boundTo(tenantId, of.id, `file:${position}`)),
      })
      .execute()
}

/** The files of an import, opened. */
export async function getFiles(tx: Tx, tenantId: TenantId, sealer: Sealer, id: ImportId): Promise<Incoming[]> {
  const rows = await tx
    .selectFrom('import_file')
    .select(['position', 'name', 'sealed'])
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ name: row.name, bytes: sealer.openBytes(row.sealed, boundTo(tenantId, id, `file:${row.position}`)) }))
}

const rowSchema = z.object({
  id: importIdSchema,
  project_id: projectIdSchema,
  state: importStateSchema,
  created_at: z.date(),
  created_by: z.string().nullable(),
  accepted_at: z.date().nullable(),
  undone_at: z.date().nullable(),
  undo_reason: z.string().nullable(),
  summary: z.custom<ImportRow['summary']>().nullable(),
  refusal: z.custom<ImportRow['refusals']>().nullable(),
  files: z.custom<ImportRow['files']>(),
  total: z.number(),
})

const select = (where: ReturnType<typeof sql>, page: { offset: number; limit: number }) => sql`
  select i.id, i.project_id, i.state, i.created_at, a.display_name as created_by, i.accepted_at, i.undone_at, i.undo_reason, i.summary, i.refusal,
    coalesce((select json_agg(json_build_object('name', f.name, 'bytes', f.bytes) order by f.position) from import_file f where f.tenant_id = i.tenant_id and f.import_id = i.id), '[]') as files,
    count(*) over ()::int as total
  from import i left join account a on a.tenant_id = i.tenant_id and a.id = i.created_by
  where ${where} order by i.created_at desc offset ${page.offset} limit ${page.limit}`

function toImport(read: unknown): ImportRow {
  const row = rowSchema.parse(read)
  return {
    id: row.id,
    projectId: row.project_id,
    state: row.state,
    files: row.files,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    undoneAt: row.undone_at?.toISOString() ?? null,
    undoReason: row.undo_reason,
    summary: row.summary,
    refusals: row.refusal ?? [],
  }
}

export async function listImportRows(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  page: { offset: number; limit: number },
): Promise<{ rows: ImportRow[]; total: number }> {
  const { rows } = await select(sql`i.tenant_id = ${tenantId} and i.project_id = ${projectId}`, page).execute(tx)
  return { rows: rows.map(toImport), total: rows[0] === undefined ? 0 : rowSchema.parse(rows[0]).total }
}

export async function findImport(tx: Tx, tenantId: TenantId, id: ImportId): Promise<ImportRow | undefined> {
  const { rows } = await select(sql`i.tenant_id = ${tenantId} and i.id = ${id}`, { offset: 0, limit: 1 }).execute(tx)
  return rows[0] === undefined ? undefined : toImport(rows[0])
}

/** Holds an import and its project until the transaction ends. */
export async function holdImport(tx: Tx, tenantId: TenantId, id: ImportId): Promise<void> {
  await sql`select 1 from import i join project p on p.tenant_id = i.tenant_id and p.id = i.project_id
    where i.tenant_id = ${tenantId} and i.id = ${id} for update`.execute(tx)
}

export type Trial = {
  readonly summary: NonNullable<ImportRow['summary']>
  readonly tables: unknown
  readonly unresolved: unknown
  readonly findings: readonly {
    code: string
    severity: string
    file: string
    sheet?: string
    row?: number
    field?: string
    column?: string
    seen?: string
    params: unknown
  }[]
}

/** Keeps what a dry run said, in place of what an earlier one said. */
export async function saveTrial(tx: Tx, tenantId: TenantId, sealer: Sealer, id: ImportId, trial: Trial): Promise<void> {
  await sql`update import set state = 'read', refusal = null, summary = ${JSON.stringify(trial.summary)}::jsonb, tables = ${JSON.stringify(trial.tables)}::jsonb,
      unresolved_sealed = ${sealer.seal(JSON.stringify(trial.unresolved), boundTo(tenantId, id, 'unresolved'))}
    where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
  await tx.deleteFrom('import_finding').where('tenant_id', '=', tenantId).where('import_id', '=', id).execute()
  for (let at = 0; at < trial.findings.length; at += 2000) {
    const rows = trial.findings.slice(at, at + 2000).map((finding, index) => ({
      position: at + index + 1,
      code: finding.code,
      severity: finding.severity,
      file: finding.file,
      sheet: finding.sheet,
      row: finding.row,
      field: finding.field,
      column_name: finding.column,
      seen_sealed:
        finding.seen === undefined ? undefined : `\\x${sealer.seal(finding.seen, boundTo(tenantId, id, 'seen')).toString('hex')}`,
      params: finding.params,
    }))
    await sql`insert into import_finding (tenant_id, import_id, position, code, severity, file, sheet, row, field, column_name, seen_sealed, params)
      select ${tenantId}, ${id}, position, code, severity, file, sheet, row, field, column_name, seen_sealed, params
      from jsonb_populate_recordset(null::import_finding, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
  }
}

export async function refuseImport(tx: Tx, tenantId: TenantId, id: ImportId, refusals: ImportRow['refusals']): Promise<void> {
  await sql`update import set state = 'refused', refusal = ${JSON.stringify(refusals)}::jsonb where tenant_id = ${tenantId} and id = ${id}`.execute(
    tx,
  )
}

export async function acceptImport(tx: Tx, tenantId: TenantId, id: ImportId, by: AccountId, summary: unknown): Promise<void> {
  await sql`update import set state = 'accepted', accepted_by = ${by}, accepted_at = now(), summary = ${JSON.stringify(summary)}::jsonb where tenant_id = ${tenantId} and id = ${id}`.execute(
    tx,
  )
}

export async function markUndone(tx: Tx, tenantId: TenantId, id: ImportId, by: AccountId, reason: string): Promise<void> {
  await sql`update import set state = 'undone', undone_by = ${by}, undone_at = now(), undo_reason = ${reason} where tenant_id = ${tenantId} and id = ${id}`.execute(
    tx,
  )
}

export async function removeImport(tx: Tx, tenantId: TenantId, id: ImportId): Promise<void> {
  await tx.deleteFrom('import').where('tenant_id', '=', tenantId).where('id', '=', id).execute()
}

export async function findTables(tx: Tx, tenantId: TenantId, id: ImportId): Promise<unknown> {
  const row = await tx.selectFrom('import').select('tables').where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
  return row?.tables ?? []
}

/** The names to be resolved, as the dry run left them. */
export async function findUnresolved(tx: Tx, tenantId: TenantId, sealer: Sealer, id: ImportId): Promise<unknown> {
  const row = await tx
    .selectFrom('import')
    .select('unresolved_sealed')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.unresolved_sealed === null || row === undefined
    ? []
    : JSON.parse(sealer.open(row.unresolved_sealed, boundTo(tenantId, id, 'unresolved')))
}

export async function countFindings(tx: Tx, tenantId: TenantId, id: ImportId) {
  const { rows } = await sql<{
    code: string
    severity: 'error' | 'warning' | 'notice'
    count: number
  }>`select code, severity, count(*)::int as count from import_finding
    where tenant_id = ${tenantId} and import_id = ${id} group by code, severity order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, count desc, code`.execute(
    tx,
  )
  return rows
}

export type FindingFilter = {
  id: ImportId
  offset: number
  limit: number
  code?: string | undefined
  severity?: string | undefined
  file?: string | undefined
}

export async function listFindingRows(tx: Tx, tenantId: TenantId, sealer: Sealer, filter: FindingFilter) {
  const where = sql`tenant_id = ${tenantId} and import_id = ${filter.id}
    and ${filter.code === undefined ? sql`true` : sql`code = ${filter.code}`}
    and ${filter.severity === undefined ? sql`true` : sql`severity = ${filter.severity}`}
    and ${filter.file === undefined ? sql`true` : sql`file = ${filter.file}`}`
  const rows = await tx
    .selectFrom('import_finding')
    .select(['position', 'code', 'severity', 'file', 'sheet', 'row', 'field', 'column_name as column', 'seen_sealed', 'params'])
    .where(sql<boolean>`${where}`)
    .orderBy('position')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  const counted = await sql<{ total: number }>`select count(*)::int as total from import_finding where ${where}`.execute(tx)
  return {
    rows: rows.map(({ seen_sealed, ...row }) => ({
      ...row,
      seen: seen_sealed === null ? null : sealer.open(seen_sealed, boundTo(tenantId, filter.id, 'seen')),
    })),
    total: counted.rows[0]?.total ?? 0,
  }
}
