import { Option, type Command } from 'commander'
import { v7 } from 'uuid'
import { z } from 'zod'
import { addAccount, addGrant } from '../features/identity/schema.ts'
import { roleSchema } from '../features/identity/role-rules.ts'
import { accountIdSchema, divisionCodeSchema, grantIdSchema, projectIdSchema } from '../kernel/ids.ts'
import { callerAs, easyPassword } from './caller.ts'
import { withCaller } from './with-house.ts'

const optionsSchema = z.object({
  as: z.string(),
  by: z.string(),
  tenant: z.string().optional(),
  role: roleSchema.optional(),
  project: projectIdSchema.optional(),
  community: z.array(divisionCodeSchema).default([]),
})

export function addAccountCommand(program: Command): void {
  program
    .command('account')
    .description('Accounts of staff.')
    .command('add')
    .description('Add an account and print its first password once; with --role also grant it.')
    .argument('<name>', 'the name to sign in with')
    .argument('<display-name>', 'the name that others see')
    .option('--as <account>', 'the system administrator who adds it', 'xitong')
    .option('--by <account>', 'the security administrator who grants the role', 'anquan')
    .option('--tenant <code>', 'the tenant, when there are several')
    .addOption(new Option('--role <role>', 'the role to grant').choices(roleSchema.options))
    .option('--project <id>', 'the project that the role is for')
    .option('--community <code...>', 'communities of the project, when the role is for some of them')
    .action(async (name: string, displayName: string, given: unknown) => {
      const read = optionsSchema.safeParse(given)
      if (!read.success) throw new Error(read.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'))
      const options = read.data
      await withCaller(
        { as: options.as, ...(options.tenant === undefined ? {} : { tenant: options.tenant }) },
        async (caller, house, tenantId) => {
          const id = accountIdSchema.parse(v7())
          const password = easyPassword()
          await caller.ask(addAccount, { id, name, displayName, password })
          if (options.role !== undefined) {
            const security = await callerAs(house, tenantId, options.by)
            for (const communityCode of options.community.length === 0 ? [undefined] : options.community)
              await security.ask(addGrant, {
                id: grantIdSchema.parse(v7()),
                accountId: id,
                role: options.role,
                ...(options.project === undefined ? {} : { projectId: options.project }),
                ...(communityCode === undefined ? {} : { communityCode }),
              })
            await security.end()
          }
          console.log(`${name}\t${password}`)
        },
      )
    })
}
