import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { addDivisions } from '../features/places/store.ts'
import { shuangtaizi } from '../features/places/shuangtaizi-schema.ts'
import { addAccount, addGrant } from '../features/identity/account-store.ts'
import { addSession } from '../features/identity/session-store.ts'
import { verifyTrail } from '../features/identity/trail-store.ts'
import { addProject, saveLists } from '../features/projects/list-store.ts'
import { daySchema } from '../kernel/day.ts'
import { accountIdSchema, grantIdSchema, projectIdSchema, type ProjectId } from '../kernel/ids.ts'
import { configFrom } from '../server/config.ts'
import { addTenant, openHouse, type House } from '../server/main.ts'
import { referenceBooks } from './reference.ts'

// The server as it runs for an agency, killed thirty times in the middle of its work, PostgreSQL with it every third time.

const rounds = 30
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'nuanyang-kill-'))
const env = { ...process.env, NUANYANG_DATA: folder, DATABASE_URL: undefined, NODE_ENV: 'production', LOG_LEVEL: 'silent' }

const books = referenceBooks().filter((book) => /^(01-1|02|10)/.test(book.name))
/** Rows that these books make of each table when nothing interrupts them. */
let whole: Record<string, number> = {}
let tenantId = 0
let cookie = ''
const projects: ProjectId[] = []
const acknowledged: { id: string; table: 'service' | 'organisation' }[] = []

let seed = 11
const random = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed % below
}

const withHouse = async <T>(work: (house: House) => Promise<T>): Promise<T> => {
  const house = await openHouse(configFrom({ NUANYANG_DATA: folder }))
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}

beforeAll(async () => {
  chmodSync(folder, 0o755)
  await withHouse(async (house) => {
    tenantId = await addTenant(house.ownerUrl, 'kill', '断电')
    cookie = await house.services.database.write(tenantId, async (tx) => {
      await addDivisions(tx, tenantId, shuangtaizi)
      const account = accountIdSchema.parse(v7())
      await addAccount(tx, tenantId, { id: account, name: 'manager', displayName: '负责人', passwordHash: 'none' })
      await addGrant(tx, tenantId, account, { id: grantIdSchema.parse(v7()), role: 'manager' })
      for (let round = 0; round <= rounds; round++) {
        const id = projectIdSchema.parse(v7())
        await addProject(tx, tenantId, {
          id,
          name: `第${round}轮`,
          agencyId: null,
          funderId: null,
          startsOn: daySchema.parse('2024-09-01'),
          endsOn: daySchema.parse('2025-05-01'),
          served: null,
          budgetFen: null,
        })
        await saveLists(tx, tenantId, id, {
          communities: shuangtaizi
            .filter((one) => one.code.length === 12)
            .map((one) => ({ communityCode: one.code, programmeName: null, programmeFor: null })),
        })
        await addGrant(tx, tenantId, account, { id: grantIdSchema.parse(v7()), role: 'manager', projectId: id })
        projects.push(id)
      }
      return `__Host-nuanyang=${tenantId}.${(await addSession(tx, tenantId, account, 'kill')).token}`
    })
  })
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Running = { port: number; child: ChildProcess; gone: Promise<void> }

async function serve(more: Record<string, string>, ...options: string[]): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/cli/main.ts', 'serve', ...options], {
    cwd: root,
    env: { ...env, PORT: String(port), ...more },
    stdio: 'ignore',
  })
  return { port, child, gone: new Promise<void>((done) => child.once('exit', () => done())) }
}

async function isUp(port: number, seconds: number): Promise<void> {
  for (let tries = 0; tries < seconds * 40; tries++) {
    const up = await fetch(`http://127.0.0.1:${port}/api/healthz`).then(
      (reply) => reply.ok,
      () => false,
    )
    if (up) return
    await after(25)
  }
  throw new Error('The server did not come up again.')
}

const after = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

async function start(): Promise<Running> {
  const running = await serve({})
  await isUp(running.port, 10)
  return running
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Asks, and says whether the answer arrived whole. */
async function ask(port: number, name: string, body: string | FormData): Promise<boolean> {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}/api/${name}`, {
      method: 'POST',
      headers: { cookie, 'operation-id': v7(), ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) },
      body,
    })
    await reply.text()
    return reply.ok
  } catch {
    return false
  }
}

/** Writes until the server is gone, keeping what was acknowledged. */
async function write(port: number, projectId: ProjectId, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const id = v7()
    if (random(2) === 0) {
      const service = {
        id,
        projectId,
        kind: 'home_visit',
        line: 'social',
        status: 'held',
        communityCode: '211102004005',
        day: '2024-10-08',
      }
      if (await ask(port, 'services.record', JSON.stringify(service))) acknowledged.push({ id, table: 'service' })
    } else {
      const organisation = { id, name: `组织${id}`, party: 'charity', kind: null, creditCode: null, phone: null, divisionCode: null }
      if (await ask(port, 'organisations.add', JSON.stringify(organisation))) acknowledged.push({ id, table: 'organisation' })
    }
  }
}

async function bringIn(port: number, projectId: ProjectId): Promise<void> {
  const id = v7()
  const form = new FormData()
  form.set('input', JSON.stringify({ id, projectId }))
  for (const book of books) form.append('files', new Blob([new Uint8Array(book.bytes)]), book.name)
  if (await ask(port, 'imports.receive', form)) await ask(port, 'imports.accept', JSON.stringify({ id }))
}

function killPostgres(): void {
  const [pid] = readFileSync(join(postgresFolder(), 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

/** Where this user's embedded PostgreSQL keeps its data: beside us, or as root where its own user can reach. */
const postgresFolder = (): string => join(folder, 'postgres')

const rowsOf = async (client: Client, projectId: ProjectId): Promise<Record<string, number>> => {
  const count = async (text: string) => (await client.query<{ n: number }>(text, [tenantId, projectId])).rows[0]?.n ?? 0
  return {
    registration: await count('select count(*)::int as n from registration where tenant_id = $1 and project_id = $2'),
    imported: await count('select count(*)::int as n from imported_record where tenant_id = $1 and project_id = $2'),
    attendance: await count(
      'select count(*)::int as n from attendance a join service s on s.tenant_id = a.tenant_id and s.id = a.service_id where s.tenant_id = $1 and s.project_id = $2',
    ),
  }
}

const stateSchema = z.array(z.object({ project_id: z.string(), state: z.string() }))

test('killed thirty times, the server has lost no acknowledged write and left no half import', async () => {
  const first = await start()
  await bringIn(first.port, projects[rounds] ?? projectIdSchema.parse(v7()))
  first.child.kill('SIGKILL')
  await first.gone
  for (let round = 0; round < rounds; round++) {
    const { port, child, gone } = await start()
    const projectId = projects[round]
    if (projectId === undefined) throw new Error('No project.')
    let over = false
    const work = [
      write(port, projectId, () => over),
      write(port, projectId, () => over),
      write(port, projectId, () => over),
      bringIn(port, projectId),
    ]
    await after(150 + random(2300))
    if (round % 3 === 2) killPostgres()
    child.kill('SIGKILL')
    await gone
    over = true
    await Promise.all(work)
  }

  await withHouse(async (house) => {
    const client = new Client({ connectionString: house.ownerUrl })
    await client.connect()
    const lost: string[] = []
    for (const { id, table } of acknowledged) {
      const { rows } = await client.query(`select 1 from ${table} where tenant_id = $1 and id = $2`, [tenantId, id])
      if (rows.length === 0) lost.push(`${table} ${id}`)
    }
    expect(lost).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(rounds)

    whole = await rowsOf(client, projects[rounds] ?? projectIdSchema.parse(v7()))
    expect(whole['registration']).toBeGreaterThan(50)
    const states = stateSchema.parse((await client.query('select project_id, state from import where tenant_id = $1', [tenantId])).rows)
    const halves: unknown[] = []
    for (const projectId of projects) {
      const rows = await rowsOf(client, projectId)
      const accepted = states.some((one) => one.project_id === projectId && one.state === 'accepted')
      // People of an earlier round are on file already and are not added again: what an import keeps of itself is the measure.
      if (
        accepted
          ? rows['imported'] !== whole['imported'] || rows['registration'] !== whole['registration']
          : rows['imported'] !== 0 || rows['registration'] !== 0
      )
        halves.push({ projectId, accepted, rows, whole })
    }
    expect(halves).toEqual([])
    await client.end()
    const trail = await house.services.database.read(tenantId, (tx) => verifyTrail(tx, tenantId))
    expect(trail.broken).toBeNull()
    expect(trail.entries).toBeGreaterThanOrEqual(acknowledged.length)
  })
}, 300_000)

test('a demonstration that is killed while it is loaded goes on where it was, and is loaded once', async () => {
  const more = { NUANYANG_DATA: join(folder, 'demonstration'), NODE_ENV: 'development' }
  for (const milliseconds of [1500, 3000, 5000, 8000]) {
    const { child, gone } = await serve(more, '--demo')
    await after(milliseconds)
    child.kill('SIGKILL')
    await gone
  }
  const { port, child, gone } = await serve(more, '--demo')
  await isUp(port, 120)
  child.kill('SIGTERM')
  await gone
  const house = await openHouse(configFrom({ NUANYANG_DATA: more.NUANYANG_DATA }))
  const client = new Client({ connectionString: house.ownerUrl })
  await client.connect()
  const { rows } = await client.query(`select
    (select count(*)::int from account) as accounts, (select count(*)::int from project) as projects,
    (select count(*)::int from import where state = 'accepted') as imports, (select count(*)::int from import) as tries`)
  await client.end()
  await house.close()
  expect(rows).toEqual([{ accounts: 11, projects: 1, imports: 1, tries: 1 }])
}, 300_000)
