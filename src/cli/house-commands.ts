import type { Command } from 'commander'
import { writeFileSync } from 'node:fs'
import { foundTenant } from '../server/founding.ts'
import { openApiOf } from '../server/openapi.ts'
import { listTenants } from '../features/identity/tenant-store.ts'
import { verifyTrail } from '../features/identity/trail-store.ts'
import { easyPassword } from './caller.ts'
import { progressLine } from './progress-line.ts'
import { withHouse } from './with-house.ts'

export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database to the newest schema.')
    .action(() => withHouse(() => Promise.resolve(console.log('The schema is at its newest.'))))
}

export function addTenantCommand(program: Command): void {
  const tenant = program.command('tenant').description('Tenants: the bureaus that this deployment serves.')
  tenant
    .command('add')
    .description('Add a tenant with its three administrators, and print their first passwords once.')
    .argument('<code>', 'a short code, for the sign-in page')
    .argument('<name>', 'its name, for example 盘锦市民政局')
    .action((code: string, name: string) =>
      withHouse(async (house) => {
        const { made } = await foundTenant(house, code, name, () => easyPassword())
        if (made.length === 0) console.log(`${name} was there already; nothing was changed but its name.`)
        for (const account of made) console.log(`${account.name}\t${account.password}`)
      }),
    )
}

export function addTrailCommand(program: Command): void {
  const trail = program.command('trail').description('The trail of everything that was done.')
  trail
    .command('verify')
    .description('Recompute every lane of every tenant’s trail; exit code 1 when an entry is not what was written.')
    .action(() =>
      withHouse(async (house) => {
        const tenants = await house.services.database.outside(listTenants)
        const line = progressLine()
        for (const tenant of tenants) {
          const found = await house.services.database.read(tenant.tenant_id, (tx) =>
            verifyTrail(tx, tenant.tenant_id, (done, of) => line.step(tenant.name, done, of)),
          )
          line.end()
          if (found.broken === null) console.log(`${tenant.name}: ${found.entries} entries in ${found.lanes} lanes, all as written.`)
          else {
            console.error(`${tenant.name}: entry ${found.broken.seq} of lane ${found.broken.lane} is not what was written, or is missing.`)
            process.exitCode = 1
          }
        }
      }),
    )
}

export function addOpenApiCommand(program: Command): void {
  program
    .command('openapi')
    .description('Print the OpenAPI 3.1 description, or write it to a file.')
    .option('-o, --out <file>', 'the file to write')
    .action(async (options: { out?: string }) => {
      const text = await openApiText()
      if (options.out === undefined) process.stdout.write(text)
      else writeFileSync(options.out, text)
    })
}

/** The description as it is committed. */
export async function openApiText(): Promise<string> {
  const { routes } = await import('../server/routes.ts')
  return `${JSON.stringify(openApiOf(routes.map((route) => route.endpoint)), null, 2)}\n`
}
