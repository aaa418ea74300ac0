import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { organisationIdSchema, type AccountId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { planStateSchema, type PlanFile, type PlanRow } from './plan-schema.ts'

const rowSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  goal: z.string().nullable(),
  lead_id: organisationIdSchema.nullable(),
  lead: z.string().nullable(),
  partners: z.string().nullable(),
  budget_fen: z.coerce.number().nullable(),
  starts_on: daySchema.nullable(),
  ends_on: daySchema.nullable(),
  state: planStateSchema,
  state_reason: z.string().nullable(),
  need_ids: z.array(z.uuid()),
  needs_met: z.int(),
  links: z.int(),
})

/** The projects of a project's third list, those under way first. */
export async function listPlanRows(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<PlanRow[]> {
  const { rows } = await sql`select l.*, (select o.name from organisation o where o.tenant_id = l.tenant_id and o.id = l.lead_id) as lead,
      array(select n.id from linkage_need n where n.tenant_id = l.tenant_id and n.plan_id = l.id order by n.id) as need_ids,
      (select count(*)::int from linkage_need n where n.tenant_id = l.tenant_id and n.plan_id = l.id and n.state = 'met') as needs_met,
      (select count(*)::int from linkage k join linkage_need n on n.tenant_id = k.tenant_id and n.id = k.linkage_need_id
        where k.tenant_id = l.tenant_id and n.plan_id = l.id and k.state in ('done', 'confirmed', 'closed')) as links
    from linkage_plan l where l.tenant_id = ${tenantId} and l.project_id = ${projectId}
    order by l.state <> 'open', l.starts_on nulls last, l.title, l.id`.execute(tx)
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => ({
      id: row.id,
      version: row.version,
      title: row.title,
      goal: row.goal,
      leadId: row.lead_id,
      lead: row.lead,
      partners: row.partners,
      budgetFen: row.budget_fen,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      state: row.state,
      stateReason: row.state_reason,
      needIds: row.need_ids,
      needs: row.need_ids.length,
      needsMet: row.needs_met,
      links: row.links,
    }))
}

const columnsOf = (file: PlanFile) => ({
  title: file.title,
  goal: file.goal,
  lead_id: file.leadId,
  partners: file.partners,
  budget_fen: file.budgetFen,
  starts_on: file.startsOn,
  ends_on: file.endsOn,
  state: file.state,
  state_reason: file.stateReason,
})

export async function addPlan(
  tx: Tx,
  tenantId: TenantId,
  of: { id: string; projectId: ProjectId; by: AccountId },
  file: PlanFile,
): Promise<void> {
  await tx
    .insertInto('linkage_plan')
    .values({ tenant_id: tenantId, id: of.id, project_id: of.projectId, created_by: of.by, ...columnsOf(file) })
    .execute()
}

/** Whether there was such a one of this project at this version. */
export async function changePlan(
  tx: Tx,
  tenantId: TenantId,
  of: { id: string; projectId: ProjectId; version: number },
  file: PlanFile,
): Promise<boolean> {
  const changed = await tx
    .updateTable('linkage_plan')
    .set({ ...columnsOf(file), version: of.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', of.id)
    .where('project_id', '=', of.projectId)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Makes the needs that it takes up be these, of its project. */
export async function setNeedsOfPlan(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  id: string,
  needIds: readonly string[],
): Promise<void> {
  await sql`update linkage_need set plan_id = null where tenant_id = ${tenantId} and plan_id = ${id} and id <> all(${needIds}::uuid[])`.execute(
    tx,
  )
  await sql`update linkage_need set plan_id = ${id} where tenant_id = ${tenantId} and project_id = ${projectId} and id = any(${needIds}::uuid[])`.execute(
    tx,
  )
}
