import { daysBetween, type Day } from '../../kernel/day.ts'
import type { HardshipCode } from '../people/hardship-schema.ts'

/** How much a hardship weighs when something is handed out. A suggestion, for a person to decide: the weights are said on the screen. */
const hardshipWeights: Record<HardshipCode, number> = {
  TK: 5,
  DB: 5,
  DBB: 4,
  GXZC: 4,
  FFP: 4,
  GU: 4,
  ZB: 3,
  SN: 3,
  JSTS: 3,
  DJ: 2,
  SZ: 2,
  CJ: 2,
  LS: 2,
  BSN: 2,
  KC: 1,
  GL: 1,
  SO: 1,
  YF: 1,
}

/** Families that were given nothing for long come before others alike. */
export const waitingWeights = { never: 4, halfYear: 3, quarter: 2, month: 1, lately: 0 } as const
const needWeight = 2
const mostOfNeeds = 3

type Household = { readonly labels: readonly HardshipCode[]; readonly lastOn: Day | null; readonly needs: readonly string[] }

/** How long ago a household got something last. */
export function waitingOf(lastOn: Day | null, on: Day): keyof typeof waitingWeights {
  if (lastOn === null) return 'never'
  const days = daysBetween(lastOn, on)
  return days > 180 ? 'halfYear' : days > 90 ? 'quarter' : days > 30 ? 'month' : 'lately'
}

/** The points of a household: its hardships, how long it has waited, and what it lacks. */
export const pointsOf = ({ labels, lastOn, needs }: Household, on: Day): number =>
  [...new Set(labels)].reduce((sum, code) => sum + hardshipWeights[code], 0) +
  waitingWeights[waitingOf(lastOn, on)] +
  Math.min(needs.length, mostOfNeeds) * needWeight

/** Households with the most points first; of equal ones who has waited longest. */
export const ranked = <H extends Household>(households: readonly H[], on: Day): (H & { points: number })[] =>
  households
    .map((household) => ({ ...household, points: pointsOf(household, on) }))
    .toSorted((one, other) => other.points - one.points || (one.lastOn ?? '').localeCompare(other.lastOn ?? ''))
