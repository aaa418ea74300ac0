import type { Book, Cell, Sheet } from './book-schema.ts'
import { isTraditional, plainWord, readableHeader, wordsOf } from './header-rules.ts'
import type { SideValue } from './side-line-rules.ts'
import type { Title } from './surrounding-rules.ts'
import type { Table } from './table-rules.ts'
import { isKnownHeader, matchesOf } from './vocabulary-rules.ts'

type Entry = { readonly label: string; readonly cell: Cell; readonly row: number }

const headings = new Set(wordsOf('项目 事项 名称 内容 指标 类别 信息 栏目 要素 条目 字段 填写项 项目内容 序号').map(plainWord))

const fewest = 3
const most = 80

/** A sheet, or the top of one, that is a card: 项目名称 beside its value, line by line. One record, lying down. */
function cardOf(book: Book, sheet: Sheet, entries: readonly Entry[], titles: readonly Title[]): Table {
  const kept = entries.slice(0, most)
  const first = kept[0]?.row ?? 0
  return {
    file: book.file,
    ...(sheet.name === undefined ? {} : { sheet: sheet.name }),
    sheets: book.sheets.flatMap((each) => each.name ?? []),
    hidden: sheet.hidden,
    date1904: sheet.date1904 === true,
    traditional: kept.some(({ label }) => isTraditional(label)),
    titles,
    ownTitles: titles,
    sideValues: [],
    columns: kept.map(({ label }, column) => ({ column, text: readableHeader(label).replace(/[:：]$/, '') })),
    headerRow: first,
    rows: [{ row: { number: first, hidden: false, cells: new Map(kept.map(({ cell }, column) => [column, cell])) } }],
    fill: new Map(),
    cardRows: new Map(kept.map(({ row }, column) => [column, row])),
  }
}

/** The lines of a table of two columns whose first is full of headers: 项目 | 内容. */
function entriesOf(table: Table): Entry[] | undefined {
  if (table.columns.length !== 2 || table.rows.length < fewest || table.rows.length > most) return undefined
  const [key, value] = table.columns
  if (key === undefined || value === undefined) return undefined
  const lines = table.rows.flatMap(({ row }) => {
    const label = row.cells.get(key.column)
    const cell = row.cells.get(value.column)
    return label === undefined ? [] : [{ label: label.text, cell, row: row.number }]
  })
  const known = lines.filter(({ label }) => isKnownHeader(label)).length
  if (known < fewest || known < lines.length * 0.5) return undefined
  const entries = lines.flatMap(({ label, cell, row }) => (cell === undefined ? [] : [{ label, cell, row }]))
  // 项目 | 内容 heads a card; 服务对象 | 老人 is a line of it that looked like a heading.
  if (headings.has(plainWord(key.text))) return entries
  return [{ label: key.text, cell: { text: value.text }, row: table.headerRow }, ...entries]
}

/** Forms that are a card more often than not, or may be one with another table below, and what such a card has. */
const cards: Readonly<Record<string, readonly string[]>> = { projectBasics: ['title'], register: ['name', 'idNumber'] }

/** Whether labels above a table stand for the fields of a form that lies there as a card: the project, or a person. */
function looksLikeCard(values: readonly SideValue[]): boolean {
  return Object.entries(cards).some(([form, needed]) => {
    const fields = new Set(
      values.flatMap(({ label }) =>
        matchesOf(label).flatMap((match) => (match.form === form && match.strength > 0.9 ? [match.field] : [])),
      ),
    )
    return fields.size >= fewest && needed.every((field) => fields.has(field))
  })
}

/** The tables of a sheet with its cards put in their place. */
export function withCards(
  book: Book,
  sheet: Sheet,
  tables: readonly Table[],
  loose: readonly SideValue[],
  looseTitles: readonly Title[],
): Table[] {
  const result = tables.map((table) => {
    const entries = entriesOf(table)
    return entries === undefined ? table : cardOf(book, sheet, entries, table.titles)
  })
  const above = tables[0]?.sideValues ?? []
  if (tables.length === 0 && loose.length >= fewest) return [cardOf(book, sheet, loose, looseTitles)]
  if (looksLikeCard(above)) return [cardOf(book, sheet, above, tables[0]?.titles ?? []), ...result]
  return result
}
