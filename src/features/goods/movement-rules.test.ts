import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { emptyStock, evened, inStock, isBalanced, moved, movementOfTake, reverseOf, type Movement, type Stock } from './movement-rules.ts'

const places = ['库房', '二楼', '']
const account = fc.constantFrom('outside', 'stock', 'handed_out', 'lost') satisfies fc.Arbitrary<Movement['from']>
const movement: fc.Arbitrary<Movement> = fc
  .record({
    from: account,
    to: account,
    fromPlace: fc.constantFrom(...places),
    toPlace: fc.constantFrom(...places),
    cents: fc.integer({ min: 1, max: 4000 }),
  })
  .map(({ from, to, fromPlace, toPlace, cents }) => ({
    from,
    to,
    fromPlace: from === 'stock' ? fromPlace : null,
    toPlace: to === 'stock' ? toPlace : null,
    quantity: cents / 100,
  }))
/** What happens to a lot: something is moved, or an earlier movement is taken back. */
const step = fc.oneof({ weight: 3, arbitrary: movement }, { weight: 1, arbitrary: fc.nat(30) })

/** Goes through a history as the server does: what is refused changes nothing. */
function follow(received: number, steps: readonly (Movement | number)[]): { stock: Stock; refused: number; done: number } {
  const done: (Movement & { undone?: boolean })[] = []
  let stock = emptyStock
  let refused = 0
  const go = (next: Movement) => {
    const after = moved(stock, next)
    if (after.ok) {
      stock = after.value
      done.push(next)
    } else refused++
    expect(isBalanced(stock)).toBe(true)
    return after.ok
  }
  go({ from: 'outside', to: 'stock', fromPlace: null, toPlace: '库房', quantity: received })
  for (const each of steps) {
    if (typeof each !== 'number') {
      go(each)
      continue
    }
    const earlier = done[each % done.length]
    if (earlier === undefined || earlier.undone === true) continue
    if (go(reverseOf(earlier))) earlier.undone = true
  }
  return { stock, refused, done: done.length }
}

test('after any history of movements, corrections and what is taken back, a lot balances', () => {
  let done = 0
  let refused = 0
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 20_000 }), fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), (cents, steps) => {
      const after = follow(cents / 100, steps)
      done += after.done
      refused += after.refused
      expect(isBalanced(after.stock)).toBe(true)
    }),
    { numRuns: 10_000, seed: 20_250_501 },
  )
  // Both happen often, or nothing was asked.
  expect(done).toBeGreaterThan(40_000)
  expect(refused).toBeGreaterThan(10_000)
})

const stock: Stock = { received: 10, handedOut: 3, lost: 1, places: new Map([['库房', 6]]) }
const go = (
  from: Movement['from'],
  to: Movement['to'],
  quantity: number,
  fromPlace: string | null = '库房',
  toPlace: string | null = '二楼',
) => moved(stock, { from, to, quantity, fromPlace: from === 'stock' ? fromPlace : null, toPlace: to === 'stock' ? toPlace : null })

it.each([
  ['more than lies at a place', go('stock', 'handed_out', 7), 'goods.short'],
  ['from a place with nothing', go('stock', 'handed_out', 1, '二楼'), 'goods.short'],
  ['more back than was handed out', go('handed_out', 'stock', 4), 'goods.notHandedOut'],
  ['more found than was lost', go('lost', 'stock', 2), 'goods.notLost'],
  ['to the place where it lies', go('stock', 'stock', 1, '库房', '库房'), 'goods.samePlace'],
  ['what was handed out as if it had never come', go('handed_out', 'outside', 1), 'goods.outside'],
])('is refused: %s', (_, verdict, code) => {
  expect(verdict).toMatchObject({ ok: false, code })
})

it.each([
  ['a hand-out', go('stock', 'handed_out', 6), { received: 10, handedOut: 9, lost: 1 }],
  ['a return', go('handed_out', 'stock', 3), { received: 10, handedOut: 0, lost: 1 }],
  ['a write-off', go('stock', 'lost', 1), { received: 10, handedOut: 3, lost: 2 }],
  ['a receipt that was miscounted', go('outside', 'stock', 2), { received: 12, handedOut: 3, lost: 1 }],
  ['tenths, evened', go('stock', 'lost', 0.1), { received: 10, handedOut: 3, lost: 1.1 }],
])('%s', (_, verdict, after) => {
  expect(verdict).toMatchObject({ ok: true, value: after })
  if (verdict.ok) expect(isBalanced(verdict.value)).toBe(true)
  expect(evened(0.1 + 0.2)).toBe(0.3)
  expect(inStock(stock)).toBe(6)
})

const take = (expected: number, counted: number, cause: string | null = null, reason: string | null = '清点过两遍') =>
  movementOfTake({ expected, counted, cause, reason, place: '库房' })

it.each([
  ['nothing differs', take(5, 5), undefined],
  ['two are missing', take(5, 3, 'missing'), { from: 'stock', to: 'lost', quantity: 2, fromPlace: '库房' }],
  ['less came than was written', take(5, 4, 'miscounted'), { from: 'stock', to: 'outside', quantity: 1 }],
  ['one is found again', take(5, 6, 'found'), { from: 'lost', to: 'stock', quantity: 1, toPlace: '库房' }],
  ['more came than was written', take(5, 7, 'miscounted'), { from: 'outside', to: 'stock', quantity: 2 }],
])('a count: %s', (_, verdict, movementWanted) => {
  expect(verdict.ok).toBe(true)
  if (verdict.ok && movementWanted !== undefined) expect(verdict.value).toMatchObject(movementWanted)
  if (verdict.ok && movementWanted === undefined) expect(verdict.value).toBeUndefined()
})

it.each([
  ['without a cause', take(5, 3), 'goods.takeCause'],
  ['without a reason', take(5, 3, 'missing', null), 'goods.takeReason'],
  ['less, and found', take(5, 3, 'found'), 'goods.takeLess'],
  ['more, and broken', take(5, 6, 'damaged'), 'goods.takeMore'],
])('a count is refused: %s', (_, verdict, code) => {
  expect(verdict).toMatchObject({ ok: false, code })
})
