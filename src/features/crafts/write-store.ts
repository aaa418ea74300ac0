import { sql } from 'kysely'
import type { AccountId, PersonId, ProjectId, ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { newId } from '../../server/ids.ts'
import type { z } from 'zod'
import type { payMaker } from './income-schema.ts'
import type { placePiece } from './schema.ts'

/** The next number of a piece in a project: ZP and digits, after those of imports. Whoever asks waits for who asked before. */
export async function nextNumber(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`crafts:${tenantId}:${projectId}`}, 0))`.execute(tx)
  const { rows } = await sql<{ most: number | null }>`select max(substring(c.number from '^ZP([0-9]{1,6})$')::int) as most
    from craft_piece c join service s on s.tenant_id = c.tenant_id and s.id = c.service_id
    where c.tenant_id = ${tenantId} and s.project_id = ${projectId} and c.number ~ '^ZP[0-9]{1,6}$'`.execute(tx)
  return `ZP${String((rows[0]?.most ?? 0) + 1).padStart(3, '0')}`
}

export async function addPiece(
  tx: Tx,
  tenantId: TenantId,
  piece: { id: ServiceId; projectId: ProjectId; number: string; craft: string; priceFen: number; shareBasisPoints: number },
): Promise<void> {
  await tx
    .insertInto('craft_piece')
    .values({
      tenant_id: tenantId,
      service_id: piece.id,
      project_id: piece.projectId,
      number: piece.number,
      craft: piece.craft,
      state: 'made',
      price_fen: piece.priceFen,
      share_basis_points: piece.shareBasisPoints,
    })
    .execute()
}

export async function placePieceAt(tx: Tx, tenantId: TenantId, at: z.output<typeof placePiece.input>): Promise<void> {
  await tx
    .updateTable('craft_piece')
    .set({
      state: at.state,
      consigned_to: at.state === 'consigned' ? at.consignedTo : null,
      exhibition_id: at.state === 'shown' ? at.exhibitionId : null,
      since: at.since,
      price_fen: at.priceFen,
      share_basis_points: at.shareBasisPoints,
    })
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', at.id)
    .execute()
}

export async function addSale(
  tx: Tx,
  tenantId: TenantId,
  sale: { id: ServiceId; pieceId: ServiceId; priceFen: number; incomeFen: number },
): Promise<void> {
  await tx
    .insertInto('craft_sale')
    .values({ tenant_id: tenantId, service_id: sale.id, piece_id: sale.pieceId, price_fen: sale.priceFen, income_fen: sale.incomeFen })
    .execute()
}

export async function setSaleUndone(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<void> {
  await tx.updateTable('craft_sale').set({ undone: true }).where('tenant_id', '=', tenantId).where('service_id', '=', id).execute()
}

type Payment = Omit<z.output<typeof payMaker.input>, 'saleIds'> & { projectId: ProjectId; personId: PersonId }

/** A payment for sales: what each brought its maker is from now on what was paid, in the ledger too. */
export async function addPayment(
  tx: Tx,
  tenantId: TenantId,
  payment: Payment,
  sales: readonly { id: ServiceId; incomeFen: number }[],
  by: AccountId,
): Promise<void> {
  await tx
    .insertInto('craft_payment')
    .values({
      tenant_id: tenantId,
      id: payment.id,
      project_id: payment.projectId,
      person_id: payment.personId,
      recorded_person_id: payment.personId,
      paid_on: payment.paidOn,
      amount_fen: payment.amountFen,
      means: payment.means,
      acknowledged_by: payment.acknowledgedBy,
      acknowledged_how: payment.acknowledgedHow,
      kept_at: payment.keptAt,
      made_by: by,
    })
    .execute()
  for (const { id, incomeFen } of sales) {
    await tx
      .updateTable('craft_sale')
      .set({ payment_id: payment.id })
      .where('tenant_id', '=', tenantId)
      .where('service_id', '=', id)
      .execute()
    await tx
      .insertInto('contribution')
      .values({ tenant_id: tenantId, id: newId(), service_id: id, party: 'social_organisation', given: 'income', value_fen: incomeFen })
      .execute()
  }
}

/** Takes back that sales were paid: the payment stays with the reason, the ledger's income goes. */
export async function undoPayment(
  tx: Tx,
  tenantId: TenantId,
  paymentId: string,
  sales: readonly ServiceId[],
  reason: string,
  by: AccountId,
): Promise<void> {
  await sql`update craft_payment set undone_reason = ${reason}, undone_by = ${by}::uuid, undone_at = now() where tenant_id = ${tenantId} and id = ${paymentId}::uuid`.execute(
    tx,
  )
  await tx
    .updateTable('craft_sale')
    .set({ payment_id: null })
    .where('tenant_id', '=', tenantId)
    .where('payment_id', '=', paymentId)
    .execute()
  await sql`delete from contribution where tenant_id = ${tenantId} and service_id = any(${sales}::uuid[]) and given = 'income'`.execute(tx)
}
