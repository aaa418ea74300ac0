import { daysBetween, type Day } from '../../kernel/day.ts'

/** How much of a period is over on a day, between 0 and 1; both of its ends belong to it. */
export function elapsedShare(startsOn: Day, endsOn: Day, today: Day): number {
  const whole = daysBetween(startsOn, endsOn) + 1
  const over = daysBetween(startsOn, today) + 1
  return Math.min(1, Math.max(0, over / whole))
}

/** Days of a period that are still to come after this one. */
export const daysLeft = (endsOn: Day, today: Day): number => Math.max(0, daysBetween(today, endsOn))
