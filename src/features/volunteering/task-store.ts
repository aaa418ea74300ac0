import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, timeSchema, type Day } from '../../kernel/day.ts'
import {
  divisionCodeSchema,
  personIdSchema,
  projectIdSchema,
  serviceIdSchema,
  type AccountId,
  type PersonId,
  type ProjectId,
  type ServiceId,
} from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { kindSchema, lineSchema, statusSchema } from '../ledger/kind-schema.ts'
import { placeWithin } from './register-store.ts'
import { taskIdSchema, type TaskFile, type TaskId } from './shift-schema.ts'

const rowSchema = z.object({
  id: taskIdSchema,
  project_id: projectIdSchema,
  community_code: divisionCodeSchema,
  community_name: z.string(),
  part_of: serviceIdSchema.nullable(),
  about: z
    .object({ id: serviceIdSchema, kind: kindSchema, title: z.string().nullable(), line: lineSchema, projectId: projectIdSchema })
    .nullable(),
  title: z.string(),
  content: z.string().nullable(),
  skills: z.string().nullable(),
  place: z.string().nullable(),
  day: daySchema,
  starts_at: timeSchema,
  minutes: z.number(),
  wanted: z.number(),
  person_id: personIdSchema.nullable(),
  elder_name: z.string().nullable(),
  needs_vetting: z.boolean(),
  needs_insurance: z.boolean(),
  state: z.enum(['open', 'closed', 'cancelled']),
  cancel_reason: z.string().nullable(),
  version: z.number(),
  taken: z.array(z.object({ serviceId: serviceIdSchema, name: z.string(), personId: personIdSchema.nullable(), status: statusSchema })),
})
export type TaskRecord = z.infer<typeof rowSchema>

const columns = sql`t.*, (select d.name from division d where d.tenant_id = t.tenant_id and d.code = t.community_code) as community_name,
  (select json_build_object('id', s.id, 'kind', s.kind, 'title', s.title, 'line', s.line, 'projectId', s.project_id) from service s
    where s.tenant_id = t.tenant_id and s.id = t.part_of) as about,
  (select p.name from person p where p.tenant_id = t.tenant_id and p.id = t.person_id) as elder_name,
  coalesce((select json_agg(json_build_object('serviceId', s.id, 'name', coalesce(p.name, a.written_name, ''), 'personId', a.person_id, 'status', s.status) order by s.id)
    from volunteer_shift x join service s on s.tenant_id = x.tenant_id and s.id = x.service_id
    join attendance a on a.tenant_id = s.tenant_id and a.service_id = s.id and a.part = 'volunteer'
    left join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where x.tenant_id = t.tenant_id and x.task_id = t.id and s.status in ('planned', 'held')), '[]'::json) as taken`

type Filter = {
  projectId: ProjectId
  offset: number
  limit: number
  from?: Day | undefined
  partOf?: ServiceId | undefined
  onlyOpen?: boolean | undefined
}

/** Tasks of a project, those that lie ahead first by their day. */
export async function listTasks(tx: Tx, tenantId: TenantId, filter: Filter, reach: Reach): Promise<{ rows: TaskRecord[]; total: number }> {
  const where = sql.join(
    [
      sql`t.tenant_id = ${tenantId} and t.project_id = ${filter.projectId}`,
      placeWithin(reach, sql`t.project_id`, sql`t.community_code`),
      ...(filter.from === undefined ? [] : [sql`t.day >= ${filter.from}::date`]),
      ...(filter.partOf === undefined ? [] : [sql`t.part_of = ${filter.partOf}`]),
      ...(filter.onlyOpen === true ? [sql`t.state = 'open'`] : []),
    ],
    sql` and `,
  )
  const found =
    await sql`select ${columns} from volunteer_task t where ${where} order by t.day desc, t.starts_at, t.id offset ${filter.offset} limit ${filter.limit}`.execute(
      tx,
    )
  const counted = await sql<{ total: number }>`select count(*)::int as total from volunteer_task t where ${where}`.execute(tx)
  return { rows: z.array(rowSchema).parse(found.rows), total: counted.rows[0]?.total ?? 0 }
}

/** Open tasks in these projects from a day on. */
export async function listOpenTasks(tx: Tx, tenantId: TenantId, projectIds: readonly ProjectId[], from: Day): Promise<TaskRecord[]> {
  const { rows } = await sql`select ${columns} from volunteer_task t
    where t.tenant_id = ${tenantId} and t.project_id = any(${projectIds}::uuid[]) and t.state = 'open' and t.day >= ${from}::date
    order by t.day, t.starts_at, t.id limit 100`.execute(tx)
  return z.array(rowSchema).parse(rows)
}

export async function findTask(tx: Tx, tenantId: TenantId, id: TaskId): Promise<TaskRecord | undefined> {
  const { rows } = await sql`select ${columns} from volunteer_task t where t.tenant_id = ${tenantId} and t.id = ${id}`.execute(tx)
  return rows[0] === undefined ? undefined : rowSchema.parse(rows[0])
}

/** Whoever takes a place of a task waits here for whoever is taking one: the last place goes to one of them. */
export async function queueForTask(tx: Tx, tenantId: TenantId, id: TaskId): Promise<void> {
  await sql`select 1 from volunteer_task where tenant_id = ${tenantId} and id = ${id} for update`.execute(tx)
}

const columnsOf = (file: TaskFile) => ({
  community_code: file.communityCode,
  part_of: file.partOf,
  title: file.title,
  content: file.content,
  skills: file.skills,
  place: file.place,
  day: file.day,
  starts_at: file.startsAt,
  minutes: file.minutes,
  wanted: file.wanted,
  person_id: file.elderId,
  recorded_person_id: file.elderId,
  needs_vetting: file.needsVetting,
  needs_insurance: file.needsInsurance,
})

export const toTaskFile = (row: TaskRecord): TaskFile => ({
  communityCode: row.community_code,
  partOf: row.part_of,
  title: row.title,
  content: row.content,
  skills: row.skills,
  place: row.place,
  day: row.day,
  startsAt: row.starts_at,
  minutes: row.minutes,
  wanted: row.wanted,
  elderId: row.person_id,
  needsVetting: row.needs_vetting,
  needsInsurance: row.needs_insurance,
})

export async function addTask(tx: Tx, tenantId: TenantId, projectId: ProjectId, id: TaskId, file: TaskFile, by: AccountId): Promise<void> {
  await tx
    .insertInto('volunteer_task')
    .values({ tenant_id: tenantId, id, project_id: projectId, created_by: by, ...columnsOf(file) })
    .execute()
}

export async function changeTask(tx: Tx, tenantId: TenantId, id: TaskId, version: number, file: TaskFile): Promise<boolean> {
  const changed = await tx
    .updateTable('volunteer_task')
    .set({ ...columnsOf(file), version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function setTaskState(
  tx: Tx,
  tenantId: TenantId,
  id: TaskId,
  version: number,
  state: TaskRecord['state'],
  reason: string,
): Promise<boolean> {
  const changed = await tx
    .updateTable('volunteer_task')
    .set({ state, cancel_reason: state === 'cancelled' ? reason : null, version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Where an elder is found: for whoever took a task of theirs, and nobody else. */
export async function findElder(
  tx: Tx,
  tenantId: TenantId,
  personId: PersonId,
): Promise<{ name: string; address: string | null; phone: string | null } | undefined> {
  return tx
    .selectFrom('person')
    .select(['name', 'address', 'phone'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personId)
    .executeTakeFirst()
}
