import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { accountIdSchema, divisionCodeSchema, projectIdSchema, type AccountId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Box } from './sealed-store.ts'
import type { Supervision } from './session-schema.ts'
import { caseFormKindSchema, reviewSchema } from './vocabulary-schema.ts'

const queueSchema = z.object({
  of: z.enum(['session', 'form']),
  id: z.uuid(),
  case_id: z.uuid(),
  number: z.string(),
  person: z.string().nullable(),
  kind: caseFormKindSchema.nullable(),
  ordinal: z.number().nullable(),
  day: daySchema.nullable(),
  written_by: z.string().nullable(),
  writer: z.string().nullable(),
  written_at: z.date().nullable(),
  is_narrow: z.boolean(),
  review: reviewSchema,
  community_code: divisionCodeSchema.nullable(),
})
export type QueueRecord = z.infer<typeof queueSchema>

/** Records of a project in this state of review, the oldest first. Of a form only its last version. */
export async function listQueue(
  tx: Tx,
  tenantId: TenantId,
  of: { projectId: ProjectId; review: string; writtenBy: AccountId | undefined },
): Promise<QueueRecord[]> {
  const mine = of.writtenBy === undefined ? sql`true` : sql`r.written_by = ${of.writtenBy}`
  const { rows } = await sql`select r.*, f.number, p.name as person, o.community_code, a.display_name as writer from (
      select 'session' as of, n.service_id as id, n.case_id, null::text as kind, n.ordinal, s.day, n.written_by, n.written_at,
        coalesce(n.narrow, n.counsellor is not null) as is_narrow, n.review
      from session_note n join service s on s.tenant_id = n.tenant_id and s.id = n.service_id
      where n.tenant_id = ${tenantId} and s.project_id = ${of.projectId} and n.review = ${of.review} and s.status <> 'cancelled'
      union all
      select 'form', c.id, c.case_id, c.kind, c.ordinal, (c.written_at at time zone 'Asia/Shanghai')::date, c.written_by, c.written_at, false, c.review
      from case_form c where c.tenant_id = ${tenantId} and c.review = ${of.review} and not exists (
        select 1 from case_form l where l.tenant_id = c.tenant_id and l.case_id = c.case_id and l.kind = c.kind and l.ordinal > c.ordinal)
    ) r join case_file f on f.tenant_id = ${tenantId} and f.id = r.case_id and f.project_id = ${of.projectId}
    join service o on o.tenant_id = ${tenantId} and o.id = f.opening_service_id
    left join person p on p.tenant_id = ${tenantId} and p.id = f.person_id
    left join account a on a.tenant_id = ${tenantId} and a.id = r.written_by
    where ${mine} order by r.written_at, r.id limit 500`.execute(tx)
  return z.array(queueSchema).parse(rows)
}

export async function addComment(
  tx: Tx,
  tenantId: TenantId,
  box: Box,
  one: {
    id: string
    caseId: string
    of: 'session' | 'form'
    recordId: string
    kind: 'comment' | 'returned' | 'approved'
    body: string | null
    by: AccountId
  },
): Promise<void> {
  await sql`insert into case_comment (tenant_id, id, case_id, service_id, form_id, kind, body_sealed, made_by)
    values (${tenantId}, ${one.id}, ${one.caseId}, ${one.of === 'session' ? one.recordId : null}::uuid, ${one.of === 'form' ? one.recordId : null}::uuid,
      ${one.kind}, ${box.sealOr(one.body, 'case_comment', one.id, 'body')}, ${one.by})`.execute(tx)
  if (one.kind === 'comment') return
  const table = one.of === 'session' ? 'session_note' : 'case_form'
  const key = one.of === 'session' ? 'service_id' : 'id'
  await sql`update ${sql.table(table)} set review = ${one.kind} where tenant_id = ${tenantId} and ${sql.ref(key)} = ${one.recordId}`.execute(
    tx,
  )
}

const contentSchema = z.object({ topics: z.string(), advice: z.string(), followUp: z.string() })
const recordSchema = z.object({
  id: z.uuid(),
  version: z.number(),
  project_id: projectIdSchema,
  form: z.enum(['individual', 'group', 'on_site']),
  day: daySchema,
  minutes: z.number(),
  supervisor_id: accountIdSchema,
  supervisor: z.string(),
  supervised: z.array(accountIdSchema),
  names: z.array(z.string()),
  content_sealed: z.instanceof(Buffer),
})

/** Records of supervision in a project, the newest first: of everybody, or those that somebody took part in. */
export async function listSupervisionRows(tx: Tx, tenantId: TenantId, box: Box, projectId: ProjectId, of: AccountId | undefined) {
  const whose = of === undefined ? sql`true` : sql`(r.supervisor_id = ${of} or ${of} = any(r.supervised))`
  const { rows } =
    await sql`select r.id, r.version, r.project_id, r.form, r.day, r.minutes, r.supervisor_id, r.supervised, r.content_sealed, s.display_name as supervisor,
      array(select a.display_name from account a where a.tenant_id = r.tenant_id and a.id = any(r.supervised) order by 1) as names
    from supervision_record r join account s on s.tenant_id = r.tenant_id and s.id = r.supervisor_id
    where r.tenant_id = ${tenantId} and r.project_id = ${projectId} and ${whose} order by r.day desc, r.id desc`.execute(tx)
  return z
    .array(recordSchema)
    .parse(rows)
    .map((row) => ({
      id: row.id,
      version: row.version,
      projectId: row.project_id,
      form: row.form,
      day: row.day,
      minutes: row.minutes,
      supervised: row.supervised,
      supervisorId: row.supervisor_id,
      supervisor: row.supervisor,
      names: row.names,
      ...box.openJson(contentSchema, row.content_sealed, 'supervision_record', row.id, 'content'),
    }))
}

export async function findSupervision(tx: Tx, tenantId: TenantId, id: string) {
  return tx
    .selectFrom('supervision_record')
    .select(['id', 'project_id', 'supervisor_id', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Adds a record, or changes one that is at this version. False: it is not. */
export async function saveSupervision(tx: Tx, tenantId: TenantId, box: Box, one: Supervision, by: AccountId): Promise<boolean> {
  const content = box.sealJson({ topics: one.topics, advice: one.advice, followUp: one.followUp }, 'supervision_record', one.id, 'content')
  const values = {
    form: one.form,
    day: one.day,
    minutes: one.minutes,
    supervised: [...one.supervised],
    content_sealed: content,
  }
  if (one.version === 0) {
    await tx
      .insertInto('supervision_record')
      .values({ tenant_id: tenantId, id: one.id, project_id: one.projectId, supervisor_id: by, ...values })
      .execute()
    return true
  }
  const changed = await tx
    .updateTable('supervision_record')
    .set({ ...values, version: one.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', one.id)
    .where('version', '=', one.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
