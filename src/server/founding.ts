import { hash } from '@node-rs/argon2'
import { v7 } from 'uuid'
import { addAccount, addGrant } from '../features/identity/account-store.ts'
import type { Role } from '../features/identity/role-rules.ts'
import { passwordCost } from '../features/identity/password-rules.ts'
import { accountIdSchema, grantIdSchema } from '../kernel/ids.ts'
import { addTenant, type House } from './main.ts'

/** The three administrators that a new tenant begins with, their duties apart; they make all other accounts. */
export const firstAdministrators: readonly { name: string; displayName: string; role: Role }[] = [
  { name: 'xitong', displayName: '系统管理员', role: 'systemAdmin' },
  { name: 'anquan', displayName: '安全管理员', role: 'securityAdmin' },
  { name: 'shenji', displayName: '审计管理员', role: 'auditAdmin' },
]

/**
 * Founds a tenant with its three administrators. Each must change the password at the first sign-in. Founding one that
 * is there changes nothing but its name. @returns the tenant's id, and the passwords of accounts that were made.
 */
export async function foundTenant(
  house: House,
  code: string,
  name: string,
  passwordFor: (account: string) => string,
): Promise<{ tenantId: number; made: { name: string; password: string }[] }> {
  const tenantId = await addTenant(house.ownerUrl, code, name)
  const made: { name: string; password: string }[] = []
  await house.services.database.write(tenantId, async (tx) => {
    for (const administrator of firstAdministrators) {
      const known = await tx
        .selectFrom('account')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('name', '=', administrator.name)
        .executeTakeFirst()
      if (known !== undefined) continue
      const password = passwordFor(administrator.name)
      const id = accountIdSchema.parse(v7())
      await addAccount(tx, tenantId, {
        id,
        name: administrator.name,
        displayName: administrator.displayName,
        passwordHash: await hash(password, passwordCost),
        mustChangePassword: true,
      })
      await addGrant(tx, tenantId, id, { id: grantIdSchema.parse(v7()), role: administrator.role })
      made.push({ name: administrator.name, password })
    }
  })
  return { tenantId, made }
}
