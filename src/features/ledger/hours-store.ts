import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Status } from './kind-schema.ts'

/** When a shift began and how long it took, in minutes; null while it goes on. `claimed` is what its volunteer claims. */
export type ShiftTimes = { day: Day; startsAt: string; minutes: number | null; claimed: number | null }

export async function setShiftTimes(tx: Tx, tenantId: TenantId, id: ServiceId, times: ShiftTimes): Promise<void> {
  await tx
    .updateTable('service')
    .set({ day: times.day, starts_at: times.startsAt, minutes: times.minutes, updated_at: sql`now()` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('attendance')
    .set({ minutes_claimed: times.claimed })
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', id)
    .where('part', '=', 'volunteer')
    .execute()
}

/** Confirms a volunteer's minutes at a service, which took place; or takes that back, and the service stays as it is. */
export async function setConfirmedHours(
  tx: Tx,
  tenantId: TenantId,
  id: ServiceId,
  confirmed: { minutes: number; by: string } | null,
): Promise<void> {
  if (confirmed !== null) await setStatus(tx, tenantId, id, 'held')
  await tx
    .updateTable('attendance')
    .set({
      minutes: confirmed?.minutes ?? null,
      confirmed_by: confirmed?.by ?? null,
      minutes_claimed: sql`coalesce(minutes_claimed, ${confirmed?.minutes ?? null}::int)`,
    })
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', id)
    .where('part', '=', 'volunteer')
    .where('repeats', '=', false)
    .execute()
}

export async function setStatus(tx: Tx, tenantId: TenantId, id: ServiceId, status: Status): Promise<void> {
  await tx
    .updateTable('service')
    .set({ status, updated_at: sql`now()` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

/** Nobody else changes the service, or confirms hours at it, until this is done: whoever asks next sees what was written. */
export async function queueAtService(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<void> {
  await sql`select 1 from service where tenant_id = ${tenantId} and id = ${id} for no key update`.execute(tx)
}

/** The most minutes that one volunteer has confirmed at this service, or at shifts that belong to it. */
export async function findMostConfirmed(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<number> {
  const { rows } = await sql<{ most: number | null }>`select max(one.minutes)::int as most from (
      select sum(a.minutes) as minutes from service s
      join attendance a on a.tenant_id = s.tenant_id and a.service_id = s.id and a.part = 'volunteer' and not a.repeats
      where s.tenant_id = ${tenantId} and (s.id = ${id} or s.part_of = ${id}) and s.kind = 'volunteer_shift' and s.status = 'held'
      group by coalesce(a.person_id, a.id)) one`.execute(tx)
  return rows[0]?.most ?? 0
}
