import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { type AccountId, type DivisionCode, type ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { serviceWithin } from '../ledger/store.ts'
import { calendarEventSchema, type DaySort } from './calendar-schema.ts'

type Stretch = { projectId: ProjectId; communityCode: DivisionCode | undefined; from: Day; to: Day }

const eventsOf = (tenantId: TenantId, { projectId, communityCode }: Omit<Stretch, 'from' | 'to'>, reach: Reach) => sql`
  s.tenant_id = ${tenantId} and s.project_id = ${projectId} and s.kind = 'activity' and not s.repeats and s.day is not null
  and ${serviceWithin(reach)} and ${communityCode === undefined ? sql`true` : sql`s.community_code = ${communityCode}`}`

/** The activities of a stretch of days, in their order. */
export async function listEvents(tx: Tx, tenantId: TenantId, stretch: Stretch, reach: Reach) {
  const { rows } = await sql`select s.id, s.title, s.day, s.starts_at as "startsAt", s.minutes, s.place, s.status, s.themes, s.worker,
      (select d.name from division d where d.tenant_id = s.tenant_id and d.code = s.community_code) as "communityName",
      p.confirmed_at is not null as confirmed, p.capacity,
      (select count(*)::int from sign_up u where u.tenant_id = s.tenant_id and u.service_id = s.id and u.state = 'going') as going,
      (select count(*)::int from sign_up u where u.tenant_id = s.tenant_id and u.service_id = s.id and u.state = 'waiting') as waiting,
      (select count(*)::int from attendance a where a.tenant_id = s.tenant_id and a.service_id = s.id and not a.repeats and a.part in ('beneficiary', 'carer')) as attendances
    from service s left join activity_plan p on p.tenant_id = s.tenant_id and p.service_id = s.id
    where ${eventsOf(tenantId, stretch, reach)} and s.day between ${stretch.from}::date and ${stretch.to}::date
    order by s.day, s.starts_at nulls last, s.id limit 1000`.execute(tx)
  return z.array(calendarEventSchema).parse(rows)
}

/** The nearest day with an activity before, and after, a stretch of days. */
export async function findNearestDays(tx: Tx, tenantId: TenantId, stretch: Stretch, reach: Reach) {
  const { rows } = await sql`select
      (select max(s.day) from service s where ${eventsOf(tenantId, stretch, reach)} and s.day < ${stretch.from}::date) as before,
      (select min(s.day) from service s where ${eventsOf(tenantId, stretch, reach)} and s.day > ${stretch.to}::date) as after`.execute(tx)
  return z.object({ before: daySchema.nullable(), after: daySchema.nullable() }).parse(rows[0])
}

export async function listMarkedDays(tx: Tx, tenantId: TenantId, from: Day, to: Day) {
  return tx
    .selectFrom('marked_day')
    .select(['day', 'name', 'sort'])
    .where('tenant_id', '=', tenantId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
}

/** Marks a day by hand; without a name it is again as the calendar has it. */
export async function saveMarkedDay(
  tx: Tx,
  tenantId: TenantId,
  { day, name, sort }: { day: Day; name: string; sort: DaySort },
  by: AccountId,
): Promise<void> {
  await tx.deleteFrom('marked_day').where('tenant_id', '=', tenantId).where('day', '=', day).execute()
  if (name !== '') await tx.insertInto('marked_day').values({ tenant_id: tenantId, day, name, sort, changed_by: by }).execute()
}
