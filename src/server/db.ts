import {
  Kysely,
  PostgresDialect,
  sql,
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely'
import { createHash } from 'node:crypto'
import { Pool, types, type PoolClient, type QueryResult } from 'pg'
import { z } from 'zod'
import type { DB } from './tables.ts'

/** Whoever holds this may touch data, of one tenant, until the transaction ends. */
export type Tx = Kysely<DB>
export type TenantId = number

/** Lanes of each tenant's trail: writers in different lanes do not wait for one another. */
export const trailLanes = 64

types.setTypeParser(types.builtins.DATE, (text) => text)
types.setTypeParser(types.builtins.INT8, Number)
types.setTypeParser(types.builtins.NUMERIC, Number)
types.setTypeParser(types.builtins.TIME, (text) => text.slice(0, 5))

/** A question asked in the same breath in which a transaction begins: a statement prepared once a connection. */
export type Opening = {
  /** Of the prepared statement. */
  readonly name: string
  /** `(types) as select …` */
  readonly text: string
  /** Literals of SQL, in the statement's order. */
  readonly args: readonly string[]
}
/** The rows that an opening found. */
type Opened = readonly unknown[]

export type Database = {
  /** One tenant's read-only transaction: it sees one moment. */
  read<T>(tenantId: TenantId, work: (tx: Tx, opened: Opened) => Promise<T>, opening?: Opening): Promise<T>
  /** One tenant's transaction; whatever `work` throws undoes it. */
  write<T>(tenantId: TenantId, work: (tx: Tx, opened: Opened) => Promise<T>, opening?: Opening): Promise<T>
  /**
   * One tenant's transaction that writes and yet sees one moment. Those of a tenant follow one another: what one of them
   * wrote, the next one sees.
   */
  moment<T>(tenantId: TenantId, work: (tx: Tx, opened: Opened) => Promise<T>, opening?: Opening): Promise<T>
  /** Outside any tenant: the directory of tenants is all that can be seen. */
  outside<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export function openDatabase(url: string, connections = 16): Database {
  const pool = new Pool({ connectionString: url, max: connections, allowExitOnIdle: true })
  // An idle connection that breaks is replaced at its next use; the error is no request's.
  pool.on('error', () => undefined)
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  const within = <T>(begin: string, work: (tx: Tx, opened: Opened) => Promise<T>, opening?: Opening, alone?: string): Promise<T> =>
    kysely.connection().execute(async (tx) => {
      if (alone !== undefined) await sql.raw(alone).execute(tx)
      const opened = await open(tx, begin, opening)
      try {
        const result = await work(tx, opened)
        await sql.raw('commit').execute(tx)
        return result
      } catch (error) {
        await sql
          .raw('rollback')
          .execute(tx)
          .catch(() => undefined)
        throw error
      } finally {
        if (alone !== undefined) await sql.raw('select pg_advisory_unlock_all()').execute(tx)
      }
    })
  const tenant = (tenantId: TenantId): string => {
    if (!Number.isSafeInteger(tenantId) || tenantId < 1 || tenantId > 2_147_483_647) throw new Error('Not a tenant id.')
    return `set local app.tenant_id = ${tenantId}`
  }
  return {
    read: (tenantId, work, opening) => within(`begin isolation level repeatable read read only; ${tenant(tenantId)}`, work, opening),
    write: (tenantId, work, opening) =>
      within(`begin; ${tenant(tenantId)}; select pg_advisory_xact_lock(${tenantId}, pg_backend_pid() % ${trailLanes})`, work, opening),
    // A transaction sees the moment of its first question, even one that waits for a lock: so the locks are taken before
    // it begins, by the session, the lane's among them.
    moment: (tenantId, work, opening) =>
      within(
        `begin isolation level repeatable read; ${tenant(tenantId)}`,
        work,
        opening,
        `select pg_advisory_lock(${tenantId}, ${trailLanes}); select pg_advisory_lock(${tenantId}, pg_backend_pid() % ${trailLanes})`,
      ),
    outside: (work) => within('begin read only', work),
    close: () => kysely.destroy(),
  }
}

const unpreparedSchema = z.object({ code: z.literal('26000') })

/** Begins, and asks the opening's question in the same round trip; prepares it where this connection has not yet. */
async function open(tx: Tx, begin: string, opening: Opening | undefined): Promise<Opened> {
  if (opening === undefined) return (await sql.raw(begin).execute(tx)).rows
  const ask = `${begin}; execute ${opening.name} (${opening.args.join(', ')})`
  try {
    return (await sql.raw(ask).execute(tx)).rows
  } catch (error) {
    await sql.raw('rollback').execute(tx)
    if (!unpreparedSchema.safeParse(error).success) throw error
    // By itself: a transaction in which something was done can no longer choose its isolation.
    await sql.raw(`prepare ${opening.name} ${opening.text}`).execute(tx)
    return (await sql.raw(ask).execute(tx)).rows
  }
}

/**
 * Statements seen before are sent by name, so that PostgreSQL plans them once a connection. At most 400 are kept: texts
 * of lists with many lengths would otherwise fill the server's memory.
 */
function preparing(pool: Pool): PostgresPool {
  // Several statements in one text give several results.
  const lastOf = (results: QueryResult | QueryResult[]) => (Array.isArray(results) ? results.at(-1) : results)
  const names = new Map<string, string | undefined>()
  const nameOf = (text: string): string | undefined => {
    if (text.length > 8_000) return undefined
    if (names.has(text)) {
      const known = names.get(text)
      if (known !== undefined) return known
      const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
      names.set(text, name)
      return name
    }
    if (names.size < 400) names.set(text, undefined)
    return undefined
  }
  const prepared = (client: PoolClient): PostgresPoolClient => {
    function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
    function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
    function query(text: string | PostgresCursor<unknown>, values: readonly unknown[] = []): unknown {
      if (typeof text !== 'string') throw new Error('Cursors are not used here.')
      if (values.length === 0) return client.query(text).then(lastOf)
      const name = nameOf(text)
      return client.query(name === undefined ? { text, values: [...values] } : { text, values: [...values], name })
    }
    return { query, release: () => client.release() }
  }
  return { connect: async () => prepared(await pool.connect()), end: () => pool.end() }
}
