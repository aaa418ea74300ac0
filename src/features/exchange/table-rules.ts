import type { Book, Cell, Row, Sheet } from './book-schema.ts'
import { isTraditional, plainWord, toSimplified } from './header-rules.ts'
import { type Fill, fillOf, mergesByRow } from './merge-rules.ts'
import { isExampleRow, isLabelLine, isNoteText, isPairLine, isTotalRow, type SideValue, sideValuesOf } from './side-line-rules.ts'
import { makeSurroundings, type Title } from './surrounding-rules.ts'
import { type Column, filledCells, type Header, headerAt, headerOf } from './table-header-rules.ts'
import { withCards } from './card-rules.ts'
import { guessedHeader } from './unknown-header-rules.ts'
import { isIgnoredHeader, isKnownHeader } from './vocabulary-rules.ts'

export type TableRow = {
  readonly row: Row
  /** The nearest line within the table that names a part of it: the community whose people follow. */
  readonly part?: Title
}

/** A table as it lies on a sheet, before anybody knows what it is. */
export type Table = {
  readonly file: string
  readonly sheet?: string
  /** The names of all sheets of the book. */
  readonly sheets: readonly string[]
  readonly hidden: boolean
  readonly date1904: boolean
  /** Its headers are in traditional script. */
  readonly traditional: boolean
  /** From the top of the sheet down; the last stands nearest to the table. */
  readonly titles: readonly Title[]
  /** Of these, the lines that stand over this table and over no other before it. */
  readonly ownTitles: readonly Title[]
  readonly sideValues: readonly SideValue[]
  readonly columns: readonly Column[]
  readonly headerRow: number
  readonly rows: readonly TableRow[]
  readonly fill: Fill
  /** Of a ledger of many kinds of services: the kinds that these rows are of. */
  readonly part?: string
  /** A card: each header stands beside its one value, and this is the row of each by its column. */
  readonly cardRows?: ReadonlyMap<number, number>
}

/** Of a sheet that is wider, or has more loose lines in a row, only so many are looked at. */
const mostColumns = 400
const mostWaiting = 200

type Open = {
  readonly header: Header
  readonly columns: readonly Column[]
  readonly titles: readonly Title[]
  readonly ownTitles: readonly Title[]
  readonly sideValues: readonly SideValue[]
  readonly rows: TableRow[]
}

const sameHeader = (a: readonly Column[], b: readonly Column[]) => {
  const words = new Set(a.map((column) => plainWord(headerOf(column))))
  const shared = b.filter((column) => words.has(plainWord(headerOf(column)))).length
  return shared >= Math.max(2, Math.min(a.length, b.length) * 0.7) && Math.abs(a.length - b.length) <= a.length * 0.3
}

/** A row under the header that numbers the columns: 1, 2, 3 or (1), (2), (3). */
function isColumnNumbering(texts: readonly string[]): boolean {
  if (texts.length < 4) return false
  const numbers = texts.map((text) => Number(/^[(（]?(\d{1,2})[)）]?$/.exec(text.trim())?.[1]))
  const start = numbers.findIndex((number) => number === 1)
  return start >= 0 && start <= 2 && numbers.slice(start).every((number, at) => number === at + 1)
}

/** A single text across a table's body: a note, a heading of a part, or a value on its own. */
function isLoneLine(sheet: Sheet, row: Row, columns: readonly Column[]): boolean {
  if (row.cells.size !== 1) return false
  const [column, cell] = filledCells(row)[0] ?? [0, undefined]
  if (cell === undefined || cell.number !== undefined) return false
  if (sheet.merges.length > 0 && isMergedAcross(sheet, row.number, column)) return true
  const first = columns[0]?.column ?? 0
  if (column < first) return true
  if (column > first) return false
  return columns.length > 2 && !/^[A-Za-z]{0,4}[-\d]+$/.test(cell.text)
}

const acrossRows = new WeakMap<Sheet, Set<string>>()
function isMergedAcross(sheet: Sheet, row: number, column: number): boolean {
  let known = acrossRows.get(sheet)
  if (known === undefined) {
    known = new Set(
      sheet.merges.filter((merge) => merge.toColumn - merge.fromColumn >= 2).map((merge) => `${merge.fromRow}:${merge.fromColumn}`),
    )
    acrossRows.set(sheet, known)
  }
  return known.has(`${row}:${column}`)
}

/** Two halves of one list printed side by side: the first header comes again. */
function splitRepeated(columns: readonly Column[]): Column[][] {
  const first = columns[0]
  if (first === undefined || columns.length < 4) return [[...columns]]
  const starts = columns.flatMap((column, at) => (plainWord(headerOf(column)) === plainWord(headerOf(first)) ? [at] : []))
  const second = starts[1]
  if (second === undefined || second < 2) return [[...columns]]
  const halves = starts.map((start, at) => columns.slice(start, starts[at + 1] ?? columns.length))
  return sameHeader(halves[0] ?? [], halves[1] ?? []) ? halves.map((half) => [...half]) : [[...columns]]
}

function close(book: Book, sheet: Sheet, fill: Fill, open: Open | undefined): Table[] {
  if (open === undefined) return []
  const headerRow = sheet.rows[open.header.to]?.number ?? 0
  const halves = splitRepeated(open.columns)
  return halves.map((columns, at) => ({
    file: book.file,
    ...(sheet.name === undefined ? {} : { sheet: sheet.name }),
    sheets: book.sheets.flatMap((each) => each.name ?? []),
    hidden: sheet.hidden,
    date1904: sheet.date1904 === true,
    traditional: columns.some((column) => isTraditional(headerOf(column))),
    titles: beside(open.titles, halves, at),
    ownTitles: beside(open.ownTitles, halves, at),
    sideValues: beside(open.sideValues, halves, at),
    columns,
    headerRow,
    rows: open.rows.filter(({ row }) => columns.some(({ column }) => row.cells.has(column))),
    fill,
  }))
}

/** Of lines over tables that stand side by side, those over one of them; with none of its own, all. */
function beside<T extends { readonly column: number }>(lines: readonly T[], halves: readonly Column[][], at: number): readonly T[] {
  if (halves.length < 2) return lines
  const from = at === 0 ? 0 : (halves[at]?.[0]?.column ?? 0)
  const to = halves[at + 1]?.[0]?.column ?? Number.POSITIVE_INFINITY
  const own = lines.filter(({ column }) => column >= from && column < to)
  return own.length === 0 ? lines : own
}

/** What a row within a table is, when it is not a record. */
function isAside(texts: readonly string[], first: Cell | undefined, opened: Open): boolean {
  if (isTotalRow(texts) || isExampleRow(texts)) return true
  if (texts.length <= 2 && first !== undefined && isNoteText(first.text)) return true
  return opened.rows.length === 0 && isColumnNumbering(texts)
}

/**
 * 受益人群 | 老人 right below other lines of a card, or of a table of two columns, is one more of them, though both words
 * also stand over columns elsewhere.
 */
function lineOfCard(row: Row, header: Header, open: Open | undefined, above: readonly SideValue[]): SideValue | undefined {
  const cells = filledCells(row)
  const [label, value] = cells
  if (header.columns.length !== 2 || cells.length !== 2 || label === undefined || value === undefined) return undefined
  const line = { label: label[1].text, cell: value[1], row: row.number, column: label[0] }
  if (open === undefined)
    return above.filter((each) => each.row >= row.number - 3).length >= 2 && above.at(-1)?.row === row.number - 1 ? line : undefined
  const goesOn =
    open.columns.length === 2 &&
    open.rows.at(-1)?.row.number === row.number - 1 &&
    open.columns.every(({ column }) => row.cells.has(column))
  return goesOn && !sameHeader(open.columns, header.columns) ? line : undefined
}

/** 续表, 第2页: what a printed page has over its part of a list. */
const ofPage = /续|接上|上页|下页|第\s*\d+\s*页|^\d+\s*\/\s*\d+$|page/i

/**
 * Whether the lines before a header that comes again name something else than the lines over the table did: another
 * activity, another community. A page that repeats its title, or only says that it goes on, does not.
 */
function headsAnother(waiting: readonly Row[], header: Header, sheet: Sheet, open: Open): boolean {
  const until = sheet.rows[header.from]?.number ?? 0
  const lines = waiting.filter(({ number }) => number < until)
  const values = lines.flatMap(sideValuesOf).filter(({ label }) => !isIgnoredHeader(label))
  const before = (label: string) => open.sideValues.find((value) => value.label === label)
  if (values.some(({ label, cell }) => before(label) !== undefined && before(label)?.cell.text !== cell.text)) return true
  if (open.sideValues.length === 0 && values.some(({ label }) => isKnownHeader(label))) return true
  const known = new Set(open.titles.map(({ text }) => plainWord(text)))
  return lines
    .filter((line) => sideValuesOf(line).length === 0)
    .some((line) =>
      filledCells(line).some(([, { text }]) => !ofPage.test(toSimplified(text)) && !isNoteText(text) && !known.has(plainWord(text))),
    )
}

/** The lines before a header, with those of labels beside their values that were taken for records when they came by. */
function withPairLines(open: Open, waiting: readonly Row[]): Row[] {
  const lines = [...waiting]
  for (let last = open.rows.at(-1); last !== undefined && open.columns.length > 2 && isPairLine(last.row); last = open.rows.at(-1)) {
    open.rows.pop()
    lines.push(last.row)
  }
  return lines.toSorted((a, b) => a.number - b.number)
}

/**
 * The tables of a sheet from top to bottom. Hidden rows are rows like others: a filter left on hides what is still
 * counted. Sums, notes, repeated headers and lines for signatures are no rows.
 */
export function tablesOf(book: Book, sheet: Sheet, most = Number.POSITIVE_INFINITY): Table[] {
  const context = { rows: sheet.rows, merges: mergesByRow(sheet.merges) }
  const fill = fillOf(sheet)
  const unknown = guessedHeader(sheet.rows, context)
  const around = makeSurroundings()
  const tables: Table[] = []
  let open: Open | undefined
  let part: Title | undefined
  /** Lines that stand after a table, until it is known whether another follows. */
  let waiting: Row[] = []

  const start = (header: Header) => {
    tables.push(...close(book, sheet, fill, open))
    for (const line of waiting) if (line.number < (sheet.rows[header.from]?.number ?? 0)) around.take(line)
    open = {
      header,
      columns: header.columns.slice(0, mostColumns),
      titles: around.titles(),
      ownTitles: around.ownTitles(),
      sideValues: around.sideValues(),
      rows: [],
    }
    around.begin()
    part = undefined
  }

  for (let at = 0; at < sheet.rows.length; at += 1) {
    const row = sheet.rows[at]
    if (row === undefined) continue
    const header = tables.length < most ? (headerAt(context, at) ?? (unknown?.from === at ? unknown : undefined)) : undefined
    const line = header === undefined ? undefined : lineOfCard(row, header, open, around.sideValues())
    if (line !== undefined && open === undefined) around.add(line)
    else if (header !== undefined && line === undefined) {
      // The row of groups above was taken for something else when it came by.
      if (header.from < at) {
        if (open?.rows.at(-1)?.row.number === row.number - 1) open.rows.pop()
        around.drop(row.number - 1)
      }
      if (open !== undefined) waiting = withPairLines(open, waiting)
      if (open === undefined || !sameHeader(open.columns, header.columns) || headsAnother(waiting, header, sheet, open)) start(header)
      waiting = []
      at = header.to
    } else if (open === undefined) around.take(row)
    else {
      const cells = filledCells(row)
      const texts = cells.map(([, cell]) => cell.text)
      const first = cells[0]?.[1]
      if (isAside(texts, first, open)) continue
      if (!isLabelLine(row) && !isLoneLine(sheet, row, open.columns)) open.rows.push({ row, ...(part === undefined ? {} : { part }) })
      else {
        if (waiting.length < mostWaiting) waiting.push(row)
        if (first !== undefined && texts.length === 1 && !isNoteText(first.text))
          part = { text: first.text.trim(), row: row.number, column: cells[0]?.[0] ?? 0 }
      }
    }
  }
  tables.push(...close(book, sheet, fill, open))
  return withCards(book, sheet, tables, around.sideValues(), around.titles())
}
