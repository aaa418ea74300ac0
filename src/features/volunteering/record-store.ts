import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { personIdSchema, type DivisionCode, type ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { boundTo } from '../people/detail-store.ts'
import type { MeritKind } from './merit-schema.ts'
import { placeWithin } from './register-store.ts'

// What order 67 asks to be recorded of volunteers, for whoever hands it to the system that the bureau designates.

const basicsSchema = z.object({
  person_id: personIdSchema,
  name: z.string(),
  sex: z.enum(['unknown', 'male', 'female']),
  birth_date: daySchema.nullable(),
  id_number_tail: z.string().nullable(),
  id_number_sealed: z.instanceof(Buffer).nullable(),
  area: z.string().nullable(),
  phone: z.string().nullable(),
  skills: z.string().nullable(),
  service_kinds: z.string().nullable(),
})
const serviceSchema = basicsSchema.extend({
  title: z.string().nullable(),
  day: daySchema,
  place: z.string().nullable(),
  content: z.string().nullable(),
  minutes: z.number(),
  organisation: z.string(),
  worker: z.string().nullable(),
  rating: z.number().nullable(),
  evaluation: z.string().nullable(),
  confirmed_on: daySchema.nullable(),
})
const meritSchema = basicsSchema.extend({
  title: z.string(),
  content: z.string().nullable(),
  minutes: z.number().nullable(),
  given_by: z.string().nullable(),
  day: daySchema,
})

type Filter = {
  readonly projectId: ProjectId
  readonly communityCode?: DivisionCode | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  /** Identity numbers are opened; else they stay sealed. */
  readonly withNumbers: boolean
  readonly limit: number
}

const basics = (tenantId: TenantId, { withNumbers }: Filter) => sql`p.id as person_id, p.name, p.sex, p.birth_date, p.id_number_tail,
  ${withNumbers ? sql`p.id_number_sealed` : sql`null::bytea as id_number_sealed`}, p.phone, v.skills, v.service_kinds,
  (select d.name from division d where d.tenant_id = ${tenantId} and d.code = p.community_code) as area`

const between = ({ from, to }: Filter, day: RawBuilder<unknown>) =>
  sql`(${from ?? null}::date is null or ${day} >= ${from ?? null}::date) and (${to ?? null}::date is null or ${day} <= ${to ?? null}::date)`

/** Rows with their numbers opened, where they were asked for. */
const opened = <Row extends z.infer<typeof basicsSchema>>(rows: readonly Row[], tenantId: TenantId, sealer: Sealer) =>
  rows.map(({ id_number_sealed: sealed, ...row }) => ({
    ...row,
    id_number: sealed === null ? null : sealer.open(sealed, boundTo(tenantId, row.person_id, 'idNumber')),
  }))

/** Who is on the roll at some time of the period, each once. */
export async function listVolunteerRecords(tx: Tx, tenantId: TenantId, sealer: Sealer, filter: Filter, reach: Reach) {
  const { rows } = await sql`
    select ${basics(tenantId, filter)} from person p join lateral (
      select w.skills, w.service_kinds, w.joined_on, w.ended_on from volunteer w
      where w.tenant_id = ${tenantId} and w.project_id = ${filter.projectId} and w.person_id = p.id
      order by w.ended_on nulls first, w.id limit 1) v on true
    where p.tenant_id = ${tenantId} and ${placeWithin(reach, sql`${filter.projectId}::uuid`, sql`p.community_code`)}
      and (${filter.communityCode ?? null}::text is null or p.community_code = ${filter.communityCode ?? null})
      and (${filter.from ?? null}::date is null or v.ended_on is null or v.ended_on >= ${filter.from ?? null}::date)
      and (${filter.to ?? null}::date is null or v.joined_on is null or v.joined_on <= ${filter.to ?? null}::date)
    order by p.pinyin, p.id limit ${filter.limit}`.execute(tx)
  return opened(z.array(basicsSchema).parse(rows), tenantId, sealer)
}

/** Confirmed services of volunteers; the earliest first. */
export async function listServiceRecords(tx: Tx, tenantId: TenantId, sealer: Sealer, filter: Filter, reach: Reach) {
  const { rows } = await sql`
    select ${basics(tenantId, filter)},
      coalesce(s.title, o.title) as title, s.day, coalesce(s.place, o.place, (select d.name from division d where d.tenant_id = ${tenantId} and d.code = s.community_code)) as place,
      coalesce(k.content, s.title) as content, a.minutes, coalesce(g.name, t.name) as organisation, coalesce(s.worker, o.worker) as worker,
      x.rating, x.evaluation, (x.confirmed_at at time zone 'Asia/Shanghai')::date as confirmed_on
    from service s
      join attendance a on a.tenant_id = ${tenantId} and a.service_id = s.id and a.part = 'volunteer' and not a.repeats and a.minutes is not null
      join person p on p.tenant_id = ${tenantId} and p.id = a.person_id
      join project j on j.tenant_id = ${tenantId} and j.id = s.project_id
      join tenant_directory t on t.tenant_id = ${tenantId}
      left join organisation g on g.tenant_id = ${tenantId} and g.id = j.agency_id
      left join service o on o.tenant_id = ${tenantId} and o.id = s.part_of
      left join volunteer_shift x on x.tenant_id = ${tenantId} and x.service_id = s.id
      left join volunteer_task k on k.tenant_id = ${tenantId} and k.id = x.task_id
      left join lateral (select w.skills, w.service_kinds from volunteer w where w.tenant_id = ${tenantId} and w.project_id = s.project_id
        and w.person_id = a.person_id order by w.ended_on nulls first, w.id limit 1) v on true
    where s.tenant_id = ${tenantId} and s.project_id = ${filter.projectId} and s.kind = 'volunteer_shift' and s.status = 'held' and not s.repeats
      and s.day is not null and ${placeWithin(reach, sql`s.project_id`, sql`s.community_code`)}
      and (${filter.communityCode ?? null}::text is null or s.community_code = ${filter.communityCode ?? null})
      and ${between(filter, sql`s.day`)}
    order by s.day, p.pinyin, s.id limit ${filter.limit}`.execute(tx)
  return opened(z.array(serviceSchema).parse(rows), tenantId, sealer)
}

/** Training, awards or evaluations of volunteers; the earliest first. What was taken out is left out. */
export async function listMeritRecords(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  filter: Filter & { readonly kind: MeritKind },
  reach: Reach,
) {
  const { rows } = await sql`
    select ${basics(tenantId, filter)}, m.title, m.content, m.minutes, m.given_by, m.day
    from volunteer_merit m join person p on p.tenant_id = ${tenantId} and p.id = m.person_id
      left join lateral (select w.skills, w.service_kinds from volunteer w where w.tenant_id = ${tenantId} and w.project_id = m.project_id
        and w.person_id = m.person_id order by w.ended_on nulls first, w.id limit 1) v on true
    where m.tenant_id = ${tenantId} and m.project_id = ${filter.projectId} and m.kind = ${filter.kind} and m.removed_at is null
      and ${placeWithin(reach, sql`m.project_id`, sql`p.community_code`)}
      and (${filter.communityCode ?? null}::text is null or p.community_code = ${filter.communityCode ?? null})
      and ${between(filter, sql`m.day`)}
    order by m.day, p.pinyin, m.id limit ${filter.limit}`.execute(tx)
  return opened(z.array(meritSchema).parse(rows), tenantId, sealer)
}
