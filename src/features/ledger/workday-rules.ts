import { dayNumber, type Day } from '../../kernel/day.ts'

/** What an agency marked a day as in its calendar: nobody works, a weekend day worked instead, neither, or named only. */
export type DayMark = 'holiday' | 'worked' | 'ordinary' | 'noted'

export type KnowsWorkdays = (day: Day) => boolean

/** Monday is 0. */
const weekdayOf = (day: Day): number => (dayNumber(day) + 3) % 7

/** Whether people work on a day: what the agency marked comes first, then what the State Council announced. */
export function workdaysOf(marks: ReadonlyMap<Day, DayMark>, announced: KnowsWorkdays): KnowsWorkdays {
  return (day) => {
    switch (marks.get(day)) {
      case 'holiday':
        return false
      case 'worked':
        return true
      case 'ordinary':
        return weekdayOf(day) < 5
      case 'noted':
      case undefined:
        return announced(day)
    }
  }
}
