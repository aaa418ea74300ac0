import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptImport } from '../features/exchange/schema.ts'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { emptyReferenceProject, receive, referenceBooks } from '../testing/reference.ts'
import { unsafeThings } from './safety.ts'

// The two walls between tenants, looked at from the database itself.

let house: TestHouse
let owner: Client
let app: Client

/** Tables that belong to no tenant: no personal data in them. */
const shared = ['schema_migration', 'tenant_directory']

beforeAll(async () => {
  house = await openTestHouse()
  owner = new Client({ connectionString: house.ownerUrl })
  app = new Client({ connectionString: house.appUrl })
  await owner.connect()
  await app.connect()
  await house.addTenant('neighbours')
  const { manager, projectId } = await emptyReferenceProject(house)
  const tried = await receive(
    manager,
    projectId,
    referenceBooks().filter((book) => /^(02|06|10|11)/.test(book.name) || book.name.startsWith('01-1')),
  )
  await manager.ask(acceptImport, { id: tried.id })
}, 120_000)
afterAll(async () => {
  await owner.end()
  await app.end()
  await house.close()
})

const tables = async (): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`,
  )
  return rows.map((row) => row.name).filter((name) => !shared.includes(name))
}

describe('the catalogue', () => {
  test('every tenant table has row security enabled and forced, with the one policy', async () => {
    const { rows } = await owner.query<{ name: string; enabled: boolean; forced: boolean; policies: string[] }>(
      `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        array(select p.polname::text || ' ' || p.polcmd::text from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`,
    )
    const open = rows.filter((row) => !shared.includes(row.name) && !(row.enabled && row.forced && row.policies.join() === 'tenant_wall *'))
    expect(open).toEqual([])
    expect(rows.length).toBeGreaterThan(50)
  })

  test('the tenant leads every primary, unique and foreign key', async () => {
    const { rows } = await owner.query<{ name: string; table: string; columns: string[]; target: string }>(
      `select k.conname as name, k.conrelid::regclass::text as table, k.confrelid::regclass::text as target,
        array(select a.attname::text from unnest(k.conkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by u.o) as columns
       from pg_constraint k where k.contype in ('p', 'u', 'f') and k.connamespace = 'public'::regnamespace`,
    )
    const astray = rows.filter((row) => !shared.includes(row.table) && row.columns[0] !== 'tenant_id')
    expect(astray).toEqual([])
    const { rows: indexes } = await owner.query<{ name: string }>(
      `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indisunique and c.relnamespace = 'public'::regnamespace and a.attname <> 'tenant_id' and c.relname <> all($1)`,
      [shared],
    )
    expect(indexes).toEqual([])
  })

  test('the app’s role owns nothing, bypasses nothing, and may not change the trail', async () => {
    const { rows } = await owner.query<{ role: string; owned: number; bypass: boolean; superuser: boolean }>(
      `select rolname as role, rolbypassrls as bypass, rolsuper as superuser, (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
       from pg_roles r where rolname = 'nuanyang_app'`,
    )
    expect(rows).toEqual([{ role: 'nuanyang_app', owned: 0, bypass: false, superuser: false }])
    const { rows: rights } = await owner.query<{ right: string }>(
      `select privilege_type as right from information_schema.role_table_grants where grantee = 'nuanyang_app' and table_name = 'trail' order by 1`,
    )
    expect(rights.map((row) => row.right)).toEqual(['INSERT', 'SELECT'])
  })

  test('nobody but the schema’s owner may make tables or functions', async () => {
    await expect(app.query('create table mine (id int)')).rejects.toThrow(/permission denied/)
    await expect(app.query('alter table person disable row level security')).rejects.toThrow(/must be owner/)
  })
})

describe('across the wall', () => {
  test('a thousand statements of another tenant see, change, remove and add nothing', async () => {
    const names = await tables()
    const filled = new Map<string, number>()
    for (const name of names)
      filled.set(name, (await owner.query<{ n: number }>(`select count(*)::int as n from ${name} where tenant_id = 1`)).rows[0]?.n ?? 0)
    expect([...filled.values()].filter((n) => n > 0).length).toBeGreaterThan(30)
    let state = 7
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state % below
    }
    const leaks: string[] = []
    for (let n = 0; n < 1000; n++) {
      const table = names[random(names.length)] ?? 'person'
      const statement =
        [
          `select * from ${table} where tenant_id = 1`,
          `select * from ${table}`,
          `select count(*) from ${table} having count(*) > 0`,
          `update ${table} set tenant_id = 2 where tenant_id = 1 returning 1`,
          `update ${table} set tenant_id = tenant_id returning 1`,
          `delete from ${table} where tenant_id = 1 returning 1`,
          `insert into ${table} select * from ${table} where tenant_id = 1 returning 1`,
          `insert into ${table} (tenant_id) values (1)`,
          `select 1 from ${table} a join ${names[random(names.length)] ?? 'person'} b on a.tenant_id = b.tenant_id where a.tenant_id <> 2`,
          `with x as (select * from ${table}) select * from x where tenant_id = 1`,
        ][random(10)] ?? ''
      await app.query(random(5) === 0 ? 'begin' : 'begin; set local app.tenant_id = 2')
      const rows = await app.query(statement).then(
        (result) => result.rows.length,
        () => 0,
      )
      await app.query('rollback')
      // Tenant 2 has nothing of its own: whatever comes back came over the wall.
      if (rows > 0) leaks.push(statement)
    }
    expect(leaks).toEqual([])
    for (const [name, before] of filled)
      expect([name, (await owner.query<{ n: number }>(`select count(*)::int as n from ${name} where tenant_id = 1`)).rows[0]?.n]).toEqual([
        name,
        before,
      ])
  })

  test('a row for another tenant cannot be put in, whatever it says of itself', async () => {
    await app.query('begin; set local app.tenant_id = 2')
    await expect(
      app.query(`insert into organisation (tenant_id, id, name, party) values (1, '${v7()}', '冒名', 'charity')`),
    ).rejects.toThrow(/row-level security/)
    await app.query('rollback')
  })
})

describe('a database for real data', () => {
  test('is told from one that would lose acknowledged writes or does not bind the role', async () => {
    const { rows } = await owner.query<{ fsync: string }>('show fsync')
    const things = await unsafeThings(house.appUrl)
    expect(things.some((thing) => thing.startsWith('fsync'))).toBe(rows[0]?.fsync === 'off')
    expect(await unsafeThings(house.ownerUrl)).toContainEqual(expect.stringMatching(/superuser|owns or inherits/))
  })
})
