import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import {
  divisionCodeSchema,
  personIdSchema,
  projectIdSchema,
  serviceIdSchema,
  type AccountId,
  type DivisionCode,
  type PersonId,
  type ProjectId,
  type ServiceId,
} from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import type { VisitProblem } from './record-schema.ts'
import { itemSchema, referredToSchema, urgencySchema, type Urgency } from './visit-schema.ts'
import { boundTo } from './visit-store.ts'

const sealed = z.instanceof(Uint8Array).nullable()
const rowSchema = z.object({
  id: z.string(),
  service_id: serviceIdSchema,
  day: daySchema.nullable(),
  item: itemSchema,
  person_id: personIdSchema.nullable(),
  name: z.string().nullable(),
  community_name: z.string().nullable(),
  urgency: urgencySchema,
  found_sealed: z.instanceof(Uint8Array),
  handled_sealed: sealed,
  referred_to: referredToSchema.nullable(),
  settled_on: daySchema.nullable(),
  settled_sealed: sealed,
})

const columns = sql`x.id, x.service_id, s.day, x.item, x.person_id, x.urgency, x.found_sealed, x.handled_sealed, x.referred_to, x.settled_on, x.settled_sealed,
  coalesce((select p.name from person p where p.tenant_id = x.tenant_id and p.id = x.person_id),
    (select string_agg(p.name, '、' order by p.pinyin) from visit_person w join person p on p.tenant_id = w.tenant_id and p.id = w.person_id where w.tenant_id = x.tenant_id and w.service_id = x.service_id)) as name,
  (select d.name from division d where d.tenant_id = s.tenant_id and d.code = s.community_code) as community_name`

/** Without a sealer, what was found stays shut. */
const toProblem = (tenantId: TenantId, row: z.infer<typeof rowSchema>, sealer: Sealer | undefined): VisitProblem => {
  const open = (bytes: Uint8Array | null, field: string) =>
    bytes === null || sealer === undefined ? null : sealer.open(bytes, boundTo(tenantId, 'problem', row.id, field))
  return {
    id: row.id,
    serviceId: row.service_id,
    day: row.day,
    item: row.item,
    personId: row.person_id,
    name: row.name,
    communityName: row.community_name,
    urgency: row.urgency,
    found: open(row.found_sealed, 'found'),
    handled: open(row.handled_sealed, 'handled'),
    referredTo: row.referred_to,
    settledOn: row.settled_on,
    settled: open(row.settled_sealed, 'settled'),
  }
}

async function listWhere(tx: Tx, tenantId: TenantId, where: RawBuilder<unknown>, sealer: Sealer | undefined): Promise<VisitProblem[]> {
  const { rows } = await sql`select ${columns} from visit_problem x join service s on s.tenant_id = x.tenant_id and s.id = x.service_id
    where x.tenant_id = ${tenantId} and s.tenant_id = ${tenantId} and ${where}
    order by x.settled_on nulls first, array_position(array['urgent', 'soon', 'routine'], x.urgency), s.day desc nulls last, x.id limit 500`.execute(
    tx,
  )
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => toProblem(tenantId, row, sealer))
}

export const listProblemsOfVisit = (tx: Tx, tenantId: TenantId, id: ServiceId, sealer: Sealer | undefined) =>
  listWhere(tx, tenantId, sql`x.service_id = ${id}`, sealer)

/** Problems of a person, or of the home when they were visited. */
export const listProblemsOfPerson = (tx: Tx, tenantId: TenantId, projectId: ProjectId, personId: PersonId, sealer: Sealer | undefined) =>
  listWhere(
    tx,
    tenantId,
    sql`s.project_id = ${projectId} and s.status <> 'cancelled' and (x.person_id = ${personId} or (x.person_id is null and exists (
      select 1 from visit_person w where w.tenant_id = ${tenantId} and w.service_id = x.service_id and w.person_id = ${personId})))`,
    sealer,
  )

/** Problems nobody has settled, the most urgent first. */
export function listUnsettled(
  tx: Tx,
  tenantId: TenantId,
  of: { projectId: ProjectId; reach: Reach; on: Day; urgency: Urgency | undefined; communityCode: DivisionCode | undefined },
  sealer: Sealer | undefined,
) {
  const { reach } = of
  const pairs = reach.whole
    ? []
    : reach.places.flatMap((place) => (place.projectId === of.projectId && place.communityCode !== undefined ? [place.communityCode] : []))
  const isWhole = reach.whole || reach.places.some((place) => place.projectId === of.projectId && place.communityCode === undefined)
  return listWhere(
    tx,
    tenantId,
    sql`s.project_id = ${of.projectId} and s.status <> 'cancelled' and s.day <= ${of.on}::date and x.settled_on is null
      and ${isWhole ? sql`true` : sql`s.community_code = any(${pairs}::text[])`}
      and ${of.urgency === undefined ? sql`true` : sql`x.urgency = ${of.urgency}`}
      and ${of.communityCode === undefined ? sql`true` : sql`s.community_code = ${of.communityCode}`}`,
    sealer,
  )
}

/** Where a problem belongs. */
export async function findProblem(tx: Tx, tenantId: TenantId, id: string) {
  const { rows } = await sql`select s.project_id as "projectId", s.community_code as "communityCode" from visit_problem x
    join service s on s.tenant_id = x.tenant_id and s.id = x.service_id where x.tenant_id = ${tenantId} and s.tenant_id = ${tenantId} and x.id = ${id}`.execute(
    tx,
  )
  return rows[0] === undefined
    ? undefined
    : z.object({ projectId: projectIdSchema, communityCode: divisionCodeSchema.nullable() }).parse(rows[0])
}

export async function settleProblem(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  id: string,
  settled: { text: string; on: Day; by: AccountId } | null,
): Promise<void> {
  const bytes = settled === null ? null : sealer.seal(settled.text, boundTo(tenantId, 'problem', id, 'settled'))
  await sql`update visit_problem set settled_on = ${settled?.on ?? null}::date, settled_by = ${settled?.by ?? null}::uuid, settled_sealed = ${bytes}
    where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
}
