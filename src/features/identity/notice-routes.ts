import { yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { shownGiven } from './notice-rules.ts'
import { countNotices, listNotices, markNotices } from './notice-schema.ts'
import * as store from './notice-store.ts'
import { maySeeNames } from './role-rules.ts'

export const noticeRoutes = [
  route(listNotices, async ({ tx, tenantId, actor, input }) => {
    const { rows, total } = await store.listNotices(tx, tenantId, actor.accountId, input)
    const sees = maySeeNames(actor.grants)
    return yes({ rows: rows.map((notice) => ({ ...notice, given: shownGiven(notice.given, sees) })), total })
  }),

  route(countNotices, async ({ tx, tenantId, actor }) => yes(await store.countNotices(tx, tenantId, actor.accountId))),

  route(markNotices, async ({ tx, tenantId, actor, input, note }) => {
    const marked = await store.markNotices(tx, tenantId, actor.accountId, input.ids, input.as)
    note({ details: { as: input.as, notices: marked } })
    return yes({ marked })
  }),
]
