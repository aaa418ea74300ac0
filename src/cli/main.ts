import { Command } from 'commander'
import { prettifyError, ZodError } from 'zod'
import { addAccountCommand } from './account-command.ts'
import { addExportCommand } from './export-command.ts'
import { addFiguresCommand } from './figures-command.ts'
import { addImportCommand } from './import-command.ts'
import { addMigrateCommand, addOpenApiCommand, addTenantCommand, addTrailCommand } from './house-commands.ts'
import { addPublishingCommand } from './publishing-command.ts'
import { addServeCommand } from './serve-command.ts'

const program = new Command('nuanyang')
  .description('Nuanyang 暖阳: community elder care under the linkage of five parties.')
  .addHelpText(
    'after',
    `
Settings come from the environment:
  DATABASE_URL         a PostgreSQL server of your own, 15 or later; without it an embedded one is started
  DATABASE_APP_URL     the role that the server works as, if you made one yourself
  DATABASE_PORTAL_URL  the role that the public pages are read by, if you made one yourself
  NUANYANG_KEY         32 bytes in base64 that seal identity numbers; without it a key file is made
  NUANYANG_DATA        the folder for data (.data)
  PORT, HOST           where to serve (8080, 127.0.0.1)

Exit codes: 0 done, 1 refused or failed, 2 wrong usage.`,
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .showHelpAfterError('(run with --help for how it is used)')

for (const add of [
  addServeCommand,
  addMigrateCommand,
  addImportCommand,
  addFiguresCommand,
  addExportCommand,
  addAccountCommand,
  addTenantCommand,
  addTrailCommand,
  addPublishingCommand,
  addOpenApiCommand,
])
  add(program)

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof ZodError ? prettifyError(error) : error instanceof Error ? error.message : error)
  process.exitCode = 1
}
