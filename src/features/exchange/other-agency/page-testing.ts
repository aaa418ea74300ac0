import type { SheetOptions, Written } from '../book-testing.ts'
import type { Mark, Marked } from './mark-testing.ts'

/** A sheet while it is being written. */
export type Page = {
  readonly name: string | undefined
  readonly rows: Written[][]
  readonly merges: string[]
  readonly hiddenRows: number[]
  hidden: boolean
}

export const newPage = (name: string | undefined): Page => ({ name, rows: [], merges: [], hiddenRows: [], hidden: false })

export const optionsOf = ({ merges, hiddenRows, hidden }: Page): SheetOptions => ({ merges, hiddenRows, hidden })

const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26)

/** Merges cells; columns from 0, rows from 1. */
const merge = (page: Page, fromRow: number, fromColumn: number, toRow: number, toColumn: number) =>
  page.merges.push(`${letterOf(fromColumn)}${fromRow}:${letterOf(toColumn)}${toRow}`)

/** Puts a value into a cell; rows from 1, columns from 0. */
export function put(page: Page, row: number, column: number, written: Written) {
  while (page.rows.length < row) page.rows.push([])
  const cells = page.rows[row - 1]
  if (cells === undefined) return
  while (cells.length <= column) cells.push(undefined)
  cells[column] = written
}

export const nextRow = (page: Page): number => page.rows.length + 1

/** A line of its own under what is there, merged over so many columns when they are given. Answers its row. */
export function line(
  page: Page,
  text: Written,
  at: { readonly column?: number; readonly wide?: number; readonly down?: number } = {},
): number {
  const row = nextRow(page) + (at.down ?? 0)
  const column = at.column ?? 0
  put(page, row, column, text)
  if (at.wide !== undefined && at.wide > 1) merge(page, row, column, row, column + at.wide - 1)
  return row
}

/** Where what was put in on purpose is to be found, and which rows hold records. */
type Spot = {
  readonly kind: string
  readonly file: string
  readonly sheet: string | undefined
  readonly row: number
  readonly column: string | undefined
}
type Record = { readonly file: string; readonly sheet: string | undefined; readonly row: number }
export type Finds = { readonly spots: Spot[]; readonly records: Record[] }

export type Column<R> = {
  readonly head: string
  /** What stands over this header and its neighbours. */
  readonly group?: string
  /** The field that marks speak of. */
  readonly field?: string
  readonly of: (record: R) => Written
}

/** How somebody dresses what they write. */
export type Dress = {
  readonly head: (text: string) => string
  readonly cell: (written: Written) => Written
  /** Columns in another order, those of one group together. */
  readonly order: <T>(parts: readonly T[]) => T[]
  /** Columns that no form asks for. */
  readonly extra: readonly { readonly head: string; readonly of: () => Written }[]
}

/** How somebody lays a table out. */
export type TableHand = {
  /** Columns left empty before it. */
  readonly right?: number
  /** The header again after so many rows, as printed pages have it. */
  readonly pages?: number | undefined
  /** A blank row now and then. */
  readonly blanks?: number
  /** Rows hidden by a filter that was left on. */
  readonly hides?: number
  /** Groups are merged over their columns, or only written over the first. */
  readonly groups?: 'merged' | 'plain'
  /** Columns in which equal values that follow each other are merged, or left out. */
  readonly joins?: { readonly heads: readonly string[]; readonly how: 'merged' | 'blank' }
  readonly numbered?: boolean
  /** A line of column numbers under the header. */
  readonly numbering?: boolean
  readonly total?: string
  readonly note?: string
  readonly dress?: Dress
  /** Values of fields that stand in a line above and in no column: the label of the line, and its row. */
  readonly above?: Readonly<{ [field: string]: { readonly label: string; readonly row?: number } }>
}

/** Numbers of people stay as they are: how they were written is what is looked for. */
const dressedIn = <R>(dress: Dress | undefined, column: Column<R>): Column<R> =>
  dress === undefined
    ? column
    : {
        ...column,
        head: dress.head(column.head),
        of: (record) => (column.field === 'idNumber' ? column.of(record) : dress.cell(column.of(record))),
      }

function byGroup<R>(columns: readonly Column<R>[]): Column<R>[][] {
  const parts: Column<R>[][] = []
  for (const column of columns) {
    const last = parts.at(-1)
    if (last !== undefined && column.group !== undefined && last[0]?.group === column.group) last.push(column)
    else parts.push([column])
  }
  return parts
}

type TableParts<R> = {
  /** A heading over the rows that belong together, and a sum under them. */
  readonly parts?: { readonly of: (record: R) => string; readonly sum: boolean }
  readonly from?: number
}

/** Writes a table under what is there, or from a row, and notes where each record and each mark came to stand. */
export function writeTable<R extends Marked>(
  page: Page,
  file: string,
  columns: readonly Column<R>[],
  records: readonly R[],
  how: TableHand & TableParts<R>,
  finds: Finds,
): void {
  const dressed = columns.concat(how.dress?.extra ?? []).map((column) => dressedIn(how.dress, column))
  const ordered = how.dress === undefined ? dressed : how.dress.order(byGroup(dressed)).flat()
  const all: readonly Column<R>[] = how.numbered === true ? [{ head: '序号', of: () => undefined }, ...ordered] : ordered
  const right = how.right ?? 0
  let row = how.from ?? nextRow(page)
  const head = () => {
    row = writeHead(page, all, row, right, how.groups ?? 'merged')
  }
  head()
  if (how.numbering === true) {
    for (const at of all.keys()) put(page, row, right + at, String(at + 1))
    row += 1
  }
  let part: string | undefined
  let since = 0
  const runs = new Map<number, { from: number; value: string }>()
  const endRuns = () => {
    for (const [column, { from }] of runs) if (how.joins?.how === 'merged' && row - 1 > from) merge(page, from, column, row - 1, column)
    runs.clear()
  }
  for (const [index, record] of records.entries()) {
    const own = how.parts?.of(record)
    if (own !== undefined && own !== part) {
      endRuns()
      if (part !== undefined && how.parts?.sum === true) put(page, row++, right, `小计：${since}人`)
      put(page, row++, right, own)
      part = own
      since = 0
    }
    if (how.pages !== undefined && index > 0 && index % how.pages === 0) {
      endRuns()
      put(page, row++, right, '（续上页）')
      head()
    }
    if (how.blanks !== undefined && index > 0 && index % how.blanks === 0) {
      endRuns()
      row += 1
    }
    since += 1
    for (const [at, column] of all.entries()) {
      const written = at === 0 && how.numbered === true ? index + 1 : column.of(record)
      const joined = how.joins?.heads.some((head) => (how.dress?.head(head) ?? head) === column.head) === true
      const value = JSON.stringify(written)
      const run = runs.get(right + at)
      if (joined && run !== undefined && run.value === value) continue
      if (joined) {
        if (run !== undefined && how.joins?.how === 'merged' && row - 1 > run.from) merge(page, run.from, right + at, row - 1, right + at)
        runs.set(right + at, { from: row, value })
      }
      put(page, row, right + at, written)
    }
    if (how.hides !== undefined && index % how.hides === how.hides - 1) page.hiddenRows.push(row)
    const { name } = page
    if (record.quiet !== true) finds.records.push({ file, sheet: name, row })
    for (const mark of record.marks) {
      const spot = spotOf(mark, all, how, row)
      if (spot !== undefined) finds.spots.push({ kind: mark.kind, file, sheet: name, ...spot })
    }
    row += 1
  }
  endRuns()
  if (how.parts?.sum === true) put(page, row++, right, `小计：${since}人`)
  if (how.total !== undefined) {
    put(page, row, right, how.total)
    put(page, row++, right + 2, records.length)
  }
  if (how.note !== undefined) {
    put(page, row, right, how.note)
    merge(page, row, right, row, right + Math.max(2, all.length - 1))
  }
}

function spotOf<R>(mark: Mark, columns: readonly Column<R>[], how: TableHand, row: number): { row: number; column: string } | undefined {
  for (const field of typeof mark.in === 'string' ? [mark.in] : mark.in) {
    const column = columns.find((each) => each.field === field)
    if (column !== undefined) return { row, column: column.group === undefined ? column.head : `${column.group}/${column.head}` }
    const above = how.above?.[field]
    if (above !== undefined) return { row, column: above.label }
  }
  return undefined
}

/** Writes the header, in two rows when there are groups; answers the row below it. */
function writeHead<R>(page: Page, columns: readonly Column<R>[], row: number, right: number, groups: 'merged' | 'plain'): number {
  if (!columns.some(({ group }) => group !== undefined)) {
    for (const [at, { head }] of columns.entries()) put(page, row, right + at, head)
    return row + 1
  }
  let at = 0
  while (at < columns.length) {
    const group = columns[at]?.group
    if (group === undefined) {
      put(page, row, right + at, columns[at]?.head)
      if (groups === 'merged') merge(page, row, right + at, row + 1, right + at)
      at += 1
      continue
    }
    const from = at
    while (at < columns.length && columns[at]?.group === group) {
      put(page, row + 1, right + at, columns[at]?.head)
      at += 1
    }
    put(page, row, right + from, group)
    if (groups === 'merged' && at - from > 1) merge(page, row, right + from, row, right + at - 1)
  }
  return row + 2
}
