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
  if (startsOn === undefined || endsOn === undefined) return withYearsBeside(rows)
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
  return withYearsBeside(rows.map((row) => withDays(row, completed)))
}

/**
 * A day without its year that neither the titles nor the period complete has the year of the days above and below it in
 * its column, when these have one year.
 */
function withYearsBeside(rows: readonly FormRow[]): readonly FormRow[] {
  const lost = new Set<string>()
  for (const row of rows) for (const field of fieldsLost(row)) lost.add(nameOf(row, field))
  if (lost.size === 0) return rows
  const columns = new Map<string, FormRow[]>()
  for (const row of rows)
    for (const field in row.cells) {
      const name = nameOf(row, field)
      if (!lost.has(name)) continue
      const column = columns.get(name)
      if (column === undefined) columns.set(name, [row])
      else column.push(row)
    }
  const years = new Map<string, ReadonlyMap<FormRow, string>>()
  for (const [name, column] of columns) years.set(name, yearsOf(column, name.slice(name.lastIndexOf('|') + 1)))
  return rows.map((row) =>
    fieldsLost(row).reduce<FormRow>((known, field) => {
      const year = years.get(nameOf(row, field))?.get(row)
      return year === undefined ? known : withDays(known, (cell) => inYear(cell, year))
    }, row),
  )
}

const nameOf = (row: FormRow, field: string) => `${row.form}|${row.file}|${row.sheet ?? ''}|${field}`
const cellsOf = (row: FormRow): Readonly<Record<string, ReadCell<FieldSort> | undefined>> => row.cells
const isLost = (cell: ReadCell<FieldSort> | undefined) => cell?.yearless !== undefined && cell.value === undefined

function fieldsLost(row: FormRow): string[] {
  const cells = cellsOf(row)
  const fields: string[] = []
  for (const field in cells) if (isLost(cells[field])) fields.push(field)
  return fields
}

/** For each row of a column that lost its year, the year on either side of it. */
function yearsOf(column: readonly FormRow[], field: string): ReadonlyMap<FormRow, string> {
  const written = column.map((row) => {
    const cell = cellsOf(row)[field]
    return typeof cell?.value === 'string' && cell.yearless === undefined ? cell.value.slice(0, 4) : undefined
  })
  const above = nearest(written)
  const below = nearest(written.toReversed()).toReversed()
  const years = new Map<FormRow, string>()
  for (const [at, row] of column.entries()) {
    const year = above[at] ?? below[at]
    if (isLost(cellsOf(row)[field]) && year !== undefined && year === (below[at] ?? year)) years.set(row, year)
  }
  return years
}

/** For each place the last thing written up to there. */
function nearest(written: readonly (string | undefined)[]): (string | undefined)[] {
  let last: string | undefined
  return written.map((year) => {
    last = year ?? last
    return last
  })
}

function inYear({ value: known, yearless, written, column, row }: ReadCell<FieldSort>, year: string): ReadCell<'day'> | undefined {
  const value = known === undefined && yearless !== undefined ? daySchema.safeParse(`${year}-${yearless}`).data : undefined
  return value === undefined ? undefined : { value, written, column, ...(row === undefined ? {} : { row }) }
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
