import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { addAccount, addGrant, changePassword } from '../features/identity/schema.ts'
import type { Role } from '../features/identity/role-rules.ts'
import { acceptImport, receiveImport } from '../features/exchange/schema.ts'
import { addOrganisation } from '../features/organisations/schema.ts'
import { addPlace } from '../features/places/schema.ts'
import { shuangtaizi } from '../features/places/shuangtaizi-schema.ts'
import { addProject, openProject } from '../features/projects/schema.ts'
import { daySchema } from '../kernel/day.ts'
import { accountIdSchema, grantIdSchema, importIdSchema, organisationIdSchema, projectIdSchema, type DivisionCode } from '../kernel/ids.ts'
import type { House } from '../server/main.ts'
import { firstAdministrators, foundTenant } from '../server/founding.ts'
import { callerAs } from './caller.ts'

/** The demonstration's password. It opens nothing but invented people. */
export const demoPassword = 'nuanyang-2025'

const workbooksFolder = join(import.meta.dirname, '../../demo/reference-project')

type DemoAccount = { name: string; displayName: string; role: Role; place: 'tenant' | 'project' | 'community' }

/** One account for each role that the office serves. */
export const demoAccounts: readonly DemoAccount[] = [
  { name: 'jiguan', displayName: '民政局 孙科长', role: 'bureau', place: 'tenant' },
  { name: 'zhuguan', displayName: '光点 周主任', role: 'manager', place: 'tenant' },
  { name: 'dudao', displayName: '光点 吴督导', role: 'supervisor', place: 'project' },
  { name: 'shegong', displayName: '光点 刘社工', role: 'socialWorker', place: 'community' },
  { name: 'zixun', displayName: '光点 高咨询师', role: 'counsellor', place: 'community' },
  { name: 'shequ', displayName: '旭东社区 赵网格员', role: 'communityWorker', place: 'community' },
]

/** Whether the database holds no tenant yet. */
export async function isEmpty(house: House): Promise<boolean> {
  const tenants = await house.services.database.outside((tx) => tx.selectFrom('tenant_directory').select('tenant_id').execute())
  return tenants.length === 0
}

/** Founds the demonstration's tenant with accounts, places and the reference project, its workbooks imported. */
export async function addDemo(house: House, tell: (step: string, done?: number, of?: number) => void): Promise<void> {
  tell('founding 盘锦市民政局 with its three administrators')
  const { tenantId } = await foundTenant(house, 'panjin', '盘锦市民政局（演示）', () => 'the-first-password')
  for (const { name } of firstAdministrators) await takePassword(house, tenantId, name)
  const system = await callerAs(house, tenantId, 'xitong')
  const security = await callerAs(house, tenantId, 'anquan')

  tell(`adding ${shuangtaizi.length} divisions of 双台子区`)
  for (const { validTo: _open, ...division } of shuangtaizi) await system.ask(addPlace, division)

  const ids = new Map(demoAccounts.map((account) => [account.name, accountIdSchema.parse(v7())]))
  tell(`adding ${demoAccounts.length} accounts`)
  for (const account of demoAccounts) {
    const id = ids.get(account.name)
    if (id === undefined) continue
    await system.ask(addAccount, { id, name: account.name, displayName: account.displayName, password: 'the-first-password' })
    await takePassword(house, tenantId, account.name)
    if (account.place === 'tenant') await security.ask(addGrant, { id: grantIdSchema.parse(v7()), accountId: id, role: account.role })
  }

  tell('opening the reference project')
  const manager = await callerAs(house, tenantId, 'zhuguan')
  const organisation = (name: string, party: 'social_organisation' | 'government') => ({
    id: organisationIdSchema.parse(v7()),
    name,
    party,
    kind: null,
    creditCode: null,
    phone: null,
    divisionCode: null,
  })
  const agency = await manager.ask(addOrganisation, organisation('光点社会工作服务中心', 'social_organisation'))
  const funder = await manager.ask(addOrganisation, organisation('盘锦市民政局', 'government'))
  const projectId = projectIdSchema.parse(v7())
  await manager.ask(addProject, {
    id: projectId,
    name: '五社联动公益创投为老服务项目',
    agencyId: agency.id,
    funderId: funder.id,
    startsOn: daySchema.parse('2024-09-01'),
    endsOn: daySchema.parse('2025-05-01'),
    served: null,
    budgetFen: null,
  })

  const files = readdirSync(workbooksFolder)
    .filter((name) => /\.(xlsx|csv)$/.test(name))
    .toSorted()
    .map((name) => ({ name, bytes: readFileSync(join(workbooksFolder, name)) }))
  const importId = importIdSchema.parse(v7())
  tell(`reading ${files.length} workbooks`)
  await manager.ask(
    receiveImport,
    { id: importId, projectId },
    { files, operationId: watched(house, (step, done, of) => tell(step, done, of)) },
  )
  tell('writing what they hold')
  const accepted = await manager.ask(
    acceptImport,
    { id: importId },
    { operationId: watched(house, (step, done, of) => tell(step, done, of)) },
  )
  tell(
    `imported ${accepted.summary?.rows ?? 0} rows, ${accepted.summary?.findings.warning ?? 0} doubtful, ${accepted.summary?.unresolved ?? 0} names to be resolved`,
  )

  const project = await manager.ask(openProject, { id: projectId })
  for (const account of demoAccounts) {
    const accountId = ids.get(account.name)
    if (accountId === undefined || account.place === 'tenant') continue
    const codes: (DivisionCode | undefined)[] =
      account.place === 'project' ? [undefined] : communitiesFor(account.role, project.communities)
    for (const communityCode of codes)
      await security.ask(addGrant, {
        id: grantIdSchema.parse(v7()),
        accountId,
        role: account.role,
        projectId,
        ...(communityCode === undefined ? {} : { communityCode }),
      })
  }
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
  await caller.ask(changePassword, { current: 'the-first-password', next: demoPassword })
  await caller.end()
}

/** An operation id whose progress is told ten times a second until the process has better things to tell. */
function watched(house: House, tell: (step: string, done: number, of: number) => void): string {
  const id = v7()
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
