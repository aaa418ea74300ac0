import type { Cell, Merge, Row, Sheet } from './book-schema.ts'

/** Cells that a merged range shows below its first row, by row and column. */
export type Fill = ReadonlyMap<number, ReadonlyMap<number, FilledCell>>
type FilledCell = { readonly cell: Cell; readonly from: number }

/** More than any real sheet fills; ranges laid over each other by the thousand stop here. */
const mostFilled = 400_000

function firstAtOrAfter(rows: readonly Row[], number: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}

/** What each row shows through ranges merged from above, in their first column. */
export function fillOf(sheet: Sheet): Fill {
  const fill = new Map<number, Map<number, FilledCell>>()
  let filled = 0
  for (const merge of sheet.merges) {
    if (merge.toRow === merge.fromRow) continue
    const start = firstAtOrAfter(sheet.rows, merge.fromRow)
    const cell = sheet.rows[start]?.number === merge.fromRow ? sheet.rows[start]?.cells.get(merge.fromColumn) : undefined
    if (cell === undefined) continue
    for (let at = start + 1; at < sheet.rows.length; at += 1) {
      const row = sheet.rows[at]
      if (row === undefined || row.number > merge.toRow) break
      filled += 1
      if (filled > mostFilled) return fill
      const cells = fill.get(row.number) ?? new Map<number, FilledCell>()
      if (!row.cells.has(merge.fromColumn)) cells.set(merge.fromColumn, { cell, from: merge.fromRow })
      fill.set(row.number, cells)
    }
  }
  return fill
}

/** Ranges by the row that they start in. */
export function mergesByRow(merges: readonly Merge[]): ReadonlyMap<number, readonly Merge[]> {
  const byRow = new Map<number, Merge[]>()
  for (const merge of merges) {
    const list = byRow.get(merge.fromRow)
    if (list === undefined) byRow.set(merge.fromRow, [merge])
    else list.push(merge)
  }
  return byRow
}
