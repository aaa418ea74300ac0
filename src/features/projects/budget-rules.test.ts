import { describe, expect, it } from 'vitest'
import { invoicesUsedAgain, isAboveCap, isHandedToClients, overspentAt } from './budget-rules.ts'

const goods = (amountFen: number, invoice?: string) => ({ line: '活动物资', amountFen, ...(invoice === undefined ? {} : { invoice }) })

describe('a budget line', () => {
  it('is overspent with the expense that passes it', () => {
    const expenses = [goods(60), goods(40), goods(1), goods(5)]
    expect(overspentAt(expenses, new Map([['活动物资', 100]]))).toEqual([{ expense: expenses[2], spentFen: 106, budgetFen: 100 }])
  })

  it('is not overspent when it is spent to the last 分, or when money came back', () => {
    expect(overspentAt([goods(60), goods(40)], new Map([['活动物资', 100]]))).toEqual([])
    expect(overspentAt([goods(60), goods(50), goods(-10)], new Map([['活动物资', 100]]))).toEqual([])
  })

  it('may take its share of the whole and no more', () => {
    expect(isAboveCap(1_200_000, 20_000_000, 6)).toBe(false)
    expect(isAboveCap(1_200_001, 20_000_000, 6)).toBe(true)
  })
})

it('an invoice pays for one expense', () => {
  const expenses = [goods(1, 'FP1'), goods(2, 'FP2'), goods(3, 'FP1'), goods(4), goods(5)]
  expect(invoicesUsedAgain(expenses)).toEqual([{ expense: expenses[2], earlier: expenses[0] }])
})

it.each([
  ['慰问品（直接发放服务对象）', true],
  ['春节慰问金', true],
  ['现金发放服务对象', true],
  ['办公用品店', false],
  ['重阳活动场地布置', false],
  [undefined, false],
])('money for %s goes to the people served: %s', (purpose, handed) => {
  expect(isHandedToClients(purpose)).toBe(handed)
})
