import { sql } from 'kysely'
import { v7 } from 'uuid'
import { z } from 'zod'
import { personIdSchema, type ImportId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { boundTo } from '../people/detail-store.ts'
import { indexNames, nameColumns } from '../people/name-index-store.ts'
import { tailOf } from '../people/phone-rules.ts'
import { draftTables, type TableFacts } from './draft-table-schema.ts'
import type { Draft, DraftTable, Link } from './draft-schema.ts'

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

type Columns = Record<string, unknown>
type Known = { key: string; recordId: string; fingerprint: Buffer }
type Prepared = {
  key: string
  recordId: string
  fingerprint: Buffer
  columns: Columns
  /** On file, but not by an import: what stands there is completed and not written over. */
  completes: boolean
}

/** Rows go to the database in pieces of this many, so that neither side holds a whole book as one text. */
const pieceSize = 2000

/**
 * Writes what a plan drafted: a draft whose key is new is added, one that says something else than when it was last
 * imported is changed, one that says the same is left. Every write is put down in the import's changes, with what
 * stood there before.
 */
export async function writeDrafts(writing: Writing, drafts: readonly Draft[]): Promise<Written> {
  const ids = new Map<string, string>()
  const written: Written = {}
  const position = { next: 1 }
  const byTable = Map.groupBy(drafts, (draft) => draft.table)
  let done = 0
  await writeProject(writing, byTable.get('project') ?? [], ids, position, () =>
    writeTable(writing, 'organisation', byTable.get('organisation') ?? [], ids, position, written),
  )
  for (const table of tablesInOrder) {
    const ofTable = byTable.get(table) ?? []
    if (table !== 'organisation') await writeTable(writing, table, ofTable, ids, position, written)
    done += ofTable.length
    writing.onProgress(done, drafts.length)
  }
  return written
}

const tablesInOrder = z
  .array(z.custom<Exclude<DraftTable, 'project'>>((name) => typeof name === 'string' && name in draftTables))
  .parse(Object.keys(draftTables))

async function writeTable(
  writing: Writing,
  table: Exclude<DraftTable, 'project'>,
  drafts: readonly Draft[],
  ids: Map<string, string>,
  position: { next: number },
  written: Written,
): Promise<void> {
  if (drafts.length === 0) return
  const facts = draftTables[table]
  const known = await knownRecords(writing, table, drafts)
  const added: Prepared[] = []
  const changed: Prepared[] = []
  const rekeyed: Prepared[] = []
  let left = 0
  for (const draft of drafts) {
    const before = [draft.key, ...(draft.formerly ?? [])].map((key) => known.get(key)).find((found) => found !== undefined)
    const links = linked(draft, ids)
    const recordId = before?.recordId ?? draft.held ?? ownKey(facts, draft, links) ?? v7()
    ids.set(`${table} ${draft.key}`, recordId)
    const fingerprint = writing.sealer.index(JSON.stringify([draft.values, links]), writing.tenantId)
    if (before !== undefined && before.fingerprint.equals(fingerprint)) {
      left++
      if (before.key !== draft.key) rekeyed.push({ key: draft.key, recordId, fingerprint, columns: {}, completes: false })
      continue
    }
    const columns = writing.dry === true ? {} : columnsOf(writing, facts, draft, links, recordId)
    const prepared = { key: draft.key, recordId, fingerprint, columns, completes: before === undefined && draft.held !== undefined }
    if (before === undefined && draft.held === undefined) added.push(prepared)
    else changed.push(prepared)
  }
  if (writing.dry !== true) {
    for (const piece of piecesOf(added)) await addRows(writing, table, piece, position)
    for (const one of changed) await changeRow(writing, table, facts, one, position)
    for (const piece of piecesOf([...added, ...changed, ...rekeyed])) await remember(writing, table, piece)
    if (table === 'person') for (const piece of piecesOf([...added, ...changed])) await indexNames(writing.tx, writing.tenantId, piece.map(namedPerson))
  }
  written[table] = { added: added.length, changed: changed.length, left }
}

const namedPerson = ({ recordId, columns }: Prepared) => ({ id: personIdSchema.parse(recordId), name: String(columns['name']) })

function* piecesOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += pieceSize) yield rows.slice(at, at + pieceSize)
}

/** What earlier imports wrote under these keys. */
async function knownRecords(
  { tx, tenantId, projectId }: Writing,
  table: DraftTable,
  drafts: readonly Draft[],
): Promise<Map<string, Known>> {
  const keys = drafts.flatMap((draft) => [draft.key, ...(draft.formerly ?? [])])
  const { rows } = await sql<Known>`select key, record_id as "recordId", fingerprint from imported_record
    where tenant_id = ${tenantId} and project_id = ${projectId} and entity = ${table} and key = any(${keys}::text[])`.execute(tx)
  return new Map(rows.map((row) => [row.key, row]))
}

/** A draft's links as ids. @throws Error when a link names a draft that is not there: a fault of the plan. */
function linked(draft: Draft, ids: ReadonlyMap<string, string>): Columns {
  const links: Columns = {}
  const entries: [string, Link | undefined][] = Object.entries(draft.links)
  for (const [column, link] of entries) {
    if (link === undefined) continue
    const id = 'id' in link ? link.id : ids.get(`${link.table} ${link.key}`)
    if (id === undefined)
      throw new Error(`${draft.table} ${draft.key} links to ${'table' in link ? `${link.table} ${link.key}` : ''}, which is not there.`)
    links[column] = id
  }
  return links
}

/** The key of a detail is the record that it belongs to. */
function ownKey(facts: TableFacts, draft: Draft, links: Columns): string | undefined {
  if (facts.key === 'id') return undefined
  const value =
    facts.key === 'community_code' ? ('community_code' in draft.values ? draft.values.community_code : undefined) : links[facts.key]
  return typeof value === 'string' ? value : undefined
}

/** Fields of a draft that stand in clear and are no columns. */
const inClear = new Set(['idNumber', 'summary', 'nextPlan'])

/** The row's columns: what the draft says, with the fields in clear sealed for this row. */
function columnsOf(writing: Writing, facts: TableFacts, draft: Draft, links: Columns, recordId: string): Columns {
  const { tenantId, projectId, sealer } = writing
  const columns: Columns = { ...facts.defaults, ...(facts.ofProject === true ? { project_id: projectId } : {}), ...links }
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

async function addRows(writing: Writing, table: DraftTable, rows: readonly Prepared[], position: { next: number }): Promise<void> {
  const { tx, tenantId, importId } = writing
  const columns = ['tenant_id', ...new Set(rows.flatMap((row) => Object.keys(row.columns)))]
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const records = JSON.stringify(rows.map((row) => ({ tenant_id: tenantId, ...row.columns })))
  // A community may be in the project already, put there by hand: it takes the programme.
  const conflict =
    table === 'project_community'
      ? sql`on conflict (tenant_id, project_id, community_code) do update set programme_name = excluded.programme_name, programme_for = excluded.programme_for`
      : sql``
  await sql`insert into ${sql.table(table)} (${names}) select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${records}::jsonb) ${conflict}`.execute(
    tx,
  )
  const first = position.next
  position.next += rows.length
  await sql`insert into import_change (tenant_id, import_id, position, entity, key, table_name, record_id, action)
    select ${tenantId}, ${importId}, ${first}::bigint + t.n - 1, ${table}, t.key, ${table}, t.id, 'added'
    from unnest(${rows.map((row) => row.key)}::text[], ${rows.map((row) => row.recordId)}::text[]) with ordinality as t (key, id, n)`.execute(
    tx,
  )
}

/** Changes one row. What a draft leaves unsaid stays; a record that was on file before any import is only completed. */
async function changeRow(writing: Writing, table: DraftTable, facts: TableFacts, row: Prepared, position: { next: number }): Promise<void> {
  const { tx, tenantId, projectId, importId } = writing
  const key = sql`${sql.ref(`t.${facts.key}`)}::text = ${row.recordId} ${facts.key === 'community_code' ? sql`and t.project_id = ${projectId}` : sql``}`
  await sql`insert into import_change (tenant_id, import_id, position, entity, key, table_name, record_id, action, before)
    select ${tenantId}, ${importId}, ${position.next}, ${table}, ${row.key}, ${table}, ${row.recordId}, 'changed',
      jsonb_build_object('row', to_jsonb(t), 'record', (select jsonb_build_object('fingerprint', r.fingerprint, 'import_id', r.import_id) from imported_record r
        where r.tenant_id = ${tenantId} and r.project_id = ${projectId} and r.entity = ${table} and r.key = ${row.key}))
    from ${sql.table(table)} t where t.tenant_id = ${tenantId} and ${key}`.execute(tx)
  position.next++
  const columns = Object.keys(row.columns).filter((column) => column !== facts.key && column !== 'project_id')
  if (columns.length === 0) return
  const sets = sql.join(
    columns.map((column) =>
      row.completes
        ? sql`${sql.ref(column)} = coalesce(t.${sql.ref(column)}, n.${sql.ref(column)})`
        : sql`${sql.ref(column)} = n.${sql.ref(column)}`,
    ),
  )
  await sql`update ${sql.table(table)} t set ${sets} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row.columns)}::jsonb) n
    where t.tenant_id = ${tenantId} and ${key}`.execute(tx)
}

/** Keeps under which key a record was written, and what was said of it. */
async function remember({ tx, tenantId, projectId, importId }: Writing, table: DraftTable, rows: readonly Prepared[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into imported_record (tenant_id, project_id, entity, key, record_id, fingerprint, import_id)
    select ${tenantId}, ${projectId}, ${table}, t.key, t.id, decode(t.fingerprint, 'hex'), ${importId}
    from unnest(${rows.map((row) => row.key)}::text[], ${rows.map((row) => row.recordId)}::text[], ${rows.map((row) => row.fingerprint.toString('hex'))}::text[]) as t (key, id, fingerprint)
    on conflict (tenant_id, project_id, entity, key) do update set record_id = excluded.record_id, fingerprint = excluded.fingerprint, import_id = excluded.import_id`.execute(
    tx,
  )
}

/** The project's own facts: the funder and the agency first, which its row points to. */
async function writeProject(
  writing: Writing,
  drafts: readonly Draft[],
  ids: Map<string, string>,
  position: { next: number },
  organisations: () => Promise<void>,
): Promise<void> {
  await organisations()
  for (const draft of drafts) {
    ids.set(`project ${draft.key}`, writing.projectId)
    const links = linked(draft, ids)
    const fingerprint = writing.sealer.index(JSON.stringify([draft.values, links]), writing.tenantId)
    const known = (await knownRecords(writing, 'project', [draft])).get(draft.key)
    if (writing.dry === true || known?.fingerprint.equals(fingerprint) === true) continue
    const columns: Columns = { ...links }
    for (const [column, value] of Object.entries(draft.values)) if (value !== undefined) columns[column] = value
    const prepared = {
      key: draft.key,
      recordId: writing.projectId,
      fingerprint,
      columns: { ...columns, id: writing.projectId },
      completes: false,
    }
    await changeRow(writing, 'project', { key: 'id' }, prepared, position)
    await remember(writing, 'project', [prepared])
  }
}

/** Tells the database's planner what has just been written, so that the figures that follow come quickly. */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await sql`select refresh_statistics()`.execute(tx)
}
