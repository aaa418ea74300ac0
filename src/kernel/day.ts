import { z } from 'zod'

/** A calendar day `YYYY-MM-DD`, without time or zone. */
export type Day = string & z.core.$brand<'Day'>
/** A calendar month `YYYY-MM`. */
export type Month = string & z.core.$brand<'Month'>

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Whether year, month (1–12) and day name a day that exists. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const length = month === 2 && isLeap(year) ? 29 : lengths[month - 1]
  return Number.isInteger(year) && year > 0 && year < 10000 && length !== undefined && Number.isInteger(day) && day >= 1 && day <= length
}

export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => isCalendarDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))))
  .brand<'Day'>()
  .meta({ id: 'Day', description: 'YYYY-MM-DD' })

export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .brand<'Month'>()
  .meta({ id: 'Month', description: 'YYYY-MM' })

const two = (n: number) => String(n).padStart(2, '0')

/** The day, or undefined when there is no such day. */
export function toDay(year: number, month: number, day: number): Day | undefined {
  return isCalendarDay(year, month, day) ? daySchema.parse(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`) : undefined
}

/** The same day as a count of days since 1970-01-01. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

export const dayOfNumber = (n: number): Day => daySchema.parse(new Date(n * 86_400_000).toISOString().slice(0, 10))

/** The day on which an instant falls where the work is done: China keeps one time, eight hours before UTC, all year. */
export const dayOfInstant = (instant: string): Day =>
  daySchema.parse(new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10))

export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days)

/** The day on which a project is looked at: today, and once it has ended its last. Nothing of it falls due after that. */
export const asOf = (today: Day, endsOn: Day): Day => (today < endsOn ? today : endsOn)

export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** Completed years of age on a day. */
export function ageOn(birth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

/** The months from one day's to another's, both included. */
export function monthsBetween(from: Day, to: Day): Month[] {
  const months: Month[] = []
  let year = Number(from.slice(0, 4))
  let month = Number(from.slice(5, 7))
  while (`${year}-${two(month)}` <= to.slice(0, 7)) {
    months.push(monthSchema.parse(`${year}-${two(month)}`))
    month = month === 12 ? 1 : month + 1
    year = month === 1 ? year + 1 : year
  }
  return months
}

/** A time of day `HH:MM`, 24 hours. */
export const timeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ id: 'TimeOfDay', description: 'HH:MM' })

/** Minutes since midnight of a time of day. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
