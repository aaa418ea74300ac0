import { asOf, daysBetween } from '../../kernel/day.ts'
import { maskedName } from '../../kernel/masks.ts'
import { canReachInto } from '../../kernel/reach.ts'
import { absent, no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { maySeeNames, reachOf } from '../identity/role-rules.ts'
import { findProject } from '../projects/store.ts'
import { countsOf } from './due-rules.ts'
import { listDue, type DueItem, type DueSource } from './due-schema.ts'
import { dueSources } from './due-words.ts'
import { gatherDue } from './gather-routes.ts'
import { dueSourceSchema } from './due-schema.ts'

/** Rows of one source on the page: whoever wants all of them opens the feature's own list. */
const most = 10

const order = Object.keys(dueSources).flatMap((key) => dueSourceSchema.safeParse(key).data ?? [])

export const dueRoutes = [
  route(listDue, async (call) => {
    const { tx, tenantId, sealer, input, today, actor, reach } = call
    call.note({ subject: `project:${input.projectId}`, details: { show: input.show } })
    const project = await findProject(tx, tenantId, input.projectId)
    if (project === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(reach, input.projectId))
      return no('projects.outside', { zh: '这个项目不在您的权限内。', en: 'This project is not yours.' }, { sort: 'forbidden' })
    const items = await gatherDue({
      tx,
      tenantId,
      sealer,
      project,
      today,
      accountId: actor.accountId,
      reachFor: (permission) => {
        const its = reachOf(actor.grants, permission)
        return its !== undefined && canReachInto(its, project.id) ? its : undefined
      },
    })
    const on = asOf(today, project.endsOn)
    const sees = maySeeNames(actor.grants)
    const bySource = Map.groupBy(items, ({ source }) => source)
    const toRow = (item: DueItem) => ({
      key: item.key,
      dueOn: item.dueOn,
      late: daysBetween(item.dueOn, on),
      name: item.name === null || sees ? item.name : maskedName(item.name),
      title: item.title,
      kind: item.kind,
      communityName: item.communityName,
      to: item.to,
    })
    const groupOf = (source: DueSource) => {
      const its = bySource.get(source) ?? []
      const rows = its.filter(({ bucket }) => bucket === input.show)
      return rows.length === 0 ? [] : [{ source, counts: countsOf(its), rows: rows.slice(0, most).map(toRow) }]
    }
    return yes({ asOf: on, ended: today > project.endsOn, counts: countsOf(items), groups: order.flatMap(groupOf) })
  }),
]
