import type { Row } from './book-schema.ts'
import { readableHeader } from './header-rules.ts'
import { pairsIn, sideValuesOf } from './side-line-rules.ts'
import { filledCells, type Header, type HeaderContext, headerAt, isPairs } from './table-header-rules.ts'

const farthest = 30

/**
 * The header of a sheet on which no known word stands: the first of the widest rows near its top that holds only short,
 * different words. A person then says what its columns mean.
 */
export function guessedHeader(rows: readonly Row[], context: HeaderContext): Header | undefined {
  const top = rows.slice(0, farthest)
  if (rows.slice(0, 2000).some((_, at) => headerAt(context, at) !== undefined)) return undefined
  const widest = Math.max(0, ...top.map((row) => row.cells.size))
  if (widest < 2) return undefined
  const from = top.findIndex((row) => {
    const cells = filledCells(row)
    const texts = cells.map(([, cell]) => cell.text.trim())
    return (
      cells.length >= Math.max(2, widest * 0.7) &&
      cells.every(([, cell]) => cell.number === undefined && cell.text.length <= 20 && pairsIn(cell.text).length === 0) &&
      new Set(texts).size === texts.length &&
      // A card's line is all words and their values.
      sideValuesOf(row).length * 2 < cells.length &&
      !isPairs(cells)
    )
  })
  const row = rows[from]
  if (row === undefined || from === rows.length - 1) return undefined
  return { from, to: from, columns: filledCells(row).map(([column, cell]) => ({ column, text: readableHeader(cell.text) })) }
}
