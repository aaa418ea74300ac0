import { daysBetween } from '../../kernel/day.ts'
import { canReachInto } from '../../kernel/reach.ts'
import { absent, no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { outside } from '../ledger/open-routes.ts'
import { findProject } from '../projects/store.ts'
import { markDay, openCalendar } from './calendar-schema.ts'
import * as store from './calendar-store.ts'

const mostDays = 400

export const calendarRoutes = [
  route(openCalendar, async ({ tx, tenantId, input, reach }) => {
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(reach, input.projectId)) return outside
    const { from, to } = input
    if (to < from || daysBetween(from, to) > mostDays)
      return no(
        'calendar.stretch',
        { zh: '一次最多看一年的日历。', en: 'A calendar shows at most a year.' },
        { field: 'to', sort: 'invalid' },
      )
    const stretch = { ...input, communityCode: input.communityCode }
    const { almanacOf } = await import('./almanac-reader.ts')
    return yes({
      days: almanacOf(from, to, await store.listMarkedDays(tx, tenantId, from, to)),
      events: await store.listEvents(tx, tenantId, stretch, reach),
      ...(await store.findNearestDays(tx, tenantId, stretch, reach)),
    })
  }),

  route(markDay, async ({ tx, tenantId, input, actor, note }) => {
    note({ subject: `day:${input.day}`, details: { name: input.name, sort: input.sort } })
    await store.saveMarkedDay(tx, tenantId, input, actor.accountId)
    return yes({})
  }),
]
