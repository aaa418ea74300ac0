import { type Day, daySchema } from '../../kernel/day.ts'
import type { FieldSort, FormRow, ReadCell } from './form-schema.ts'

type Period = { readonly startsOn?: Day; readonly endsOn?: Day }

/**
 * Gives days that are written without their year (9月4日) the year in which they fall into the project's period. A year
 * that stands around the table goes only as far as the day is then inside: a list headed 2024年 may run into January. A
 * day that is in the period of no year, or of two, stays as it was read.
 */
export function completeDays(rows: readonly FormRow[], period: Period): readonly FormRow[] {
  const { startsOn, endsOn } = period
  if (startsOn === undefined || endsOn === undefined) return rows
  const completed = (cell: ReadCell<FieldSort>): ReadCell<'day'> | undefined => {
    const { yearless, written, column, row } = cell
    if (yearless === undefined || isInside(cell.value)) return undefined
    const inside = years.flatMap((year) => daySchema.safeParse(`${year}-${yearless}`).data ?? []).filter(isInside)
    const [value] = inside
    return value === undefined || inside.length > 1 ? undefined : { value, written, column, ...(row === undefined ? {} : { row }) }
  }
  const isInside = (day: unknown) => typeof day === 'string' && day >= startsOn && day <= endsOn
  const [first, last] = [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))]
  const years = Array.from({ length: Math.min(20, last - first + 1) }, (_, at) => first + at)
  return rows.map((row) => withDays(row, completed))
}

function withDays(row: FormRow, completed: (cell: ReadCell<FieldSort>) => ReadCell<'day'> | undefined): FormRow {
  const cells: Readonly<Record<string, ReadCell<FieldSort> | undefined>> = row.cells
  const changed: Record<string, ReadCell<'day'>> = {}
  for (const field in cells) {
    const cell = cells[field]
    const day = cell?.yearless === undefined ? undefined : completed(cell)
    if (day !== undefined) changed[field] = day
  }
  const { sessionDays } = row
  if (sessionDays === undefined && Object.keys(changed).length === 0) return row
  return {
    ...row,
    cells: { ...row.cells, ...changed },
    ...(sessionDays === undefined
      ? {}
      : { sessionDays: new Map([...sessionDays].map(([ordinal, cell]) => [ordinal, completed(cell) ?? cell] as const)) }),
  }
}
