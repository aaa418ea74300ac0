import type { Cell, Row } from './book-schema.ts'
import { plainWord, wordsOf } from './header-rules.ts'
import type { Column } from './table-header-rules.ts'

/** Columns beside a day's own that hold its year and its month: 月份 | 日期 over 3月 | 5日. */
export type DayParts = { readonly year?: number; readonly month?: number }

const yearHeaders = new Set(wordsOf('年 年份 年度').map(plainWord))
const monthHeaders = new Set(wordsOf('月 月份 月度').map(plainWord))

/** Where the year and the month stand, when a table has a column for the month. */
export function dayPartsOf(columns: readonly Column[]): DayParts | undefined {
  const columnOf = (words: ReadonlySet<string>) => columns.find(({ text }) => words.has(plainWord(text)))?.column
  const month = columnOf(monthHeaders)
  const year = columnOf(yearHeaders)
  return month === undefined ? undefined : { month, ...(year === undefined ? {} : { year }) }
}

const numberIn = (text: string | undefined, unit: RegExp) => unit.exec(text?.normalize('NFKC').trim() ?? '')?.[1]

/** A day's cell that holds no more than 5日, completed by its month and year: written once, they go for the rows below. */
export function completeDay(cell: Cell, row: Row, parts: DayParts, above: Map<number, Cell>): Cell {
  const textAt = (column: number | undefined) => {
    if (column === undefined) return undefined
    const own = row.cells.get(column)
    if (own !== undefined) above.set(column, own)
    return above.get(column)?.text
  }
  const [written, inMonth] = [textAt(parts.year), textAt(parts.month)]
  const day = numberIn(cell.text, /^(\d{1,2})\s*[日号]?$/)
  const month = numberIn(inMonth, /^(?:(?:19|20)\d{2}\s*[年.\-/])?\s*(\d{1,2})\s*月?份?$/)
  const year = numberIn(written ?? inMonth, /^((?:19|20)\d{2})/)
  if (day === undefined || month === undefined) return cell
  return { text: `${year === undefined ? '' : `${year}年`}${month}月${day}日` }
}
