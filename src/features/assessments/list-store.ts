import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { personIdSchema, type DivisionCode, type ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { withinReach } from '../people/store.ts'
import { catalogue } from './scale-rules.ts'
import { phaseSchema } from './scale-schema.ts'
import type { ListedAssessment } from './schema.ts'

type Filter = {
  projectId: ProjectId
  scale: string | undefined
  band: string | undefined
  communityCode: DivisionCode | undefined
  due: boolean
  offset: number
  limit: number
}

const number = z.union([z.number(), z.string().transform(Number)]).nullable()
const rowSchema = z.object({
  id: z.uuid(),
  person_id: personIdSchema,
  name: z.string(),
  community_name: z.string().nullable(),
  scale: z.string(),
  day: daySchema.nullable(),
  score: number,
  band: z.string().nullable(),
  phase: phaseSchema,
  assessor: z.string().nullable(),
  due_on: daySchema.nullable(),
  times: z.int(),
  total: z.int(),
})

/**
 * The latest assessment of each person on each scale, withdrawn ones aside: the first due first where only those due are
 * wanted, the newest first otherwise. `asOf`: the day against which something is due.
 */
export async function listLatest(
  tx: Tx,
  tenantId: TenantId,
  filter: Filter,
  reach: Reach,
  asOf: Day,
): Promise<{ rows: ListedAssessment[]; total: number; due: number }> {
  const months = sql`coalesce((select i.months from reassessment_interval i
      where i.tenant_id = ${tenantId} and i.project_id = ${filter.projectId} and i.scale = x.scale),
    (${JSON.stringify(Object.fromEntries(catalogue.map((scale) => [scale.code, scale.againMonths])))}::jsonb ->> x.scale)::int, 12)`
  const latest = sql`
    select distinct on (x.person_id, x.scale) x.*, count(*) over (partition by x.person_id, x.scale)::int as times,
      (x.day + make_interval(months => ${months}))::date as due_on
    from assessment x where x.tenant_id = ${tenantId} and x.project_id = ${filter.projectId} and x.withdrawn_at is null
    order by x.person_id, x.scale, x.day desc nulls last, case x.phase when 'after' then 0 when 'during' then 1 else 2 end, x.id desc`
  const where = sql`${withinReach(tenantId, reach)} and p.merged_into is null
    and (${filter.scale ?? null}::text is null or l.scale = ${filter.scale ?? null})
    and (${filter.band ?? null}::text is null or l.band = ${filter.band ?? null})
    and (${filter.communityCode ?? null}::text is null or p.community_code = ${filter.communityCode ?? null})`
  const isDue = sql`(l.due_on <= ${asOf}::date and p.deceased_on is null)`
  const { rows } = await sql`
    with latest as (${latest})
    select l.id, l.person_id, p.name, (select d.name from division d where d.tenant_id = ${tenantId} and d.code = p.community_code) as community_name,
      l.scale, l.day, l.score, l.band, l.phase, (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = l.assessed_by) as assessor,
      l.due_on, l.times, count(*) over ()::int as total
    from latest l join person p on p.tenant_id = ${tenantId} and p.id = l.person_id
    where ${where} and (not ${filter.due}::boolean or ${isDue})
    order by case when ${filter.due}::boolean then l.due_on end, l.day desc nulls last, p.pinyin, l.scale, l.id
    offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const read = z.array(rowSchema).parse(rows)
  const due = await sql<{ n: number }>`with latest as (${latest})
    select count(*)::int as n from latest l join person p on p.tenant_id = ${tenantId} and p.id = l.person_id where ${where} and ${isDue}`.execute(
    tx,
  )
  return {
    rows: read.map((row) => ({
      id: row.id,
      personId: row.person_id,
      name: row.name,
      communityName: row.community_name,
      scale: row.scale,
      day: row.day,
      score: row.score,
      band: row.band,
      phase: row.phase,
      assessor: row.assessor,
      dueOn: row.due_on,
      times: row.times,
    })),
    total: read[0]?.total ?? 0,
    due: due.rows[0]?.n ?? 0,
  }
}

const intervalSchema = z.object({ scale: z.string(), months: z.int(), version: z.int() })

/** After how many months each scale is done again in the project: what was set, or the scale's own (version 0). */
export async function listIntervals(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<z.infer<typeof intervalSchema>[]> {
  const { rows } =
    await sql`select scale, months, version from reassessment_interval where tenant_id = ${tenantId} and project_id = ${projectId}`.execute(
      tx,
    )
  const set = z.array(intervalSchema).parse(rows)
  return catalogue.map(
    (scale) => set.find((each) => each.scale === scale.code) ?? { scale: scale.code, months: scale.againMonths, version: 0 },
  )
}

/** Whether it stood at this version; 0 when nothing was set before. */
export async function saveInterval(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  interval: { scale: string; months: number; version: number },
): Promise<boolean> {
  const { scale, months, version } = interval
  const { rows } =
    version === 0
      ? await sql`insert into reassessment_interval (tenant_id, project_id, scale, months) values (${tenantId}, ${projectId}, ${scale}, ${months})
          on conflict do nothing returning version`.execute(tx)
      : await sql`update reassessment_interval set months = ${months}, version = version + 1
          where tenant_id = ${tenantId} and project_id = ${projectId} and scale = ${scale} and version = ${version} returning version`.execute(
          tx,
        )
  return rows.length === 1
}
