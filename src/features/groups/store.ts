import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, personIdSchema, projectIdSchema, serviceIdSchema, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { statusSchema } from '../ledger/kind-schema.ts'
import { markSchema, phaseSchema } from './group-schema.ts'

const groupSchema = z.object({
  id: z.string(),
  project_id: projectIdSchema,
  number: z.string(),
  name: z.string(),
  nature: z.string().nullable(),
  community_code: divisionCodeSchema.nullable(),
  community_name: z.string().nullable(),
  worker: z.string().nullable(),
  theory: z.string().nullable(),
  goal: z.string().nullable(),
  aims: z
    .array(z.string())
    .nullable()
    .transform((aims) => aims ?? []),
  criteria: z.string().nullable(),
  size: z.number().nullable(),
  frequency: z.string().nullable(),
  place: z.string().nullable(),
  recruiting: z.string().nullable(),
  budget: z.string().nullable(),
  risks: z.string().nullable(),
  evaluation: z.string().nullable(),
  answers: z.number().nullable(),
  satisfied: z.number().nullable(),
  achieved: z.string().nullable(),
  reflection: z.string().nullable(),
  cost_fen: z.coerce.number().nullable(),
  closed_on: daySchema.nullable(),
  version: z.number(),
})
export type GroupColumns = z.infer<typeof groupSchema>

const groupColumns = sql`g.*, (select d.name from division d where d.tenant_id = g.tenant_id and d.code = g.community_code) as community_name`

export async function findGroup(tx: Tx, tenantId: TenantId, id: string): Promise<GroupColumns | undefined> {
  const { rows } = await sql`select ${groupColumns} from support_group g where g.tenant_id = ${tenantId} and g.id = ${id}`.execute(tx)
  return rows[0] === undefined ? undefined : groupSchema.parse(rows[0])
}

/** The groups of a project within a reach, by number. */
export async function listGroups(tx: Tx, tenantId: TenantId, projectId: ProjectId, reach: Reach): Promise<GroupColumns[]> {
  const codes = reach.whole
    ? []
    : reach.places.flatMap((place) => (place.projectId === projectId && place.communityCode !== undefined ? [place.communityCode] : []))
  const isWhole = reach.whole || reach.places.some((place) => place.projectId === projectId && place.communityCode === undefined)
  const { rows } = await sql`select ${groupColumns} from support_group g
    where g.tenant_id = ${tenantId} and g.project_id = ${projectId} and ${isWhole ? sql`true` : sql`g.community_code = any(${codes}::text[])`}
    order by g.closed_on is not null, g.number, g.id`.execute(tx)
  return z.array(groupSchema).parse(rows)
}

const part = z.object({ minutes: z.number().nullable(), content: z.string(), materials: z.string().nullable(), who: z.string().nullable() })
const sessionSchema = z.object({
  group_id: z.string(),
  service_id: serviceIdSchema,
  ordinal: z.number(),
  topic: z.string().nullable(),
  goal: z.string().nullable(),
  parts: z.array(part),
  phase: phaseSchema.nullable(),
  has_record: z.boolean(),
  version: z.number(),
  status: statusSchema,
  day: daySchema.nullable(),
  starts_at: z.string().nullable(),
  minutes: z.number().nullable(),
  place: z.string().nullable(),
  attended: z.array(personIdSchema),
  /** Names on the roll of whom nobody has said yet who they are. */
  written: z.array(z.string()),
  marks: z.array(z.object({ member: z.string(), mark: markSchema })),
})

/** Sessions of these groups in their order, each with who attended and what its roll says. */
export async function listSessions(tx: Tx, tenantId: TenantId, groupIds: readonly string[]) {
  const { rows } = await sql`
    select x.group_id, x.service_id, x.ordinal, x.topic, x.goal, coalesce(x.parts, '[]'::jsonb) as parts, x.phase, x.record_sealed is not null as has_record,
      s.version, s.status, s.day, s.starts_at, s.minutes, s.place,
      (select coalesce(json_agg(a.person_id), '[]'::json) from attendance a
        where a.tenant_id = ${tenantId} and a.service_id = x.service_id and a.person_id is not null and a.part = 'beneficiary' and not a.repeats) as attended,
      (select coalesce(json_agg(a.written_name), '[]'::json) from attendance a
        where a.tenant_id = ${tenantId} and a.service_id = x.service_id and a.person_id is null and a.written_name is not null and a.part = 'beneficiary') as written,
      (select coalesce(json_agg(json_build_object('member', m.member_id, 'mark', m.mark)), '[]'::json) from group_mark m
        where m.tenant_id = ${tenantId} and m.service_id = x.service_id) as marks
    from group_session x join service s on s.tenant_id = x.tenant_id and s.id = x.service_id
    where x.tenant_id = ${tenantId} and s.tenant_id = ${tenantId} and x.group_id = any(${groupIds}::uuid[]) order by x.ordinal, s.day, x.service_id`.execute(
    tx,
  )
  return z.array(sessionSchema).parse(rows)
}

const memberSchema = z.object({
  group_id: z.string(),
  id: z.string(),
  person_id: personIdSchema.nullable(),
  name: z.string(),
  joined_on: daySchema.nullable(),
  left_on: daySchema.nullable(),
  leave_reason: z.string().nullable(),
})

/** Members of these groups; a name that nobody has resolved is a member without a person. */
export async function listMembers(tx: Tx, tenantId: TenantId, groupIds: readonly string[]) {
  const { rows } = await sql`
    select m.group_id, m.id, m.person_id, coalesce(p.name, m.written_name) as name, m.joined_on, m.left_on, m.leave_reason
    from group_member m left join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
    where m.tenant_id = ${tenantId} and m.group_id = any(${groupIds}::uuid[]) order by m.left_on is not null, p.pinyin nulls last, m.id`.execute(
    tx,
  )
  return z.array(memberSchema).parse(rows)
}

/** Scores that were taken for a group: under its number. */
export async function listScores(tx: Tx, tenantId: TenantId, projectId: ProjectId, number: string) {
  const { rows } = await sql`select scale, person_id as "personId", phase, score from assessment
    where tenant_id = ${tenantId} and project_id = ${projectId} and occasion = ${number} and score is not null and withdrawn_at is null order by scale, day nulls first`.execute(
    tx,
  )
  return z
    .array(z.object({ scale: z.string(), personId: z.string(), phase: z.enum(['before', 'during', 'after']), score: z.coerce.number() }))
    .parse(rows)
}

/** The group that a session is of, with its process record as it is sealed. */
export async function findSession(tx: Tx, tenantId: TenantId, serviceId: ServiceId) {
  const row = await tx
    .selectFrom('group_session')
    .select(['group_id as groupId', 'ordinal', 'topic', 'record_sealed as recordSealed', 'record_version as recordVersion'])
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', serviceId)
    .executeTakeFirst()
  return row
}

export type SessionRow = z.infer<typeof sessionSchema>
export type MemberRow = z.infer<typeof memberSchema>
