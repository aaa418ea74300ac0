import { mayBeSeveral } from './field-words.ts'
import type { ImportTable } from './schema.ts'

/** Below this the likeness of a table to its form is worth a look. */
const sure = 0.8

/** Whether somebody should look at what a table was taken for. */
export const isToCheck = (table: Pick<ImportTable, 'form' | 'confidence'>): boolean => table.form === null || table.confidence < sure

export const nameOfTable = ({ file, sheet, part }: Pick<ImportTable, 'file' | 'sheet' | 'part'>): string =>
  [sheet ?? file, part].filter((word) => word !== null).join('：')

/** Fields that more than one column was said to be. */
export function fieldsTwice(columns: readonly { readonly field: string | null }[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { field } of columns)
    if (field !== null) {
      if (seen.has(field) && !mayBeSeveral(field)) twice.add(field)
      seen.add(field)
    }
  return [...twice]
}
