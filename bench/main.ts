import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, freemem, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { z } from 'zod'
import { hashPassword } from '../src/features/identity/routes.ts'
import { addAccount, addGrant } from '../src/features/identity/account-store.ts'
import { addSession } from '../src/features/identity/session-store.ts'
import { accountIdSchema, grantIdSchema, projectIdSchema } from '../src/kernel/ids.ts'
import { configFrom } from '../src/server/config.ts'
import { logTo } from '../src/server/log.ts'
import { addTenant, openHouse, serverOf, type House } from '../src/server/main.ts'
import { sessionCookie } from '../src/server/http.ts'
import { routes } from '../src/server/routes.ts'
import { fill, sizes, type Data } from './data.ts'
import { hostileFiles } from './hostile.ts'
import { packing } from './pack.ts'
import { portalPages } from './portal.ts'
import { registerBook } from './register.ts'

const wanted = process.argv.slice(2)
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name)
const root = join(import.meta.dirname, '..')
const say = (text: string): void => console.log(text)

const resultSchema = z.object({ answered: z.number(), failed: z.number(), perSecond: z.number(), median: z.number(), p99: z.number() })
type Result = z.infer<typeof resultSchema>
type Load = {
  port: number
  path: string
  headers: Record<string, string>
  bodies: string[]
  connections: number
  seconds: number
  operation: boolean
  pages?: string[]
}

const load = (workerData: Load): Promise<Result> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./load-worker.ts', import.meta.url), { workerData })
    worker.once('message', (message) => resolve(resultSchema.parse(message)))
    worker.once('error', reject)
  })

/** Product and floor in turn, three times each; the median of each. */
async function compare(name: string, bar: string, product: Load, floor: Load): Promise<void> {
  const results: [Result, Result][] = []
  await load({ ...product, seconds: 2 })
  await load({ ...floor, seconds: 2 })
  for (let round = 0; round < 3; round++) results.push([await load(product), await load(floor)])
  const ratios = results.map(([ours, theirs]) => ours.perSecond / theirs.perSecond).toSorted((a, b) => a - b)
  const [ours, theirs] = results.toSorted((a, b) => a[0].perSecond - b[0].perSecond)[1] ?? results[0] ?? []
  if (ours === undefined || theirs === undefined) throw new Error('Nothing was measured.')
  say(
    `\n${name}, ${product.connections} connections\n  product ${ours.perSecond.toFixed(0)}/s (median ${ours.median.toFixed(1)} ms, 99 % ${ours.p99.toFixed(1)} ms, ${ours.failed} failed)`,
  )
  say(
    `  floor   ${theirs.perSecond.toFixed(0)}/s (median ${theirs.median.toFixed(1)} ms, 99 % ${theirs.p99.toFixed(1)} ms, ${theirs.failed} failed)`,
  )
  say(`  ratio   ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}   bar: ${bar}`)
}

async function withServers(
  house: House,
  data: Data,
  work: (ours: Omit<Load, 'path' | 'bodies'>, floorPort: number) => Promise<void>,
): Promise<void> {
  const app = await serverOf(house.services, routes, logTo(process.stderr, 'silent'))
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const token = await house.services.database.write(data.tenantId, async (tx) => {
    const id = accountIdSchema.parse(v7())
    await addAccount(tx, data.tenantId, {
      id,
      name: `bench-${id.slice(-6)}`,
      displayName: '量尺',
      passwordHash: await hashPassword('a password for the bench'),
    })
    await addGrant(tx, data.tenantId, id, {
      id: grantIdSchema.parse(v7()),
      role: 'manager',
      projectId: projectIdSchema.parse(data.projectId),
    })
    return (await addSession(tx, data.tenantId, id, 'bench')).token
  })
  const floor = new Worker(new URL('./floor-worker.ts', import.meta.url), { workerData: { url: house.ownerUrl, tenantId: data.tenantId } })
  const floorPort = await new Promise<number>((resolve) => floor.once('message', (message) => resolve(z.number().parse(message))))
  await work(
    { port, headers: { cookie: `${sessionCookie}=${data.tenantId}.${token}` }, connections: 32, seconds: 6, operation: false },
    floorPort,
  )
  await floor.terminate()
  await app.close()
}

async function figures(house: House, data: Data): Promise<void> {
  const { breakDown } = await import('../src/features/measures/store.ts')
  const { findProject } = await import('../src/features/measures/project-facts-store.ts')
  const client = new Client({ connectionString: house.ownerUrl })
  await client.connect()
  const bare = `select s.community_code, s.month, s.kind, count(distinct a.person_id) as persons, count(*) as attendances
    from service s join attendance a on a.tenant_id = s.tenant_id and a.service_id = s.id
    where s.tenant_id = $1 and s.project_id = $2 and s.status = 'held' and not s.repeats and not a.repeats and a.part in ('beneficiary', 'carer')
      and s.kind in ('case_session', 'group_session', 'activity', 'clinic_day', 'hand_out', 'home_visit', 'craft_lesson', 'respite')
      and s.day between '2024-09-01' and '2025-04-30'
    group by 1, 2, 3`
  const times: [number, number][] = []
  let rows = 0
  for (let round = 0; round < 6; round++) {
    const started = performance.now()
    const ours = await house.services.database.read(data.tenantId, async (tx) => {
      const project = await findProject(tx, data.tenantId, projectIdSchema.parse(data.projectId))
      if (project === undefined) throw new Error('No project.')
      return breakDown(tx, project, {
        measures: ['direct_persons', 'direct_times'],
        by: ['community', 'month', 'kind'],
        totals: false,
        scope: {},
      })
    })
    const between = performance.now()
    rows = (await client.query(bare, [data.tenantId, data.projectId])).rows.length
    if (round > 0) times.push([between - started, performance.now() - between])
    if (round === 0) say(`\nfigures by community × month × kind, persons and attendances: ${ours.cells.length} cells (bare SQL: ${rows})`)
  }
  await client.end()
  const [ours, theirs] = times.toSorted((a, b) => a[0] / a[1] - b[0] / b[1])[2] ?? [0, 1]
  say(
    `  product ${ours.toFixed(0)} ms, bare SQL ${theirs.toFixed(0)} ms, ratios ${times.map(([a, b]) => (a / b).toFixed(2)).join(', ')}   bar: at most 1.5`,
  )
}

/** One command in a process of its own: how long it takes, and the most memory it holds. */
async function run(args: string[], env: Record<string, string>): Promise<{ seconds: number; megabytes: number; out: string }> {
  const started = performance.now()
  const child = spawn(process.execPath, [...process.execArgv, join(root, 'src/cli/main.ts'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let most = 0
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk))
  child.stderr.on('data', (chunk: Buffer) => (out += chunk))
  const timer = setInterval(() => (most = Math.max(most, memoryOf(child.pid))), 50)
  await new Promise((done) => child.once('exit', done))
  clearInterval(timer)
  return { seconds: (performance.now() - started) / 1000, megabytes: most, out }
}

function memoryOf(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

async function importing(house: House, data: Data, folder: string): Promise<void> {
  const book = await registerBook(join(folder, '花名册.xlsx'), 20_000)
  const projectId = v7()
  const client = new Client({ connectionString: house.ownerUrl })
  await client.connect()
  await client.query(
    `insert into project (tenant_id, id, name, starts_on, ends_on) values ($1, $2, '量尺导入', '2024-09-01', '2025-04-30')`,
    [data.tenantId, projectId],
  )
  await client.end()
  await house.services.database.write(data.tenantId, async (tx) => {
    const id = accountIdSchema.parse(v7())
    await addAccount(tx, data.tenantId, { id, name: 'importer', displayName: '导入', passwordHash: 'none' })
    await addGrant(tx, data.tenantId, id, { id: grantIdSchema.parse(v7()), role: 'manager', projectId: projectIdSchema.parse(projectId) })
  })
  const env = { DATABASE_URL: house.ownerUrl, DATABASE_APP_URL: house.appUrl, NUANYANG_DATA: folder }
  const dry = await run(['import', book, '--project', projectId, '--as', 'importer'], env)
  const whole = await run(['import', book, '--project', projectId, '--as', 'importer', '--accept'], env)
  say(`\nimport of a register of 20,000 rows (${(readFileSync(book).length / 1e6).toFixed(1)} MB)`)
  // What was refused is quick, and no measurement.
  if (!whole.out.includes('已导入')) return say(`  nothing was imported, so nothing was measured:\n${whole.out}`)
  say(
    `  dry run ${dry.seconds.toFixed(1)} s, ${dry.megabytes.toFixed(0)} MB; dry run and import ${whole.seconds.toFixed(1)} s, ${whole.megabytes.toFixed(0)} MB   bar: at most 10 s, under 400 MB`,
  )
}

async function starting(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nuanyang-start-'))
  chmodSync(folder, 0o755)
  const env = { ...process.env, NUANYANG_DATA: folder, PORT: '18431' }
  const start = async (): Promise<{ seconds: number; megabytes: number; stop: () => Promise<void> }> => {
    const started = performance.now()
    const child = spawn('npm', ['start'], { cwd: root, env, stdio: 'ignore', detached: true })
    for (;;) {
      const answered = await fetch('http://127.0.0.1:18431/api/healthz').then(
        (reply) => reply.ok,
        () => false,
      )
      if (answered) break
      await new Promise((done) => setTimeout(done, 20))
    }
    const seconds = (performance.now() - started) / 1000
    await new Promise((done) => setTimeout(done, 3000))
    const pids = readFileSync('/proc/net/tcp', 'utf8').length > 0 ? serverPids() : []
    return {
      seconds,
      megabytes: Math.max(0, ...pids.map(memoryOf)),
      stop: async () => {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
        for (const pid of pids) kill(pid)
        await new Promise((done) => setTimeout(done, 2500))
      },
    }
  }
  const first = await start()
  await first.stop()
  const again: number[] = []
  let rest = 0
  for (let round = 0; round < 3; round++) {
    const one = await start()
    again.push(one.seconds)
    rest = one.megabytes
    await one.stop()
  }
  rmSync(folder, { recursive: true, force: true })
  say(
    `\nnpm start: first with the reference project ${first.seconds.toFixed(1)} s; prepared ${again.map((seconds) => seconds.toFixed(1)).join(', ')} s; memory at rest ${rest.toFixed(0)} MB   bar: under 4 s, under 200 MB`,
  )
}

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGTERM')
  } catch {
    // Gone already.
  }
}

/** The processes that run the server of this checkout. */
function serverPids(): number[] {
  const { execFileSync } = process.getBuiltinModule('node:child_process')
  return execFileSync('pgrep', ['-f', 'src/cli/main.ts serve'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number)
    .filter((pid) => pid > 0)
}

say(
  `machine: ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB (${(freemem() / 2 ** 30).toFixed(0)} free), load ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`,
)
const folder = mkdtempSync(join(tmpdir(), 'nuanyang-bench-'))
chmodSync(folder, 0o755)
if (isWanted('portal')) {
  const folder = mkdtempSync(join(tmpdir(), 'nuanyang-bench-'))
  chmodSync(folder, 0o755)
  const house = await openHouse(configFrom({ ...process.env, NUANYANG_DATA: folder }))
  try {
    const tenantId = await addTenant(house.ownerUrl, 'reading', '量尺')
    await portalPages(house, tenantId, 'reading', (name, bar, port, floorPort, pages, headers) => {
      const asked = { path: '/', bodies: [], headers, connections: 32, seconds: 5, operation: false, pages }
      return compare(name, bar, { ...asked, port }, { ...asked, port: floorPort })
    })
  } finally {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
if (['search', 'visit', 'figures', 'import'].some(isWanted)) {
  const house = await openHouse(configFrom({ ...process.env, NUANYANG_DATA: folder }))
  try {
    const tenantId = await addTenant(house.ownerUrl, 'bench', '量尺')
    const started = performance.now()
    const data = await fill(house.ownerUrl, tenantId)
    const client = new Client({ connectionString: house.ownerUrl })
    await client.connect()
    const { rows } = await client.query<{ version: string }>('select version()')
    await client.end()
    say(`versions: Node ${process.version}, ${rows[0]?.version.split(' on ')[0]}`)
    say(
      `data: ${sizes.elders} elders, ${sizes.services} services, ${sizes.attendances} attendances, ${sizes.workers} workers, made in ${((performance.now() - started) / 1000).toFixed(0)} s`,
    )
    await withServers(house, data, async (ours, port) => {
      if (isWanted('search')) {
        const bodies = data.names.map((search) => JSON.stringify({ search }))
        await compare(
          'person search by two characters',
          'at least 0.33',
          { ...ours, path: '/api/people.find', bodies },
          { ...ours, port, path: '/search', bodies },
        )
      }
      if (isWanted('visit')) {
        const visits = data.elders
          .slice(0, 500)
          .map((elder) => ({ projectId: data.projectId, communityCode: elder.community, personId: elder.id, day: '2025-03-03' }))
        const bodies = visits.map(({ personId, ...visit }) =>
          JSON.stringify({
            ...visit,
            id: '%ID%',
            kind: 'home_visit',
            line: 'social',
            status: 'held',
            attended: [{ id: '%ID%', personId, part: 'beneficiary' }],
          }),
        )
        await compare(
          'one visit recorded',
          'at least 0.25',
          { ...ours, path: '/api/services.record', bodies, operation: true },
          { ...ours, port, path: '/visit', bodies: visits.map((visit) => JSON.stringify(visit)) },
        )
      }
    })
    if (isWanted('figures')) await figures(house, data)
    if (isWanted('import')) await importing(house, data, folder)
  } finally {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
if (isWanted('hostile')) await hostileFiles(say)
if (isWanted('pack')) await packing(say, process.env['PACK_OUT'])
if (isWanted('start')) await starting()
say(
  `\nload at the end: ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`,
)
