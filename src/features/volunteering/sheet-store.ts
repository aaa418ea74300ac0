import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '../../kernel/canonical.ts'
import { daySchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, personIdSchema, projectIdSchema, type AccountId, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { listMerits } from './merit-store.ts'
import { minutesOnSheet, recordOfSheet, type SheetFacts, type SheetLine, type SheetMerit } from './sheet-rules.ts'
import type { SheetId } from './sheet-schema.ts'

export const hashOfSheet = (facts: SheetFacts): Buffer =>
  createHash('sha256')
    .update(canonical(recordOfSheet(facts)))
    .digest()

const bound = (tenantId: TenantId, id: string): string => `${tenantId}:volunteer_sheet:${id}:code`

const lineSchema = z.object({
  id: z.string(),
  day: daySchema,
  startsAt: z.string().nullable(),
  title: z.string(),
  minutes: z.number(),
  about: z.string().nullable(),
})

/** Confirmed services of a volunteer, or just these; without those that the volunteer confirmed in their own name. */
export async function listLines(tx: Tx, tenantId: TenantId, projectId: ProjectId, personId: PersonId, which: Which): Promise<SheetLine[]> {
  const { rows } = await sql`select s.id, s.day, s.starts_at as "startsAt", coalesce(s.title, '志愿服务') as title, a.minutes,
      (select o.title from service o where o.tenant_id = ${tenantId} and o.id = s.part_of) as about
    from attendance a join service s on s.tenant_id = a.tenant_id and s.id = a.service_id
    join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${tenantId} and a.person_id = ${personId} and a.part = 'volunteer' and not a.repeats and a.minutes > 0
      and s.project_id = ${projectId} and s.kind = 'volunteer_shift' and s.status = 'held' and not s.repeats and s.day is not null
      and a.confirmed_by is not null and a.confirmed_by <> p.name
      and ${
        'ids' in which
          ? sql`s.id = any(${which.ids}::uuid[])`
          : sql`(${which.from}::date is null or s.day >= ${which.from}::date) and (${which.to}::date is null or s.day <= ${which.to}::date)`
      }
    order by s.day, s.starts_at, s.id`.execute(tx)
  return z.array(lineSchema).parse(rows)
}

type Which = { from: Day | null; to: Day | null } | { ids: readonly string[] }

/** Training, awards and evaluations of a time, or just these, the earliest first; what was taken out is on no sheet. */
export async function listSheetMerits(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  personId: PersonId,
  which: Which,
): Promise<SheetMerit[]> {
  const all = await listMerits(tx, tenantId, projectId, personId)
  return all
    .filter((merit) => merit.removedReason === null)
    .filter(({ id, day }) =>
      'ids' in which ? which.ids.includes(id) : (which.from === null || day >= which.from) && (which.to === null || day <= which.to),
    )
    .map(({ id, kind, day, title, content, minutes, givenBy }) => ({ id, kind, day, title, content, minutes, givenBy }))
    .toReversed()
}

type NewSheet = { id: SheetId; projectId: ProjectId; personId: PersonId; code: string; facts: SheetFacts; by: AccountId }

export async function addSheet(tx: Tx, tenantId: TenantId, sealer: Sealer, sheet: NewSheet): Promise<void> {
  const { facts } = sheet
  await tx
    .insertInto('volunteer_sheet')
    .values({
      tenant_id: tenantId,
      id: sheet.id,
      project_id: sheet.projectId,
      person_id: sheet.personId,
      recorded_person_id: sheet.personId,
      code_hash: sealer.index(sheet.code, tenantId),
      code_sealed: sealer.seal(sheet.code, bound(tenantId, sheet.id)),
      from_day: facts.from,
      to_day: facts.to,
      minutes: minutesOnSheet(facts),
      shifts: facts.lines.length,
      issuer: facts.issuer,
      content_hash: hashOfSheet(facts),
      service_ids: facts.lines.map((line) => line.id),
      merit_ids: facts.merits.map((merit) => merit.id),
      issued_by: sheet.by,
    })
    .execute()
}

const rowSchema = z.object({
  id: z.string(),
  project_id: projectIdSchema,
  person_id: personIdSchema,
  community_code: divisionCodeSchema.nullable(),
  name: z.string(),
  code_sealed: z.instanceof(Buffer),
  from_day: daySchema.nullable(),
  to_day: daySchema.nullable(),
  minutes: z.number(),
  shifts: z.number(),
  issuer: z.string(),
  content_hash: z.instanceof(Buffer),
  service_ids: z.array(z.string()),
  merit_ids: z.array(z.string()),
  issued_at: z.date(),
  issued_by_name: z.string().nullable(),
  revoked_at: z.date().nullable(),
  revoke_reason: z.string().nullable(),
})
export type SheetRecord = z.infer<typeof rowSchema>

const columns = sql`x.*, p.name, p.community_code, (select c.display_name from account c where c.tenant_id = x.tenant_id and c.id = x.issued_by) as issued_by_name`
const from = sql`volunteer_sheet x join person p on p.tenant_id = x.tenant_id and p.id = x.person_id`

export async function listSheets(tx: Tx, tenantId: TenantId, projectId: ProjectId, personId: PersonId): Promise<SheetRecord[]> {
  const { rows } =
    await sql`select ${columns} from ${from} where x.tenant_id = ${tenantId} and x.project_id = ${projectId} and x.person_id = ${personId}
    order by x.issued_at desc`.execute(tx)
  return z.array(rowSchema).parse(rows)
}

export async function findSheet(tx: Tx, tenantId: TenantId, id: SheetId): Promise<SheetRecord | undefined> {
  const { rows } = await sql`select ${columns} from ${from} where x.tenant_id = ${tenantId} and x.id = ${id}`.execute(tx)
  return rows[0] === undefined ? undefined : rowSchema.parse(rows[0])
}

export async function findSheetByCode(tx: Tx, tenantId: TenantId, sealer: Sealer, code: string): Promise<SheetRecord | undefined> {
  const { rows } =
    await sql`select ${columns} from ${from} where x.tenant_id = ${tenantId} and x.code_hash = ${sealer.index(code, tenantId)}`.execute(tx)
  return rows[0] === undefined ? undefined : rowSchema.parse(rows[0])
}

export const codeOfSheet = (sealer: Sealer, tenantId: TenantId, sheet: SheetRecord): string =>
  sealer.open(sheet.code_sealed, bound(tenantId, sheet.id))

/** What the sheet would say now of the same services; undefined when one of them is no longer confirmed, or was taken out. */
export async function findFactsNow(tx: Tx, tenantId: TenantId, sheet: SheetRecord): Promise<SheetFacts | undefined> {
  const lines = await listLines(tx, tenantId, sheet.project_id, sheet.person_id, { ids: sheet.service_ids })
  const merits =
    sheet.merit_ids.length === 0 ? [] : await listSheetMerits(tx, tenantId, sheet.project_id, sheet.person_id, { ids: sheet.merit_ids })
  return lines.length === sheet.service_ids.length && merits.length === sheet.merit_ids.length
    ? { name: sheet.name, issuer: sheet.issuer, from: sheet.from_day, to: sheet.to_day, lines, merits }
    : undefined
}

/** Whether it was in force. */
export async function revokeSheet(tx: Tx, tenantId: TenantId, id: SheetId, reason: string, by: AccountId): Promise<boolean> {
  const { rows } = await sql`update volunteer_sheet set revoked_at = now(), revoked_by = ${by}, revoke_reason = ${reason}
    where tenant_id = ${tenantId} and id = ${id} and revoked_at is null returning id`.execute(tx)
  return rows.length === 1
}

export async function findTenantCode(tx: Tx, tenantId: TenantId): Promise<string> {
  const row = await tx.selectFrom('tenant_directory').select('code').where('tenant_id', '=', tenantId).executeTakeFirstOrThrow()
  return row.code
}

export async function findIssuer(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<string> {
  const { rows } = await sql<{ name: string }>`select coalesce(o.name, d.name) as name from project j
    join tenant_directory d on d.tenant_id = j.tenant_id
    left join organisation o on o.tenant_id = j.tenant_id and o.id = j.agency_id
    where j.tenant_id = ${tenantId} and j.id = ${projectId}`.execute(tx)
  return rows[0]?.name ?? ''
}
