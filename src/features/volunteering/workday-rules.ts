import { addDays, type Day } from '../../kernel/day.ts'

/** Service and evaluation information is recorded within ten working days after the activity (order 67, article 11). */
const recordWithin = 10

/** The last day on which a service of this day may be recorded in time. `isWorkday` knows holidays and make-up days. */
export function dueOn(day: Day, isWorkday: (day: Day) => boolean): Day {
  let at = day
  for (let left = recordWithin; left > 0;) {
    at = addDays(at, 1)
    if (isWorkday(at)) left -= 1
  }
  return at
}
