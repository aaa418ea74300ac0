import { isCalendarDay, monthsBetween, toDay, type Day, type Month } from '../../kernel/day.ts'
import type { DivisionCode, ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { measures } from './measure-list-rules.ts'
import type { Measure } from './measure-schema.ts'
import type { Dimension, Scope } from './scope-schema.ts'

/** What the rows of a measure carry, and so what it can be broken down by or narrowed to. */
export type Facet = 'community' | 'home' | 'month' | 'line' | 'kind' | 'label' | 'certainty' | 'programme'

export type Window = { readonly from: Day; readonly to: Day }

const ledger = ['community', 'month', 'line', 'kind', 'programme'] as const

function facetsOf(measure: Measure): readonly Facet[] {
  switch (measure.over) {
    case 'services':
    case 'closedCases':
    case 'contributions':
      return ledger
    case 'attendance':
      return [...ledger, 'home', 'label', 'certainty']
    case 'register':
      return ['community', 'home', 'label']
    case 'assessments':
      return ['community', 'month', 'home', 'label']
    case 'families':
    case 'wishes':
      return ['community']
    case 'expenses':
      return ['month']
    case 'stock':
    case 'budget':
    case 'estimate':
      return []
    case 'measures': {
      const whole = facetsOf(measures[measure.whole])
      return facetsOf(measures[measure.part]).filter((facet) => whole.includes(facet))
    }
  }
}

const facetOfDimension: Record<Dimension, Facet> = {
  community: 'community',
  town: 'community',
  home: 'home',
  month: 'month',
  line: 'line',
  kind: 'kind',
  label: 'label',
  grade: 'label',
}

/** The dimensions that a measure can be broken down by. */
export const dimensionsOf = (measure: Measure): Dimension[] => {
  const facets = facetsOf(measure)
  return dimensions.filter((dimension) => facets.includes(facetOfDimension[dimension]))
}
const dimensions: readonly Dimension[] = ['community', 'town', 'home', 'month', 'line', 'kind', 'label', 'grade']

function facetsOfScope(scope: Scope): Facet[] {
  return [
    ...(scope.places === undefined ? [] : ['community' as const]),
    ...(scope.homes === undefined ? [] : ['home' as const]),
    ...(scope.months === undefined && scope.days === undefined ? [] : ['month' as const]),
    ...(scope.lines === undefined ? [] : ['line' as const]),
    ...(scope.kinds === undefined ? [] : ['kind' as const]),
    ...(scope.labels === undefined ? [] : ['label' as const]),
    ...(scope.certainties === undefined ? [] : ['certainty' as const]),
    ...(scope.programmes === undefined ? [] : ['programme' as const]),
  ]
}

/** Whether a measure can be counted for a scope, and by these dimensions. */
export function isCountedFor(measure: Measure, scope: Scope, by: readonly Dimension[] = []): boolean {
  const facets = facetsOf(measure)
  return [...facetsOfScope(scope), ...by.map((dimension) => facetOfDimension[dimension])].every((facet) => facets.includes(facet))
}

/** Whether a scope is the whole project, for which alone targets were promised. */
export const isWhole = (scope: Scope): boolean => facetsOfScope(scope).length === 0

const firstDayOf = (month: Month): Day => dayAt(month, 1)
/** The last day that a calendar has in a month: the next month's first, less one, would run out of years in 9999. */
const lastDayOf = (month: Month): Day => {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return dayAt(month, [31, 30, 29].find((day) => isCalendarDay(year, number, day)) ?? 28)
}

function dayAt(month: Month, number: number): Day {
  const day = toDay(Number(month.slice(0, 4)), Number(month.slice(5)), number)
  if (day === undefined) throw new Error(`There is no day ${number} in ${month}.`)
  return day
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

export const overlapOf = (a: Window, b: Window): Window => ({ from: later(a.from, b.from), to: earlier(a.to, b.to) })

/** The days that a scope's months and days leave; undefined when it names neither. */
export function windowOf(scope: Scope): Window | undefined {
  const months = scope.months === undefined ? undefined : { from: firstDayOf(scope.months.from), to: lastDayOf(scope.months.to) }
  if (months === undefined) return scope.days
  return scope.days === undefined ? months : overlapOf(months, scope.days)
}

/** A scope whose months or days run backwards, or begin in no year, is a slip of whoever asked. */
export function mayAsk(scope: Scope): Verdict {
  const words = { zh: '开始时间晚于结束时间，请调换。', en: 'The beginning is after the end; please swap them.' }
  if (scope.months?.from.startsWith('0000') === true)
    return no(
      'scope.noSuchYear',
      { zh: '没有公元0年，请改为有的年月。', en: 'There is no year 0; please name another month.' },
      { field: 'scope.months', sort: 'invalid' },
    )
  if (scope.months !== undefined && scope.months.from > scope.months.to)
    return no('scope.reversed', words, { field: 'scope.months', sort: 'invalid' })
  if (scope.days !== undefined && scope.days.from > scope.days.to)
    return no('scope.reversed', words, { field: 'scope.days', sort: 'invalid' })
  return yes()
}

/** The months that a breakdown shows even where nothing was done: those of the project that the scope leaves. */
export function monthsOf(period: Window, scope: Scope): Month[] {
  const { from, to } = overlapOf(period, windowOf(scope) ?? period)
  return from > to ? [] : monthsBetween(from, to)
}

/** Division codes as the communities they name, and as ranges of codes for the towns and districts they name. */
export function divisionsAsCodes(codes: readonly DivisionCode[]): { exact: DivisionCode[]; ranges: [string, string][] } {
  return {
    exact: codes.filter((code) => code.length === 12),
    ranges: codes.filter((code) => code.length < 12).map((code) => [code.padEnd(12, '0'), code.padEnd(12, '9')]),
  }
}

/** The communities of a project that a reach covers: all of them, or those named. */
export function communitiesWithin(reach: Reach, projectId: ProjectId): 'all' | DivisionCode[] {
  if (reach.whole) return 'all'
  const places = reach.places.filter((place) => place.projectId === projectId)
  if (places.some((place) => place.communityCode === undefined)) return 'all'
  return places.flatMap((place) => place.communityCode ?? [])
}
