import { sql } from 'kysely'
import type { AccountId, DivisionCode, ProjectId, ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Act, Content, ProgrammeState } from './schema.ts'

/** Holds a community's place in the project until the transaction ends: of two who begin a programme there, one waits. */
export async function holdCommunity(tx: Tx, tenantId: TenantId, projectId: ProjectId, communityCode: DivisionCode): Promise<boolean> {
  const { rows } = await sql`select 1 from project_community c
    where c.tenant_id = ${tenantId} and c.project_id = ${projectId} and c.community_code = ${communityCode} for update`.execute(tx)
  return rows.length > 0
}

export async function addProgramme(
  tx: Tx,
  tenantId: TenantId,
  one: { id: string; projectId: ProjectId; communityCode: DivisionCode; copiedFrom: string | null },
): Promise<void> {
  await tx
    .insertInto('programme')
    .values({
      tenant_id: tenantId,
      id: one.id,
      project_id: one.projectId,
      community_code: one.communityCode,
      state: 'draft',
      copied_from: one.copiedFrom,
    })
    .execute()
}

/** Takes the next version and the state that it has. False when somebody else took it. */
export async function takeVersion(tx: Tx, tenantId: TenantId, id: string, version: number, state: ProgrammeState): Promise<boolean> {
  const taken = await tx
    .updateTable('programme')
    .set({ version: version + 1, state })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

export async function addVersion(
  tx: Tx,
  tenantId: TenantId,
  one: { programmeId: string; version: number; act: Act; content: Content; reason: string | null; by: AccountId },
): Promise<void> {
  await tx
    .insertInto('programme_version')
    .values({
      tenant_id: tenantId,
      programme_id: one.programmeId,
      version: one.version,
      act: one.act,
      content: JSON.stringify(one.content),
      reason: one.reason,
      made_by: one.by,
    })
    .execute()
}

/** What a community's programme is called now, and for whom; nothing once it has ended. */
export async function nameInCommunity(
  tx: Tx,
  tenantId: TenantId,
  at: { projectId: ProjectId; communityCode: DivisionCode },
  named: { name: string; forWhom: string | null } | undefined,
): Promise<void> {
  await tx
    .updateTable('project_community')
    .set({ programme_name: named?.name ?? null, programme_for: named?.forWhom ?? null })
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', at.projectId)
    .where('community_code', '=', at.communityCode)
    .execute()
}

/** How many of them did not belong to it before. One that was taken off is put back. */
export async function addServices(
  tx: Tx,
  tenantId: TenantId,
  id: string,
  serviceIds: readonly ServiceId[],
  by: AccountId,
): Promise<number> {
  const { rows } = await sql`insert into programme_service as b (tenant_id, programme_id, service_id, added_by)
    select ${tenantId}, ${id}, t.id, ${by} from unnest(${[...new Set(serviceIds)]}::uuid[]) as t (id)
    on conflict (tenant_id, programme_id, service_id) do update
      set added_by = excluded.added_by, added_at = now(), removed_by = null, removed_at = null, removed_reason = null
      where b.removed_at is not null
    returning 1`.execute(tx)
  return rows.length
}

/** Whether it belonged to it. */
export async function removeService(
  tx: Tx,
  tenantId: TenantId,
  id: string,
  one: { serviceId: ServiceId; reason: string; by: AccountId; now: Date },
): Promise<boolean> {
  const removed = await tx
    .updateTable('programme_service')
    .set({ removed_at: one.now, removed_by: one.by, removed_reason: one.reason })
    .where('tenant_id', '=', tenantId)
    .where('programme_id', '=', id)
    .where('service_id', '=', one.serviceId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return removed.numUpdatedRows === 1n
}

export async function addMark(
  tx: Tx,
  tenantId: TenantId,
  one: { id: string; programmeId: string; sealed: Buffer; by: AccountId },
): Promise<void> {
  await tx
    .insertInto('programme_mark')
    .values({ tenant_id: tenantId, id: one.id, programme_id: one.programmeId, sealed: one.sealed, added_by: one.by })
    .execute()
}
