import { type AnyRow, type Desk, report } from './plan-desk-rules.ts'
import { fieldSorts } from './column-rules.ts'
import type { FindingCode } from './finding-schema.ts'
import type { FieldSort, FormRow, ReadCell } from './form-schema.ts'

type Fault = NonNullable<ReadCell<FieldSort>['fault']>
type LooseRow = AnyRow & {
  readonly cells: Readonly<
    Record<string, { readonly written: string; readonly column: string; readonly fault?: Fault | undefined } | undefined>
  >
}

/** How people say that there is nothing to say. */
const nothing = /^([-—–/\\、.。]+|无|没有|不详|未知|暂无|N\/?A)$/i

/** Cells that could not be read as what their column holds. The row stands without them. */
export function checkCells(desk: Desk, rows: readonly FormRow[]) {
  for (const row of rows) checkRow(desk, row, row.form)
}

/** What is said of a fault. A birthday without its day is looked at beside the identity number. */
function findingOf(fault: Fault, form: string, field: string): FindingCode | undefined {
  const isBirth = form === 'register' && field === 'birth'
  switch (fault) {
    case 'formula-error':
      return 'formula_error'
    case 'month-only':
      return isBirth ? undefined : 'day_vague'
    case 'no-such-day':
      return isBirth ? 'birth_impossible' : 'day_impossible'
    case 'unreadable':
      return fieldSorts[form]?.[field] === 'day' ? (field === 'day' ? 'day_unreadable' : 'day_vague') : 'unreadable'
  }
}

function checkRow(desk: Desk, row: LooseRow, form: string) {
  for (const field in row.cells) {
    const cell = row.cells[field]
    if (cell?.fault === undefined || nothing.test(cell.written.trim())) continue
    const code = findingOf(cell.fault, form, field)
    if (code !== undefined) report(desk, row, code, field, { written: cell.written })
  }
}
