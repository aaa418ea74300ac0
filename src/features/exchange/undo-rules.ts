import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'

/** An expense that an import's undo would take from under what somebody did with it. */
export type StandingExpense = {
  readonly voucher: string | null
  readonly spentOn: Day
  readonly purpose: string | null
  readonly isSigned: boolean
  readonly hasFiles: boolean
  readonly isSpentFor: boolean
}

/** How many are named; the others are counted. */
const named = 5

/** What people signed, filed a voucher under or put to a service is not taken away by the undo of an import. */
export function mayUndoUnder(standing: readonly StandingExpense[]): Verdict {
  if (standing.length === 0) return yes()
  const shown = standing.slice(0, named)
  const zh = shown
    .map(
      (one) =>
        `${nameOf(one, '无凭证号')}（${reasonsOf(one)
          .map(({ zh }) => zh)
          .join('、')}）`,
    )
    .join('；')
  const en = shown
    .map(
      (one) =>
        `${nameOf(one, 'no voucher')} (${reasonsOf(one)
          .map(({ en }) => en)
          .join(', ')})`,
    )
    .join('; ')
  const rest = standing.length - shown.length
  return no('import.expensesStand', {
    zh: `有${standing.length}笔支出导入后已有人办理，不能整次撤销：${zh}${rest > 0 ? `，另有${rest}笔` : ''}。已签字的请先撤回签字；传过凭证的只能逐笔作废；用于导入服务的请先更正“用于哪次服务”。`,
    en: `${standing.length} expenses were worked on since, so the import cannot be undone as a whole: ${en}${rest > 0 ? `, and ${rest} more` : ''}. Take signatures back first; void those with vouchers one by one; correct the service of those that name one of the import.`,
  })
}

const nameOf = ({ voucher, spentOn, purpose }: StandingExpense, none: string): string =>
  [voucher ?? none, spentOn, purpose].filter((part) => part !== null).join(' ')

const reasonsOf = ({ isSigned, hasFiles, isSpentFor }: StandingExpense) => [
  ...(isSigned ? [{ zh: '已签字', en: 'signed' }] : []),
  ...(hasFiles ? [{ zh: '传过凭证', en: 'has vouchers' }] : []),
  ...(isSpentFor ? [{ zh: '用于导入的服务', en: 'is for a service of the import' }] : []),
]
