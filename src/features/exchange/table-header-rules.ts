import type { Cell, Merge, Row } from './book-schema.ts'
import { plainWord, readableHeader, sessionOrdinal } from './header-rules.ts'
import { pairsIn } from './side-line-rules.ts'
import { isFillingWord, isKnownHeader, isLabelHeader } from './vocabulary-rules.ts'

/** A column of a table. Under a merged header, `group` is what stands above. */
export type Column = { readonly column: number; readonly text: string; readonly group?: string }

/** The header as it is shown: 困难类别/低保. */
export const headerOf = (column: Column): string => (column.group === undefined ? column.text : `${column.group}/${column.text}`)

export type Header = { readonly from: number; readonly to: number; readonly columns: readonly Column[] }

/** A header row of either level, found by its place in the sheet's rows. */
export type HeaderContext = { readonly rows: readonly Row[]; readonly merges: ReadonlyMap<number, readonly Merge[]> }

const mostHeaderColumns = 400

/** The cells of a row from left to right. */
export function filledCells(row: Row): [number, Cell][] {
  const cells = [...row.cells]
  return cells.every(([column], at) => at === 0 || (cells[at - 1]?.[0] ?? -1) < column) ? cells : cells.toSorted((a, b) => a[0] - b[0])
}

/** A session's column may be headed by its day: 9月4日, 2024.9.4. */
export const isDayHeader = (text: string): boolean =>
  text.length <= 12 && /^(?:20\d{2}[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?$/.test(text.trim())

const looksLikeValue = (cell: Cell) =>
  (cell.number !== undefined && cell.dated !== true && Math.abs(cell.number) > 60) ||
  cell.text.length > 40 ||
  /^[√✓✔×✗✘]$/.test(cell.text.trim()) ||
  /\d{5,}/.test(cell.text)

/** Whether enough of a row's cells are known words; most rows are given up after a few cells. */
function hasKnownHeaders(row: Row): boolean {
  let known = 0
  let others = 0
  const most = row.cells.size * 0.55
  for (const cell of row.cells.values()) {
    if (cell.number === undefined && isKnownHeader(cell.text)) known += 1
    else if (!isLabelHeader(cell.text) && !isDayHeader(cell.text)) others += 1
    if (others > most) return false
  }
  return known >= 2
}

/**
 * Whether a row is the header of a table: at least two words that stand over columns somewhere, next to each other,
 * and hardly anything that can only be a value.
 */
function isHeaderRow(row: Row): boolean {
  if (row.cells.size < 2 || row.cells.size > mostHeaderColumns) return false
  if (!hasKnownHeaders(row)) return false
  const cells = filledCells(row)
  const known = cells.map(([, cell]) => cell.number === undefined && isKnownHeader(cell.text))
  const knownCount = known.filter(Boolean).length
  const labels = cells.filter(([, cell], at) => !known[at] && isLabelHeader(cell.text)).length
  const values = cells.filter(([, cell]) => looksLikeValue(cell)).length
  if (values * 4 > cells.length) return false
  const days = cells.filter(([, cell]) => isDayHeader(cell.text)).length
  if (knownCount + labels + days < cells.length * 0.45) return false
  // 1 | 邢娥 | 志愿者 | 老人 | 出席: words that fill cells as often as they head columns make no header on their own.
  if (/^[A-Za-z]{0,4}-?\d+$/.test(cells[0]?.[1].text.trim() ?? '')) return false
  const sure = new Set(cells.flatMap(([, cell], at) => (known[at] && !isFillingWord(cell.text) ? [cell.text.trim()] : [])))
  if (sure.size < 2 && knownCount + labels + days < cells.length) return false
  return cells.some(([, cell], at) => known[at] && !isLabelHeader(cell.text))
}

/**
 * 姓名 | 张三 | 性别 | 女: a word and its value in turn is a line of a card. It is a header after all when full rows
 * without any such word follow.
 */
function isCardLine(row: Row, below: Row | undefined): boolean {
  const cells = filledCells(row)
  const isWord = (at: number) => isKnownHeader(cells[at]?.[1].text ?? '') || isLabelHeader(cells[at]?.[1].text ?? '')
  if (isSurelyCardLine(cells)) return true
  if (cells.length <= 2 || (cells.some((_, at) => isWord(at) && isWord(at + 1)) && !isPairs(cells))) return false
  if (below === undefined || below.cells.size < cells.length * 0.6) return true
  return cells.some(([column], at) => isWord(at) && isKnownHeader(below.cells.get(column)?.text ?? ''))
}

/** 居住情况 | 独居 | 婚姻状况 | 丧偶: the value beside a word may be a label, which heads columns elsewhere. */
export function isPairs(cells: readonly [number, Cell][]): boolean {
  // 服务次数 | 第1次: the ordinal is a value here, and heads a session beside others of its kind.
  const known = cells.map(([, { text }]) => isKnownHeader(text) && sessionOrdinal(text) === undefined)
  const words = known.filter((_, at) => at % 2 === 0)
  return cells.length % 2 === 0 && !known.some((is, at) => is && at % 2 === 1) && words.filter(Boolean).length * 2 > words.length
}

/** A day, a number, a sex, an ordinal: stands in a cell and over no column. */
const isPlainValue = ({ text }: Cell) => /^第?\d[\d.\-/:：年月日\s]*[人岁次个分节名]?$|^[男女]$/.test(text.trim())

/** 探访日期 | 2024.3.5 | 探访方式 | 入户: words and values in turn, whatever the next line looks like. */
const isSurelyCardLine = (cells: readonly [number, Cell][]) =>
  cells.length > 2 && isPairs(cells) && cells.some(([, cell], at) => at % 2 === 1 && isPlainValue(cell))

/** Ranges merged over several columns from this row, and those merged down. */
function mergesOf(context: HeaderContext, row: Row) {
  const merges = context.merges.get(row.number) ?? []
  return { wide: merges.filter((merge) => merge.toColumn > merge.fromColumn), tall: merges.filter((merge) => merge.toRow > merge.fromRow) }
}

/** The group that stands over a column in a row of group headers, by its merged range or the blanks after it. */
function groupsOver(context: HeaderContext, row: Row, below: Row): Map<number, string> {
  const { wide } = mergesOf(context, row)
  const groups = new Map<number, string>()
  const cells = filledCells(row)
  for (const [at, [column, cell]] of cells.entries()) {
    const merge = wide.find((each) => each.fromColumn === column)
    const next = cells[at + 1]?.[0] ?? Number.POSITIVE_INFINITY
    const last = merge?.toColumn ?? next - 1
    const text = readableHeader(cell.text)
    for (const under of below.cells.keys()) if (under >= column && under <= last) groups.set(under, text)
  }
  return groups
}

/** 社区：曙光 is a line above a table; 社区： alone may well be a header. */
const saysMore = (cell: Cell) => pairsIn(cell.text).some(({ value }) => value !== '')

/** Whether the row below a header row is its second level: it only fills what stands under groups. */
function isSecondLevel(context: HeaderContext, top: Row, below: Row): boolean {
  if (below.number !== top.number + 1 || below.cells.size === 0) return false
  const { wide, tall } = mergesOf(context, top)
  const cells = filledCells(below)
  const underGroup = (column: number) => {
    if (wide.some((merge) => column >= merge.fromColumn && column <= merge.toColumn)) return true
    // Without merged ranges, a group is followed by blanks in its own row.
    return !top.cells.has(column) || (top.cells.has(column) && !top.cells.has(column + 1) && below.cells.has(column + 1))
  }
  if (!cells.every(([column]) => underGroup(column))) return false
  if (cells.some(([, cell]) => looksLikeValue(cell) || saysMore(cell))) return false
  const headers = cells.filter(([, cell]) => isKnownHeader(cell.text) || isLabelHeader(cell.text) || isSessionNumber(cell)).length
  // 节日 | 代际 under 活动类型 and under nothing else: words that nobody knows, but no record begins there.
  const first = Math.min(...top.cells.keys())
  if (cells.length >= 2 && cells.every(([column, cell]) => column > first && isPlainWord(cell))) return true
  const confirmed = tall.some((merge) => merge.toRow >= below.number) && wide.length > 0
  return confirmed ? headers > 0 || cells.every(([, cell]) => cell.number === undefined) : headers * 2 >= cells.length
}

const isPlainWord = ({ number, text }: Cell) => number === undefined && /^[\p{Script=Han}a-z]{2,14}$/u.test(plainWord(text))

const isSessionNumber = (cell: Cell) =>
  (cell.number !== undefined && (cell.dated === true || (Number.isInteger(cell.number) && cell.number >= 1 && cell.number <= 60))) ||
  sessionOrdinal(cell.text) !== undefined

/** Whether the row above a header row holds groups: several of them, or one merged over a part of the columns. */
function isGroupRow(context: HeaderContext, above: Row | undefined, header: Row): above is Row {
  if (above === undefined || above.number !== header.number - 1 || above.cells.size === 0) return false
  const cells = filledCells(above)
  if (cells.some(([, cell]) => cell.text.length > 20 || cell.number !== undefined || saysMore(cell))) return false
  // A title may be merged over most of a table, with its date beside it.
  if (cells.some(([, cell]) => /(?:表|册|名单|台账|清单|一览)$|20\d\d/.test(cell.text.trim()))) return false
  const columns = [...header.cells.keys()]
  const first = Math.min(...columns)
  const last = Math.max(...columns)
  const { wide } = mergesOf(context, above)
  const partial = wide.filter((merge) => merge.toColumn - merge.fromColumn + 1 < last - first + 1 && above.cells.has(merge.fromColumn))
  if (partial.length > 0) return cells.length >= 2 || (partial[0]?.fromColumn ?? 0) > first
  if (wide.length > 0) return false
  const spread = cells.length >= 2 && cells.length < columns.length && cells.every(([column]) => column >= first && column <= last)
  const isCard = cells.some(
    ([, cell], at) => isKnownHeader(cell.text) && at + 1 < cells.length && !isKnownHeader(cells[at + 1]?.[1].text ?? ''),
  )
  return spread && !isCard && cells.some(([column]) => !above.cells.has(column + 1))
}

/** Two header rows as one: what stands below with its group, and what stands above alone. */
function combine(context: HeaderContext, top: Row, below: Row): Column[] {
  const groups = groupsOver(context, top, below)
  const lower = filledCells(below).map(([column, cell]) => {
    const group = groups.get(column)
    const text = readableHeader(cell.text)
    return { column, text, ...(group === undefined || plainWord(group) === plainWord(text) ? {} : { group }) }
  })
  const upper = filledCells(top)
    .filter(([column]) => !below.cells.has(column) && !lower.some((each) => isGroupStart(context, top, column, each.column)))
    .map(([column, cell]) => ({ column, text: readableHeader(cell.text) }))
  return [...upper, ...lower].toSorted((a, b) => a.column - b.column)
}

/** The header that a row begins, with its second level or the groups over it. */
export function headerAt(context: HeaderContext, at: number): Header | undefined {
  const row = context.rows[at]
  const below = context.rows[at + 1]
  if (row === undefined || !isHeaderRow(row) || isCardLine(row, below)) return undefined
  if (below !== undefined && isSecondLevel(context, row, below)) return { from: at, to: at + 1, columns: combine(context, row, below) }
  // 困难类别 | 家庭 over whole headers: the row below is the header, and finds its groups here.
  if (below !== undefined && below.cells.size > row.cells.size && isHeaderRow(below) && isGroupRow(context, row, below)) return undefined
  const above = context.rows[at - 1]
  if (isGroupRow(context, above, row)) return { from: at - 1, to: at, columns: combine(context, above, row) }
  return { from: at, to: at, columns: filledCells(row).map(([column, cell]) => ({ column, text: readableHeader(cell.text) })) }
}

/** Whether a cell of the upper row is the group over a lower column rather than a header of its own. */
function isGroupStart(context: HeaderContext, row: Row, column: number, under: number): boolean {
  const merge = mergesOf(context, row).wide.find((each) => each.fromColumn === column)
  if (merge !== undefined) return under >= merge.fromColumn && under <= merge.toColumn
  const next = filledCells(row).find(([each]) => each > column)?.[0] ?? Number.POSITIVE_INFINITY
  return under > column && under < next
}
