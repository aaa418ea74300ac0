import type { ProjectId } from '../../kernel/ids.ts'
import { maskedName } from '../../kernel/masks.ts'
import { canReachProject, nowhere, type Reach } from '../../kernel/reach.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type Route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames, reachOf } from '../identity/role-rules.ts'
import { countingOf } from './counting-store.ts'
import { decimalsOf, measureKeys, measures } from './measure-list-rules.ts'
import { amountInOf, memberSortOf, permissionToSee } from './member-sort-rules.ts'
import { listMembers, type Seen } from './member-store.ts'
import { findProject, type ProjectFacts } from './project-facts-store.ts'
import { breakDown, listMeasures, openMembers, showFigures } from './schema.ts'
import { communitiesWithin, dimensionsOf, isCountedFor, mayAsk } from './scope-rules.ts'
import type { Scope } from './scope-schema.ts'
import * as figures from './store.ts'

const outside = no('figures.outside', { zh: '这个项目不在您的负责范围内。', en: 'This project is not among yours.' }, { sort: 'forbidden' })

/** The project asked about, if the caller's figures reach it. */
async function projectFor(
  { tx, tenantId, reach }: SignedInCall<unknown>,
  { projectId, scope }: { projectId: ProjectId; scope: Scope },
): Promise<Verdict<ProjectFacts>> {
  const asked = mayAsk(scope)
  if (!asked.ok) return asked
  const project = await findProject(tx, tenantId, projectId)
  if (project === undefined) return absent({ zh: '这个项目', en: 'project' })
  return canReachProject(reach, projectId) ? yes(project) : outside
}

function seenBy(reach: Reach, projectId: ProjectId): Seen {
  const communities = communitiesWithin(reach, projectId)
  return communities === 'all' ? 'all' : { reach, communities }
}

export const measureRoutes: readonly Route[] = [
  route(listMeasures, () =>
    Promise.resolve(
      yes({
        measures: measureKeys.map((key) => ({
          key,
          measure: measures[key],
          decimals: decimalsOf(measures[key]),
          dimensions: dimensionsOf(measures[key]),
          hasMembers: measures[key].over !== 'measures',
        })),
      }),
    ),
  ),

  route(showFigures, async (call) => {
    const project = await projectFor(call, call.input)
    return project.ok ? yes(await figures.showProject(call.tx, project.value, call.input.scope, call.today)) : project
  }),

  route(breakDown, async (call) => {
    const project = await projectFor(call, call.input)
    return project.ok ? yes(await figures.breakDown(call.tx, project.value, call.input)) : project
  }),

  route(openMembers, async (call) => {
    const { tx, actor, input, note } = call
    const found = await projectFor(call, input)
    if (!found.ok) return found
    const measure = measures[input.measure]
    if (measure.over === 'measures')
      return no(
        'figure.percentage',
        {
          zh: `${measure.name.zh}由两个数字相除得出，请分别打开“${measures[measure.part].name.zh}”和“${measures[measure.whole].name.zh}”。`,
          en: `${measure.name.en} is one figure divided by another; open “${measures[measure.part].name.en}” and “${measures[measure.whole].name.en}”.`,
        },
        { field: 'measure', sort: 'invalid' },
      )
    if (!isCountedFor(measure, input.scope))
      return no(
        'figure.uncounted',
        {
          zh: `${measure.name.zh}不按所选的范围统计，请放宽范围。`,
          en: `${measure.name.en} is not counted by this scope; please widen it.`,
        },
        { field: 'scope', sort: 'invalid' },
      )
    const sort = memberSortOf(measure)
    const seen = seenBy(reachOf(actor.grants, permissionToSee[sort]) ?? nowhere, input.projectId)
    const members = await listMembers(tx, countingOf(input.measure, input.scope, found.value), found.value, seen, input)
    const named = maySeeNames(actor.grants)
    note({
      subject: `project:${input.projectId}`,
      details: { measure: input.measure, scope: JSON.stringify(input.scope), shown: members.rows.length, inside: members.inside },
    })
    return yes({
      measure: input.measure,
      sort,
      ...members,
      amountIn: amountInOf(measure),
      rows: members.rows.map((row) => ({ ...row, name: row.name === null || named ? row.name : maskedName(row.name) })),
    })
  }),
]
