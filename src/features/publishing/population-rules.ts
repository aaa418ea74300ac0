import { measures } from '../measures/measure-list-rules.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import type { Scope } from '../measures/scope-schema.ts'

// Who is counted: whether everybody in one figure is in another as well, as far as measures and scopes tell.

type Whom = { readonly measure: MeasureKey; readonly scope: Scope }

const isAmong = (inner: readonly string[] | undefined, outer: readonly string[] | undefined): boolean =>
  outer === undefined || (inner?.every((one) => outer.includes(one)) ?? false)
const isInside = (inner: readonly string[] | undefined, outer: readonly string[] | undefined): boolean =>
  outer === undefined || (inner?.every((one) => outer.some((other) => one.startsWith(other))) ?? false)
const isDuring = (inner: { from: string; to: string } | undefined, outer: { from: string; to: string } | undefined): boolean =>
  outer === undefined || (inner !== undefined && inner.from >= outer.from && inner.to <= outer.to)

/** What both a measure and a scope allow; undefined where neither limits it. */
const both = (own: readonly string[] | undefined, asked: readonly string[] | undefined): readonly string[] | undefined =>
  own === undefined || asked === undefined ? (own ?? asked) : own.filter((one) => asked.includes(one))

/** Whether two measures count people of the same sort, so that one figure may be a part of the other. */
export function mayOverlap(a: MeasureKey, b: MeasureKey): boolean {
  if (a === b) return true
  const [one, other] = [measures[a], measures[b]]
  return one.over === 'attendance' && other.over === 'attendance' && one.counts === other.counts
}

/** Whether everybody in one figure is counted in the other too: case_persons of a community in direct_persons of its town. */
export function isWithin(inner: Whom, outer: Whom): boolean {
  return mayOverlap(inner.measure, outer.measure) && isServedWithin(inner, outer) && isScopeWithin(inner.scope, outer.scope)
}

function isServedWithin(inner: Whom, outer: Whom): boolean {
  const [one, other] = [measures[inner.measure], measures[outer.measure]]
  if (one.over !== 'attendance' || other.over !== 'attendance')
    return isAmong(inner.scope.kinds, outer.scope.kinds) && isAmong(inner.scope.lines, outer.scope.lines)
  return (
    isAmong(both(one.kinds, inner.scope.kinds), both(other.kinds, outer.scope.kinds)) &&
    isAmong(both(one.lines, inner.scope.lines), both(other.lines, outer.scope.lines)) &&
    isAmong(both(one.certainties, inner.scope.certainties), both(other.certainties, outer.scope.certainties)) &&
    isAmong(one.parts, other.parts) &&
    isAmong(one.statuses, other.statuses) &&
    // A service must bear every theme: more themes are fewer services.
    isAmong(other.themes ?? [], one.themes ?? []) &&
    (other.danger === undefined || one.danger === true)
  )
}

const isScopeWithin = (inner: Scope, outer: Scope): boolean =>
  isInside(inner.places, outer.places) &&
  isInside(inner.homes, outer.homes) &&
  isDuring(inner.months, outer.months) &&
  isDuring(inner.days, outer.days) &&
  isAmong(inner.labels, outer.labels) &&
  (outer.certainties === undefined || inner.certainties === undefined || isAmong(inner.certainties, outer.certainties))
