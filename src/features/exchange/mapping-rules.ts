import { isSession, samplesOf } from './column-rules.ts'
import type { TableMapping } from './form-schema.ts'
import { forms } from './forms-schema.ts'
import { plainWord, sessionOrdinal } from './header-rules.ts'
import { type LedgerPart, partsOfLedger } from './ledger-rules.ts'
import { type Recognition, recognise } from './recognition-rules.ts'
import type { Table } from './table-rules.ts'
import { headerOf } from './table-header-rules.ts'

/** A mapping that an agency corrected and kept: for every table with these headers. */
export type SavedMapping = {
  readonly signature: string
  /** Undefined: tables like this are to be left. */
  readonly form?: string
  readonly columns: readonly { readonly header: string; readonly field?: string }[]
}

/** Identifies tables with one set of headers. Sessions are counted as one header, however many there are. */
function signatureOf({ columns, part }: Table): string {
  const words = columns.map((column) => (sessionOrdinal(column.text) === undefined ? plainWord(headerOf(column)) : '第#节'))
  const text = [...new Set(words)].toSorted().join('|') + (part === undefined ? '' : `|${part}`)
  // FNV-1a over two lanes: short, and the same wherever it is reckoned.
  let high = 0x811c9dc5
  let low = 0x01000193
  for (let at = 0; at < text.length; at += 1) {
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193)
    low = Math.imul(low ^ text.charCodeAt(text.length - 1 - at), 0x85ebca6b)
  }
  return `${(high >>> 0).toString(16).padStart(8, '0')}${(low >>> 0).toString(16).padStart(8, '0')}`
}

/** Names a header by its word and how often the word has come before. */
function numbering(): (header: string) => string {
  const seen = new Map<string, number>()
  return (header) => {
    const word = plainWord(header)
    const before = seen.get(word) ?? 0
    seen.set(word, before + 1)
    return `${word}#${before}`
  }
}

/**
 * A table with what an agency kept for such tables, or what it shows itself; a ledger of many kinds of services that is
 * taken for nothing whole, as one for each kind.
 */
export function mappedTables(table: Table, saved: readonly SavedMapping[]): LedgerPart[] {
  const kept = keptFor(table, saved)
  if (kept !== undefined) return [{ table, recognition: kept }]
  const recognition = recognise(table)
  const parts = recognition.form === undefined ? partsOfLedger(table) : []
  if (parts.length === 0) return [{ table, recognition }]
  return parts.map((part) => ({ table: part.table, recognition: keptFor(part.table, saved) ?? part.recognition }))
}

function keptFor(table: Table, saved: readonly SavedMapping[]): Recognition | undefined {
  const signature = saved.length === 0 ? undefined : signatureOf(table)
  const kept = saved.find((mapping) => mapping.signature === signature)
  if (kept === undefined) return undefined
  // Two columns may have one header; the second of them in the table is the second in the kept mapping.
  const numbered = numbering()
  const known = new Map(kept.columns.map(({ header, field }) => [numbered(header), field]))
  const session = kept.columns.find(({ header }) => sessionOrdinal(header) !== undefined)?.field
  const numberedHere = numbering()
  const assignments = table.columns.map((column) => {
    const field = known.get(numberedHere(headerOf(column))) ?? (isSession(column) ? session : undefined)
    return { column, ...(field === undefined || field === '' ? {} : { field }) }
  })
  const form = kept.form !== undefined && kept.form in forms ? kept.form : undefined
  return { ...(form === undefined ? {} : { form }), confidence: 1, assignments }
}

/** The table as an agency sees it before it says whether it was understood. */
export function toTableMapping(table: Table, recognition: Recognition): TableMapping {
  const form = formIdOf(recognition.form)
  const guess = formIdOf(recognition.guess)
  return {
    file: table.file,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    ...(table.hidden ? { hidden: true } : {}),
    headerRow: table.headerRow,
    ...(table.part === undefined ? {} : { part: table.part }),
    signature: signatureOf(table),
    ...(form === undefined ? {} : { form }),
    ...(guess === undefined ? {} : { guess }),
    confidence: Math.round(recognition.confidence * 100) / 100,
    columns: recognition.assignments.map(({ column, field }) => {
      const example = samplesOf(table, column.column)[0]?.slice(0, 60)
      return {
        column: column.column,
        header: headerOf(column),
        ...(field === undefined ? {} : { field }),
        ...(example === undefined ? {} : { example }),
      }
    }),
    rowCount: table.rows.length,
  }
}

const isFormId = (form: string): form is keyof typeof forms => form in forms
export const formIdOf = (form: string | undefined): keyof typeof forms | undefined =>
  form !== undefined && isFormId(form) ? form : undefined
