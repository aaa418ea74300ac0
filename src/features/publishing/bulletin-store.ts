import { sql } from 'kysely'
import { z } from 'zod'
import { projectIdSchema, type AccountId, type ProjectId } from '../../kernel/ids.ts'
import type { Page } from '../../kernel/paging.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import {
  bulletinIdSchema,
  bulletinStateSchema,
  contentSchema,
  type BulletinId,
  type BulletinState,
  type Content,
} from './bulletin-schema.ts'

const rowSchema = z.object({
  id: bulletinIdSchema,
  project_id: projectIdSchema,
  series_id: bulletinIdSchema,
  edition: z.number(),
  state: bulletinStateSchema,
  content: contentSchema,
  editors: z.array(z.string()),
  by: z.string().nullable(),
  submitted: z.string().nullable(),
  approved: z.string().nullable(),
  published_at: z.date().nullable(),
  changed_at: z.date(),
  reason: z.string().nullable(),
  hash: z.string().nullable(),
  version: z.number(),
  superseded: z.boolean(),
})

const columns = (tenantId: TenantId) => {
  const nameOf = (column: string) =>
    sql`(select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = ${sql.raw(column)})`
  return sql`b.id, b.project_id, b.series_id, b.edition, b.state, b.content, b.editors, b.published_at, b.changed_at, b.reason, b.hash, b.version,
    ${nameOf('b.editors[1]')} as by, ${nameOf('b.submitted_by')} as submitted, ${nameOf('b.approved_by')} as approved,
    exists (select from bulletin n where n.tenant_id = ${tenantId} and n.series_id = b.series_id and n.edition > b.edition and n.state = 'published') as superseded`
}

export type StoredBulletin = {
  readonly id: BulletinId
  readonly projectId: ProjectId
  readonly seriesId: BulletinId
  readonly edition: number
  readonly state: BulletinState
  readonly content: Content
  readonly editors: readonly string[]
  readonly by: string | null
  readonly submittedBy: string | null
  readonly approvedBy: string | null
  readonly publishedAt: string | null
  readonly changedAt: string
  readonly reason: string | null
  readonly hash: string | null
  readonly version: number
  readonly superseded: boolean
}

function toBulletin(found: unknown): StoredBulletin {
  const row = rowSchema.parse(found)
  return {
    id: row.id,
    projectId: row.project_id,
    seriesId: row.series_id,
    edition: row.edition,
    state: row.state,
    content: row.content,
    editors: row.editors,
    by: row.by,
    submittedBy: row.submitted,
    approvedBy: row.approved,
    publishedAt: row.published_at?.toISOString() ?? null,
    changedAt: row.changed_at.toISOString(),
    reason: row.reason,
    hash: row.hash,
    version: row.version,
    superseded: row.superseded,
  }
}

export async function findBulletin(tx: Tx, tenantId: TenantId, id: BulletinId): Promise<StoredBulletin | undefined> {
  const { rows } = await sql`select ${columns(tenantId)} from bulletin b where b.tenant_id = ${tenantId} and b.id = ${id}`.execute(tx)
  return rows[0] === undefined ? undefined : toBulletin(rows[0])
}

export async function listBulletins(tx: Tx, tenantId: TenantId, projectId: ProjectId, page: Page) {
  const { rows } = await sql`select ${columns(tenantId)}, count(*) over ()::int as total from bulletin b
    where b.tenant_id = ${tenantId} and b.project_id = ${projectId}
    order by coalesce(b.published_at, b.changed_at) desc, b.edition desc offset ${page.offset} limit ${page.limit}`.execute(tx)
  const total = z.object({ total: z.number() }).safeParse(rows[0]).data?.total ?? 0
  return { rows: rows.map(toBulletin), total }
}

/** The published bulletin of a project just before or after a moment; of each series the newest edition. */
export async function findNeighbour(
  tx: Tx,
  tenantId: TenantId,
  bulletin: Pick<StoredBulletin, 'projectId' | 'seriesId'>,
  publishedAt: string | null,
  direction: 'previous' | 'next',
): Promise<{ id: BulletinId; title: string } | undefined> {
  const at = publishedAt ?? 'infinity'
  const side = direction === 'previous' ? sql`b.published_at < ${at}::timestamptz` : sql`b.published_at > ${at}::timestamptz`
  const { rows } = await sql<{ id: BulletinId; title: string }>`select b.id, b.content->>'title' as title from bulletin b
    where b.tenant_id = ${tenantId} and b.project_id = ${bulletin.projectId} and b.state = 'published' and b.series_id <> ${bulletin.seriesId} and ${side}
    order by b.published_at ${direction === 'previous' ? sql`desc` : sql`asc`} limit 1`.execute(tx)
  return rows[0]
}

/** The bulletin of a project that was published last and still stands. */
export async function findLastPublished(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
): Promise<{ id: BulletinId; title: string } | undefined> {
  const { rows } = await sql<{ id: BulletinId; title: string }>`select b.id, b.content->>'title' as title from bulletin b
    where b.tenant_id = ${tenantId} and b.project_id = ${projectId} and b.state = 'published' order by b.published_at desc limit 1`.execute(
    tx,
  )
  return rows[0]
}

/** The edition before one of a series. */
export async function findEarlier(
  tx: Tx,
  tenantId: TenantId,
  bulletin: Pick<StoredBulletin, 'seriesId' | 'edition'>,
): Promise<StoredBulletin | undefined> {
  const { rows } = await sql`select ${columns(tenantId)} from bulletin b
    where b.tenant_id = ${tenantId} and b.series_id = ${bulletin.seriesId} and b.edition = ${bulletin.edition - 1}`.execute(tx)
  return rows[0] === undefined ? undefined : toBulletin(rows[0])
}

export async function addBulletin(
  tx: Tx,
  tenantId: TenantId,
  bulletin: { id: BulletinId; projectId: ProjectId; seriesId: BulletinId; edition: number; content: Content; reason: string | null },
  by: AccountId,
): Promise<void> {
  await sql`insert into bulletin (tenant_id, id, project_id, series_id, edition, state, content, editors, reason)
    values (${tenantId}, ${bulletin.id}, ${bulletin.projectId}, ${bulletin.seriesId}, ${bulletin.edition}, 'draft',
      ${JSON.stringify(bulletin.content)}::jsonb, array[${by}]::uuid[], ${bulletin.reason})`.execute(tx)
}

/** Saves a draft; whoever saves is one of its editors. False: somebody changed it meanwhile. */
export async function saveContent(
  tx: Tx,
  tenantId: TenantId,
  id: BulletinId,
  version: number,
  content: Content,
  by: AccountId,
): Promise<boolean> {
  const { rows } = await sql`update bulletin set content = ${JSON.stringify(content)}::jsonb, version = version + 1, changed_at = now(),
      editors = case when ${by}::uuid = any(editors) then editors else editors || ${by}::uuid end
    where tenant_id = ${tenantId} and id = ${id} and version = ${version} returning version`.execute(tx)
  return rows.length === 1
}

export type Step =
  | { readonly to: 'submitted' | 'approved'; readonly by: AccountId }
  | { readonly to: 'draft' | 'withdrawn'; readonly by: AccountId; readonly reason: string }
  | { readonly to: 'published'; readonly by: AccountId; readonly at: Date; readonly hash: string; readonly content: Content }

/** Moves a bulletin on. False: somebody changed it meanwhile. */
export async function moveOn(tx: Tx, tenantId: TenantId, id: BulletinId, version: number, step: Step): Promise<boolean> {
  const { rows } = await sql`update bulletin set state = ${step.to}, version = version + 1, changed_at = now(), ${changesOf(step)}
    where tenant_id = ${tenantId} and id = ${id} and version = ${version} returning version`.execute(tx)
  return rows.length === 1
}

function changesOf(step: Step) {
  switch (step.to) {
    case 'submitted':
      return sql`submitted_by = ${step.by}, approved_by = null`
    case 'approved':
      return sql`approved_by = ${step.by}`
    case 'draft':
      return sql`approved_by = null, reason = ${step.reason}`
    case 'withdrawn':
      return sql`reason = ${step.reason}`
    case 'published':
      return sql`published_by = ${step.by}, published_at = ${step.at.toISOString()}::timestamptz, hash = ${step.hash},
        content = ${JSON.stringify(step.content)}::jsonb`
  }
}

export async function listHosts(tx: Tx, tenantId: TenantId): Promise<string[]> {
  const rows = await tx.selectFrom('link_host').select('host').where('tenant_id', '=', tenantId).orderBy('host').execute()
  return rows.map(({ host }) => host)
}

export async function addHost(tx: Tx, tenantId: TenantId, host: string, by: AccountId): Promise<void> {
  await sql`insert into link_host (tenant_id, host, added_by) values (${tenantId}, ${host}, ${by}) on conflict do nothing`.execute(tx)
}

export async function removeHost(tx: Tx, tenantId: TenantId, host: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('link_host').where('tenant_id', '=', tenantId).where('host', '=', host).executeTakeFirst()
  return numDeletedRows > 0n
}
