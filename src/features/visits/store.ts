import { sql } from 'kysely'
import { v7 } from 'uuid'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { projectIdSchema, type AccountId, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { defaultSettings, tierSchema, visitSettingsSchema, type Tier, type VisitSettings } from './visit-schema.ts'

/** A project's settings; version 0 where nobody has changed what the product begins with. */
export async function getSettings(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<{ settings: VisitSettings; version: number }> {
  const row = await tx
    .selectFrom('visit_setting')
    .select(['settings', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  return row === undefined
    ? { settings: defaultSettings, version: 0 }
    : { settings: visitSettingsSchema.parse(row.settings), version: row.version }
}

/** False: somebody has changed them since that version. */
export async function saveSettings(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  version: number,
  settings: VisitSettings,
  by: AccountId,
): Promise<boolean> {
  const written = JSON.stringify(settings)
  const { rows } =
    version === 0
      ? await sql`insert into visit_setting (tenant_id, project_id, settings, changed_by) values (${tenantId}, ${projectId}, ${written}::jsonb, ${by})
          on conflict do nothing returning version`.execute(tx)
      : await sql`update visit_setting set settings = ${written}::jsonb, version = version + 1, changed_by = ${by}, changed_at = now()
          where tenant_id = ${tenantId} and project_id = ${projectId} and version = ${version} returning version`.execute(tx)
  return rows.length === 1
}

export async function addDecision(
  tx: Tx,
  tenantId: TenantId,
  decision: {
    id: string
    projectId: ProjectId
    personId: PersonId
    tier: Tier
    suggested: Tier
    reason: string
    decidedOn: Day
    reviewOn: Day | null
    by: AccountId
  },
): Promise<void> {
  await tx
    .insertInto('risk_tier')
    .values({
      tenant_id: tenantId,
      id: decision.id,
      project_id: decision.projectId,
      person_id: decision.personId,
      recorded_person_id: decision.personId,
      tier: decision.tier,
      suggested: decision.suggested,
      reason: decision.reason,
      decided_on: decision.decidedOn,
      review_on: decision.reviewOn,
      decided_by: decision.by,
    })
    .execute()
}

/** False: there is no such decision that stands. */
export async function withdrawDecision(
  tx: Tx,
  tenantId: TenantId,
  of: { id: string; projectId: ProjectId; personId: PersonId; reason: string; by: AccountId },
): Promise<boolean> {
  const { rows } = await sql`update risk_tier set withdrawn_at = now(), withdrawn_reason = ${of.reason}, withdrawn_by = ${of.by}
      where tenant_id = ${tenantId} and id = ${of.id} and project_id = ${of.projectId} and person_id = ${of.personId} and withdrawn_at is null returning id`.execute(
    tx,
  )
  return rows.length === 1
}

const decisionSchema = z.object({
  id: z.string(),
  tier: tierSchema,
  suggested: tierSchema,
  reason: z.string(),
  decidedOn: daySchema,
  decidedBy: z.string().nullable(),
  reviewOn: daySchema.nullable(),
  withdrawnReason: z.string().nullable(),
})

/** What was decided of a person's tier in a project, the newest first. */
export async function listDecisions(tx: Tx, tenantId: TenantId, projectId: ProjectId, personId: PersonId) {
  const { rows } = await sql`
    select t.id, t.tier, t.suggested, t.reason, t.decided_on as "decidedOn", t.review_on as "reviewOn", t.withdrawn_reason as "withdrawnReason",
      (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = t.decided_by) as "decidedBy"
    from risk_tier t where t.tenant_id = ${tenantId} and t.project_id = ${projectId} and t.person_id = ${personId} order by t.decided_at desc`.execute(
    tx,
  )
  return z.array(decisionSchema).parse(rows)
}

/** Says who looks after these people from now on; null: nobody. */
export async function assign(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  personIds: readonly PersonId[],
  worker: string | null,
  by: AccountId,
): Promise<void> {
  await tx
    .insertInto('visit_charge')
    .values(
      personIds.map((personId) => ({
        tenant_id: tenantId,
        id: v7(),
        project_id: projectId,
        person_id: personId,
        recorded_person_id: personId,
        worker,
        assigned_by: by,
      })),
    )
    .execute()
}

/** Names of those who may look after somebody in a project: they hold a role there that works with people. */
export async function listWorkers(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct a.display_name as name from account a join role_grant g on g.tenant_id = a.tenant_id and g.account_id = a.id
    where a.tenant_id = ${tenantId} and g.tenant_id = ${tenantId} and g.project_id = ${projectId} and g.ended_at is null
      and g.role in ('socialWorker', 'counsellor', 'supervisor') order by 1`.execute(tx)
  return rows.map(({ name }) => name)
}

/** Those of the people who exist in this tenant at all. */
export async function countPeople(tx: Tx, tenantId: TenantId, ids: readonly PersonId[]): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from person where tenant_id = ${tenantId} and id = any(${ids}::uuid[])`.execute(tx)
  return rows[0]?.n ?? 0
}

const escalationSchema = z.object({ id: z.string(), project_id: projectIdSchema, person_id: z.string(), closed_on: daySchema.nullable() })

export async function findEscalation(tx: Tx, tenantId: TenantId, id: string) {
  const { rows } =
    await sql`select id, project_id, person_id, closed_on from visit_escalation where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
  return rows[0] === undefined ? undefined : escalationSchema.parse(rows[0])
}
