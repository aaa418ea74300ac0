import { sql } from 'kysely'
import type { AccountId, PersonId, ProjectId, ServiceId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/day.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import type { RiskContact, RiskProtocol } from './scale-schema.ts'
import { boundEarlier, boundFollowUp, boundProtocol, boundSheet, type Earlier, type Sheet } from './store.ts'

type Standing = { score: number | null; band: string | null; phase: string; occasion: string | null; day: Day | null }

export type NewAssessment = Standing & {
  id: string
  projectId: ProjectId
  personId: PersonId
  scale: string
  scaleVersion: string
  communityCode: string | null
  serviceId: ServiceId | null
  sheet: Sheet
  by: AccountId
}

export async function addAssessment(tx: Tx, tenantId: TenantId, sealer: Sealer, made: NewAssessment): Promise<void> {
  await sql`insert into assessment (tenant_id, id, project_id, person_id, recorded_person_id, occasion, phase, scale, scale_version, score, band, day,
      community_code, sheet_sealed, assessed_by, service_id)
    values (${tenantId}, ${made.id}, ${made.projectId}, ${made.personId}, ${made.personId}, ${made.occasion}, ${made.phase}, ${made.scale}, ${made.scaleVersion},
      ${made.score}, ${made.band}, ${made.day}, ${made.communityCode}, ${sealer.seal(JSON.stringify(made.sheet), boundSheet(tenantId, made.id))},
      ${made.by}, ${made.serviceId})`.execute(tx)
}

/** Whether it stood at this version. `sheet` stays what it is where it is not given. */
export async function changeAssessment(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  of: { id: string; version: number },
  next: Standing & { sheet?: Sheet },
): Promise<boolean> {
  const sheet = next.sheet === undefined ? null : sealer.seal(JSON.stringify(next.sheet), boundSheet(tenantId, of.id))
  const { rows } =
    await sql`update assessment set score = ${next.score}, band = ${next.band}, phase = ${next.phase}, occasion = ${next.occasion},
      day = ${next.day}::date, sheet_sealed = coalesce(${sheet}::bytea, sheet_sealed), version = version + 1
    where tenant_id = ${tenantId} and id = ${of.id} and version = ${of.version} and withdrawn_at is null returning id`.execute(tx)
  return rows.length === 1
}

/**
 * Takes a record out of all figures and trends, or back in: without its score nothing counts it. Whether it stood at this
 * version.
 */
export async function setWithdrawn(
  tx: Tx,
  tenantId: TenantId,
  of: { id: string; version: number },
  to: { withdrawn: boolean; reason: string; by: AccountId; score: number | null; band: string | null },
): Promise<boolean> {
  const { rows } = await sql`update assessment set score = ${to.score}, band = ${to.band}, version = version + 1,
      withdrawn_at = ${to.withdrawn ? sql`now()` : sql`null`}, withdrawn_by = ${to.withdrawn ? to.by : null}::uuid,
      withdrawn_reason = ${to.withdrawn ? to.reason : null}::text
    where tenant_id = ${tenantId} and id = ${of.id} and version = ${of.version} and (withdrawn_at is not null) <> ${to.withdrawn} returning id`.execute(
    tx,
  )
  return rows.length === 1
}

export async function keepEarlier(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  of: { id: string; version: number; reason: string; by: AccountId },
  earlier: Earlier,
): Promise<void> {
  await sql`insert into assessment_version (tenant_id, assessment_id, version, earlier_sealed, reason, changed_by)
    values (${tenantId}, ${of.id}, ${of.version}, ${sealer.seal(JSON.stringify(earlier), boundEarlier(tenantId, of.id, of.version))}, ${of.reason}, ${of.by})`.execute(
    tx,
  )
}

export async function saveProtocol(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  id: string,
  protocol: RiskProtocol,
  by: AccountId,
): Promise<void> {
  const sealed = sealer.seal(JSON.stringify(protocol), boundProtocol(tenantId, id))
  await sql`insert into risk_protocol (tenant_id, assessment_id, protocol_sealed, next_contact_on, written_by)
    values (${tenantId}, ${id}, ${sealed}, ${protocol.nextContactOn}, ${by})
    on conflict (tenant_id, assessment_id) do update set protocol_sealed = excluded.protocol_sealed, next_contact_on = excluded.next_contact_on,
      written_by = excluded.written_by, written_at = now()`.execute(tx)
}

export async function addFollowUp(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  one: { id: string; assessmentId: string; contactedOn: Day; nextContactOn: Day | null; content: RiskContact; by: AccountId },
): Promise<void> {
  const sealed = sealer.seal(JSON.stringify(one.content), boundFollowUp(tenantId, one.id))
  await sql`insert into risk_follow_up (tenant_id, id, assessment_id, contacted_on, next_contact_on, content_sealed, written_by)
    values (${tenantId}, ${one.id}, ${one.assessmentId}, ${one.contactedOn}, ${one.nextContactOn}, ${sealed}, ${one.by})`.execute(tx)
}

/** Whether the text stood at this version; 0 when there was none. */
export async function addText(
  tx: Tx,
  tenantId: TenantId,
  text: { scale: string; version: number; permission: string; items: object; options: object },
  by: AccountId,
): Promise<boolean> {
  const { rows } = await sql`insert into scale_text (tenant_id, scale, version, permission, items, options, changed_by)
    select ${tenantId}, ${text.scale}, ${text.version + 1}, ${text.permission}, ${JSON.stringify(text.items)}::jsonb, ${JSON.stringify(text.options)}::jsonb, ${by}
    where coalesce((select max(version) from scale_text where tenant_id = ${tenantId} and scale = ${text.scale}), 0) = ${text.version}
    on conflict do nothing returning version`.execute(tx)
  return rows.length === 1
}
