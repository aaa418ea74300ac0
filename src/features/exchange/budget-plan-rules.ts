import { type Expense, invoicesUsedAgain, isAboveCap, isHandedToClients, overspentAt } from '../projects/budget-rules.ts'
import type { Link } from './draft-schema.ts'
import type { FormRow } from './form-schema.ts'
import { type Desk, keyHeld, keyOfKnown, placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'

type Line = { readonly amountFen: number; readonly link: Link }
type Spent = Expense & { readonly on: string; readonly row?: FormRow<'expenses'>; readonly key: string }

/** The budget and what was spent of it. Every expense is kept as written; what is doubtful about it is said. */
export function planBudget(desk: Desk, rows: readonly FormRow[]) {
  const lines = planLines(desk, rows)
  const fresh = rowsOf(rows, 'expenses').flatMap((row) => planExpense(desk, row, lines) ?? [])
  const written = new Set(fresh.map(({ key }) => key))
  const onFile = desk.facts.expenses
    .filter((known) => !known.keys.some((key) => written.has(key)))
    .map(({ line, amountFen, invoice, spentOn, keys, id }): Spent => ({
      amountFen,
      on: spentOn,
      key: keys[0] ?? id,
      ...(line === undefined ? {} : { line }),
      ...(invoice === undefined ? {} : { invoice }),
    }))
  const spent = [...onFile, ...fresh].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : (a.row?.row ?? 0) - (b.row?.row ?? 0)))
  for (const { expense, spentFen, budgetFen } of overspentAt(
    spent,
    new Map([...lines].map(([name, { amountFen }]) => [name, amountFen])),
  )) {
    if (expense.row === undefined) continue
    const params = { line: expense.line ?? '', spent: spentFen / 100, budget: budgetFen / 100 }
    report(desk, expense.row, 'budget_line_overspent', 'amount', params)
  }
  for (const { expense, earlier } of invoicesUsedAgain(spent)) {
    if (expense.row !== undefined) {
      report(desk, expense.row, 'invoice_used_twice', 'invoice', { invoice: expense.invoice ?? '', row: earlier.row?.row ?? 0 })
    }
  }
}

function planLines(desk: Desk, rows: readonly FormRow[]): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>()
  for (const known of desk.facts.budget) lines.set(known.name, { amountFen: known.amountFen, link: { id: known.id } })
  const named = rowsOf(rows, 'budget').filter(({ cells }) => cells.name !== undefined)
  for (const row of named) if (row.cells.amount === undefined) report(desk, row, 'required_empty', 'amount')
  const written = named.filter(({ cells }) => cells.amount?.value !== undefined)
  const total = written.reduce((sum, { cells }) => sum + (cells.amount?.value ?? 0), 0)
  for (const [at, row] of written.entries()) {
    const name = row.cells.name?.value ?? ''
    const amountFen = row.cells.amount?.value ?? 0
    const cap = row.cells.cap?.value
    const known = desk.facts.budget.find((line) => line.name === name)
    const key = uniqueKey(desk, keyHeld(known, `budget:${name}`))
    if (key.includes('#')) {
      report(desk, row, 'number_used_twice', 'name', { number: name })
      continue
    }
    lines.set(name, { amountFen, link: { table: 'budget_line', key } })
    desk.drafts.push({
      table: 'budget_line',
      key,
      values: { position: at + 1, name, amount_fen: amountFen, cap_percent: cap },
      links: {},
      source: placeOf(row),
      ...(known === undefined ? {} : { held: known.id }),
    })
    if (cap !== undefined && isAboveCap(amountFen, total, cap)) {
      report(desk, row, 'budget_line_above_cap', 'amount', { line: name, percent: Math.round((amountFen / total) * 1000) / 10, cap })
    }
  }
  return lines
}

function planExpense(desk: Desk, row: FormRow<'expenses'>, lines: ReadonlyMap<string, Line>): Spent | undefined {
  const { cells } = row
  const day = cells.day?.value
  const amountFen = cells.amount?.value
  if (cells.day === undefined) report(desk, row, 'day_missing', 'day')
  if (cells.amount === undefined) report(desk, row, 'required_empty', 'amount')
  if (day === undefined || amountFen === undefined) return undefined
  const line = cells.line?.value
  const budgetLine = line === undefined ? undefined : lines.get(line)
  if (line !== undefined && budgetLine === undefined && lines.size > 0) {
    report(desk, row, 'reference_unknown', 'line', { number: line, what: 'budget_line' })
  }
  const what = cells.voucher?.value ?? `${day}|${amountFen}|${cells.invoice?.value ?? ''}|${cells.purpose?.value ?? ''}`
  const key = uniqueKey(desk, `expense:${what}`)
  const known = desk.facts.expenses.find(({ keys, number }) =>
    keys.length === 0 ? number !== undefined && number === what : keys.includes(key),
  )
  desk.drafts.push({
    table: 'expense',
    key: keyHeld(known, key),
    values: {
      voucher: cells.voucher?.value,
      spent_on: day,
      amount_fen: amountFen,
      purpose: cells.purpose?.value,
      invoice: cells.invoice?.value,
      handled_by: cells.handledBy?.value,
    },
    links: { budget_line_id: budgetLine?.link },
    source: placeOf(row),
    ...(known === undefined ? {} : { held: known.id }),
  })
  if (isHandedToClients(cells.purpose?.value)) report(desk, row, 'expense_not_allowed', 'purpose', { purpose: cells.purpose?.value ?? '' })
  return {
    amountFen,
    on: day,
    row,
    key: known === undefined ? key : keyOfKnown(known),
    ...(line === undefined ? {} : { line }),
    ...(cells.invoice?.value === undefined ? {} : { invoice: cells.invoice.value }),
  }
}
