import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, type AccountId, type DivisionCode, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { runRowSchema, unmetSchema } from './match-schema.ts'

const rowSchema = z.object({
  id: z.uuid(),
  community_code: divisionCodeSchema.nullable(),
  per_volunteer: z.int(),
  as_of: daySchema,
  objective: z.number(),
  bound: z.number(),
  needs: z.int(),
  millis: z.int(),
  rows: z.array(runRowSchema),
  unmet: z.array(unmetSchema),
  created_at: z.date(),
  created_by: z.string().nullable(),
})
export type RunRecord = z.infer<typeof rowSchema>

type NewRun = {
  id: string
  projectId: ProjectId
  communityCode: DivisionCode | null
  perVolunteer: number
  asOf: Day
  worth: number
  bound: number
  needs: number
  millis: number
  rows: z.infer<typeof runRowSchema>[]
  unmet: z.infer<typeof unmetSchema>[]
  by: AccountId
}

export async function addRun(tx: Tx, tenantId: TenantId, run: NewRun): Promise<void> {
  await sql`insert into linkage_run (tenant_id, id, project_id, community_code, per_volunteer, as_of, objective, bound, needs, millis, rows, unmet, created_by)
    values (${tenantId}, ${run.id}, ${run.projectId}, ${run.communityCode}, ${run.perVolunteer}, ${run.asOf}, ${run.worth}, ${run.bound}, ${run.needs}, ${run.millis},
      ${JSON.stringify(run.rows)}::jsonb, ${JSON.stringify(run.unmet)}::jsonb, ${run.by})`.execute(tx)
}

/** The latest assignment of a project, or of one of its communities. */
export async function findRun(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  communityCode: DivisionCode | null,
): Promise<RunRecord | undefined> {
  const { rows } =
    await sql`select u.id, u.community_code, u.per_volunteer, u.as_of, u.objective, u.bound, u.needs, u.millis, u.rows, u.unmet, u.created_at,
      (select a.display_name from account a where a.tenant_id = u.tenant_id and a.id = u.created_by) as created_by
    from linkage_run u where u.tenant_id = ${tenantId} and u.project_id = ${projectId} and u.community_code is not distinct from ${communityCode}::text
    order by u.created_at desc, u.id desc limit 1`.execute(tx)
  return rows[0] === undefined ? undefined : rowSchema.parse(rows[0])
}

/** Pairs that are asked or further, as `need/giver`. */
export async function listAsked(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<Set<string>> {
  const { rows } = await sql<{ pair: string }>`select linkage_need_id || '/' || coalesce(resource_id, volunteer_id) as pair from linkage
    where tenant_id = ${tenantId} and project_id = ${projectId} and state not in ('refused', 'withdrawn')`.execute(tx)
  return new Set(rows.map(({ pair }) => pair))
}
