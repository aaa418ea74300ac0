import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { mayPay, maySell, paysMoreThanItTook, shareOf, statementOf } from './sale-rules.ts'

it.each([
  [{ priceFen: 2000, incomeFen: 1600 }, false],
  [{ priceFen: 2000, incomeFen: 2000 }, false],
  [{ priceFen: 2000, incomeFen: 2400 }, true],
  [{ incomeFen: 2400 }, false],
])('a sale of %j pays its maker too much: %s', (sale, tooMuch) => {
  expect(paysMoreThanItTook(sale)).toBe(tooMuch)
})

it.each([
  [2800, 8000, 2240],
  [1999, 8000, 1599],
  [1, 5000, 1],
  [3333, 3333, 1111],
  [2000, 0, 0],
])('of %i 分 at %i the maker gets %i', (price, share, income) => expect(shareOf(price, share)).toBe(income))

const day = (text: string) => daySchema.parse(text)
const piece = { state: 'made', saleId: null, makerId: 'a maker', day: day('2024-10-01') }
const sale = { day: day('2024-11-19'), priceFen: 2800, incomeFen: 2240 }
it.each([
  ['as it is', piece, sale, undefined],
  ['again', { ...piece, saleId: 'sold' }, sale, 'crafts.sold'],
  ['when its maker took it back', { ...piece, state: 'withdrawn' }, sale, 'crafts.withdrawn'],
  ['when nobody knows who made it', { ...piece, makerId: null }, sale, 'crafts.noMaker'],
  ['before it was made', piece, { ...sale, day: day('2024-09-30') }, 'crafts.day'],
  ['tomorrow', piece, { ...sale, day: day('2024-12-02') }, 'crafts.day'],
  ['for more to the maker than it brought', piece, { ...sale, incomeFen: 2801 }, 'crafts.incomeAbovePrice'],
])('a piece is sold %s', (_, at, sold, code) => {
  const verdict = maySell(at, sold, day('2024-12-01'))
  expect(verdict.ok ? undefined : verdict.code).toBe(code)
})

const due = { paid: 'due', incomeFen: 1600, makerId: 'one' } as const
it.each([
  ['the sum', [due, due], 3200, undefined],
  ['another sum', [due, due], 3100, 'crafts.sum'],
  ['two makers at once', [due, { ...due, makerId: 'two' }], 3200, 'crafts.oneMaker'],
  ['nobody', [{ ...due, makerId: null }], 1600, 'crafts.oneMaker'],
  ['what was paid', [due, { ...due, paid: 'paid' as const }], 3200, 'crafts.paid'],
  ['what a book paid', [{ ...due, paid: 'book' as const }], 1600, 'crafts.paid'],
])('is paid: %s', (_, sales, amount, code) => {
  const verdict = mayPay(sales, amount)
  expect(verdict.ok ? undefined : verdict.code).toBe(code)
})

test('a statement of any sales adds up to the 分', () => {
  const sales = fc.array(
    fc
      .record({ priceFen: fc.nat(1_000_000), share: fc.nat(10_000), paid: fc.constantFrom('book', 'paid', 'due') })
      .map(({ priceFen, share, paid }) => ({ priceFen, incomeFen: shareOf(priceFen, share), paid })),
  )
  fc.assert(
    fc.property(sales, (rows) => {
      const { salesFen, incomeFen, paidFen, dueFen } = statementOf(rows)
      expect(incomeFen).toBe(paidFen + dueFen)
      expect(incomeFen).toBe(rows.reduce((sum, row) => sum + row.incomeFen, 0))
      expect(Number.isSafeInteger(incomeFen)).toBe(true)
      expect(incomeFen).toBeLessThanOrEqual(salesFen)
    }),
  )
})
