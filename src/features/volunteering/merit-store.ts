import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import type { AccountId, PersonId, ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { meritKindSchema, type KeptMerit, type Merit } from './merit-schema.ts'

const rowSchema = z.object({
  id: z.string(),
  kind: meritKindSchema,
  title: z.string(),
  content: z.string().nullable(),
  minutes: z.number().nullable(),
  given_by: z.string().nullable(),
  day: daySchema,
  version: z.number(),
  removed_reason: z.string().nullable(),
  reason: z.string().nullable(),
  replaced_at: z.date().nullable(),
  replaced_by: z.string().nullable(),
})

/** All that a volunteer's record has, the newest first and what was taken out last. */
export async function listMerits(tx: Tx, tenantId: TenantId, projectId: ProjectId, personId: PersonId): Promise<KeptMerit[]> {
  const { rows } = await sql`select m.id, m.kind, m.title, m.content, m.minutes, m.given_by, m.day, m.version, m.removed_reason,
      c.reason, c.replaced_at, c.replaced_by
    from volunteer_merit m left join lateral (
      select v.reason, v.replaced_at, a.display_name as replaced_by from volunteer_merit_version v
      left join account a on a.tenant_id = ${tenantId} and a.id = v.replaced_by
      where v.tenant_id = ${tenantId} and v.merit_id = m.id order by v.version desc limit 1) c on true
    where m.tenant_id = ${tenantId} and m.project_id = ${projectId} and m.person_id = ${personId}
    order by m.removed_at is not null, m.day desc, m.id`.execute(tx)
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      content: row.content,
      minutes: row.minutes,
      givenBy: row.given_by,
      day: row.day,
      version: row.version,
      removedReason: row.removed_reason,
      change:
        row.reason === null || row.replaced_at === null
          ? null
          : { reason: row.reason, at: row.replaced_at.toISOString(), by: row.replaced_by },
    }))
}

const columnsOf = (merit: Merit) => ({
  kind: merit.kind,
  title: merit.title,
  content: merit.content,
  minutes: merit.minutes,
  given_by: merit.givenBy,
  day: merit.day,
})

type Whose = { readonly projectId: ProjectId; readonly personId: PersonId }
type Change = { readonly id: string; readonly version: number; readonly reason: string; readonly by: AccountId }

/** Whether there was none of this id. */
export async function addMerit(tx: Tx, tenantId: TenantId, { projectId, personId }: Whose, merit: Merit): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('volunteer_merit')
    .values({
      tenant_id: tenantId,
      id: merit.id,
      project_id: projectId,
      person_id: personId,
      recorded_person_id: personId,
      ...columnsOf(merit),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function isMeritOf(tx: Tx, tenantId: TenantId, { projectId, personId }: Whose, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from volunteer_merit
    where tenant_id = ${tenantId} and id = ${id} and project_id = ${projectId} and person_id = ${personId}`.execute(tx)
  return rows.length === 1
}

/** Keeps it as it is before a change; false when somebody else has changed it meanwhile. */
async function keepMerit(tx: Tx, tenantId: TenantId, { id, version, reason, by }: Change): Promise<boolean> {
  const { rows } = await sql`with kept as (
      update volunteer_merit set version = version + 1 where tenant_id = ${tenantId} and id = ${id} and version = ${version} returning id)
    insert into volunteer_merit_version (tenant_id, merit_id, version, merit, reason, replaced_by)
    select ${tenantId}, m.id, ${version}, jsonb_build_object('kind', m.kind, 'title', m.title, 'content', m.content, 'minutes', m.minutes,
      'givenBy', m.given_by, 'day', m.day, 'removedReason', m.removed_reason), ${reason}, ${by}
    from volunteer_merit m join kept on kept.id = m.id where m.tenant_id = ${tenantId} returning merit_id`.execute(tx)
  return rows.length === 1
}

/** Corrects it, and brings it back when it was taken out. */
export async function changeMerit(tx: Tx, tenantId: TenantId, change: Change, merit: Merit): Promise<boolean> {
  if (!(await keepMerit(tx, tenantId, change))) return false
  await tx
    .updateTable('volunteer_merit')
    .set({ ...columnsOf(merit), removed_at: null, removed_reason: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', change.id)
    .execute()
  return true
}

export async function removeMerit(tx: Tx, tenantId: TenantId, change: Change): Promise<boolean> {
  if (!(await keepMerit(tx, tenantId, change))) return false
  await tx
    .updateTable('volunteer_merit')
    .set({ removed_at: sql`now()`, removed_reason: change.reason })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', change.id)
    .execute()
  return true
}
