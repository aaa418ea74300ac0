import { sql } from 'kysely'
import { hash } from 'node:crypto'
import type { TenantId, Tx } from '../../server/db.ts'
import { bulletinRecordSchema } from './bulletin-record-schema.ts'
import { textOfBulletin } from './publish-rules.ts'

type Altered = { readonly kind: 'bulletin' | 'figure'; readonly id: string }
type PublishedVerified = {
  readonly bulletins: number
  readonly published: number
  /** The first that is public and is not what was published, or is not public and should be. */
  readonly altered: Altered | null
}

const sha = (text: string): string => hash('sha256', text, 'hex')

/**
 * Compares what anybody may read with what stands behind it: every public figure with the frozen one, every bulletin with
 * the hash that was kept of it, in the office and in the trail.
 */
export async function verifyPublished(tx: Tx, tenantId: TenantId): Promise<PublishedVerified> {
  const bulletins = await tx
    .selectFrom('published_bulletin')
    .select(['id', 'series_id', 'edition', 'title', 'body', 'hash', 'published_at'])
    .where('tenant_id', '=', tenantId)
    .orderBy('published_at')
    .execute()
  const kept = await findKept(tx, tenantId)
  const bulletin = bulletins.find((row) => !isAsPublished(row) || kept.get(row.id) !== row.hash)?.id
  const missing = [...kept.keys()].find((id) => bulletins.every((row) => row.id !== id))
  const figures = await sql<{ id: string; altered: boolean }>`
    select coalesce(p.id, m.figure_id)::text as id, p.id is null or f.id is null or f.body <> p.body or f.hash <> p.hash
      or f.corrects is distinct from p.corrects or encode(sha256(convert_to(p.body, 'UTF8')), 'hex') <> p.hash as altered
    from (select id, body, hash, corrects from published_figure where tenant_id = ${tenantId}) p
    left join (select id, body, hash, corrects from frozen_figure where tenant_id = ${tenantId}) f on f.id = p.id
    full join (select distinct figure_id from published_bulletin_figure where tenant_id = ${tenantId}) m on m.figure_id = p.id
    order by 1`.execute(tx)
  const text = bulletin ?? missing
  const figure = figures.rows.find(({ altered }) => altered)?.id
  return {
    bulletins: bulletins.length,
    published: figures.rows.length,
    altered: text !== undefined ? { kind: 'bulletin', id: text } : figure === undefined ? null : { kind: 'figure', id: figure },
  }
}

type Row = { id: string; series_id: string; edition: number; title: string; body: string; hash: string; published_at: Date }

function isAsPublished(row: Row): boolean {
  if (sha(row.body) !== row.hash) return false
  const { data } = bulletinRecordSchema.safeParse(JSON.parse(row.body))
  return (
    data !== undefined &&
    textOfBulletin(data) === row.body &&
    data.id === row.id &&
    data.series === row.series_id &&
    data.edition === row.edition &&
    data.title === row.title &&
    data.publishedAt === row.published_at.toISOString()
  )
}

/** The hash that each published bulletin had: as the office keeps it, and as the trail, a chain of its own, says. */
async function findKept(tx: Tx, tenantId: TenantId): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('bulletin')
    .select(['id', 'hash'])
    .where('tenant_id', '=', tenantId)
    .where('state', 'in', ['published', 'withdrawn'])
    .execute()
  const said = await tx
    .selectFrom('trail')
    .select('details')
    .where('tenant_id', '=', tenantId)
    .where('entry', '=', 'bulletins.publish')
    .execute()
  const noted = new Map(said.map(({ details }) => [/"bulletin":"([^"]+)"/.exec(details)?.[1], /"hash":"([^"]+)"/.exec(details)?.[1]]))
  return new Map(rows.map(({ id, hash: own }) => [id, own !== null && noted.get(id) === own ? own : '']))
}
