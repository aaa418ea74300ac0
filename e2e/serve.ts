// The real server for one worker of the journeys. Each line on standard input asks for a server over a fresh database, whose
// address is answered in a line; the one before it ends. All ends with standard input.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { configFrom } from '../src/server/config.ts'
import { startEmbedded } from '../src/server/embedded.ts'
import { logTo } from '../src/server/log.ts'
import { openHouse, serverOf } from '../src/server/main.ts'
import { calendarFeed, jobs, portal, routes } from '../src/server/routes.ts'
import { startJobs } from '../src/server/job.ts'
import { addStaff, receiverPort } from './staff.ts'

const webFolder = process.env['NUANYANG_WEB'] ?? join(import.meta.dirname, '../dist/web')
const folder = mkdtempSync(join(tmpdir(), 'nuanyang-journeys-'))
chmodSync(folder, 0o755)
const given = process.env['DATABASE_URL']
const embedded =
  given === undefined ? await startEmbedded(folder, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }) : undefined
const server = given ?? embedded?.url ?? ''

const name = `journeys_${randomBytes(6).toString('hex')}`
const admin = new Client({ connectionString: server })
await admin.connect()

const houseOver = async (database: string) => {
  const url = new URL(server)
  url.pathname = `/${database}`
  return openHouse(
    configFrom({
      NODE_ENV: 'test',
      DATABASE_URL: url.toString(),
      NUANYANG_DATA: folder,
      NUANYANG_WEBHOOK_HOSTS: `127.0.0.1:${receiverPort}`,
    }),
  )
}

// Written once, and copied for every file of journeys: what one of them leaves behind is in no other's way.
const template = `${name}_staff`
await admin.query(`create database ${template}`)
const founded = await houseOver(template)
await addStaff(founded)
await founded.close()

type Open = { line: string; close(): Promise<void> }

async function openNext(number: number): Promise<Open> {
  const database = `${name}_${number}`
  await admin.query(`create database ${database} template ${template}`)
  const house = await houseOver(database)
  const app = await serverOf(house.services, routes, logTo(process.stderr, 'error'), {
    webFolder,
    portal: { database: house.portalDatabase, site: portal },
    feed: calendarFeed,
  })
  const atWork = startJobs(jobs, house.services, house.appUrl, logTo(process.stderr, 'error'))
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  return {
    line: JSON.stringify({ port: typeof address === 'object' ? address?.port : undefined, ownerUrl: house.ownerUrl }),
    close: async () => {
      await app.close()
      await atWork.stop()
      await house.close()
      await admin.query(`drop database if exists ${database} with (force)`)
    },
  }
}

let open: Open | undefined
let number = 0
for await (const asked of createInterface({ input: process.stdin })) {
  if (asked !== 'next') throw new Error(`Not understood: ${asked}`)
  await open?.close()
  open = await openNext(++number)
  process.stdout.write(`${open.line}\n`)
}
await open?.close()
await admin.query(`drop database if exists ${template} with (force)`)
await admin.end()
await embedded?.stop()
rmSync(folder, { recursive: true, force: true })
process.exit(0)
