import { sql } from 'kysely'
import type { AccountId, EvidenceId, ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { daysToBringBack } from './evidence-rules.ts'
import type { ConsentInput, EvidenceKind, Faces } from './evidence-schema.ts'

type Part = 'content' | 'thumbnail'
const boundTo = (tenantId: TenantId, id: EvidenceId, part: Part) => `${tenantId}:evidence:${id}:${part}`

export type NewEvidence = {
  readonly id: EvidenceId
  readonly serviceId: ServiceId
  readonly kind: EvidenceKind
  readonly title: string | null
  readonly fileName: string | null
  readonly mediaType: string
  readonly sha256: string
  readonly content: Uint8Array
  readonly thumbnail: Uint8Array | null
  readonly width: number | null
  readonly height: number | null
  readonly takenBy: string
  readonly takenAt: Date | null
}

export async function addEvidence(tx: Tx, tenantId: TenantId, sealer: Sealer, one: NewEvidence, by: AccountId): Promise<void> {
  await tx
    .insertInto('evidence')
    .values({
      tenant_id: tenantId,
      id: one.id,
      service_id: one.serviceId,
      kind: one.kind,
      title: one.title,
      file_name: one.fileName,
      media_type: one.mediaType,
      sha256: one.sha256,
      bytes: one.content.length,
      sealed: sealer.sealBytes(one.content, boundTo(tenantId, one.id, 'content')),
      thumbnail_sealed: one.thumbnail === null ? null : sealer.sealBytes(one.thumbnail, boundTo(tenantId, one.id, 'thumbnail')),
      width: one.width,
      height: one.height,
      taken_by: one.takenBy,
      taken_at: one.takenAt,
      added_by: by,
    })
    .execute()
}

export async function countEvidence(tx: Tx, tenantId: TenantId, serviceId: ServiceId): Promise<number> {
  const row = await tx
    .selectFrom('evidence')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', serviceId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row?.n ?? 0
}

const listed = [
  'evidence.id',
  'evidence.kind',
  'evidence.title',
  'evidence.file_name as fileName',
  'evidence.media_type as mediaType',
  'evidence.sha256',
  'evidence.bytes',
  'evidence.width',
  'evidence.height',
  'evidence.taken_by as takenBy',
  'evidence.taken_at as takenAt',
  'evidence.added_at as addedAt',
  'evidence.version',
  'evidence.faces',
  'evidence.consent_covers_all as coversAll',
  'evidence.publishable',
  'evidence.removed_at as removedAt',
  'evidence.removed_reason as removedReason',
  'account.display_name as removedBy',
] as const

/** What stands with a service, or what was removed from it, the earliest first. */
export async function listEvidence(tx: Tx, tenantId: TenantId, serviceId: ServiceId, removed: boolean) {
  return tx
    .selectFrom('evidence')
    .leftJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'evidence.tenant_id').on(sql`account.id`, '=', sql`evidence.removed_by`),
    )
    .select(listed)
    .where('evidence.tenant_id', '=', tenantId)
    .where('evidence.service_id', '=', serviceId)
    .where('evidence.removed_at', removed ? 'is not' : 'is', null)
    .orderBy('evidence.added_at')
    .orderBy('evidence.id')
    .execute()
}

/** Consents for each of these, by the photo's id. */
export async function listConsents(tx: Tx, tenantId: TenantId, ids: readonly EvidenceId[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('evidence_consent')
    .leftJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'evidence_consent.tenant_id').onRef('person.id', '=', 'evidence_consent.person_id'),
    )
    .select([
      'evidence_consent.evidence_id as evidenceId',
      'evidence_consent.id',
      'evidence_consent.person_id as personId',
      'evidence_consent.named',
      'person.name',
      'evidence_consent.method',
      'evidence_consent.given_on as givenOn',
      'evidence_consent.withdrawn_on as withdrawnOn',
    ])
    .where('evidence_consent.tenant_id', '=', tenantId)
    .where('evidence_consent.evidence_id', 'in', ids)
    .orderBy('evidence_consent.id')
    .execute()
}

export async function findEvidence(tx: Tx, tenantId: TenantId, id: EvidenceId) {
  return tx
    .selectFrom('evidence')
    .select(['id', 'service_id as serviceId', 'kind', 'title', 'file_name as fileName', 'media_type as mediaType', 'version', 'faces'])
    .select(['consent_covers_all as coversAll', 'publishable', 'removed_at as removedAt'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The content of one, opened; undefined where there is none, as of the thumbnail of a document. */
export async function findContent(tx: Tx, tenantId: TenantId, sealer: Sealer, id: EvidenceId, part: Part): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('evidence')
    .select(part === 'content' ? 'sealed as sealed' : 'thumbnail_sealed as sealed')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined || row.sealed === null ? undefined : sealer.openBytes(row.sealed, boundTo(tenantId, id, part))
}

export type Description = {
  readonly id: EvidenceId
  readonly version: number
  readonly title: string | null
  readonly faces: Faces | null
  readonly consents: readonly ConsentInput[]
  readonly coversAll: boolean
  readonly publishable: boolean
}

/** Replaces the description of one. False: it is not at that version. */
export async function changeDescription(tx: Tx, tenantId: TenantId, one: Description): Promise<boolean> {
  const changed = await tx
    .updateTable('evidence')
    .set({
      title: one.title,
      faces: one.faces,
      consent_covers_all: one.coversAll,
      publishable: one.publishable,
      version: one.version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', one.id)
    .where('version', '=', one.version)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  const before = await tx
    .selectFrom('evidence_consent')
    .select(['id', 'person_id', 'recorded_person_id'])
    .where('tenant_id', '=', tenantId)
    .where('evidence_id', '=', one.id)
    .execute()
  // Whose file a consent was recorded on stays, so that a merge of files can still be undone.
  const recordedOf = ({ id, personId }: ConsentInput) =>
    before.find((each) => each.id === id && each.person_id === personId)?.recorded_person_id ?? personId
  await tx.deleteFrom('evidence_consent').where('tenant_id', '=', tenantId).where('evidence_id', '=', one.id).execute()
  if (one.consents.length > 0)
    await tx
      .insertInto('evidence_consent')
      .values(
        one.consents.map((consent) => ({
          tenant_id: tenantId,
          id: consent.id,
          evidence_id: one.id,
          person_id: consent.personId,
          recorded_person_id: recordedOf(consent),
          named: consent.named,
          method: consent.method,
          given_on: consent.givenOn,
          withdrawn_on: consent.withdrawnOn,
        })),
      )
      .execute()
  return true
}

/** Removes one, or brings it back. What is removed is no longer marked for publication. False: not at that version. */
export async function setRemoved(
  tx: Tx,
  tenantId: TenantId,
  { id, version, removed, reason }: { id: EvidenceId; version: number; removed: boolean; reason: string },
  by: AccountId,
  now: Date,
): Promise<boolean> {
  const changed = await tx
    .updateTable('evidence')
    .set({
      version: version + 1,
      removed_at: removed ? now : null,
      removed_by: removed ? by : null,
      removed_reason: removed ? reason : null,
      publishable: false,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', removed ? 'is' : 'is not', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Lets go of what was removed longer ago than it can be brought back. */
export async function removeExpired(tx: Tx, tenantId: TenantId, now: Date): Promise<void> {
  const limit = new Date(now.getTime() - daysToBringBack * 86_400_000)
  await tx.deleteFrom('evidence').where('tenant_id', '=', tenantId).where('removed_at', '<', limit).execute()
}
