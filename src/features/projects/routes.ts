import { v7 } from 'uuid'
import { grantIdSchema } from '../../kernel/ids.ts'
import { canReachInto, canReachProject } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { addGrant } from '../identity/account-store.ts'
import { listOrganisationNames } from '../organisations/store.ts'
import { listDivisions } from '../places/store.ts'
import { expenseRoutes } from './expense-routes.ts'
import { listExpenses } from './expense-store.ts'
import { fileRoutes } from './file-routes.ts'
import * as lists from './list-store.ts'
import { aProject, outside } from './open-routes.ts'
import { addProject, changeProject, listGrantPlaces, listProjects, openProject, saveProjectLists } from './schema.ts'
import { signatureRoutes } from './signature-routes.ts'
import * as store from './store.ts'

const backwards = no(
  'project.period',
  { zh: '结束日期不能早于开始日期。', en: 'The project cannot end before it starts.' },
  { field: 'endsOn', sort: 'invalid' },
)

export const projectRoutes = [
  ...expenseRoutes,
  ...signatureRoutes,
  ...fileRoutes,

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
    const used = new Set((await listExpenses(tx, tenantId, id)).map((expense) => expense.budgetLineId))
    const gone = usedLineGone(
      given.budget?.map((line) => line.id),
      (await store.listBudget(tx, tenantId, id)).filter((line) => used.has(line.id)),
    )
    if (gone !== undefined)
      return no(
        'budget.spent',
        {
          zh: `“${gone}”已有支出（作废的也算），不能删除；可先把支出改到别的科目。`,
          en: `“${gone}” has expenses, or voided ones, and cannot go; move them to another line first.`,
        },
        { field: 'budget' },
      )
    await lists.saveLists(tx, tenantId, id, given)
    note({ subject: `project:${id}`, details: { lists: Object.keys(given) } })
    return yes({ version: version + 1 })
  }),
]

/** The name of a line that is to go although an expense was written down under it. */
function usedLineGone(kept: readonly string[] | undefined, used: readonly { id: string; name: string }[]): string | undefined {
  return kept === undefined ? undefined : used.find((line) => !kept.includes(line.id))?.name
}
