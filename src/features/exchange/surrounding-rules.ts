import type { Row } from './book-schema.ts'
import { type SideValue, emptyLabelsOf, sideValuesOf } from './side-line-rules.ts'
import { filledCells } from './table-header-rules.ts'

/** A line of words above a table. */
export type Title = { readonly text: string; readonly row: number; readonly column: number }

/** What stands on a sheet outside its tables, as far down as it has been read. */
type Surroundings = {
  /** Takes in a line: labels with their values, or words that head what follows. */
  readonly take: (row: Row) => void
  readonly add: (value: SideValue) => void
  /** Gives a row back that turned out to be part of a table. */
  readonly drop: (row: number) => void
  /** From the top of the sheet down; the last stands nearest. */
  readonly titles: () => readonly Title[]
  /** Those that came since the last table began; when there are none, that table's. */
  readonly ownTitles: () => readonly Title[]
  /** A table begins here: what comes from now on belongs to the next. */
  readonly begin: () => void
  readonly sideValues: () => readonly SideValue[]
}

/** The sheet's first lines name it and its last ones what follows; of a long text, what lies between is let go. */
const mostTitles = 16
const mostValues = 60
const longestTitle = 200

export function makeSurroundings(): Surroundings {
  const titles: Title[] = []
  let own: Title[] = []
  let hasBegun = false
  const values = new Map<string, SideValue>()
  const nameOf = ({ label, column }: SideValue) => `${label}|${column}`
  /** A label that comes again takes the place of its earlier value; two in one row stand over tables side by side. */
  const add = (value: SideValue) => {
    for (const [name, known] of values) if (known.label === value.label && known.row !== value.row) values.delete(name)
    values.set(nameOf(value), value)
    const oldest = values.keys().next().value
    if (values.size > mostValues && oldest !== undefined) values.delete(oldest)
  }
  return {
    add,
    begin: () => {
      hasBegun = true
    },
    take: (row) => {
      const found = sideValuesOf(row)
      for (const value of found) add(value)
      // A label with nothing behind it takes back what an earlier table had there.
      const empty = new Set(emptyLabelsOf(row))
      for (const [name, { label }] of values) if (empty.has(label)) values.delete(name)
      if (found.length > 0) return
      for (const [column, cell] of filledCells(row).slice(0, mostTitles)) {
        if (cell.text.length > longestTitle) continue
        const title = { text: cell.text.trim(), row: row.number, column }
        if (hasBegun) own = []
        hasBegun = false
        titles.push(title)
        own.push(title)
        if (titles.length > mostTitles) titles.splice(3, 1)
        if (own.length > mostTitles) own.splice(3, 1)
      }
    },
    drop: (row) => {
      for (const [name, value] of values) if (value.row === row) values.delete(name)
      for (const list of [titles, own]) for (let at = list.length - 1; at >= 0; at -= 1) if (list[at]?.row === row) list.splice(at, 1)
    },
    titles: () => [...titles],
    ownTitles: () => [...own],
    sideValues: () => [...values.values()],
  }
}
