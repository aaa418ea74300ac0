import { Client } from 'pg'
import type { FastifyInstance } from 'fastify'
import { findTenant } from '../features/identity/tenant-store.ts'
import type { Services } from './answer.ts'
import { openDataFolder, type Config } from './config.ts'
import { openDatabase, type Database } from './db.ts'
import { startEmbedded } from './embedded.ts'
import type { Feed } from './feed.ts'
import { heavyThreads, type Heavy } from './heavy.ts'
import { httpServer } from './http.ts'
import type { Logger } from './log.ts'
import { appUrlFrom, migrate, portalUrlFrom } from './migrate.ts'
import { progressBoard } from './progress.ts'
import type { PublicSite } from './public-page.ts'
import type { Route } from './route.ts'
import { unsafeThings } from './safety.ts'
import { keyFrom, sealerOf } from './seal.ts'

/** The database at its newest schema, and what the endpoints work with. */
export type House = {
  readonly services: Services & { readonly heavy: Heavy }
  /** The owner's address: for whoever keeps the schema and adds tenants. */
  readonly ownerUrl: string
  /** The app role's address. */
  readonly appUrl: string
  readonly embedded: boolean
  /** What the public pages are read through. */
  readonly portalDatabase: Database
  close(): Promise<void>
}

/**
 * Opens the house: starts PostgreSQL when none is named, migrates, and signs in as the role that owns nothing.
 * @throws Error in production when the database would lose acknowledged writes or the role is not bound.
 */
export async function openHouse(config: Config, tell: (step: string) => void = () => undefined): Promise<House> {
  const folder = openDataFolder(config.dataFolder)
  const key = keyFrom(config.key, folder)
  const sealer = sealerOf(key)
  if (config.databaseUrl === undefined) tell('starting PostgreSQL')
  const embedded = config.databaseUrl === undefined ? await startEmbedded(folder) : undefined
  const ownerUrl = config.databaseUrl ?? embedded?.url ?? ''
  try {
    const password = sealer.derive('app role')
    const portalPassword = sealer.derive('portal role')
    await migrate(
      ownerUrl,
      {
        app: config.appUrl === undefined ? password : undefined,
        portal: config.portalUrl === undefined ? portalPassword : undefined,
      },
      (name) => tell(`migration ${name}`),
    )
    const appUrl = config.appUrl ?? appUrlFrom(ownerUrl, password)
    const unsafe = await unsafeThings(appUrl)
    if (unsafe.length > 0 && config.production) throw new Error(`The database is not safe for real data:\n${unsafe.join('\n')}`)
    const database = openDatabase(appUrl)
    const portalDatabase = openDatabase(config.portalUrl ?? portalUrlFrom(ownerUrl, portalPassword), 4)
    const board = progressBoard()
    return {
      services: { database, sealer, board, clock: () => new Date(), outgoing: config.outgoing, heavy: heavyThreads(appUrl, key, board) },
      ownerUrl,
      appUrl,
      embedded: embedded !== undefined,
      portalDatabase,
      close: async () => {
        await portalDatabase.close()
        await database.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** What the server serves beside the endpoints. */
type More = {
  /** The built web application; absent in tests of endpoints alone. */
  readonly webFolder?: string
  readonly portal?: { readonly database: Database; readonly site: PublicSite }
  readonly feed?: Feed
}

/** The HTTP server over a house's services. */
export function serverOf(services: Services, routes: readonly Route[], log: Logger, more: More = {}): Promise<FastifyInstance> {
  const known = new Map<string, number>()
  return httpServer({
    services,
    routes,
    log,
    ...more,
    tenantOf: async (code) => {
      const before = known.get(code ?? '')
      if (before !== undefined) return before
      const found = await services.database.outside((tx) => findTenant(tx, code))
      if (found !== undefined) known.set(code ?? '', found)
      return found
    },
  })
}

/** Adds a tenant to the directory, as the schema's owner. @returns its id. */
export async function addTenant(ownerUrl: string, code: string, name: string): Promise<number> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ tenant_id: number }>(
      `insert into tenant_directory (tenant_id, code, name)
       select coalesce(max(tenant_id), 0) + 1, $1, $2 from tenant_directory
       on conflict (code) do update set name = excluded.name returning tenant_id`,
      [code, name],
    )
    const id = rows[0]?.tenant_id
    if (id === undefined) throw new Error('The tenant was not added.')
    return id
  } finally {
    await client.end()
  }
}
