import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { addDays, daySchema, type Day } from '../../kernel/day.ts'
import {
  attendanceIdSchema,
  personIdSchema,
  serviceIdSchema,
  type AccountId,
  type AttendanceId,
  type DivisionCode,
  type ProjectId,
  type ServiceId,
} from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { serviceWithin } from '../ledger/store.ts'
import {
  followUpLevelSchema,
  meansSchema,
  outcomeSchema,
  resultSchema,
  type addFollowUpEntry,
  type FollowUpRow,
  type Outcome,
} from './follow-up-schema.ts'
import { asksForReferral } from './reading-store.ts'

const boundOf = (tenantId: TenantId, id: string, field: string) => `${tenantId}/clinic_follow_up/${id}/${field}`

const rowSchema = z.object({
  id: z.uuid(),
  attendance_id: attendanceIdSchema,
  service_id: serviceIdSchema,
  person_id: personIdSchema.nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  community_name: z.string().nullable(),
  clinic_day: daySchema.nullable(),
  level: followUpLevelSchema,
  findings: z.array(z.string()),
  opened_on: daySchema,
  due_on: daySchema,
  told: z.boolean(),
  is_overdue: z.boolean(),
  entries: z.number(),
  last_on: daySchema.nullable(),
  last_result: resultSchema.nullable(),
  closed_on: daySchema.nullable(),
  outcome: outcomeSchema.nullable(),
  version: z.number(),
})

const toRow = (row: z.infer<typeof rowSchema>): FollowUpRow => ({
  id: row.id,
  attendanceId: row.attendance_id,
  serviceId: row.service_id,
  personId: row.person_id,
  name: row.name,
  phone: row.phone,
  communityName: row.community_name,
  clinicDay: row.clinic_day,
  level: row.level,
  findings: row.findings,
  openedOn: row.opened_on,
  dueOn: row.due_on,
  told: row.told,
  isOverdue: row.is_overdue,
  entries: row.entries,
  lastOn: row.last_on,
  lastResult: row.last_result,
  closedOn: row.closed_on,
  outcome: row.outcome,
  version: row.version,
})

const columns = (asOf: Day) => sql`f.id, f.attendance_id, f.service_id, a.person_id, coalesce(p.name, a.written_name, '') as name, p.phone,
  (select d.name from division d where d.tenant_id = s.tenant_id and d.code = s.community_code) as community_name, s.day as clinic_day,
  f.level, f.findings, f.opened_on, f.due_on, f.told, (f.closed_on is null and f.due_on < ${asOf}::date) as is_overdue,
  (select count(*)::int from clinic_follow_up_entry e where e.tenant_id = f.tenant_id and e.follow_up_id = f.id) as entries,
  l.day as last_on, l.result as last_result, f.closed_on, f.outcome, f.version`

const from = (tenantId: TenantId) => sql`clinic_follow_up f
  join service s on s.tenant_id = ${tenantId} and s.id = f.service_id
  join attendance a on a.tenant_id = ${tenantId} and a.id = f.attendance_id
  left join person p on p.tenant_id = ${tenantId} and p.id = a.person_id
  left join lateral (select e.day, e.result from clinic_follow_up_entry e where e.tenant_id = ${tenantId} and e.follow_up_id = f.id
    order by e.day desc, e.made_at desc limit 1) l on true`

type Filter = {
  projectId: ProjectId
  serviceId?: ServiceId | undefined
  show: 'open' | 'overdue' | 'closed'
  offset: number
  limit: number
}

export async function listFollowUps(tx: Tx, tenantId: TenantId, filter: Filter, reach: Reach, asOf: Day) {
  const own = sql`f.tenant_id = ${tenantId} and f.project_id = ${filter.projectId} and ${serviceWithin(reach)}
    and ${filter.serviceId === undefined ? sql`true` : sql`f.service_id = ${filter.serviceId}`}`
  const shown: Record<Filter['show'], RawBuilder<unknown>> = {
    open: sql`f.closed_on is null`,
    overdue: sql`f.closed_on is null and f.due_on < ${asOf}::date`,
    closed: sql`f.closed_on is not null`,
  }
  const found =
    await sql`select ${columns(asOf)}, count(*) over ()::int as total from ${from(tenantId)} where ${own} and ${shown[filter.show]}
    order by f.closed_on desc nulls first, f.level <> 'emergency', f.due_on, f.id offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const rows = z.array(rowSchema.extend({ total: z.number() })).parse(found.rows)
  const late = await sql<{ n: number }>`select count(*)::int as n from ${from(tenantId)} where ${own} and ${shown.overdue}`.execute(tx)
  const soon = await sql<{ n: number }>`select count(*)::int as n from ${from(tenantId)}
    where ${own} and ${shown.open} and f.due_on between ${asOf}::date and ${addDays(asOf, 7)}::date`.execute(tx)
  const open = await sql<{ n: number }>`select count(*)::int as n from attendance a
    join service s on s.tenant_id = ${tenantId} and s.id = a.service_id
    join reading r on r.tenant_id = ${tenantId} and r.attendance_id = a.id
    where a.tenant_id = ${tenantId} and s.project_id = ${filter.projectId} and s.kind = 'clinic_day' and s.status = 'held' and not a.repeats
      and ${serviceWithin(reach)} and ${asksForReferral(tenantId)}
      and not exists (select 1 from clinic_follow_up f where f.tenant_id = ${tenantId} and f.attendance_id = a.id)`.execute(tx)
  return {
    rows: rows.map(toRow),
    total: rows[0]?.total ?? 0,
    overdue: late.rows[0]?.n ?? 0,
    dueSoon: soon.rows[0]?.n ?? 0,
    notArranged: open.rows[0]?.n ?? 0,
  }
}

export async function findFollowUp(tx: Tx, tenantId: TenantId, id: string, asOf: Day): Promise<FollowUpRow | undefined> {
  const { rows } = await sql`select ${columns(asOf)} from ${from(tenantId)} where f.tenant_id = ${tenantId} and f.id = ${id}::uuid`.execute(
    tx,
  )
  return rows[0] === undefined ? undefined : toRow(rowSchema.parse(rows[0]))
}

export type NewFollowUp = {
  id: string
  attendanceId: AttendanceId
  serviceId: ServiceId
  projectId: ProjectId
  communityCode: DivisionCode | null
  findings: readonly string[]
  level: string
  openedOn: Day
  dueOn: Day
  told: boolean
  by: AccountId
}

/** Whether it was added: somebody has one follow-up for one clinic day. */
export async function addFollowUp(tx: Tx, tenantId: TenantId, one: NewFollowUp): Promise<boolean> {
  const { rows } = await sql`
    insert into clinic_follow_up (tenant_id, id, attendance_id, service_id, project_id, community_code, findings, level, opened_on, due_on, told, opened_by)
    values (${tenantId}, ${one.id}, ${one.attendanceId}, ${one.serviceId}, ${one.projectId}, ${one.communityCode}, ${[...one.findings]}::text[],
      ${one.level}, ${one.openedOn}::date, ${one.dueOn}::date, ${one.told}, ${one.by}::uuid)
    on conflict (tenant_id, attendance_id) do nothing returning id`.execute(tx)
  return rows.length === 1
}

type EntryInput = z.output<typeof addFollowUpEntry.input>['entry']

export async function addEntry(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  followUpId: string,
  entry: EntryInput,
  by: AccountId,
): Promise<void> {
  await tx
    .insertInto('clinic_follow_up_entry')
    .values({
      tenant_id: tenantId,
      id: entry.id,
      follow_up_id: followUpId,
      day: entry.day,
      means: entry.means,
      result: entry.result,
      note_sealed: entry.note === null ? null : sealer.seal(entry.note, boundOf(tenantId, entry.id, 'note')),
      made_by: by,
    })
    .execute()
}

const entrySchema = z.object({
  id: z.uuid(),
  day: daySchema,
  means: meansSchema,
  result: resultSchema,
  note_sealed: z.instanceof(Buffer).nullable(),
  made_by: z.string().nullable(),
})

/** Each time somebody asked, the newest first. */
export async function listEntries(tx: Tx, tenantId: TenantId, sealer: Sealer, followUpId: string) {
  const { rows } = await sql`select e.id, e.day, e.means, e.result, e.note_sealed, c.display_name as made_by
    from clinic_follow_up_entry e left join account c on c.tenant_id = e.tenant_id and c.id = e.made_by
    where e.tenant_id = ${tenantId} and e.follow_up_id = ${followUpId}::uuid order by e.day desc, e.made_at desc`.execute(tx)
  return z
    .array(entrySchema)
    .parse(rows)
    .map((row) => ({
      id: row.id,
      day: row.day,
      means: row.means,
      result: row.result,
      note: row.note_sealed === null ? null : sealer.open(row.note_sealed, boundOf(tenantId, row.id, 'note')),
      madeBy: row.made_by,
    }))
}

/** Takes the next version. False: not at this one. */
export async function takeVersion(tx: Tx, tenantId: TenantId, id: string, version: number): Promise<boolean> {
  const { rows } = await sql`update clinic_follow_up set version = version + 1
    where tenant_id = ${tenantId} and id = ${id}::uuid and version = ${version} returning id`.execute(tx)
  return rows.length === 1
}

/** Closes it with what came of it, or opens it again with null. */
export async function setClosing(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  id: string,
  closing: { on: Day; outcome: Outcome; note: string | null; by: AccountId } | null,
): Promise<void> {
  const note = closing?.note ?? null
  await tx
    .updateTable('clinic_follow_up')
    .set({
      closed_on: closing?.on ?? null,
      outcome: closing?.outcome ?? null,
      closing_sealed: note === null ? null : sealer.seal(note, boundOf(tenantId, id, 'closing')),
      closed_by: closing?.by ?? null,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

export async function getClosing(tx: Tx, tenantId: TenantId, sealer: Sealer, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('clinic_follow_up')
    .select('closing_sealed')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined || row.closing_sealed === null ? null : sealer.open(row.closing_sealed, boundOf(tenantId, id, 'closing'))
}
