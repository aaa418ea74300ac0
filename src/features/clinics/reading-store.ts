import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { AccountId, AttendanceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Reading, ReadingPart, PartValues } from './part-schema.ts'
import { dangersOf, toMmol, type Danger } from './reading-rules.ts'
import { gravest, symptomSchema } from './symptom-schema.ts'

const number = z.number().nullable()

/** A row of `reading`, under its columns' names. */
export const readingColumnsSchema = z.object({
  systolic: number,
  diastolic: number,
  second_systolic: number,
  second_diastolic: number,
  third_systolic: number,
  third_diastolic: number,
  pulse: number,
  glucose_mmol: number,
  glucose_written: z.string().nullable(),
  glucose_context: z.string().nullable(),
  oxygen: number,
  temperature: number,
  weight_kg: number,
  height_cm: number,
  waist_cm: number,
  symptoms: z.array(z.string()).nullable(),
  danger: z.array(z.string()),
  refused: z.record(z.string(), z.string()).nullable(),
  advice: z.string().nullable(),
})
export type ReadingColumns = z.infer<typeof readingColumnsSchema>

/** The reading `r` as one JSON value; null where there is none. */
export const readingJson = sql`case when r.attendance_id is null then null else to_jsonb(r) end`

const pairOf = (systolic: number | null, diastolic: number | null) =>
  systolic === null || diastolic === null ? [] : [{ systolic, diastolic }]

export const toReading = (row: ReadingColumns): Reading => ({
  pressures: [
    ...pairOf(row.systolic, row.diastolic),
    ...pairOf(row.second_systolic, row.second_diastolic),
    ...pairOf(row.third_systolic, row.third_diastolic),
  ],
  pulse: row.pulse,
  glucoseMmol: row.glucose_mmol,
  glucoseWritten: row.glucose_written,
  glucoseContext: row.glucose_context,
  oxygen: row.oxygen,
  temperature: row.temperature,
  weightKg: row.weight_kg,
  heightCm: row.height_cm,
  waistCm: row.waist_cm,
  symptoms: row.symptoms === null ? null : z.array(symptomSchema).parse(row.symptoms),
  danger: z.array(z.enum(['pressure', 'glucose'])).parse(row.danger),
  refused: row.refused,
  advice: row.advice,
})

/**
 * Whether the reading `r` of the attendance `a` asks for a referral: a danger limit, very low oxygen unless a doctor set a
 * lower bound of the person's own, high fever, or a grave symptom. The same as the rules say of one reading.
 */
export const asksForReferral = (tenantId: TenantId): RawBuilder<unknown> => sql`(cardinality(r.danger) > 0 or r.temperature >= 39
  or r.symptoms && ${[...gravest]}::text[]
  or (r.oxygen < 90 and not exists (select 1 from health_target t where t.tenant_id = ${tenantId} and t.person_id = a.person_id
    and t.measure = 'oxygen' and t.ended_on is null and r.oxygen >= t.low)))`

const columnNames = sql.raw(Object.keys(readingColumnsSchema.shape).join(', '))

/** The reading of an attendance, made where there was none, and kept from others until the transaction ends. */
export async function lockReading(tx: Tx, tenantId: TenantId, attendanceId: AttendanceId): Promise<ReadingColumns> {
  await sql`insert into reading (tenant_id, attendance_id) values (${tenantId}, ${attendanceId}) on conflict do nothing`.execute(tx)
  const { rows } =
    await sql`select ${columnNames} from reading where tenant_id = ${tenantId} and attendance_id = ${attendanceId} for update`.execute(tx)
  return readingColumnsSchema.parse(rows[0])
}

/** Takes the next version of a part, when it is at the expected one. */
export async function takePartVersion(
  tx: Tx,
  tenantId: TenantId,
  attendanceId: AttendanceId,
  part: ReadingPart,
  version: number,
  by: AccountId,
): Promise<boolean> {
  const taken =
    version === 0
      ? await sql`insert into reading_part (tenant_id, attendance_id, part, saved_by) values (${tenantId}, ${attendanceId}, ${part}, ${by}::uuid)
          on conflict do nothing returning version`.execute(tx)
      : await sql`update reading_part set version = version + 1, saved_by = ${by}::uuid, saved_at = now()
          where tenant_id = ${tenantId} and attendance_id = ${attendanceId} and part = ${part} and version = ${version} returning version`.execute(
          tx,
        )
  return taken.rows.length === 1
}

/** What a part's values are in the columns that are its own. */
function columnsOf(values: PartValues): Partial<ReadingColumns> {
  switch (values.part) {
    case 'pressure': {
      const [first, second, third] = values.pressures
      return {
        systolic: first?.systolic ?? null,
        diastolic: first?.diastolic ?? null,
        second_systolic: second?.systolic ?? null,
        second_diastolic: second?.diastolic ?? null,
        third_systolic: third?.systolic ?? null,
        third_diastolic: third?.diastolic ?? null,
        pulse: values.pulse,
      }
    }
    case 'glucose':
      return { glucose_mmol: toMmol(values), glucose_written: `${values.value} ${values.unit}`, glucose_context: values.context }
    case 'oxygen':
      return { oxygen: values.oxygen }
    case 'temperature':
      return { temperature: values.temperature }
    case 'body':
      return { weight_kg: values.weightKg, height_cm: values.heightCm, waist_cm: values.waistCm }
    case 'symptoms':
      return { symptoms: values.symptoms }
  }
}

/** The dangers after a part was written: each part answers for its own, and leaves the other's. */
function dangersAfter(before: readonly string[], values: PartValues): string[] {
  const own: Danger | undefined = values.part === 'pressure' || values.part === 'glucose' ? values.part : undefined
  if (own === undefined) return [...before]
  const found = dangersOf({
    pressures: values.part === 'pressure' ? values.pressures : [],
    glucosesMmol: values.part === 'glucose' ? [toMmol(values)] : [],
  })
  return ['pressure', 'glucose'].filter((danger) => (danger === own ? found.includes(own) : before.includes(danger)))
}

/** Writes one part of a locked reading; the columns of the others are left alone. */
export async function writePart(
  tx: Tx,
  tenantId: TenantId,
  attendanceId: AttendanceId,
  before: ReadingColumns,
  values: PartValues,
): Promise<Reading> {
  const own = { ...columnsOf(values), danger: dangersAfter(before.danger, values) }
  await tx.updateTable('reading').set(own).where('tenant_id', '=', tenantId).where('attendance_id', '=', attendanceId).execute()
  return toReading({ ...before, ...own })
}

export async function keepReadingVersion(
  tx: Tx,
  tenantId: TenantId,
  attendanceId: AttendanceId,
  kept: { part: ReadingPart; version: number; earlier: ReadingColumns; reason: string; by: AccountId },
): Promise<void> {
  await sql`insert into reading_version (tenant_id, attendance_id, part, version, earlier, reason, changed_by)
    values (${tenantId}, ${attendanceId}, ${kept.part}, ${kept.version}, ${JSON.stringify(kept.earlier)}::jsonb, ${kept.reason}, ${kept.by}::uuid)`.execute(
    tx,
  )
}

const correctionSchema = z.object({
  part: z.enum(['pressure', 'glucose', 'oxygen', 'temperature', 'body', 'symptoms']),
  version: z.number(),
  earlier: readingColumnsSchema,
  reason: z.string(),
  changed_by: z.string().nullable(),
  changed_at: z.date(),
})

export async function listCorrections(tx: Tx, tenantId: TenantId, attendanceId: AttendanceId) {
  const { rows } = await sql`select v.part, v.version, v.earlier, v.reason, c.display_name as changed_by, v.changed_at
    from reading_version v left join account c on c.tenant_id = v.tenant_id and c.id = v.changed_by
    where v.tenant_id = ${tenantId} and v.attendance_id = ${attendanceId} order by v.changed_at desc`.execute(tx)
  return z
    .array(correctionSchema)
    .parse(rows)
    .map((row) => ({
      part: row.part,
      version: row.version,
      earlier: toReading(row.earlier),
      reason: row.reason,
      changedBy: row.changed_by,
      changedAt: row.changed_at.toISOString(),
    }))
}
