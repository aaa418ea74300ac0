import type { Cell, Table } from './disclosure-schema.ts'

export const cell = (key: string, value: number, state: Cell['state'] = 'wanted', sensitive = false): Cell => ({
  key,
  value,
  state,
  sensitive,
})

/** Rows and columns with totals of each and of all. */
export function crossTable(values: readonly (readonly number[])[], sensitive = false): Table {
  const rows = values.map((row, r) => row.map((value, c) => cell(`r${r}c${c}`, value, 'wanted', sensitive)))
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
  const columns = (values[0] ?? []).map((_, c) => values.map((row) => row[c] ?? 0))
  const rowTotals = values.map((row, r) => cell(`r${r}`, sum(row), 'wanted', sensitive))
  const columnTotals = columns.map((column, c) => cell(`c${c}`, sum(column), 'wanted', sensitive))
  const all = cell('all', sum(values.flat()), 'wanted', sensitive)
  return {
    cells: [...rows.flat(), ...rowTotals, ...columnTotals, all],
    sums: [
      ...values.map((row, r) => ({ total: `r${r}`, parts: row.map((_, c) => `r${r}c${c}`) })),
      ...columns.map((column, c) => ({ total: `c${c}`, parts: column.map((_, r) => `r${r}c${c}`) })),
      { total: 'all', parts: rowTotals.map(({ key }) => key) },
      { total: 'all', parts: columnTotals.map(({ key }) => key) },
    ],
  }
}
