import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { accountIdSchema, projectIdSchema, type AccountId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { changeStateSchema, whatSchema, type ChangeState, type What } from './change-schema.ts'

const rowSchema = z.object({
  id: z.uuid(),
  projectId: projectIdSchema,
  number: z.int(),
  what: whatSchema,
  earlier: whatSchema.nullable(),
  reason: z.string(),
  state: changeStateSchema,
  reversesId: z.uuid().nullable(),
  reverses: z.int().nullable(),
  reversed: z.enum(['asked', 'approved']).nullable(),
  askedById: accountIdSchema,
  askedBy: z.string().nullable(),
  askedAt: z.date(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decidedReason: z.string().nullable(),
  basis: z.string().nullable(),
  version: z.int(),
})
export type ChangeRow = z.infer<typeof rowSchema>

async function read(tx: Tx, tenantId: TenantId, where: RawBuilder<unknown>): Promise<ChangeRow[]> {
  const { rows } =
    await sql`select c.id, c.project_id as "projectId", c.number, c.what, c.earlier, c.reason, c.state, c.reverses_id as "reversesId",
      (select r.number from project_change r where r.tenant_id = ${tenantId} and r.id = c.reverses_id) as reverses,
      (select r.state from project_change r where r.tenant_id = ${tenantId} and r.reverses_id = c.id and r.state in ('asked', 'approved') limit 1) as reversed,
      c.asked_by as "askedById", c.asked_at as "askedAt", c.decided_at as "decidedAt", c.decided_reason as "decidedReason", c.basis, c.version,
      (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = c.asked_by) as "askedBy",
      (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = c.decided_by) as "decidedBy"
    from project_change c where c.tenant_id = ${tenantId} and ${where} order by c.state = 'asked' desc, c.number desc`.execute(tx)
  return z.array(rowSchema).parse(rows)
}

/** A project's changes: those that wait first, then the latest. */
export const listChanges = (tx: Tx, tenantId: TenantId, projectId: ProjectId) => read(tx, tenantId, sql`c.project_id = ${projectId}`)

export const findChange = async (tx: Tx, tenantId: TenantId, id: string) => (await read(tx, tenantId, sql`c.id = ${id}`))[0]

/** Holds a project until the transaction ends: what is decided is decided one after the other. */
export async function lockProject(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<void> {
  await sql`select 1 from project p where p.tenant_id = ${tenantId} and p.id = ${projectId} for update`.execute(tx)
}

type NewChange = { id: string; projectId: ProjectId; what: What; reason: string; reversesId: string | null }

/** Writes a change down under the project's next number. */
export async function addChange(tx: Tx, tenantId: TenantId, change: NewChange, by: AccountId): Promise<void> {
  await sql`insert into project_change (tenant_id, id, project_id, number, what, reason, state, reverses_id, asked_by)
    select ${tenantId}, ${change.id}, ${change.projectId}, coalesce(max(c.number), 0) + 1, ${JSON.stringify(change.what)}::jsonb, ${change.reason}, 'asked',
      ${change.reversesId}::uuid, ${by} from project_change c where c.tenant_id = ${tenantId} and c.project_id = ${change.projectId}`.execute(
    tx,
  )
}

type Decision = {
  readonly state: Exclude<ChangeState, 'asked'>
  readonly by: AccountId | null
  readonly reason: string
  readonly basis: string | null
  readonly earlier: What | null
}

/** Whether it stood at this version. */
export async function decideChange(tx: Tx, tenantId: TenantId, of: { id: string; version: number }, decision: Decision): Promise<boolean> {
  const { rows } = await sql`update project_change set state = ${decision.state}, decided_by = ${decision.by}, decided_at = now(),
      decided_reason = ${decision.reason}, basis = ${decision.basis}, version = version + 1,
      earlier = ${decision.earlier === null ? null : JSON.stringify(decision.earlier)}::jsonb
    where tenant_id = ${tenantId} and id = ${of.id} and version = ${of.version} and state = 'asked' returning 1`.execute(tx)
  return rows.length === 1
}

/** Moves money between two lines of a budget. */
export async function moveMoney(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  what: Extract<What, { kind: 'transfer' }>,
): Promise<void> {
  await sql`update budget_line set amount_fen = amount_fen + case when id = ${what.toId} then ${what.amountFen}::bigint else -${what.amountFen}::bigint end
    where tenant_id = ${tenantId} and project_id = ${projectId} and id in (${what.fromId}, ${what.toId})`.execute(tx)
}

export async function setTarget(tx: Tx, tenantId: TenantId, projectId: ProjectId, what: Extract<What, { kind: 'target' }>): Promise<void> {
  await sql`update target set value = ${what.value} where tenant_id = ${tenantId} and project_id = ${projectId} and id = ${what.targetId}`.execute(
    tx,
  )
}

export async function setPeriod(tx: Tx, tenantId: TenantId, projectId: ProjectId, what: Extract<What, { kind: 'period' }>): Promise<void> {
  await sql`update project set starts_on = ${what.startsOn}, ends_on = ${what.endsOn} where tenant_id = ${tenantId} and id = ${projectId}`.execute(
    tx,
  )
}

/** Whoever has the project open is told that it is otherwise now. */
export async function touchProject(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<void> {
  await sql`update project set version = version + 1 where tenant_id = ${tenantId} and id = ${projectId}`.execute(tx)
}
