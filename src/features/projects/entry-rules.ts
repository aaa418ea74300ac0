import type { Day } from '../../kernel/day.ts'
import { toYuan } from '../../kernel/money.ts'
import type { Words } from '../../kernel/words.ts'
import { isHandedToClients } from './budget-rules.ts'
import type { PaidBy } from './expense-schema.ts'

/** An expense as it is being written: what is not filled in yet is not warned of. */
export type Entry = {
  readonly budgetLineId: string | null
  readonly amountFen: number | null
  readonly spentOn: Day | null
  readonly voucher: string | null
  readonly invoice: string | null
  readonly purpose: string | null
  readonly paidBy: PaidBy | null
}

export type Budget = {
  readonly startsOn: Day
  readonly endsOn: Day
  readonly budgetFen: number | null
  readonly budget: readonly { id: string; name: string; amountFen: number; capPercent: number | null }[]
}

/** What was spent before: adds up, and remembers numbers. */
export type Before = {
  spentFen: number
  readonly byLine: Map<string, number>
  readonly vouchers: Set<string>
  readonly invoices: Map<string, string>
}

export const nothingBefore = (): Before => ({ spentFen: 0, byLine: new Map(), vouchers: new Set(), invoices: new Map() })

/** Takes one more expense into what was spent before. */
export function addTo(before: Before, one: Entry): void {
  const fen = one.amountFen ?? 0
  before.spentFen += fen
  if (one.budgetLineId !== null) before.byLine.set(one.budgetLineId, (before.byLine.get(one.budgetLineId) ?? 0) + fen)
  if (one.voucher !== null) before.vouchers.add(one.voucher)
  if (one.invoice !== null && !before.invoices.has(one.invoice)) before.invoices.set(one.invoice, one.voucher ?? '')
}

/** From here on an employer pays by the bank: 现金管理暂行条例 (State Council), art. 5, puts the line at 1000 yuan. */
const cashLimitFen = 100_000

export type EntryWarning = { readonly code: string; readonly text: Words }

/** What is worth checking in an expense, given what was spent before it. Nothing here refuses: a person decides. */
export function warningsOfEntry(entry: Entry, project: Budget, before: Before, today: Day): EntryWarning[] {
  const warnings: EntryWarning[] = []
  const warn = (code: string, zh: string, en: string) => warnings.push({ code, text: { zh, en } })
  const fen = entry.amountFen ?? 0
  const totalFen = project.budgetFen ?? project.budget.reduce((sum, line) => sum + line.amountFen, 0)
  const line = project.budget.find(({ id }) => id === entry.budgetLineId)
  if (line !== undefined && fen > 0) {
    const spent = (before.byLine.get(line.id) ?? 0) + fen
    if (spent > line.amountFen)
      warn(
        'expense_over_line',
        `计入这笔后，“${line.name}”共支出${toYuan(spent)}元，超过预算${toYuan(line.amountFen)}元。请核对，或先申请预算调整。`,
        `With this, “${line.name}” has spent ${toYuan(spent)} yuan of ${toYuan(line.amountFen)}. Check it, or ask for a change of the budget first.`,
      )
    if (line.capPercent !== null && totalFen > 0 && spent * 100 > totalFen * line.capPercent)
      warn(
        'expense_over_cap',
        `计入这笔后，“${line.name}”占总经费${share(spent, totalFen)}%，超过合同上限${line.capPercent}%。`,
        `With this, “${line.name}” takes ${share(spent, totalFen)} % of the whole, more than the ${line.capPercent} % that the contract allows.`,
      )
  }
  if (fen > 0 && totalFen > 0 && before.spentFen + fen > totalFen)
    warn(
      'expense_over_total',
      `计入这笔后，项目共支出${toYuan(before.spentFen + fen)}元，超过总经费${toYuan(totalFen)}元。`,
      `With this, the project has spent ${toYuan(before.spentFen + fen)} yuan of ${toYuan(totalFen)}.`,
    )
  if (entry.spentOn !== null && entry.spentOn > today) warn('expense_ahead', '日期在今天之后，请核对。', 'The day lies ahead: check it.')
  if (entry.spentOn !== null && (entry.spentOn < project.startsOn || entry.spentOn > project.endsOn))
    warn(
      'expense_outside_period',
      `日期不在项目周期内（${project.startsOn}至${project.endsOn}），验收时可能不予认可。`,
      `The day is outside the project’s period (${project.startsOn} to ${project.endsOn}); it may not be accepted.`,
    )
  if (entry.voucher === null) warn('expense_no_voucher', '还没有凭证号。', 'There is no voucher number yet.')
  else if (before.vouchers.has(entry.voucher))
    warn(
      'expense_voucher_again',
      `凭证号${entry.voucher}已经用过，请核对是否重复登记。`,
      `Voucher number ${entry.voucher} is on record already: check that this is not written down twice.`,
    )
  const earlier = entry.invoice === null ? undefined : before.invoices.get(entry.invoice)
  if (entry.invoice !== null && earlier !== undefined)
    warn(
      'invoice_used_twice',
      earlier === ''
        ? `发票号${entry.invoice}已经用过，请核对是否重复报销。`
        : `发票号${entry.invoice}与凭证${earlier}相同，请核对是否重复报销。`,
      earlier === ''
        ? `Invoice ${entry.invoice} was used already: check that it is not paid twice.`
        : `Voucher ${earlier} carries invoice ${entry.invoice} too: check that it is not paid twice.`,
    )
  if (entry.paidBy === 'cash' && fen > cashLimitFen)
    warn(
      'expense_much_cash',
      `现金支付超过${toYuan(cashLimitFen)}元。按《现金管理暂行条例》，这样的金额一般应当转账。`,
      `More than ${toYuan(cashLimitFen)} yuan in cash. By the regulations on cash such an amount is usually paid by the bank.`,
    )
  if (isHandedToClients(entry.purpose ?? undefined))
    warn(
      'expense_not_allowed',
      '项目资金一般不得作为慰问品或现金发给服务对象，请核对合同。',
      'Project money is not usually handed on to the people served. Check the contract.',
    )
  return warnings
}

const share = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10
