import { sql } from 'kysely'
import type { DivisionCode } from '../../kernel/ids.ts'
import { decimalsOf, measures } from './measure-list-rules.ts'
import type { CountedMeasure, MeasureKey } from './measure-schema.ts'
import { divisionsAsCodes, overlapOf, windowOf, type Window } from './scope-rules.ts'
import type { Dimension, Scope } from './scope-schema.ts'
import { sourceOf, type At, type Column, type Condition, type JoinName, type Source, type Sql } from './source-store.ts'

/**
 * A measure made ready for a scope: where its rows come from, which of them count, what a member is, and what the rows
 * come to. The value, a breakdown and the list of members are all asked from this one, so they cannot disagree.
 */
export type Counting = {
  readonly key: MeasureKey
  readonly measure: CountedMeasure
  readonly source: Source
  readonly conditions: readonly Condition[]
  readonly joins: readonly JoinName[]
  /** What a member is: a column whose different values are counted, or the id of a row that counts by itself. */
  readonly member: Column & { readonly distinct: boolean }
  /** What a row adds to a sum or a mean. */
  readonly amount?: Sql
  /** The aggregate over rows, given the filter that picks its own out of a query shared with others. */
  value(filter: Sql): Sql
  /** The same aggregate over members, given the column that holds their amounts. */
  total(amount: Sql): Sql
}

export type Project = At & { readonly period: Window }

export function countingOf(key: MeasureKey, scope: Scope, project: Project): Counting {
  const measure = measures[key]
  if (measure.over === 'measures') throw new Error(`${key} is made of two measures and counted from no rows.`)
  const source = sourceOf(measure.over, project)
  const member = memberOf(measure)
  const amount = amountOf(measure)
  const scoped = scopeConditions(scope, source, project)
  return {
    key,
    measure,
    source,
    conditions: [...source.own, ...measureConditions(measure, project), ...daysOf(scope, source, project), ...scoped.conditions],
    joins: [...new Set([...scoped.joins, ...joinsOf(measure), ...(member.join === undefined ? [] : [member.join])])],
    member,
    ...(amount === undefined ? {} : { amount }),
    value: (filter) => valueOf(measure, amount, member.distinct ? sql`distinct ${member.sql}` : sql`*`, filter),
    total: (of) => valueOf(measure, amount === undefined ? undefined : of, sql`*`, sql``),
  }
}

const row = (text: string) => ({ sql: sql.raw(text), distinct: false })
const each = (text: string, join?: JoinName) => ({ sql: sql.raw(text), distinct: true, ...(join === undefined ? {} : { join }) })

function memberOf(measure: CountedMeasure): Counting['member'] {
  switch (measure.over) {
    case 'services':
      if (measure.counts === 'groups') return each('gs.group_id', 'groupSession')
      return measure.counts === 'communities' ? each('s.community_code') : row('s.id')
    case 'closedCases':
      return row('f.id')
    case 'attendance':
      if (measure.counts === 'persons') return each('a.person_id')
      if (measure.counts === 'households') return each('a.household_id')
      return measure.counts === 'homes' ? each('p.household_id', 'person') : row('a.id')
    case 'contributions':
      return measure.counts === 'organisations' ? each('c.organisation_id') : row('c.id')
    case 'register':
      if (measure.counts === 'persons') return each('e.person_id')
      return measure.counts === 'homes' ? each('p.household_id', 'person') : row('e.id')
    case 'assessments':
      return row('x.id')
    case 'families':
      return each('v.number')
    case 'wishes':
      return row('w.id')
    case 'stock':
      return each('k.lot_number')
    case 'budget':
      return row('b.id')
    case 'expenses':
      return row('y.id')
    case 'estimate':
      return row('l.id')
  }
}

function amountOf(measure: CountedMeasure): Sql | undefined {
  switch (measure.counts) {
    case 'minutes':
      return sql`s.minutes`
    case 'quantity':
      return sql`s.quantity`
    case 'unnamed':
      return sql`s.unnamed_count`
    case 'hours':
      return sql`a.minutes`
    case 'claimedHours':
      return sql`a.minutes_claimed`
    case 'money':
      return { contributions: sql`c.value_fen`, budget: sql`b.amount_fen`, expenses: sql`y.amount_fen` }[measure.over]
    case 'mean':
      return sql`x.score`
    case 'estimate':
      return sql`l.value`
    case 'services':
    case 'groups':
    case 'communities':
    case 'cases':
    case 'persons':
    case 'attendances':
    case 'households':
    case 'homes':
    case 'organisations':
    case 'rows':
    case 'scores':
    case 'families':
    case 'lots':
    case 'wishes':
      return undefined
  }
}

/** How many of what is summed make one of the measure's unit. */
function perUnitOf(measure: CountedMeasure): Sql {
  if (measure.counts === 'money') return sql` / 100.0`
  return measure.counts === 'hours' || measure.counts === 'claimedHours' ? sql` / 60.0` : sql``
}

function valueOf(measure: CountedMeasure, amount: Sql | undefined, counted: Sql, filter: Sql): Sql {
  const decimals = sql.raw(String(decimalsOf(measure)))
  if (measure.counts === 'mean') return sql`round(avg(${amount})${filter}, ${decimals})`
  if (amount !== undefined) return sql`round(coalesce(sum(${amount})${filter}, 0)${perUnitOf(measure)}, ${decimals})`
  return sql`count(${counted})${filter}`
}

/** Which rows of the source the definition counts. */
function measureConditions(measure: CountedMeasure, at: At): Condition[] {
  switch (measure.over) {
    case 'services':
    case 'closedCases':
      return ledgerConditions(measure)
    case 'attendance':
      return [
        ...ledgerConditions(measure),
        oneOf('a.part', measure.parts),
        ...(measure.certainties === undefined ? [] : [oneOf('a.certainty', measure.certainties)]),
        ...(measure.danger === undefined ? [] : [{ name: 'danger', sql: sql`cardinality(r.danger) > 0` }]),
      ]
    case 'contributions':
      return [...ledgerConditions(measure), oneOf('c.given', measure.given)]
    case 'register':
      return [oneOf('e.part', [measure.part])]
    case 'assessments':
      return assessmentConditions(measure, at)
    case 'estimate':
      return [oneOf('l.measure', [measure.of])]
    case 'wishes':
      return [wishesThat(measure.reached)]
    case 'families':
    case 'stock':
    case 'budget':
    case 'expenses':
      return []
  }
}

/** How far a wish must have come. A claim whose time is over is none: the wish is open again. */
function wishesThat(reached: Extract<CountedMeasure, { over: 'wishes' }>['reached']): Condition {
  const name = `reached ${reached}`
  switch (reached) {
    case 'published':
      return { name, sql: sql`w.state in ('published', 'claimed', 'delivered', 'confirmed', 'closed')` }
    case 'claimed':
      return {
        name,
        sql: sql`(w.state in ('delivered', 'confirmed', 'closed') or (w.state = 'claimed' and exists (select from wish_claim wc
          where wc.tenant_id = w.tenant_id and wc.wish_id = w.id and wc.ended is null and wc.until >= (now() at time zone 'Asia/Shanghai')::date)))`,
      }
    case 'done':
      return { name, sql: sql`w.state in ('confirmed', 'closed')` }
  }
}

const joinsOf = (measure: CountedMeasure): JoinName[] => (measure.over === 'attendance' && measure.danger === true ? ['reading'] : [])

function ledgerConditions(measure: Extract<CountedMeasure, { kinds: unknown }>): Condition[] {
  return [
    oneOf('s.kind', measure.kinds),
    oneOf('s.status', measure.statuses),
    ...(measure.lines === undefined ? [] : [oneOf('s.line', measure.lines)]),
    ...(measure.themes === undefined
      ? []
      : [{ name: `themes ${measure.themes.join()}`, sql: sql`s.themes @> ${[...measure.themes]}::text[]` }]),
  ]
}

function assessmentConditions(measure: Extract<CountedMeasure, { over: 'assessments' }>, { tenantId, projectId }: At): Condition[] {
  const other = measure.phase === 'before' ? 'after' : 'before'
  const valid = (alias: string) => sql`${sql.raw(alias)}.score between ${measure.least} and ${measure.most}`
  return [
    oneOf('x.scale', [measure.scale]),
    oneOf('x.phase', [measure.phase]),
    { name: `valid ${measure.least} ${measure.most}`, sql: valid('x') },
    ...(measure.paired
      ? [
          {
            name: 'paired',
            sql: sql`exists (select from assessment o where o.tenant_id = ${tenantId} and o.project_id = ${projectId} and o.scale = x.scale
              and o.phase = ${other} and o.person_id = x.person_id and o.occasion is not distinct from x.occasion and ${valid('o')})`,
          },
        ]
      : []),
  ]
}

/** `text` is a column of ours, never what somebody typed. */
function oneOf(text: string, values: readonly string[]): Condition {
  const name = `${text} ${values.join()}`
  const [only, ...others] = values
  return others.length === 0
    ? { name, sql: sql`${sql.raw(text)} = ${only}` }
    : { name, sql: sql`${sql.raw(text)} = any(${[...values]}::text[])` }
}

/**
 * The days that count. A service outside the project's period never does; one without a day belongs to the project and
 * to no month.
 */
function daysOf(scope: Scope, source: Source, { period }: Project): Condition[] {
  const { day } = source
  if (day === undefined) return []
  const asked = windowOf(scope)
  if (asked === undefined)
    return source.bounded ? [{ name: 'period', sql: sql`(${day} is null or ${day} between ${period.from} and ${period.to})` }] : []
  const { from, to } = source.bounded ? overlapOf(asked, period) : asked
  return [{ name: 'days', sql: sql`${day} between ${from} and ${to}` }]
}

function scopeConditions(scope: Scope, source: Source, { tenantId }: Project): { conditions: Condition[]; joins: JoinName[] } {
  const joins: JoinName[] = []
  const columnOf = (name: Dimension | 'certainty' | 'personId' | 'serviceId'): Sql => {
    const found = source.columns[name]
    if (found === undefined) throw new Error(`This measure has no ${name}: it must not be asked by it.`)
    if (found.join !== undefined) joins.push(found.join)
    return found.sql
  }
  const conditions: Condition[] = []
  const add = (name: string, condition: Sql) => conditions.push({ name: `scope ${name}`, sql: condition })
  if (scope.places !== undefined) add('places', within(columnOf('community'), scope.places))
  if (scope.homes !== undefined) add('homes', within(columnOf('home'), scope.homes))
  if (scope.lines !== undefined) add('lines', sql`${columnOf('line')} = any(${scope.lines}::text[])`)
  if (scope.kinds !== undefined) add('kinds', sql`${columnOf('kind')} = any(${scope.kinds}::text[])`)
  if (scope.certainties !== undefined) add('certainties', sql`${columnOf('certainty')} = any(${scope.certainties}::text[])`)
  if (scope.programmes !== undefined)
    add(
      'programmes',
      sql`exists (select from programme_service ps where ps.tenant_id = ${tenantId} and ps.service_id = ${columnOf('serviceId')}
        and ps.removed_at is null and ps.programme_id = any(${scope.programmes}::uuid[]))`,
    )
  if (scope.labels !== undefined)
    add(
      'labels',
      sql`exists (select from hardship_label hl where hl.tenant_id = ${tenantId} and hl.person_id = ${columnOf('personId')}
        and hl.ended_on is null and hl.code = any(${scope.labels}::text[]))`,
    )
  return { conditions, joins }
}

function within(code: Sql, divisions: readonly DivisionCode[]): Sql {
  const { exact, ranges } = divisionsAsCodes(divisions)
  return sql`(${sql.join(
    [
      ...(exact.length === 0 ? [] : [sql`${code} = any(${exact}::text[])`]),
      ...ranges.map(([first, last]) => sql`${code} between ${first} and ${last}`),
    ],
    sql` or `,
  )})`
}
