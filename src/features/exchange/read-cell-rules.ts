import type { Cell } from './book-schema.ts'
import type { CellContext, CellReader, Reading } from './cell-schema.ts'
import { readGlucose, readPressure } from './clinic-cell-rules.ts'
import { readDay, readPeriod, readTime } from './day-cell-rules.ts'
import type { FieldSort, FieldSorts, ReadCell } from './form-schema.ts'
import { toSimplified } from './header-rules.ts'
import { readDisability, readLabels } from './label-cell-rules.ts'
import { readMark, readPresence } from './mark-cell-rules.ts'
import { readAge, readDuration, readMoney, readNumber, readPercent } from './number-cell-rules.ts'
import { isFormulaError, readCode, readDigits, readName, readNames, readSex, readTail, readText, readThemes } from './text-cell-rules.ts'

const readers: { readonly [S in FieldSort]: CellReader<S> } = {
  text: readText,
  name: readName,
  names: readNames,
  sex: readSex,
  age: readAge,
  day: readDay,
  time: readTime,
  duration: readDuration,
  number: readNumber,
  money: readMoney,
  percent: readPercent,
  digits: readDigits,
  tail: readTail,
  mark: readMark,
  presence: readPresence,
  labels: readLabels,
  disability: readDisability,
  pressure: readPressure,
  glucose: readGlucose,
  code: readCode,
  period: readPeriod,
  themes: readThemes,
}

const ofDigits: ReadonlySet<FieldSort> = new Set(['digits', 'tail', 'code'])

/** A cell read as its field's sort; undefined when it says that there is nothing. */
export function readCell<S extends FieldSort>(sort: S, cell: Cell, context: CellContext): ReadCell<S> | undefined {
  const seen = context.traditional === true && cell.number === undefined ? { ...cell, text: toSimplified(cell.text) } : cell
  if (isFormulaError(cell.text)) return { written: cell.text.trim(), column: context.header, fault: 'formula-error' }
  const reading: Reading<FieldSorts[S]> = readers[sort](seen, context)
  if (reading.empty === true) return undefined
  return {
    ...(reading.value === undefined ? {} : { value: reading.value }),
    written: cell.text.trim(),
    column: context.header,
    ...(cell.number !== undefined && ofDigits.has(sort) ? { numeric: true } : {}),
    ...(reading.fault === undefined ? {} : { fault: reading.fault }),
    ...(reading.yearless === undefined ? {} : { yearless: reading.yearless }),
    ...(reading.month === undefined ? {} : { month: reading.month }),
  }
}
