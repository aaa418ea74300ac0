import { sql } from 'kysely'
import { organisationIdSchema, type OrganisationId, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { organisationPartySchema, type OrganisationParty } from '../organisations/schema.ts'
import { valueOf } from './lot-rules.ts'
import type { LotInput } from './lot-schema.ts'
import type { ReadLot } from './lot-store.ts'

const columnsOf = (lot: LotInput) => ({
  donor_kind: lot.donorKind,
  donor_id: lot.donorKind === 'organisation' ? lot.donorId : null,
  donor_name: lot.donorKind === 'person' ? lot.donorName : null,
  may_be_named: lot.mayBeNamed,
  item: lot.item,
  category: lot.category,
  spec: lot.spec,
  batch_code: lot.batchCode,
  unit_price_fen: lot.unitPriceFen,
  valued_by: lot.valuedBy,
  value_note: lot.valueNote,
  condition: lot.condition,
  expires_on: lot.expiresOn,
  checked_by: lot.checkedBy,
  restricted_to: lot.restrictedTo,
  receipt_kind: lot.receiptKind,
  receipt_number: lot.receiptNumber,
  low_at: lot.lowAt,
  received_by: lot.receivedBy,
})

type NewLot = LotInput & { id: ServiceId; projectId: ProjectId; number: string; quantity: number; unit: string }

export async function addLot(tx: Tx, tenantId: TenantId, lot: NewLot): Promise<void> {
  await tx
    .insertInto('goods_lot')
    .values({
      tenant_id: tenantId,
      service_id: lot.id,
      project_id: lot.projectId,
      number: lot.number,
      quantity: lot.quantity,
      unit: lot.unit,
      value_fen: valueOf(lot.quantity, lot.unitPriceFen),
      ...columnsOf(lot),
    })
    .execute()
}

/** What a lot is corrected to; the chain follows when it is locked next. */
export async function changeLot(tx: Tx, tenantId: TenantId, id: ServiceId, lot: LotInput, quantity: number): Promise<void> {
  await tx
    .updateTable('goods_lot')
    .set({ ...columnsOf(lot), quantity, value_fen: valueOf(quantity, lot.unitPriceFen) })
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', id)
    .execute()
  await tx.updateTable('service').set({ title: lot.item, quantity }).where('tenant_id', '=', tenantId).where('id', '=', id).execute()
}

/** The next number of a lot in a project: JZ and four digits. Whoever asks waits for whoever asked before. */
export async function nextNumber(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`goods:${tenantId}:${projectId}`}, 0))`.execute(tx)
  const { rows } = await sql<{ most: number | null }>`select max(substring(number from '^JZ([0-9]{4,6})$')::int) as most from goods_lot
    where tenant_id = ${tenantId} and project_id = ${projectId} and number ~ '^JZ[0-9]{4,6}$'`.execute(tx)
  return `JZ${String((rows[0]?.most ?? 0) + 1).padStart(4, '0')}`
}

/** What stood before each correction of a lot, and why. */
export async function listChanges(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<{ reason: string; by: string | null; at: string }[]> {
  const rows = await tx
    .selectFrom('service_version')
    .leftJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'service_version.tenant_id').on(sql`account.id`, '=', sql`service_version.changed_by`),
    )
    .select(['service_version.reason', 'account.display_name as by', 'service_version.changed_at as at'])
    .where('service_version.tenant_id', '=', tenantId)
    .where('service_version.service_id', '=', id)
    .orderBy('service_version.version', 'desc')
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

export async function findDonor(tx: Tx, tenantId: TenantId, id: OrganisationId) {
  return tx
    .selectFrom('organisation')
    .select(['id', 'party'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) =>
      row === undefined ? undefined : { id: organisationIdSchema.parse(row.id), party: organisationPartySchema.parse(row.party) },
    )
}

/** What the ledger says the donor gave. */
export async function changeGift(
  tx: Tx,
  tenantId: TenantId,
  id: ServiceId,
  donor: { id: OrganisationId; party: OrganisationParty } | undefined,
  quantity: number,
  valueFen: number | null,
): Promise<void> {
  await tx
    .updateTable('contribution')
    .set({ party: donor?.party ?? 'charity', organisation_id: donor?.id ?? null, quantity, value_fen: valueFen })
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', id)
    .where('given', '=', 'goods')
    .execute()
}

/** A lot of which another quantity came than was written: its value follows. */
export async function setQuantity(tx: Tx, tenantId: TenantId, lot: ReadLot, quantity: number): Promise<void> {
  const valueFen = valueOf(quantity, lot.unit_price_fen)
  await sql`update goods_lot set quantity = ${quantity}::numeric, value_fen = ${valueFen}::bigint where tenant_id = ${tenantId} and service_id = ${lot.id}`.execute(
    tx,
  )
  await sql`update service set quantity = ${quantity}::numeric where tenant_id = ${tenantId} and id = ${lot.id}`.execute(tx)
  await sql`update contribution set quantity = ${quantity}::numeric, value_fen = coalesce(${valueFen}::bigint, value_fen) where tenant_id = ${tenantId} and service_id = ${lot.id} and given = 'goods'`.execute(
    tx,
  )
}
