import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { mayUndoUnder, type StandingExpense } from './undo-rules.ts'

const expense = (voucher: string | null, more: Partial<StandingExpense> = {}): StandingExpense => ({
  voucher,
  spentOn: daySchema.parse('2024-10-01'),
  purpose: '印宣传册',
  isSigned: false,
  hasFiles: false,
  isSpentFor: false,
  ...more,
})

test('an import under whose expenses nobody did anything is undone', () => expect(mayUndoUnder([])).toMatchObject({ ok: true }))

test.each([
  ['that was signed', [expense('PZ1', { isSigned: true })], '有1笔支出', 'PZ1 2024-10-01 印宣传册（已签字）。'],
  ['without a number', [expense(null, { hasFiles: true })], '有1笔支出', '无凭证号 2024-10-01 印宣传册（传过凭证）。'],
  ['with several reasons', [expense('PZ2', { isSigned: true, isSpentFor: true })], '有1笔支出', '（已签字、用于导入的服务）。'],
  ['among many', Array.from({ length: 8 }, (_, n) => expense(`PZ${n}`, { isSigned: true })), '有8笔支出', '，另有3笔。'],
])('an expense %s is named', (_what, standing, counted, said) => {
  const verdict = mayUndoUnder(standing)
  if (verdict.ok) throw new Error('It may be undone.')
  expect(verdict.because.zh).toContain(counted)
  expect(verdict.because.zh).toContain(said)
})
