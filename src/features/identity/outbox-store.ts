import { sql } from 'kysely'
import type { TenantId, Tx } from '../../server/db.ts'

/** Something that other systems may be told of. */
type OutgoingEvent = {
  readonly kind: string
  /** `person:ID`, `service:ID` … */
  readonly subject?: string
  readonly at: Date
}

/** Where a server hears that something waits to be sent. */
export const outboxChannel = 'outbox'

/**
 * Writes a message for every webhook that wants to be told, in the transaction of the event itself: it is sent when that
 * is committed, and not otherwise.
 */
export async function addToOutbox(tx: Tx, tenantId: TenantId, event: OutgoingEvent): Promise<void> {
  await sql`
    with written as (
      insert into webhook_message (tenant_id, id, webhook_id, kind, subject, happened_at)
      select ${tenantId}, gen_random_uuid(), w.id, ${event.kind}, ${event.subject ?? null}, ${event.at.toISOString()}::timestamptz
      from webhook w where w.tenant_id = ${tenantId} and w.is_on and w.ended_at is null and ${event.kind} = any(w.kinds)
      returning 1
    )
    select pg_notify(${outboxChannel}, ${String(tenantId)}) from (select 1 from written limit 1) as one`.execute(tx)
}
