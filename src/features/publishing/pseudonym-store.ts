import { createHmac, createSecretKey } from 'node:crypto'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import type { MemberSort } from '../measures/schema.ts'
import { hasPseudonyms } from './figure-record-rules.ts'

/** The name of a member in a frozen list: persons and households by pseudonym, all else by its id. */
export type Naming = (sort: MemberSort, id: string) => string

/** HMAC-SHA256 of tenant, sort and id under a key that this deployment alone has; the first 128 bits. */
export function namingOf(sealer: Sealer, tenantId: TenantId): Naming {
  const key = createSecretKey(Buffer.from(sealer.derive('pseudonyms of frozen members'), 'base64url'))
  const known = new Map<string, string>()
  return (sort, id) => {
    if (!hasPseudonyms(sort)) return id
    const met = known.get(id)
    if (met !== undefined) return met
    const made = createHmac('sha256', key).update(`${tenantId}\n${sort}\n${id}`).digest('hex').slice(0, 32)
    known.set(id, made)
    return made
  }
}

/** The ids behind names of a frozen list; a name that no record has any more is not in it. */
export async function resolveNames(
  tx: Tx,
  tenantId: TenantId,
  naming: Naming,
  sort: MemberSort,
  names: Iterable<string>,
): Promise<Map<string, string>> {
  const wanted = new Set(names)
  if (!hasPseudonyms(sort)) return new Map([...wanted].map((name) => [name, name]))
  const found = new Map<string, string>()
  if (wanted.size === 0) return found
  const rows = await tx
    .selectFrom(sort === 'person' ? 'person' : 'household')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .execute()
  for (const { id } of rows) {
    const name = naming(sort, id)
    if (wanted.has(name)) found.set(name, id)
  }
  return found
}
