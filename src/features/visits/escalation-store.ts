import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import type { AccountId, PersonId, ProjectId, ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { boundTo } from './visit-store.ts'
import { outcomeSchema, stepSchema, type Outcome, type Step } from './visit-schema.ts'

export async function openEscalation(
  tx: Tx,
  tenantId: TenantId,
  of: { id: string; projectId: ProjectId; personId: PersonId; serviceId: ServiceId; on: Day },
): Promise<void> {
  await tx
    .insertInto('visit_escalation')
    .values({
      tenant_id: tenantId,
      id: of.id,
      project_id: of.projectId,
      person_id: of.personId,
      recorded_person_id: of.personId,
      service_id: of.serviceId,
      opened_on: of.on,
    })
    .execute()
}

/** Closes what is open for a person; `said` is sealed. False: nothing was open. */
export async function closeEscalation(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  of: { id: string; on: Day; outcome: Outcome; said: string | null; by: AccountId },
): Promise<boolean> {
  const sealed = of.said === null ? null : sealer.seal(of.said, boundTo(tenantId, 'escalation', of.id, 'closing'))
  const { rows } =
    await sql`update visit_escalation set closed_on = greatest(${of.on}::date, opened_on), closed_at = now(), closed_by = ${of.by}, outcome = ${of.outcome}, closing_sealed = ${sealed}
      where tenant_id = ${tenantId} and id = ${of.id} and closed_on is null returning id`.execute(tx)
  return rows.length === 1
}

export async function addStep(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  of: { id: string; escalationId: string; step: Step; said: string | null; at: Date; by: AccountId },
): Promise<void> {
  await tx
    .insertInto('visit_escalation_step')
    .values({
      tenant_id: tenantId,
      id: of.id,
      escalation_id: of.escalationId,
      step: of.step,
      taken_at: of.at,
      taken_by: of.by,
      said_sealed: of.said === null ? null : sealer.seal(of.said, boundTo(tenantId, 'step', of.id, 'said')),
    })
    .execute()
}

/** The day on which somebody closed the last escalation of a person; what was closed by being seen does not matter. */
export async function findClosedOn(tx: Tx, tenantId: TenantId, projectId: ProjectId, personId: PersonId): Promise<Day | null> {
  const { rows } = await sql`select max(closed_on) as day from visit_escalation
    where tenant_id = ${tenantId} and project_id = ${projectId} and person_id = ${personId} and outcome not in ('seen', 'mistake')`.execute(
    tx,
  )
  return z.object({ day: daySchema.nullable() }).parse(rows[0]).day
}

const escalationSchema = z.object({
  id: z.string(),
  opened_on: daySchema,
  closed_on: daySchema.nullable(),
  outcome: outcomeSchema.nullable(),
  closed_by: z.string().nullable(),
  closing_sealed: z.instanceof(Uint8Array).nullable(),
})
const takenSchema = z.object({
  id: z.string(),
  escalation_id: z.string(),
  step: stepSchema,
  taken_at: z.date(),
  by: z.string().nullable(),
  said_sealed: z.instanceof(Uint8Array).nullable(),
})

/** Everything that was opened because a person was not met, the newest first. Without a sealer, what was said stays shut. */
export async function listEscalations(tx: Tx, tenantId: TenantId, projectId: ProjectId, personId: PersonId, sealer: Sealer | undefined) {
  const found = await sql`
    select e.id, e.opened_on, e.closed_on, e.outcome, e.closing_sealed,
      (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = e.closed_by) as closed_by
    from visit_escalation e where e.tenant_id = ${tenantId} and e.project_id = ${projectId} and e.person_id = ${personId} order by e.opened_at desc`.execute(
    tx,
  )
  const escalations = z.array(escalationSchema).parse(found.rows)
  const taken = await sql`
    select t.id, t.escalation_id, t.step, t.taken_at, t.said_sealed, (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = t.taken_by) as by
    from visit_escalation_step t where t.tenant_id = ${tenantId} and t.escalation_id = any(${escalations.map(({ id }) => id)}::uuid[]) order by t.taken_at`.execute(
    tx,
  )
  const opened = (sealed: Uint8Array | null, what: string, id: string, field: string) =>
    sealed === null || sealer === undefined ? null : sealer.open(sealed, boundTo(tenantId, what, id, field))
  const steps = z.array(takenSchema).parse(taken.rows)
  return escalations.map((one) => ({
    id: one.id,
    openedOn: one.opened_on,
    closedOn: one.closed_on,
    outcome: one.outcome,
    closedBy: one.closed_by,
    said: opened(one.closing_sealed, 'escalation', one.id, 'closing'),
    steps: steps
      .filter((step) => step.escalation_id === one.id)
      .map((step) => ({
        step: step.step,
        at: step.taken_at.toISOString(),
        by: step.by,
        said: opened(step.said_sealed, 'step', step.id, 'said'),
      })),
  }))
}
