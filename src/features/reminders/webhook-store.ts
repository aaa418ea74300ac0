import { sql } from 'kysely'
import { z } from 'zod'
import { testKind } from '../../kernel/event.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { outboxChannel } from '../identity/outbox-store.ts'
import { eventKindSchema, type MessageState, type Webhook, type WebhookMessage } from './webhook-schema.ts'

const boundOf = (tenantId: TenantId, id: string): string => `${tenantId}:webhook:${id}:secret`

const rowSchema = z.object({
  id: z.uuid(),
  version: z.number(),
  name: z.string(),
  address: z.string(),
  kinds: z.array(z.string()),
  is_on: z.boolean(),
  failures: z.number(),
  next_at: z.date().nullable(),
  waiting: z.number(),
  refused: z.number(),
  arrived: z.number(),
  last_at: z.date().nullable(),
})

/** The receivers of a tenant, the oldest first, with how many messages wait, arrived, were refused. */
export async function listWebhooks(tx: Tx, tenantId: TenantId): Promise<Webhook[]> {
  const { rows } = await sql`
    select w.id, w.version, w.name, w.address, w.kinds, w.is_on, w.failures, w.next_at,
      count(m.id) filter (where m.state = 'waiting')::int as waiting, count(m.id) filter (where m.state = 'refused')::int as refused,
      count(m.id) filter (where m.state = 'arrived')::int as arrived, max(m.settled_at) filter (where m.state = 'arrived') as last_at
    from webhook w left join webhook_message m on m.tenant_id = ${tenantId} and m.webhook_id = w.id
    where w.tenant_id = ${tenantId} and w.ended_at is null group by w.tenant_id, w.id order by w.made_at, w.id`.execute(tx)
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => ({
      id: row.id,
      version: row.version,
      name: row.name,
      address: row.address,
      kinds: row.kinds.flatMap((kind) => eventKindSchema.safeParse(kind).data ?? []),
      isOn: row.is_on,
      failures: row.failures,
      nextAt: row.next_at?.toISOString() ?? null,
      waiting: row.waiting,
      refused: row.refused,
      arrived: row.arrived,
      lastArrivedAt: row.last_at?.toISOString() ?? null,
    }))
}

type Saved = { id: string; name: string; address: string; kinds: readonly string[]; secret: string | undefined }

export async function addWebhook(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  hook: Saved & { secret: string },
  by: AccountId,
): Promise<void> {
  await tx
    .insertInto('webhook')
    .values({
      tenant_id: tenantId,
      id: hook.id,
      name: hook.name,
      address: hook.address,
      kinds: [...hook.kinds],
      secret_sealed: sealer.seal(hook.secret, boundOf(tenantId, hook.id)),
      made_by: by,
    })
    .execute()
}

/** False: somebody has changed it since that version. Another address begins without failures. */
export async function changeWebhook(tx: Tx, tenantId: TenantId, sealer: Sealer, hook: Saved, version: number): Promise<boolean> {
  const sealed = hook.secret === undefined ? null : sealer.seal(hook.secret, boundOf(tenantId, hook.id))
  const { rows } = await sql`update webhook set name = ${hook.name}, address = ${hook.address}, kinds = ${[...hook.kinds]}::text[],
      secret_sealed = coalesce(${sealed}::bytea, secret_sealed), failures = 0, next_at = null, version = version + 1
    where tenant_id = ${tenantId} and id = ${hook.id} and version = ${version} and ended_at is null returning id`.execute(tx)
  return rows.length === 1
}

export async function setOn(tx: Tx, tenantId: TenantId, id: string, version: number, isOn: boolean): Promise<boolean> {
  const { rows } = await sql`update webhook set is_on = ${isOn}, failures = 0, next_at = null, version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and version = ${version} and ended_at is null returning id`.execute(tx)
  return rows.length === 1
}

export async function endWebhook(tx: Tx, tenantId: TenantId, id: string, version: number): Promise<boolean> {
  const { rows } = await sql`update webhook set ended_at = now(), is_on = false, version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and version = ${version} and ended_at is null returning id`.execute(tx)
  return rows.length === 1
}

export async function isWebhook(tx: Tx, tenantId: TenantId, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from webhook where tenant_id = ${tenantId} and id = ${id} and ended_at is null`.execute(tx)
  return rows.length === 1
}

const ring = (tx: Tx, tenantId: TenantId) => sql`select pg_notify(${outboxChannel}, ${String(tenantId)})`.execute(tx)

/** A message that only tries; the receiver is tried at once. */
export async function addTest(tx: Tx, tenantId: TenantId, webhookId: string, messageId: string, at: Date): Promise<void> {
  await tx
    .insertInto('webhook_message')
    .values({ tenant_id: tenantId, id: messageId, webhook_id: webhookId, kind: testKind, happened_at: at })
    .execute()
  await sql`update webhook set next_at = null where tenant_id = ${tenantId} and id = ${webhookId}`.execute(tx)
  await ring(tx, tenantId)
}

/** What was refused waits again, and the receiver is tried at once. @returns how many messages wait now. */
export async function waitAgain(tx: Tx, tenantId: TenantId, webhookId: string): Promise<number> {
  await sql`update webhook_message set state = 'waiting', settled_at = null
    where tenant_id = ${tenantId} and webhook_id = ${webhookId} and state = 'refused'`.execute(tx)
  await sql`update webhook set next_at = null where tenant_id = ${tenantId} and id = ${webhookId}`.execute(tx)
  await ring(tx, tenantId)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from webhook_message
    where tenant_id = ${tenantId} and webhook_id = ${webhookId} and state = 'waiting'`.execute(tx)
  return rows[0]?.n ?? 0
}

const messageSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  happened_at: z.date(),
  state: z.enum(['waiting', 'arrived', 'refused']),
  settled_at: z.date().nullable(),
  attempts: z.number(),
  total: z.number(),
  tries: z.array(
    z.object({ attempt: z.number(), at: z.string(), ms: z.number(), status: z.number().nullable(), problem: z.string().nullable() }),
  ),
})

/** Messages of a receiver, the newest first. */
export async function listMessages(
  tx: Tx,
  tenantId: TenantId,
  filter: { id: string; state?: MessageState | undefined; offset: number; limit: number },
): Promise<{ rows: WebhookMessage[]; total: number }> {
  const { rows } = await sql`
    select m.id, m.kind, m.happened_at, m.state, m.settled_at, m.attempts, count(*) over ()::int as total,
      (select coalesce(json_agg(json_build_object('attempt', a.attempt, 'at', a.at, 'ms', a.ms, 'status', a.status, 'problem', a.problem) order by a.attempt desc), '[]'::json)
        from webhook_attempt a where a.tenant_id = ${tenantId} and a.message_id = m.id and a.attempt > m.attempts - 5) as tries
    from webhook_message m where m.tenant_id = ${tenantId} and m.webhook_id = ${filter.id}
      and (${filter.state ?? null}::text is null or m.state = ${filter.state ?? null})
    order by m.position desc offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const read = z.array(messageSchema).parse(rows)
  return {
    total: read[0]?.total ?? 0,
    rows: read.map((row) => ({
      id: row.id,
      kind: row.kind,
      happenedAt: row.happened_at.toISOString(),
      state: row.state,
      settledAt: row.settled_at?.toISOString() ?? null,
      attempts: row.attempts,
      tries: row.tries.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    })),
  }
}
