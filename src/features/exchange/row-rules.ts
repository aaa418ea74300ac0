import type { Cell } from './book-schema.ts'
import { fieldSorts } from './column-rules.ts'
import { communityIn } from './context-rules.ts'
import { timesIn } from './day-cell-rules.ts'
import { completeDay } from './day-part-rules.ts'
import type { FieldSort, FormRow, ReadCell } from './form-schema.ts'
import { plainWord, toSimplified } from './header-rules.ts'
import { type Item, itemOf, splitItems } from './item-rules.ts'
import { labelWords } from './label-words.ts'
import { readMark } from './mark-cell-rules.ts'
import { readCell } from './read-cell-rules.ts'
import { pairsIn } from './side-line-rules.ts'
import type { FieldColumn, Sources } from './source-rules.ts'
import type { TableRow } from './table-rules.ts'
import { labelCodeOf } from './vocabulary-rules.ts'

type Cells = Record<string, ReadCell<FieldSort>>

const same = /^(?:同上|同前|″|〃|"|''|“|”)$/

/** Amounts belong to the row that they are written in; what names or places a row also goes for those merged with it. */
const notFilled: ReadonlySet<FieldSort> = new Set(['number', 'money', 'percent', 'duration', 'pressure', 'glucose', 'presence'])

/** A field's cell in a row: its own, one merged from above, or the one above when it says 同上. */
function cellAt(sources: Sources, { row }: TableRow, { column, sort }: FieldColumn, above: Map<number, Cell>): Cell | undefined {
  const own = row.cells.get(column)
  if (own === undefined && sources.grouped.has(column)) return above.get(column)
  if (own === undefined) return notFilled.has(sort) ? undefined : sources.table.fill.get(row.number)?.get(column)?.cell
  if (own.number === undefined && own.text.length <= 2 && same.test(own.text.trim())) return above.get(column)
  above.set(column, own)
  return own
}

const labelOrder = Object.keys(labelWords)

/** Labels of several columns in one order, however the columns stand. */
const inOrder = (codes: readonly string[]) => labelOrder.filter((code) => codes.includes(code))

function readLabelColumns(sources: Sources, { row }: TableRow): ReadCell<'labels'> | undefined {
  const ticked = sources.labels.filter(({ column }) => {
    const cell = row.cells.get(column)
    if (cell === undefined) return false
    const mark = readMark(cell)
    // Words in such a column (a grade, a certificate's number) say yes in more words.
    return mark.value ?? mark.empty !== true
  })
  if (ticked.length === 0) return undefined
  return {
    value: inOrder(ticked.map(({ code }) => code)),
    written: ticked.map(({ word }) => word).join('、'),
    column: ticked.map(({ header }) => header).join('、'),
  }
}

function joinLabels(listed: ReadCell<FieldSort> | undefined, ticked: ReadCell<'labels'> | undefined): ReadCell<FieldSort> | undefined {
  if (listed === undefined || ticked === undefined) return listed ?? ticked
  const value = Array.isArray(listed.value) ? listed.value : []
  return {
    ...listed,
    value: inOrder([...value, ...(ticked.value ?? [])].filter((code) => typeof code === 'string')),
    written: `${listed.written}、${ticked.written}`,
    column: `${listed.column}、${ticked.column}`,
  }
}

/** Who lives alone, or as an old couple, is so labelled, in whichever column it stands. */
function livingAlone(cell: ReadCell<FieldSort> | undefined): ReadCell<'labels'> | undefined {
  const code = typeof cell?.value === 'string' ? labelCodeOf(plainWord(cell.value)) : undefined
  return cell === undefined || (code !== 'DJ' && code !== 'KC') ? undefined : { value: [code], written: cell.written, column: cell.column }
}

/** Labels that are listed in two columns: 困难类别 and 婚姻状况. */
function joinLists(listed: ReadCell<FieldSort>, more: ReadCell<FieldSort>): ReadCell<FieldSort> {
  const codes = [listed, more].flatMap(({ value }) => (Array.isArray(value) ? value : [])).filter((code) => typeof code === 'string')
  return { ...listed, ...(more.fault === undefined ? {} : more), value: inOrder(codes) }
}

/** Themes that are ticked, behind those that are listed. */
function readThemeColumns(sources: Sources, { row }: TableRow, listed: ReadCell<FieldSort> | undefined): ReadCell<FieldSort> | undefined {
  const ticked = sources.themes.filter(({ column }) => {
    const cell = row.cells.get(column)
    return cell !== undefined && readMark(cell).value === true
  })
  if (ticked.length === 0) return listed
  const words = ticked.map(({ word }) => word)
  const column = ticked.map(({ header }) => header).join('、')
  if (listed === undefined || !Array.isArray(listed.value)) return { value: words, written: words.join('、'), column }
  const known = listed.value.filter((word) => typeof word === 'string')
  return { ...listed, value: [...known, ...words], written: `${listed.written}、${words.join('、')}` }
}

/** Times of day that stand in the day's cell (2024.9.14 9:00—10:30) or together in one (9:00—10:30). */
function addTimes(sources: Sources, cells: Cells): void {
  const sorts = fieldSorts[sources.form]
  if (sorts?.['startsAt'] === undefined || sources.columns['endsAt'] !== undefined) return
  const source = cells['startsAt'] ?? cells['day']
  if (source === undefined || !/[:：点时點時]/.test(source.written)) return
  const [start, end] = timesIn(toSimplified(source.written))
  const { written, column } = source
  if (start !== undefined && cells['startsAt'] === undefined) cells['startsAt'] = { value: start, written, column }
  if (end !== undefined && sorts['endsAt'] !== undefined) cells['endsAt'] = { value: end, written, column }
}

/** Fields that a row leaves empty together come from the row above: a list exported without its merged cells. */
function carry(sources: Sources, cells: Cells, last: Readonly<Cells>): void {
  if (sources.carried.some((field) => cells[field] !== undefined)) return
  for (const field of sources.carried) {
    const above = last[field]
    if (above !== undefined) cells[field] = above
  }
}

/** The community that a heading within the table names for the rows below it. */
function communityOfPart({ part }: TableRow): ReadCell<'name'> | undefined {
  if (part === undefined) return undefined
  const text = toSimplified(part.text)
  const pair = pairsIn(text).find(({ label }) => /社区|村/.test(label))
  const value = pair?.value ?? communityIn(text)
  return value === undefined || value === '' ? undefined : { value, written: value, column: pair?.label ?? '标题', row: part.row }
}

function readFields(sources: Sources, tableRow: TableRow, above: Map<number, Cell>): Cells {
  const { table } = sources
  const cells: Cells = {}
  for (const source of sources.fields) {
    const whole = cellAt(sources, tableRow, source, above)
    const isPart = whole !== undefined && source.sort === 'day' && sources.dayParts !== undefined
    const cell = isPart ? completeDay(whole, tableRow.row, sources.dayParts, above) : whole
    const read = cell === undefined ? undefined : readCell(source.sort, cell, source.context)
    const at = table.cardRows?.get(source.column)
    if (read === undefined) continue
    const placed = at === undefined || at === tableRow.row.number ? read : { ...read, row: at }
    const listed = source.field === 'labels' ? cells['labels'] : undefined
    cells[source.field] = listed === undefined ? placed : joinLists(listed, placed)
  }
  if (sources.labels.length > 0) {
    const labels = joinLabels(cells['labels'], readLabelColumns(sources, tableRow))
    if (labels !== undefined) cells['labels'] = labels
  }
  const alone = sources.form === 'register' ? livingAlone(cells['livingWith']) : undefined
  if (alone !== undefined) cells['labels'] = cells['labels'] === undefined ? alone : joinLists(cells['labels'], alone)
  if (sources.themes.length > 0) {
    const themes = readThemeColumns(sources, tableRow, cells['themes'])
    if (themes !== undefined) cells['themes'] = themes
  }
  return cells
}

function readSessions(sources: Sources, { row }: TableRow): ReadonlyMap<number, ReadCell<'presence'>> | undefined {
  if (sources.sessions.length === 0) return undefined
  return new Map(
    sources.sessions.map(({ column, header, ordinal }) => {
      const cell = row.cells.get(column)
      const read = cell === undefined ? undefined : readCell('presence', cell, { header, date1904: false })
      return [ordinal, read ?? { value: 'absent', written: '', column: header }]
    }),
  )
}

function readChecks(sources: Sources, { row }: TableRow): ReadonlyMap<string, boolean> | undefined {
  if (sources.checks.length === 0) return undefined
  const checks = new Map<string, boolean>()
  for (const { column, header } of sources.checks) {
    const cell = row.cells.get(column)
    const value = cell === undefined ? undefined : readMark(cell).value
    if (value !== undefined) checks.set(header, value)
  }
  return checks
}

/** What each column of goods gives; a mark is one piece. */
function readItems(sources: Sources, { row }: TableRow): Item[] {
  return sources.items.flatMap(({ column, header, word }) => {
    const cell = row.cells.get(column)
    if (cell === undefined) return []
    const mark = cell.number === undefined ? readMark(cell) : {}
    const read = readCell('number', mark.value === undefined ? cell : { text: mark.value ? '1' : '0' }, { header, date1904: false })
    return read === undefined || read.value === 0 ? [] : [itemOf(header, word, { ...read, written: cell.text.trim() })]
  })
}

/** Whether a row only goes on with the row above: its person's name, or its amount, is merged with that row's. */
const goesOn = (sources: Sources, { row }: TableRow, column: number | undefined) =>
  column !== undefined && !row.cells.has(column) && sources.table.fill.get(row.number)?.has(column) === true

function joinNames(above: ReadCell<FieldSort> | undefined, more: ReadCell<FieldSort> | undefined): ReadCell<FieldSort> | undefined {
  if (above === undefined || more === undefined || !Array.isArray(above.value) || !Array.isArray(more.value)) return above ?? more
  const names = [...above.value, ...more.value].filter((name) => typeof name === 'string')
  return { ...above, value: [...new Set(names)], written: `${above.written}、${more.written}` }
}

/** The rows of a table as rows of its form. Rows on which nothing stands for the form are left out. */
export function readRows(sources: Sources): FormRow[] {
  const { form, table } = sources
  const above = new Map<number, Cell>()
  const rows: FormRow[] = []
  const sessionDays = new Map(sources.sessions.flatMap(({ ordinal, day }) => (day === undefined ? [] : [[ordinal, day] as const])))
  let last: Cells = {}
  for (const tableRow of table.rows) {
    if (goesOn(sources, tableRow, sources.keyColumn)) continue
    const cells = readFields(sources, tableRow, above)
    // Formulas drawn down past the last record show errors and nothing else.
    if (Object.values(cells).every(({ fault }) => fault === 'formula-error')) continue
    if (goesOn(sources, tableRow, sources.joinColumn) && sources.joinField !== undefined) {
      const joined = joinNames(last[sources.joinField], cells[sources.joinField])
      if (joined !== undefined) last[sources.joinField] = joined
      continue
    }
    carry(sources, cells, last)
    addTimes(sources, cells)
    const community =
      sources.columns['community'] === undefined && fieldSorts[form]?.['community'] !== undefined ? communityOfPart(tableRow) : undefined
    if (community !== undefined) cells['community'] = community
    for (const [field, value] of Object.entries(sources.around)) cells[field] ??= value
    const sessions = readSessions(sources, tableRow)
    const checks = readChecks(sources, tableRow)
    const read: FormRow = {
      form,
      file: table.file,
      ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
      row: tableRow.row.number,
      cells,
      columns: sources.columns,
      ...(sessions === undefined ? {} : { sessions }),
      ...(sessionDays.size === 0 ? {} : { sessionDays }),
      ...(checks === undefined ? {} : { checks }),
    }
    if (sources.items.length === 0) rows.push(read)
    else rows.push(...splitItems(read, readItems(sources, tableRow)))
    last = cells
  }
  return rows
}
