import { sql } from 'kysely'
import { attendanceIdSchema, type AttendanceId, type ProjectId, type PersonId, type ServiceId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/day.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { GroupPlan, saveSummary, SessionInput } from './schema.ts'
import { z } from 'zod'
import type { Mark, Phase } from './group-schema.ts'

const columnsOf = (plan: GroupPlan) => ({
  number: plan.number,
  name: plan.name,
  nature: plan.nature,
  community_code: plan.communityCode,
  worker: plan.worker,
  theory: plan.theory,
  goal: plan.goal,
  aims: JSON.stringify(plan.aims),
  criteria: plan.criteria,
  size: plan.size,
  frequency: plan.frequency,
  place: plan.place,
  recruiting: plan.recruiting,
  budget: plan.budget,
  risks: plan.risks,
  evaluation: plan.evaluation,
})

export async function addGroup(tx: Tx, tenantId: TenantId, id: string, projectId: ProjectId, plan: GroupPlan): Promise<void> {
  await tx
    .insertInto('support_group')
    .values({ tenant_id: tenantId, id, project_id: projectId, ...columnsOf(plan) })
    .execute()
}

/** False: somebody has changed it since that version. */
export async function changeGroup(tx: Tx, tenantId: TenantId, id: string, version: number, plan: GroupPlan): Promise<boolean> {
  const done = await tx
    .updateTable('support_group')
    .set({ ...columnsOf(plan), version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Whether a number is another group's in the project. */
export async function isNumberTaken(tx: Tx, tenantId: TenantId, projectId: ProjectId, number: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('support_group')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .where('id', '<>', id)
    .executeTakeFirst()
  return row !== undefined
}

export async function changeSummary(tx: Tx, tenantId: TenantId, summary: z.output<typeof saveSummary.input>): Promise<boolean> {
  const done = await tx
    .updateTable('support_group')
    .set({
      answers: summary.answers,
      satisfied: summary.satisfied,
      achieved: summary.achieved,
      reflection: summary.reflection,
      cost_fen: summary.costFen,
      closed_on: summary.closedOn,
      version: summary.version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', summary.id)
    .where('version', '=', summary.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Adds members who are not in the group yet; answers how many. */
export async function addMembers(
  tx: Tx,
  tenantId: TenantId,
  groupId: string,
  members: readonly { id: string; personId: PersonId }[],
  on: Day | null,
): Promise<number> {
  const { rows } = await sql`
    insert into group_member (tenant_id, id, group_id, person_id, recorded_person_id, written_name, joined_on)
    select ${tenantId}, m.id, ${groupId}, p.id, p.id, p.name, ${on}::date
    from unnest(${members.map(({ id }) => id)}::uuid[], ${members.map(({ personId }) => personId)}::uuid[]) as m (id, person_id)
    join person p on p.tenant_id = ${tenantId} and p.id = m.person_id
    where not exists (select 1 from group_member o where o.tenant_id = ${tenantId} and o.group_id = ${groupId} and o.person_id = p.id)
    returning id`.execute(tx)
  return rows.length
}

export async function setLeft(
  tx: Tx,
  tenantId: TenantId,
  groupId: string,
  memberId: string,
  on: Day | null,
  reason: string,
): Promise<boolean> {
  const done = await tx
    .updateTable('group_member')
    .set({ left_on: on, leave_reason: on === null ? null : reason })
    .where('tenant_id', '=', tenantId)
    .where('group_id', '=', groupId)
    .where('id', '=', memberId)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function saveSession(tx: Tx, tenantId: TenantId, serviceId: ServiceId, groupId: string, input: SessionInput): Promise<void> {
  await sql`insert into group_session (tenant_id, service_id, group_id, ordinal, topic, goal, parts)
    values (${tenantId}, ${serviceId}, ${groupId}, ${input.ordinal}, ${input.topic}, ${input.goal}, ${JSON.stringify(input.parts)}::jsonb)
    on conflict (tenant_id, service_id) do update set ordinal = excluded.ordinal, topic = excluded.topic, goal = excluded.goal, parts = excluded.parts`.execute(
    tx,
  )
}

/** Keeps what the roll says, and the phase that the group is in. */
export async function saveMarks(
  tx: Tx,
  tenantId: TenantId,
  serviceId: ServiceId,
  marks: readonly { memberId: string; mark: Mark }[],
  phase: Phase | null,
): Promise<void> {
  await tx.deleteFrom('group_mark').where('tenant_id', '=', tenantId).where('service_id', '=', serviceId).execute()
  if (marks.length > 0)
    await tx
      .insertInto('group_mark')
      .values(marks.map(({ memberId, mark }) => ({ tenant_id: tenantId, service_id: serviceId, member_id: memberId, mark })))
      .execute()
  if (phase !== null)
    await tx.updateTable('group_session').set({ phase }).where('tenant_id', '=', tenantId).where('service_id', '=', serviceId).execute()
}

export async function saveRecord(tx: Tx, tenantId: TenantId, serviceId: ServiceId, version: number, sealed: Buffer): Promise<boolean> {
  const done = await tx
    .updateTable('group_session')
    .set({ record_sealed: sealed, record_version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', serviceId)
    .where(sql<boolean>`coalesce(record_version, 0) = ${version}`)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Attendances of members at a session, as the ledger has them. */
export async function listAttended(tx: Tx, tenantId: TenantId, serviceId: ServiceId) {
  return tx
    .selectFrom('attendance')
    .select(['id', 'person_id as personId', 'written_name as writtenName'])
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', serviceId)
    .where('part', '=', 'beneficiary')
    .execute()
}

/** Says who a member is of whom only a name was known; the name as it was written, undefined when there is no such member. */
export async function setMember(
  tx: Tx,
  tenantId: TenantId,
  of: { groupId: string; memberId: string },
  personId: PersonId,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`update group_member set person_id = ${personId}, recorded_person_id = ${personId}
    where tenant_id = ${tenantId} and group_id = ${of.groupId} and id = ${of.memberId} and person_id is null returning written_name as name`.execute(
    tx,
  )
  return rows[0]?.name
}

/** Where that name stands on the rolls of a group's sessions. */
export async function listWritten(tx: Tx, tenantId: TenantId, groupId: string, name: string): Promise<AttendanceId[]> {
  const { rows } = await sql`select a.id from attendance a join group_session x on x.tenant_id = a.tenant_id and x.service_id = a.service_id
    where a.tenant_id = ${tenantId} and x.tenant_id = ${tenantId} and x.group_id = ${groupId} and a.person_id is null and a.part = 'beneficiary' and a.written_name = ${name}`.execute(
    tx,
  )
  return rows.map((row) => z.object({ id: attendanceIdSchema }).parse(row).id)
}

/** Whether somebody is a member already. */
export async function isMember(tx: Tx, tenantId: TenantId, groupId: string, personId: PersonId): Promise<boolean> {
  const { rows } =
    await sql`select 1 from group_member where tenant_id = ${tenantId} and group_id = ${groupId} and person_id = ${personId}`.execute(tx)
  return rows.length > 0
}
