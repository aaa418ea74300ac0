/** What a table holds in a cell. */
export type CsvCell = string | number | boolean | null

/** A cell that no spreadsheet takes for a formula. */
const cell = (value: CsvCell): string => {
  if (value === null) return ''
  const text = String(value)
  const inert = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** A table as CSV: RFC 4180, in UTF-8 with a mark so that spreadsheets read Chinese. */
export const csvText = (headers: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${[headers, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
