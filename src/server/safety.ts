import { Client } from 'pg'

/**
 * What makes this database unsafe for real data, one sentence each: settings that lose acknowledged writes, or a role
 * that row security does not bind. Empty when there is nothing.
 */
export async function unsafeThings(appUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: appUrl })
  await client.connect()
  try {
    const { rows: settings } = await client.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version_num')`,
    )
    const { rows: roles } = await client.query<{ superuser: boolean; bypass: boolean; owned: number }>(
      `select rolsuper as superuser, rolbypassrls as bypass,
        (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and pg_has_role(c.relowner, 'usage')) as owned
       from pg_roles where rolname = current_user`,
    )
    const setting = new Map(settings.map((row) => [row.name, row.setting]))
    const role = roles[0]
    return [
      ...['fsync', 'synchronous_commit', 'full_page_writes']
        .filter((name) => setting.get(name) === 'off')
        .map((name) => `${name} is off: acknowledged writes can be lost.`),
      ...(Number(setting.get('server_version_num')) < 150_000 ? ['PostgreSQL is older than 15.'] : []),
      ...(role?.superuser === true ? ['The app role is a superuser: row security does not bind it.'] : []),
      ...(role?.bypass === true ? ['The app role has BYPASSRLS: row security does not bind it.'] : []),
      ...((role?.owned ?? 0) > 0 ? [`The app role owns or inherits ${role?.owned} tables: it could switch row security off.`] : []),
    ]
  } finally {
    await client.end()
  }
}
