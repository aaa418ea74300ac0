import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Book, Cell, Merge, Row, Sheet } from './book-schema.ts'
import { readBooks } from './books-reader.ts'
import { readForms } from './form-rules.ts'
import type { FieldSort, FormRow, ReadCell, TableMapping } from './form-schema.ts'
import { formWords, type LooseFormWords } from './form-words.ts'
import { plainWord, wordsOf } from './header-rules.ts'

/**
 * The reference project's sheets rewritten as another agency might keep them: other headers in another order and
 * script, more rows and columns around them, headers in two rows, pages that repeat them, hidden rows, days in other
 * hands. What is read must stay the same.
 */
const folder = new URL('../../../demo/reference-project/', import.meta.url)
const looseForms: Readonly<Record<string, LooseFormWords>> = formWords

type Sample = { readonly book: Book; readonly sheet: Sheet; readonly tables: readonly TableMapping[]; readonly rows: readonly FormRow[] }
let samples: Sample[] = []

beforeAll(async () => {
  const names = readdirSync(folder).filter((name) => /\.(?:xlsx|csv)$/.test(name))
  const { books } = await readBooks(names.map((name) => ({ name, bytes: readFileSync(new URL(encodeURIComponent(name), folder)) })))
  samples = books.flatMap((book) =>
    book.sheets.map((sheet) => ({ book, sheet, ...readForms([{ ...book, sheets: [{ ...sheet, merges: [] }] }]) })),
  )
  // A card has no columns to move.
  samples = samples.filter(({ tables }) => tables.every((table) => table.form !== 'projectBasics'))
})

type Hand = {
  readonly seed: number
  readonly down: number
  readonly right: number
  readonly turned: boolean
  readonly pages: boolean
  readonly groups: 'none' | 'merged' | 'plain'
  readonly style: number
}

const hand: fc.Arbitrary<Hand> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  down: fc.nat(3),
  right: fc.nat(3),
  turned: fc.boolean(),
  pages: fc.boolean(),
  groups: fc.constantFrom('none', 'merged', 'plain'),
  style: fc.nat(6),
})

/** A chance of its own for each decision, the same each time. */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

const styles: readonly ((header: string) => string)[] = [
  (header) => header,
  (header) => (header.length === 2 ? `${header.slice(0, 1)}　${header.slice(1)}` : header),
  (header) => `*${header}`,
  (header) => `${header}（必填）`,
  (header) => (header.length > 3 ? `${header.slice(0, 2)}\n${header.slice(2)}` : header),
  (header) => `${header}：`,
  (header) =>
    header.replace(
      /[号电话证区联系户编签时间类难]/g,
      (character) => '號電話證區聯繫戶編簽時間類難'['号电话证区联系户编签时间类难'.indexOf(character)] ?? '',
    ),
]

/** Another word for some of the headers, where it means nothing else in the same form. */
function renamed(table: TableMapping, chance: () => number): Map<number, string> {
  const fields = looseForms[table.form ?? '']?.fields ?? {}
  const used = new Set(table.columns.map(({ header }) => plainWord(header)))
  const names = new Map<number, string>()
  for (const { column, field } of table.columns) {
    if (field === undefined || field === 'labels' || chance() < 0.4) continue
    const own = wordsOf(fields[field] ?? '').filter((word) => !/…|mgdl/.test(word) && !used.has(plainWord(word)))
    const others = new Set(Object.entries(fields).flatMap(([name, list]) => (name === field ? [] : wordsOf(list))))
    const free = own.slice(0, 12).filter((word) => !others.has(word))
    const word = free[Math.floor(chance() * free.length)]
    if (word === undefined) continue
    names.set(column, word)
    used.add(plainWord(word))
  }
  return names
}

function otherDay(cell: Cell, chance: () => number): Cell {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell.text)
  if (cell.dated !== true || parts === null) return cell
  const [year, month, day] = [parts[1] ?? '', parts[2] ?? '', parts[3] ?? '']
  const hands = [
    `${year}.${Number(month)}.${Number(day)}`,
    `${year}/${Number(month)}/${Number(day)}`,
    `${year}年${Number(month)}月${Number(day)}日`,
    `${year}${month}${day}`,
    `${year}-${month}-${day}（周三）`,
  ]
  return { text: hands[Math.floor(chance() * hands.length)] ?? cell.text }
}

/** The header as two rows: a group over some of its columns, and the other headers merged down or left above. */
function inTwoRows(header: Row, table: TableMapping, how: 'merged' | 'plain', chance: () => number): { rows: Row[]; merges: Merge[] } {
  const columns = [...header.cells.keys()].toSorted((a, b) => a - b)
  const labels = table.columns.filter(({ field }) => field === 'labels').map(({ column }) => column)
  const start = 1 + Math.floor(chance() * 2)
  const [from = 0, to = 0] = labels.length > 2 ? [Math.min(...labels), Math.max(...labels)] : [columns[start], columns[start + 2]]
  const within = (column: number) => column >= from && column <= to
  const group: Cell = { text: labels.length > 2 ? '困难类别' : '基本信息' }
  const upper = new Map([...header.cells].filter(([column]) => !within(column)))
  upper.set(from, group)
  const lower = new Map([...header.cells].filter(([column]) => within(column)))
  const merges = columns
    .filter((column) => !within(column))
    .map((column) => ({ fromRow: header.number, toRow: header.number + 1, fromColumn: column, toColumn: column }))
  return {
    rows: [
      { ...header, cells: upper },
      { number: header.number + 1, hidden: false, cells: lower },
    ],
    merges: how === 'merged' ? [...merges, { fromRow: header.number, toRow: header.number, fromColumn: from, toColumn: to }] : [],
  }
}

function rewrite({ sheet, tables }: Sample, how: Hand): Sheet {
  const chance = chanceOf(how.seed)
  const style = styles[how.style] ?? ((header: string) => header)
  const width = Math.max(...sheet.rows.flatMap((row) => [...row.cells.keys()])) + 1
  const alone = tables.length === 1
  const place = (column: number) => how.right + (how.turned && alone && how.groups === 'none' ? width - 1 - column : column)
  const rows: Row[] = []
  const merges: Merge[] = []
  let moved = how.down
  let header: Row | undefined
  let since = 0
  for (const row of sheet.rows) {
    const table = tables.find(({ headerRow }) => headerRow === row.number)
    const aside =
      table === undefined &&
      (row.cells.size <= 2 || row.cells.values().some(({ text }) => /^(?:社区|日期|填报单位|小组性质)[:：]/.test(text)))
    const names = table === undefined ? undefined : renamed(table, chance)
    const cells = new Map(
      [...row.cells].map(([column, cell]): [number, Cell] => [
        aside ? how.right + column : place(column),
        names === undefined ? otherDay(cell, chance) : { text: style(names.get(column) ?? cell.text) },
      ]),
    )
    const written: Row = { number: row.number + moved, hidden: table === undefined && chance() < 0.1, cells }
    since += 1
    if (table !== undefined && alone && how.groups !== 'none' && row.cells.size >= 6) {
      const shifted = { ...table, columns: table.columns.map((column) => ({ ...column, column: place(column.column) })) }
      const two = inTwoRows(written, shifted, how.groups, chance)
      rows.push(...two.rows)
      merges.push(...two.merges)
      moved += 1
    } else rows.push(written)
    if (table !== undefined) header = written
    if (table !== undefined) since = 0
    if (how.pages && alone && how.groups === 'none' && header !== undefined && since === 30 && !aside) {
      rows.push(
        { number: written.number + 1, hidden: false, cells: new Map([[how.right, { text: '（续表）' }]]) },
        { ...header, number: written.number + 2 },
      )
      moved += 2
      since = 0
    }
    if (chance() < 0.03) moved += 1
  }
  return { ...sheet, rows, merges }
}

/** What a row says, apart from where it stands and what comes from around its table. */
function saying(row: FormRow): unknown {
  const cells: Record<string, ReadCell<FieldSort>> = row.cells
  const own = new Set(Object.keys(row.columns))
  return {
    form: row.form,
    values: Object.fromEntries(
      Object.entries(cells).flatMap(([field, cell]) => (own.has(field) ? [[field, cell.value ?? cell.fault]] : [])),
    ),
    sessions: [...(row.sessions ?? [])].map(([ordinal, cell]) => [ordinal, cell.value]).toSorted((a, b) => Number(a[0]) - Number(b[0])),
    checks: Object.fromEntries(row.checks ?? []),
  }
}

describe('the same sheets in other hands', () => {
  test('say the same', { timeout: 120_000 }, () => {
    expect(samples.length).toBeGreaterThan(80)
    fc.assert(
      fc.property(fc.nat(10_000), hand, (at, how) => {
        const sample = samples[at % samples.length]
        if (sample === undefined) return
        const read = readForms([{ file: sample.book.file, sheets: [rewrite(sample, how)] }])
        const wanted = sample.rows.map(saying)
        // Check lists are named by their headers, which were rewritten.
        const plain = (said: unknown) => JSON.parse(JSON.stringify(said).replace(/"checks":\{[^}]*\}/, '"checks":{}'))
        expect(read.rows.map((row) => plain(saying(row)))).toEqual(wanted.map(plain))
      }),
      { numRuns: 250 },
    )
  })
})
