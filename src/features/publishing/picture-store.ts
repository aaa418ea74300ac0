import { sql } from 'kysely'
import { hash } from 'node:crypto'
import type { EvidenceId, ProjectId } from '../../kernel/ids.ts'
import type { Page } from '../../kernel/paging.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { findContent } from '../ledger/evidence-store.ts'
import type { DraftPicture } from './picture-schema.ts'

/** Photos of a project that may be published: of nobody who can be recognised, or of people who agreed and still do. */
const mayBeShown = (tenantId: TenantId, projectId: ProjectId) => sql`e.tenant_id = ${tenantId} and e.kind = 'photo' and e.publishable
  and e.removed_at is null and e.media_type = 'image/jpeg' and s.project_id = ${projectId}
  and not exists (select from evidence_consent c where c.tenant_id = ${tenantId} and c.evidence_id = e.id and c.withdrawn_on is not null)`

const joined = sql`evidence e join service s on s.tenant_id = e.tenant_id and s.id = e.service_id`

export async function listPictures(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  page: Page,
): Promise<{ rows: DraftPicture[]; total: number }> {
  const { rows } = await sql<DraftPicture & { total: number }>`
    select e.id as "evidenceId", e.title, coalesce(s.title, '') as service, s.day::text as day, count(*) over ()::int as total
    from ${joined} where ${mayBeShown(tenantId, projectId)} order by s.day desc nulls last, e.id offset ${page.offset} limit ${page.limit}`.execute(
    tx,
  )
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** Which of these may be shown. */
export async function listShowable(tx: Tx, tenantId: TenantId, projectId: ProjectId, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{
    id: string
  }>`select e.id from ${joined} where ${mayBeShown(tenantId, projectId)} and e.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

export type ReadyPicture = {
  readonly evidenceId: string
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
}

/** The photos of a bulletin as they will be shown: no larger than a page needs. */
export async function readPictures(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  ids: readonly EvidenceId[],
  shrink: (bytes: Buffer) => Promise<{ bytes: Buffer; width: number; height: number }>,
): Promise<Map<string, ReadyPicture>> {
  const ready = new Map<string, ReadyPicture>()
  for (const id of new Set(ids)) {
    const content = await findContent(tx, tenantId, sealer, id, 'content')
    if (content === undefined) continue
    const small = await shrink(content)
    ready.set(id, { evidenceId: id, sha256: hash('sha256', small.bytes, 'hex'), ...small })
  }
  return ready
}

export async function publishPictures(tx: Tx, tenantId: TenantId, bulletinId: string, pictures: Iterable<ReadyPicture>): Promise<void> {
  for (const { evidenceId, sha256, width, height, bytes } of pictures)
    await sql`insert into published_picture (tenant_id, bulletin_id, sha256, evidence_id, width, height, bytes)
      values (${tenantId}, ${bulletinId}, ${sha256}, ${evidenceId}, ${width}, ${height}, ${bytes}) on conflict do nothing`.execute(tx)
}

/** The photos that a published bulletin still shows. */
export async function listPublishedPictures(
  tx: Tx,
  tenantId: TenantId,
  bulletinId: string,
): Promise<{ sha256: string; evidenceId: EvidenceId }[]> {
  const { rows } = await sql<{ sha256: string; evidenceId: EvidenceId }>`select sha256, evidence_id as "evidenceId" from published_picture
    where tenant_id = ${tenantId} and bulletin_id = ${bulletinId} order by sha256`.execute(tx)
  return rows
}

/** Takes one photo of a bulletin down, or all of them. False: there was none. */
export async function takeDown(tx: Tx, tenantId: TenantId, bulletinId: string, sha256?: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from published_picture where tenant_id = ${tenantId} and bulletin_id = ${bulletinId}
    and ${sha256 === undefined ? sql`true` : sql`sha256 = ${sha256}`}`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}
