import { sql } from 'kysely'
import { z } from 'zod'
import { personIdSchema, type AccountId, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { SavedMapping } from './mapping-rules.ts'
import type { Decision } from './plan-schema.ts'

/** Keeps who a name means, for this import and the ones after it; `undefined` takes it back. */
export async function saveDecision(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  subject: string,
  decision: Decision | undefined,
  by: AccountId,
): Promise<void> {
  await tx
    .deleteFrom('import_decision')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('subject', '=', subject)
    .execute()
  if (decision === undefined) return
  await tx
    .insertInto('import_decision')
    .values({
      tenant_id: tenantId,
      project_id: projectId,
      subject,
      person_id: decision !== 'nobody' && 'id' in decision ? decision.id : null,
      person_key: decision !== 'nobody' && 'key' in decision ? decision.key : null,
      decided_by: by,
    })
    .execute()
}

/** The record that an import wrote under a key. */
export async function findImported(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  entity: string,
  key: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('imported_record')
    .select('record_id')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('entity', '=', entity)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.record_id
}

export type SavedColumns = { signature: string; form: string | null; columns: { header: string; field: string | null }[] }

export async function saveColumns(tx: Tx, tenantId: TenantId, mapping: SavedColumns, id: string, by: AccountId): Promise<void> {
  await sql`insert into import_mapping (tenant_id, id, signature, form, columns, saved_by)
    values (${tenantId}, ${id}, ${mapping.signature}, ${mapping.form ?? ''}, ${JSON.stringify(mapping.columns)}::jsonb, ${by})
    on conflict (tenant_id, signature) do update set form = excluded.form, columns = excluded.columns, saved_by = excluded.saved_by, saved_at = now()`.execute(
    tx,
  )
}

const savedSchema = z.array(z.object({ header: z.string(), field: z.string().nullable() }))

/** What agencies of the tenant kept of the columns of their books. */
export async function listColumns(tx: Tx, tenantId: TenantId): Promise<SavedMapping[]> {
  const rows = await tx.selectFrom('import_mapping').select(['signature', 'form', 'columns']).where('tenant_id', '=', tenantId).execute()
  return rows.map((row) => ({
    signature: row.signature,
    ...(row.form === '' ? {} : { form: row.form }),
    columns: savedSchema.parse(row.columns).map(({ header, field }) => ({ header, ...(field === null ? {} : { field }) })),
  }))
}

const decisionRowSchema = z.object({ subject: z.string(), person_id: personIdSchema.nullable(), person_key: z.string().nullable() })

/** What people decided of names in the books of a project. */
export async function listDecisions(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<Map<string, Decision>> {
  const rows = await tx
    .selectFrom('import_decision')
    .select(['subject', 'person_id', 'person_key'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .execute()
  return new Map(
    z
      .array(decisionRowSchema)
      .parse(rows)
      .map((row): [string, Decision] => [
        row.subject,
        row.person_id !== null ? { id: row.person_id } : row.person_key !== null ? { key: row.person_key } : 'nobody',
      ]),
  )
}

/** Whom a decision means, when that person is on file by now. */
export async function personOf(tx: Tx, tenantId: TenantId, projectId: ProjectId, decision: Decision | null): Promise<PersonId | null> {
  if (decision === null || decision === 'nobody') return null
  if ('id' in decision) return decision.id
  const id = await findImported(tx, tenantId, projectId, 'person', decision.key)
  return id === undefined ? null : personIdSchema.parse(id)
}

/** Tables beside attendances whose records may wait for somebody to say who a name is. */
const waiting = new Set(['case_file', 'group_member'])

/** Says whose a record is that waited for it; other records follow with the next import. */
export async function setPerson(tx: Tx, tenantId: TenantId, table: string, recordId: string, personId: PersonId | null): Promise<void> {
  if (!waiting.has(table)) return
  await sql`update ${sql.table(table)} set person_id = ${personId}::uuid, recorded_person_id = ${personId}::uuid where tenant_id = ${tenantId} and id = ${recordId}::uuid`.execute(
    tx,
  )
}
