import { Option, type Command } from 'commander'
import { v7 } from 'uuid'
import { addAccount, addGrant } from '../features/identity/schema.ts'
import { roleSchema, type Role } from '../features/identity/role-rules.ts'
import { accountIdSchema, grantIdSchema, type DivisionCode, type ProjectId } from '../kernel/ids.ts'
import { callerAs, easyPassword } from './caller.ts'
import { communityValues, projectValue } from './option-values.ts'
import { withCaller, type CallerOptions } from './with-house.ts'

type Options = CallerOptions & {
  readonly by: string
  readonly role?: Role
  readonly project?: ProjectId
  readonly community?: DivisionCode[]
}

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
    .option('--project <id>', 'the project that the role is for', projectValue)
    .option('--community <code...>', 'communities of the project, when the role is for some of them', communityValues)
    .action(async (name: string, displayName: string, options: Options) => {
      await withCaller(options, async (caller, house, tenantId) => {
        const id = accountIdSchema.parse(v7())
        const password = easyPassword()
        await caller.ask(addAccount, { id, name, displayName, password })
        if (options.role !== undefined) {
          const security = await callerAs(house, tenantId, options.by)
          for (const communityCode of options.community ?? [undefined])
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
      })
    })
}
