import { describe, expect, it, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { mayHandOver, mayReceiveLot } from './supply-rules.ts'

const day = (text: string) => daySchema.parse(text)
const on = day('2024-11-05')
const medicine = {
  kind: 'medicine',
  lot: 'A2406',
  expiresOn: day('2025-06-30'),
  checkedBy: '刘药师',
  withdrawnReason: null,
  left: 10,
} as const
const asked = { quantity: 2, explainedBy: '刘药师' }
const codeOf = (verdict: { ok: boolean; code?: string }) => (verdict.ok ? 'yes' : verdict.code)

describe('a medicine', () => {
  it.each([
    ['that was checked, in date and explained is handed out', {}, {}, 'yes'],
    ['on its last day is handed out', { expiresOn: on }, {}, 'yes'],
    ['a day after its last is not', { expiresOn: day('2024-11-04') }, {}, 'supplies.expired'],
    ['that no pharmacist checked is not', { checkedBy: null }, {}, 'supplies.notChecked'],
    ['that was withdrawn is not', { withdrawnReason: '包装破损' }, {}, 'supplies.withdrawn'],
    ['of which nothing is left is not', { left: 0 }, {}, 'supplies.none'],
    ['is not handed out in greater number than is left', {}, { quantity: 11 }, 'supplies.tooMany'],
    ['that nobody explained is not', {}, { explainedBy: null }, 'supplies.notExplained'],
  ])('%s', (_, lot, more, code) => {
    expect(codeOf(mayHandOver({ ...medicine, ...lot }, { ...asked, ...more }, on))).toBe(code)
  })

  it.each([
    ['without a lot', { lot: null }, 'supplies.noLot'],
    ['without an expiry', { expiresOn: null }, 'supplies.noExpiry'],
    ['that has expired', { expiresOn: day('2024-11-04') }, 'supplies.expired'],
    ['as it should be', {}, 'yes'],
  ])('%s is taken in or not', (_, lot, code) => {
    expect(codeOf(mayReceiveLot({ ...medicine, ...lot }, on))).toBe(code)
  })
})

test('glasses need no lot, no expiry and no pharmacist', () => {
  const glasses = { kind: 'glasses', lot: null, expiresOn: null, checkedBy: null, withdrawnReason: null, left: 1 } as const
  expect(mayReceiveLot(glasses, on).ok).toBe(true)
  expect(mayHandOver(glasses, { quantity: 1, explainedBy: null }, on).ok).toBe(true)
})
