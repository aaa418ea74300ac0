import { sql, type RawBuilder } from 'kysely'
import type { ProjectId } from '../../kernel/ids.ts'
import type { TenantId } from '../../server/db.ts'
import type { CountedMeasure } from './measure-schema.ts'
import type { Dimension } from './scope-schema.ts'

export type Sql = RawBuilder<unknown>

/** A condition with a name that tells it from every other: measures that share it can share a query. */
export type Condition = { readonly name: string; readonly sql: Sql }

/** What may be joined to a source. Each finds at most one row, but for the labels, of which a person may have several. */
export type JoinName = 'groupSession' | 'reading' | 'person' | 'label' | 'grade'
export type Column = { readonly sql: Sql; readonly join?: JoinName }

/** Where a measure's rows come from. The tenant is named in every table. */
export type Source = {
  readonly from: Sql
  readonly joins: Partial<Record<JoinName, Sql>>
  /** Which rows are the project's at all. */
  readonly own: readonly Condition[]
  readonly columns: Partial<Record<Dimension | 'certainty' | 'personId' | 'serviceId', Column>>
  readonly day?: Sql
  /** Whether rows dated outside the project's period are left out. */
  readonly bounded: boolean
}

export type At = { readonly tenantId: TenantId; readonly projectId: ProjectId }

const column = (text: string): Column => ({ sql: sql.raw(text) })
const joined = (join: JoinName, text: string): Column => ({ sql: sql.raw(text), join })

/** A project's rows in one table. */
const ownOf = (alias: string, { tenantId, projectId }: At): Condition[] => [
  { name: 'own', sql: sql`${sql.raw(alias)}.tenant_id = ${tenantId} and ${sql.raw(alias)}.project_id = ${projectId}` },
]

const places = (text: string) => ({ community: column(text), town: column(`left(${text}, 9)`) })

const ofService = {
  ...places('s.community_code'),
  month: column('s.month'),
  line: column('s.line'),
  kind: column('s.kind'),
  serviceId: column('s.id'),
}

/** What is known of a person whose id is in `personId`. */
const ofPerson = (personId: string) => ({
  personId: column(personId),
  home: joined('person', 'p.community_code'),
  label: joined('label', 'h.code'),
  grade: joined('grade', 'g.grade'),
})

const personJoins = (personId: string, tenantId: TenantId): Source['joins'] => {
  const id = sql.raw(personId)
  return {
    person: sql`left join person p on p.tenant_id = ${tenantId} and p.id = ${id}`,
    label: sql`left join (select distinct person_id, code from hardship_label where tenant_id = ${tenantId} and ended_on is null) h on h.person_id = ${id}`,
    grade: sql`left join (select distinct person_id, grade::text from hardship_label where tenant_id = ${tenantId} and ended_on is null and code = 'CJ') g on g.person_id = ${id}`,
  }
}

const monthOf = (day: string): Column => column(`(extract(year from ${day}) * 100 + extract(month from ${day}))::integer`)

const service = (at: At): Source => ({
  from: sql`service s`,
  joins: { groupSession: sql`left join group_session gs on gs.tenant_id = ${at.tenantId} and gs.service_id = s.id` },
  own: [...ownOf('s', at), { name: 'once', sql: sql`not s.repeats` }],
  columns: ofService,
  day: sql`s.day`,
  bounded: true,
})

const attendance = (at: At): Source => {
  const of = service(at)
  return {
    ...of,
    from: sql`service s join attendance a on a.tenant_id = ${at.tenantId} and a.service_id = s.id`,
    joins: {
      ...personJoins('a.person_id', at.tenantId),
      reading: sql`left join reading r on r.tenant_id = ${at.tenantId} and r.attendance_id = a.id`,
    },
    own: [...of.own, { name: 'once at it', sql: sql`not a.repeats` }],
    columns: { ...ofService, ...ofPerson('a.person_id'), certainty: column('a.certainty') },
  }
}

const closedCases = (at: At): Source => {
  const of = service(at)
  return {
    ...of,
    from: sql`service s join case_file f on f.tenant_id = ${at.tenantId} and f.opening_service_id = s.id`,
    joins: {},
    own: [...of.own, { name: 'closed', sql: sql`f.state = 'closed'` }],
    columns: { ...ofService, month: monthOf('f.closed_on') },
    day: sql`f.closed_on`,
  }
}

const contributions = (at: At): Source => ({
  ...service(at),
  from: sql`service s join contribution c on c.tenant_id = ${at.tenantId} and c.service_id = s.id`,
  joins: {},
})

const register = (at: At): Source => ({
  from: sql`registration e`,
  joins: personJoins('e.person_id', at.tenantId),
  own: ownOf('e', at),
  columns: { ...places('e.community_code'), ...ofPerson('e.person_id') },
  bounded: false,
})

/** The closing counts of stock beside what the ledger says came in and went out; where it says nothing, what the count says. */
const stock = (at: At): Source => {
  const { tenantId, projectId } = at
  const held = sql`s.project_id = ${projectId} and s.status = 'held' and not s.repeats`
  return {
    from: sql`goods_stock_count k
      left join (
        select d.number, sum(d.quantity) as quantity from goods_lot d
        join service s on s.tenant_id = ${tenantId} and s.id = d.service_id and ${held}
        where d.tenant_id = ${tenantId} and d.project_id = ${projectId} group by d.number
      ) came on came.number = k.lot_number
      left join (
        select o.lot_number, sum(s.quantity) as quantity from goods_hand_out o
        join service s on s.tenant_id = ${tenantId} and s.id = o.service_id and ${held}
        where o.tenant_id = ${tenantId} group by o.lot_number
      ) went on went.lot_number = k.lot_number`,
    joins: {},
    own: [
      ...ownOf('k', at),
      {
        name: 'unbalanced',
        sql: sql`coalesce(came.quantity, k.received) <> case when came.quantity is null then k.handed_out else coalesce(went.quantity, 0) end + k.remaining + k.damaged`,
      },
    ],
    columns: {},
    bounded: false,
  }
}

const plain = (table: string, alias: string, at: At, more: Partial<Source> = {}): Source => ({
  from: sql.raw(`${table} ${alias}`),
  joins: {},
  own: ownOf(alias, at),
  columns: {},
  bounded: false,
  ...more,
})

export function sourceOf(over: CountedMeasure['over'], at: At): Source {
  switch (over) {
    case 'services':
      return service(at)
    case 'closedCases':
      return closedCases(at)
    case 'attendance':
      return attendance(at)
    case 'contributions':
      return contributions(at)
    case 'register':
      return register(at)
    case 'assessments':
      return plain('assessment', 'x', at, {
        joins: personJoins('x.person_id', at.tenantId),
        columns: { ...places('x.community_code'), ...ofPerson('x.person_id'), month: monthOf('x.day') },
        day: sql`x.day`,
      })
    case 'families':
      return plain('volunteer_family', 'v', at, { columns: places('v.community_code') })
    case 'wishes':
      return plain('wish', 'w', at, { columns: places('w.community_code') })
    case 'stock':
      return stock(at)
    case 'budget':
      return plain('budget_line', 'b', at)
    case 'expenses':
      return plain('expense', 'y', at, {
        own: [...ownOf('y', at), { name: 'standing', sql: sql`y.voided_at is null` }],
        columns: { month: monthOf('y.spent_on') },
        day: sql`y.spent_on`,
      })
    case 'estimate':
      return plain('estimate_line', 'l', at)
  }
}
