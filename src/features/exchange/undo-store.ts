import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import type { ImportId, ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { draftTables } from './draft-table-schema.ts'
import type { StandingExpense } from './undo-rules.ts'

type Change = { key: string; record_id: string; before: unknown }

/** Tables in which people work on rows after an import: their version tells. */
const versioned = ['person', 'service', 'expense'] as const

/** How many of an import's records somebody has changed since. */
export async function countEdited(tx: Tx, tenantId: TenantId, importId: ImportId): Promise<number> {
  let edited = 0
  for (const table of versioned) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} t
      where t.tenant_id = ${tenantId} and (
        (t.version > 1 and t.id::text in (select r.record_id from imported_record r where r.tenant_id = ${tenantId} and r.added_by = ${importId} and r.entity = ${table}))
        or exists (select 1 from import_change c where c.tenant_id = ${tenantId} and c.import_id = ${importId} and c.table_name = ${table} and c.record_id = t.id::text
          and t.version > coalesce((c.before -> 'row' ->> 'version')::int, 1)))`.execute(tx)
    edited += rows[0]?.n ?? 0
  }
  return edited
}

const standingSchema = z.object({
  voucher: z.string().nullable(),
  spentOn: daySchema,
  purpose: z.string().nullable(),
  isSigned: z.boolean(),
  hasFiles: z.boolean(),
  isSpentFor: z.boolean(),
})

/**
 * Expenses that stand in the way of an undo: what it added or changed and somebody has signed since, what it added and
 * somebody filed a voucher under, and others that are for a service which it added.
 */
export async function listStandingExpenses(tx: Tx, tenantId: TenantId, importId: ImportId): Promise<StandingExpense[]> {
  const added = (entity: string) => sql`select r.record_id from imported_record r
    where r.tenant_id = ${tenantId} and r.added_by = ${importId} and r.entity = ${entity}`
  const { rows } = await sql`
    with standing as (
      select e.voucher, e.spent_on, e.purpose, e.id,
        (e.id::text in (${added('expense')}) or exists (select 1 from import_change c
          where c.tenant_id = ${tenantId} and c.import_id = ${importId} and c.table_name = 'expense' and c.record_id = e.id::text))
        and exists (select 1 from expense_signature g where g.tenant_id = ${tenantId} and g.expense_id = e.id) as signed,
        e.id::text in (${added('expense')})
        and exists (select 1 from project_file f where f.tenant_id = ${tenantId} and f.expense_id = e.id) as filed,
        e.service_id::text in (${added('service')}) and e.id::text not in (${added('expense')}) as spent_for
      from expense e where e.tenant_id = ${tenantId})
    select voucher, spent_on as "spentOn", purpose, signed as "isSigned", filed as "hasFiles", coalesce(spent_for, false) as "isSpentFor"
    from standing where signed or filed or spent_for order by spent_on, voucher, id`.execute(tx)
  return z.array(standingSchema).parse(rows)
}

/** Whether a later import of the project was accepted: it may have built on what this one wrote. */
export async function findLaterImport(tx: Tx, tenantId: TenantId, importId: ImportId, projectId: ProjectId): Promise<boolean> {
  const { rows } = await sql`select 1 from import later join import this on this.tenant_id = later.tenant_id and this.id = ${importId}
    where later.tenant_id = ${tenantId} and later.project_id = ${projectId} and later.state = 'accepted' and later.accepted_at > this.accepted_at limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

/**
 * Takes back everything an import wrote, what others point to last: what it added goes, what it changed is as it was. A
 * record that something else points to stays in the way: the database refuses, and nothing is undone.
 */
export async function undoChanges(tx: Tx, tenantId: TenantId, projectId: ProjectId, importId: ImportId): Promise<void> {
  // The project first: it points to organisations that may be about to go.
  await restoreAll(tx, tenantId, projectId, importId, 'project', 'id')
  for (const [table, { key }] of Object.entries(draftTables).toReversed()) {
    const added = sql`select r.record_id from imported_record r where r.tenant_id = ${tenantId} and r.added_by = ${importId} and r.entity = ${table}`
    if (table === 'person')
      await sql`delete from import_decision d where d.tenant_id = ${tenantId} and d.person_id::text in (${added})`.execute(tx)
    await sql`delete from ${sql.table(table)} t where t.tenant_id = ${tenantId} and ${sql.ref(`t.${key}`)}::text in (${added})
      ${key === 'community_code' ? sql`and t.project_id = ${projectId}` : sql``}`.execute(tx)
    await restoreAll(tx, tenantId, projectId, importId, table, key)
  }
  await tx.deleteFrom('imported_record').where('tenant_id', '=', tenantId).where('import_id', '=', importId).execute()
}

async function restoreAll(tx: Tx, tenantId: TenantId, projectId: ProjectId, importId: ImportId, table: string, key: string): Promise<void> {
  const { rows } = await sql<Change>`select key, record_id, before from import_change
    where tenant_id = ${tenantId} and import_id = ${importId} and table_name = ${table} order by position desc`.execute(tx)
  for (const change of rows) await restore(tx, tenantId, projectId, table, key, change)
}

/** Puts a row back as it was before, and with it what was last imported of it. */
async function restore(tx: Tx, tenantId: TenantId, projectId: ProjectId, table: string, key: string, change: Change): Promise<void> {
  const columns = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' and column_name not in ('tenant_id', 'version', ${key})`.execute(
    tx,
  )
  const sets = sql.join(columns.rows.map(({ name }) => sql`${sql.ref(name)} = b.${sql.ref(name)}`))
  const before = JSON.stringify(change.before)
  await sql`update ${sql.table(table)} t set ${sets} from jsonb_populate_record(null::${sql.table(table)}, ${before}::jsonb -> 'row') b
    where t.tenant_id = ${tenantId} and ${sql.ref(`t.${key}`)}::text = ${change.record_id}
    ${key === 'community_code' ? sql`and t.project_id = ${projectId}` : sql``}`.execute(tx)
  await sql`update imported_record r set fingerprint = (b.record ->> 'fingerprint')::bytea, import_id = (b.record ->> 'import_id')::uuid
    from (select ${before}::jsonb -> 'record' as record) b
    where r.tenant_id = ${tenantId} and r.project_id = ${projectId} and r.entity = ${table} and r.key = ${change.key} and jsonb_typeof(b.record) = 'object'`.execute(
    tx,
  )
}
