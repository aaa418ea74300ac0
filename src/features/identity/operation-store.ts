import { createHash } from 'node:crypto'
import type { TenantId, Tx } from '../../server/db.ts'

/** An operation that was carried out, with its first answer. */
export type Remembered = { readonly accountId: string; readonly endpoint: string; readonly inputHash: Buffer; readonly answer: unknown }

/**
 * What was asked, by which a repeat is told from something else under the same id. Keyed: an input may hold a password or
 * an identity number, which a bare hash would let anybody guess who read the table.
 */
export function inputHashOf(
  { input, files }: { input: unknown; files: readonly { name: string; bytes: Uint8Array }[] },
  fingerprint: (text: string) => Buffer,
): Buffer {
  const hash = createHash('sha256').update(JSON.stringify(input))
  for (const file of files) hash.update(`\n${file.name}\n`).update(file.bytes)
  return fingerprint(hash.digest('hex'))
}

/** Whether an operation was carried out. */
export async function isCarriedOut(tx: Tx, tenantId: TenantId, id: string): Promise<boolean> {
  return (
    (await tx.selectFrom('operation').select('id').where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()) !== undefined
  )
}
