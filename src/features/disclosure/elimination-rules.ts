import type { Sum } from './disclosure-schema.ts'

// What can be worked out of sums, whatever the numbers are. Exact: fractions of whole numbers of any size.

type Fraction = { readonly over: bigint; readonly under: bigint }
type Row = Map<number, Fraction>

const divisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

function fraction(over: bigint, under: bigint): Fraction {
  const by = divisor(over, under) * (under < 0n ? -1n : 1n)
  return { over: over / by, under: under / by }
}

/** `row` less `times` the other. */
function subtract(row: Row, other: Row, times: Fraction): void {
  for (const [at, value] of other) {
    const before = row.get(at)
    const over = times.over * value.over
    const under = times.under * value.under
    const after = before === undefined ? fraction(-over, under) : fraction(before.over * under - over * before.under, before.under * under)
    if (after.over === 0n) row.delete(at)
    else row.set(at, after)
  }
}

/** The unknown cells that follow from the published ones by adding and subtracting. */
export function determined(unknown: readonly string[], sums: readonly Sum[]): string[] {
  const at = new Map(unknown.map((key, index) => [key, index]))
  const pivots = new Map<number, Row>()
  for (const sum of sums) {
    const row = rowOf(sum, at)
    for (const [column, pivot] of pivots) {
      const value = row.get(column)
      if (value !== undefined) subtract(row, pivot, value)
    }
    const [first] = row
    if (first === undefined) continue
    const [column, { over, under }] = first
    for (const [key, value] of row) row.set(key, fraction(value.over * under, value.under * over))
    for (const other of pivots.values()) {
      const value = other.get(column)
      if (value !== undefined) subtract(other, row, value)
    }
    pivots.set(column, row)
  }
  // Reduced to the end, a row that is left with one unknown says what it is.
  return [...pivots].filter(([, row]) => row.size === 1).map(([column]) => unknown[column] ?? '')
}

function rowOf(sum: Sum, at: ReadonlyMap<string, number>): Row {
  const row: Row = new Map()
  const add = (key: string, by: bigint) => {
    const index = at.get(key)
    if (index === undefined) return
    const value = (row.get(index)?.over ?? 0n) + by
    if (value === 0n) row.delete(index)
    else row.set(index, { over: value, under: 1n })
  }
  add(sum.total, 1n)
  for (const part of sum.parts) add(part, -1n)
  return row
}
