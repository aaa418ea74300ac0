import type { Book } from './book-schema.ts'
import { splitFlow } from './flow-rules.ts'
import type { FormId, FormRow, TableMapping } from './form-schema.ts'
import type { LedgerPart } from './ledger-rules.ts'
import { formIdOf, mappedTables, type SavedMapping, toTableMapping } from './mapping-rules.ts'
import { readRows } from './row-rules.ts'
import { sourcesOf } from './source-rules.ts'
import { tablesOf } from './table-rules.ts'

/** More tables than any agency's books have; past them, headers are rows like others. */
const mostTables = 1000

/**
 * Books as rows of forms. A table that is not recognised has a proposed mapping and no rows, until somebody says what
 * it is: what was saved for its headers comes before what the table itself shows.
 */
export function readForms(books: readonly Book[], saved: readonly SavedMapping[] = []): { tables: TableMapping[]; rows: FormRow[] } {
  const tables: TableMapping[] = []
  const rows: FormRow[] = []
  for (const book of books) {
    for (const sheet of book.sheets) {
      for (const table of tablesOf(book, sheet, Math.max(1, mostTables - tables.length))) {
        for (const mapped of mappedTables(table, saved)) {
          tables.push(toTableMapping(mapped.table, mapped.recognition))
          for (const row of rowsOf(mapped)) {
            if (isRowOf(row, 'goodsFlow')) rows.push(...splitFlow(row))
            else rows.push(row)
          }
        }
      }
    }
  }
  return { tables, rows }
}

function rowsOf({ table, recognition }: LedgerPart): FormRow[] {
  const form = formIdOf(recognition.form)
  return form === undefined ? [] : readRows(sourcesOf(form, table, recognition.assignments))
}

/** Whether a row is of a form, so that its cells can be taken by their names. */
export const isRowOf = <F extends FormId>(row: FormRow, form: F): row is FormRow<F> & FormRow => row.form === form
