import { sql } from 'kysely'
import type { TenantId, Tx } from '../../server/db.ts'
import type { BulletinRecord } from './bulletin-record-schema.ts'
import { textOfRecord } from './figure-record-rules.ts'
import type { FigureRecord } from './figure-record-schema.ts'

type Figure = { readonly record: FigureRecord; readonly hash: string }

/** Makes figures readable by anybody, each as it was frozen. Those that are readable already stay as they are. */
export async function publishFigures(tx: Tx, tenantId: TenantId, figures: readonly Figure[], at: Date): Promise<void> {
  if (figures.length === 0) return
  await sql`insert into published_figure (tenant_id, id, corrects, body, hash, published_at)
    select ${tenantId}, f.id, f.corrects, f.body, f.hash, ${at.toISOString()}::timestamptz
    from unnest(${figures.map(({ record }) => record.id)}::uuid[], ${figures.map(({ record }) => record.corrects?.id ?? null)}::uuid[],
      ${figures.map(({ record }) => textOfRecord(record))}::text[], ${figures.map(({ hash }) => hash)}::text[]) f (id, corrects, body, hash)
    on conflict do nothing`.execute(tx)
}

/** Publishes a bulletin with its figures. */
export async function publishBulletin(
  tx: Tx,
  tenantId: TenantId,
  bulletin: { record: BulletinRecord; text: string; hash: string },
  figures: readonly Figure[],
  at: Date,
): Promise<void> {
  const { record, text, hash } = bulletin
  await publishFigures(tx, tenantId, figures, at)
  await sql`insert into published_bulletin (tenant_id, id, series_id, edition, title, body, hash, published_at)
    values (${tenantId}, ${record.id}, ${record.series}, ${record.edition}, ${record.title}, ${text}, ${hash}, ${at.toISOString()}::timestamptz)`.execute(
    tx,
  )
  await sql`insert into published_bulletin_figure (tenant_id, bulletin_id, figure_id, position)
    select ${tenantId}, ${record.id}, f.id, f.position::int from unnest(${record.figures.map(({ id }) => id)}::uuid[]) with ordinality f (id, position)`.execute(
    tx,
  )
  if (record.corrects !== null)
    await addNotice(tx, tenantId, {
      bulletinId: record.corrects.id,
      kind: 'corrected',
      reason: record.corrects.reason,
      successorId: record.id,
    })
}

export async function addNotice(
  tx: Tx,
  tenantId: TenantId,
  notice: { bulletinId: string; kind: 'corrected' | 'withdrawn'; reason: string; successorId: string | null },
): Promise<void> {
  await sql`insert into published_notice (tenant_id, bulletin_id, kind, reason, successor_id)
    values (${tenantId}, ${notice.bulletinId}, ${notice.kind}, ${notice.reason}, ${notice.successorId}) on conflict do nothing`.execute(tx)
}

/** The frozen figures that a published bulletin says or leans on, in its order. */
export async function listFigureIds(tx: Tx, tenantId: TenantId, bulletinIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (bulletinIds.length === 0) return found
  const rows = await tx
    .selectFrom('published_bulletin_figure')
    .select(['bulletin_id as bulletinId', 'figure_id as figureId'])
    .where('tenant_id', '=', tenantId)
    .where('bulletin_id', 'in', [...bulletinIds])
    .orderBy('position')
    .execute()
  for (const { bulletinId, figureId } of rows) found.set(bulletinId, [...(found.get(bulletinId) ?? []), figureId])
  return found
}

/** Which of these figures anybody may read. */
export async function listPublished(tx: Tx, tenantId: TenantId, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('published_figure')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}
