import type { Row } from './book-schema.ts'
import { type SideValue, sideValuesOf } from './side-line-rules.ts'
import { filledCells } from './table-header-rules.ts'

/** A line of words above a table. */
export type Title = { readonly text: string; readonly row: number }

/** What stands on a sheet outside its tables, as far down as it has been read. */
type Surroundings = {
  /** Takes in a line: labels with their values, or words that head what follows. */
  readonly take: (row: Row) => void
  readonly add: (value: SideValue) => void
  /** Gives a row back that turned out to be part of a table. */
  readonly drop: (row: number) => void
  /** From the top of the sheet down; the last stands nearest. */
  readonly titles: () => readonly Title[]
  readonly sideValues: () => readonly SideValue[]
}

/** The sheet's first lines name it and its last ones what follows; of a long text, what lies between is let go. */
const mostTitles = 16
const mostValues = 60
const longestTitle = 200

export function makeSurroundings(): Surroundings {
  const titles: Title[] = []
  const values = new Map<string, SideValue>()
  const add = (value: SideValue) => {
    values.delete(value.label)
    values.set(value.label, value)
    const oldest = values.keys().next().value
    if (values.size > mostValues && oldest !== undefined) values.delete(oldest)
  }
  return {
    add,
    take: (row) => {
      const found = sideValuesOf(row)
      for (const value of found) add(value)
      if (found.length > 0) return
      for (const [, cell] of filledCells(row).slice(0, mostTitles)) {
        if (cell.text.length <= longestTitle) titles.push({ text: cell.text.trim(), row: row.number })
        if (titles.length > mostTitles) titles.splice(3, 1)
      }
    },
    drop: (row) => {
      for (const [label, value] of values) if (value.row === row) values.delete(label)
      for (let at = titles.length - 1; at >= 0; at -= 1) if (titles[at]?.row === row) titles.splice(at, 1)
    },
    titles: () => [...titles],
    sideValues: () => [...values.values()],
  }
}
