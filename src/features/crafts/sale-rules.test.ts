import { expect, it } from 'vitest'
import { paysMoreThanItTook } from './sale-rules.ts'

it.each([
  [{ priceFen: 2000, incomeFen: 1600 }, false],
  [{ priceFen: 2000, incomeFen: 2000 }, false],
  [{ priceFen: 2000, incomeFen: 2400 }, true],
  [{ incomeFen: 2400 }, false],
])('a sale of %j pays its maker too much: %s', (sale, tooMuch) => {
  expect(paysMoreThanItTook(sale)).toBe(tooMuch)
})
