import type { Command } from 'commander'
import { join } from 'node:path'
import { configFrom } from '../server/config.ts'
import { startJobs } from '../server/job.ts'
import { logTo } from '../server/log.ts'
import { openHouse, serverOf } from '../server/main.ts'
import { unsafeThings } from '../server/safety.ts'
import { addDemo, demoAccounts, demoPassword, demoVolunteer, wantsDemo } from './demo.ts'
import { progressLine } from './progress-line.ts'

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('Serve the product on one port.')
    .option('--demo', 'on an empty database, load the reference project and demonstration accounts first (never in production)')
    .action(serve)
}

async function serve(options: { demo?: true }): Promise<void> {
  const config = configFrom(process.env)
  const line = progressLine()
  const house = await openHouse(config, (step) => line.step(step))
  const demo = options.demo === true && !config.production
  if (demo && (await wantsDemo(house))) await addDemo(house, (step, done, of) => line.step(step, done, of))
  line.end()
  const { calendarFeed, jobs, portal, routes } = await import('../server/routes.ts')
  const log = logTo(process.stderr, config.production ? config.logLevel : 'warn')
  const app = await serverOf(house.services, routes, log, {
    webFolder: join(import.meta.dirname, '../../dist/web'),
    portal: { database: house.portalDatabase, site: portal },
    feed: calendarFeed,
  })
  await app.listen({ port: config.port, host: config.host })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  console.log(`\nNuanyang 暖阳 is at http://localhost:${port}/`)
  if (demo) {
    console.log(`\nDemonstration accounts (password ${demoPassword}):`)
    for (const account of demoAccounts) console.log(`  ${account.name.padEnd(10)} ${account.displayName}`)
    console.log(`  ${demoVolunteer.padEnd(10)} 名册上的一位志愿者`)
    console.log('  xitong, anquan, shenji: the three administrators')
    for (const thing of await unsafeThings(house.appUrl)) console.log(`\nNot for real data: ${thing}`)
  }
  const atWork = startJobs(jobs, house.services, house.appUrl, log)
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (closing) return
      closing = true
      void app
        .close()
        .then(() => atWork.stop())
        .then(() => house.close())
        .then(() => process.exit(0))
    })
}
