import type { BookSink } from './book-reader.ts'
import type { Cell, Merge } from './book-schema.ts'
import { limits } from './limit-rules.ts'
import type { Shows } from './number-format-rules.ts'
import { Refused } from './refused-reader.ts'
import { textOfNumber, textOfSerial } from './serial-rules.ts'
import { readXml } from './xml-reader.ts'

/** What the sheets of one workbook share. */
export type SheetContext = {
  readonly strings: readonly string[]
  readonly styles: readonly Shows[]
  readonly date1904: boolean
  /** What has been read of the whole book, against its limits. */
  readonly used: { rows: number; cells: number; cellTags: number; characters: number }
  readonly cellOf: (text: string) => Cell
}

/** Days between the first day of the 1900 and of the 1904 system. */
const shift1904 = 1462

/** `BC12` → column 54 and row 12; undefined when it is no reference. */
function placeOf(reference: string): { column: number; row: number } | undefined {
  let column = 0
  let at = 0
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + (code - 64)
    if (column > limits.columns) return undefined
  }
  const row = Number(reference.slice(at))
  if (at === 0 || !Number.isInteger(row) || row < 1 || row > limits.sheetRows) return undefined
  return { column: column - 1, row }
}

function mergeOf(range: string): Merge | undefined {
  const [from, to] = range.replaceAll('$', '').split(':')
  const start = placeOf(from ?? '')
  const end = placeOf(to ?? from ?? '')
  if (start === undefined || end === undefined) return undefined
  return { fromRow: start.row, toRow: end.row, fromColumn: start.column, toColumn: end.column }
}

/** The cell of a raw value, or undefined when it is empty. A formula's last result counts; the formula does not. */
function cellOf(type: string, raw: string, style: number, context: SheetContext): Cell | undefined {
  if (type === 's') {
    const text = context.strings[Number(raw)]
    if (text === undefined) throw new Refused('book.damaged')
    return text.trim() === '' ? undefined : context.cellOf(text)
  }
  if (type === 'b') return context.cellOf(raw.trim() === '1' ? '是' : '否')
  if (type === 'n') {
    const number = Number(raw)
    if (raw.trim() === '') return undefined
    if (!Number.isFinite(number)) return context.cellOf(raw)
    const shows = context.styles[style]
    if (shows === undefined) return { text: textOfNumber(number), number }
    const serial = context.date1904 && number >= 1 ? number + shift1904 : number
    const text = textOfSerial(serial, shows)
    return text === undefined ? { text: textOfNumber(number), number } : { text, number: serial, dated: true }
  }
  return raw.trim() === '' ? undefined : context.cellOf(raw)
}

/** Streams one worksheet into the sink. Rows without content are left out; numbers may be missing on rows and cells. */
export async function readSheet(pieces: AsyncIterable<Buffer>, name: string, context: SheetContext, sink: BookSink): Promise<void> {
  const { used } = context
  let cells = new Map<number, Cell>()
  let rowNumber = 0
  let rowHidden = false
  let column = -1
  let reference: string | undefined
  let type = 'n'
  let style = ''
  let raw = ''
  let listening = false
  let phonetic = false
  let merges = 0
  let filtered = 0

  /** Where the last cell stands is worked out only when it holds something or the next one counts on from it. */
  const placeCell = () => {
    if (reference === undefined) return
    column = placeOf(reference)?.column ?? limits.columns
    reference = undefined
    if (column >= limits.columns) throw new Refused('book.damaged')
  }

  const closeCell = () => {
    const cell = raw === '' ? undefined : cellOf(type, raw, Number(style), context)
    if (cell === undefined) return
    placeCell()
    if (column >= limits.columns) throw new Refused('book.damaged')
    used.cells += 1
    used.characters += cell.text.length
    if (used.cells > limits.cells || used.characters > limits.characters) throw new Refused('book.too-many-cells', name)
    cells.set(column, cell)
  }

  await readXml(pieces, {
    open: (tag, attributes) => {
      if (tag === 'c') {
        placeCell()
        used.cellTags += 1
        if (used.cellTags > limits.cellTags) throw new Refused('book.too-many-cells', name)
        column += 1
        reference = attributes['r']
        type = attributes['t'] ?? 'n'
        style = attributes['s'] ?? '0'
        raw = ''
      } else if (tag === 'v') listening = type !== 'inlineStr'
      else if (tag === 't') listening = type === 'inlineStr' && !phonetic
      else if (tag === 'rPh') phonetic = true
      else if (tag === 'row') {
        filtered += 1
        if (filtered > limits.sheetRows) throw new Refused('book.too-many-rows', name)
        const number = Number(attributes['r'] ?? rowNumber + 1)
        if (!Number.isInteger(number) || number <= rowNumber || number > limits.sheetRows) throw new Refused('book.damaged')
        rowNumber = number
        rowHidden = attributes['hidden'] === '1' || attributes['hidden'] === 'true'
        column = -1
        reference = undefined
        if (cells.size > 0) cells = new Map()
      } else if (tag === 'mergeCell') {
        merges += 1
        if (merges > limits.merges) throw new Refused('book.too-many-merges', name)
        const merge = mergeOf(attributes['ref'] ?? '')
        if (merge !== undefined) sink.merge(merge)
      }
    },
    text: (text) => {
      if (!listening) return
      raw += text
      if (raw.length > limits.cellCharacters) throw new Refused('book.too-long-text', name)
    },
    close: (tag) => {
      if (tag === 'c') closeCell()
      else if (tag === 'v' || tag === 't') listening = false
      else if (tag === 'rPh') phonetic = false
      else if (tag === 'row' && cells.size > 0) {
        used.rows += 1
        if (used.rows > limits.rows) throw new Refused('book.too-many-rows', name)
        sink.row({ number: rowNumber, hidden: rowHidden, cells })
      }
    },
  })
}
