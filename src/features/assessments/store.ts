import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { projectIdSchema, serviceIdSchema, type PersonId, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { answersSchema, informantSchema, phaseSchema, riskContactSchema, riskProtocolSchema } from './scale-schema.ts'
import type { Assessment, RiskFollowUp, ScaleText } from './schema.ts'

/** What is sealed of a sheet. */
const sheetSchema = z.object({
  answers: answersSchema,
  informant: informantSchema,
  note: z.string().nullable(),
})
export type Sheet = z.infer<typeof sheetSchema>

/** What stood before a correction or a withdrawal. */
const earlierSchema = z.object({
  sheet: sheetSchema.nullable(),
  protocol: riskProtocolSchema.nullable().default(null),
  score: z.number().nullable(),
  band: z.string().nullable(),
  phase: phaseSchema,
  occasion: z.string().nullable(),
  day: daySchema.nullable(),
})
export type Earlier = z.infer<typeof earlierSchema>

export const boundSheet = (tenantId: TenantId, id: string): string => `${tenantId}/assessment/${id}/sheet`
export const boundEarlier = (tenantId: TenantId, id: string, version: number): string => `${tenantId}/assessment/${id}/version/${version}`
export const boundProtocol = (tenantId: TenantId, id: string): string => `${tenantId}/assessment/${id}/protocol`

const number = z.union([z.number(), z.string().transform(Number)]).nullable()
const rowSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  project_id: projectIdSchema,
  scale: z.string(),
  scale_version: z.string(),
  phase: phaseSchema,
  occasion: z.string().nullable(),
  day: daySchema.nullable(),
  score: number,
  band: z.string().nullable(),
  sheet_sealed: z.instanceof(Buffer).nullable(),
  assessor: z.string().nullable(),
  service_id: serviceIdSchema.nullable(),
  protocol_sealed: z.instanceof(Buffer).nullable(),
  withdrawn_at: z.date().nullable(),
  withdrawn_by: z.string().nullable(),
  withdrawn_reason: z.string().nullable(),
})
const versionRowSchema = z.object({
  assessment_id: z.uuid(),
  version: z.int(),
  earlier_sealed: z.instanceof(Buffer),
  reason: z.string(),
  by: z.string().nullable(),
  changed_at: z.date(),
})

const nameOf = (column: RawBuilder<unknown>) =>
  sql`(select a.display_name from account a where a.tenant_id = x.tenant_id and a.id = ${column})`

/** A person's assessments, the newest first: sheets that were filled in here, and totals out of workbooks. */
export async function listOfPerson(tx: Tx, tenantId: TenantId, personId: PersonId, sealer: Sealer, only?: string): Promise<Assessment[]> {
  const one = only === undefined ? sql`true` : sql`x.id = ${only}`
  const { rows } = await sql`
    select x.id, x.version, x.project_id, x.scale, x.scale_version, x.phase, x.occasion, x.day, x.score, x.band, x.sheet_sealed, x.service_id,
      ${nameOf(sql`x.assessed_by`)} as assessor, x.withdrawn_at, ${nameOf(sql`x.withdrawn_by`)} as withdrawn_by, x.withdrawn_reason,
      (select r.protocol_sealed from risk_protocol r where r.tenant_id = x.tenant_id and r.assessment_id = x.id) as protocol_sealed
    from assessment x where x.tenant_id = ${tenantId} and x.person_id = ${personId} and ${one}
    order by x.day desc nulls last, case x.phase when 'after' then 0 when 'during' then 1 else 2 end, x.id desc`.execute(tx)
  const found = z.array(rowSchema).parse(rows)
  const followUps = await listFollowUps(
    tx,
    tenantId,
    sealer,
    found.map(({ id }) => id),
  )
  const versions = await listVersions(
    tx,
    tenantId,
    found.map(({ id }) => id),
  )
  return found.map((row) => {
    const sheet = row.sheet_sealed === null ? null : openSheet(sealer, tenantId, row.id, row.sheet_sealed)
    return {
      id: row.id,
      version: row.version,
      projectId: row.project_id,
      scale: row.scale,
      scaleVersion: row.scale_version,
      phase: row.phase,
      occasion: row.occasion,
      day: row.day,
      score: row.score,
      band: row.band,
      answers: sheet?.answers ?? null,
      informant: sheet?.informant ?? null,
      note: sheet?.note ?? null,
      assessor: row.assessor,
      serviceId: row.service_id,
      protocol:
        row.protocol_sealed === null
          ? null
          : riskProtocolSchema.parse(JSON.parse(sealer.open(row.protocol_sealed, boundProtocol(tenantId, row.id)))),
      followUps: followUps.flatMap(({ assessmentId, ...one }) => (assessmentId === row.id ? [one] : [])),
      withdrawn:
        row.withdrawn_at === null ? null : { reason: row.withdrawn_reason ?? '', by: row.withdrawn_by, at: row.withdrawn_at.toISOString() },
      versions: versions
        .filter((version) => version.assessment_id === row.id)
        .map((version) => ({
          version: version.version,
          reason: version.reason,
          by: version.by,
          at: version.changed_at.toISOString(),
          score: openEarlier(sealer, tenantId, row.id, version.version, version.earlier_sealed).score,
        })),
    }
  })
}

const openSheet = (sealer: Sealer, tenantId: TenantId, id: string, sealed: Buffer): Sheet =>
  sheetSchema.parse(JSON.parse(sealer.open(sealed, boundSheet(tenantId, id))))

const openEarlier = (sealer: Sealer, tenantId: TenantId, id: string, version: number, sealed: Buffer): Earlier =>
  earlierSchema.parse(JSON.parse(sealer.open(sealed, boundEarlier(tenantId, id, version))))

const followUpRowSchema = z.object({
  id: z.uuid(),
  assessment_id: z.uuid(),
  contacted_on: daySchema,
  next_contact_on: daySchema.nullable(),
  content_sealed: z.instanceof(Buffer),
  by: z.string().nullable(),
  written_at: z.date(),
})

export const boundFollowUp = (tenantId: TenantId, id: string): string => `${tenantId}/risk_follow_up/${id}/content`

async function listFollowUps(tx: Tx, tenantId: TenantId, sealer: Sealer, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql`
    select x.id, x.assessment_id, x.contacted_on, x.next_contact_on, x.content_sealed, ${nameOf(sql`x.written_by`)} as by, x.written_at
    from risk_follow_up x where x.tenant_id = ${tenantId} and x.assessment_id = any(${ids}::uuid[]) order by x.contacted_on, x.written_at`.execute(
    tx,
  )
  return z
    .array(followUpRowSchema)
    .parse(rows)
    .map((row): RiskFollowUp & { assessmentId: string } => ({
      id: row.id,
      assessmentId: row.assessment_id,
      contactedOn: row.contacted_on,
      nextContactOn: row.next_contact_on,
      ...riskContactSchema.parse(JSON.parse(sealer.open(row.content_sealed, boundFollowUp(tenantId, row.id)))),
      by: row.by,
      at: row.written_at.toISOString(),
    }))
}

async function listVersions(tx: Tx, tenantId: TenantId, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql`
    select x.assessment_id, x.version, x.earlier_sealed, x.reason, ${nameOf(sql`x.changed_by`)} as by, x.changed_at
    from assessment_version x where x.tenant_id = ${tenantId} and x.assessment_id = any(${ids}::uuid[]) order by x.version desc`.execute(tx)
  return z.array(versionRowSchema).parse(rows)
}

/** What stood before the last change: what taking a withdrawal back brings again. */
export async function findEarlier(tx: Tx, tenantId: TenantId, id: string, version: number, sealer: Sealer): Promise<Earlier | undefined> {
  const row = (await listVersions(tx, tenantId, [id])).find((each) => each.version === version)
  return row === undefined ? undefined : openEarlier(sealer, tenantId, id, version, row.earlier_sealed)
}

/** Whether the person is in the project: on its register, or at home in one of its communities; and where they live. */
export async function findPlaceOf(
  tx: Tx,
  tenantId: TenantId,
  personId: PersonId,
  projectId: ProjectId,
): Promise<{ name: string; communityCode: string | null } | undefined> {
  const { rows } = await sql`
    select p.name, p.community_code from person p where p.tenant_id = ${tenantId} and p.id = ${personId} and (
      exists (select 1 from registration r where r.tenant_id = ${tenantId} and r.person_id = p.id and r.project_id = ${projectId})
      or p.community_code in (select c.community_code from project_community c where c.tenant_id = ${tenantId} and c.project_id = ${projectId}))`.execute(
    tx,
  )
  const [found] = z.array(z.object({ name: z.string(), community_code: z.string().nullable() })).parse(rows)
  return found === undefined ? undefined : { name: found.name, communityCode: found.community_code }
}

/** Whether a service is one of the project's. */
export async function isServiceOf(tx: Tx, tenantId: TenantId, serviceId: ServiceId, projectId: ProjectId): Promise<boolean> {
  const { rows } =
    await sql`select 1 from service s where s.tenant_id = ${tenantId} and s.id = ${serviceId} and s.project_id = ${projectId}`.execute(tx)
  return rows.length === 1
}

/** The other record that stands as a first or a last score of the same occasion. */
export async function findSamePhase(
  tx: Tx,
  tenantId: TenantId,
  of: { id: string; personId: PersonId; projectId: ProjectId; scale: string; phase: string; occasion: string | null },
): Promise<Day | 'undated' | undefined> {
  const { rows } = await sql`
    select x.day from assessment x where x.tenant_id = ${tenantId} and x.person_id = ${of.personId} and x.project_id = ${of.projectId}
      and x.scale = ${of.scale} and x.phase = ${of.phase} and x.occasion is not distinct from ${of.occasion} and x.id <> ${of.id}
      and x.withdrawn_at is null limit 1`.execute(tx)
  const [found] = z.array(z.object({ day: daySchema.nullable() })).parse(rows)
  return found === undefined ? undefined : (found.day ?? 'undated')
}

const textRowSchema = z.object({
  scale: z.string(),
  version: z.int(),
  permission: z.string(),
  items: z.record(z.string(), z.string()),
  options: z.record(z.string(), z.string()),
  changed_by: z.string().nullable(),
  changed_at: z.date(),
})

/** The agency's texts of scales, each as it stands now. */
export async function listTexts(tx: Tx, tenantId: TenantId): Promise<ScaleText[]> {
  const { rows } = await sql`
    select distinct on (x.scale) x.scale, x.version, x.permission, x.items, x.options, ${nameOf(sql`x.changed_by`)} as changed_by, x.changed_at
    from scale_text x where x.tenant_id = ${tenantId} order by x.scale, x.version desc`.execute(tx)
  return z
    .array(textRowSchema)
    .parse(rows)
    .map(({ changed_by, changed_at, ...row }) => ({ ...row, changedBy: changed_by, changedAt: changed_at.toISOString() }))
}
