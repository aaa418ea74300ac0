import type { Pressure } from './reading-rules.ts'

/** How many mmHg two measurements may lie apart before a third is taken. */
const mostApart = 10

export type Averaged = Pressure & {
  /** From how many measurements. */
  readonly of: number
  /** What is still to be measured before the average stands. */
  readonly needs: 'second' | 'third' | undefined
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const areApart = (a: Pressure, b: Pressure): boolean =>
  Math.abs(a.systolic - b.systolic) > mostApart || Math.abs(a.diastolic - b.diastolic) > mostApart

/**
 * Blood pressure is measured twice and averaged; where the two lie more than 10 mmHg apart in either, a third is taken
 * and the three are averaged. Not rounded, so that no average slips over a limit. Before that it is what is known so far.
 */
export function averageOf(pressures: readonly Pressure[]): Averaged | undefined {
  const [first, second] = pressures
  if (first === undefined) return undefined
  const taken = pressures.slice(0, 3)
  return {
    systolic: mean(taken.map(({ systolic }) => systolic)),
    diastolic: mean(taken.map(({ diastolic }) => diastolic)),
    of: taken.length,
    needs: second === undefined ? 'second' : taken.length === 2 && areApart(first, second) ? 'third' : undefined,
  }
}

/** An average as it is shown: one digit after the point where there is one. Limits are whole, so none is reached by this. */
export const shownAverage = (value: number): string => (Number.isInteger(value) ? String(value) : (Math.floor(value * 10) / 10).toFixed(1))
