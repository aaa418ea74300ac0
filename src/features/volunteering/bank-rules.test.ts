import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayBook, sidesOf, type BankAccount, type BankKind, type Booking } from './bank-rules.ts'

const booking: Booking = {
  kind: 'deposit',
  minutes: 60,
  down: false,
  hasReason: false,
  balance: 100,
  notDeposited: 90,
  relativeBalance: undefined,
  capMinutes: 1500 * 60,
}

test.each([
  ['confirmed hours are deposited', {}, 'yes'],
  ['hours that nobody confirmed, or were deposited before, are not', { minutes: 91 }, 'bank.notConfirmed'],
  ['what is there is taken as service', { kind: 'redeem', minutes: 100 }, 'yes'],
  ['no more than is there', { kind: 'redeem', minutes: 101 }, 'bank.tooLittle'],
  ['nor given away', { kind: 'donate', minutes: 101 }, 'bank.tooLittle'],
  ['a relative must be named', { kind: 'transfer_relative' }, 'bank.relative'],
  ['to a relative', { kind: 'transfer_relative', relativeBalance: 0 }, 'yes'],
  ['a relative’s account has the same cap', { kind: 'transfer_relative', relativeBalance: 1500 * 60 }, 'bank.cap'],
  ['nobody saves more than 1500 hours', { balance: 1500 * 60 - 59 }, 'bank.cap'],
  ['a correction has a reason', { kind: 'adjust' }, 'bank.reason'],
  ['a correction downwards takes no more than is there', { kind: 'adjust', hasReason: true, down: true, minutes: 101 }, 'bank.tooLittle'],
] as const)('%s', (_, more, answer) => {
  const verdict = mayBook({ ...booking, ...more })
  expect(verdict.ok ? 'yes' : verdict.code).toBe(answer)
})

test('whatever is booked, nobody’s account falls below nothing or over the cap, and all accounts together are nothing', () => {
  const kinds: readonly BankKind[] = ['deposit', 'redeem', 'donate', 'transfer_relative', 'expire', 'adjust']
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          kind: fc.constantFrom(...kinds),
          minutes: fc.integer({ min: 1, max: 400 }),
          down: fc.boolean(),
          confirmed: fc.nat({ max: 200 }),
        }),
      ),
      (steps) => {
        const balance: Record<BankAccount, number> = { person: 0, relative: 0, pool: 0, source: 0, spent: 0, expired: 0 }
        let notDeposited = 0
        for (const { kind, minutes, down, confirmed } of steps) {
          notDeposited += confirmed
          const verdict = mayBook({
            kind,
            minutes,
            down,
            hasReason: true,
            balance: balance.person,
            notDeposited,
            relativeBalance: balance.relative,
            capMinutes: 600,
          })
          if (!verdict.ok) continue
          if (kind === 'deposit') notDeposited -= minutes
          const [from, to] = sidesOf(kind, down)
          balance[from] -= minutes
          balance[to] += minutes
        }
        expect(Math.min(balance.person, balance.relative, balance.pool)).toBeGreaterThanOrEqual(0)
        expect(Math.max(balance.person, balance.relative)).toBeLessThanOrEqual(600)
        expect(Object.values(balance).reduce((sum, one) => sum + one, 0)).toBe(0)
      },
    ),
    { numRuns: 2000, seed: 11 },
  )
})
