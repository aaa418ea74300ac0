import { dayOfInstant } from '../../kernel/day.ts'
import { accountIdSchema } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Job } from '../../server/job.ts'
import type { Sealer } from '../../server/seal.ts'
import { addToOutbox } from '../identity/outbox-store.ts'
import { addNoticeToRole } from '../identity/notice-store.ts'
import { listTenants } from '../identity/tenant-store.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import { fallsDueOn, isNews, matterOf } from './due-rules.ts'
import type { DueItem } from './due-schema.ts'
import { dueSources, dueWords } from './due-words.ts'
import { gatherDue } from './gather-routes.ts'
import * as store from './told-store.ts'

/** Whoever gathers for everybody is nobody: no list is anyone's own. */
const nobody = accountIdSchema.parse('00000000-0000-0000-0000-000000000000')

/** What a notice says of an item: a person, or what it is called. */
const givenOf = (item: DueItem) => ({
  name: item.name ?? '',
  what: item.title ?? (item.kind === null ? dueWords.unnamed.zh : kindWords[item.kind].zh),
})

/**
 * Tells what falls due in a tenant on a day: once for each duty, to those who work where it lies. What has been seen to
 * since is done for everybody who was told. @returns how many duties were told.
 */
export async function tellDue(tx: Tx, tenantId: TenantId, sealer: Sealer, now: Date): Promise<number> {
  const today = dayOfInstant(now.toISOString())
  let told = 0
  for (const project of await store.listRunning(tx, tenantId, today)) {
    const items = await gatherDue({ tx, tenantId, sealer, project, today, accountId: nobody, reachFor: () => ({ whole: true }) })
    const codes = new Map(project.communities.map(({ code, name }) => [name, code]))
    await store.settleOthers(tx, tenantId, project.id, items.filter(({ bucket }) => bucket !== 'week').map(matterOf))
    for (const item of items.filter((one) => isNews(one, today))) {
      const { notice, roles } = dueSources[item.source]
      const communityCode = item.communityCode ?? codes.get(item.communityName ?? '') ?? null
      told += await addNoticeToRole(
        tx,
        tenantId,
        { roles, projectId: project.id, communityCode },
        {
          code: `due.${item.source}`,
          words: notice,
          given: givenOf(item),
          subject: item.to,
          projectId: project.id,
          urgency: item.source === 'escalation' ? 'now' : 'soon',
          dueOn: item.dueOn,
          matter: matterOf(item),
        },
      )
      if (fallsDueOn(item, today)) await addToOutbox(tx, tenantId, { kind: 'duty.due', subject: item.to, at: now })
    }
  }
  return told
}

/** From five in the morning in China a day's duties may be told. */
const opensAt = 5

/** Looks every quarter of an hour whether a new day's duties are to be told. */
export const dailyJob: Job = {
  name: 'what falls due',
  everySeconds: 900,
  run: async ({ database, sealer, clock, stopping }) => {
    const now = clock()
    if ((now.getUTCHours() + 8) % 24 < opensAt) return
    const today = dayOfInstant(now.toISOString())
    for (const { tenant_id: tenantId } of await database.outside(listTenants)) {
      if (stopping.aborted) return
      await database.write(tenantId, async (tx) => {
        if (!(await store.takeDay(tx, tenantId, today))) return
        await store.noteTold(tx, tenantId, today, await tellDue(tx, tenantId, sealer, now))
      })
    }
  },
}
