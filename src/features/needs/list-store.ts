import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { personIdSchema, type DivisionCode, type ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { withinReach } from '../people/store.ts'
import { needStateSchema, prioritySchema, type ListedNeed, type Priority } from './schema.ts'
import { openWords } from './store.ts'

type Filter = {
  projectId: ProjectId
  domain: string | undefined
  priority: Priority | undefined
  communityCode: DivisionCode | undefined
  show: 'open' | 'settled' | 'overdue'
  offset: number
  limit: number
}

const rowSchema = z.object({
  id: z.uuid(),
  person_id: personIdSchema,
  name: z.string(),
  community_name: z.string().nullable(),
  domain: z.string().nullable(),
  priority: prioritySchema,
  state: needStateSchema,
  words_sealed: z.instanceof(Buffer),
  actions_open: z.int(),
  actions_done: z.int(),
  overdue: z.int(),
  next_due_on: daySchema.nullable(),
  total: z.int(),
})
const countSchema = z.object({ domainId: z.uuid().nullable(), domain: z.string().nullable(), priority: prioritySchema, needs: z.int() })

const toDo = sql`n.state in ('open', 'inHand')`
const byPriority = sql`array_position(array['urgent', 'high', 'usual'], n.priority)`

/** A project's needs with what is overdue as of a day; the counts are of those to be worked on, whatever is filtered by domain. */
export async function listOfProject(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  filter: Filter,
  reach: Reach,
  asOf: Day,
): Promise<{ rows: ListedNeed[]; total: number; overdue: number; counts: z.infer<typeof countSchema>[] }> {
  const lateOf = sql`(select count(*)::int from need_action a where a.tenant_id = ${tenantId} and a.need_id = n.id and a.done_on is null and a.due_on < ${asOf}::date)`
  const within = sql`n.tenant_id = ${tenantId} and n.project_id = ${filter.projectId} and p.merged_into is null and ${withinReach(tenantId, reach)}
    and (${filter.communityCode ?? null}::text is null or p.community_code = ${filter.communityCode ?? null})`
  const shown = {
    open: toDo,
    settled: sql`n.state in ('met', 'notMet', 'withdrawn')`,
    overdue: sql`(${toDo} and ${lateOf} > 0)`,
  }[filter.show]
  const domain =
    filter.domain === undefined
      ? sql`true`
      : filter.domain === 'other'
        ? sql`not exists (select 1 from project_need d where d.tenant_id = ${tenantId} and d.id = n.domain_id)`
        : sql`n.domain_id = ${filter.domain}::uuid`
  const { rows } = await sql`
    select n.id, n.person_id, p.name, (select v.name from division v where v.tenant_id = ${tenantId} and v.code = p.community_code) as community_name,
      (select d.need from project_need d where d.tenant_id = ${tenantId} and d.id = n.domain_id) as domain, n.priority, n.state, n.words_sealed,
      (select count(*)::int from need_action a where a.tenant_id = ${tenantId} and a.need_id = n.id and a.done_on is null) as actions_open,
      (select count(*)::int from need_action a where a.tenant_id = ${tenantId} and a.need_id = n.id and a.done_on is not null) as actions_done,
      ${lateOf} as overdue,
      (select min(a.due_on) from need_action a where a.tenant_id = ${tenantId} and a.need_id = n.id and a.done_on is null) as next_due_on,
      count(*) over ()::int as total
    from need n join person p on p.tenant_id = n.tenant_id and p.id = n.person_id
    where ${within} and ${shown} and ${domain} and (${filter.priority ?? null}::text is null or n.priority = ${filter.priority ?? null})
    order by ${byPriority}, next_due_on nulls last, p.pinyin, n.id offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const read = z.array(rowSchema).parse(rows)
  const counts = await sql`
    select d.id as "domainId", d.need as domain, n.priority, count(*)::int as needs
    from need n join person p on p.tenant_id = n.tenant_id and p.id = n.person_id
      left join project_need d on d.tenant_id = n.tenant_id and d.id = n.domain_id
    where ${within} and ${toDo} group by d.id, d.need, d.position, n.priority order by d.position nulls last, ${byPriority}`.execute(tx)
  const late = await sql<{
    n: number
  }>`select count(*)::int as n from need n join person p on p.tenant_id = n.tenant_id and p.id = n.person_id
    where ${within} and ${toDo} and ${lateOf} > 0`.execute(tx)
  return {
    rows: read.map((row) => ({
      id: row.id,
      personId: row.person_id,
      name: row.name,
      communityName: row.community_name,
      domain: row.domain,
      priority: row.priority,
      state: row.state,
      statement: openWords(sealer, tenantId, row.id, row.words_sealed).statement,
      actionsOpen: row.actions_open,
      actionsDone: row.actions_done,
      overdue: row.overdue,
      nextDueOn: row.next_due_on,
    })),
    total: read[0]?.total ?? 0,
    overdue: late.rows[0]?.n ?? 0,
    counts: z.array(countSchema).parse(counts.rows),
  }
}
