import { sql } from 'kysely'
import { z } from 'zod'
import { accountIdSchema, type AccountId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { signaturePartSchema, type Expense, type SignaturePart } from './expense-schema.ts'
import { signedText } from './signature-rules.ts'

const signatureSchema = z.object({
  expenseId: z.uuid(),
  part: signaturePartSchema,
  accountId: accountIdSchema,
  by: z.string(),
  at: z.date(),
  signed: z.string(),
})

/** Who signed these expenses, in the order of the parts, and whether each still says what they signed. */
export async function listSignatures(tx: Tx, tenantId: TenantId, expenses: readonly Expense[]) {
  if (expenses.length === 0) return []
  const { rows } =
    await sql`select g.expense_id as "expenseId", g.part, g.account_id as "accountId", a.display_name as by, g.signed_at as at, g.signed
    from expense_signature g join account a on a.tenant_id = ${tenantId} and a.id = g.account_id
    where g.tenant_id = ${tenantId} and g.expense_id = any(${expenses.map(({ id }) => id)}::uuid[])
    order by g.expense_id, array_position(array['handled', 'verified', 'approved'], g.part)`.execute(tx)
  const now = new Map(expenses.map((expense) => [expense.id, signedText(expense)]))
  return z
    .array(signatureSchema)
    .parse(rows)
    .map(({ signed, ...row }) => ({ ...row, stands: signed === now.get(row.expenseId) }))
}

/** Signs it as it stands; what was signed when it said something else goes. */
export async function addSignature(tx: Tx, tenantId: TenantId, expense: Expense, part: SignaturePart, by: AccountId): Promise<void> {
  const signed = signedText(expense)
  await sql`delete from expense_signature where tenant_id = ${tenantId} and expense_id = ${expense.id} and signed <> ${signed}`.execute(tx)
  await sql`insert into expense_signature (tenant_id, expense_id, part, account_id, signed)
    values (${tenantId}, ${expense.id}, ${part}, ${by}, ${signed})`.execute(tx)
}

export async function removeSignatures(tx: Tx, tenantId: TenantId, expenseId: string, parts: readonly SignaturePart[]): Promise<void> {
  await sql`delete from expense_signature where tenant_id = ${tenantId} and expense_id = ${expenseId} and part = any(${parts}::text[])`.execute(
    tx,
  )
}

/** How many files each expense of a project has. */
export async function countFiles(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql`select f.expense_id as id, count(*)::int as n from project_file f
    where f.tenant_id = ${tenantId} and f.project_id = ${projectId} and f.expense_id is not null and f.removed_at is null group by f.expense_id`.execute(
    tx,
  )
  return new Map(
    z
      .array(z.object({ id: z.uuid(), n: z.int() }))
      .parse(rows)
      .map(({ id, n }) => [id, n]),
  )
}
