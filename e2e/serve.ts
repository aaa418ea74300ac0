// Starts the real server over a database of its own for one worker of the journeys, and ends with its standard input.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { configFrom } from '../src/server/config.ts'
import { startEmbedded } from '../src/server/embedded.ts'
import { logTo } from '../src/server/log.ts'
import { openHouse, serverOf } from '../src/server/main.ts'
import { routes } from '../src/server/routes.ts'
import { addStaff } from './staff.ts'

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
await admin.query(`create database ${name}`)
const url = new URL(server)
url.pathname = `/${name}`

const house = await openHouse(configFrom({ NODE_ENV: 'test', DATABASE_URL: url.toString(), NUANYANG_DATA: folder }))
await addStaff(house)
const app = await serverOf(house.services, routes, logTo(process.stderr, 'error'), webFolder)
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : undefined, ownerUrl: house.ownerUrl })}\n`)

process.stdin.resume()
process.stdin.once('end', () => {
  void (async () => {
    await app.close()
    await house.close()
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    await embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
    process.exit(0)
  })()
})
