import type { AccountId, ProjectId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/day.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'

/** Pieces of this size are written and read one by one. */
const pieceBytes = 4_000_000

const boundTo = (tenantId: TenantId, id: string, position: number) => `${tenantId}:acceptance_pack:${id}:${position}`

export type NewPack = {
  readonly id: string
  readonly projectId: ProjectId
  readonly day: Day
  readonly named: boolean
  readonly files: number
  readonly sha256: string
  readonly manifestSha256: string
  readonly zip: Buffer
}

export async function addPack(tx: Tx, tenantId: TenantId, sealer: Sealer, pack: NewPack, by: AccountId, now: Date): Promise<void> {
  await tx
    .insertInto('acceptance_pack')
    .values({
      tenant_id: tenantId,
      id: pack.id,
      project_id: pack.projectId,
      day: pack.day,
      named: pack.named,
      files: pack.files,
      bytes: pack.zip.length,
      sha256: pack.sha256,
      manifest_sha256: pack.manifestSha256,
      made_by: by,
      made_at: now,
    })
    .execute()
  for (let position = 0; position * pieceBytes < pack.zip.length; position += 1)
    await tx
      .insertInto('acceptance_pack_piece')
      .values({
        tenant_id: tenantId,
        pack_id: pack.id,
        position,
        sealed: sealer.sealBytes(
          pack.zip.subarray(position * pieceBytes, (position + 1) * pieceBytes),
          boundTo(tenantId, pack.id, position),
        ),
      })
      .execute()
}

const columns = [
  'acceptance_pack.id',
  'acceptance_pack.project_id as projectId',
  'acceptance_pack.day',
  'acceptance_pack.named',
  'acceptance_pack.files',
  'acceptance_pack.bytes',
  'acceptance_pack.sha256',
  'acceptance_pack.manifest_sha256 as manifestSha256',
  'acceptance_pack.made_at as madeAt',
  'account.display_name as madeBy',
] as const

const packs = (tx: Tx, tenantId: TenantId) =>
  tx
    .selectFrom('acceptance_pack')
    .innerJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'acceptance_pack.tenant_id').onRef('account.id', '=', 'acceptance_pack.made_by'),
    )
    .select(columns)
    .where('acceptance_pack.tenant_id', '=', tenantId)

/** The packs of a project, the newest first. */
export const listPacks = (tx: Tx, tenantId: TenantId, projectId: ProjectId) =>
  packs(tx, tenantId).where('acceptance_pack.project_id', '=', projectId).orderBy('acceptance_pack.made_at', 'desc').limit(100).execute()

export const findPack = (tx: Tx, tenantId: TenantId, id: string) =>
  packs(tx, tenantId).where('acceptance_pack.id', '=', id).executeTakeFirst()

export async function getPackBytes(tx: Tx, tenantId: TenantId, sealer: Sealer, id: string): Promise<Buffer> {
  const rows = await tx
    .selectFrom('acceptance_pack_piece')
    .select(['position', 'sealed'])
    .where('tenant_id', '=', tenantId)
    .where('pack_id', '=', id)
    .orderBy('position')
    .execute()
  return Buffer.concat(rows.map((row) => sealer.openBytes(row.sealed, boundTo(tenantId, id, row.position))))
}
