import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, monthSchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, householdIdSchema, personIdSchema, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { kindSchema } from '../ledger/kind-schema.ts'
import { hardshipCodeSchema } from '../people/hardship-schema.ts'
import type { DutyFacts } from './duty-rules.ts'
import type { RateFacts } from './rate-rules.ts'
import { stepSchema, tierSchema } from './visit-schema.ts'

const label = z.object({ code: hardshipCodeSchema, grade: z.number().nullable() })

const factsSchema = z.object({
  person_id: personIdSchema,
  name: z.string(),
  pinyin: z.string(),
  phone: z.string().nullable(),
  birth_date: daySchema.nullable(),
  living_with: z.string().nullable(),
  household_id: householdIdSchema.nullable(),
  community_code: divisionCodeSchema.nullable(),
  community_name: z.string().nullable(),
  since: daySchema,
  labels: z.array(label.extend({ reviewOn: daySchema.nullable() })),
  decided: z.object({ tier: tierSchema, reviewOn: daySchema.nullable(), reason: z.string() }).nullable(),
  served: z.array(z.object({ kind: kindSchema, means: z.string().nullable(), day: daySchema })),
  missed: z.array(daySchema),
  assigned: z.string().nullable(),
  last_visitor: z.string().nullable(),
  escalation: z.object({ id: z.string(), openedOn: daySchema, steps: z.array(stepSchema) }).nullable(),
  fell_on: daySchema.nullable(),
  scores: z.array(z.object({ scale: z.string(), score: z.number(), day: daySchema.nullable() })),
})

/** Whether a registration `r` of the project is within a reach. */
function registrationWithin(reach: Reach): RawBuilder<unknown> {
  if (reach.whole) return sql`true`
  const projects = reach.places.filter((place) => place.communityCode === undefined).map((place) => place.projectId)
  const pairs = reach.places.flatMap((place) => (place.communityCode === undefined ? [] : [`${place.projectId}/${place.communityCode}`]))
  return sql`(r.project_id = any(${projects}::uuid[]) or r.project_id || '/' || coalesce(r.community_code, p.community_code) = any(${pairs}::text[]))`
}

type Of = {
  readonly projectId: ProjectId
  readonly startsOn: Day
  readonly on: Day
  readonly reach: Reach
  readonly personIds?: readonly PersonId[]
}

/** The elders on a project's register within a reach, each once: with `personIds`, of these alone. */
const elders = (tenantId: TenantId, { projectId, startsOn, reach, personIds }: Of, living: RawBuilder<unknown>) => sql`
  select distinct on (r.person_id) r.person_id, p.name, p.pinyin, p.phone, p.birth_date, p.living_with, p.household_id, p.deceased_on,
    coalesce(r.community_code, p.community_code) as community_code, greatest(coalesce(r.registered_on, ${startsOn}::date), ${startsOn}::date) as since
  from registration r join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
  where r.tenant_id = ${tenantId} and r.project_id = ${projectId} and r.part = 'elder' and p.merged_into is null and ${living}
    and ${registrationWithin(reach)} ${personIds === undefined ? sql`` : sql`and r.person_id = any(${personIds}::uuid[])`}
  order by r.person_id, r.registered_on nulls last, r.id`

/** What is known of every elder as of a day: one question, from which the numbers and the lists both follow. */
export async function listDutyFacts(tx: Tx, tenantId: TenantId, of: Of): Promise<DutyFacts[]> {
  const { projectId, on } = of
  const { rows } = await sql`
    with elder as (${elders(tenantId, of, sql`(p.deceased_on is null or p.deceased_on > ${on}::date)`)}),
    look as (
      select a.person_id, s.kind, v.means, max(s.day) as day
      from service s join attendance a on a.tenant_id = s.tenant_id and a.service_id = s.id
      left join visit_record v on v.tenant_id = s.tenant_id and v.service_id = s.id
      where s.tenant_id = ${tenantId} and a.tenant_id = ${tenantId} and s.project_id = ${projectId} and s.status = 'held' and s.day <= ${on}::date
        and not s.repeats and not a.repeats and a.person_id is not null and a.part in ('beneficiary', 'carer')
      group by a.person_id, s.kind, v.means
    ),
    looks as (select person_id, json_agg(json_build_object('kind', kind, 'means', means, 'day', day)) as served from look group by person_id),
    misses as (
      select w.person_id, json_agg(s.day order by s.day) as missed
      from visit_person w join service s on s.tenant_id = w.tenant_id and s.id = w.service_id
      where w.tenant_id = ${tenantId} and s.tenant_id = ${tenantId} and s.project_id = ${projectId} and not w.seen and s.status in ('failed', 'held') and s.day <= ${on}::date
      group by w.person_id
    ),
    visitor as (
      select distinct on (a.person_id) a.person_id, s.worker
      from service s join attendance a on a.tenant_id = s.tenant_id and a.service_id = s.id
      where s.tenant_id = ${tenantId} and a.tenant_id = ${tenantId} and s.project_id = ${projectId} and s.status = 'held' and s.day <= ${on}::date
        and s.kind in ('home_visit', 'phone_visit', 'look_in') and s.worker is not null and a.person_id is not null and a.part = 'beneficiary'
      order by a.person_id, s.day desc, s.id desc
    ),
    charge as (
      select distinct on (c.person_id) c.person_id, c.worker from visit_charge c
      where c.tenant_id = ${tenantId} and c.project_id = ${projectId} order by c.person_id, c.assigned_at desc
    ),
    decision as (
      select distinct on (t.person_id) t.person_id, json_build_object('tier', t.tier, 'reviewOn', t.review_on, 'reason', t.reason) as decided from risk_tier t
      where t.tenant_id = ${tenantId} and t.project_id = ${projectId} and t.withdrawn_at is null and t.decided_on <= ${on}::date order by t.person_id, t.decided_at desc
    ),
    fall as (
      select w.person_id, max(s.day) as fell_on
      from visit_problem x join service s on s.tenant_id = x.tenant_id and s.id = x.service_id
      join visit_person w on w.tenant_id = x.tenant_id and w.service_id = x.service_id and (x.person_id is null or x.person_id = w.person_id)
      where x.tenant_id = ${tenantId} and s.tenant_id = ${tenantId} and w.tenant_id = ${tenantId} and s.project_id = ${projectId} and x.item = 'mobility' and s.status <> 'cancelled' and s.day <= ${on}::date
      group by w.person_id
    ),
    score as (
      select person_id, json_agg(json_build_object('scale', scale, 'score', score, 'day', day)) as scores from (
        select distinct on (x.person_id, x.scale) x.person_id, x.scale, x.score, x.day from assessment x
        where x.tenant_id = ${tenantId} and x.project_id = ${projectId} and x.score is not null and (x.day is null or x.day <= ${on}::date) order by x.person_id, x.scale, x.day desc nulls last
      ) l group by person_id
    ),
    waiting as (
      select distinct on (e.person_id) e.person_id, json_build_object('id', e.id, 'openedOn', e.opened_on, 'steps',
        (select coalesce(json_agg(t.step order by t.taken_at), '[]'::json) from visit_escalation_step t where t.tenant_id = ${tenantId} and t.escalation_id = e.id)) as escalation
      from visit_escalation e where e.tenant_id = ${tenantId} and e.project_id = ${projectId} and e.closed_on is null order by e.person_id, e.opened_at
    ),
    labelled as (
      select h.person_id, json_agg(json_build_object('code', h.code, 'grade', h.grade, 'reviewOn', h.review_on) order by h.code) as labels
      from hardship_label h where h.tenant_id = ${tenantId} and h.person_id in (select person_id from elder)
        and (h.started_on is null or h.started_on <= ${on}::date) and (h.ended_on is null or h.ended_on > ${on}::date)
      group by h.person_id
    )
    select e.person_id, e.name, e.pinyin, e.phone, e.birth_date, e.living_with, e.household_id, e.community_code, e.since,
      (select d.name from division d where d.tenant_id = ${tenantId} and d.code = e.community_code) as community_name,
      coalesce(labelled.labels, '[]'::json) as labels, decision.decided, coalesce(looks.served, '[]'::json) as served, coalesce(misses.missed, '[]'::json) as missed,
      charge.worker as assigned, visitor.worker as last_visitor, waiting.escalation, fall.fell_on, coalesce(score.scores, '[]'::json) as scores
    from elder e
      left join looks on looks.person_id = e.person_id left join misses on misses.person_id = e.person_id
      left join visitor on visitor.person_id = e.person_id left join charge on charge.person_id = e.person_id
      left join decision on decision.person_id = e.person_id left join fall on fall.person_id = e.person_id
      left join score on score.person_id = e.person_id left join waiting on waiting.person_id = e.person_id
      left join labelled on labelled.person_id = e.person_id`.execute(tx)
  return z
    .array(factsSchema)
    .parse(rows)
    .map((row) => ({
      personId: row.person_id,
      name: row.name,
      pinyin: row.pinyin,
      phone: row.phone,
      birthDate: row.birth_date,
      livingWith: row.living_with,
      householdId: row.household_id,
      communityCode: row.community_code,
      communityName: row.community_name,
      since: row.since,
      labels: row.labels,
      decided: row.decided,
      served: row.served,
      missed: row.missed,
      assigned: row.assigned,
      lastVisitor: row.last_visitor,
      escalation: row.escalation,
      fellOn: row.fell_on,
      scores: row.scores,
    }))
}

const rateSchema = z.object({
  person_id: personIdSchema,
  name: z.string(),
  community_code: divisionCodeSchema.nullable(),
  community_name: z.string().nullable(),
  since: daySchema,
  deceased_on: daySchema.nullable(),
  labels: z.array(label.extend({ from: daySchema.nullable(), to: daySchema.nullable() })),
  visits: z.array(z.object({ kind: kindSchema, means: z.string().nullable(), month: monthSchema })),
})

/** What the monthly rates are reckoned from: labels with their days, and the months in which each elder was visited. */
export async function listRateFacts(tx: Tx, tenantId: TenantId, of: Of): Promise<RateFacts[]> {
  const { rows } = await sql`
    with elder as (${elders(tenantId, of, sql`true`)}),
    visit as (
      select person_id, json_agg(json_build_object('kind', kind, 'means', means, 'month', month)) as visits from (
        select distinct a.person_id, s.kind, v.means, to_char(s.day, 'YYYY-MM') as month
        from service s join attendance a on a.tenant_id = s.tenant_id and a.service_id = s.id
        left join visit_record v on v.tenant_id = s.tenant_id and v.service_id = s.id
        where s.tenant_id = ${tenantId} and a.tenant_id = ${tenantId} and s.project_id = ${of.projectId} and s.status = 'held' and s.day <= ${of.on}::date and not s.repeats and not a.repeats
          and s.kind in ('home_visit', 'phone_visit', 'look_in') and a.person_id is not null and a.part = 'beneficiary'
      ) l group by person_id
    )
    select e.person_id, e.name, e.community_code, e.since, e.deceased_on,
      (select d.name from division d where d.tenant_id = ${tenantId} and d.code = e.community_code) as community_name,
      (select coalesce(json_agg(json_build_object('code', h.code, 'grade', h.grade, 'from', h.started_on, 'to', h.ended_on)), '[]'::json)
        from hardship_label h where h.tenant_id = ${tenantId} and h.person_id = e.person_id) as labels,
      coalesce(visit.visits, '[]'::json) as visits
    from elder e left join visit on visit.person_id = e.person_id
    order by e.pinyin, e.person_id`.execute(tx)
  return z
    .array(rateSchema)
    .parse(rows)
    .map((row) => ({
      personId: row.person_id,
      name: row.name,
      communityCode: row.community_code,
      communityName: row.community_name,
      since: row.since,
      deceasedOn: row.deceased_on,
      labels: row.labels,
      visits: row.visits,
    }))
}
