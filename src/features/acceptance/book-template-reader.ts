import type { CellValue, Worksheet } from 'exceljs'
import type { ReportValues } from './field-rules.ts'
import { filled, listsIn, type Piece } from './template-rules.ts'

async function load(bytes: Buffer) {
  // Loaded when a workbook is wanted: it is larger than all else that the server loads.
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  await book.xlsx.load(copy)
  return book
}

function textOf(value: CellValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null && 'richText' in value) return value.richText.map((run) => run.text).join('')
  return ''
}

/** The cells of a workbook that have text, each with its sheet and place: 工作表“指标”B3. */
export async function readCells(bytes: Buffer): Promise<(Piece & { row: string })[]> {
  const book = await load(bytes)
  const cells: (Piece & { row: string })[] = []
  for (const sheet of book.worksheets)
    sheet.eachRow((row, number) =>
      row.eachCell((cell) => {
        const text = textOf(cell.value)
        if (text !== '' && !(cell.isMerged && cell.master !== cell))
          cells.push({
            text,
            row: `${sheet.name}!${number}`,
            place: { zh: `工作表“${sheet.name}”${cell.address}`, en: `Sheet “${sheet.name}”, ${cell.address}` },
          })
      }),
    )
  return cells
}

/** A workbook with its fields filled in; a row that names a list's columns is repeated for each of the list. */
export async function fillBook(bytes: Buffer, values: ReportValues): Promise<Buffer> {
  const book = await load(bytes)
  for (const sheet of book.worksheets) for (let row = sheet.rowCount; row > 0; row -= 1) fillRow(sheet, row, values)
  return Buffer.from(await book.xlsx.writeBuffer())
}

function fillRow(sheet: Worksheet, number: number, values: ReportValues): void {
  const cells: { column: number; text: string }[] = []
  sheet.getRow(number).eachCell((cell, column) => {
    const text = textOf(cell.value)
    if (text.includes('{')) cells.push({ column, text })
  })
  const [list] = cells.flatMap((cell) => listsIn(cell.text))
  const rows = list === undefined ? [{}] : (values.lists[list] ?? [])
  if (rows.length > 1) sheet.duplicateRow(number, rows.length - 1, true)
  const write = (at: number, record: Readonly<Record<string, string | number | null>> | undefined) => {
    for (const { column, text } of cells)
      sheet.getRow(at).getCell(column).value =
        record === undefined
          ? null
          : filled(text, (name) => (name.includes('.') ? (record[name.split('.')[1] ?? ''] ?? null) : (values.single[name] ?? null)))
  }
  if (rows.length === 0) write(number, undefined)
  for (const [at, record] of rows.entries()) write(number + at, record)
}
