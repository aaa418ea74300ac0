import { crc32, deflateRawSync } from 'node:zlib'
import type { Book, Cell, Merge, Sheet } from './book-schema.ts'
import { timeOfSerial } from './serial-rules.ts'

/** What a test writes for a cell: text, a number, a serial that shows as a day or as a time, or nothing. */
export type Written = string | number | { readonly day: number } | { readonly time: number } | undefined

const cellOf = (written: Exclude<Written, undefined>): Cell => {
  if (typeof written === 'string') return { text: written }
  if (typeof written === 'number') return { text: String(written), number: written }
  if ('time' in written) return { text: timeOfSerial(written.time), number: written.time, dated: true }
  return { text: new Date((written.day - 25_569) * 86_400_000).toISOString().slice(0, 10), number: written.day, dated: true }
}

/** `B3:D4` as a merged range. */
function mergeOf(range: string): Merge {
  const [from = '', to = ''] = range.split(':')
  const columnOf = (reference: string) =>
    Array.from(reference.replace(/\d/g, '')).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const rowOf = (reference: string) => Number(reference.replace(/\D/g, ''))
  return { fromRow: rowOf(from), toRow: rowOf(to), fromColumn: columnOf(from), toColumn: columnOf(to) }
}

export type SheetOptions = {
  readonly merges?: readonly string[]
  readonly hiddenRows?: readonly number[]
  readonly hidden?: boolean
  readonly date1904?: true
}

/** A sheet of rows as they would be typed, from row 1 and column A. An empty string is an empty cell. */
export function sheetOf(name: string | undefined, rows: readonly (readonly Written[])[], options: SheetOptions = {}): Sheet {
  return {
    ...(name === undefined ? {} : { name }),
    hidden: options.hidden ?? false,
    ...(options.date1904 === undefined ? {} : { date1904: options.date1904 }),
    rows: rows.flatMap((row, at) => {
      const cells = new Map(
        row.flatMap((written, column) => (written === undefined || written === '' ? [] : [[column, cellOf(written)] as const])),
      )
      return cells.size === 0 ? [] : [{ number: at + 1, hidden: options.hiddenRows?.includes(at + 1) ?? false, cells }]
    }),
    merges: (options.merges ?? []).map(mergeOf),
  }
}

export const bookOf = (file: string, ...sheets: readonly Sheet[]): Book => ({ file, sheets })

/** Rows of a table drawn as text: cells between bars. */
export const rowsOf = (drawn: string): string[][] =>
  drawn
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()))

export type Part = {
  readonly name: string
  readonly data: string | Uint8Array
  /** Says another unzipped size than what is in it. */
  readonly declared?: number
  readonly stored?: boolean
  readonly flags?: number
}

/** A zip file of parts, lies included. */
export function zipOf(parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const raw = Buffer.from(part.data)
    const packed = part.stored === true ? raw : deflateRawSync(raw, { level: 1 })
    const name = Buffer.from(part.name)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE((part.flags ?? 0) | 0x800, 2)
    header.writeUInt16LE(part.stored === true ? 0 : 8, 4)
    header.writeUInt32LE(crc32(raw), 10)
    header.writeUInt32LE(packed.length, 14)
    header.writeUInt32LE(part.declared ?? raw.length, 18)
    header.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), header, name, packed])
    const central = Buffer.alloc(14)
    central.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), header, central, name]))
    files.push(local)
    offset += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, listing, end])
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** The parts of a workbook of one sheet around a worksheet's own XML, each to be replaced or added to. */
export function workbookParts(sheetXml: string, more: Readonly<Record<string, string>> = {}): Part[] {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml,
    ...more,
  }
  return Object.entries(parts).map(([name, data]) => ({ name, data }))
}

export const worksheetOf = (data: string, after = ''): string =>
  `${xml}<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${after}</worksheet>`

export const workbookOf = (sheetXml: string, more: Readonly<Record<string, string>> = {}): Buffer => zipOf(workbookParts(sheetXml, more))
