import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, personIdSchema, serviceIdSchema, type DivisionCode } from '../../kernel/ids.ts'
import type { Page } from '../../kernel/paging.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { kindSchema } from '../ledger/kind-schema.ts'
import { withinReach } from '../people/store.ts'
import { fromOf } from './cell-store.ts'
import type { Counting, Project } from './counting-store.ts'
import { dressingOf } from './dressing-store.ts'
import { headOf, type Head } from './head-store.ts'
import { memberSortOf } from './member-sort-rules.ts'
import type { Member } from './schema.ts'
import type { Sql } from './source-store.ts'

/** What the caller may see: the whole project, or the persons of a reach and what is done in some communities. */
export type Seen = 'all' | { readonly reach: Reach; readonly communities: readonly DivisionCode[] }

export type Members = {
  readonly value: number | null
  readonly inside: number
  readonly outside: number
  readonly insideAmount: number | null
  readonly outsideAmount: number | null
  readonly rows: Member[]
}

const totalsSchema = z.object({
  value: z.number().nullable(),
  inside_count: z.number(),
  outside_count: z.number(),
  inside_amount: z.number().nullable(),
  outside_amount: z.number().nullable(),
})

const rowSchema = z.object({
  id: z.string(),
  person_id: personIdSchema.nullable(),
  service_id: serviceIdSchema.nullable(),
  name: z.string().nullable(),
  title: z.string().nullable(),
  kind: kindSchema.nullable(),
  community_code: divisionCodeSchema.nullable(),
  community: z.string().nullable(),
  day: daySchema.nullable(),
  times: z.number(),
  amount: z.number().nullable(),
})

/**
 * The members that a counting counts: those that the caller may see, a page of them, and how many lie outside. Value,
 * numbers and page come from one statement, so that a write in between cannot part them.
 */
export async function listMembers(tx: Tx, counting: Counting, project: Project, seen: Seen, page: Page): Promise<Members> {
  const sort = memberSortOf(counting.measure)
  const { from, personId, serviceId, name, title, kind, community, day } = dressingOf(sort, project)
  const { rows } = await sql`
    with ${membersOf(counting, headOf(sort, project.tenantId), seen, project.tenantId)},
    total as (
      select ${counting.total(sql`amount`)} as value,
        count(*) filter (where inside) as inside_count, count(*) filter (where not inside) as outside_count,
        sum(amount) filter (where inside) as inside_amount, sum(amount) filter (where not inside) as outside_amount
      from member
    ),
    page as (
      select * from member where inside order by first, second, key offset ${page.offset} limit ${page.limit}
    )
    select total.*, m.key::text as id, m.times, m.amount, ${personId} as person_id, ${serviceId} as service_id, ${name} as name,
      ${title} as title, ${kind} as kind, ${community} as community_code, place.name as community, ${day} as day
    from total left join page m on true ${from}
    left join division place on place.tenant_id = ${project.tenantId} and place.code = ${community}
    order by m.first, m.second, m.key`.execute(tx)
  const totals = totalsSchema.parse(rows[0])
  return {
    value: totals.value,
    inside: totals.inside_count,
    outside: totals.outside_count,
    insideAmount: totals.inside_amount,
    outsideAmount: totals.outside_amount,
    rows: z
      .array(rowSchema)
      .parse(totals.inside_count > page.offset ? rows : [])
      .map((row) => ({
        id: row.id,
        personId: row.person_id,
        serviceId: row.service_id,
        name: row.name,
        title: row.title,
        kind: row.kind,
        communityCode: row.community_code,
        community: row.community,
        day: row.day,
        times: row.times,
        amount: row.amount,
      })),
  }
}

/** Each member with its order, its amount and whether the caller may see it, from the FROM and WHERE of the value. */
function membersOf(counting: Counting, head: Head, seen: Seen, tenantId: TenantId): Sql {
  const { member, conditions, joins, amount } = counting
  const inside = insideOf(head, seen, tenantId)
  const [first, second] = head.order
  const where = sql.join(
    conditions.map((condition) => condition.sql),
    sql` and `,
  )
  if (!member.distinct) {
    return sql`member as materialized (
      select ${member.sql} as key, 1 as times, ${amount ?? sql`null::bigint`} as amount, ${inside} as inside, ${first} as first, ${second} as second
      from ${fromOf(counting, joins)} where ${where}
    )`
  }
  return sql`counted as (
      select ${member.sql} as key, count(*)::integer as times, ${head.place ?? sql`null::text`} as place
      from ${fromOf(counting, joins)} where ${where} and ${member.sql} is not null group by ${member.sql}
    ),
    member as materialized (
      select m.key, m.times, null::bigint as amount, ${inside} as inside, ${first} as first, ${second} as second
      from counted m ${head.lookup ?? sql``}
    )`
}

/** Whether the caller may see a member. Persons are looked up once, and not for each row. */
function insideOf({ person, community }: Head, seen: Seen, tenantId: TenantId): Sql {
  if (seen === 'all') return sql`true`
  const here = sql`coalesce(${community} = any(${[...seen.communities]}::text[]), false)`
  if (person === undefined) return here
  const theirs = sql`${person} in (select p.id from person p where p.tenant_id = ${tenantId} and ${withinReach(tenantId, seen.reach)})`
  return sql`case when ${person} is null then ${here} else ${theirs} end`
}
