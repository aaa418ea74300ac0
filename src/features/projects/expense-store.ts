import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { accountIdSchema, projectIdSchema, serviceIdSchema, type AccountId, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { paidBySchema, spentForSchema, type Expense } from './expense-schema.ts'

const rowSchema = z.object({
  id: z.uuid(),
  projectId: projectIdSchema,
  budgetLineId: z.uuid().nullable(),
  voucher: z.string().nullable(),
  spentOn: daySchema,
  amountFen: z.number(),
  purpose: z.string().nullable(),
  invoice: z.string().nullable(),
  payee: z.string().nullable(),
  paidBy: paidBySchema.nullable(),
  handledBy: z.string().nullable(),
  serviceId: serviceIdSchema.nullable(),
  service: spentForSchema.nullable(),
  version: z.int(),
  recordedBy: accountIdSchema.nullable(),
  voidedAt: z.date().nullable(),
  voidedReason: z.string().nullable(),
})
export type ExpenseRow = z.infer<typeof rowSchema>

const columns = sql`e.id, e.project_id as "projectId", e.budget_line_id as "budgetLineId", e.voucher, e.spent_on as "spentOn", e.amount_fen as "amountFen",
  e.purpose, e.invoice, e.payee, e.paid_by as "paidBy", e.handled_by as "handledBy", e.version, e.recorded_by as "recordedBy",
  e.voided_at as "voidedAt", e.voided_reason as "voidedReason", e.service_id as "serviceId",
  case when s.id is null then null else jsonb_build_object('id', s.id, 'kind', s.kind, 'title', s.title, 'day', s.day) end as service`

const expenses = (tenantId: TenantId) => sql`expense e left join service s on s.tenant_id = ${tenantId} and s.id = e.service_id`

/** A project's expenses in the order of their days, voided ones among them. */
export async function listExpenses(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<ExpenseRow[]> {
  const { rows } = await sql`select ${columns} from ${expenses(tenantId)} where e.tenant_id = ${tenantId} and e.project_id = ${projectId}
    order by e.spent_on, e.voucher, e.id`.execute(tx)
  return z.array(rowSchema).parse(rows)
}

export async function findExpense(tx: Tx, tenantId: TenantId, id: string): Promise<ExpenseRow | undefined> {
  const { rows } = await sql`select ${columns} from ${expenses(tenantId)} where e.tenant_id = ${tenantId} and e.id = ${id}`.execute(tx)
  return z.array(rowSchema).parse(rows)[0]
}

/** Holds an expense until the transaction ends: of two who sign or change it at once, the second sees what the first did. */
export async function lockExpense(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
  await sql`select 1 from expense e where e.tenant_id = ${tenantId} and e.id = ${id} for update`.execute(tx)
}

const columnsOf = (expense: Expense) => ({
  budget_line_id: expense.budgetLineId,
  voucher: expense.voucher,
  spent_on: expense.spentOn,
  amount_fen: expense.amountFen,
  purpose: expense.purpose,
  invoice: expense.invoice,
  payee: expense.payee,
  paid_by: expense.paidBy,
  handled_by: expense.handledBy,
  service_id: expense.serviceId,
})

export async function addExpense(tx: Tx, tenantId: TenantId, projectId: ProjectId, expense: Expense, by: AccountId): Promise<void> {
  await tx
    .insertInto('expense')
    .values({ tenant_id: tenantId, id: expense.id, project_id: projectId, recorded_by: by, ...columnsOf(expense) })
    .execute()
}

type Of = { readonly id: string; readonly version: number }

async function change(tx: Tx, tenantId: TenantId, of: Of, columns: Parameters<typeof setOf>[0]): Promise<boolean> {
  const changed = await tx
    .updateTable('expense')
    .set({ ...setOf(columns), version: of.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

const setOf = (
  columns: Partial<ReturnType<typeof columnsOf>> & { voided_at?: Date | null; voided_by?: AccountId | null; voided_reason?: string | null },
) => columns

/** Whether it stood at this version. */
export const changeExpense = (tx: Tx, tenantId: TenantId, expense: Expense, version: number): Promise<boolean> =>
  change(tx, tenantId, { id: expense.id, version }, columnsOf(expense))

/** Whether it stood at this version. */
export const voidExpense = (tx: Tx, tenantId: TenantId, of: Of, how: { reason: string; by: AccountId; at: Date }): Promise<boolean> =>
  change(tx, tenantId, of, { voided_at: how.at, voided_by: how.by, voided_reason: how.reason })

/** Whether it stood at this version. */
export const restoreExpense = (tx: Tx, tenantId: TenantId, of: Of): Promise<boolean> =>
  change(tx, tenantId, of, { voided_at: null, voided_by: null, voided_reason: null })

/** Whether a budget line is this project's. */
export async function isLineOf(tx: Tx, tenantId: TenantId, projectId: ProjectId, lineId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from budget_line l where l.tenant_id = ${tenantId} and l.project_id = ${projectId} and l.id = ${lineId}`.execute(tx)
  return rows.length === 1
}

/** Whether a service is this project's. */
export async function isServiceOf(tx: Tx, tenantId: TenantId, projectId: ProjectId, serviceId: ServiceId): Promise<boolean> {
  const { rows } =
    await sql`select 1 from service s where s.tenant_id = ${tenantId} and s.project_id = ${projectId} and s.id = ${serviceId}`.execute(tx)
  return rows.length === 1
}

/** What an account is called. */
export async function findAccountName(tx: Tx, tenantId: TenantId, id: AccountId | null): Promise<string | null> {
  if (id === null) return null
  const row = await tx
    .selectFrom('account')
    .select('display_name')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.display_name ?? null
}
