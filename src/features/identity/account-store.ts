import { sql } from 'kysely'
import { v7 } from 'uuid'
import { z } from 'zod'
import { accountIdSchema, organisationIdSchema, type AccountId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { grantsColumn } from './session-store.ts'
import { grantSchema, type AccountRow, type Grant } from './schema.ts'

/** Failures of one name within fifteen minutes after which no further try is looked at. */
export const failuresAllowed = 5

export async function countFailures(tx: Tx, tenantId: TenantId, name: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from sign_in_failure
    where tenant_id = ${tenantId} and account_name = ${name} and at > now() - interval '15 minutes'`.execute(tx)
  return rows[0]?.n ?? 0
}

export async function addFailure(tx: Tx, tenantId: TenantId, name: string): Promise<void> {
  await tx.insertInto('sign_in_failure').values({ tenant_id: tenantId, id: v7(), account_name: name }).execute()
}

export async function forgetFailures(tx: Tx, tenantId: TenantId, name: string): Promise<void> {
  await tx.deleteFrom('sign_in_failure').where('tenant_id', '=', tenantId).where('account_name', '=', name).execute()
}

/** Two people who try one name at once are looked at one after the other, so that no try goes uncounted. */
export async function queueFor(tx: Tx, tenantId: TenantId, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}:${name}`}, 0))`.execute(tx)
}

export async function findAccountByName(
  tx: Tx,
  tenantId: TenantId,
  name: string,
): Promise<{ id: AccountId; passwordHash: string; state: string } | undefined> {
  const row = await tx
    .selectFrom('account')
    .select(['id', 'password_hash', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row === undefined ? undefined : { id: row.id, passwordHash: row.password_hash, state: row.state }
}

export async function findPasswordHash(tx: Tx, tenantId: TenantId, id: AccountId): Promise<string | undefined> {
  const row = await tx
    .selectFrom('account')
    .select('password_hash')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.password_hash
}

export type NewAccount = {
  id: AccountId
  name: string
  displayName: string
  passwordHash: string
  organisationId?: string
  mustChangePassword?: boolean
}

export async function addAccount(tx: Tx, tenantId: TenantId, account: NewAccount): Promise<void> {
  await sql`insert into account (tenant_id, id, name, display_name, password_hash, organisation_id, must_change_password)
    values (${tenantId}, ${account.id}, ${account.name}, ${account.displayName}, ${account.passwordHash}, ${account.organisationId ?? null}::uuid,
      ${account.mustChangePassword ?? false})`.execute(tx)
}

export type AccountChange = {
  displayName?: string
  state?: 'active' | 'disabled'
  passwordHash?: string
  language?: 'zh-CN' | 'zh-Hant' | 'en'
  mustChangePassword?: boolean
}

/** Whether there was such an account. */
export async function changeAccount(tx: Tx, tenantId: TenantId, id: AccountId, change: AccountChange): Promise<boolean> {
  const { rows } = await sql`update account set
      display_name = coalesce(${change.displayName ?? null}, display_name),
      state = coalesce(${change.state ?? null}, state),
      password_hash = coalesce(${change.passwordHash ?? null}, password_hash),
      language = coalesce(${change.language ?? null}, language),
      must_change_password = coalesce(${change.mustChangePassword ?? null}::boolean, must_change_password)
    where tenant_id = ${tenantId} and id = ${id} returning id`.execute(tx)
  return rows.length === 1
}

const accountRowSchema = z.object({
  id: accountIdSchema,
  name: z.string(),
  display_name: z.string(),
  organisation_id: organisationIdSchema.nullable(),
  state: z.enum(['active', 'disabled']),
  created_at: z.date(),
  seen_at: z.date().nullable(),
  grants: z.array(grantSchema),
  total: z.number(),
})

/** Accounts by name, with their grants and when they were last seen. */
export async function listAccounts(
  tx: Tx,
  tenantId: TenantId,
  filter: { offset: number; limit: number; search?: string },
): Promise<{ rows: AccountRow[]; total: number }> {
  const like = `%${(filter.search ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const { rows } = await sql`
    select a.id, a.name, a.display_name, a.organisation_id, a.state, a.created_at, ${sql.raw(grantsColumn('a'))} as grants,
      (select max(s.seen_at) from session s where s.tenant_id = a.tenant_id and s.account_id = a.id) as seen_at,
      count(*) over ()::int as total
    from account a where a.tenant_id = ${tenantId} and (a.name like ${like} or a.display_name like ${like})
    order by a.name offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const read = z.array(accountRowSchema).parse(rows)
  return { rows: read.map(toAccountRow), total: read[0]?.total ?? 0 }
}

const toAccountRow = (row: z.infer<typeof accountRowSchema>): AccountRow => ({
  id: row.id,
  name: row.name,
  displayName: row.display_name,
  organisationId: row.organisation_id,
  state: row.state,
  createdAt: row.created_at.toISOString(),
  seenAt: row.seen_at?.toISOString() ?? null,
  grants: row.grants,
})

export async function addGrant(tx: Tx, tenantId: TenantId, accountId: AccountId, grant: Grant, by?: AccountId): Promise<void> {
  await sql`insert into role_grant (tenant_id, id, account_id, role, project_id, community_code, organisation_id, granted_by)
    values (${tenantId}, ${grant.id}, ${accountId}, ${grant.role}, ${grant.projectId ?? null}::uuid, ${grant.communityCode ?? null},
      ${grant.organisationId ?? null}::uuid, ${by ?? null}::uuid)`.execute(tx)
}

/** Whether there was such a grant. */
export async function endGrant(tx: Tx, tenantId: TenantId, id: string): Promise<boolean> {
  const { rows } =
    await sql`update role_grant set ended_at = now() where tenant_id = ${tenantId} and id = ${id} and ended_at is null returning id`.execute(
      tx,
    )
  return rows.length === 1
}

export async function isAccount(tx: Tx, tenantId: TenantId, id: AccountId): Promise<boolean> {
  return (
    (await tx.selectFrom('account').select('id').where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()) !== undefined
  )
}
