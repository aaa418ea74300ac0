/** One sheet to be written: headers, and rows of plain values. */
export type OutSheet = {
  readonly name: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** Characters that no sheet's name may have, and its length. */
const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)

/**
 * Sheets as an .xlsx file. Text is written as text, whatever it begins with: a cell never becomes a formula. The first
 * row is frozen and filtered.
 */
export async function writeSheets(sheets: readonly OutSheet[]): Promise<Buffer> {
  // Loaded when a sheet is wanted: it is larger than all else that the server loads.
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  for (const { name, headers, rows } of sheets) {
    const sheet = book.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = headers.map((header, at) => ({
      header,
      width: widthOf(
        header,
        rows.slice(0, 200).map((row) => row[at] ?? ''),
      ),
    }))
    sheet.getRow(1).font = { bold: true }
    for (const row of rows) sheet.addRow(row.map((value) => value ?? undefined))
    if (rows.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headers.length } }
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Han characters are twice as wide as others. */
function widthOf(header: string, values: readonly (string | number)[]): number {
  const width = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
  return Math.min(48, Math.max(8, 2 + Math.max(width(header), ...values.map((value) => width(String(value))))))
}
