import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { personIdSchema, type PersonId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'

const rowSchema = z.object({ id: personIdSchema, name: z.string(), phone: z.string().nullable(), birth_date: daySchema.nullable() })

/** What an institution may be told of people, by their ids. */
export async function listIdentities(tx: Tx, tenantId: TenantId, ids: readonly PersonId[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'phone', 'birth_date'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...ids])
    .execute()
  return z.array(rowSchema).parse(rows)
}
