import type { Day } from '../../kernel/day.ts'
import type { Place } from './book-schema.ts'
import type { Draft, DraftTable, Party } from './draft-schema.ts'
import { type Finding, type FindingCode, findingSeverities } from './finding-schema.ts'
import type { FormId, FormRow } from './form-schema.ts'
import type { Places } from './place-plan-rules.ts'
import type { ImportFacts, Unresolved } from './plan-schema.ts'

/** The desk on which a plan is laid out: what is known, and what has been put down so far. */
export type Desk = {
  readonly facts: ImportFacts
  readonly hide: (text: string) => string
  readonly today: Day
  readonly places: Places
  readonly period: { readonly startsOn?: Day; readonly endsOn?: Day }
  readonly drafts: Draft[]
  readonly findings: Finding[]
  readonly unresolved: Omit<Unresolved, 'records'>[]
  /** By subject, the drafts that wait for somebody to decide who is meant. */
  readonly waiting: Map<string, { readonly table: DraftTable; readonly key: string }[]>
  /** How often each key was asked for. */
  readonly keys: Map<string, number>
  /** The party of each organisation, by its key. */
  readonly organisations: Map<string, Party>
  /** Who is at which service already, in which part. */
  readonly present: Set<string>
  /** Keys of the people whom a service that was held has served. */
  readonly served: Set<string>
}

/** A row as far as its place and its headers go, whatever its form. */
export type AnyRow = {
  readonly file: string
  readonly sheet?: string
  readonly row: number
  readonly cells: Readonly<Record<string, { readonly written: string; readonly column: string } | undefined>>
  readonly columns: Readonly<Record<string, string | undefined>>
}

export const placeOf = (row: AnyRow): Place => ({ file: row.file, ...(row.sheet === undefined ? {} : { sheet: row.sheet }), row: row.row })

/** Puts a finding down, at the column of the field that it is about; an empty cell has its header still. */
export function report<R extends AnyRow>(
  desk: Desk,
  row: R,
  code: FindingCode,
  field?: keyof R['columns'] & string,
  params: Readonly<Record<string, string | number>> = {},
) {
  const cell = field === undefined ? undefined : row.cells[field]
  const column = cell?.column ?? (field === undefined ? undefined : row.columns[field])
  desk.findings.push({
    ...placeOf(row),
    code,
    severity: findingSeverities[code],
    ...(field === undefined ? {} : { field }),
    ...(column === undefined ? {} : { column }),
    ...(cell === undefined ? {} : { seen: cell.written }),
    params,
  })
}

/** Puts down that a draft waits for somebody to decide who is meant. */
export function wait(desk: Desk, subject: string | undefined, table: DraftTable, key: string) {
  if (subject === undefined) return
  const records = desk.waiting.get(subject)
  if (records === undefined) desk.waiting.set(subject, [{ table, key }])
  else records.push({ table, key })
}

/** A key that no other draft of the plan has: the second row that asks for one gets #2 behind it. */
export function uniqueKey(desk: Desk, key: string): string {
  const times = (desk.keys.get(key) ?? 0) + 1
  desk.keys.set(key, times)
  return times === 1 ? key : `${key}#${times}`
}

/**
 * The rows of one form in an order that depends on their content alone: by row number, and rows of one number in
 * different sheets by what they say. So sheets may change places and files their names, and keys stay.
 */
export function rowsOf<F extends FormId>(rows: readonly FormRow[], form: F): FormRow<F>[] {
  const own = rows.filter((row): row is FormRow<F> => row.form === form)
  const texts = new Map<FormRow<F>, string>()
  const textOf = (row: FormRow<F>): string => {
    const text = texts.get(row) ?? said(row)
    texts.set(row, text)
    return text
  }
  return own.sort((a, b) => a.row - b.row || compare(textOf(a), textOf(b)))
}

const said = (row: AnyRow): string =>
  Object.entries(row.cells)
    .map(([field, cell]) => `${field}=${cell?.written}`)
    .sort()
    .join('|')

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What stands for a record on file inside the keys of others. */
export const keyOfKnown = (record: { readonly id: string; readonly keys: readonly string[] }): string => record.keys[0] ?? record.id

/** The key of a draft for a record that may be on file: the one that an import wrote it under, when it differs from the one made now. */
export const keyHeld = (known: { readonly keys: readonly string[] } | undefined, made: string): string =>
  known === undefined || known.keys.length === 0 || known.keys.includes(made) ? made : (known.keys[0] ?? made)
