import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'

const migrationsFolder = join(import.meta.dirname, '../../migrations')

/** Held while migrations run, so that two servers that start together do not both run them. */
const lock = 7_465_309

/**
 * Brings the schema to the newest migration: each in a transaction of its own, in order, forward only. Killed at any
 * point it can be run again. The server's roles get these passwords, unless the operator keeps them (undefined).
 * @throws Error when a migration that already ran has been changed since.
 */
export async function migrate(
  url: string,
  passwords: { readonly app: string | undefined; readonly portal: string | undefined },
  tell: (name: string) => void = () => undefined,
): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await makeRole(client, appRole, passwords.app)
    await makeRole(client, portalRole, passwords.portal)
    const done = await appliedTo(client)
    const ran: string[] = []
    for (const name of readdirSync(migrationsFolder)
      .filter((file) => file.endsWith('.sql'))
      .toSorted()) {
      const text = readFileSync(join(migrationsFolder, name), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      const before = done.get(name)
      if (before === sha256) continue
      if (before !== undefined) throw new Error(`Migration ${name} was changed after it ran. Write a new migration instead.`)
      tell(name)
      await client
        .query(`begin;\n${text}\n;insert into schema_migration (name, sha256) values ('${name}', '${sha256}'); commit`)
        .catch(async (error) => {
          await client.query('rollback')
          throw error
        })
      ran.push(name)
    }
    return ran
  } finally {
    await client.end()
  }
}

async function appliedTo(client: Client): Promise<Map<string, string>> {
  const { rows: present } = await client.query<{ at: string | null }>(`select to_regclass('schema_migration') as at`)
  if (present[0]?.at === null) return new Map()
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration')
  return new Map(rows.map((row) => [row.name, row.sha256]))
}

/** The role that the server works as: it owns nothing, and row security binds it. */
const appRole = 'nuanyang_app'
/** The role that the public pages are read by: it sees what was published, and can change nothing. */
const portalRole = 'nuanyang_portal'

async function makeRole(client: Client, role: typeof appRole | typeof portalRole, password: string | undefined): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (rows.length === 0) await client.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`)
  if (password !== undefined && (rows.length === 0 || (await isOurs(client))))
    await client.query(`alter role ${role} password '${password.replaceAll("'", "''")}'`)
  const { rows: names } = await client.query<{ name: string }>('select quote_ident(current_database()) as name')
  await client.query(`grant connect on database ${names[0]?.name} to ${role}; grant usage on schema public to ${role}`)
}

/** Whether this role may change the app role's password: an operator may have made it beforehand. */
async function isOurs(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  )
  return rows[0]?.may === true
}

const urlFor = (ownerUrl: string, role: string, password: string): string => {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.toString()
}

/** The app role's address on the server that the owner's address names. */
export const appUrlFrom = (ownerUrl: string, password: string): string => urlFor(ownerUrl, appRole, password)

/** The same for the role of the public pages. */
export const portalUrlFrom = (ownerUrl: string, password: string): string => urlFor(ownerUrl, portalRole, password)
