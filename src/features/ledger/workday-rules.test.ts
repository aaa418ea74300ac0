import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { workdaysOf, type DayMark } from './workday-rules.ts'

const announced = (day: string) => !['2025-10-01', '2025-09-27', '2025-09-29'].includes(day)

test.each<[string, string, DayMark | undefined, boolean]>([
  ['a day that nobody marked is as announced', '2025-09-30', undefined, true],
  ['a holiday that was announced', '2025-10-01', undefined, false],
  ['a holiday of the agency’s own', '2025-09-30', 'holiday', false],
  ['an announced holiday on which the agency works', '2025-10-01', 'worked', true],
  ['a Monday announced as a holiday that is ordinary after all', '2025-09-29', 'ordinary', true],
  ['a Saturday that is ordinary after all', '2025-09-27', 'ordinary', false],
  ['a Sunday that is ordinary after all', '2025-09-28', 'ordinary', false],
  ['a day that has a name only', '2025-10-01', 'noted', false],
])('%s', (_, on, mark, works) => {
  const day = daySchema.parse(on)
  expect(workdaysOf(new Map(mark === undefined ? [] : [[day, mark]]), announced)(day)).toBe(works)
})
