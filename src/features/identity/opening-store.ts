import { z } from 'zod'
import type { Opening, TenantId } from '../../server/db.ts'
import type { Remembered } from './operation-store.ts'
import { actorText, hashOf, toActor, type Found } from './session-store.ts'

// What every request asks first, in one round trip with the beginning of its transaction.

/** Who asks, what the operation was answered before, if it was carried out before, and what other systems want to be told of. */
export function openingOf(tenantId: TenantId, token: string, operationId: string | undefined): Opening {
  const operation = z.uuid().safeParse(operationId)
  return {
    name: 'nuanyang_opening',
    text: `(int, bytea, uuid) as select (select row_to_json(x) from (${actorText}) x) as actor,
      (select json_build_object('accountId', o.account_id, 'endpoint', o.endpoint, 'inputHash', encode(o.input_hash, 'hex'), 'answer', o.answer)
        from operation o where o.tenant_id = $1 and o.id = $3) as before,
      array(select unnest(w.kinds) from webhook w where w.tenant_id = $1 and w.is_on and w.ended_at is null) as told`,
    args: [String(tenantId), `'\\x${hashOf(token).toString('hex')}'`, operation.success ? `'${operation.data}'` : 'null'],
  }
}

const rowSchema = z.object({
  actor: z.unknown(),
  before: z.object({ accountId: z.string(), endpoint: z.string(), inputHash: z.string(), answer: z.unknown() }).nullable(),
  told: z.array(z.string()),
})

type Opened = { found: Found | undefined; before: Remembered | undefined; told: readonly string[] }

export function readOpening(tenantId: TenantId, rows: readonly unknown[]): Opened {
  const { actor, before, told } = rowSchema.parse(rows[0])
  return {
    found: actor === null || actor === undefined ? undefined : toActor(tenantId, actor),
    before: before === null ? undefined : { ...before, inputHash: Buffer.from(before.inputHash, 'hex') },
    told,
  }
}
