import { parse, CsvError } from 'csv-parse/sync'
import type { BookSink } from './book-reader.ts'
import type { Cell, Row } from './book-schema.ts'
import { readLetters } from './letters-reader.ts'
import { limits } from './limit-rules.ts'
import { Refused } from './refused-reader.ts'
import { makeCellOf } from './workbook-reader.ts'

const delimiters = [',', '\t', ';', '|', '，'] as const

/** How often a character stands outside quotes in each of the first lines. */
function countOutsideQuotes(lines: string[], character: string): number[] {
  return lines.map((line) => {
    let quoted = false
    let count = 0
    for (const each of line) {
      if (each === '"') quoted = !quoted
      else if (each === character && !quoted) count += 1
    }
    return count
  })
}

/** The character that stands equally often in the most lines. A list within a cell is never so regular. */
export function delimiterOf(text: string): string {
  const declared = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (declared !== undefined) return declared
  const lines = text
    .slice(0, 100_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 60)
  let best: { character: string; score: number } = { character: ',', score: 0 }
  for (const character of delimiters) {
    const tally = new Map<number, number>()
    for (const count of countOutsideQuotes(lines, character)) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1)
    for (const [count, often] of tally) {
      const score = (often / lines.length) * Math.log2(1 + count)
      if (score > best.score) best = { character, score }
    }
  }
  return best.character
}

/** Rows of a text, with quotes as CSV has them or as letters like others. */
function parseRows(text: string, delimiter: string, quote: '"' | false): Row[] {
  const rows: Row[] = []
  const cellOf = makeCellOf()
  let number = 0
  let cellCount = 0
  parse(text, {
    delimiter,
    quote,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 1_000_000,
    on_record: (record: string[]) => {
      number += 1
      if (number > limits.sheetRows) throw new Refused('book.too-many-rows', 'CSV')
      if (record.length > limits.columns) throw new Refused('book.too-many-cells', 'CSV')
      const cells = new Map<number, Cell>()
      for (const [column, value] of record.entries()) {
        if (value.trim() === '') continue
        if (value.length > limits.cellCharacters) throw new Refused('book.too-long-text', 'CSV')
        // A spreadsheet marks digits that are to stay text by writing ="007".
        cells.set(column, cellOf(/^="([^"]*)"$/.exec(value)?.[1] ?? value))
      }
      cellCount += cells.size
      if (cellCount > limits.cells) throw new Refused('book.too-many-cells', 'CSV')
      if (cells.size > 0) rows.push({ number, hidden: false, cells })
      if (rows.length > limits.rows) throw new Refused('book.too-many-rows', 'CSV')
      return undefined
    },
  })
  return rows
}

/** When quotes do not close, every quote is taken for a letter. */
function readRows(text: string, delimiter: string): Row[] {
  try {
    return parseRows(text, delimiter, '"')
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw new Refused('book.too-long-text', 'CSV')
    return parseRows(text, delimiter, false)
  }
}

/** Refuses what has too many lines, or one that no row of a table is as long as, before any of it is made into text. */
function weighLines(bytes: Buffer): void {
  let ends = 0
  let begun = 0
  let longest = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 10 && bytes[at] !== 13) continue
    ends += 1
    longest = Math.max(longest, at - begun)
    begun = at
  }
  if (ends > limits.csvLines) throw new Refused('book.too-many-rows', 'CSV')
  if (Math.max(longest, bytes.length - begun) > limits.csvLineBytes) throw new Refused('book.too-long-text', 'CSV')
}

/** Characters that no table holds: what is in the file is a picture, a program or the like. */
function holdsControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32 && code !== 26 && code !== 27)) return true
  }
  return false
}

/** Reads a table of text. Row numbers are those that a spreadsheet program would show. */
export function readCsv(bytes: Buffer, sink: BookSink): void {
  if (bytes.length > limits.csvBytes) throw new Refused('book.too-large')
  weighLines(bytes)
  const text = readLetters(bytes)
  if (holdsControls(text.slice(0, 100_000))) throw new Refused('book.not-a-workbook')
  const delimiter = delimiterOf(text)
  sink.sheet({ hidden: false })
  sink.progress(0.3)
  for (const row of readRows(text.replace(/^sep=.\r?\n/i, ''), delimiter)) sink.row(row)
  sink.progress(1)
}
