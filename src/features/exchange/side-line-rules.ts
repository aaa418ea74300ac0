import type { Cell, Row } from './book-schema.ts'
import { sessionOrdinal, toSimplified } from './header-rules.ts'
import { isFillingWord, isKnownHeader } from './vocabulary-rules.ts'

/** A value that stands outside a table's columns: 日期：2024.9.10. */
export type SideValue = { readonly label: string; readonly cell: Cell; readonly row: number; readonly column: number }

/** A word with a colon behind it. 上午9:00 is a time of day and no label. */
const labelled = /([^\s:：,，;；。、/]{0,16}[\p{Script=Han}A-Za-z][^\s:：,，;；。、/]{0,12})\s*(?:(?<!\d)[:：]|[:：](?!\d\d))/gu

/** The pairs of label and value in one text: 日期：2024年9月10日 义诊编号：YZ-01. */
export function pairsIn(text: string): { label: string; value: string }[] {
  if (text.length > 500 || !/[:：]/.test(text)) return []
  const found = [...text.matchAll(labelled)]
  const first = found[0]
  // A colon deep in a sentence is not a label's.
  if (first === undefined || first.index > 4) return []
  return found.map((match, at) => ({
    label: (match[1] ?? '').trim(),
    value: text
      .slice(match.index + match[0].length, found[at + 1]?.index ?? text.length)
      .replace(/[\s;；,，]+$/, '')
      .trim(),
  }))
}

/** The pairs of a line above or below a table: in one cell, or a label in one cell and its value in the next. */
export function sideValuesOf(row: Row): SideValue[] {
  const cells = [...row.cells].toSorted((a, b) => a[0] - b[0])
  const values: SideValue[] = []
  for (let at = 0; at < cells.length; at += 1) {
    const [column, cell] = cells[at] ?? []
    const next = cells[at + 1]?.[1]
    if (cell === undefined || column === undefined) continue
    const pairs = pairsIn(cell.text)
    for (const [index, { label, value }] of pairs.entries()) {
      const last = index === pairs.length - 1
      if (value !== '') values.push({ label, cell: { text: value }, row: row.number, column })
      else if (last && next !== undefined && pairsIn(next.text).length === 0) {
        values.push({ label, cell: next, row: row.number, column })
        at += 1
      }
    }
    if (
      pairs.length === 0 &&
      next !== undefined &&
      isKnownHeader(cell.text) &&
      (!isKnownHeader(next.text) || sessionOrdinal(next.text) !== undefined) &&
      pairsIn(next.text).length === 0
    ) {
      values.push({ label: cell.text, cell: next, row: row.number, column })
      at += 1
    }
  }
  return values
}

const total = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|总\s*和|本页合计|本页小计|总合计|以上合计|汇总合计)(?:$|[\s:：（(]|.{0,6}$)/
const note = /^(?:注|备\s*注|说\s*明|填表说明|填报说明|注意|注意事项|附注|提示|温馨提示)\s*[:：]|^[※＊*]\s*\S|^(?:注|说明)\s*\d/
const example = /^(?:例|示例|样例|填写示例|举例|范例)[:：]?$/

/** A row that sums up the rows above it. */
export const isTotalRow = (texts: readonly string[]): boolean =>
  texts.slice(0, 2).some((text) => total.test(toSimplified(text).trim())) ||
  (texts.some((text) => /^(?:合计|总计|小计|共计|累计)[:：]?$/.test(text.trim())) &&
    texts.every((text) => total.test(text.trim()) || /^[\d.,%¥￥元人次户]+$/.test(text.trim())))
export const isNoteText = (text: string): boolean => note.test(toSimplified(text).trim())
/** A row that shows how the form is filled in. */
export const isExampleRow = (texts: readonly string[]): boolean => texts.slice(0, 2).some((text) => example.test(text.trim()))

/** A line of labels with their values or with room for a signature: 填表人： 审核人： 日期： */
export function isLabelLine(row: Row): boolean {
  const cells = [...row.cells].toSorted((a, b) => a[0] - b[0]).map(([, cell]) => cell.text)
  let labels = 0
  for (let at = 0; at < cells.length; at += 1) {
    const pairs = pairsIn(cells[at] ?? '')
    if (pairs.length === 0 && !isDayOnly(cells[at] ?? '')) return false
    labels += pairs.length
    // A label alone in its cell has its value in the next.
    if (pairs.at(-1)?.value === '' && at + 1 < cells.length && pairsIn(cells[at + 1] ?? '').length === 0) at += 1
  }
  return labels > 0
}

/**
 * 活动名称 | 端午茶话会 | 活动时间 | 6月8日: a word that stands over columns, and its value in the next cell, all along
 * the row. Within a table it is told from a record only by the header that follows it.
 */
export function isPairLine(row: Row): boolean {
  const cells = [...row.cells.values()]
  const [first] = cells
  if (first === undefined || isFillingWord(first.text) || cells.length % 2 === 1) return false
  return sideValuesOf(row).length * 2 === cells.length && cells.every(({ text }, at) => at % 2 === 1 || isKnownHeader(text))
}

/** Labels of a line that have no value, in their cell or behind it. */
export function emptyLabelsOf(row: Row): string[] {
  const filled = new Set(sideValuesOf(row).map(({ label }) => label))
  return [...row.cells.values()].flatMap(({ text }) =>
    pairsIn(text).flatMap(({ label, value }) => (value === '' && !filled.has(label) ? [label] : [])),
  )
}

const isDayOnly = (text: string) => /^\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?$/.test(text.trim())
