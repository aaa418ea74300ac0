import { sql } from 'kysely'
import { z } from 'zod'
import type { TenantId, Tx } from '../../server/db.ts'
import { bulletinRecordSchema } from '../publishing/bulletin-record-schema.ts'
import { recordOf } from '../publishing/figure-record-rules.ts'
import type { BulletinNotice, ListedBulletin, PublicWish, PublishedBulletin, PublishedFigure } from './portal-schema.ts'

// All of this is asked by the portal's own role, which may read what was published and nothing else.

const noticeSchema = z.object({
  kind: z.enum(['corrected', 'withdrawn']),
  reason: z.string(),
  successorId: z.string().nullable(),
  at: z.string(),
})
const noticesSchema = z.array(noticeSchema)

/** The moments in UTC, as records write them. */
const moment = (column: string) => sql.raw<string>(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

const notices = (
  tenantId: TenantId,
) => sql`coalesce((select json_agg(json_build_object('kind', n.kind, 'reason', n.reason, 'successorId', n.successor_id, 'at', ${moment('n.at')}) order by n.at)
  from published_notice n where n.tenant_id = ${tenantId} and n.bulletin_id = b.id), '[]')`

/** Bulletins, newest first. */
export async function listBulletins(tx: Tx, tenantId: TenantId, limit = 500): Promise<ListedBulletin[]> {
  const { rows } = await sql<{ id: string; title: string; edition: number; at: string; notices: unknown }>`
    select b.id, b.title, b.edition, ${moment('b.published_at')} as at, ${notices(tenantId)} as notices
    from published_bulletin b where b.tenant_id = ${tenantId} order by b.published_at desc, b.id desc limit ${limit}`.execute(tx)
  return rows.map(({ id, title, edition, at, notices: found }) => ({
    id,
    title,
    edition,
    publishedAt: at,
    notices: noticesSchema.parse(found).map(({ kind }) => kind),
  }))
}

export type StoredBulletin = {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly hash: string
  readonly publishedAt: string
  readonly notices: readonly BulletinNotice[]
}

async function storedBulletins(tx: Tx, tenantId: TenantId, where: ReturnType<typeof sql<boolean>>): Promise<StoredBulletin[]> {
  const { rows } = await sql<{ id: string; title: string; body: string; hash: string; at: string; notices: unknown }>`
    select b.id, b.title, b.body, b.hash, ${moment('b.published_at')} as at, ${notices(tenantId)} as notices
    from published_bulletin b where b.tenant_id = ${tenantId} and ${where} limit 2`.execute(tx)
  return rows.map(({ at, notices: found, ...row }) => ({ ...row, publishedAt: at, notices: noticesSchema.parse(found) }))
}

export async function findStoredBulletin(tx: Tx, tenantId: TenantId, id: string): Promise<StoredBulletin | undefined> {
  return (await storedBulletins(tx, tenantId, sql<boolean>`b.id = ${id}::uuid`))[0]
}

/** A bulletin that can be read; one whose text is no bulletin any more cannot. */
export const asBulletin = ({ body, hash, publishedAt, notices: found }: StoredBulletin): PublishedBulletin | undefined => {
  const { data } = bulletinRecordSchema.safeParse(parsed(body))
  return data === undefined ? undefined : { record: data, hash, publishedAt, notices: found }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The bulletins before and after one, by when they were published. */
export async function listNeighbours(
  tx: Tx,
  tenantId: TenantId,
  id: string,
): Promise<{ previous: ListedBulletin | undefined; next: ListedBulletin | undefined }> {
  const { rows } = await sql<{ id: string; title: string; edition: number; at: string; side: 'previous' | 'next' }>`
    with here as (select published_at, id from published_bulletin where tenant_id = ${tenantId} and id = ${id}::uuid)
    (select b.id, b.title, b.edition, ${moment('b.published_at')} as at, 'previous' as side from published_bulletin b, here
      where b.tenant_id = ${tenantId} and (b.published_at, b.id) < (here.published_at, here.id) order by b.published_at desc, b.id desc limit 1)
    union all
    (select b.id, b.title, b.edition, ${moment('b.published_at')} as at, 'next' as side from published_bulletin b, here
      where b.tenant_id = ${tenantId} and (b.published_at, b.id) > (here.published_at, here.id) order by b.published_at, b.id limit 1)`.execute(
    tx,
  )
  const on = (side: string): ListedBulletin | undefined => {
    const row = rows.find((each) => each.side === side)
    return row === undefined ? undefined : { id: row.id, title: row.title, edition: row.edition, publishedAt: row.at, notices: [] }
  }
  return { previous: on('previous'), next: on('next') }
}

export type StoredFigure = {
  readonly id: string
  readonly corrects: string | null
  readonly body: string
  readonly hash: string
  readonly publishedAt: string
}

async function storedFigures(tx: Tx, tenantId: TenantId, where: ReturnType<typeof sql<boolean>>): Promise<StoredFigure[]> {
  const { rows } = await sql<StoredFigure>`select f.id, f.corrects, f.body, f.hash, ${moment('f.published_at')} as "publishedAt"
    from published_figure f where f.tenant_id = ${tenantId} and ${where} order by f.published_at desc, f.id`.execute(tx)
  return rows
}

export const findStoredFigures = (tx: Tx, tenantId: TenantId, ids: readonly string[]): Promise<StoredFigure[]> =>
  ids.length === 0 ? Promise.resolve([]) : storedFigures(tx, tenantId, sql<boolean>`f.id = any(${ids}::uuid[])`)

/** These figures in their order, and after them whatever they correct, back to the first. */
export async function listWithEarlier(tx: Tx, tenantId: TenantId, ids: readonly string[]): Promise<StoredFigure[]> {
  const all = new Map<string, StoredFigure>()
  for (let next = ids; next.length > 0;) {
    const found = new Map((await findStoredFigures(tx, tenantId, next)).map((each) => [each.id, each]))
    for (const id of next) {
      const each = found.get(id)
      if (each !== undefined) all.set(id, each)
    }
    next = [...found.values()].flatMap(({ corrects }) => (corrects === null || all.has(corrects) ? [] : [corrects]))
  }
  return [...all.values()]
}

/** Everything of a chain of corrections that begins with one of these figures. */
export const listCorrections = (tx: Tx, tenantId: TenantId, ids: readonly string[]): Promise<StoredFigure[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : storedFigures(
        tx,
        tenantId,
        sql<boolean>`f.id in (with recursive later as (
          select g.id from published_figure g where g.tenant_id = ${tenantId} and g.corrects = any(${ids}::uuid[])
          union select g.id from published_figure g join later on g.corrects = later.id where g.tenant_id = ${tenantId}) select id from later)`,
      )

export const listStoredFigures = (tx: Tx, tenantId: TenantId): Promise<StoredFigure[]> => storedFigures(tx, tenantId, sql<boolean>`true`)

export const asFigure = ({ body, hash, publishedAt }: StoredFigure): PublishedFigure | undefined => {
  const record = recordOf(body)
  return record === undefined ? undefined : { record, hash, publishedAt }
}

/** What has a hash that begins with these digits: a figure or a bulletin. Several are none: the code is too short to tell. */
export async function findByDigits(
  tx: Tx,
  tenantId: TenantId,
  digits: string,
): Promise<{ bulletin?: StoredBulletin; figure?: StoredFigure }> {
  const like = `${digits}%`
  const bulletins = await storedBulletins(tx, tenantId, sql<boolean>`b.hash like ${like}`)
  const figures = await storedFigures(tx, tenantId, sql<boolean>`f.hash like ${like}`)
  const [bulletin] = bulletins
  const [figure] = figures
  if (bulletins.length + figures.length !== 1) return {}
  return bulletin === undefined ? (figure === undefined ? {} : { figure }) : { bulletin }
}

/** The photos that a bulletin still shows, by their hashes. */
export async function listPictures(tx: Tx, tenantId: TenantId, bulletinId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('published_picture')
    .select('sha256')
    .where('tenant_id', '=', tenantId)
    .where('bulletin_id', '=', bulletinId)
    .execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}

export async function findPicture(tx: Tx, tenantId: TenantId, bulletinId: string, sha256: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('published_picture')
    .select('bytes')
    .where('tenant_id', '=', tenantId)
    .where('bulletin_id', '=', bulletinId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.bytes
}

/** The hosts that a published text may link to. */
export async function listHosts(tx: Tx, tenantId: TenantId): Promise<Set<string>> {
  const rows = await tx.selectFrom('link_host').select('host').where('tenant_id', '=', tenantId).execute()
  return new Set(rows.map(({ host }) => host))
}

/** Wishes that wait or were claimed, the oldest first, and how many came true. A claim that nobody kept is none. */
export async function listWishes(tx: Tx, tenantId: TenantId): Promise<{ wishes: PublicWish[]; done: number }> {
  const today = sql`(now() at time zone 'Asia/Shanghai')::date`
  const { rows } = await sql<PublicWish>`select w.code, w.sort, w.title, w.about, w.town, w.value_fen as "valueFen",
      case when w.state = 'claimed' and w.claimed_until < ${today} then 'open' else w.state end as state, w.claimed_until as until
    from published_wish w where w.tenant_id = ${tenantId} and w.state <> 'done' order by w.published_at, w.id limit 500`.execute(tx)
  const done = await sql<{
    n: number
  }>`select count(*)::int as n from published_wish w where w.tenant_id = ${tenantId} and w.state = 'done'`.execute(tx)
  return { wishes: rows, done: done.rows[0]?.n ?? 0 }
}
