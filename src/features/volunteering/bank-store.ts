import { sql } from 'kysely'
import { z } from 'zod'
import type { AccountId, PersonId, ProjectId } from '../../kernel/ids.ts'
import { newId } from '../../server/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { BankAccount } from './bank-rules.ts'
import { entryKindSchema, type EntryKind } from './bank-schema.ts'

/** Minutes in a person's accounts of a project; undefined where they have none. Merged files have an account each. */
export async function findBankBalance(tx: Tx, tenantId: TenantId, projectId: ProjectId, personId: PersonId): Promise<number | undefined> {
  const { rows } = await sql<{ balance: number | null }>`select sum(balance)::int as balance from time_account
    where tenant_id = ${tenantId} and project_id = ${projectId} and person_id = ${personId}`.execute(tx)
  return rows[0]?.balance ?? undefined
}

/** Balances of these persons, and what of their confirmed minutes has not been deposited. */
export async function listBalances(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  personIds: readonly PersonId[],
): Promise<Map<string, { balance: number; deposited: number }>> {
  const { rows } = await sql<{ person_id: string; balance: number; deposited: number }>`
    select t.person_id, sum(t.balance)::int as balance,
      coalesce(sum((select sum(e.minutes) from time_entry e where e.tenant_id = t.tenant_id and e.to_account = t.id and e.kind = 'deposit')), 0)::int as deposited
    from time_account t where t.tenant_id = ${tenantId} and t.project_id = ${projectId} and t.person_id = any(${personIds}::uuid[])
    group by t.person_id`.execute(tx)
  return new Map(rows.map(({ person_id, balance, deposited }) => [person_id, { balance, deposited }]))
}

/** The account of a person, or one of the project's own; made when there is none yet. */
async function accountFor(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  kind: Exclude<BankAccount, 'relative'>,
  personId: PersonId | null,
): Promise<string> {
  await sql`insert into time_account (tenant_id, project_id, id, kind, person_id, recorded_person_id)
    select ${tenantId}, ${projectId}, ${newId()}, ${kind}, ${personId}::uuid, ${personId}::uuid
    where not exists (select 1 from time_account where tenant_id = ${tenantId} and project_id = ${projectId} and kind = ${kind}
      and (${personId}::uuid is null or person_id = ${personId}::uuid))
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{
    id: string
  }>`select id from time_account where tenant_id = ${tenantId} and project_id = ${projectId} and kind = ${kind}
    and (${personId}::uuid is null or person_id = ${personId}::uuid) order by balance desc, id limit 1`.execute(tx)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('An account just made is not found.')
  return id
}

/** Whoever books in a project's time bank waits for whoever is booking: no balance is read that is about to change. */
export async function queueForBank(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bank:${tenantId}:${projectId}`}, 0))`.execute(tx)
}

type NewEntry = {
  id: string
  projectId: ProjectId
  kind: EntryKind
  minutes: number
  reason: string | null
  by: AccountId
  from: { kind: BankAccount; personId: PersonId | null }
  to: { kind: BankAccount; personId: PersonId | null }
}

/** Moves minutes from one account to another: both sides, and the entry that says why, at once. */
export async function addEntry(tx: Tx, tenantId: TenantId, entry: NewEntry): Promise<void> {
  const side = ({ kind, personId }: NewEntry['from']) =>
    accountFor(tx, tenantId, entry.projectId, kind === 'relative' ? 'person' : kind, personId)
  const from = await side(entry.from)
  const to = await side(entry.to)
  await sql`update time_account set balance = balance + case id when ${from}::uuid then ${-entry.minutes}::int else ${entry.minutes}::int end
    where tenant_id = ${tenantId} and id in (${from}::uuid, ${to}::uuid)`.execute(tx)
  await tx
    .insertInto('time_entry')
    .values({
      tenant_id: tenantId,
      id: entry.id,
      project_id: entry.projectId,
      kind: entry.kind,
      from_account: from,
      to_account: to,
      minutes: entry.minutes,
      reason: entry.reason,
      booked_by: entry.by,
    })
    .execute()
}

export async function findPool(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<number> {
  const { rows } = await sql<{
    balance: number
  }>`select balance from time_account where tenant_id = ${tenantId} and project_id = ${projectId} and kind = 'pool'`.execute(tx)
  return rows[0]?.balance ?? 0
}

const entrySchema = z.object({
  id: z.string(),
  kind: entryKindSchema,
  from_kind: z.string(),
  from_name: z.string().nullable(),
  to_kind: z.string(),
  to_name: z.string().nullable(),
  minutes: z.number(),
  reason: z.string().nullable(),
  booked_by: z.string().nullable(),
  booked_at: z.date(),
})
export type EntryRecord = z.infer<typeof entrySchema>

/** Entries of a project or of one person, the newest first. */
export async function listEntries(
  tx: Tx,
  tenantId: TenantId,
  filter: { projectId: ProjectId; personId?: PersonId | undefined; offset: number; limit: number },
): Promise<{ rows: EntryRecord[]; total: number }> {
  const from = sql`time_entry e
    join time_account f on f.tenant_id = e.tenant_id and f.id = e.from_account join time_account t on t.tenant_id = e.tenant_id and t.id = e.to_account
    left join person fp on fp.tenant_id = f.tenant_id and fp.id = f.person_id left join person tp on tp.tenant_id = t.tenant_id and tp.id = t.person_id
    left join account c on c.tenant_id = e.tenant_id and c.id = e.booked_by`
  const where = sql`e.tenant_id = ${tenantId} and e.project_id = ${filter.projectId}
    and ${filter.personId === undefined ? sql`true` : sql`(f.person_id = ${filter.personId} or t.person_id = ${filter.personId})`}`
  const found =
    await sql`select e.id, e.kind, f.kind as from_kind, fp.name as from_name, t.kind as to_kind, tp.name as to_name, e.minutes, e.reason,
      c.display_name as booked_by, e.booked_at from ${from} where ${where} order by e.booked_at desc, e.id offset ${filter.offset} limit ${filter.limit}`.execute(
      tx,
    )
  const counted = await sql<{ total: number }>`select count(*)::int as total from ${from} where ${where}`.execute(tx)
  return { rows: z.array(entrySchema).parse(found.rows), total: counted.rows[0]?.total ?? 0 }
}
