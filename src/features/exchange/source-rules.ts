import { type Assignment, fieldSorts, labelOfColumn, themeOfColumn } from './column-rules.ts'
import { type ContextValue, contextOf, yearOf } from './context-rules.ts'
import type { FieldSort, FormId, ReadCell } from './form-schema.ts'
import { formWords, type LooseFormWords } from './form-words.ts'
import { sessionOrdinal } from './header-rules.ts'
import { isMark } from './mark-cell-rules.ts'
import { readCell } from './read-cell-rules.ts'
import { type DayParts, dayPartsOf } from './day-part-rules.ts'
import type { CellContext } from './cell-schema.ts'
import type { Table } from './table-rules.ts'
import { headerOf, isDayHeader } from './table-header-rules.ts'

type SourceColumn = { readonly column: number; readonly header: string }
export type FieldColumn = SourceColumn & { readonly field: string; readonly sort: FieldSort; readonly context: CellContext }
type LabelledColumn = SourceColumn & { readonly word: string }
type LabelColumn = SourceColumn & { readonly code: string; readonly word: string }
/** `day` when the column is headed by one instead of a number. */
type SessionColumn = SourceColumn & { readonly ordinal: number; readonly day?: ReadCell<'day'> }

/** Everything about a table that its rows are read by. */
export type Sources = {
  readonly form: FormId
  readonly table: Table
  readonly fields: readonly FieldColumn[]
  readonly labels: readonly LabelColumn[]
  /** Columns of ticks, each for a theme of activities. */
  readonly themes: readonly LabelledColumn[]
  readonly sessions: readonly SessionColumn[]
  readonly checks: readonly SourceColumn[]
  /** Where the month of a day stands that has a column of its own. */
  readonly dayParts: DayParts | undefined
  /** Columns of amounts, each for a kind of goods. */
  readonly items: readonly LabelledColumn[]
  /** Values from outside the columns, the same for all rows. */
  readonly around: Readonly<Record<string, ReadCell<FieldSort>>>
  /** The header of each field that has a column. */
  readonly columns: Readonly<Record<string, string>>
  readonly carried: readonly string[]
  /** Columns in which a value is written once, over the rows that it goes for. */
  readonly grouped: ReadonlySet<number>
  /** Where the name stands, in a form of one row a person. */
  readonly keyColumn: number | undefined
  /** Where the amount stands that several rows merged together share. */
  readonly joinColumn: number | undefined
  readonly joinField: string | undefined
}

const looseForms: Readonly<Record<string, LooseFormWords>> = formWords

/** Whether a column holds nothing but marks: those of a visit are part of its check list. */
function holdsMarks(table: Table, column: number): boolean {
  let marks = 0
  let others = 0
  for (const { row } of table.rows.slice(0, 200)) {
    const text = row.cells.get(column)?.text
    if (text === undefined) continue
    if (isMark(text)) marks += 1
    else others += 1
  }
  return marks > 0 && marks >= others * 4
}

/** In a shorter list, a blank is rather a blank. */
const fewestGrouped = 6

/** 旌旗社区 in the first row of its people, then blanks: each value stands once, and most rows have none. */
function isGrouped(table: Table, column: number): boolean {
  if (table.rows.length < fewestGrouped || !table.rows[0]?.row.cells.has(column)) return false
  const texts = table.rows.flatMap(({ row }) => row.cells.get(column)?.text ?? [])
  return texts.length * 2 <= table.rows.length && new Set(texts).size === texts.length
}

function contextFor(form: FormId, field: string, header: string, table: Table, year: number | undefined): CellContext {
  return {
    header,
    date1904: table.date1904,
    ...(table.traditional ? { traditional: true } : {}),
    ...(year === undefined ? {} : { year }),
    ...(field === 'birth' ? { births: form === 'register' ? 'elders' : 'anyone' } : {}),
    ...(field === 'expiresOn' ? { wholeMonth: 'last' } : {}),
  }
}

type Columns = {
  fields: FieldColumn[]
  labels: LabelColumn[]
  themes: LabelledColumn[]
  sessions: SessionColumn[]
  checks: SourceColumn[]
  items: LabelledColumn[]
}

function addColumn(form: FormId, table: Table, year: number | undefined, { column, field }: Assignment, into: Columns): void {
  const source = { column: column.column, header: headerOf(column) }
  const code = field === 'labels' ? labelOfColumn(column) : undefined
  const theme = field === 'themes' && holdsMarks(table, column.column) ? themeOfColumn(column) : undefined
  const sort = field === undefined ? undefined : fieldSorts[form]?.[field]
  if (theme !== undefined) into.themes.push({ ...source, word: theme })
  else if (code !== undefined) into.labels.push({ ...source, code, word: column.text })
  else if (field === 'sessions') {
    const ordinal =
      sessionOrdinal(source.header) ?? sessionOrdinal(column.text) ?? (/^\d{1,2}$/.test(column.text) ? Number(column.text) : undefined)
    const day = isDayHeader(column.text)
      ? readCell('day', { text: column.text }, contextFor(form, field, source.header, table, year))
      : undefined
    into.sessions.push({ ...source, ordinal: ordinal ?? into.sessions.length + 1, ...(day === undefined ? {} : { day }) })
  } else if (field === 'checks') into.checks.push(source)
  else if (field === 'items') into.items.push({ ...source, word: column.text })
  else if (field !== undefined && sort !== undefined) {
    into.fields.push({ ...source, field, sort, context: contextFor(form, field, source.header, table, year) })
  } else if (field === undefined && form === 'visits' && column.text !== '' && holdsMarks(table, column.column)) into.checks.push(source)
}

export function sourcesOf(form: FormId, table: Table, assignments: readonly Assignment[]): Sources {
  const year = yearOf(table)
  const columns: Columns = { fields: [], labels: [], themes: [], sessions: [], checks: [], items: [] }
  for (const assignment of assignments) addColumn(form, table, year, assignment, columns)
  const { fields, labels, themes } = columns
  const headers: Record<string, string> = Object.fromEntries(fields.map(({ field, header }) => [field, header]))
  if (labels.length > 0 && headers['labels'] === undefined) headers['labels'] = labels.map(({ header }) => header).join('、')
  if (themes.length > 0 && headers['themes'] === undefined) headers['themes'] = themes.map(({ header }) => header).join('、')
  const words = looseForms[form]
  const columnOf = (field: string | undefined) => fields.find((each) => each.field === field)?.column
  const { rows, days } = withoutDayRow(table, columns.sessions, year)
  return {
    form,
    table: { ...table, rows },
    ...columns,
    sessions: columns.sessions.map((session) => ({ ...session, ...days.get(session.column) })),
    dayParts: dayPartsOf(table.columns),
    around: readAround(form, table, contextOf(form, table).filter(isOfRows(columns.sessions.length > 0)), year),
    columns: headers,
    carried: (words?.carried ?? []).filter((field) => headers[field] !== undefined),
    grouped: new Set(fields.filter(({ field, column }) => field === 'community' && isGrouped(table, column)).map(({ column }) => column)),
    keyColumn: words?.onePerRow === true ? columnOf('name') : undefined,
    joinColumn: columnOf(words?.joined?.by),
    joinField: words?.joined?.field,
  }
}

/** A row of days right below 第一次, 第二次 says when each was, and is nobody's. */
function withoutDayRow(table: Table, sessions: readonly SessionColumn[], year: number | undefined) {
  const days = new Map<number, { readonly day: ReadCell<'day'> }>()
  const [first, ...rows] = table.rows
  const own = new Map(sessions.map((session) => [session.column, session]))
  for (const [column, cell] of first?.row.cells ?? []) {
    const session = own.get(column)
    const day = session === undefined ? undefined : readCell('day', cell, contextFor('groupRoll', 'day', session.header, table, year))
    if (day === undefined || (day.value === undefined && day.yearless === undefined))
      return { rows: table.rows, days: new Map<number, never>() }
    days.set(column, { day })
  }
  return days.size === 0 ? { rows: table.rows, days } : { rows, days }
}

/** The day over a roll with a column for each session is of none of them. */
const isOfRows = (hasSessions: boolean) => (value: ContextValue) => !hasSessions || (value.field !== 'day' && value.field !== 'ordinal')

function readAround(
  form: FormId,
  table: Table,
  values: readonly ContextValue[],
  year: number | undefined,
): Record<string, ReadCell<FieldSort>> {
  const read: Record<string, ReadCell<FieldSort>> = {}
  for (const { field, cell, label, row } of values) {
    const sort = fieldSorts[form]?.[field]
    const result = sort === undefined ? undefined : readCell(sort, cell, contextFor(form, field, label, table, year))
    if (result !== undefined) read[field] = row === undefined ? result : { ...result, row }
  }
  return read
}
