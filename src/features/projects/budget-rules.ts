/** An expense as far as its rules go. Money in 分. */
export type Expense = { readonly line?: string; readonly amountFen: number; readonly invoice?: string; readonly purpose?: string }

/** For each budget line, the first expense with which its sum passes the budget, and the sum of the whole line. */
export function overspentAt<E extends Expense>(
  expenses: readonly E[],
  budgetFen: ReadonlyMap<string, number>,
): { readonly expense: E; readonly spentFen: number; readonly budgetFen: number }[] {
  const spent = new Map<string, number>()
  const first = new Map<string, E>()
  for (const expense of expenses) {
    if (expense.line === undefined) continue
    const budget = budgetFen.get(expense.line)
    if (budget === undefined) continue
    const before = spent.get(expense.line) ?? 0
    spent.set(expense.line, before + expense.amountFen)
    if (before <= budget && before + expense.amountFen > budget) first.set(expense.line, expense)
  }
  return [...first].flatMap(([line, expense]) => {
    const spentFen = spent.get(line) ?? 0
    const budget = budgetFen.get(line) ?? 0
    return spentFen > budget ? [{ expense, spentFen, budgetFen: budget }] : []
  })
}

/** Expenses that carry an invoice number which an earlier one already had. */
export function invoicesUsedAgain<E extends Expense>(expenses: readonly E[]): { readonly expense: E; readonly earlier: E }[] {
  const seen = new Map<string, E>()
  const again: { expense: E; earlier: E }[] = []
  for (const expense of expenses) {
    if (expense.invoice === undefined || expense.invoice === '') continue
    const earlier = seen.get(expense.invoice)
    if (earlier === undefined) seen.set(expense.invoice, expense)
    else again.push({ expense, earlier })
  }
  return again
}

/**
 * Money of a venture-philanthropy project (公益创投) is not handed on to the people served, as cash or as condolence
 * goods; contracts usually say so. A warning, as the contract decides.
 */
export const isHandedToClients = (purpose: string | undefined): boolean =>
  purpose !== undefined && /慰问(品|金|款|物资)|慰问费|红包|(现金|物品|实物)?(直接)?(发放|发给)(给)?(服务对象|受益人|老人)/.test(purpose)

/** Whether a line's budget is more than the share of the whole that the contract allows it. */
export const isAboveCap = (amountFen: number, totalFen: number, capPercent: number): boolean =>
  amountFen * 100 > totalFen * capPercent + totalFen * 1e-9
