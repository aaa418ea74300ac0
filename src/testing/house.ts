import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { inject } from 'vitest'
import { z } from 'zod'
import { hashPassword } from '../features/identity/routes.ts'
import { addAccount, addGrant } from '../features/identity/account-store.ts'
import type { Role } from '../features/identity/role-rules.ts'
import type { Endpoint } from '../kernel/endpoint.ts'
import { pathOf } from '../kernel/endpoint.ts'
import { accountIdSchema, grantIdSchema, type AccountId, type DivisionCode, type OrganisationId, type ProjectId } from '../kernel/ids.ts'
import { problemSchema, type Problem } from '../kernel/problem.ts'
import type { Services } from '../server/answer.ts'
import { openDatabase, type Tx } from '../server/db.ts'
import { logTo } from '../server/log.ts'
import { addTenant, serverOf } from '../server/main.ts'
import { appUrlFrom, portalUrlFrom } from '../server/migrate.ts'
import { heavyThreads } from '../server/heavy.ts'
import { progressBoard } from '../server/progress.ts'
import { calendarFeed, portal, routes } from '../server/routes.ts'
import { sealerOf } from '../server/seal.ts'
import { testPassword } from './database-setup.ts'

/** The whole server over a database of its own, with one tenant. */
export type TestHouse = {
  readonly services: Services
  readonly ownerUrl: string
  readonly appUrl: string
  readonly tenantId: number
  /** What the log said. */
  readonly logged: string[]
  /** Work in a tenant's transaction, as the server does. */
  write<T>(work: (tx: Tx) => Promise<T>, tenantId?: number): Promise<T>
  /** Somebody with these roles, signed in. */
  signedIn(grants: readonly TestGrant[], tenantId?: number): Promise<Caller>
  anybody(): Caller
  /** A public page, as a browser without a cookie gets it. */
  read(path: string, headers?: Record<string, string>): Promise<{ status: number; body: string; headers: Record<string, unknown> }>
  /** Sends a form of a public page. */
  send(path: string, form: FormData): Promise<{ status: number; body: string }>
  readonly portalUrl: string
  addTenant(code: string): Promise<number>
  close(): Promise<void>
}

export type TestGrant = { role: Role; projectId?: ProjectId; communityCode?: DivisionCode; organisationId?: OrganisationId }

/** Somebody who calls endpoints. */
export type Caller = {
  readonly accountId: AccountId
  readonly name: string
  readonly cookie: string
  /** The answer. @throws Error with the problem when it is a refusal. */
  ask<I extends z.ZodType, O extends z.ZodType>(endpoint: Endpoint<I, O>, input: z.input<I>, more?: Asking): Promise<z.output<O>>
  /** The refusal. @throws Error when it was answered. */
  refused<I extends z.ZodType, O extends z.ZodType>(endpoint: Endpoint<I, O>, input: unknown, more?: Asking): Promise<Problem>
  /** A file that an endpoint answers. */
  fetch(name: string, input: unknown): Promise<{ status: number; type: string; bytes: Buffer }>
  /** Status and body as they come. */
  post(name: string, input: unknown, more?: Asking): Promise<{ status: number; body: string; headers: Record<string, unknown> }>
}

type Asking = {
  operationId?: string
  language?: string
  files?: readonly { name: string; bytes: Buffer }[]
  headers?: Record<string, string>
}

/** A password that every test account has, hashed once. */
const password = 'a password of the tests'
const hashed = hashPassword(password)

/** `withThreads`: heavy endpoints are carried out in threads of their own, as the server does. */
export async function openTestHouse({ withThreads = false } = {}): Promise<TestHouse> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = new Client({ connectionString: inject('ownerUrl') })
  await admin.connect()
  await admin.query(`create database ${name} template ${inject('template')} strategy file_copy`)
  await admin.query(`grant connect on database ${name} to nuanyang_app, nuanyang_portal`)
  const owner = new URL(inject('ownerUrl'))
  owner.pathname = `/${name}`
  const ownerUrl = owner.toString()
  const appUrl = appUrlFrom(ownerUrl, testPassword)
  const database = openDatabase(appUrl, 8)
  const key = randomBytes(32)
  const board = progressBoard()
  const services: Services = {
    database,
    sealer: sealerOf(key),
    board,
    clock: () => new Date(),
    ...(withThreads ? { heavy: heavyThreads(appUrl, key, board) } : {}),
  }
  const logged: string[] = []
  const { Writable } = await import('node:stream')
  const log = logTo(
    new Writable({
      write: (chunk, _encoding, done) => {
        logged.push(String(chunk))
        done()
      },
    }),
    'info',
  )
  const tenantId = await addTenant(ownerUrl, 'test', '测试民政局')
  const portalDatabase = openDatabase(portalUrlFrom(ownerUrl, testPassword), 2)
  const app = await serverOf(services, routes, log, { portal: { database: portalDatabase, site: portal }, feed: calendarFeed })

  const callerOf = (accountId: AccountId, name: string, cookie: string): Caller => {
    const post: Caller['post'] = async (endpoint, input, more = {}) => {
      const form = more.files === undefined ? undefined : formOf(input, more.files)
      const response = await app.inject({
        method: 'POST',
        url: pathOf(endpoint),
        headers: {
          'content-type': form?.type ?? 'application/json',
          'accept-language': more.language ?? 'zh-CN',
          'operation-id': more.operationId ?? v7(),
          ...(cookie === '' ? {} : { cookie }),
          ...more.headers,
        },
        payload: form?.body ?? JSON.stringify(input),
      })
      return { status: response.statusCode, body: response.body, headers: response.headers }
    }
    return {
      accountId,
      name,
      cookie,
      post,
      fetch: async (endpoint, input) => {
        const response = await app.inject({
          method: 'POST',
          url: pathOf(endpoint),
          headers: { 'content-type': 'application/json', cookie },
          payload: JSON.stringify(input),
        })
        return { status: response.statusCode, type: String(response.headers['content-type']), bytes: response.rawPayload }
      },
      ask: async (endpoint, input, more) => {
        const { status, body } = await post(endpoint.name, input, more)
        if (status !== 200) throw new Error(`${endpoint.name} was refused: ${body}`)
        return endpoint.output.parse(JSON.parse(body))
      },
      refused: async (endpoint, input, more) => {
        const { status, body } = await post(endpoint.name, input, more)
        if (status === 200) throw new Error(`${endpoint.name} was answered: ${body}`)
        return problemSchema.parse(JSON.parse(body))
      },
    }
  }

  return {
    services,
    ownerUrl,
    appUrl,
    tenantId,
    logged,
    write: (work, tenant = tenantId) => database.write(tenant, work),
    signedIn: async (grants, tenant = tenantId) => {
      const accountId = accountIdSchema.parse(v7())
      const login = `user.${accountId.slice(-12)}`
      const passwordHash = await hashed
      await database.write(tenant, async (tx) => {
        await addAccount(tx, tenant, {
          id: accountId,
          name: login,
          displayName: grants.map((grant) => grant.role).join('、') || '无角色',
          passwordHash,
        })
        for (const grant of grants) await addGrant(tx, tenant, accountId, { id: grantIdSchema.parse(v7()), ...grant })
      })
      const code = tenant === tenantId ? 'test' : await codeOf(ownerUrl, tenant)
      const response = await app.inject({ method: 'POST', url: '/api/session.signIn', payload: { tenant: code, name: login, password } })
      const cookie = response.cookies[0]
      if (cookie === undefined) throw new Error(`Not signed in: ${response.body}`)
      return callerOf(accountId, login, `${cookie.name}=${cookie.value}`)
    },
    portalUrl: portalUrlFrom(ownerUrl, testPassword),
    read: async (path, headers = {}) => {
      const response = await app.inject({ method: 'GET', url: path, headers })
      return { status: response.statusCode, body: response.body, headers: response.headers }
    },
    send: async (path, form) => {
      const request = new Request('http://localhost', { method: 'POST', body: form })
      const response = await app.inject({
        method: 'POST',
        url: path,
        headers: { 'content-type': request.headers.get('content-type') ?? '' },
        payload: Buffer.from(await request.arrayBuffer()),
      })
      return { status: response.statusCode, body: response.body }
    },
    anybody: () => callerOf(accountIdSchema.parse(v7()), '', ''),
    addTenant: (code) => addTenant(ownerUrl, code, code),
    close: async () => {
      await app.close()
      await portalDatabase.close()
      await database.close()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}

export { password as testAccountPassword }

async function codeOf(ownerUrl: string, tenantId: number): Promise<string> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ code: string }>('select code from tenant_directory where tenant_id = $1', [tenantId])
  await client.end()
  return rows[0]?.code ?? ''
}

function formOf(input: unknown, files: readonly { name: string; bytes: Buffer }[]): { type: string; body: Buffer } {
  const boundary = `----${randomBytes(12).toString('hex')}`
  const part = (head: string, body: Buffer) => Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), body, Buffer.from('\r\n')])
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([
      part('content-disposition: form-data; name="input"', Buffer.from(JSON.stringify(input))),
      ...files.map((file) =>
        part(`content-disposition: form-data; name="files"; filename="${file.name}"\r\ncontent-type: application/octet-stream`, file.bytes),
      ),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  }
}
