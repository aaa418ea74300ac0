import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { ageOn, daySchema, type Day } from '../../kernel/day.ts'
import { attendanceIdSchema, personIdSchema, serviceIdSchema, type AttendanceId, type ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Visitor } from './day-schema.ts'
import { readingPartSchema } from './part-schema.ts'
import { readingColumnsSchema, readingJson, toReading } from './reading-store.ts'

const rowSchema = z.object({
  id: attendanceIdSchema,
  service_id: serviceIdSchema,
  person_id: personIdSchema.nullable(),
  name: z.string(),
  hints: z.string().nullable(),
  sex: z.enum(['unknown', 'male', 'female']),
  birth_date: daySchema.nullable(),
  repeats: z.boolean(),
  own_low: z.number().nullable(),
  reading: readingColumnsSchema.nullable(),
  parts: z.array(z.object({ part: readingPartSchema, version: z.number(), savedBy: z.string().nullable(), savedAt: z.string() })),
  sharing: z.boolean().nullable(),
  follow_up: z.object({ id: z.uuid(), isClosed: z.boolean(), told: z.boolean() }).nullable(),
})

const toVisitor = (row: z.infer<typeof rowSchema>, on: Day): Visitor => ({
  attendanceId: row.id,
  personId: row.person_id,
  name: row.name,
  hints: row.hints,
  sex: row.sex,
  age: row.birth_date === null ? null : ageOn(row.birth_date, on),
  repeats: row.repeats,
  ownOxygenLow: row.own_low,
  reading: row.reading === null ? null : toReading(row.reading),
  versions: Object.fromEntries(
    row.parts.map(({ part, version, savedBy, savedAt }) => [part, { version, savedBy, savedAt: new Date(savedAt).toISOString() }]),
  ),
  sharing: row.sharing,
  followUp: row.follow_up,
})

async function listWhere(tx: Tx, tenantId: TenantId, where: RawBuilder<unknown>) {
  const { rows } = await sql`
    select a.id, a.service_id, a.person_id, coalesce(p.name, a.written_name, '') as name,
      case when a.person_id is null then a.written_hints end as hints, coalesce(p.sex, 'unknown') as sex, p.birth_date, a.repeats,
      (select t.low::float from health_target t where t.tenant_id = a.tenant_id and t.person_id = a.person_id and t.measure = 'oxygen' and t.ended_on is null
        order by t.said_on desc, t.recorded_at desc limit 1) as own_low,
      ${readingJson} as reading,
      coalesce((select jsonb_agg(jsonb_build_object('part', q.part, 'version', q.version, 'savedBy', c.display_name, 'savedAt', q.saved_at))
        from reading_part q left join account c on c.tenant_id = q.tenant_id and c.id = q.saved_by
        where q.tenant_id = a.tenant_id and q.attendance_id = a.id), '[]') as parts,
      (select h.agreed from reading_sharing h where h.tenant_id = a.tenant_id and h.attendance_id = a.id) as sharing,
      (select jsonb_build_object('id', f.id, 'isClosed', f.closed_on is not null, 'told', f.told) from clinic_follow_up f
        where f.tenant_id = a.tenant_id and f.attendance_id = a.id) as follow_up
    from attendance a
    left join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    left join reading r on r.tenant_id = a.tenant_id and r.attendance_id = a.id
    where a.tenant_id = ${tenantId} and a.part in ('beneficiary', 'carer') and ${where} order by a.id`.execute(tx)
  return z.array(rowSchema).parse(rows)
}

/** Everybody who was signed in at a service, in the order in which they came. */
export async function listVisitors(tx: Tx, tenantId: TenantId, serviceId: ServiceId, on: Day): Promise<Visitor[]> {
  const rows = await listWhere(tx, tenantId, sql`a.service_id = ${serviceId}`)
  return rows.map((row) => toVisitor(row, on))
}

export async function getVisitor(tx: Tx, tenantId: TenantId, attendanceId: AttendanceId, on: Day): Promise<Visitor | undefined> {
  const [row] = await listWhere(tx, tenantId, sql`a.id = ${attendanceId}`)
  return row === undefined ? undefined : toVisitor(row, on)
}
