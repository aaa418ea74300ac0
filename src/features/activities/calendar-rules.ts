import { addDays, dayNumber, daySchema, toDay, type Day } from '../../kernel/day.ts'

export type CalendarView = 'month' | 'week' | 'list'

/** Monday as 0. */
export const weekdayOf = (day: Day): number => (dayNumber(day) + 3) % 7

const firstOf = (day: Day): Day => daySchema.parse(`${day.slice(0, 7)}-01`)
const monthLater = (day: Day, months: number): Day => {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return toDay(Math.floor(at / 12), (at % 12) + 1, 1) ?? day
}

/** The days that a view around a day shows: whole weeks, from Monday; a list shows the month. */
export function stretchOf(view: CalendarView, day: Day): { from: Day; to: Day } {
  if (view === 'week') {
    const from = addDays(day, -weekdayOf(day))
    return { from, to: addDays(from, 6) }
  }
  const first = firstOf(day)
  const last = addDays(monthLater(first, 1), -1)
  if (view === 'list') return { from: first, to: last }
  return { from: addDays(first, -weekdayOf(first)), to: addDays(last, 6 - weekdayOf(last)) }
}

/** The day that the view before or after is around. */
export const turned = (view: CalendarView, day: Day, by: -1 | 1): Day =>
  view === 'week' ? addDays(day, 7 * by) : monthLater(firstOf(day), by)

/** The days of a series: so many times, so many days apart. */
export const daysOfSeries = (first: Day, times: number, apart: number): Day[] =>
  Array.from({ length: times }, (_one, at) => addDays(first, at * apart))

/** Where a calendar opens: today, or the last day of a project that has ended, or the first of one that has not begun. */
export const opensAt = (today: Day, project: { startsOn: Day; endsOn: Day }): Day =>
  today > project.endsOn ? project.endsOn : today < project.startsOn ? project.startsOn : today
