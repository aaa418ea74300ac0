import { createHmac } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { z } from 'zod'
import { type Day, daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import type { Book } from './book-schema.ts'
import { readBooks } from './books-reader.ts'
import type { Draft, DraftTable, Link } from './draft-schema.ts'
import { readForms } from './form-rules.ts'
import type { FormRow } from './form-schema.ts'
import { planImport } from './plan-rules.ts'
import type { ImportFacts, ImportPlan } from './plan-schema.ts'

const folder = new URL('../../../demo/reference-project/', import.meta.url)

const placed = { file: z.string(), sheet: z.string().nullish(), row: z.number() }
const counts = z.record(z.string(), z.number())
const expectedSchema = z.object({
  project: z.object({ communities: z.array(z.object({ name: z.string(), street: z.string(), code: divisionCodeSchema })) }),
  figures: z.record(z.string(), z.object({ value: z.number() })),
  persons_by_line: counts,
  direct_after_resolving_all_names: z.number(),
  carers_not_on_register: z.number(),
  register_elders_never_served: z.number(),
  breakdowns: z.record(z.string(), z.record(z.string(), counts)),
  labels: z.object({ persons_with: counts, disability_grade: counts }),
  clinic_danger: z.array(z.object(placed)),
  clinic_boundary_not_danger: z.array(z.object(placed)),
  contract_targets: counts,
  budget_lines: counts,
  expense_lines: counts,
  indirect_basis: z.array(z.object({ basis: z.string(), persons: z.number() })),
  merged_register_rows: z.array(z.object({ rows: z.array(z.object(placed)) })),
  namesakes: z.array(z.object({ community: z.string(), name: z.string(), id_numbers: z.array(z.string()) })),
  same_name_and_birth_but_two_people: z.array(z.object({ name: z.string(), birth: z.string(), communities: z.array(z.string()) })),
  defects: z.array(z.object({ ...placed, kind: z.string(), column: z.string(), truth: z.string().optional() })),
})

/** What must come out of the reference project's books. */
export const readExpected = async () => expectedSchema.parse(JSON.parse(await readFile(new URL('expected.json', folder), 'utf8')))
export type Expected = Awaited<ReturnType<typeof readExpected>>

/** The rows of the reference project's books, read as any agency's are. */
export async function readReferenceRows(): Promise<FormRow[]> {
  const names = (await readdir(folder)).filter((name) => /\.(xlsx|csv)$/.test(name)).sort()
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(new URL(name, folder)) })))
  const { books } = await readBooks(files)
  return readForms(books).rows
}

const today: Day = daySchema.parse('2025-06-01')
export const hide = (text: string): string => createHmac('sha256', 'test').update(text).digest('base64url').slice(0, 22)

export const emptyFacts: ImportFacts = {
  project: {},
  divisions: [],
  communities: [],
  people: [],
  households: [],
  organisations: [],
  services: [],
  cases: [],
  groups: [],
  lots: [],
  volunteers: [],
  families: [],
  carers: [],
  pieces: [],
  budget: [],
  expenses: [],
  decisions: new Map(),
}

/** A database that has only the divisions: what an agency's first import meets. */
export const firstFacts = (expected: Expected): ImportFacts => ({
  ...emptyFacts,
  divisions: [
    ...expected.project.communities.map(({ name, code }) => ({
      name,
      code,
      level: 'community' as const,
      parent: divisionCodeSchema.parse(code.slice(0, 9)),
    })),
    ...[...new Set(expected.project.communities.map(({ code, street }) => `${code.slice(0, 9)}|${street}`))].map((text) => ({
      code: divisionCodeSchema.parse(text.slice(0, 9)),
      name: text.slice(10),
      level: 'street' as const,
    })),
  ],
})

export const plan = (rows: readonly FormRow[], facts: ImportFacts): ImportPlan => planImport({ rows, facts, hide, today })

/** The drafts of one table. */
export const of = <T extends DraftTable>(drafts: readonly Draft[], table: T): Draft<T>[] =>
  drafts.filter((draft): draft is Draft<T> => draft.table === table)

/** What a link stands for, as text. */
export const end = (link: Link | undefined): string => (link === undefined ? '' : 'key' in link ? link.key : link.id)

/** A sheet as somebody types it: one text for each row, cells set apart by |. Read as any agency's book is. */
export const rowsOfSheet = (file: string, sheet: string, lines: readonly string[]): FormRow[] =>
  readForms([bookOf(file, sheet, lines)]).rows

function bookOf(file: string, sheet: string, lines: readonly string[]): Book {
  const rows = lines.map((line, at) => ({
    number: at + 1,
    hidden: false,
    cells: new Map(
      line
        .split('|')
        .map((text, column) => [column, { text: text.trim() }] as const)
        .filter(([, { text }]) => text !== ''),
    ),
  }))
  return { file, sheets: [{ name: sheet, hidden: false, rows, merges: [] }] }
}
