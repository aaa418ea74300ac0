import { sql } from 'kysely'
import { v7 } from 'uuid'
import { z } from 'zod'
import { accountIdSchema, type AccountId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { noticeRowSchema, type Holders, type NewNotice, type Notice } from './notice-schema.ts'

/** Tells one account. Whether it had not been told of this matter before. */
export async function addNotice(tx: Tx, tenantId: TenantId, accountId: AccountId, notice: NewNotice): Promise<boolean> {
  const { rows } = await sql`
    insert into notice (tenant_id, id, account_id, project_id, subject, code, words, given, urgency, due_on, matter)
    values (${tenantId}, ${v7()}, ${accountId}, ${notice.projectId ?? null}::uuid, ${notice.subject ?? null}, ${notice.code},
      ${JSON.stringify(notice.words)}::jsonb, ${JSON.stringify(notice.given ?? {})}::jsonb, ${notice.urgency}, ${notice.dueOn ?? null}::date, ${notice.matter})
    on conflict (tenant_id, account_id, matter) do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** Active accounts that hold one of the roles there: in the project, and in the community or in all of them. */
async function listHolders(tx: Tx, tenantId: TenantId, holders: Holders): Promise<AccountId[]> {
  const { projectId, communityCode, except } = holders
  const there =
    projectId === undefined
      ? sql`true`
      : sql`g.project_id = ${projectId} and (g.community_code is null or ${communityCode ?? null}::text is null or g.community_code = ${communityCode ?? null})`
  const { rows } = await sql`
    select distinct g.account_id as id from role_grant g join account a on a.tenant_id = g.tenant_id and a.id = g.account_id
    where g.tenant_id = ${tenantId} and a.tenant_id = ${tenantId} and g.ended_at is null and a.state = 'active'
      and g.role = any(${holders.roles}::text[]) and ${there} and g.account_id is distinct from ${except ?? null}::uuid
    order by 1`.execute(tx)
  return z
    .array(z.object({ id: accountIdSchema }))
    .parse(rows)
    .map(({ id }) => id)
}

/** Tells all who hold one of the roles there. How many now know of the matter: nobody, when there is nobody to tell. */
export async function addNoticeToRole(tx: Tx, tenantId: TenantId, holders: Holders, notice: NewNotice): Promise<number> {
  const told = await listHolders(tx, tenantId, holders)
  for (const accountId of told) await addNotice(tx, tenantId, accountId, notice)
  return told.length
}

/** The matter is settled: whoever was told of it and has not marked it need not do so any more. */
export async function settleNotices(tx: Tx, tenantId: TenantId, matter: string): Promise<void> {
  await sql`update notice set done_at = now(), read_at = coalesce(read_at, now())
    where tenant_id = ${tenantId} and matter = ${matter} and done_at is null`.execute(tx)
}

/** The same of every matter that begins so, as when each day has a matter of its own. */
export async function settleMatters(tx: Tx, tenantId: TenantId, beginning: string): Promise<void> {
  await sql`update notice set done_at = now(), read_at = coalesce(read_at, now())
    where tenant_id = ${tenantId} and starts_with(matter, ${beginning}) and done_at is null`.execute(tx)
}

/** An account's notices: the most urgent first, then the newest; those done by when they were done. */
export async function listNotices(
  tx: Tx,
  tenantId: TenantId,
  accountId: AccountId,
  filter: { show: 'open' | 'done'; offset: number; limit: number },
): Promise<{ rows: Notice[]; total: number }> {
  const shown = filter.show === 'open' ? sql`n.done_at is null` : sql`n.done_at is not null`
  const { rows } = await sql`
    select n.*, count(*) over ()::int as total from notice n
    where n.tenant_id = ${tenantId} and n.account_id = ${accountId} and ${shown}
    order by n.done_at desc nulls first, case n.urgency when 'now' then 0 when 'soon' then 1 else 2 end, n.made_at desc, n.id
    offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const read = z.array(noticeRowSchema).parse(rows)
  return {
    rows: read.map((row) => ({
      id: row.id,
      projectId: row.project_id,
      subject: row.subject,
      code: row.code,
      words: row.words,
      given: row.given,
      urgency: row.urgency,
      dueOn: row.due_on,
      madeAt: row.made_at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
      doneAt: row.done_at?.toISOString() ?? null,
    })),
    total: read[0]?.total ?? 0,
  }
}

const countsSchema = z.object({ open: z.int(), unread: z.int(), urgent: z.int() })

export async function countNotices(tx: Tx, tenantId: TenantId, accountId: AccountId): Promise<z.infer<typeof countsSchema>> {
  const { rows } = await sql`
    select count(*)::int as open, count(*) filter (where read_at is null)::int as unread,
      count(*) filter (where urgency = 'now')::int as urgent
    from notice where tenant_id = ${tenantId} and account_id = ${accountId} and done_at is null`.execute(tx)
  return countsSchema.parse(rows[0])
}

/** What each mark sets. Done is also read; to be done again is not unread. */
const marks = {
  read: sql`read_at = coalesce(read_at, now())`,
  unread: sql`read_at = null`,
  done: sql`done_at = coalesce(done_at, now()), read_at = coalesce(read_at, now())`,
  open: sql`done_at = null`,
} as const

/** Marks the account's own notices among these. How many there were. */
export async function markNotices(
  tx: Tx,
  tenantId: TenantId,
  accountId: AccountId,
  ids: readonly string[],
  as: keyof typeof marks,
): Promise<number> {
  const { rows } = await sql`update notice set ${marks[as]}
    where tenant_id = ${tenantId} and account_id = ${accountId} and id = any(${ids}::uuid[]) returning id`.execute(tx)
  return rows.length
}
