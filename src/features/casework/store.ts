import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { personIdSchema, projectIdSchema, type AccountId, type PersonId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { CaseRow, listCases } from './schema.ts'
import { caseStageSchema, riskSchema } from './vocabulary-schema.ts'

/** The day as of which a list of duties is read: of a project that has ended, its last; and by which day's sessions must be written. */
export type AsOf = { readonly writtenBefore: Day }

const rowSchema = z.object({
  id: z.uuid(),
  project_id: projectIdSchema,
  number: z.string(),
  person_id: personIdSchema.nullable(),
  person: z.string().nullable(),
  community_name: z.string().nullable(),
  stage: caseStageSchema,
  suspended_on: daySchema.nullable(),
  opened_on: daySchema.nullable(),
  closed_on: daySchema.nullable(),
  worker: z.string().nullable(),
  counsellor: z.string().nullable(),
  risk: riskSchema.nullable(),
  is_crisis: z.boolean(),
  sessions: z.number(),
  last_on: daySchema.nullable(),
  next_on: daySchema.nullable(),
  overdue: z.number(),
})

/** Where a case stands; an imported one stands where its state says. */
const stage = sql`coalesce(f.stage, case f.state when 'closed' then 'closed' when 'not_accepted' then 'not_accepted' else 'intervention' end)`

/** Sessions of a case `f`: those kept with it, and those that it shares. */
const sessions = sql`(select n.service_id from session_note n where n.tenant_id = f.tenant_id and n.case_id = f.id
  union select c.service_id from session_case c where c.tenant_id = f.tenant_id and c.case_id = f.id)`

/** What a session `s` with its note `n` lacks when it is not written down. */
export const unwritten = sql`(n.service_id is null or (n.content_sealed is null and n.summary_sealed is null))`

const columns = sql`f.id, f.project_id, f.number, f.person_id, p.name as person, d.name as community_name, ${stage} as stage, f.suspended_on, f.opened_on, f.closed_on,
  coalesce((select a.display_name from account a where a.tenant_id = f.tenant_id and a.id = f.worker_id), f.worker) as worker, f.counsellor, f.risk,
  exists (select 1 from case_crisis k where k.tenant_id = f.tenant_id and k.case_id = f.id and k.ended_on is null) as is_crisis,
  x.sessions, x.last_on, case when f.state = 'open' then x.next_on end as next_on,
  x.unwritten + (case when f.state = 'open' and f.suspended_on is null and x.missed then 1 else 0 end) as overdue`

/** Cases with their person, their community and what their sessions add up to. */
const from = (tenantId: TenantId, { writtenBefore }: AsOf): RawBuilder<unknown> => sql`case_file f
  join service o on o.tenant_id = ${tenantId} and o.id = f.opening_service_id
  join project j on j.tenant_id = ${tenantId} and j.id = f.project_id
  left join person p on p.tenant_id = ${tenantId} and p.id = f.person_id
  left join division d on d.tenant_id = ${tenantId} and d.code = o.community_code
  cross join lateral (
    select count(*) filter (where s.status = 'held' and not s.repeats)::int as sessions,
      max(s.day) filter (where s.status = 'held') as last_on,
      (array_agg(n.next_on order by s.day desc nulls last, s.starts_at desc nulls last) filter (where s.status = 'held'))[1] as next_on,
      count(*) filter (where s.status in ('held', 'planned') and not s.repeats and ${unwritten} and s.day <= least(${writtenBefore}::date, j.ends_on))::int as unwritten,
      coalesce((array_agg(n.next_on order by s.day desc nulls last, s.starts_at desc nulls last) filter (where s.status = 'held'))[1] <= least(${writtenBefore}::date, j.ends_on), false) as missed
    from service s left join session_note n on n.tenant_id = ${tenantId} and n.service_id = s.id
    where s.tenant_id = ${tenantId} and s.id in ${sessions}
  ) x`

/** Whether a case `f` with its opening `o` is within a reach. */
function within(reach: Reach): RawBuilder<unknown> {
  if (reach.whole) return sql`true`
  const projects = reach.places.filter((place) => place.communityCode === undefined).map((place) => place.projectId)
  const pairs = reach.places.flatMap((place) => (place.communityCode === undefined ? [] : [`${place.projectId}/${place.communityCode}`]))
  return sql`(f.project_id = any(${projects}::uuid[]) or f.project_id || '/' || o.community_code = any(${pairs}::text[]))`
}

const toRow = (row: z.infer<typeof rowSchema>): CaseRow => ({
  id: row.id,
  projectId: row.project_id,
  number: row.number,
  personId: row.person_id,
  person: row.person,
  communityName: row.community_name,
  stage: row.stage,
  suspendedOn: row.suspended_on,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  worker: row.worker,
  counsellor: row.counsellor,
  risk: row.risk,
  isCrisis: row.is_crisis,
  sessions: row.sessions,
  lastOn: row.last_on,
  nextOn: row.next_on,
  overdue: row.overdue,
})

function stateIs(state: z.output<typeof listCases.input>['state']): RawBuilder<unknown>[] {
  if (state === undefined) return []
  if (state === 'open') return [sql`f.state = 'open'`]
  if (state === 'suspended') return [sql`f.state = 'open' and f.suspended_on is not null`]
  return [sql`${stage} = ${state}`]
}

const like = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

/** Cases of a project, those in crisis and overdue first, with how many there are in all. */
export async function listCaseRows(
  tx: Tx,
  tenantId: TenantId,
  filter: z.output<typeof listCases.input>,
  reach: Reach,
  asOf: AsOf,
  me: AccountId,
): Promise<{ rows: CaseRow[]; total: number; workers: string[] }> {
  const where = sql.join(
    [
      sql`f.tenant_id = ${tenantId} and f.project_id = ${filter.projectId}`,
      within(reach),
      ...stateIs(filter.state),
      ...(filter.worker === undefined || filter.worker === ''
        ? []
        : [
            sql`coalesce((select a.display_name from account a where a.tenant_id = f.tenant_id and a.id = f.worker_id), f.worker) = ${filter.worker}`,
          ]),
      ...(filter.mine === true ? [sql`(f.worker_id = ${me} or f.supervisor_id = ${me} or f.written_by = ${me})`] : []),
      ...(filter.overdue === true ? [sql`(x.unwritten > 0 or (f.state = 'open' and f.suspended_on is null and x.missed))`] : []),
      ...(filter.crisis === true
        ? [sql`exists (select 1 from case_crisis k where k.tenant_id = f.tenant_id and k.case_id = f.id and k.ended_on is null)`]
        : []),
      ...(filter.communityCode === undefined ? [] : [sql`o.community_code = ${filter.communityCode}`]),
      ...(filter.search === undefined || filter.search === ''
        ? []
        : [sql`(f.number like ${like(filter.search)} or p.name like ${like(filter.search)})`]),
    ],
    sql` and `,
  )
  const found = await sql`select ${columns} from ${from(tenantId, asOf)} where ${where}
    order by is_crisis desc, f.state = 'open' desc, f.opened_on desc nulls first, f.number desc offset ${filter.offset} limit ${filter.limit}`.execute(
    tx,
  )
  const counted = await sql<{ total: number }>`select count(*)::int as total from ${from(tenantId, asOf)} where ${where}`.execute(tx)
  const named = await sql<{ worker: string }>`select distinct coalesce(a.display_name, f.worker) as worker from case_file f
    left join account a on a.tenant_id = ${tenantId} and a.id = f.worker_id
    join service o on o.tenant_id = ${tenantId} and o.id = f.opening_service_id
    where f.tenant_id = ${tenantId} and f.project_id = ${filter.projectId} and ${within(reach)} and coalesce(a.display_name, f.worker) is not null order by 1`.execute(
    tx,
  )
  return {
    rows: z.array(rowSchema).parse(found.rows).map(toRow),
    total: counted.rows[0]?.total ?? 0,
    workers: named.rows.map((row) => row.worker),
  }
}

/** A person's cases within the reach, the newest first. */
export async function listRowsOfPerson(tx: Tx, tenantId: TenantId, personId: PersonId, reach: Reach, asOf: AsOf): Promise<CaseRow[]> {
  const { rows } = await sql`select ${columns} from ${from(tenantId, asOf)}
    where f.tenant_id = ${tenantId} and f.person_id = ${personId} and ${within(reach)} order by f.opened_on desc nulls first, f.id desc`.execute(
    tx,
  )
  return z.array(rowSchema).parse(rows).map(toRow)
}

export async function getCaseRow(tx: Tx, tenantId: TenantId, id: string, asOf: AsOf): Promise<CaseRow> {
  const { rows } = await sql`select ${columns} from ${from(tenantId, asOf)} where f.tenant_id = ${tenantId} and f.id = ${id}`.execute(tx)
  return toRow(rowSchema.parse(rows[0]))
}

/** A case's own row, with its opening service and its community. */
export async function findCase(tx: Tx, tenantId: TenantId, id: string) {
  const row = await tx
    .selectFrom('case_file')
    .innerJoin('service', (join) =>
      join.onRef('service.tenant_id', '=', 'case_file.tenant_id').onRef('service.id', '=', 'case_file.opening_service_id'),
    )
    .selectAll('case_file')
    .select([
      'service.community_code',
      'service.version as service_version',
      'service.status as service_status',
      'service.day as service_day',
    ])
    .where('case_file.tenant_id', '=', tenantId)
    .where('case_file.id', '=', id)
    .executeTakeFirst()
  return row
}
export type CaseRecord = NonNullable<Awaited<ReturnType<typeof findCase>>>

/** Accounts that hold one of the roles in the project, by name. */
export async function listStaff(tx: Tx, tenantId: TenantId, projectId: string, roles: readonly string[]) {
  const { rows } = await sql<{ id: AccountId; name: string }>`select distinct a.id, a.display_name as name from role_grant g
    join account a on a.tenant_id = g.tenant_id and a.id = g.account_id
    where g.tenant_id = ${tenantId} and g.ended_at is null and a.state = 'active' and g.project_id = ${projectId} and g.role = any(${roles}::text[]) order by 2`.execute(
    tx,
  )
  return rows
}

/** Within how many working days a session is written down: three, unless the project says otherwise. */
export async function getRecordDays(tx: Tx, tenantId: TenantId, projectId: string): Promise<number> {
  const { rows } = await sql<{
    days: number
  }>`select record_days as days from casework_setting where tenant_id = ${tenantId} and project_id = ${projectId}`.execute(tx)
  return rows[0]?.days ?? 3
}

/** Sets that for a project. */
export async function saveRecordDays(tx: Tx, tenantId: TenantId, projectId: string, days: number): Promise<void> {
  await sql`insert into casework_setting (tenant_id, project_id, record_days) values (${tenantId}, ${projectId}, ${days})
    on conflict (tenant_id, project_id) do update set record_days = excluded.record_days`.execute(tx)
}
