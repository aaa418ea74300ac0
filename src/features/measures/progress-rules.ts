import { daysBetween, type Day } from '../../kernel/day.ts'
import type { Window } from './scope-rules.ts'

const toOneDecimal = (value: number): number => Math.round(value * 10) / 10

/** How much of a project's time is over on a day, in percent: its first and last day both count as days of work. */
export function elapsedPercent(period: Window, today: Day): number {
  if (today < period.from) return 0
  if (today >= period.to) return 100
  return toOneDecimal((100 * (daysBetween(period.from, today) + 1)) / (daysBetween(period.from, period.to) + 1))
}

/** A part of a whole in percent, to one decimal; none where either is missing or the whole is nought. */
export function percentOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : toOneDecimal((100 * part) / whole)
}
