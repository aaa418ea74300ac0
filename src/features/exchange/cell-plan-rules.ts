import { type AnyRow, type Desk, report } from './plan-desk-rules.ts'
import type { FormRow } from './form-schema.ts'

type LooseRow = AnyRow & {
  readonly cells: Readonly<Record<string, { readonly written: string; readonly column: string; readonly fault?: string } | undefined>>
}

/** How people say that there is nothing to say. */
const nothing = /^([-—–/\\、.。]+|无|没有|不详|未知|暂无|N\/?A)$/i

/** Cells that could not be read as what their column holds. The row stands without them. */
export function checkCells(desk: Desk, rows: readonly FormRow[]) {
  for (const row of rows) checkRow(desk, row, row.form)
}

function checkRow(desk: Desk, row: LooseRow, form: string) {
  for (const field in row.cells) {
    const cell = row.cells[field]
    if (cell?.fault === undefined || nothing.test(cell.written.trim())) continue
    if (cell.fault !== 'no-such-day') report(desk, row, 'unreadable', field, { written: cell.written })
    else
      report(desk, row, form === 'register' && field === 'birth' ? 'birth_impossible' : 'day_impossible', field, { written: cell.written })
  }
}
