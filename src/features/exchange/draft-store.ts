import { sql } from 'kysely'
import { z } from 'zod'
import { personIdSchema, type ImportId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { newId } from '../../server/ids.ts'
import type { Sealer } from '../../server/seal.ts'
import { boundTo } from '../people/detail-store.ts'
import { indexNames, nameColumns } from '../people/name-index-store.ts'
import { tailOf } from '../people/phone-rules.ts'
import { draftTables, type TableFacts } from './draft-table-schema.ts'
import type { Draft, DraftTable, Link } from './draft-schema.ts'
import {
  addRows,
  changeRow,
  hasImported,
  knownRecords,
  listAlike,
  listIncomplete,
  listMerged,
  remember,
  type Known,
  type Prepared,
  type RowColumns,
} from './draft-row-store.ts'

/** What was written, by table. */
export type Written = Partial<Record<DraftTable, { added: number; changed: number; left: number }>>

export type Writing = {
  readonly tx: Tx
  readonly tenantId: TenantId
  readonly projectId: ProjectId
  readonly importId: ImportId
  readonly sealer: Sealer
  /** Only says what would be written. */
  readonly dry?: true
  /** Called with drafts done of all. */
  readonly onProgress: (done: number, of: number) => void
}

/** A writing under way. */
type Desk = Writing & {
  readonly written: Written
  /** The record of each draft so far, by table and key. */
  readonly ids: Map<string, string>
  /** Files that were merged into others: what is recorded of them counts for these. */
  readonly merged: ReadonlyMap<string, string>
  /** Imports wrote into this project before. */
  readonly isLater: boolean
  /** Persons whom this writing added: nothing stands in their files yet. */
  readonly newPeople: Set<string>
  readonly changes: { next: number }
}

type Table = Exclude<DraftTable, 'project'>

/** Rows go to the database in pieces of this many, so that neither side holds a whole book as one text. */
const pieceSize = 2000

const tablesInOrder = z.array(z.custom<Table>((name) => typeof name === 'string' && name in draftTables)).parse(Object.keys(draftTables))

/**
 * Writes what a plan drafted: a draft whose key is new is added, one that says something else than when it was last
 * imported is changed, one that says the same is left. Takes the drafts: each table's are let go once written.
 */
export async function writeDrafts(writing: Writing, drafts: Draft[]): Promise<Written> {
  const { tx, tenantId, projectId } = writing
  const desk: Desk = {
    ...writing,
    written: {},
    ids: new Map(),
    merged: await listMerged(tx, tenantId),
    isLater: await hasImported(tx, tenantId, projectId),
    newPeople: new Set(),
    changes: { next: 1 },
  }
  const byTable = Map.groupBy(drafts, (draft) => draft.table)
  const of = drafts.splice(0).length
  let done = 0
  // While the database takes one piece, the next is made ready.
  let storing: Promise<void> = Promise.resolve()
  try {
    for (const table of tablesInOrder) {
      const own = byTable.get(table) ?? []
      byTable.delete(table)
      for (let at = 0; at < own.length; at += pieceSize) {
        const piece = await prepare(desk, table, own.slice(at, at + pieceSize))
        await storing
        storing = desk.dry === true ? Promise.resolve() : store(desk, table, piece)
        // Heard of where it is waited for.
        storing.catch(() => undefined)
        done += Math.min(pieceSize, own.length - at)
        writing.onProgress(done, of)
      }
      await storing
      // The project's own row points to organisations.
      if (table === 'organisation') for (const draft of byTable.get('project') ?? []) await writeProject(desk, draft)
    }
  } finally {
    // However it ends, nothing is still on its way when the transaction ends.
    await storing.catch(() => undefined)
  }
  return desk.written
}

/** Drafts of one table on their way to the database. */
type Piece = {
  readonly added: Prepared[]
  readonly changed: Prepared[]
  /** Said as it stands, under a new key. */ readonly renamed: Prepared[]
}

/** Finds what stands already, and makes the rows of what does not. */
async function prepare(desk: Desk, table: Table, drafts: readonly Draft[]): Promise<Piece> {
  const facts = draftTables[table]
  const known = desk.isLater
    ? await knownRecords(
        desk,
        table,
        drafts.flatMap((draft) => [draft.key, ...(draft.formerly ?? [])]),
      )
    : new Map<string, Known>()
  // Rows of a person's file point to persons alone, which are written by now; others may point to one another.
  const early = new Map(facts.alike === undefined ? [] : drafts.map((draft) => [draft, linked(desk, draft)]))
  const alike = await alikeOf(desk, table, facts, [...early.values()])
  const added: Prepared[] = []
  const changed: Prepared[] = []
  const onFile: Prepared[] = []
  const renamed: Prepared[] = []
  for (const draft of drafts) {
    const links = early.get(draft) ?? linked(desk, draft)
    const before = [draft.key, ...(draft.formerly ?? [])].map((key) => known.get(key)).find((found) => found !== undefined)
    const held = draft.held ?? alike(draft, links)
    const recordId = before?.recordId ?? held ?? ownKey(facts, draft, links) ?? newId()
    desk.ids.set(`${table} ${draft.key}`, recordId)
    const fingerprint = desk.sealer.fingerprint(JSON.stringify([draft.values, links]))
    const isSame = before !== undefined && before.fingerprint.equals(fingerprint)
    if (isSame && before.key === draft.key) continue
    const completes = before === undefined && held !== undefined
    const columns = (desk.dry === true && !completes) || isSame ? {} : columnsOf(desk, facts, draft, links, recordId)
    const prepared: Prepared = { key: draft.key, recordId, fingerprint, columns, completes }
    if (isSame) renamed.push(prepared)
    else if (completes) onFile.push(prepared)
    else if (before === undefined) added.push(prepared)
    else changed.push(prepared)
  }
  const incomplete = await listIncomplete(desk, table, facts.key, onFile)
  for (const one of onFile) (incomplete.has(one.recordId) ? changed : renamed).push(one)
  if (table === 'person') for (const { recordId } of added) desk.newPeople.add(recordId)
  count(desk, table, { added: added.length, changed: changed.length, left: drafts.length - added.length - changed.length })
  return { added, changed, renamed }
}

async function store(desk: Desk, table: Table, { added, changed, renamed }: Piece): Promise<void> {
  await addRows(desk, table, added)
  for (const one of changed) await changeRow(desk, table, draftTables[table].key, one)
  await remember(desk, table, added, true)
  await remember(desk, table, [...changed, ...renamed], false)
  if (table === 'person')
    await indexNames(
      desk.tx,
      desk.tenantId,
      [...added, ...changed].map(({ recordId, columns }) => ({ id: personIdSchema.parse(recordId), name: String(columns['name']) })),
    )
}

/** Which record in the person's file says what a draft says, where the table knows such. */
async function alikeOf(desk: Desk, table: Table, { alike }: TableFacts, all: readonly RowColumns[]) {
  if (alike === undefined) return () => undefined
  const personOf = (links: RowColumns): string | undefined => (typeof links['person_id'] === 'string' ? links['person_id'] : undefined)
  const people = all.flatMap((links) => personOf(links) ?? []).filter((person) => !desk.newPeople.has(person))
  const standing = await listAlike(desk, table, alike, [...new Set(people)])
  return (draft: Draft, links: RowColumns): string | undefined => {
    const values: RowColumns = draft.values
    const name = `${personOf(links)} ${String(values[alike.by])}`
    const found = standing.get(name)
    // Each record on file is one draft's.
    standing.delete(name)
    return found
  }
}

function count({ written }: Desk, table: DraftTable, more: { added: number; changed: number; left: number }): void {
  const before = written[table] ?? { added: 0, changed: 0, left: 0 }
  written[table] = { added: before.added + more.added, changed: before.changed + more.changed, left: before.left + more.left }
}

/** The project's own facts: its row is there already. */
async function writeProject(desk: Desk, draft: Draft): Promise<void> {
  desk.ids.set(`project ${draft.key}`, desk.projectId)
  const links = linked(desk, draft)
  const fingerprint = desk.sealer.fingerprint(JSON.stringify([draft.values, links]))
  const known = (await knownRecords(desk, 'project', [draft.key])).get(draft.key)
  if (desk.dry === true || known?.fingerprint.equals(fingerprint) === true) return
  const columns = {
    ...links,
    ...Object.fromEntries(Object.entries(draft.values).filter(([, value]) => value !== undefined)),
    id: desk.projectId,
  }
  const prepared = { key: draft.key, recordId: desk.projectId, fingerprint, columns, completes: false }
  await changeRow(desk, 'project', 'id', prepared)
  await remember(desk, 'project', [prepared], false)
}

/** Columns that say whom a record counts for; beside them stands whom it was recorded for. */
const counting = new Set(['person_id', 'carer_id'])

/** A draft's links as ids. @throws Error when a link names a draft that is not there: a fault of the plan. */
function linked({ ids, merged }: Desk, draft: Draft): RowColumns {
  const links: RowColumns = {}
  const entries: [string, Link | undefined][] = Object.entries(draft.links)
  for (const [column, link] of entries) {
    if (link === undefined) continue
    const id = 'id' in link ? link.id : ids.get(`${link.table} ${link.key}`)
    if (id === undefined)
      throw new Error(`${draft.table} ${draft.key} links to ${'table' in link ? `${link.table} ${link.key}` : ''}, which is not there.`)
    links[column] = counting.has(column) && 'recorded_person_id' in draft.links ? (merged.get(id) ?? id) : id
  }
  return links
}

/** The key of a detail is the record that it belongs to. */
function ownKey(facts: TableFacts, draft: Draft, links: RowColumns): string | undefined {
  if (facts.key === 'id') return undefined
  const value =
    facts.key === 'community_code' ? ('community_code' in draft.values ? draft.values.community_code : undefined) : links[facts.key]
  return typeof value === 'string' ? value : undefined
}

/** Fields of a draft that stand in clear and are no columns. */
const inClear = new Set(['idNumber', 'summary', 'nextPlan'])

/** The row's columns: what the draft says, with the fields in clear sealed for this row. */
function columnsOf(
  { tenantId, projectId, sealer }: Desk,
  facts: TableFacts,
  draft: Draft,
  links: RowColumns,
  recordId: string,
): RowColumns {
  const columns: RowColumns = { ...facts.defaults, ...(facts.ofProject === true ? { project_id: projectId } : {}), ...links }
  for (const [column, value] of Object.entries(draft.values)) if (value !== undefined && !inClear.has(column)) columns[column] = value
  columns[facts.key] = recordId
  if (draft.table === 'person') {
    const { idNumber, name, phone } = draft.values
    const usable = columns['id_number_state'] === 'valid'
    Object.assign(columns, nameColumns(name), {
      phone_tail: phone === undefined ? null : tailOf(phone),
      id_number_sealed:
        idNumber === undefined ? null : hex(sealer.seal(idNumber, boundTo(tenantId, personIdSchema.parse(recordId), 'idNumber'))),
      id_number_index: idNumber === undefined || !usable ? null : hex(sealer.index(idNumber, tenantId)),
      id_number_tail: idNumber === undefined ? null : tailOf(idNumber),
    })
  }
  if (draft.table === 'session_note') {
    const sealed = (text: string | undefined, field: string) =>
      text === undefined ? null : hex(sealer.seal(text, `${tenantId}:session_note:${recordId}:${field}`))
    Object.assign(columns, {
      summary_sealed: sealed(draft.values.summary, 'summary'),
      next_plan_sealed: sealed(draft.values.nextPlan, 'nextPlan'),
    })
  }
  return columns
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

/** Tells the database's planner what has just been written, so that the figures that follow come quickly. */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await sql`select refresh_statistics()`.execute(tx)
}
