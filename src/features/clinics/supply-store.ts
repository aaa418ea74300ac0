import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { attendanceIdSchema, serviceIdSchema, type AccountId, type AttendanceId, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { serviceWithin } from '../ledger/store.ts'
import { supplyKindSchema, type handOver, type HandOver, type receiveSupply, type Supply } from './supply-schema.ts'

const rowSchema = z.object({
  id: serviceIdSchema,
  version: z.number(),
  kind: supplyKindSchema,
  name: z.string(),
  strength: z.string().nullable(),
  lot: z.string().nullable(),
  expires_on: daySchema.nullable(),
  quantity: z.number(),
  unit: z.string(),
  source: z.string(),
  community_name: z.string().nullable(),
  received_on: daySchema.nullable(),
  checked_by: z.string().nullable(),
  checked_on: daySchema.nullable(),
  withdrawn_reason: z.string().nullable(),
  handed_out: z.number(),
})

async function listWhere(tx: Tx, tenantId: TenantId, where: RawBuilder<unknown>): Promise<Supply[]> {
  const { rows } = await sql`
    select u.service_id as id, u.version, u.kind, u.name, u.strength, u.lot, u.expires_on, u.quantity, u.unit, o.name as source, s.day as received_on,
      (select d.name from division d where d.tenant_id = s.tenant_id and d.code = s.community_code) as community_name,
      u.checked_by, u.checked_on, u.withdrawn_reason,
      (select coalesce(sum(h.quantity), 0)::int from health_hand_over h
        where h.tenant_id = u.tenant_id and h.supply_id = u.service_id and h.undone_at is null) as handed_out
    from health_supply u
    join service s on s.tenant_id = u.tenant_id and s.id = u.service_id
    join organisation o on o.tenant_id = u.tenant_id and o.id = u.source_id
    where u.tenant_id = ${tenantId} and s.status = 'held' and ${where} order by u.kind, u.name, u.expires_on nulls last, u.service_id`.execute(
    tx,
  )
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => ({
      id: row.id,
      version: row.version,
      kind: row.kind,
      name: row.name,
      strength: row.strength,
      lot: row.lot,
      expiresOn: row.expires_on,
      quantity: row.quantity,
      unit: row.unit,
      source: row.source,
      communityName: row.community_name,
      receivedOn: row.received_on,
      checkedBy: row.checked_by,
      checkedOn: row.checked_on,
      withdrawnReason: row.withdrawn_reason,
      handedOut: row.handed_out,
      left: row.quantity - row.handed_out,
    }))
}

export const listSupplies = (tx: Tx, tenantId: TenantId, projectId: ProjectId, reach: Reach): Promise<Supply[]> =>
  listWhere(tx, tenantId, sql`u.project_id = ${projectId} and ${serviceWithin(reach)}`)

/** A lot, kept from others until the transaction ends, so that no more is handed out than there is. */
export async function lockSupply(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<Supply | undefined> {
  await sql`select 1 from health_supply where tenant_id = ${tenantId} and service_id = ${id} for update`.execute(tx)
  return (await listWhere(tx, tenantId, sql`u.service_id = ${id}`))[0]
}

export async function addSupply(tx: Tx, tenantId: TenantId, supply: z.output<typeof receiveSupply.input>): Promise<void> {
  await tx
    .insertInto('health_supply')
    .values({
      tenant_id: tenantId,
      service_id: supply.id,
      project_id: supply.projectId,
      kind: supply.kind,
      name: supply.name,
      strength: supply.strength,
      source_id: supply.sourceId,
      lot: supply.lot,
      expires_on: supply.expiresOn,
      quantity: supply.quantity,
      unit: supply.unit,
    })
    .execute()
}

export async function changeSupply(
  tx: Tx,
  tenantId: TenantId,
  id: ServiceId,
  version: number,
  set: { checked_by: string; checked_on: string } | { withdrawn_reason: string | null },
): Promise<boolean> {
  const changed = await tx
    .updateTable('health_supply')
    .set({
      ...('checked_by' in set ? { checked_by: set.checked_by, checked_on: daySchema.parse(set.checked_on) } : set),
      version: version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function addHandOver(tx: Tx, tenantId: TenantId, handed: z.output<typeof handOver.input>, by: AccountId): Promise<void> {
  await tx
    .insertInto('health_hand_over')
    .values({
      tenant_id: tenantId,
      id: handed.id,
      supply_id: handed.supplyId,
      attendance_id: handed.attendanceId,
      quantity: handed.quantity,
      taken_by: handed.takenBy,
      explained_by: handed.explainedBy,
      handed_by: by,
    })
    .execute()
}

export async function undoHandOver(
  tx: Tx,
  tenantId: TenantId,
  attendanceId: AttendanceId,
  id: string,
  reason: string,
  by: AccountId,
): Promise<boolean> {
  const { rows } = await sql`update health_hand_over set undone_reason = ${reason}, undone_by = ${by}::uuid, undone_at = now()
    where tenant_id = ${tenantId} and id = ${id}::uuid and attendance_id = ${attendanceId} and undone_at is null returning id`.execute(tx)
  return rows.length === 1
}

export async function hasHandOver(tx: Tx, tenantId: TenantId, attendanceId: AttendanceId): Promise<boolean> {
  const { rows } =
    await sql`select 1 from health_hand_over where tenant_id = ${tenantId} and attendance_id = ${attendanceId} limit 1`.execute(tx)
  return rows.length > 0
}

const handedSchema = z.object({
  id: z.uuid(),
  attendance_id: attendanceIdSchema,
  person: z.string(),
  supply_id: serviceIdSchema,
  name: z.string(),
  strength: z.string().nullable(),
  lot: z.string().nullable(),
  quantity: z.number(),
  unit: z.string(),
  taken_by: z.string().nullable(),
  explained_by: z.string().nullable(),
  handed_by: z.string().nullable(),
  handed_at: z.date(),
})

/** What was handed over at a service and not taken back. */
export async function listHandOvers(tx: Tx, tenantId: TenantId, serviceId: ServiceId): Promise<HandOver[]> {
  const { rows } = await sql`
    select h.id, h.attendance_id, coalesce(p.name, a.written_name, '') as person, h.supply_id, u.name, u.strength, u.lot, h.quantity, u.unit,
      h.taken_by, h.explained_by, c.display_name as handed_by, h.handed_at
    from health_hand_over h
    join attendance a on a.tenant_id = h.tenant_id and a.id = h.attendance_id
    join health_supply u on u.tenant_id = h.tenant_id and u.service_id = h.supply_id
    left join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    left join account c on c.tenant_id = h.tenant_id and c.id = h.handed_by
    where h.tenant_id = ${tenantId} and a.service_id = ${serviceId} and h.undone_at is null order by h.handed_at, h.id`.execute(tx)
  return z
    .array(handedSchema)
    .parse(rows)
    .map((row) => ({
      id: row.id,
      attendanceId: row.attendance_id,
      person: row.person,
      supplyId: row.supply_id,
      name: row.name,
      strength: row.strength,
      lot: row.lot,
      quantity: row.quantity,
      unit: row.unit,
      takenBy: row.taken_by,
      explainedBy: row.explained_by,
      handedBy: row.handed_by,
      handedAt: row.handed_at.toISOString(),
    }))
}
