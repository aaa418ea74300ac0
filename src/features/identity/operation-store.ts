import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import type { TenantId, Tx } from '../../server/db.ts'

/** The first answer to an operation, if it has been carried out before. */
export type Remembered = { readonly accountId: string; readonly endpoint: string; readonly inputHash: Buffer; readonly answer: unknown }

export const inputHashOf = (input: unknown): Buffer => createHash('sha256').update(JSON.stringify(input)).digest()

export async function findOperation(tx: Tx, tenantId: TenantId, id: string): Promise<Remembered | undefined> {
  const row = await tx
    .selectFrom('operation')
    .select(['account_id', 'endpoint', 'input_hash', 'answer'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : { accountId: row.account_id, endpoint: row.endpoint, inputHash: row.input_hash, answer: row.answer }
}

/** Remembers an answer in the transaction that made it. @throws a unique violation when the same operation was just carried out. */
export async function addOperation(tx: Tx, tenantId: TenantId, id: string, made: Remembered): Promise<void> {
  await sql`insert into operation (tenant_id, id, account_id, endpoint, input_hash, answer)
    values (${tenantId}, ${id}, ${made.accountId}, ${made.endpoint}, ${made.inputHash}, ${JSON.stringify(made.answer)}::jsonb)`.execute(tx)
}
