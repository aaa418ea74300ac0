import { sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import { daySchema } from '../../kernel/day.ts'
import { type AccountId, type ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { causeSchema, movementSchema, type Cause, type ListedMovement } from './lot-schema.ts'
import { emptyStock, evened, type Movement, type Stock } from './movement-rules.ts'

/** A movement on its way into the chain. */
export type NewMovement = Movement & {
  readonly id: string
  readonly cause: Cause
  readonly day: Day
  readonly reason: string | null
  readonly serviceId: ServiceId | null
  readonly undoes: number | null
}

/** Keeps a lot from others until the transaction ends: whoever comes second sees what is left after the first. */
export async function lockLot(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<void> {
  await sql`select 1 from goods_lot where tenant_id = ${tenantId} and service_id = ${id} for update`.execute(tx)
}

const lastSchema = z.object({ received: z.number(), handed_out: z.number(), lost: z.number() })

/** A lot as its chain has it; one without a chain is empty. */
export async function stockOf(tx: Tx, tenantId: TenantId, lotId: ServiceId): Promise<Stock> {
  const last =
    await sql`select received, handed_out, lost from goods_movement where tenant_id = ${tenantId} and lot_id = ${lotId} order by seq desc limit 1`.execute(
      tx,
    )
  if (last.rows[0] === undefined) return emptyStock
  const { received, handed_out: handedOut, lost } = lastSchema.parse(last.rows[0])
  return {
    received,
    handedOut,
    lost,
    places: new Map((await listPlaces(tx, tenantId, lotId)).map(({ place, quantity }) => [place, quantity])),
  }
}

export async function listPlaces(tx: Tx, tenantId: TenantId, lotId: ServiceId): Promise<{ place: string; quantity: number }[]> {
  return tx
    .selectFrom('goods_holding')
    .select(['place', 'quantity'])
    .where('tenant_id', '=', tenantId)
    .where('lot_id', '=', lotId)
    .where('quantity', '>', 0)
    .orderBy('quantity', 'desc')
    .orderBy('place')
    .execute()
}

/**
 * Puts a movement at the end of a lot's chain. The row is made from the one before it, and the database refuses one that
 * does not follow or leaves less than nothing.
 */
export async function addMovement(
  tx: Tx,
  tenantId: TenantId,
  lotId: ServiceId,
  movement: NewMovement,
  by: AccountId | null,
): Promise<void> {
  const { from, to, quantity } = movement
  const change = (account: string) => sql`${(to === account ? quantity : 0) - (from === account ? quantity : 0)}::numeric`
  await sql`
    insert into goods_movement (tenant_id, lot_id, seq, before_seq, id, from_account, to_account, quantity, from_place, to_place, cause, day, reason, service_id, undoes, made_by,
      before_received, before_handed_out, before_stock, before_lost, received, handed_out, stock, lost)
    select ${tenantId}, ${lotId}, b.seq + 1, nullif(b.seq, 0), ${movement.id}::uuid, ${from}, ${to}, ${quantity}::numeric, ${movement.fromPlace}, ${movement.toPlace},
      ${movement.cause}, ${movement.day}::date, ${movement.reason}, ${movement.serviceId}::uuid, ${movement.undoes}::int, ${by}::uuid,
      b.received, b.handed_out, b.stock, b.lost,
      b.received - ${change('outside')}, b.handed_out + ${change('handed_out')}, b.stock + ${change('stock')}, b.lost + ${change('lost')}
    from (
      (select m.seq, m.received, m.handed_out, m.stock, m.lost from goods_movement m where m.tenant_id = ${tenantId} and m.lot_id = ${lotId} order by m.seq desc limit 1)
      union all select 0, 0, 0, 0, 0 where not exists (select 1 from goods_movement m where m.tenant_id = ${tenantId} and m.lot_id = ${lotId})
    ) b`.execute(tx)
  if (movement.fromPlace !== null) await changeHolding(tx, tenantId, lotId, movement.fromPlace, -quantity)
  if (movement.toPlace !== null) await changeHolding(tx, tenantId, lotId, movement.toPlace, quantity)
}

async function changeHolding(tx: Tx, tenantId: TenantId, lotId: ServiceId, place: string, change: number): Promise<void> {
  if (change < 0)
    await sql`update goods_holding set quantity = quantity + ${change}::numeric where tenant_id = ${tenantId} and lot_id = ${lotId} and place = ${place}`.execute(
      tx,
    )
  else
    await sql`insert into goods_holding (tenant_id, lot_id, place, quantity) values (${tenantId}, ${lotId}, ${place}, ${change}::numeric)
      on conflict (tenant_id, lot_id, place) do update set quantity = goods_holding.quantity + excluded.quantity`.execute(tx)
}

/** The closing count of a book follows what is moved after it, so that it neither hides a difference nor makes one. */
export async function followCount(tx: Tx, tenantId: TenantId, lotId: ServiceId, { from, to, quantity }: Movement): Promise<void> {
  const change = (account: string) => evened((to === account ? quantity : 0) - (from === account ? quantity : 0))
  await sql`update goods_stock_count k set received = k.received - ${change('outside')}::numeric, handed_out = k.handed_out + ${change('handed_out')}::numeric,
      remaining = k.remaining + ${change('stock')}::numeric, damaged = k.damaged + ${change('lost')}::numeric
    from goods_lot d where d.tenant_id = ${tenantId} and d.service_id = ${lotId} and k.tenant_id = d.tenant_id and k.project_id = d.project_id and k.lot_number = d.number`.execute(
    tx,
  )
}

/** A count of today stands in place of a book's closing count: its difference has been explained. */
export async function settleCount(tx: Tx, tenantId: TenantId, lotId: ServiceId): Promise<void> {
  await sql`update goods_stock_count k set received = m.received, handed_out = m.handed_out, remaining = m.stock, damaged = m.lost
    from goods_lot d, (select received, handed_out, stock, lost from goods_movement where tenant_id = ${tenantId} and lot_id = ${lotId} order by seq desc limit 1) m
    where d.tenant_id = ${tenantId} and d.service_id = ${lotId} and k.tenant_id = d.tenant_id and k.project_id = d.project_id and k.lot_number = d.number`.execute(
    tx,
  )
}

type Take = {
  id: string
  lotId: ServiceId
  place: string
  day: Day
  expected: number
  counted: number
  cause: Cause | null
  reason: string | null
}

export async function addTake(tx: Tx, tenantId: TenantId, take: Take, by: AccountId): Promise<void> {
  const { id, lotId, ...columns } = take
  await tx
    .insertInto('goods_stock_take')
    .values({ tenant_id: tenantId, id, lot_id: lotId, made_by: by, ...columns })
    .execute()
}

export async function listTakes(tx: Tx, tenantId: TenantId, lotId: ServiceId) {
  const { rows } = await sql`select t.id, t.place, t.day, t.expected, t.counted, t.cause, t.reason,
      (select a.display_name from account a where a.tenant_id = t.tenant_id and a.id = t.made_by) as "madeBy"
    from goods_stock_take t where t.tenant_id = ${tenantId} and t.lot_id = ${lotId} order by t.made_at desc, t.id`.execute(tx)
  return z
    .array(
      z.object({
        id: z.uuid(),
        place: z.string(),
        day: daySchema,
        expected: z.number(),
        counted: z.number(),
        cause: causeSchema.nullable(),
        reason: z.string().nullable(),
        madeBy: z.string().nullable(),
      }),
    )
    .parse(rows)
}

const movementRowSchema = movementSchema.extend({ madeAt: z.date() })

/** A lot's chain, the newest movement first. */
export async function listMovements(tx: Tx, tenantId: TenantId, lotId: ServiceId): Promise<ListedMovement[]> {
  const { rows } = await sql`
    select m.id, m.seq, m.from_account as "from", m.to_account as "to", m.quantity, m.from_place as "fromPlace", m.to_place as "toPlace", m.cause, m.day, m.reason,
      m.service_id as "serviceId", m.undoes, exists (select 1 from goods_movement u where u.tenant_id = m.tenant_id and u.lot_id = m.lot_id and u.undoes = m.seq) as undone,
      (select a.display_name from account a where a.tenant_id = m.tenant_id and a.id = m.made_by) as "madeBy", m.made_at as "madeAt",
      m.received, m.handed_out as "handedOut", m.stock, m.lost
    from goods_movement m where m.tenant_id = ${tenantId} and m.lot_id = ${lotId} order by m.seq desc`.execute(tx)
  return z
    .array(movementRowSchema)
    .parse(rows)
    .map(({ madeAt, ...row }) => ({ ...row, madeAt: madeAt.toISOString() }))
}

/** The movement by which a hand-out left the stock. */
export async function findHandOutMovement(
  tx: Tx,
  tenantId: TenantId,
  serviceId: ServiceId,
): Promise<{ seq: number; fromPlace: string } | undefined> {
  const row = await tx
    .selectFrom('goods_movement')
    .select(['seq', 'from_place'])
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', serviceId)
    .where('cause', '=', 'hand_out')
    .executeTakeFirst()
  return row === undefined ? undefined : { seq: row.seq, fromPlace: row.from_place ?? '' }
}
