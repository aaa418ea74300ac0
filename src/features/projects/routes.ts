import { v7 } from 'uuid'
import { grantIdSchema } from '../../kernel/ids.ts'
import { canReachInto, canReachProject } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { addGrant } from '../identity/account-store.ts'
import { listOrganisationNames } from '../organisations/store.ts'
import { listDivisions } from '../places/store.ts'
import * as lists from './list-store.ts'
import {
  addProject,
  changeProject,
  listGrantPlaces,
  listProjects,
  openProject,
  removeExpense,
  saveExpense,
  saveProjectLists,
} from './schema.ts'
import * as store from './store.ts'
import { warningsOf } from './warning-rules.ts'

const aProject = { zh: '这个项目', en: 'project' }
const outside = no('project.outside', { zh: '这个项目不在您的负责范围内。', en: 'This project is not among yours.' }, { sort: 'forbidden' })
const backwards = no(
  'project.period',
  { zh: '结束日期不能早于开始日期。', en: 'The project cannot end before it starts.' },
  { field: 'endsOn', sort: 'invalid' },
)

export const projectRoutes = [
  route(listGrantPlaces, async ({ tx, tenantId }) => {
    const projects = await store.listProjects(tx, tenantId, { whole: true })
    return yes({
      organisations: await listOrganisationNames(tx, tenantId),
      projects: await Promise.all(
        projects.map(async ({ id, name }) => ({
          id,
          name,
          communities: (await store.listCommunities(tx, tenantId, id)).map((community) => ({
            code: community.communityCode,
            name: community.name,
          })),
        })),
      ),
    })
  }),

  route(listProjects, async ({ tx, tenantId, reach }) => yes({ projects: await store.listProjects(tx, tenantId, reach) })),

  route(openProject, async ({ tx, tenantId, input, reach }) => {
    const project = await store.findProjectDetail(tx, tenantId, input.id)
    if (project === undefined) return absent(aProject)
    return canReachInto(reach, input.id) ? yes(project) : outside
  }),

  route(addProject, async ({ tx, tenantId, input, actor, note }) => {
    if (input.endsOn < input.startsOn) return backwards
    await lists.addProject(tx, tenantId, input)
    // Whoever manages an agency and opens a project manages that project.
    if (actor.grants.some((grant) => grant.role === 'manager'))
      await addGrant(
        tx,
        tenantId,
        actor.accountId,
        { id: grantIdSchema.parse(v7()), role: 'manager', projectId: input.id },
        actor.accountId,
      )
    note({ subject: `project:${input.id}` })
    return yes({ id: input.id })
  }),

  route(changeProject, async ({ tx, tenantId, input, reach, note }) => {
    if ((await store.findProject(tx, tenantId, input.id)) === undefined) return absent(aProject)
    if (!canReachProject(reach, input.id)) return outside
    if (input.endsOn < input.startsOn) return backwards
    note({ subject: `project:${input.id}` })
    return (await lists.changeProject(tx, tenantId, input, input.version)) ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(saveProjectLists, async ({ tx, tenantId, input, reach, note }) => {
    if ((await store.findProject(tx, tenantId, input.id)) === undefined) return absent(aProject)
    if (!canReachProject(reach, input.id)) return outside
    const { id, version, ...given } = input
    const known = new Set((await listDivisions(tx, tenantId)).map((division) => division.code))
    const stranger = given.communities?.find((community) => !known.has(community.communityCode))
    if (stranger !== undefined)
      return no(
        'community.unknown',
        { zh: `没有区划代码${stranger.communityCode}。`, en: `There is no division ${stranger.communityCode}.` },
        { field: 'communities', sort: 'invalid' },
      )
    if (!(await lists.takeVersion(tx, tenantId, id, version))) return changedMeanwhile
    const gone = spentLinesGone(
      given.budget?.map((line) => line.id),
      await store.listBudget(tx, tenantId, id),
    )
    if (gone !== undefined)
      return no(
        'budget.spent',
        {
          zh: `“${gone}”已有支出，不能删除；可先把支出改到别的科目。`,
          en: `“${gone}” has expenses and cannot go; move them to another line first.`,
        },
        { field: 'budget' },
      )
    await lists.saveLists(tx, tenantId, id, given)
    note({ subject: `project:${id}`, details: { lists: Object.keys(given) } })
    return yes({ version: version + 1 })
  }),

  route(saveExpense, async ({ tx, tenantId, input, reach, note }) => {
    if ((await store.findProject(tx, tenantId, input.projectId)) === undefined) return absent(aProject)
    if (!canReachProject(reach, input.projectId)) return outside
    await lists.saveExpense(tx, tenantId, input.projectId, input.expense)
    note({ subject: `project:${input.projectId}`, details: { expense: input.expense.id } })
    const warnings = warningsOf(
      await store.listBudget(tx, tenantId, input.projectId),
      await store.listExpenses(tx, tenantId, input.projectId),
    )
    return yes({ warnings: warnings.filter((warning) => warning.expenseId === input.expense.id) })
  }),

  route(removeExpense, async ({ tx, tenantId, input, reach, note }) => {
    if ((await store.findProject(tx, tenantId, input.projectId)) === undefined) return absent(aProject)
    if (!canReachProject(reach, input.projectId)) return outside
    note({ subject: `project:${input.projectId}`, reason: input.reason, details: { expense: input.id } })
    return (await lists.removeExpense(tx, tenantId, input.projectId, input.id)) ? yes({}) : absent({ zh: '这笔支出', en: 'expense' })
  }),
]

/** The name of a line that is to go although money was spent from it. */
function spentLinesGone(
  kept: readonly string[] | undefined,
  before: readonly { id: string; name: string; spentFen: number }[],
): string | undefined {
  return kept === undefined ? undefined : before.find((line) => line.spentFen !== 0 && !kept.includes(line.id))?.name
}
