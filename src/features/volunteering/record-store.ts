import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import type { DivisionCode, ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { placeWithin } from './register-store.ts'

const rowSchema = z.object({
  name: z.string(),
  sex: z.enum(['unknown', 'male', 'female']),
  birth_date: daySchema.nullable(),
  id_number_tail: z.string().nullable(),
  area: z.string().nullable(),
  phone: z.string().nullable(),
  skills: z.string().nullable(),
  service_kinds: z.string().nullable(),
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
type ServiceRecord = z.infer<typeof rowSchema>

type Filter = { projectId: ProjectId; communityCode?: DivisionCode | undefined; from?: Day | undefined; to?: Day | undefined }

/** Confirmed services of volunteers with what order 67, articles 5, 7 and 10, asks to be known of each; the earliest first. */
export async function listServiceRecords(
  tx: Tx,
  tenantId: TenantId,
  filter: Filter,
  reach: Reach,
  limit: number,
): Promise<ServiceRecord[]> {
  const { rows } = await sql`
    select p.name, p.sex, p.birth_date, p.id_number_tail, p.phone, v.skills, v.service_kinds,
      (select d.name from division d where d.tenant_id = ${tenantId} and d.code = p.community_code) as area,
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
      and (${filter.from ?? null}::date is null or s.day >= ${filter.from ?? null}::date)
      and (${filter.to ?? null}::date is null or s.day <= ${filter.to ?? null}::date)
    order by s.day, p.pinyin, s.id limit ${limit}`.execute(tx)
  return z.array(rowSchema).parse(rows)
}
