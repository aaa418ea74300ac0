import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v5 } from 'uuid'
import type { z } from 'zod'
import { addAccount, addGrant, changePassword } from '../features/identity/schema.ts'
import { listTenants } from '../features/identity/tenant-store.ts'
import type { Role } from '../features/identity/role-rules.ts'
import { acceptImport, receiveImport } from '../features/exchange/schema.ts'
import { addOrganisation, listOrganisations } from '../features/organisations/schema.ts'
import { addPlace } from '../features/places/schema.ts'
import { shuangtaizi } from '../features/places/shuangtaizi-schema.ts'
import { addProject, openProject } from '../features/projects/schema.ts'
import { listVolunteers, openAccount } from '../features/volunteering/register-schema.ts'
import { daySchema } from '../kernel/day.ts'
import { accountIdSchema, grantIdSchema, importIdSchema, organisationIdSchema, projectIdSchema, type DivisionCode } from '../kernel/ids.ts'
import type { House } from '../server/main.ts'
import { firstAdministrators, foundTenant } from '../server/founding.ts'
import { callerAs } from './caller.ts'

/** The demonstration's password. It opens nothing but invented people. */
export const demoPassword = 'nuanyang-2025'

const workbooksFolder = join(import.meta.dirname, '../../demo/reference-project')

type DemoAccount = { name: string; displayName: string; role: Role; place: 'tenant' | 'project' | 'community' | 'organisation' }

/** One account for each role that the office serves. */
export const demoAccounts: readonly DemoAccount[] = [
  { name: 'jiguan', displayName: '民政局 孙科长', role: 'bureau', place: 'tenant' },
  { name: 'zhuguan', displayName: '光点 周主任', role: 'manager', place: 'tenant' },
  { name: 'dudao', displayName: '光点 吴督导', role: 'supervisor', place: 'project' },
  { name: 'shegong', displayName: '光点 刘社工', role: 'socialWorker', place: 'community' },
  { name: 'zixun', displayName: '光点 高咨询师', role: 'counsellor', place: 'community' },
  { name: 'shequ', displayName: '旭东社区 赵网格员', role: 'communityWorker', place: 'community' },
  { name: 'yiyuan', displayName: '仁和医院 何医生', role: 'partner', place: 'organisation' },
]

/** An account of a volunteer on the roll, who serves under the name that stands there. */
export const demoVolunteer = 'zhiyuan'
/** Where the partner's doctor comes from: a hospital of the workbooks. */
const hospital = '仁和医院'

const tenantCode = 'demonstration'

/** The id of a thing or a step of the demonstration: the same each time, so that a step done before is not done again. */
const idOf = (what: string): string => v5(`nuanyang demonstration: ${what}`, v5.URL)

const firstPassword = 'the-first-password'
const lastStep = 'the demonstration is whole'

/** Whether the database holds no tenant yet, or a demonstration that was interrupted while it was loaded. */
export async function wantsDemo(house: House): Promise<boolean> {
  const { database } = house.services
  const tenants = await database.outside(listTenants)
  const demo = tenants.find((tenant) => tenant.code === tenantCode)?.tenant_id
  if (demo === undefined) return tenants.length === 0
  const done = await database.read(demo, (tx) =>
    tx.selectFrom('operation').select('id').where('tenant_id', '=', demo).where('id', '=', idOf(lastStep)).executeTakeFirst(),
  )
  return done === undefined
}

/**
 * Founds the demonstration's tenant with accounts, places and the reference project, its workbooks imported. Killed at
 * any point it goes on where it was: every step is an operation whose id is always the same.
 */
export async function addDemo(house: House, tell: (step: string, done?: number, of?: number) => void): Promise<void> {
  tell('founding 盘锦市民政局 with its three administrators')
  const { tenantId } = await foundTenant(house, tenantCode, '盘锦市民政局（演示）', () => firstPassword)
  for (const { name } of firstAdministrators) await takePassword(house, tenantId, name)
  const system = await callerAs(house, tenantId, 'xitong')
  const security = await callerAs(house, tenantId, 'anquan')
  const once = (what: string) => ({ operationId: idOf(`doing ${what}`) })

  tell(`adding ${shuangtaizi.length} divisions of 双台子区`)
  for (const { validTo: _open, ...division } of shuangtaizi) await system.ask(addPlace, division, once(division.code))

  const accountIdOf = (name: string) => accountIdSchema.parse(idOf(`account ${name}`))
  const grantOf = ({ name, role }: DemoAccount, where = '') => ({
    id: grantIdSchema.parse(idOf(`grant ${name} ${where}`)),
    accountId: accountIdOf(name),
    role,
  })
  tell(`adding ${demoAccounts.length} accounts`)
  for (const account of demoAccounts) {
    const { name, displayName } = account
    await system.ask(addAccount, { id: accountIdOf(name), name, displayName, password: firstPassword }, once(`account ${name}`))
    await takePassword(house, tenantId, name)
    if (account.place === 'tenant') await security.ask(addGrant, grantOf(account), once(`grant ${name}`))
  }

  tell('opening the reference project')
  const manager = await callerAs(house, tenantId, 'zhuguan')
  const organisation = (name: string, party: 'social_organisation' | 'government') =>
    manager.ask(
      addOrganisation,
      { id: organisationIdSchema.parse(idOf(name)), name, party, kind: null, creditCode: null, phone: null, divisionCode: null },
      once(name),
    )
  const agency = await organisation('光点社会工作服务中心', 'social_organisation')
  const funder = await organisation('盘锦市民政局', 'government')
  const projectId = projectIdSchema.parse(idOf('project'))
  await manager.ask(
    addProject,
    {
      id: projectId,
      name: '五社联动公益创投为老服务项目',
      agencyId: agency.id,
      funderId: funder.id,
      startsOn: daySchema.parse('2024-09-01'),
      endsOn: daySchema.parse('2025-05-01'),
      served: null,
      budgetFen: null,
    },
    once('project'),
  )

  const files = readdirSync(workbooksFolder)
    .filter((name) => /\.(xlsx|csv)$/.test(name))
    .toSorted()
    .map((name) => ({ name, bytes: readFileSync(join(workbooksFolder, name)) }))
  const importId = importIdSchema.parse(idOf('import'))
  tell(`reading ${files.length} workbooks`)
  await manager.ask(receiveImport, { id: importId, projectId }, { files, operationId: watched(house, idOf('receiving'), tell) })
  tell('writing what they hold')
  const accepted = await manager.ask(acceptImport, { id: importId }, { operationId: watched(house, idOf('accepting'), tell) })
  tell(
    `imported ${accepted.summary?.rows ?? 0} rows, ${accepted.summary?.findings.warning ?? 0} doubtful, ${accepted.summary?.unresolved ?? 0} names to be resolved`,
  )

  tell('giving a volunteer of the roll an account')
  const { rows: roll } = await manager.ask(listVolunteers, { projectId, offset: 0, limit: 200 })
  const [busiest] = roll.toSorted((a, b) => b.hours.shifts - a.hours.shifts)
  if (busiest !== undefined) {
    await manager.ask(
      openAccount,
      { volunteerId: busiest.id, name: demoVolunteer, password: firstPassword },
      once(`account ${demoVolunteer}`),
    )
    await takePassword(house, tenantId, demoVolunteer)
  }

  const { rows: hospitals } = await manager.ask(listOrganisations, { search: hospital, offset: 0, limit: 1 })
  const { communities } = await manager.ask(openProject, { id: projectId })
  const grants = demoAccounts.flatMap((account): z.input<typeof addGrant.input>[] => {
    switch (account.place) {
      case 'tenant':
        return []
      case 'project':
        return [{ ...grantOf(account), projectId }]
      case 'organisation':
        return hospitals.map(({ id }) => ({ ...grantOf(account), organisationId: id }))
      case 'community':
        return communitiesFor(account.role, communities).map((communityCode) => ({
          ...grantOf(account, communityCode),
          projectId,
          communityCode,
        }))
    }
  })
  for (const [index, grant] of grants.entries())
    await security.ask(addGrant, grant, { operationId: idOf(index === grants.length - 1 ? lastStep : `doing grant ${grant.id}`) })
  for (const caller of [system, security, manager]) await caller.end()
}

/** A community worker has one community, workers of the agency those of two streets. */
function communitiesFor(
  role: Role,
  communities: readonly { communityCode: DivisionCode; name: string; townName: string | null }[],
): DivisionCode[] {
  const chosen =
    role === 'communityWorker'
      ? communities.filter((community) => community.name === '旭东社区')
      : communities.filter((community) => community.townName === '红旗街道' || community.townName === '胜利街道')
  return chosen.map((community) => community.communityCode)
}

async function takePassword(house: House, tenantId: number, name: string): Promise<void> {
  const caller = await callerAs(house, tenantId, name)
  await caller.ask(changePassword, { current: firstPassword, next: demoPassword }, { operationId: idOf(`password of ${name}`) })
  await caller.end()
}

/** An operation id whose progress is told ten times a second until the process has better things to tell. */
function watched(house: House, id: string, tell: (step: string, done: number, of: number) => void): string {
  let last = ''
  const timer = setInterval(() => {
    const state = house.services.board.find(id)
    if (state === undefined) return
    const text = `${state.step} ${Math.floor((state.done / Math.max(1, state.of)) * 100)}`
    if (text !== last) tell(state.step, state.done, state.of)
    last = text
    if (state.step === 'comparing' && state.done === state.of) clearInterval(timer)
  }, 100)
  timer.unref()
  return id
}
