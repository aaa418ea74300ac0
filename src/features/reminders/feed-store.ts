import { sql } from 'kysely'
import { z } from 'zod'
import { accountIdSchema, divisionCodeSchema, projectIdSchema, type AccountId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { grantsColumn } from '../identity/session-store.ts'
import { grantSchema } from '../identity/schema.ts'
import type { CalendarFeed, FeedOf } from './calendar-schema.ts'

/** The secret of a feed follows from the house's key: it is kept nowhere, and its owner can be shown it again. */
export const tokenOf = (sealer: Sealer, tenantId: TenantId, id: string): string => sealer.derive(`calendar feed ${tenantId}/${id}`)

const hashOf = (sealer: Sealer, tenantId: TenantId, token: string): Buffer => sealer.index(`calendar feed ${token}`, tenantId)

const rowSchema = z.object({
  id: z.uuid(),
  project_id: projectIdSchema.nullable(),
  community_code: divisionCodeSchema.nullable(),
  project: z.string().nullable(),
  community: z.string().nullable(),
  made_at: z.date(),
  fetched_at: z.date().nullable(),
})

const aboutOf = (row: Pick<z.infer<typeof rowSchema>, 'project_id' | 'community_code'>): FeedOf =>
  row.project_id === null || row.community_code === null
    ? { of: 'mine' }
    : { of: 'community', projectId: row.project_id, communityCode: row.community_code }

/** An account's live addresses, its own calendar first. */
export async function listFeeds(tx: Tx, tenantId: TenantId, accountId: AccountId): Promise<CalendarFeed[]> {
  const { rows } = await sql`
    select f.id, f.project_id, f.community_code, f.made_at, f.fetched_at,
      (select p.name from project p where p.tenant_id = ${tenantId} and p.id = f.project_id) as project,
      (select d.name from division d where d.tenant_id = ${tenantId} and d.code = f.community_code) as community
    from calendar_feed f where f.tenant_id = ${tenantId} and f.account_id = ${accountId} and f.ended_at is null
    order by f.project_id nulls first, f.made_at`.execute(tx)
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => ({
      id: row.id,
      about: aboutOf(row),
      project: row.project,
      community: row.community,
      madeAt: row.made_at.toISOString(),
      fetchedAt: row.fetched_at?.toISOString() ?? null,
    }))
}

/** Makes an address; the one that the account had for the same calendar ends. */
export async function addFeed(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  feed: { id: string; accountId: AccountId; about: FeedOf },
): Promise<void> {
  const [project, community] = feed.about.of === 'mine' ? [null, null] : [feed.about.projectId, feed.about.communityCode]
  await sql`update calendar_feed set ended_at = now() where tenant_id = ${tenantId} and account_id = ${feed.accountId} and ended_at is null
    and project_id is not distinct from ${project}::uuid and community_code is not distinct from ${community}::text`.execute(tx)
  await tx
    .insertInto('calendar_feed')
    .values({
      tenant_id: tenantId,
      id: feed.id,
      account_id: feed.accountId,
      project_id: project,
      community_code: community,
      token_hash: hashOf(sealer, tenantId, tokenOf(sealer, tenantId, feed.id)),
    })
    .execute()
}

/** Whether the account has this address, still live. */
export async function isFeedOf(tx: Tx, tenantId: TenantId, accountId: AccountId, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from calendar_feed where tenant_id = ${tenantId} and id = ${id} and account_id = ${accountId}
    and ended_at is null`.execute(tx)
  return rows.length === 1
}

export async function endFeed(tx: Tx, tenantId: TenantId, accountId: AccountId, id: string): Promise<boolean> {
  const { rows } = await sql`update calendar_feed set ended_at = now() where tenant_id = ${tenantId} and id = ${id}
    and account_id = ${accountId} and ended_at is null returning id`.execute(tx)
  return rows.length === 1
}

const knownSchema = rowSchema.omit({ made_at: true, project: true }).extend({
  account_id: accountIdSchema,
  display_name: z.string(),
  language: z.enum(['zh-CN', 'zh-Hant', 'en']),
  grants: z.array(grantSchema),
  is_stale: z.boolean(),
})

/** Whose calendar a secret opens, while the address is live and the account may sign in. */
export async function findFeed(tx: Tx, tenantId: TenantId, sealer: Sealer, token: string) {
  const { rows } = await sql`
    select f.id, f.project_id, f.community_code, f.fetched_at, (f.fetched_at is null or f.fetched_at < now() - interval '1 hour') as is_stale,
      (select d.name from division d where d.tenant_id = ${tenantId} and d.code = f.community_code) as community,
      a.id as account_id, a.display_name, a.language, ${sql.raw(grantsColumn('a'))} as grants
    from calendar_feed f join account a on a.tenant_id = f.tenant_id and a.id = f.account_id
    where f.tenant_id = ${tenantId} and f.token_hash = ${hashOf(sealer, tenantId, token)} and f.ended_at is null and a.state = 'active'`.execute(
    tx,
  )
  if (rows[0] === undefined) return undefined
  const row = knownSchema.parse(rows[0])
  return { ...row, about: aboutOf(row) }
}

export async function noteFetched(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
  await sql`update calendar_feed set fetched_at = now() where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
}
