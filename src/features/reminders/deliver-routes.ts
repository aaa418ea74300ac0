import type { TenantId } from '../../server/db.ts'
import type { Job, JobCall } from '../../server/job.ts'
import { addNoticeToRole } from '../identity/notice-store.ts'
import { outboxChannel } from '../identity/outbox-store.ts'
import { findTenantCode, listTenants } from '../identity/tenant-store.ts'
import * as store from './outbox-store.ts'
import { post } from './post-routes.ts'
import { bodyOf, outcomeOf, pauseAfter, tellsAfter } from './webhook-rules.ts'
import { webhookWords } from './webhook-words.ts'

/** Milliseconds that a receiver has to answer. */
const patience = 10_000
/** Messages to one receiver before others get their turn. */
const turn = 20

/** Delivers to every receiver of a tenant whose time has come. @returns whether anything was tried. */
export async function deliverTenant(call: JobCall, tenantId: TenantId, wait = patience): Promise<boolean> {
  let tried = false
  while (!call.stopping.aborted) {
    const hook = await call.database.write(tenantId, (tx) => store.leaseWebhook(tx, tenantId, call.clock()))
    if (hook === undefined) return tried
    tried = true
    await deliverTo(call, tenantId, hook, wait)
  }
  return tried
}

/** Delivers what waits for one receiver, in order, until something fails: then all that is behind it waits too. */
async function deliverTo(call: JobCall, tenantId: TenantId, hook: store.DueWebhook, wait: number): Promise<void> {
  const { database, sealer, clock, stopping, outgoing } = call
  const secret = store.openSecret(sealer, tenantId, hook)
  let { failures } = hook
  let nextAt: Date | null = null
  for (let sent = 0; sent < turn && !stopping.aborted; sent++) {
    const { message, tenant } = await database.read(tenantId, async (tx) => ({
      message: await store.findWaiting(tx, tenantId, hook.id),
      tenant: await findTenantCode(tx, tenantId),
    }))
    if (message === undefined) break
    const at = clock()
    const started = performance.now()
    const body = bodyOf({
      id: message.id,
      kind: message.kind,
      subject: message.subject,
      happenedAt: message.happened_at,
      tenant,
      origin: outgoing.origin,
    })
    const posted = await post({
      address: hook.address,
      secret,
      id: message.id,
      body,
      now: at,
      allowedHosts: outgoing.hosts,
      signal: stopping,
      patience: wait,
    })
    // Whether it arrived is not known: it is sent again, and known again by its id.
    if (posted.problem === 'stopped') break
    const outcome = outcomeOf(posted.status, message.attempts + 1)
    const attempt = { at, ms: Math.round(performance.now() - started), ...posted }
    failures = outcome === 'arrived' ? 0 : failures + 1
    await database.write(tenantId, async (tx) => {
      await store.noteAttempt(tx, tenantId, message, attempt, outcome)
      if (failures === tellsAfter)
        await addNoticeToRole(
          tx,
          tenantId,
          { roles: ['systemAdmin'] },
          {
            code: 'webhooks.failing',
            words: webhookWords.failing,
            given: { what: hook.name },
            subject: '/webhooks',
            urgency: 'soon',
            matter: `webhook:${hook.id}:${message.id}`,
          },
        )
    })
    if (outcome === 'again') {
      nextAt = new Date(at.getTime() + pauseAfter(failures) * 1000)
      break
    }
  }
  await database.write(tenantId, (tx) => store.releaseWebhook(tx, tenantId, hook.id, { failures, nextAt }))
}

/** Tenants whose receivers are called at the same time. */
const atOnce = 8

/** Sends what waits: at once when something was written, and whatever is due every quarter of a minute. */
export const deliveryJob: Job = {
  name: 'messages to other systems',
  everySeconds: 15,
  channel: outboxChannel,
  run: async (call, told) => {
    const all = (await call.database.outside(listTenants)).map(({ tenant_id: id }) => id)
    const due = told.length === 0 ? all : all.filter((id) => told.includes(String(id)))
    for (let at = 0; at < due.length && !call.stopping.aborted; at += atOnce)
      await Promise.all(due.slice(at, at + atOnce).map((id) => deliverTenant(call, id)))
  },
}
