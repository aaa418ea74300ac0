import { expect, it } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { isExpired, isMiscalculated, missingFrom } from './balance-rules.ts'

it.each([
  [{ received: 29, handedOut: 24, remaining: 1, damaged: 2 }, 2],
  [{ received: 26, handedOut: 24, remaining: 0, damaged: 2 }, 0],
  [{ received: 26, handedOut: 26, remaining: 1, damaged: 0 }, -1],
])('of %j there is %i missing', (count, missing) => {
  expect(missingFrom(count)).toBe(missing)
})

it('goods are good on the last day and expired the day after', () => {
  const [last, after] = [daySchema.parse('2025-03-07'), daySchema.parse('2025-03-08')]
  expect(isExpired(last, last)).toBe(false)
  expect(isExpired(last, after)).toBe(true)
  expect(isExpired(undefined, after)).toBe(false)
})

it.each([
  ['quantity times price', 22, 3800, 83_600, false],
  ['a price that was rounded', 3, 3333, 10_000, false],
  ['another sum', 22, 3800, 83_000, true],
])('a value is held against %s', (_, quantity, price, value, wrong) => {
  expect(isMiscalculated(quantity, price, value)).toBe(wrong)
})
