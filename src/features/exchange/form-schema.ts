import type { Day } from '../../kernel/day.ts'
import type { forms } from './forms-schema.ts'

/** How a cell of a book is read, by the sort of its field. */
export type FieldSorts = {
  /** As typed, spaces trimmed. */
  text: string
  /** A person's or an organisation's name without inner spaces. */
  name: string
  /** Several names in one cell. */
  names: readonly string[]
  sex: 'male' | 'female'
  /** A whole number of years. */
  age: number
  /** `undefined` with a fault when there is no such day. */
  day: Day
  /** `HH:MM`. */
  time: string
  /** Minutes: 2小时30分, 2.5 (hours), 150分钟. */
  duration: number
  /** A number, a unit behind it dropped: 10人, 29箱, 第3次. */
  number: number
  /** Money in 分: 98元, ¥38.00, 2,359.57. */
  money: number
  /** A share in percent: 8%, 0.08. */
  percent: number
  /** Digits as written, full-width made half-width, with nothing else changed: identity numbers, telephones. */
  digits: string
  /** The last four characters of a number, x made X; a numeric cell is padded with zeros to four. */
  tail: string
  /** √ ✓ 是 有 Y 1 for yes, × 否 无 N 0 for no. */
  mark: boolean
  /** present (√, 迟到, 早退) or absent (×, 请假, 缺席, blank). */
  presence: 'present' | 'absent'
  /** 困难类别 as codes of the people feature. */
  labels: readonly string[]
  /** 肢体二级: category and grade. */
  disability: { readonly category?: string; readonly grade?: number }
  /** Systolic and diastolic: 136/78. */
  pressure: { readonly systolic: number; readonly diastolic: number }
  /** mmol/L unless it says mg/dl. */
  glucose: { readonly value: number; readonly unit: 'mmol/L' | 'mg/dL' }
  /** A service number: HD001, YZ-01. Spaces and case evened out. */
  code: string
  /** 2024年9月1日至2025年5月1日 */
  period: { readonly from: Day; readonly to: Day }
  /** The themes of an activity: 节日（中秋）、代际. */
  themes: readonly string[]
}
export type FieldSort = keyof FieldSorts

export type FormId = keyof typeof forms
type FieldsOf<F extends FormId> = (typeof forms)[F]['fields']

/** One cell read for one field. `value` is absent when the cell could not be read as its sort: then `fault` says why. */
export type ReadCell<S extends FieldSort> = {
  readonly value?: FieldSorts[S]
  /** As it stands in the book. */
  readonly written: string
  /** The header over it as it stands in the book; of a value from a line above the table, that line's label. */
  readonly column: string
  /** The cell holds a number, where digits would be text. */
  readonly numeric?: true
  /** The row that it stands in, when that is not the row of the form: a line above the table, a card's own line. */
  readonly row?: number
  readonly fault?: 'unreadable' | 'no-such-day' | 'month-only' | 'formula-error'
  /**
   * `MM-DD` of a day that is written without its year. A `value` beside it has the year of the titles around; the project's
   * period has the last word.
   */
  readonly yearless?: string
  /** `YYYY-MM` of a birthday that is written without its day. */
  readonly month?: string
}

/** One row of a form. Fields with empty cells are left out. */
export type FormRow<F extends FormId = FormId> = {
  readonly form: F
  readonly file: string
  readonly sheet?: string
  readonly row: number
  readonly cells: { readonly [K in keyof FieldsOf<F>]?: FieldsOf<F>[K] extends FieldSort ? ReadCell<FieldsOf<F>[K]> : never }
  /** For every field that has a column in this table, its header: also for cells that are empty in this row. */
  readonly columns: { readonly [K in keyof FieldsOf<F>]?: string }
  /** groupRoll: the presence at each session by its ordinal. */
  readonly sessions?: ReadonlyMap<number, ReadCell<'presence'>>
  /** groupRoll: the day of each session whose column is headed by one. */
  readonly sessionDays?: ReadonlyMap<number, ReadCell<'day'>>
  /** visits: the check list, in order or not, by the header as written. */
  readonly checks?: ReadonlyMap<string, boolean>
}

/** A table found in a book, the form it was taken for, and which column means what. */
export type TableMapping = {
  readonly file: string
  readonly sheet?: string
  /** Of a ledger of many kinds of services: the kinds that these rows are of. */
  readonly part?: string
  /** The last header row's number. */
  readonly headerRow: number
  /** Identifies tables with one set of headers, so that a kept mapping serves them all. */
  readonly signature: string
  /** Undefined: not recognised; an agency may say what it is, or that it is to be left. */
  readonly form?: FormId
  /** Not recognised: what it resembles most. Its columns are proposed for this form, and its rows are not read. */
  readonly guess?: FormId
  /** The sheet is hidden in the workbook. It is read like the others. */
  readonly hidden?: true
  /** 0 to 1. */
  readonly confidence: number
  /**
   * `field` is a field of the form, or `sessions` and `checks` for the columns that a roll and a visit may have many of.
   * Several columns may be `labels`.
   */
  readonly columns: readonly { readonly column: number; readonly header: string; readonly field?: string; readonly example?: string }[]
  readonly rowCount: number
}
