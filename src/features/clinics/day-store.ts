import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, serviceIdSchema, type AccountId, type ServiceId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { statusSchema } from '../ledger/kind-schema.ts'
import { serviceWithin } from '../ledger/store.ts'
import { stationSchema, type DayRow, type listClinicDays, type Station } from './day-schema.ts'
import { asksForReferral } from './reading-store.ts'

const rowSchema = z.object({
  id: serviceIdSchema,
  title: z.string().nullable(),
  number: z.string().nullable(),
  day: daySchema.nullable(),
  starts_at: z.string().nullable(),
  community_code: divisionCodeSchema.nullable(),
  community_name: z.string().nullable(),
  host: z.string().nullable(),
  status: statusSchema,
  is_ended: z.boolean(),
  visitors: z.number(),
  measured: z.number(),
  unresolved: z.number(),
  dangers: z.number(),
  to_refer: z.number(),
  follow_ups: z.number(),
  open_follow_ups: z.number(),
})

const toRow = (row: z.infer<typeof rowSchema>): DayRow => ({
  id: row.id,
  title: row.title,
  number: row.number,
  day: row.day,
  startsAt: row.starts_at,
  communityCode: row.community_code,
  communityName: row.community_name,
  host: row.host,
  status: row.status,
  isEnded: row.is_ended,
  visitors: row.visitors,
  measured: row.measured,
  unresolved: row.unresolved,
  dangers: row.dangers,
  toRefer: row.to_refer,
  followUps: row.follow_ups,
  openFollowUps: row.open_follow_ups,
})

/** The counts of a clinic day `s`, over the rows that count. */
const counts = (tenantId: TenantId) => sql`lateral (
    select count(*)::int as visitors,
      count(*) filter (where r.attendance_id is not null)::int as measured,
      count(*) filter (where a.person_id is null)::int as unresolved,
      count(*) filter (where ${asksForReferral(tenantId)})::int as dangers,
      count(*) filter (where ${asksForReferral(tenantId)} and f.id is null)::int as to_refer,
      count(f.id)::int as follow_ups,
      count(f.id) filter (where f.closed_on is null)::int as open_follow_ups
    from attendance a
    left join reading r on r.tenant_id = ${tenantId} and r.attendance_id = a.id
    left join clinic_follow_up f on f.tenant_id = ${tenantId} and f.attendance_id = a.id
    where a.tenant_id = ${tenantId} and a.service_id = s.id and a.part in ('beneficiary', 'carer') and not a.repeats) n`

const columns = sql`s.id, s.title, s.number, s.day, s.starts_at, s.community_code, s.status, n.*,
  (select d.name from division d where d.tenant_id = s.tenant_id and d.code = s.community_code) as community_name,
  (select o.name from organisation o where o.tenant_id = s.tenant_id and o.id = s.host_id) as host,
  exists (select 1 from clinic_plan c where c.tenant_id = s.tenant_id and c.service_id = s.id and c.ended_at is not null) as is_ended`

/** Clinic days of a project, the newest first, with how many there are in all. */
export async function listDays(
  tx: Tx,
  tenantId: TenantId,
  filter: z.output<typeof listClinicDays.input>,
  reach: Reach,
): Promise<{ rows: DayRow[]; total: number }> {
  const where = sql.join(
    [
      sql`s.tenant_id = ${tenantId} and s.project_id = ${filter.projectId} and s.kind = 'clinic_day'`,
      serviceWithin(reach),
      ...(filter.communityCode === undefined ? [] : [sql`s.community_code = ${filter.communityCode}`]),
      ...(filter.status === undefined ? [] : [sql`s.status = ${filter.status}`]),
      ...(filter.onlyToRefer === true ? [sql`n.to_refer > 0`] : []),
    ],
    sql` and `,
  )
  const found = await sql`select ${columns}, count(*) over ()::int as total from service s, ${counts(tenantId)} where ${where}
    order by s.day desc nulls last, s.starts_at desc nulls last, s.id offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const rows = z.array(rowSchema.extend({ total: z.number() })).parse(found.rows)
  return { rows: rows.map(toRow), total: rows[0]?.total ?? 0 }
}

export async function getDay(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<DayRow> {
  const found = await sql`select ${columns} from service s, ${counts(tenantId)} where s.tenant_id = ${tenantId} and s.id = ${id}`.execute(
    tx,
  )
  return toRow(rowSchema.parse(found.rows[0]))
}

const planSchema = z.object({ staff: z.string().nullable(), stations: z.array(stationSchema), ended_at: z.date().nullable() })

/** A day's plan; undefined for one that came in with a workbook or was recorded afterwards. */
export async function findPlan(tx: Tx, tenantId: TenantId, id: ServiceId) {
  const row = await tx
    .selectFrom('clinic_plan')
    .select(['staff', 'stations', 'ended_at'])
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const plan = planSchema.parse(row)
  return { staff: plan.staff, stations: plan.stations, endedAt: plan.ended_at?.toISOString() ?? null }
}

export async function savePlan(
  tx: Tx,
  tenantId: TenantId,
  id: ServiceId,
  plan: { staff: string | null; stations: readonly Station[] },
): Promise<void> {
  await sql`insert into clinic_plan (tenant_id, service_id, staff, stations) values (${tenantId}, ${id}, ${plan.staff}, ${JSON.stringify(plan.stations)}::jsonb)
    on conflict (tenant_id, service_id) do update set staff = excluded.staff, stations = excluded.stations, version = clinic_plan.version + 1`.execute(
    tx,
  )
}

export async function setEnded(tx: Tx, tenantId: TenantId, id: ServiceId, ended: boolean, by: AccountId): Promise<void> {
  await sql`insert into clinic_plan (tenant_id, service_id, stations, ended_at, ended_by)
    values (${tenantId}, ${id}, '[]', case when ${ended}::boolean then now() end, ${by}::uuid)
    on conflict (tenant_id, service_id) do update set ended_at = excluded.ended_at, ended_by = excluded.ended_by`.execute(tx)
}

/** Which organisation may hold a day, and its party. */
export async function findHost(tx: Tx, tenantId: TenantId, id: string) {
  const row = await tx
    .selectFrom('organisation')
    .select(['id', 'party'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sql<never>`${id}::uuid`)
    .executeTakeFirst()
  return row
}
