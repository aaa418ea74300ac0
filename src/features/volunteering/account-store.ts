import { sql } from 'kysely'
import { v7 } from 'uuid'
import { grantIdSchema, personIdSchema, type AccountId, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { addGrant } from '../identity/account-store.ts'

/** Whose account it is: the person it is tied to, or the one that person's file was merged into. */
export async function findPersonOfAccount(tx: Tx, tenantId: TenantId, accountId: AccountId): Promise<PersonId | undefined> {
  const { rows } = await sql<{ id: string }>`with recursive file as (
      select p.id, p.merged_into from account a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
        where a.tenant_id = ${tenantId} and a.id = ${accountId}
      union select p.id, p.merged_into from file f join person p on p.tenant_id = ${tenantId} and p.id = f.merged_into
    ) select id from file where merged_into is null`.execute(tx)
  return rows[0] === undefined ? undefined : personIdSchema.parse(rows[0].id)
}

export type TiedAccount = { id: AccountId; name: string; displayName: string; personId: PersonId | null; state: string }

export async function findTiedAccount(tx: Tx, tenantId: TenantId, personId: PersonId): Promise<TiedAccount | undefined> {
  return tx
    .selectFrom('account')
    .select(['id', 'name', 'display_name as displayName', 'person_id as personId', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

export async function findAccountCalled(tx: Tx, tenantId: TenantId, name: string): Promise<TiedAccount | undefined> {
  return tx
    .selectFrom('account')
    .select(['id', 'name', 'display_name as displayName', 'person_id as personId', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('name', '=', name)
    .executeTakeFirst()
}

/** Ties an account to a person, or unties it. */
export async function tieAccount(tx: Tx, tenantId: TenantId, accountId: AccountId, personId: PersonId | null): Promise<void> {
  await tx.updateTable('account').set({ person_id: personId }).where('tenant_id', '=', tenantId).where('id', '=', accountId).execute()
}

/** Lets an account act as a volunteer in a project, unless it may already. */
export async function grantVolunteering(
  tx: Tx,
  tenantId: TenantId,
  accountId: AccountId,
  projectId: ProjectId,
  by: AccountId,
): Promise<void> {
  const { rows } = await sql`select 1 from role_grant where tenant_id = ${tenantId} and account_id = ${accountId} and role = 'volunteer'
    and project_id = ${projectId} and ended_at is null`.execute(tx)
  if (rows.length === 0) await addGrant(tx, tenantId, accountId, { id: grantIdSchema.parse(v7()), role: 'volunteer', projectId }, by)
}

/** Ends whatever lets an account act as a volunteer; says whether it may do nothing else. */
export async function endVolunteering(tx: Tx, tenantId: TenantId, accountId: AccountId): Promise<{ nothingElse: boolean }> {
  await sql`update role_grant set ended_at = now() where tenant_id = ${tenantId} and account_id = ${accountId} and role = 'volunteer' and ended_at is null`.execute(
    tx,
  )
  const { rows } =
    await sql`select 1 from role_grant where tenant_id = ${tenantId} and account_id = ${accountId} and ended_at is null limit 1`.execute(tx)
  return { nothingElse: rows.length === 0 }
}
