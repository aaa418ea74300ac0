import { v7 } from 'uuid'
import { addAccount, addGrant, changePassword } from '../src/features/identity/schema.ts'
import type { Role } from '../src/features/identity/role-rules.ts'
import { accountIdSchema, grantIdSchema } from '../src/kernel/ids.ts'
import { callerAs } from '../src/cli/caller.ts'
import { firstAdministrators, foundTenant } from '../src/server/founding.ts'
import type { House } from '../src/server/main.ts'

/** Everybody's password in the journeys, once they have changed the first one. */
export const password = 'a password of the journeys'

/** People of the office whom the journeys know by name. */
export const staff = {
  system: 'xitong',
  security: 'anquan',
  auditor: 'shenji',
  manager: 'zhou.zhuren',
  bureau: 'sun.kezhang',
} as const

const others: readonly { name: string; displayName: string; role: Role }[] = [
  { name: staff.manager, displayName: '周主任', role: 'manager' },
  { name: staff.bureau, displayName: '孙科长', role: 'bureau' },
]

/** Founds a tenant whose people can sign in. */
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
  for (const { name, displayName, role } of others) {
    const id = accountIdSchema.parse(v7())
    await system.ask(addAccount, { id, name, displayName, password: first })
    await security.ask(addGrant, { id: grantIdSchema.parse(v7()), accountId: id, role })
    await settle(name)
  }
  await system.end()
  await security.end()
}
