import { sql } from 'kysely'
import { z } from 'zod'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import type { Outcome } from './webhook-rules.ts'

/** Seconds for which a server alone delivers to a receiver: longer than it takes, shorter than anybody would wait. */
const lease = 90

const hookSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  address: z.string(),
  secret_sealed: z.instanceof(Buffer),
  failures: z.number(),
})
export type DueWebhook = z.infer<typeof hookSchema>

/**
 * A receiver that something waits for and whose time has come, for this server alone; undefined when there is none. A
 * server that is killed loses it when the lease is over, and another one goes on.
 */
export async function leaseWebhook(tx: Tx, tenantId: TenantId, now: Date): Promise<DueWebhook | undefined> {
  const at = now.toISOString()
  const { rows } = await sql`
    update webhook w set leased_until = ${at}::timestamptz + make_interval(secs => ${lease})
    where w.tenant_id = ${tenantId} and w.id = (
      select x.id from webhook x where x.tenant_id = ${tenantId} and x.is_on and x.ended_at is null
        and (x.next_at is null or x.next_at <= ${at}::timestamptz) and (x.leased_until is null or x.leased_until <= ${at}::timestamptz)
        and exists (select 1 from webhook_message m where m.tenant_id = ${tenantId} and m.webhook_id = x.id and m.state = 'waiting')
      order by x.next_at nulls first, random() limit 1 for update skip locked)
    returning w.id, w.name, w.address, w.secret_sealed, w.failures`.execute(tx)
  return rows[0] === undefined ? undefined : hookSchema.parse(rows[0])
}

export const openSecret = (sealer: Sealer, tenantId: TenantId, hook: DueWebhook): string =>
  sealer.open(hook.secret_sealed, `${tenantId}:webhook:${hook.id}:secret`)

const messageSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  subject: z.string().nullable(),
  happened_at: z.date(),
  attempts: z.number(),
})
export type WaitingMessage = z.infer<typeof messageSchema>

/** The message that has waited longest. */
export async function findWaiting(tx: Tx, tenantId: TenantId, webhookId: string): Promise<WaitingMessage | undefined> {
  const { rows } = await sql`select id, kind, subject, happened_at, attempts from webhook_message
    where tenant_id = ${tenantId} and webhook_id = ${webhookId} and state = 'waiting' order by position limit 1`.execute(tx)
  return rows[0] === undefined ? undefined : messageSchema.parse(rows[0])
}

type Attempt = { readonly at: Date; readonly ms: number; readonly status: number | null; readonly problem: string | null }

/** Writes what came of an attempt. A message that the receiver does not want is put aside, and is not lost. */
export async function noteAttempt(tx: Tx, tenantId: TenantId, message: WaitingMessage, attempt: Attempt, outcome: Outcome): Promise<void> {
  const { rows } = await sql<{ attempts: number }>`
    update webhook_message set attempts = attempts + 1,
      state = ${outcome === 'again' ? 'waiting' : outcome}, settled_at = case when ${outcome !== 'again'} then ${attempt.at.toISOString()}::timestamptz end
    where tenant_id = ${tenantId} and id = ${message.id} and state = 'waiting' returning attempts`.execute(tx)
  const [row] = rows
  if (row === undefined) return
  await tx
    .insertInto('webhook_attempt')
    .values({ tenant_id: tenantId, message_id: message.id, attempt: row.attempts, ...attempt })
    .execute()
}

/** Gives a receiver back: after failures it rests until its pause is over. */
export async function releaseWebhook(
  tx: Tx,
  tenantId: TenantId,
  id: string,
  rest: { failures: number; nextAt: Date | null },
): Promise<void> {
  await sql`update webhook set leased_until = null, failures = ${rest.failures}, next_at = ${rest.nextAt?.toISOString() ?? null}::timestamptz
    where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
}
