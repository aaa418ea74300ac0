import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
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
import { volunteerIdSchema } from './register-schema.ts'
import { placeWithin } from './register-store.ts'

const rowSchema = z.object({
  id: z.string(),
  project_id: projectIdSchema,
  person_id: personIdSchema,
  community_code: divisionCodeSchema.nullable(),
  name: z.string(),
  volunteer_id: volunteerIdSchema.nullable(),
  service_id: serviceIdSchema.nullable(),
  service: z.string().nullable(),
  day: daySchema.nullable(),
  text: z.string(),
  asked_at: z.date(),
  accepted: z.boolean().nullable(),
  answer: z.string().nullable(),
})
export type QueryRecord = z.infer<typeof rowSchema>

const columns = sql`q.id, q.project_id, q.person_id, p.community_code, p.name,
  (select v.id from volunteer v where v.tenant_id = q.tenant_id and v.project_id = q.project_id and v.person_id = q.person_id order by v.id desc limit 1) as volunteer_id,
  q.service_id, s.title as service, s.day, q.text, q.asked_at, q.accepted, q.answer`
const from = sql`volunteer_query q join person p on p.tenant_id = q.tenant_id and p.id = q.person_id
  left join service s on s.tenant_id = q.tenant_id and s.id = q.service_id`

export async function addQuery(
  tx: Tx,
  tenantId: TenantId,
  query: { id: string; projectId: ProjectId; personId: PersonId; serviceId: ServiceId | null; text: string },
): Promise<void> {
  await tx
    .insertInto('volunteer_query')
    .values({
      tenant_id: tenantId,
      id: query.id,
      project_id: query.projectId,
      person_id: query.personId,
      recorded_person_id: query.personId,
      service_id: query.serviceId,
      text: query.text,
    })
    .execute()
}

/** Corrections that volunteers of a project ask for: those that wait first. */
export async function listQueries(
  tx: Tx,
  tenantId: TenantId,
  filter: { projectId: ProjectId; onlyOpen?: boolean | undefined; offset: number; limit: number },
  reach: Reach,
): Promise<{ rows: QueryRecord[]; total: number }> {
  const where = sql`q.tenant_id = ${tenantId} and q.project_id = ${filter.projectId} and ${placeWithin(reach, sql`q.project_id`, sql`p.community_code`)}
    and ${filter.onlyOpen === true ? sql`q.decided_at is null` : sql`true`}`
  const found = await sql`select ${columns} from ${from} where ${where}
    order by q.decided_at is not null, q.asked_at desc, q.id offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*)::int as total from ${from} where ${where}`.execute(tx)
  return { rows: z.array(rowSchema).parse(found.rows), total: counted.rows[0]?.total ?? 0 }
}

export async function listQueriesOf(tx: Tx, tenantId: TenantId, personId: PersonId): Promise<QueryRecord[]> {
  const { rows } =
    await sql`select ${columns} from ${from} where q.tenant_id = ${tenantId} and q.person_id = ${personId} order by q.asked_at desc`.execute(
      tx,
    )
  return z.array(rowSchema).parse(rows)
}

export async function findQuery(tx: Tx, tenantId: TenantId, id: string): Promise<QueryRecord | undefined> {
  const { rows } = await sql`select ${columns} from ${from} where q.tenant_id = ${tenantId} and q.id = ${id}`.execute(tx)
  return rows[0] === undefined ? undefined : rowSchema.parse(rows[0])
}

/** Whether it was still waiting. */
export async function decideQuery(
  tx: Tx,
  tenantId: TenantId,
  id: string,
  decision: { accepted: boolean; answer: string; by: AccountId },
): Promise<boolean> {
  const { rows } =
    await sql`update volunteer_query set decided_at = now(), decided_by = ${decision.by}, accepted = ${decision.accepted}, answer = ${decision.answer}
    where tenant_id = ${tenantId} and id = ${id} and decided_at is null returning id`.execute(tx)
  return rows.length === 1
}
