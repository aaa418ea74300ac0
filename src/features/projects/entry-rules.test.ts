import { describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { toCapitals } from './capital-rules.ts'
import { addTo, nothingBefore, warningsOfEntry, type Entry } from './entry-rules.ts'
import { maySign, nextPart, signedText } from './signature-rules.ts'

const day = (text: string) => daySchema.parse(text)
const project = {
  startsOn: day('2024-09-01'),
  endsOn: day('2025-05-01'),
  budgetFen: 1_000_000,
  budget: [
    { id: 'a', name: '活动物资', amountFen: 400_000, capPercent: null },
    { id: 'b', name: '管理费', amountFen: 200_000, capPercent: 10 },
  ],
}
const plain: Entry = {
  budgetLineId: 'a',
  amountFen: 1_000,
  spentOn: day('2024-10-01'),
  voucher: 'PZ2',
  invoice: 'FP2',
  purpose: '横幅',
  paidBy: 'transfer',
}

describe('an expense as it is entered', () => {
  const before = nothingBefore()
  addTo(before, { ...plain, amountFen: 399_500, voucher: 'PZ1', invoice: 'FP1' })
  test.each([
    ['nothing to check', { amountFen: 500 }, []],
    ['over its line', {}, ['expense_over_line']],
    ['over the share that the contract allows its line', { budgetLineId: 'b', amountFen: 100_100 }, ['expense_over_cap']],
    ['over the whole', { budgetLineId: null, amountFen: 700_000 }, ['expense_over_total']],
    ['before the project began', { budgetLineId: null, spentOn: day('2024-08-31') }, ['expense_outside_period']],
    ['tomorrow, and after the project', { budgetLineId: null, spentOn: day('2025-06-02') }, ['expense_ahead', 'expense_outside_period']],
    ['without a voucher', { budgetLineId: null, voucher: null }, ['expense_no_voucher']],
    ['a voucher number that is there already', { budgetLineId: null, voucher: 'PZ1' }, ['expense_voucher_again']],
    ['an invoice that is there already', { budgetLineId: null, invoice: 'FP1' }, ['invoice_used_twice']],
    ['1000 yuan in cash', { budgetLineId: null, amountFen: 100_000, paidBy: 'cash' as const }, []],
    ['more than 1000 yuan in cash', { budgetLineId: null, amountFen: 100_001, paidBy: 'cash' as const }, ['expense_much_cash']],
    ['condolence goods', { budgetLineId: null, purpose: '慰问品' }, ['expense_not_allowed']],
    ['half filled in', { amountFen: null, spentOn: null, invoice: null }, []],
  ])('%s', (_what, more, codes) => {
    const found = warningsOfEntry({ ...plain, ...more }, project, before, day('2025-06-01'))
    expect(found.map(({ code }) => code)).toEqual(codes)
  })
})

const handled = { part: 'handled', accountId: 'liu', stands: true } as const
const verified = { part: 'verified', accountId: 'wu', stands: true } as const
describe('three people sign, one after the other', () => {
  test.each([
    ['the first without a voucher', 'handled', 'liu', [], 0, undefined],
    ['the second before the first', 'verified', 'wu', [], 1, 'expenses.order'],
    ['the second without a voucher to look at', 'verified', 'wu', [handled], 0, 'expenses.noFile'],
    ['the first again as the second', 'verified', 'liu', [handled], 1, 'expenses.samePerson'],
    ['the first again as the third', 'approved', 'liu', [handled, verified], 1, 'expenses.samePerson'],
    ['the third before the second', 'approved', 'zhou', [handled], 1, 'expenses.order'],
    ['what is signed already', 'handled', 'zhou', [handled], 1, 'expenses.signed'],
    ['the third', 'approved', 'zhou', [handled, verified], 1, undefined],
    ['again, after a correction', 'handled', 'liu', [{ ...handled, stands: false }], 1, undefined],
  ] as const)('%s', (_what, part, by, signatures, files, code) => {
    const verdict = maySign(part, by, signatures, files)
    expect(verdict.ok ? undefined : verdict.code).toBe(code)
  })

  test('the next to sign is the first that is missing or no longer stands', () => {
    expect(nextPart([])).toBe('handled')
    expect(nextPart([handled])).toBe('verified')
    expect(nextPart([{ ...handled, stands: false }, verified])).toBe('handled')
    expect(nextPart([handled, verified, { part: 'approved', stands: true }])).toBeUndefined()
  })

  test('what they signed is the amount, the day, the line, the payee and the numbers: another of these is unsigned', () => {
    const expense = { ...plain, spentOn: day('2024-10-01'), amountFen: 1_000, payee: '某印刷厂' }
    expect(signedText(expense)).toBe(signedText({ ...expense }))
    expect(signedText(expense)).not.toBe(signedText({ ...expense, amountFen: 10_000 }))
    expect(signedText(expense)).not.toBe(signedText({ ...expense, payee: '另一家' }))
  })
})

test.each([
  [0, '零元整'],
  [5, '伍分'],
  [50, '伍角整'],
  [100, '壹元整'],
  [1005, '壹拾元零伍分'],
  [120_050, '壹仟贰佰元伍角整'],
  [100_500, '壹仟零伍元整'],
  [1_000_000, '壹万元整'],
  [1_050_000, '壹万零伍佰元整'],
  [10_500_000, '壹拾万零伍仟元整'],
  [11_005_000, '壹拾壹万零伍拾元整'],
  [123_456_789, '壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分'],
  [10_000_000_000, '壹亿元整'],
  [10_000_010_000, '壹亿零壹佰元整'],
  [-20_000, '负贰佰元整'],
])('%d 分 on a sheet is %s', (fen, words) => expect(toCapitals(fen)).toBe(words))
