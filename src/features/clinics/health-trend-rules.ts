import { dayNumber, type Day } from '../../kernel/day.ts'
import { shownMmol } from './advice-rules.ts'
import { averageOf, shownAverage } from './average-rules.ts'
import { contextOf, type GlucoseContext, type Reading } from './part-schema.ts'
import { isDangerousGlucose, isDangerousPressure } from './reading-rules.ts'
import type { Target } from './schema.ts'

/** What is drawn over time, in the order in which it stands on the page. */
export const trends = ['pressure', 'glucose', 'oxygen', 'weight'] as const
export type Trend = (typeof trends)[number]
type LineKey = 'systolic' | 'diastolic' | 'fasting' | 'after_meal' | 'other' | 'oxygen' | 'weight'

export type Taken = { readonly attendanceId: string; readonly day: Day | null; readonly reading: Reading }
type Value = { readonly line: LineKey; readonly value: number; readonly said: string; readonly isDanger: boolean }
type TrendPoint = Value & { readonly id: string; readonly day: Day; readonly x: number; readonly y: number }
export type TrendLimit = { readonly value: number; readonly y: number; readonly of: 'danger' | 'target'; readonly edge: 'low' | 'high' }
export type TrendPicture = {
  readonly from: number
  readonly to: number
  readonly first: Day
  readonly last: Day
  readonly lines: readonly { readonly key: LineKey; readonly points: readonly TrendPoint[] }[]
  readonly limits: readonly TrendLimit[]
}

const glucoseLine: Record<GlucoseContext, LineKey> = { fasting: 'fasting', after_meal: 'after_meal', random: 'other', bedtime: 'other' }

/** What one reading says of a trend; a danger that only one of several measurements showed marks the average too. */
function valuesOf(trend: Trend, reading: Reading): Value[] {
  switch (trend) {
    case 'pressure': {
      const average = averageOf(reading.pressures)
      if (average === undefined) return []
      const isDanger = reading.danger.includes('pressure') || reading.pressures.some(isDangerousPressure)
      const of = (line: 'systolic' | 'diastolic', limit: number) => ({
        line,
        value: average[line],
        said: shownAverage(average[line]),
        isDanger: isDanger && Math.max(average[line], ...reading.pressures.map((one) => one[line])) >= limit,
      })
      return [of('systolic', 180), of('diastolic', 110)]
    }
    case 'glucose': {
      const { glucoseMmol, glucoseContext } = reading
      if (glucoseMmol === null) return []
      const context = contextOf(glucoseContext)
      const line = context === undefined ? 'other' : glucoseLine[context]
      return [{ line, value: glucoseMmol, said: shownMmol(glucoseMmol), isDanger: isDangerousGlucose(glucoseMmol) }]
    }
    case 'oxygen':
      return reading.oxygen === null
        ? []
        : [{ line: 'oxygen', value: reading.oxygen, said: String(reading.oxygen), isDanger: reading.oxygen < 90 }]
    case 'weight':
      return reading.weightKg === null ? [] : [{ line: 'weight', value: reading.weightKg, said: String(reading.weightKg), isDanger: false }]
  }
}

const dangerLimits: Record<Trend, readonly { value: number; edge: 'low' | 'high' }[]> = {
  pressure: [
    { value: 180, edge: 'high' },
    { value: 110, edge: 'high' },
  ],
  glucose: [
    { value: 16.7, edge: 'high' },
    { value: 3.9, edge: 'low' },
  ],
  oxygen: [{ value: 90, edge: 'low' }],
  weight: [],
}

const trendOfTarget: Record<Target['measure'], Trend> = {
  pressure: 'pressure',
  glucose_fasting: 'glucose',
  glucose_after_meal: 'glucose',
  oxygen: 'oxygen',
  weight: 'weight',
}

const boundsOf = (target: Target) => [
  ...[target.low, target.lowSecond].flatMap((value) => (value === null ? [] : [{ value, edge: 'low' as const }])),
  ...[target.high, target.highSecond].flatMap((value) => (value === null ? [] : [{ value, edge: 'high' as const }])),
]

/**
 * Readings over days in a square of one by one, the oldest to the left. Limits of danger are drawn where a value comes near
 * one, so that small changes are not pressed flat; targets that a doctor set always are. Undefined with nothing to draw.
 */
export function pictureOf(trend: Trend, taken: readonly Taken[], targets: readonly Target[]): TrendPicture | undefined {
  const known = taken.flatMap(({ attendanceId, day, reading }) =>
    day === null ? [] : valuesOf(trend, reading).map((value) => ({ ...value, id: attendanceId, day })),
  )
  const ordered = known.toSorted((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id))
  const [first, last] = [ordered[0], ordered.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const values = ordered.map(({ value }) => value)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const near = ({ value, edge }: { value: number; edge: 'low' | 'high' }) => (edge === 'high' ? most >= value * 0.7 : least <= value * 1.3)
  const limits = [
    ...dangerLimits[trend].filter(near).map((limit) => ({ ...limit, of: 'danger' as const })),
    ...targets
      .filter(({ measure }) => trendOfTarget[measure] === trend)
      .flatMap(boundsOf)
      .map((limit) => ({ ...limit, of: 'target' as const })),
  ]
  const all = [...values, ...limits.map(({ value }) => value)]
  const room = Math.max((Math.max(...all) - Math.min(...all)) * 0.12, trend === 'glucose' ? 0.5 : 2)
  const [from, to] = [Math.min(...all) - room, Math.max(...all) + room]
  const y = (value: number) => (value - from) / (to - from)
  const span = dayNumber(last.day) - dayNumber(first.day)
  const points: TrendPoint[] = ordered.map((point) => ({
    ...point,
    x: span === 0 ? 0.5 : (dayNumber(point.day) - dayNumber(first.day)) / span,
    y: y(point.value),
  }))
  const keys = [...new Set(points.map(({ line }) => line))]
  return {
    from,
    to,
    first: first.day,
    last: last.day,
    lines: keys.map((key) => ({ key, points: points.filter(({ line }) => line === key) })),
    limits: limits.map((limit) => ({ ...limit, y: y(limit.value) })),
  }
}

/** How a reading stands to a doctor's target; undefined where it says nothing of what the target is about. */
export function standsTo(target: Target, reading: Reading): 'below' | 'within' | 'above' | undefined {
  const [value, second] = measuredFor(target.measure, reading)
  if (value === undefined) return undefined
  const isOver = (is: number | undefined, bound: number | null) => is !== undefined && bound !== null && is > bound
  const isUnder = (is: number | undefined, bound: number | null) => is !== undefined && bound !== null && is < bound
  if (isOver(value, target.high) || isOver(second, target.highSecond)) return 'above'
  return isUnder(value, target.low) || isUnder(second, target.lowSecond) ? 'below' : 'within'
}

function measuredFor(measure: Target['measure'], reading: Reading): (number | undefined)[] {
  const average = averageOf(reading.pressures)
  const context = contextOf(reading.glucoseContext)
  switch (measure) {
    case 'pressure':
      return [average?.systolic, average?.diastolic]
    case 'glucose_fasting':
      return [context === 'fasting' ? (reading.glucoseMmol ?? undefined) : undefined]
    case 'glucose_after_meal':
      return [context === 'after_meal' ? (reading.glucoseMmol ?? undefined) : undefined]
    case 'oxygen':
      return [reading.oxygen ?? undefined]
    case 'weight':
      return [reading.weightKg ?? undefined]
  }
}
