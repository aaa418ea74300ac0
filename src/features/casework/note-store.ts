import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import {
  attendanceIdSchema,
  personIdSchema,
  projectIdSchema,
  serviceIdSchema,
  divisionCodeSchema,
  type AccountId,
  type ServiceId,
} from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { partPlayedSchema } from '../ledger/kind-schema.ts'
import type { Box } from './sealed-store.ts'
import { noteContentSchema, type NoteContent } from './session-schema.ts'
import { unwritten, type AsOf } from './store.ts'
import { reviewSchema } from './vocabulary-schema.ts'

const attendedSchema = z.array(
  z.object({ id: attendanceIdSchema, personId: personIdSchema.nullable(), name: z.string(), part: partPlayedSchema }),
)

const sessionSchema = z.object({
  id: serviceIdSchema,
  project_id: projectIdSchema,
  community_code: divisionCodeSchema.nullable(),
  ordinal: z.number().nullable(),
  day: daySchema.nullable(),
  starts_at: z.string().nullable(),
  minutes: z.number().nullable(),
  method: z.string().nullable(),
  place: z.string().nullable(),
  worker: z.string().nullable(),
  status: z.enum(['planned', 'held', 'cancelled', 'failed']),
  repeats: z.boolean(),
  attended: attendedSchema,
  is_narrow: z.boolean(),
  is_written: z.boolean(),
  is_overdue: z.boolean(),
  review: reviewSchema.nullable(),
  next_on: daySchema.nullable(),
  written_by: z.string().nullable(),
  version: z.number(),
  content_sealed: z.instanceof(Buffer).nullable(),
  summary_sealed: z.instanceof(Buffer).nullable(),
  next_plan_sealed: z.instanceof(Buffer).nullable(),
  case_ids: z.array(z.string()),
})
export type SessionRecord = z.infer<typeof sessionSchema>

const columns = (
  tenantId: TenantId,
  { writtenBefore }: AsOf,
) => sql`s.id, s.project_id, s.community_code, n.ordinal, s.day, s.starts_at, s.minutes, n.method, s.place, s.worker, s.status, s.repeats,
  coalesce(n.narrow, n.counsellor is not null, false) as is_narrow, not ${unwritten} as is_written,
  (${unwritten} and not s.repeats and s.status in ('held', 'planned') and s.day <= least(${writtenBefore}::date, j.ends_on)) is true as is_overdue,
  n.review, n.next_on, n.written_by, coalesce(n.version, 0) as version, n.content_sealed, n.summary_sealed, n.next_plan_sealed,
  array(select n.case_id::text where n.case_id is not null union all select c.case_id::text from session_case c where c.tenant_id = ${tenantId} and c.service_id = s.id) as case_ids,
  (select coalesce(json_agg(json_build_object('id', a.id, 'personId', a.person_id, 'name', coalesce(p.name, a.written_name, ''), 'part', a.part) order by a.part, a.id), '[]'::json)
    from attendance a left join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = s.tenant_id and a.service_id = s.id and not a.repeats) as attended`

const from = (tenantId: TenantId) => sql`service s join project j on j.tenant_id = ${tenantId} and j.id = s.project_id
  left join session_note n on n.tenant_id = ${tenantId} and n.service_id = s.id`

/** A case's sessions in order, sealed as they lie. */
export async function listSessions(tx: Tx, tenantId: TenantId, caseId: string, asOf: AsOf): Promise<SessionRecord[]> {
  const { rows } = await sql`select ${columns(tenantId, asOf)} from ${from(tenantId)}
    where s.tenant_id = ${tenantId} and s.kind = 'case_session' and (n.case_id = ${caseId}
      or exists (select 1 from session_case c where c.tenant_id = ${tenantId} and c.service_id = s.id and c.case_id = ${caseId}))
    order by s.day nulls first, s.starts_at nulls first, s.id`.execute(tx)
  return z.array(sessionSchema).parse(rows)
}

export async function findSession(tx: Tx, tenantId: TenantId, id: ServiceId, asOf: AsOf): Promise<SessionRecord | undefined> {
  const { rows } = await sql`select ${columns(tenantId, asOf)} from ${from(tenantId)}
    where s.tenant_id = ${tenantId} and s.kind = 'case_session' and s.id = ${id}`.execute(tx)
  return rows[0] === undefined ? undefined : sessionSchema.parse(rows[0])
}

/** What a session's note says; an imported one has its summary and its next plan. Whoever calls this has asked who may read. */
export function openNote(box: Box, row: SessionRecord): NoteContent | null {
  if (row.content_sealed !== null) return box.openJson(noteContentSchema, row.content_sealed, 'session_note', row.id, 'content')
  const facts = box.open(row.summary_sealed, 'session_note', row.id, 'summary')
  const nextPlan = box.open(row.next_plan_sealed, 'session_note', row.id, 'nextPlan')
  return facts === null && nextPlan === null ? null : noteContentSchema.parse({ facts: facts ?? '—', nextPlan: nextPlan ?? '' })
}

type NewNote = {
  id: ServiceId
  caseIds: readonly string[]
  ordinal: number
  method: string
  narrow: boolean
  content: NoteContent
  nextOn: Day | null
  by: AccountId
}

export async function addNote(tx: Tx, tenantId: TenantId, box: Box, note: NewNote): Promise<void> {
  const [main, ...others] = note.caseIds
  await tx
    .insertInto('session_note')
    .values({
      tenant_id: tenantId,
      service_id: note.id,
      case_id: main ?? null,
      ordinal: note.ordinal,
      method: note.method,
      narrow: note.narrow,
      content_sealed: box.sealJson(note.content, 'session_note', note.id, 'content'),
      next_on: note.nextOn,
      review: 'waiting',
      written_by: note.by,
      written_at: sql`now()`,
    })
    .execute()
  if (others.length > 0)
    await tx
      .insertInto('session_case')
      .values(others.map((caseId) => ({ tenant_id: tenantId, service_id: note.id, case_id: caseId })))
      .execute()
}

/** Writes a note anew, keeping sealed what it said before. False: not at this version. */
export async function changeNote(
  tx: Tx,
  tenantId: TenantId,
  box: Box,
  row: SessionRecord,
  change: { content: NoteContent; nextOn: Day | null; reason: string; by: AccountId },
): Promise<boolean> {
  await keepNoteVersion(tx, tenantId, box, row, change.reason, change.by)
  const { rows } = await sql`insert into session_note (tenant_id, service_id, content_sealed, next_on, review, written_by, written_at)
    values (${tenantId}, ${row.id}, ${box.sealJson(change.content, 'session_note', row.id, 'content')}, ${change.nextOn}::date, 'waiting', ${change.by}, now())
    on conflict (tenant_id, service_id) do update set content_sealed = excluded.content_sealed, next_on = excluded.next_on, review = 'waiting',
      written_by = excluded.written_by, written_at = coalesce(session_note.written_at, now()), version = session_note.version + 1
      where session_note.version = ${row.version} returning version`.execute(tx)
  return rows.length === 1
}

export async function setNarrow(
  tx: Tx,
  tenantId: TenantId,
  box: Box,
  row: SessionRecord,
  change: { narrow: boolean; reason: string; by: AccountId },
): Promise<boolean> {
  await keepNoteVersion(tx, tenantId, box, row, change.reason, change.by)
  const changed = await tx
    .updateTable('session_note')
    .set({ narrow: change.narrow, version: row.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

async function keepNoteVersion(tx: Tx, tenantId: TenantId, box: Box, row: SessionRecord, reason: string, by: AccountId): Promise<void> {
  if (row.version === 0) return
  const content = openNote(box, row)
  const version = `${row.id}:${row.version}`
  await tx
    .insertInto('session_note_version')
    .values({
      tenant_id: tenantId,
      service_id: row.id,
      version: row.version,
      content_sealed: content === null ? null : box.sealJson(content, 'session_note_version', version, 'content'),
      reason_sealed: box.seal(reason, 'session_note_version', version, 'reason'),
      changed_by: by,
    })
    .execute()
}

/** Earlier versions of a note: when, by whom and why. */
export async function listNoteVersions(tx: Tx, tenantId: TenantId, box: Box, id: ServiceId) {
  const rows = await tx
    .selectFrom('session_note_version')
    .leftJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'session_note_version.tenant_id').on(sql`account.id`, '=', sql`session_note_version.changed_by`),
    )
    .select([
      'session_note_version.version',
      'session_note_version.reason_sealed as reasonSealed',
      'session_note_version.changed_at as at',
      'account.display_name as by',
    ])
    .where('session_note_version.tenant_id', '=', tenantId)
    .where('session_note_version.service_id', '=', id)
    .orderBy('session_note_version.version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    by: row.by,
    at: row.at.toISOString(),
    reason: box.open(row.reasonSealed, 'session_note_version', `${id}:${row.version}`, 'reason') ?? '',
  }))
}

export async function findCaseNames(tx: Tx, tenantId: TenantId, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; number: string; person: string | null }>`select f.id, f.number, p.name as person from case_file f
    left join person p on p.tenant_id = f.tenant_id and p.id = f.person_id where f.tenant_id = ${tenantId} and f.id = any(${ids}::uuid[]) order by f.number`.execute(
    tx,
  )
  return rows
}
