import { addDays, daysBetween, type Day } from '../../kernel/day.ts'
import type { Bucket, DueItem } from './due-schema.ts'

/** How many days after today belong to the week. */
export const weekDays = 6

/** Whether something is overdue, due on the day, in the week after, or later (undefined). */
export const bucketOf = (dueOn: Day, asOf: Day): Bucket | undefined =>
  dueOn < asOf ? 'overdue' : dueOn === asOf ? 'today' : dueOn <= addDays(asOf, weekDays) ? 'week' : undefined

export const countsOf = (items: readonly DueItem[]): Record<Bucket, number> => ({
  overdue: items.filter(({ bucket }) => bucket === 'overdue').length,
  today: items.filter(({ bucket }) => bucket === 'today').length,
  week: items.filter(({ bucket }) => bucket === 'week').length,
})

/** How many days back something that nobody was told of is still news: a server may have been off over a weekend. */
const newsDays = 3

/** Whether somebody is to be told of it today: it fell due today, or while nobody could be told. */
export const isNews = (item: DueItem, today: Day): boolean => {
  const late = daysBetween(item.dueOn, today)
  return late >= 0 && (item.source === 'case' || late <= newsDays)
}

/** Whether it fell due on this very day: other systems are told then, once. */
export const fallsDueOn = (item: DueItem, day: Day): boolean => item.dueOn === day && (item.source !== 'case' || item.key.endsWith(day))

/**
 * The one matter that a notice tells of: the same duty on the same day is told once. What is late of a case has no day of
 * its own: it is known by the day of the session.
 */
export const matterOf = ({ source, key, dueOn }: Pick<DueItem, 'source' | 'key' | 'dueOn'>): string =>
  source === 'case' ? `due:case:${key}` : `due:${source}:${key}:${dueOn}`
