import { expect, it } from 'vitest'
import { isPossibleTotal } from './scale-rules.ts'

it.each([
  [0, true],
  [15, true],
  [16, false],
  [17, false],
  [-1, false],
  [7.5, false],
])('a depression scale of 15 questions can give %d: %s', (total, possible) => {
  expect(isPossibleTotal('GDS-15', total)).toBe(possible)
})
