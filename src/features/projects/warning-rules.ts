import { toYuan } from '../../kernel/money.ts'
import type { Words } from '../../kernel/words.ts'
import { invoicesUsedAgain, isAboveCap, isHandedToClients, overspentAt } from './budget-rules.ts'
import type { Expense } from './expense-schema.ts'
import type { BudgetLine } from './schema.ts'

export type BudgetWarning = { code: string; text: Words; expenseId: string | null }

/** What a project's budget and expenses should be looked at for, in words. */
export function warningsOf(budget: readonly BudgetLine[], expenses: readonly Expense[]): BudgetWarning[] {
  const names = new Map(budget.map((line) => [line.id, line.name]))
  const entries = expenses.map((expense) => ({
    id: expense.id,
    amountFen: expense.amountFen,
    voucher: expense.voucher ?? '',
    ...(expense.invoice === null ? {} : { invoice: expense.invoice }),
    ...(expense.purpose === null ? {} : { purpose: expense.purpose }),
    ...lineOf(names.get(expense.budgetLineId ?? '')),
  }))
  const totalFen = budget.reduce((total, line) => total + line.amountFen, 0)
  return [
    ...overspentAt(entries, new Map(budget.map((line) => [line.name, line.amountFen]))).map(
      ({ expense, spentFen, budgetFen }): BudgetWarning => ({
        code: 'budget_line_overspent',
        expenseId: expense.id,
        text: {
          zh: `“${expense.line ?? ''}”已支出${toYuan(spentFen)}元，超过预算${toYuan(budgetFen)}元，自凭证${expense.voucher}起超支。请核对，或先办理预算调整。`,
          en: `“${expense.line ?? ''}” has spent ${toYuan(spentFen)} yuan of ${toYuan(budgetFen)}, over the budget from voucher ${expense.voucher} on. Check it, or have the budget changed first.`,
        },
      }),
    ),
    ...invoicesUsedAgain(entries).map(({ expense, earlier }): BudgetWarning => ({
      code: 'invoice_used_twice',
      expenseId: expense.id,
      text: {
        zh: `凭证${expense.voucher}的发票号${expense.invoice ?? ''}与凭证${earlier.voucher}相同，请核对是否重复报销。`,
        en: `Voucher ${expense.voucher} carries the invoice number ${expense.invoice ?? ''} of voucher ${earlier.voucher}. Check that it is not paid twice.`,
      },
    })),
    ...entries
      .filter((expense) => isHandedToClients(expense.purpose))
      .map((expense): BudgetWarning => ({
        code: 'expense_not_allowed',
        expenseId: expense.id,
        text: {
          zh: `凭证${expense.voucher}：项目资金一般不得作为慰问品或现金发给服务对象，请核对合同。`,
          en: `Voucher ${expense.voucher}: project money is not usually handed on to the people served. Check the contract.`,
        },
      })),
    ...budget
      .filter((line) => line.capPercent !== null && isAboveCap(line.amountFen, totalFen, line.capPercent))
      .map((line): BudgetWarning => ({
        code: 'budget_line_above_cap',
        expenseId: null,
        text: {
          zh: `“${line.name}”的预算占比超过合同上限${line.capPercent}%。`,
          en: `The budget of “${line.name}” is more than the ${line.capPercent} % that the contract allows.`,
        },
      })),
  ]
}

const lineOf = (line: string | undefined): { line?: string } => (line === undefined ? {} : { line })
