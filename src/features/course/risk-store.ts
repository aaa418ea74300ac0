import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { projectIdSchema, type AccountId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { riskStateSchema, type Risk, type RiskState } from './risk-schema.ts'

const rowSchema = z.object({
  id: z.uuid(),
  projectId: projectIdSchema,
  title: z.string(),
  likelihood: z.int(),
  impact: z.int(),
  measure: z.string(),
  owner: z.string(),
  state: riskStateSchema,
  recordedBy: z.string().nullable(),
  recordedOn: daySchema,
  version: z.int(),
})

async function read(tx: Tx, tenantId: TenantId, where: RawBuilder<unknown>) {
  const { rows } =
    await sql`select r.id, r.project_id as "projectId", r.title, r.likelihood, r.impact, r.measure, r.owner, r.state, r.version,
      r.recorded_on as "recordedOn", (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = r.recorded_by) as "recordedBy"
    from project_risk r where r.tenant_id = ${tenantId} and ${where}
    order by r.state = 'closed', r.likelihood * r.impact desc, r.recorded_on desc, r.id`.execute(tx)
  return z.array(rowSchema).parse(rows)
}

/** A project's risks: those that are over last, the gravest first. */
export const listRisks = (tx: Tx, tenantId: TenantId, projectId: ProjectId) => read(tx, tenantId, sql`r.project_id = ${projectId}`)

export const findRisk = async (tx: Tx, tenantId: TenantId, id: string) => (await read(tx, tenantId, sql`r.id = ${id}`))[0]

type Written = Pick<Risk, 'title' | 'likelihood' | 'impact' | 'measure' | 'owner'>

export async function addRisk(
  tx: Tx,
  tenantId: TenantId,
  of: { id: string; projectId: ProjectId; by: AccountId; on: Day },
  risk: Written,
): Promise<void> {
  await tx
    .insertInto('project_risk')
    .values({
      tenant_id: tenantId,
      id: of.id,
      project_id: of.projectId,
      title: risk.title,
      likelihood: risk.likelihood,
      impact: risk.impact,
      measure: risk.measure,
      owner: risk.owner,
      state: 'open',
      recorded_by: of.by,
      recorded_on: of.on,
    })
    .execute()
}

/** Whether it stood at this version. */
export async function changeRisk(
  tx: Tx,
  tenantId: TenantId,
  of: { id: string; version: number },
  change: Written | { state: RiskState },
): Promise<boolean> {
  const columns =
    'state' in change
      ? { state: change.state }
      : { title: change.title, likelihood: change.likelihood, impact: change.impact, measure: change.measure, owner: change.owner }
  const changed = await tx
    .updateTable('project_risk')
    .set({ ...columns, version: of.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
