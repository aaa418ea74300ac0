import { v7 } from 'uuid'
import { addAccount, addGrant, changePassword } from '../src/features/identity/schema.ts'
import type { Role } from '../src/features/identity/role-rules.ts'
import { addOrganisation } from '../src/features/organisations/schema.ts'
import { addPerson } from '../src/features/people/schema.ts'
import { addPlace } from '../src/features/places/schema.ts'
import { shuangtaizi } from '../src/features/places/shuangtaizi-schema.ts'
import { addProject, saveProjectLists } from '../src/features/projects/schema.ts'
import { daySchema } from '../src/kernel/day.ts'
import {
  accountIdSchema,
  grantIdSchema,
  organisationIdSchema,
  personIdSchema,
  projectIdSchema,
  type DivisionCode,
  type ProjectId,
} from '../src/kernel/ids.ts'
import { callerAs, type TerminalCaller } from '../src/cli/caller.ts'
import { firstAdministrators, foundTenant } from '../src/server/founding.ts'
import type { House } from '../src/server/main.ts'

/** Everybody's password in the journeys, once they have changed the first one. */
export const password = 'a password of the journeys'

/** Where the journeys may be sent messages, on this machine. */
export const receiverPort = 39_471

/** People of the office whom the journeys know by name. */
export const staff = {
  system: 'xitong',
  security: 'anquan',
  auditor: 'shenji',
  manager: 'zhou.zhuren',
  bureau: 'sun.kezhang',
  supervisor: 'wu.dudao',
  worker: 'liu.shegong',
  counsellor: 'gao.zixun',
  hospital: 'renmin.yiyuan',
} as const

const others: readonly { name: string; displayName: string; role: Role }[] = [
  { name: staff.manager, displayName: '周主任', role: 'manager' },
  { name: staff.bureau, displayName: '孙科长', role: 'bureau' },
]

/** Who works in the project of the journeys, and a hospital that is asked for help. */
const projectStaff: readonly { name: string; displayName: string; role: Role }[] = [
  { name: staff.supervisor, displayName: '吴督导', role: 'supervisor' },
  { name: staff.worker, displayName: '刘社工', role: 'socialWorker' },
  { name: staff.counsellor, displayName: '高咨询师', role: 'counsellor' },
  { name: staff.hospital, displayName: '人民医院 医务科', role: 'partner' },
]

/** A project in two communities, for journeys that need one. */
export const projectName = '为老服务项目'

/** Founds a tenant whose people can sign in, with a project that has a few elders. */
export async function addStaff(house: House): Promise<void> {
  const first = 'the first password'
  const { tenantId } = await foundTenant(house, 'journeys', '测试市民政局', () => first)
  const settle = async (name: string) => {
    const caller = await callerAs(house, tenantId, name)
    await caller.ask(changePassword, { current: first, next: password })
    await caller.end()
  }
  for (const { name } of firstAdministrators) await settle(name)
  const system = await callerAs(house, tenantId, staff.system)
  const security = await callerAs(house, tenantId, staff.security)
  for (const { validTo: _open, ...division } of shuangtaizi) await system.ask(addPlace, division)
  for (const { name, displayName, role } of others) {
    const id = accountIdSchema.parse(v7())
    await system.ask(addAccount, { id, name, displayName, password: first })
    await security.ask(addGrant, { id: grantIdSchema.parse(v7()), accountId: id, role })
    await settle(name)
  }
  const manager = await callerAs(house, tenantId, staff.manager)
  const projectId = await addProjectWithElders(manager)
  const hospital = { id: organisationIdSchema.parse(v7()), name: '双台子区人民医院', party: 'charity', kind: '医院' } as const
  await manager.ask(addOrganisation, { ...hospital, creditCode: null, phone: null, divisionCode: null })
  for (const { name, displayName, role } of projectStaff) {
    const id = accountIdSchema.parse(v7())
    const where = role === 'partner' ? { organisationId: hospital.id } : { projectId }
    await system.ask(addAccount, { id, name, displayName, password: first })
    await security.ask(addGrant, { id: grantIdSchema.parse(v7()), accountId: id, role, ...where })
    await settle(name)
  }
  for (const caller of [system, security, manager]) await caller.end()
}

const communityCalled = (name: string): DivisionCode => {
  const found = shuangtaizi.find((division) => division.name === name)
  if (found === undefined) throw new Error(`No community ${name}.`)
  return found.code
}

async function addProjectWithElders(manager: TerminalCaller): Promise<ProjectId> {
  const projectId = projectIdSchema.parse(v7())
  await manager.ask(addProject, {
    id: projectId,
    name: projectName,
    agencyId: null,
    funderId: null,
    startsOn: daySchema.parse('2024-09-01'),
    endsOn: daySchema.parse('2025-05-01'),
    served: null,
    budgetFen: null,
  })
  const communities = ['旭东社区', '光正台村'].map(communityCalled)
  await manager.ask(saveProjectLists, {
    id: projectId,
    version: 1,
    communities: communities.map((communityCode) => ({ communityCode, programmeName: null, programmeFor: null })),
    targets: [{ id: v7(), measure: 'activities', wording: '社区活动场次', value: 100, unit: '场' }],
    budget: [{ id: v7(), name: '宣传费', amountFen: 100_000, capPercent: null }],
  })
  const elders: readonly [string, 'male' | 'female', string, string][] = [
    ['王秀云', 'female', '1952-08-27', '13800001709'],
    ['张忠清', 'male', '1949-01-15', '13800002211'],
    ['李桂兰', 'female', '1944-11-02', '13800003322'],
  ]
  for (const [at, [name, sex, birthDate, phone]] of elders.entries())
    await manager.ask(addPerson, {
      id: personIdSchema.parse(v7()),
      projectId,
      part: 'elder',
      name,
      sex,
      birthDate: daySchema.parse(birthDate),
      birthday: { calendar: 'solar', month: null, day: null, leap: false },
      ethnicity: null,
      phone,
      otherPhone: null,
      address: null,
      livingWith: null,
      communityCode: communities[at % 2] ?? null,
      householdNumber: null,
      note: null,
      idNumber: null,
    })
  return projectId
}
