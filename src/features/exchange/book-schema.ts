/** A workbook as it was read: nothing interpreted but what the file itself says. */
export type Book = { readonly file: string; readonly sheets: readonly Sheet[] }

export type Sheet = {
  /** Undefined for a CSV, which has none. */
  readonly name?: string
  readonly hidden: boolean
  /** The workbook counts its days from 1904: a serial day in a cell without a date format is that much later. */
  readonly date1904?: true
  readonly rows: readonly Row[]
  /** Merged ranges, inclusive, rows from 1, columns from 0. The value stands in the first cell alone. */
  readonly merges: readonly Merge[]
}

export type Merge = { readonly fromRow: number; readonly toRow: number; readonly fromColumn: number; readonly toColumn: number }

export type Row = {
  /** The spreadsheet's own number, from 1. */
  readonly number: number
  readonly hidden: boolean
  /** By column, from 0; empty cells are left out. */
  readonly cells: ReadonlyMap<number, Cell>
}

export type Cell = {
  /** What a person sees, as far as the file tells: text as typed, a number in its shortest form. Never empty. */
  readonly text: string
  /** Present when the cell is numeric, so that a number kept as a number can be told from digits typed as text. */
  readonly number?: number
  /** The cell's number format shows a date or a time. A serial day without such a format has none. */
  readonly dated?: true
}

/** Where something stands in a book, in the words of whoever keeps it. */
export type Place = { readonly file: string; readonly sheet?: string; readonly row?: number; readonly column?: string }
