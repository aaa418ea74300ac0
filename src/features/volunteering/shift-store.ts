import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import {
  divisionCodeSchema,
  personIdSchema,
  projectIdSchema,
  serviceIdSchema,
  type AccountId,
  type DivisionCode,
  type PersonId,
  type ProjectId,
  type ServiceId,
} from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { kindSchema, statusSchema } from '../ledger/kind-schema.ts'
import type { ShiftFacts } from './flag-rules.ts'
import { placeWithin } from './register-store.ts'
import { taskIdSchema, witnessSchema, type ShiftState, type TaskId } from './shift-schema.ts'

const rowSchema = z.object({
  id: serviceIdSchema,
  version: z.number(),
  project_id: projectIdSchema,
  status: statusSchema,
  title: z.string().nullable(),
  community_code: divisionCodeSchema.nullable(),
  community_name: z.string().nullable(),
  place: z.string().nullable(),
  day: daySchema.nullable(),
  starts_at: z.string().nullable(),
  present: z.number().nullable(),
  about: z
    .object({ id: serviceIdSchema, kind: kindSchema, title: z.string().nullable(), status: statusSchema, minutes: z.number().nullable() })
    .nullable(),
  person_id: personIdSchema.nullable(),
  name: z.string(),
  confirmed: z.number().nullable(),
  claimed: z.number().nullable(),
  confirmed_by: z.string().nullable(),
  task_id: taskIdSchema.nullable(),
  checked_in_at: z.date().nullable(),
  checked_out_at: z.date().nullable(),
  late_end: z.boolean().nullable(),
  served_there: z.boolean(),
  back_entry_reason: z.string().nullable(),
  witness: witnessSchema.nullable(),
  rating: z.number().nullable(),
  evaluation: z.string().nullable(),
})
export type ShiftRecord = z.infer<typeof rowSchema>

const columns = sql`s.id, s.version, s.project_id, s.status, s.title, s.community_code, s.place, s.day, s.starts_at, s.minutes as present,
  (select d.name from division d where d.tenant_id = s.tenant_id and d.code = s.community_code) as community_name,
  (select json_build_object('id', o.id, 'kind', o.kind, 'title', o.title, 'status', o.status, 'minutes', o.minutes) from service o
    where o.tenant_id = s.tenant_id and o.id = s.part_of) as about,
  a.person_id, coalesce(p.name, a.written_name, '') as name, a.minutes as confirmed, a.minutes_claimed as claimed, a.confirmed_by,
  exists (select 1 from attendance b where b.tenant_id = s.tenant_id and b.service_id = s.part_of and b.person_id = a.person_id
    and b.part in ('beneficiary', 'carer') and not b.repeats) as served_there,
  x.task_id, x.checked_in_at, x.checked_out_at, x.late_end, x.back_entry_reason, x.witness, x.rating, x.evaluation`

const from = sql`service s
  left join attendance a on a.tenant_id = s.tenant_id and a.service_id = s.id and a.part = 'volunteer' and not a.repeats
  left join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
  left join volunteer_shift x on x.tenant_id = s.tenant_id and x.service_id = s.id`

/** Held and nobody confirmed it, or planned and over. */
const waits = (today: Day): RawBuilder<unknown> =>
  sql`(a.minutes is null and (s.status = 'held' or (s.status = 'planned' and (x.checked_out_at is not null or s.day < ${today}::date))))`

const conditionOf = (state: ShiftState, today: Day): RawBuilder<unknown> => {
  switch (state) {
    case 'confirmed':
      return sql`(s.status = 'held' and a.minutes is not null)`
    case 'notDone':
      return sql`s.status in ('cancelled', 'failed')`
    case 'toConfirm':
      return waits(today)
    case 'planned':
      return sql`(s.status = 'planned' and not ${waits(today)})`
  }
}

/** The state of a shift as lists have it. */
export function stateOf(row: ShiftRecord, today: Day): ShiftState {
  if (row.status === 'cancelled' || row.status === 'failed') return 'notDone'
  if (row.status === 'held') return row.confirmed === null ? 'toConfirm' : 'confirmed'
  return row.checked_out_at !== null || (row.day !== null && row.day < today) ? 'toConfirm' : 'planned'
}

export type ShiftFilter = {
  projectId: ProjectId
  state?: ShiftState | undefined
  personId?: PersonId | undefined
  partOf?: ServiceId | undefined
  id?: ServiceId | undefined
  search?: string | undefined
  communityCode?: DivisionCode | undefined
  upTo?: Day | undefined
}

/** By part of the volunteer's name, its pinyin, or what the shift or its event is called. */
function named(search: string): RawBuilder<unknown> {
  const like = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return sql`(p.name like ${like} or a.written_name like ${like} or replace(p.pinyin, ' ', '') like ${like} or s.title like ${like}
    or exists (select 1 from service o where o.tenant_id = s.tenant_id and o.id = s.part_of and o.title like ${like}))`
}

const whereOf = (tenantId: TenantId, filter: ShiftFilter, reach: Reach, today: Day): RawBuilder<unknown> =>
  sql.join(
    [
      sql`s.tenant_id = ${tenantId} and s.project_id = ${filter.projectId} and s.kind = 'volunteer_shift' and not s.repeats`,
      placeWithin(reach, sql`s.project_id`, sql`s.community_code`),
      ...(filter.state === undefined ? [] : [conditionOf(filter.state, today)]),
      ...(filter.personId === undefined ? [] : [sql`a.person_id = ${filter.personId}`]),
      ...(filter.partOf === undefined ? [] : [sql`s.part_of = ${filter.partOf}`]),
      ...(filter.id === undefined ? [] : [sql`s.id = ${filter.id}`]),
      ...(filter.search === undefined || filter.search === '' ? [] : [named(filter.search)]),
      ...(filter.communityCode === undefined ? [] : [sql`s.community_code = ${filter.communityCode}`]),
      ...(filter.upTo === undefined ? [] : [sql`s.day <= ${filter.upTo}::date`]),
    ],
    sql` and `,
  )

/** Shifts of a project, the newest first, with how many there are and their minutes, confirmed and not. */
export async function listShifts(
  tx: Tx,
  tenantId: TenantId,
  filter: ShiftFilter & { offset: number; limit: number },
  reach: Reach,
  today: Day,
): Promise<{ rows: ShiftRecord[]; total: number; sums: { confirmed: number; unconfirmed: number } }> {
  const where = whereOf(tenantId, filter, reach, today)
  const found =
    await sql`select ${columns} from ${from} where ${where} order by s.day desc nulls last, s.starts_at desc nulls last, s.id offset ${filter.offset} limit ${filter.limit}`.execute(
      tx,
    )
  const counted = await sql<{ total: number; confirmed: number; unconfirmed: number }>`select count(*)::int as total,
      coalesce(sum(a.minutes) filter (where s.status = 'held'), 0)::int as confirmed,
      coalesce(sum(a.minutes_claimed) filter (where a.minutes is null and s.status in ('held', 'planned')), 0)::int as unconfirmed
    from ${from} where ${where}`.execute(tx)
  const [row] = counted.rows
  return {
    rows: z.array(rowSchema).parse(found.rows),
    total: row?.total ?? 0,
    sums: { confirmed: row?.confirmed ?? 0, unconfirmed: row?.unconfirmed ?? 0 },
  }
}

export async function countWaiting(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  reach: Reach,
  today: Day,
  days: { late: Day; soon: Day },
): Promise<{ toConfirm: number; late: number; soon: number }> {
  const where = whereOf(tenantId, { projectId, state: 'toConfirm' }, reach, today)
  const { rows } = await sql<{ n: number; late: number; soon: number }>`select count(*)::int as n,
      count(*) filter (where s.day <= ${days.late}::date)::int as late,
      count(*) filter (where s.day > ${days.late}::date and s.day <= ${days.soon}::date)::int as soon
    from ${from} where ${where}`.execute(tx)
  const [row] = rows
  return { toConfirm: row?.n ?? 0, late: row?.late ?? 0, soon: row?.soon ?? 0 }
}

export async function findShift(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<ShiftRecord | undefined> {
  const { rows } =
    await sql`select ${columns} from ${from} where s.tenant_id = ${tenantId} and s.id = ${id} and s.kind = 'volunteer_shift'`.execute(tx)
  return rows[0] === undefined ? undefined : rowSchema.parse(rows[0])
}

/** Every shift of these persons, in all projects. */
export async function listShiftsOf(tx: Tx, tenantId: TenantId, personIds: readonly PersonId[]): Promise<ShiftRecord[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql`select ${columns} from ${from}
    where s.tenant_id = ${tenantId} and a.person_id = any(${personIds}::uuid[]) and s.kind = 'volunteer_shift' and not s.repeats
    order by s.day desc nulls last, s.starts_at desc nulls last, s.id`.execute(tx)
  return z.array(rowSchema).parse(rows)
}

/** A shift as the rules see it; undefined for one without a day. */
export function toFacts(row: ShiftRecord): ShiftFacts | undefined {
  if (row.day === null) return undefined
  return {
    id: row.id,
    day: row.day,
    startsAt: row.starts_at,
    present: row.present,
    isOpen: row.status === 'planned' && row.checked_out_at === null,
    claimed: row.claimed,
    confirmed: row.confirmed,
    status: row.status,
    communityCode: row.community_code,
    partOf: row.about === null ? null : { id: row.about.id, status: row.about.status, minutes: row.about.minutes },
    isBackEntry: row.back_entry_reason !== null,
    isLateEnd: row.late_end === true,
    isServedThere: row.served_there,
    confirmedBy: row.confirmed_by,
  }
}

export const factsOf = (rows: readonly ShiftRecord[]): ShiftFacts[] => rows.flatMap((row) => toFacts(row) ?? [])

/** Whoever writes about one volunteer's hours waits for whoever is doing so: no minute is confirmed twice. */
export async function queueForHours(tx: Tx, tenantId: TenantId, personId: PersonId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hours:${tenantId}:${personId}`}, 0))`.execute(tx)
}

export type ShiftNote = {
  task_id?: TaskId | null
  checked_in_at?: Date | null
  checked_in_by?: AccountId | null
  checked_out_at?: Date | null
  checked_out_by?: AccountId | null
  late_end?: boolean
  back_entry_reason?: string | null
  entered_by?: AccountId | null
  confirmed_at?: Date | null
  confirmed_by_account?: AccountId | null
  witness?: z.infer<typeof witnessSchema> | null
  witness_name?: string | null
  rating?: number | null
  evaluation?: string | null
  withdrawn_reason?: string | null
}

/** Writes what belongs to a shift beside the ledger; what is not named stays as it is. */
export async function noteShift(tx: Tx, tenantId: TenantId, serviceId: ServiceId, note: ShiftNote): Promise<void> {
  await tx
    .insertInto('volunteer_shift')
    .values({ tenant_id: tenantId, service_id: serviceId, ...note })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'service_id']).doUpdateSet(note))
    .execute()
}
