import { sql } from 'kysely'
import type { ImportId, ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { DraftTable } from './draft-schema.ts'
import type { TableFacts } from './draft-table-schema.ts'

export type RowColumns = Record<string, unknown>

/** A record that an earlier import wrote: what it was called and what was said of it. */
export type Known = { readonly key: string; readonly recordId: string; readonly fingerprint: Buffer }

/** A draft on its way into a row. */
export type Prepared = {
  readonly key: string
  readonly recordId: string
  readonly fingerprint: Buffer
  readonly columns: RowColumns
  /** On file, but not by an import: what stands there is completed and not written over. */
  readonly completes: boolean
}

type Into = { readonly tx: Tx; readonly tenantId: TenantId; readonly projectId: ProjectId; readonly importId: ImportId }

/** What earlier imports wrote under these keys. */
export async function knownRecords(
  { tx, tenantId, projectId }: Into,
  table: DraftTable,
  keys: readonly string[],
): Promise<Map<string, Known>> {
  const { rows } = await sql<Known>`select key, record_id as "recordId", fingerprint from imported_record
    where tenant_id = ${tenantId} and project_id = ${projectId} and entity = ${table} and key = any(${keys}::text[])`.execute(tx)
  return new Map(rows.map((row) => [row.key, row]))
}

/** What stands in persons' files that says the same as drafts may say: the record's id, by person and value. */
export async function listAlike(
  { tx, tenantId }: Into,
  table: DraftTable,
  { by, endedBy }: NonNullable<TableFacts['alike']>,
  people: readonly string[],
): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const ended = endedBy === undefined ? sql`` : sql`and ${sql.ref(`t.${endedBy}`)} is null`
  const { rows } = await sql<{ id: string; person: string; value: string }>`
    select t.id::text, t.person_id::text as person, ${sql.ref(`t.${by}`)} as value from ${sql.table(table)} t
    where t.tenant_id = ${tenantId} and t.person_id = any(${people}::uuid[]) ${ended} order by t.id desc`.execute(tx)
  return new Map(rows.map(({ id, person, value }) => [`${person} ${value}`, id]))
}

/** Of records that are on file, those in which something is blank that a draft says. */
export async function listIncomplete(
  { tx, tenantId }: Into,
  table: DraftTable,
  keyColumn: string,
  rows: readonly Prepared[],
): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const ids = rows.map((row) => row.recordId)
  const { rows: standing } = await sql<{ id: string; row: RowColumns }>`
    select ${sql.ref(`t.${keyColumn}`)}::text as id, to_jsonb(t) as row from ${sql.table(table)} t
    where t.tenant_id = ${tenantId} and ${sql.ref(`t.${keyColumn}`)}::text = any(${ids}::text[])`.execute(tx)
  const byId = new Map(standing.map(({ id, row }) => [id, row]))
  const isBlank = (value: unknown) => value === null || value === undefined
  return new Set(
    rows
      .filter(({ recordId, columns }) => {
        const there = byId.get(recordId)
        return there === undefined || Object.entries(columns).some(([column, value]) => !isBlank(value) && isBlank(there[column]))
      })
      .map(({ recordId }) => recordId),
  )
}

export async function hasImported(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<boolean> {
  const { rows } = await sql`select 1 from imported_record where tenant_id = ${tenantId} and project_id = ${projectId} limit 1`.execute(tx)
  return rows.length > 0
}

/** Files that were merged, each with the file that it counts for now. */
export async function listMerged(tx: Tx, tenantId: TenantId): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; into: string }>`
    with recursive step as (
      select id, merged_into as into from person where tenant_id = ${tenantId} and merged_into is not null
      union all
      select s.id, p.merged_into from step s join person p on p.tenant_id = ${tenantId} and p.id = s.into where p.merged_into is not null
    )
    select s.id, s.into from step s join person p on p.tenant_id = ${tenantId} and p.id = s.into where p.merged_into is null`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.into]))
}

export async function addRows({ tx, tenantId }: Into, table: DraftTable, rows: readonly Prepared[]): Promise<void> {
  if (rows.length === 0) return
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
}

/** Changes one row, keeping what stood there. What a draft leaves unsaid stays. */
export async function changeRow(
  into: Into & { changes: { next: number } },
  table: DraftTable,
  keyColumn: string,
  row: Prepared,
): Promise<void> {
  const { tx, tenantId, projectId, importId, changes } = into
  const key = sql`${sql.ref(`t.${keyColumn}`)}::text = ${row.recordId} ${keyColumn === 'community_code' ? sql`and t.project_id = ${projectId}` : sql``}`
  await sql`insert into import_change (tenant_id, import_id, position, table_name, key, record_id, before)
    select ${tenantId}, ${importId}, ${changes.next}, ${table}, ${row.key}, ${row.recordId},
      jsonb_build_object('row', to_jsonb(t), 'record', (select jsonb_build_object('fingerprint', r.fingerprint, 'import_id', r.import_id) from imported_record r
        where r.tenant_id = ${tenantId} and r.project_id = ${projectId} and r.entity = ${table} and r.key = ${row.key}))
    from ${sql.table(table)} t where t.tenant_id = ${tenantId} and ${key}`.execute(tx)
  changes.next++
  const columns = Object.keys(row.columns).filter((column) => column !== keyColumn && column !== 'project_id')
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

/** Keeps under which key a record was written, what was said of it, and whether this import added it. */
export async function remember(
  { tx, tenantId, projectId, importId }: Into,
  table: DraftTable,
  rows: readonly Prepared[],
  added: boolean,
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into imported_record (tenant_id, project_id, entity, key, record_id, fingerprint, import_id, added_by)
    select ${tenantId}, ${projectId}, ${table}, t.key, t.id, decode(t.fingerprint, 'hex'), ${importId}, ${added ? importId : null}::uuid
    from unnest(${rows.map((row) => row.key)}::text[], ${rows.map((row) => row.recordId)}::text[],
      ${rows.map((row) => row.fingerprint.toString('hex'))}::text[]) as t (key, id, fingerprint)
    on conflict (tenant_id, project_id, entity, key)
      do update set record_id = excluded.record_id, fingerprint = excluded.fingerprint, import_id = excluded.import_id`.execute(tx)
}
