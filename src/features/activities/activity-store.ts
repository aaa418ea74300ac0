import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema, type AccountId, type ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { planSchema, summarySchema, type Heads, type Plan, type Summary } from './activity-schema.ts'
import { blankPlan } from './activity-rules.ts'

const planRowSchema = z.object({
  version: z.int(),
  confirmed_at: z.date().nullable(),
  series_id: z.string().nullable(),
  summary: summarySchema.nullable(),
  summarised_at: z.date().nullable(),
  plan: planSchema,
})

/** The plan of an event; one of which nobody has written anything has a blank one. `version` 0: not in the database yet. */
export async function findPlan(tx: Tx, tenantId: TenantId, id: ServiceId, lock = false) {
  const { rows } = await sql`select p.version, p.confirmed_at, p.series_id, p.summary, p.summarised_at, jsonb_build_object(
      'forElders', p.for_elders, 'background', p.background, 'goal', p.goal, 'audience', p.audience, 'expected', p.expected, 'capacity', p.capacity,
      'program', p.program, 'duties', p.duties, 'supplies', p.supplies, 'budget', p.budget, 'contingency', p.contingency, 'guardian', p.guardian) as plan
    from activity_plan p where p.tenant_id = ${tenantId} and p.service_id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx)
  if (rows[0] === undefined) return { version: 0, confirmedAt: null, seriesId: null, summary: null, summarisedAt: null, plan: blankPlan }
  const row = planRowSchema.parse(rows[0])
  return {
    version: row.version,
    confirmedAt: row.confirmed_at,
    seriesId: row.series_id,
    summary: row.summary,
    summarisedAt: row.summarised_at,
    plan: row.plan,
  }
}
export type FoundPlan = Awaited<ReturnType<typeof findPlan>>

/** Makes the row of a plan where there is none, so that it can be locked: sign-ups of one event go one after the other. */
export async function lockPlan(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<FoundPlan> {
  await tx
    .insertInto('activity_plan')
    .values({ tenant_id: tenantId, service_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return findPlan(tx, tenantId, id, true)
}

const json = (value: unknown) => sql<string>`${JSON.stringify(value)}::jsonb`

const columnsOf = (plan: Plan) => ({
  for_elders: plan.forElders,
  background: plan.background,
  goal: plan.goal,
  audience: plan.audience,
  expected: plan.expected,
  capacity: plan.capacity,
  program: json(plan.program),
  duties: json(plan.duties),
  supplies: json(plan.supplies),
  budget: json(plan.budget),
  contingency: json(plan.contingency),
  guardian: plan.guardian === null ? null : json(plan.guardian),
})

export async function savePlan(tx: Tx, tenantId: TenantId, id: ServiceId, plan: Plan, seriesId: string | null = null): Promise<void> {
  const columns = columnsOf(plan)
  await tx
    .insertInto('activity_plan')
    .values({ tenant_id: tenantId, service_id: id, series_id: seriesId, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'service_id']).doUpdateSet({ ...columns, version: sql`activity_plan.version + 1` }),
    )
    .execute()
}

export async function setSeries(tx: Tx, tenantId: TenantId, id: ServiceId, seriesId: string): Promise<void> {
  await tx
    .updateTable('activity_plan')
    .set({ series_id: seriesId })
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', id)
    .execute()
}

export async function setConfirmed(tx: Tx, tenantId: TenantId, id: ServiceId, confirmed: boolean, by: AccountId, now: Date): Promise<void> {
  await tx
    .updateTable('activity_plan')
    .set({ confirmed_at: confirmed ? now : null, confirmed_by: confirmed ? by : null, version: sql`version + 1` })
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', id)
    .execute()
}

export async function saveSummary(
  tx: Tx,
  tenantId: TenantId,
  id: ServiceId,
  version: number,
  summary: Summary,
  by: AccountId,
  now: Date,
): Promise<boolean> {
  const changed = await tx
    .updateTable('activity_plan')
    .set({ summary: json(summary), summarised_at: now, summarised_by: by, version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

const headsSchema = z.object({
  beneficiary: z.number(),
  carer: z.number(),
  child: z.number(),
  volunteer: z.number(),
  worker: z.number(),
  partner: z.number(),
  volunteer_minutes: z.number(),
  going: z.number(),
  waiting: z.number(),
})

/** Who came, by the part they played, and who means to. Volunteers of shifts that belong to the event count with it. */
export async function countHeads(
  tx: Tx,
  tenantId: TenantId,
  id: ServiceId,
): Promise<Omit<Heads, 'unnamed'> & { going: number; waiting: number }> {
  const of = (part: string) => sql`(count(*) filter (where a.part = ${part}))::int`
  const { rows } =
    await sql`select ${of('beneficiary')} as beneficiary, ${of('carer')} as carer, ${of('child')} as child, ${of('volunteer')} as volunteer,
      ${of('worker')} as worker, ${of('partner')} as partner,
      coalesce(sum(a.minutes) filter (where a.part = 'volunteer'), 0)::int as volunteer_minutes,
      (select count(*)::int from sign_up u where u.tenant_id = ${tenantId} and u.service_id = ${id} and u.state = 'going') as going,
      (select count(*)::int from sign_up u where u.tenant_id = ${tenantId} and u.service_id = ${id} and u.state = 'waiting') as waiting
    from attendance a join service s on s.tenant_id = a.tenant_id and s.id = a.service_id
    where a.tenant_id = ${tenantId} and not a.repeats
      and (s.id = ${id} or (s.part_of = ${id} and s.kind = 'volunteer_shift' and s.status = 'held' and a.part = 'volunteer'))`.execute(tx)
  const { volunteer_minutes: volunteerMinutes, ...heads } = headsSchema.parse(rows[0])
  return { ...heads, volunteerMinutes }
}

export async function findLastReason(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<string | null> {
  const row = await tx
    .selectFrom('service_version')
    .select('reason')
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.reason ?? null
}

const seriesSchema = z.array(
  z.object({ id: serviceIdSchema, title: z.string().nullable(), day: daySchema.nullable(), communityName: z.string().nullable() }),
)

/** The other events of a series, in their order. */
export async function listSeries(tx: Tx, tenantId: TenantId, id: ServiceId, seriesId: string | null) {
  if (seriesId === null) return []
  const { rows } =
    await sql`select s.id, s.title, s.day, (select d.name from division d where d.tenant_id = s.tenant_id and d.code = s.community_code) as "communityName"
    from activity_plan p join service s on s.tenant_id = p.tenant_id and s.id = p.service_id
    where p.tenant_id = ${tenantId} and p.series_id = ${seriesId} and s.id <> ${id} order by s.day, s.community_code limit 60`.execute(tx)
  return seriesSchema.parse(rows)
}
