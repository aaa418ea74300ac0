import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import {
  divisionCodeSchema,
  projectIdSchema,
  serviceIdSchema,
  type OrganisationId,
  type PersonId,
  type ProjectId,
  type ServiceId,
} from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { certaintySchema, kindSchema, lineSchema, partPlayedSchema, statusSchema } from './kind-schema.ts'
import type { listServices, ServiceRow } from './schema.ts'

const baseShape = {
  id: serviceIdSchema,
  project_id: projectIdSchema,
  line: lineSchema,
  kind: kindSchema,
  status: statusSchema,
  number: z.string().nullable(),
  title: z.string().nullable(),
  themes: z.array(z.string()),
  community_code: divisionCodeSchema.nullable(),
  community_name: z.string().nullable(),
  day: daySchema.nullable(),
  starts_at: z.string().nullable(),
  minutes: z.number().nullable(),
  worker: z.string().nullable(),
  repeats: z.boolean(),
}
const baseSchema = z.object(baseShape)
const rowSchema = z.object({ ...baseShape, attendances: z.number(), unresolved: z.number() })

const baseColumns = sql`s.id, s.project_id, s.line, s.kind, s.status, s.number, s.title, s.themes, s.community_code, s.day, s.starts_at, s.minutes, s.worker, s.repeats,
  (select d.name from division d where d.tenant_id = s.tenant_id and d.code = s.community_code) as community_name`

const servedCounts = sql`
  (select count(*)::int from attendance a where a.tenant_id = s.tenant_id and a.service_id = s.id and not a.repeats and a.part in ('beneficiary', 'carer')) as attendances,
  (select count(*)::int from attendance a where a.tenant_id = s.tenant_id and a.service_id = s.id and a.person_id is null and a.part in ('beneficiary', 'carer')) as unresolved`

const toBase = (row: z.infer<typeof baseSchema>) => ({
  id: row.id,
  projectId: row.project_id,
  line: row.line,
  kind: row.kind,
  status: row.status,
  number: row.number,
  title: row.title,
  themes: row.themes,
  communityCode: row.community_code,
  communityName: row.community_name,
  day: row.day,
  startsAt: row.starts_at,
  minutes: row.minutes,
  worker: row.worker,
  repeats: row.repeats,
})

/** Whether a service `s` is within a reach. */
export function serviceWithin(reach: Reach): RawBuilder<unknown> {
  if (reach.whole) return sql`true`
  const projects = reach.places.filter((place) => place.communityCode === undefined).map((place) => place.projectId)
  const pairs = reach.places.flatMap((place) => (place.communityCode === undefined ? [] : [`${place.projectId}/${place.communityCode}`]))
  return sql`(s.project_id = any(${projects}::uuid[]) or s.project_id || '/' || s.community_code = any(${pairs}::text[]))`
}

export type ServiceFilter = z.output<typeof listServices.input>

/** Services of a project, the newest first, with how many there are in all. */
export async function listServiceRows(
  tx: Tx,
  tenantId: TenantId,
  filter: ServiceFilter,
  reach: Reach,
): Promise<{ rows: ServiceRow[]; total: number }> {
  const like = `%${(filter.search ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const where = sql.join(
    [
      sql`s.tenant_id = ${tenantId} and s.project_id = ${filter.projectId}`,
      serviceWithin(reach),
      ...(filter.line === undefined ? [] : [sql`s.line = ${filter.line}`]),
      ...(filter.kind === undefined ? [] : [sql`s.kind = ${filter.kind}`]),
      ...(filter.status === undefined ? [] : [sql`s.status = ${filter.status}`]),
      ...(filter.communityCode === undefined ? [] : [sql`s.community_code = ${filter.communityCode}`]),
      ...(filter.from === undefined ? [] : [sql`s.day >= ${filter.from}::date`]),
      ...(filter.to === undefined ? [] : [sql`s.day <= ${filter.to}::date`]),
      ...(filter.search === undefined || filter.search === ''
        ? []
        : [sql`(s.title like ${like} or s.number like ${like} or s.worker like ${like})`]),
      ...(filter.onlyUnresolved === true
        ? [
            sql`exists (select 1 from attendance a where a.tenant_id = s.tenant_id and a.service_id = s.id and a.person_id is null and a.part in ('beneficiary', 'carer'))`,
          ]
        : []),
    ],
    sql` and `,
  )
  const found =
    await sql`select ${baseColumns}, ${servedCounts} from service s where ${where} order by s.day desc nulls last, s.starts_at desc nulls last, s.id offset ${filter.offset} limit ${filter.limit}`.execute(
      tx,
    )
  const counted = await sql<{ total: number }>`select count(*)::int as total from service s where ${where}`.execute(tx)
  return {
    rows: z
      .array(rowSchema)
      .parse(found.rows)
      .map((row) => ({ ...toBase(row), attendances: row.attendances, unresolved: row.unresolved })),
    total: counted.rows[0]?.total ?? 0,
  }
}

const personRowSchema = baseSchema.extend({
  part: partPlayedSchema,
  certainty: certaintySchema,
  attendance_repeats: z.boolean(),
  part_minutes: z.number().nullable(),
})

/** Everything that a person took part in, the newest first. */
export async function listRowsOfPerson(
  tx: Tx,
  tenantId: TenantId,
  personId: PersonId,
  projectId: ProjectId | undefined,
  page: { offset: number; limit: number },
) {
  const where = sql`a.tenant_id = ${tenantId} and a.person_id = ${personId} and ${projectId === undefined ? sql`true` : sql`s.project_id = ${projectId}`}`
  const from = sql`attendance a join service s on s.tenant_id = a.tenant_id and s.id = a.service_id`
  const found = await sql`select ${baseColumns}, a.part, a.certainty, a.repeats as attendance_repeats, a.minutes as part_minutes
    from ${from} where ${where} order by s.day desc nulls last, s.starts_at desc nulls last, s.id offset ${page.offset} limit ${page.limit}`.execute(
    tx,
  )
  const counted = await sql<{ total: number }>`select count(*)::int as total from ${from} where ${where}`.execute(tx)
  return {
    rows: z
      .array(personRowSchema)
      .parse(found.rows)
      .map((row) => ({
        ...toBase(row),
        part: row.part,
        certainty: row.certainty,
        attendanceRepeats: row.attendance_repeats,
        partMinutes: row.part_minutes,
      })),
    total: counted.rows[0]?.total ?? 0,
  }
}

/** A service's own row, and whether it is within the reach. */
export async function findService(tx: Tx, tenantId: TenantId, id: ServiceId, reach: Reach) {
  const row = await tx.selectFrom('service').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const isWithin =
    reach.whole ||
    reach.places.some(
      (place) => place.projectId === row.project_id && (place.communityCode === undefined || place.communityCode === row.community_code),
    )
  return { row, isWithin }
}

/** The same service as lists show it. */
export async function getServiceRow(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<ServiceRow> {
  const found = await sql`select ${baseColumns}, ${servedCounts} from service s where s.tenant_id = ${tenantId} and s.id = ${id}`.execute(
    tx,
  )
  const row = rowSchema.parse(found.rows[0])
  return { ...toBase(row), attendances: row.attendances, unresolved: row.unresolved }
}

/** What stands around a service: who attended, contributions, evidence, earlier versions. */
export async function listAroundService(tx: Tx, tenantId: TenantId, id: ServiceId) {
  const attended = await tx
    .selectFrom('attendance')
    .leftJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'attendance.tenant_id').onRef('person.id', '=', 'attendance.person_id'),
    )
    .select([
      'attendance.id',
      'attendance.person_id as personId',
      'person.name',
      'attendance.part',
      'attendance.certainty',
      'attendance.written_name as writtenName',
      'attendance.written_hints as writtenHints',
      'attendance.checked_in_by as checkedInBy',
      'attendance.minutes',
      'attendance.minutes_claimed as minutesClaimed',
      'attendance.confirmed_by as confirmedBy',
      'attendance.household_id as householdId',
      'attendance.repeats',
    ])
    .where('attendance.tenant_id', '=', tenantId)
    .where('attendance.service_id', '=', id)
    .orderBy('attendance.part')
    .orderBy('person.pinyin')
    .orderBy('attendance.id')
    .execute()
  const contributions = await tx
    .selectFrom('contribution')
    .leftJoin('organisation', (join) =>
      join.onRef('organisation.tenant_id', '=', 'contribution.tenant_id').onRef('organisation.id', '=', 'contribution.organisation_id'),
    )
    .select([
      'contribution.id',
      'contribution.party',
      'contribution.organisation_id as organisationId',
      'organisation.name as organisation',
      'contribution.given',
      'contribution.quantity',
      'contribution.unit',
      'contribution.value_fen as valueFen',
      'contribution.note',
    ])
    .where('contribution.tenant_id', '=', tenantId)
    .where('contribution.service_id', '=', id)
    .orderBy('contribution.id')
    .execute()
  const evidence = await tx
    .selectFrom('evidence')
    .select(['id', 'kind', 'title', 'sha256', 'bytes', 'media_type as mediaType', 'taken_by as takenBy', 'taken_at as takenAt'])
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  const versions = await tx
    .selectFrom('service_version')
    .leftJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'service_version.tenant_id').on(sql`account.id`, '=', sql`service_version.changed_by`),
    )
    .select([
      'service_version.version',
      'service_version.reason',
      'account.display_name as changedBy',
      'service_version.changed_at as changedAt',
      'service_version.earlier',
    ])
    .where('service_version.tenant_id', '=', tenantId)
    .where('service_version.service_id', '=', id)
    .orderBy('service_version.version', 'desc')
    .execute()
  return { attended, contributions, evidence, versions }
}

export async function hostName(tx: Tx, tenantId: TenantId, id: OrganisationId | null): Promise<string | null> {
  if (id === null) return null
  const row = await tx.selectFrom('organisation').select('name').where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
  return row?.name ?? null
}

/** What stands at the head of every paper of a project. */
export async function paperHeadOf(tx: Tx, tenantId: TenantId, id: ProjectId): Promise<{ project: string; agency: string | null }> {
  return tx
    .selectFrom('project')
    .leftJoin('organisation', (join) =>
      join.onRef('organisation.tenant_id', '=', 'project.tenant_id').onRef('organisation.id', '=', 'project.agency_id'),
    )
    .select(['project.name as project', 'organisation.name as agency'])
    .where('project.tenant_id', '=', tenantId)
    .where('project.id', '=', id)
    .executeTakeFirstOrThrow()
}
