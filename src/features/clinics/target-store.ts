import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { attendanceIdSchema, serviceIdSchema, type AccountId, type PersonId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { kindSchema } from '../ledger/kind-schema.ts'
import { readingColumnsSchema, toReading } from './reading-store.ts'
import { targetMeasureSchema, type Target } from './schema.ts'

const readRowSchema = z.object({
  id: attendanceIdSchema,
  service_id: serviceIdSchema,
  kind: kindSchema,
  day: daySchema.nullable(),
  host: z.string().nullable(),
  reading: readingColumnsSchema,
})

/** Everything measured of a person, the oldest first. */
export async function listReadingsOf(tx: Tx, tenantId: TenantId, personId: PersonId) {
  const { rows } = await sql`
    select a.id, a.service_id, s.kind, s.day, to_jsonb(r) as reading,
      (select o.name from organisation o where o.tenant_id = s.tenant_id and o.id = s.host_id) as host
    from attendance a
    join reading r on r.tenant_id = a.tenant_id and r.attendance_id = a.id
    join service s on s.tenant_id = a.tenant_id and s.id = a.service_id
    where a.tenant_id = ${tenantId} and a.person_id = ${personId} and s.status = 'held' order by s.day nulls first, a.id`.execute(tx)
  return z
    .array(readRowSchema)
    .parse(rows)
    .map((row) => ({
      attendanceId: row.id,
      serviceId: row.service_id,
      kind: row.kind,
      day: row.day,
      host: row.host,
      reading: toReading(row.reading),
    }))
}

const targetSchema = z.object({
  id: z.uuid(),
  measure: targetMeasureSchema,
  low: z.number().nullable(),
  high: z.number().nullable(),
  low_second: z.number().nullable(),
  high_second: z.number().nullable(),
  doctor: z.string(),
  institution: z.string().nullable(),
  said_on: daySchema,
  ended_on: daySchema.nullable(),
  end_reason: z.string().nullable(),
  recorded_by: z.string().nullable(),
})

/** What doctors said of a person, those that stand first. */
export async function listTargets(tx: Tx, tenantId: TenantId, personId: PersonId) {
  const { rows } = await sql`
    select t.id, t.measure, t.low, t.high, t.low_second, t.high_second, t.doctor, t.institution, t.said_on, t.ended_on, t.end_reason,
      c.display_name as recorded_by
    from health_target t left join account c on c.tenant_id = t.tenant_id and c.id = t.recorded_by
    where t.tenant_id = ${tenantId} and t.person_id = ${personId} order by t.ended_on nulls first, t.measure, t.said_on desc`.execute(tx)
  return z
    .array(targetSchema)
    .parse(rows)
    .map((row) => ({
      id: row.id,
      measure: row.measure,
      low: row.low,
      high: row.high,
      lowSecond: row.low_second,
      highSecond: row.high_second,
      doctor: row.doctor,
      institution: row.institution,
      saidOn: row.said_on,
      endedOn: row.ended_on,
      endReason: row.end_reason,
      recordedBy: row.recorded_by,
    }))
}

/** Sets a target in place of the one that stood for the same measure. */
export async function addTarget(tx: Tx, tenantId: TenantId, personId: PersonId, target: Target, by: AccountId, today: Day): Promise<void> {
  await sql`update health_target set ended_on = ${today}::date, end_reason = '有新的目标'
    where tenant_id = ${tenantId} and person_id = ${personId} and measure = ${target.measure} and ended_on is null`.execute(tx)
  await tx
    .insertInto('health_target')
    .values({
      tenant_id: tenantId,
      id: target.id,
      person_id: personId,
      recorded_person_id: personId,
      measure: target.measure,
      low: target.low,
      high: target.high,
      low_second: target.lowSecond,
      high_second: target.highSecond,
      doctor: target.doctor,
      institution: target.institution,
      said_on: target.saidOn,
      recorded_by: by,
    })
    .execute()
}

export async function endTarget(tx: Tx, tenantId: TenantId, personId: PersonId, id: string, reason: string, today: Day): Promise<boolean> {
  const { rows } = await sql`update health_target set ended_on = ${today}::date, end_reason = ${reason}
    where tenant_id = ${tenantId} and id = ${id}::uuid and person_id = ${personId} and ended_on is null returning id`.execute(tx)
  return rows.length === 1
}
