import type { Cell } from './book-schema.ts'
import type { FieldSort, FieldSorts, ReadCell } from './form-schema.ts'

/** What the reading of a cell may lean on beside the cell itself. */
export type CellContext = {
  /** The header over it: a unit may stand there (金额（万元）, 时长（分钟）, 血糖(mg/dl)). */
  readonly header: string
  readonly date1904: boolean
  /** The table is in traditional script: what its cells say is kept in simplified. */
  readonly traditional?: true
  /** The year of a day that is written without one (9月4日). */
  readonly year?: number
  /** The century of a year written with two digits: births of elders are before 2000. */
  readonly births?: 'elders' | 'anyone'
  /** A month without a day stands for its last day: what is good until 2025.9 is good until the 30th. */
  readonly wholeMonth?: 'last'
}

/**
 * What a cell says: a value, nothing at all (无, —, 不详), or a fault. A list of labels may have both, when only some
 * of its words are known.
 */
export type Reading<T> = {
  readonly value?: T
  readonly fault?: ReadCell<FieldSort>['fault']
  readonly empty?: true
  /** Of a day that is written without its year, `MM-DD`. */
  readonly yearless?: string
  /** Of a birthday that is written without its day, `YYYY-MM`. */
  readonly month?: string
}

export type CellReader<S extends FieldSort> = (cell: Cell, context: CellContext) => Reading<FieldSorts[S]>
