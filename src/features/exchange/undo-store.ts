import { sql } from 'kysely'
import type { ImportId, ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { draftTables } from './draft-table-schema.ts'

type Change = { position: number; entity: string; key: string; record_id: string; action: string; before: unknown }

/** Tables in which people work on rows after an import: their version tells. */
const versioned = ['person', 'service'] as const

/** How many of an import's records somebody has changed since. */
export async function countEdited(tx: Tx, tenantId: TenantId, importId: ImportId): Promise<number> {
  let edited = 0
  for (const table of versioned) {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from import_change c join ${sql.table(table)} t on t.tenant_id = c.tenant_id and t.id::text = c.record_id
      where c.tenant_id = ${tenantId} and c.import_id = ${importId} and c.table_name = ${table}
        and t.version > case when c.action = 'added' then 1 else coalesce((c.before -> 'row' ->> 'version')::int, 1) end`.execute(tx)
    edited += rows[0]?.n ?? 0
  }
  return edited
}

/** Whether a later import wrote over, or built on, what this one wrote. */
export async function findLaterImport(tx: Tx, tenantId: TenantId, importId: ImportId, projectId: ProjectId): Promise<boolean> {
  const { rows } = await sql`select 1 from import later join import this on this.tenant_id = later.tenant_id and this.id = ${importId}
    where later.tenant_id = ${tenantId} and later.project_id = ${projectId} and later.state = 'accepted' and later.accepted_at > this.accepted_at limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

/**
 * Takes back everything an import wrote, the last first: what it added goes, what it changed is as it was. A record that
 * something else points to stays in the way: the database refuses, and nothing is undone.
 */
export async function undoChanges(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  importId: ImportId,
): Promise<{ removed: number; restored: number }> {
  let removed = 0
  let restored = 0
  // The project first: it points to organisations that may be about to go.
  for (const change of await listChanges(tx, tenantId, importId, 'project')) await restore(tx, tenantId, projectId, 'project', 'id', change)
  for (const [table, facts] of Object.entries(draftTables).toReversed()) {
    const changes = await listChanges(tx, tenantId, importId, table)
    const added = changes.filter((change) => change.action === 'added').map((change) => change.record_id)
    if (table === 'person' && added.length > 0)
      await sql`delete from import_decision where tenant_id = ${tenantId} and person_id::text = any(${added}::text[])`.execute(tx)
    if (added.length > 0)
      await sql`delete from ${sql.table(table)} t where t.tenant_id = ${tenantId} and ${sql.ref(`t.${facts.key}`)}::text = any(${added}::text[])
        ${facts.key === 'community_code' ? sql`and t.project_id = ${projectId}` : sql``}`.execute(tx)
    removed += added.length
    for (const change of changes.filter((one) => one.action === 'changed')) await restore(tx, tenantId, projectId, table, facts.key, change)
    restored += changes.length - added.length
  }
  await tx.deleteFrom('imported_record').where('tenant_id', '=', tenantId).where('import_id', '=', importId).execute()
  return { removed, restored }
}

async function listChanges(tx: Tx, tenantId: TenantId, importId: ImportId, table: string): Promise<Change[]> {
  const { rows } = await sql<Change>`select position, entity, key, record_id, action, before from import_change
    where tenant_id = ${tenantId} and import_id = ${importId} and table_name = ${table} order by position desc`.execute(tx)
  return rows
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
    where r.tenant_id = ${tenantId} and r.project_id = ${projectId} and r.entity = ${change.entity} and r.key = ${change.key} and jsonb_typeof(b.record) = 'object'`.execute(
    tx,
  )
}
