import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { personIdSchema, serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { hardshipCodeSchema } from '../people/hardship-schema.ts'
import { labelsOf } from './candidate-store.ts'
import type { Share } from './round-schema.ts'

const ofShare = (tenantId: TenantId, roundId: string, key: string): RawBuilder<unknown> =>
  sql`e.tenant_id = ${tenantId} and e.round_id = ${roundId}::uuid and coalesce(e.household_id, e.id) = ${key}::uuid and e.removed_reason is null`

/** Leaves a household off a list, unless it was handed its share. */
export async function removeShare(tx: Tx, tenantId: TenantId, roundId: string, key: string, reason: string): Promise<boolean> {
  const { rows } =
    await sql`update goods_recipient e set removed_reason = ${reason} where ${ofShare(tenantId, roundId, key)} and e.service_id is null returning e.id`.execute(
      tx,
    )
  return rows.length > 0
}

/** Says which hand-out reached a household, or that none did after all. */
export async function setHanded(tx: Tx, tenantId: TenantId, roundId: string, key: string, serviceId: ServiceId): Promise<void> {
  await sql`update goods_recipient e set service_id = ${serviceId} where ${ofShare(tenantId, roundId, key)}`.execute(tx)
}

export async function clearHanded(tx: Tx, tenantId: TenantId, serviceId: ServiceId): Promise<void> {
  await sql`update goods_recipient set service_id = null where tenant_id = ${tenantId} and service_id = ${serviceId}`.execute(tx)
}

const shareSchema = z.object({
  key: z.uuid(),
  recipient_id: z.uuid(),
  person_id: personIdSchema,
  name: z.string(),
  address: z.string().nullable(),
  household_number: z.string().nullable(),
  labels: z.array(hardshipCodeSchema),
  service_id: serviceIdSchema.nullable(),
  service_version: z.int().nullable(),
  quantity: z.number().nullable(),
  day: daySchema.nullable(),
  taken_by: z.string().nullable(),
  relation: z.string().nullable(),
  receipt: z.string().nullable(),
  signed: z.boolean(),
  returned: z.number(),
})

/** Whom a list is for, by household, in the order of names. */
export async function listShares(tx: Tx, tenantId: TenantId, roundId: string): Promise<Share[]> {
  const { rows } = await sql`
    select coalesce(e.household_id, e.id) as key, e.id as recipient_id, e.person_id, p.name, p.address, w.number as household_number, ${labelsOf} as labels,
      s.id as service_id, s.version as service_version, s.quantity, s.day, o.taken_by, o.taken_relation as relation, o.receipt,
      exists (select 1 from evidence x where x.tenant_id = e.tenant_id and x.service_id = e.service_id and x.kind = 'signature' and x.removed_at is null) as signed,
      coalesce((select sum(m.quantity) from goods_movement m where m.tenant_id = e.tenant_id and m.service_id = e.service_id and m.cause = 'returned'), 0) as returned
    from goods_recipient e join person p on p.tenant_id = e.tenant_id and p.id = e.person_id
    left join household w on w.tenant_id = e.tenant_id and w.id = e.household_id
    left join service s on s.tenant_id = e.tenant_id and s.id = e.service_id
    left join goods_hand_out o on o.tenant_id = e.tenant_id and o.service_id = e.service_id
    where e.tenant_id = ${tenantId} and e.round_id = ${roundId}::uuid and e.removed_reason is null
    order by p.pinyin, e.id`.execute(tx)
  const byKey = Map.groupBy(z.array(shareSchema).parse(rows), ({ key }) => key)
  return [...byKey].flatMap(([key, members]) => {
    const [first] = members
    if (first === undefined) return []
    const { service_id: serviceId, day, quantity } = first
    return [
      {
        key,
        householdNumber: first.household_number,
        address: first.address,
        members: members.map((one) => ({ recipientId: one.recipient_id, personId: one.person_id, name: one.name, labels: one.labels })),
        handed:
          serviceId === null || day === null
            ? null
            : {
                serviceId,
                version: first.service_version ?? 1,
                quantity: quantity ?? 0,
                day,
                takenBy: first.taken_by,
                relation: first.relation,
                receipt: first.receipt,
                signed: first.signed,
                returned: first.returned,
              },
      },
    ]
  })
}

type HandOut = {
  serviceId: ServiceId
  roundId: string
  lotId: ServiceId
  lotNumber: string
  item: string
  takenBy: string | null
  relation: string | null
  receipt: string
}

export async function addHandOut(tx: Tx, tenantId: TenantId, handed: HandOut): Promise<void> {
  await tx
    .insertInto('goods_hand_out')
    .values({
      tenant_id: tenantId,
      service_id: handed.serviceId,
      lot_id: handed.lotId,
      lot_number: handed.lotNumber,
      round_id: handed.roundId,
      item: handed.item,
      taken_by: handed.takenBy,
      taken_relation: handed.relation,
      receipt: handed.receipt,
    })
    .execute()
}

/** A hand-out of a list, with its lot. */
export async function findHandOut(
  tx: Tx,
  tenantId: TenantId,
  serviceId: ServiceId,
): Promise<{ lotId: ServiceId; roundId: string } | undefined> {
  const row = await tx
    .selectFrom('goods_hand_out')
    .select(['lot_id', 'round_id'])
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', serviceId)
    .executeTakeFirst()
  const found = z.object({ lot_id: serviceIdSchema, round_id: z.uuid() }).safeParse(row)
  return found.success ? { lotId: found.data.lot_id, roundId: found.data.round_id } : undefined
}

/** How much of a hand-out stays handed out; of nothing it is cancelled. */
export async function setHandedQuantity(tx: Tx, tenantId: TenantId, serviceId: ServiceId, quantity: number): Promise<void> {
  await tx
    .updateTable('service')
    .set(quantity === 0 ? { status: 'cancelled' } : { quantity })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', serviceId)
    .execute()
}
