import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { projectIdSchema, serviceIdSchema, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { needStateSchema, needWordsSchema, prioritySchema, type Need, type NeedWords } from './schema.ts'

export const boundWords = (tenantId: TenantId, id: string): string => `${tenantId}/need/${id}/words`
export const boundAction = (tenantId: TenantId, id: string): string => `${tenantId}/need_action/${id}/what`
export const boundEarlier = (tenantId: TenantId, id: string, version: number): string => `${tenantId}/need/${id}/version/${version}`

export const openWords = (sealer: Sealer, tenantId: TenantId, id: string, sealed: Buffer): NeedWords =>
  needWordsSchema.parse(JSON.parse(sealer.open(sealed, boundWords(tenantId, id))))

const rowSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  project_id: projectIdSchema,
  domain_id: z.uuid().nullable(),
  domain: z.string().nullable(),
  priority: prioritySchema,
  assessment_id: z.uuid().nullable(),
  assessment_scale: z.string().nullable(),
  assessment_day: daySchema.nullable(),
  state: needStateSchema,
  settled_on: daySchema.nullable(),
  met_service_id: serviceIdSchema.nullable(),
  words_sealed: z.instanceof(Buffer),
  created_by: z.string().nullable(),
  created_at: z.date(),
  case_ids: z.array(z.uuid()),
})
const actionRowSchema = z.object({
  id: z.uuid(),
  need_id: z.uuid(),
  what_sealed: z.instanceof(Buffer),
  who: z.string(),
  due_on: daySchema,
  done_on: daySchema.nullable(),
})
const versionRowSchema = z.object({
  need_id: z.uuid(),
  version: z.int(),
  reason: z.string(),
  by: z.string().nullable(),
  changed_at: z.date(),
})

/** A person's needs: those to be worked on first, the most urgent first among them. */
export async function listOfPerson(tx: Tx, tenantId: TenantId, personId: PersonId, sealer: Sealer, only?: string): Promise<Need[]> {
  const { rows } = await sql`
    select n.id, n.version, n.project_id, n.domain_id, (select d.need from project_need d where d.tenant_id = n.tenant_id and d.id = n.domain_id) as domain,
      n.priority, n.assessment_id, x.scale as assessment_scale, x.day as assessment_day, n.state, n.settled_on, n.met_service_id, n.words_sealed,
      (select a.display_name from account a where a.tenant_id = n.tenant_id and a.id = n.created_by) as created_by, n.created_at,
      array(select distinct g.case_id from need_goal g where g.tenant_id = n.tenant_id and g.need_id = n.id and g.case_id is not null) as case_ids
    from need n left join assessment x on x.tenant_id = n.tenant_id and x.id = n.assessment_id
    where n.tenant_id = ${tenantId} and n.person_id = ${personId} and ${only === undefined ? sql`true` : sql`n.id = ${only}`}
    order by n.state in ('met', 'notMet', 'withdrawn'), array_position(array['urgent', 'high', 'usual'], n.priority), n.created_at desc, n.id`.execute(
    tx,
  )
  const found = z.array(rowSchema).parse(rows)
  const ids = found.map(({ id }) => id)
  const actions = await listActions(tx, tenantId, ids, sealer)
  const versions = await listVersions(tx, tenantId, ids)
  return found.map((row) => ({
    id: row.id,
    version: row.version,
    projectId: row.project_id,
    domainId: row.domain_id,
    domain: row.domain,
    priority: row.priority,
    assessment:
      row.assessment_id === null || row.assessment_scale === null
        ? null
        : { id: row.assessment_id, scale: row.assessment_scale, day: row.assessment_day },
    state: row.state,
    settledOn: row.settled_on,
    metServiceId: row.met_service_id,
    ...openWords(sealer, tenantId, row.id, row.words_sealed),
    actions: actions.filter((action) => action.needId === row.id).map(({ needId: _need, ...action }) => action),
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    caseIds: row.case_ids,
    versions: versions.filter((version) => version.needId === row.id).map(({ needId: _need, ...version }) => version),
  }))
}

async function listActions(tx: Tx, tenantId: TenantId, ids: readonly string[], sealer: Sealer) {
  if (ids.length === 0) return []
  const { rows } = await sql`select id, need_id, what_sealed, who, due_on, done_on from need_action
    where tenant_id = ${tenantId} and need_id = any(${ids}::uuid[]) order by position`.execute(tx)
  return z
    .array(actionRowSchema)
    .parse(rows)
    .map((row) => ({
      id: row.id,
      needId: row.need_id,
      what: sealer.open(row.what_sealed, boundAction(tenantId, row.id)),
      who: row.who,
      dueOn: row.due_on,
      doneOn: row.done_on,
    }))
}

async function listVersions(tx: Tx, tenantId: TenantId, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql`
    select v.need_id, v.version, v.reason, (select a.display_name from account a where a.tenant_id = v.tenant_id and a.id = v.changed_by) as by, v.changed_at
    from need_version v where v.tenant_id = ${tenantId} and v.need_id = any(${ids}::uuid[]) order by v.version desc`.execute(tx)
  return z
    .array(versionRowSchema)
    .parse(rows)
    .map((row) => ({ needId: row.need_id, version: row.version, reason: row.reason, by: row.by, at: row.changed_at.toISOString() }))
}

/** The project's needs, which are the domains of persons' needs. */
export async function listDomains(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<{ id: string; need: string }[]> {
  return tx
    .selectFrom('project_need')
    .select(['id', 'need'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .orderBy('position')
    .execute()
}

const assessedSchema = z.object({
  id: z.uuid(),
  project_id: projectIdSchema,
  scale: z.string(),
  band: z.string().nullable(),
  score: z.union([z.number(), z.string().transform(Number)]).nullable(),
  day: daySchema.nullable(),
})

/** The latest assessment of a person on each scale, from which no need has been taken yet. */
export async function listAssessed(tx: Tx, tenantId: TenantId, personId: PersonId): Promise<z.infer<typeof assessedSchema>[]> {
  const { rows } = await sql`
    with latest as (
      select distinct on (x.scale) x.id, x.project_id, x.scale, x.band, x.score, x.day from assessment x
      where x.tenant_id = ${tenantId} and x.person_id = ${personId} and x.withdrawn_at is null
      order by x.scale, x.day desc nulls last, case x.phase when 'after' then 0 when 'during' then 1 else 2 end, x.id desc)
    select l.* from latest l where not exists (
      select 1 from need n where n.tenant_id = ${tenantId} and n.person_id = ${personId} and n.assessment_id = l.id and n.state <> 'withdrawn')
    order by l.day desc nulls last`.execute(tx)
  return z.array(assessedSchema).parse(rows)
}

/** Whether an assessment is this person's, in this project. */
export async function isAssessmentOf(tx: Tx, tenantId: TenantId, id: string, personId: PersonId, projectId: ProjectId): Promise<boolean> {
  const { rows } = await sql`select 1 from assessment x where x.tenant_id = ${tenantId} and x.id = ${id} and x.person_id = ${personId}
    and x.project_id = ${projectId} and x.withdrawn_at is null`.execute(tx)
  return rows.length === 1
}

/** Whether a service is the project's and the person was at it. */
export async function hasAttended(
  tx: Tx,
  tenantId: TenantId,
  serviceId: string,
  personId: PersonId,
  projectId: ProjectId,
): Promise<boolean> {
  const { rows } = await sql`select 1 from service s join attendance a on a.tenant_id = s.tenant_id and a.service_id = s.id
    where s.tenant_id = ${tenantId} and a.tenant_id = ${tenantId} and s.id = ${serviceId} and s.project_id = ${projectId} and a.person_id = ${personId} limit 1`.execute(
    tx,
  )
  return rows.length === 1
}

/** Whether the person is in the project: on its register, or at home in one of its communities. */
export async function isInProject(tx: Tx, tenantId: TenantId, personId: PersonId, projectId: ProjectId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from person p where p.tenant_id = ${tenantId} and p.id = ${personId} and (
      exists (select 1 from registration r where r.tenant_id = ${tenantId} and r.person_id = p.id and r.project_id = ${projectId})
      or p.community_code in (select c.community_code from project_community c where c.tenant_id = ${tenantId} and c.project_id = ${projectId}))`.execute(
    tx,
  )
  return rows.length === 1
}
