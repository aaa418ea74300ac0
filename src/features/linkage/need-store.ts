import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, personIdSchema, projectIdSchema, type AccountId, type ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { prioritySchema } from '../needs/schema.ts'
import { placeWithin } from '../volunteering/register-store.ts'
import { linkKindSchema, partSchema } from './link-kind-schema.ts'
import { holderSchema, needStateSchema, type LinkNeedState, type listLinkNeeds, type NeedFile, type NeedRow } from './need-schema.ts'

const bound = (tenantId: TenantId, id: string): string => `${tenantId}/linkage_need/${id}/words`
const sealedSchema = z.object({ title: z.string(), note: z.string().nullable() })
type Sealed = z.infer<typeof sealedSchema>

export const openTitle = (sealer: Sealer, tenantId: TenantId, id: string, sealed: Buffer): Sealed =>
  sealedSchema.parse(JSON.parse(sealer.open(sealed, bound(tenantId, id))))

const rowSchema = z.object({
  id: z.uuid(),
  project_id: projectIdSchema,
  community_code: divisionCodeSchema,
  community_name: z.string(),
  holder: holderSchema,
  person_id: personIdSchema.nullable(),
  person_name: z.string().nullable(),
  group_id: z.uuid().nullable(),
  group_name: z.string().nullable(),
  need_id: z.uuid().nullable(),
  plan_id: z.uuid().nullable(),
  plan_title: z.string().nullable(),
  kind: linkKindSchema,
  skill: z.string().nullable(),
  quantity: z.int(),
  unit: z.string().nullable(),
  days: z.array(z.int()),
  parts: z.array(partSchema),
  wanted_by: daySchema.nullable(),
  needs_vetting: z.boolean(),
  priority: prioritySchema,
  state: needStateSchema,
  state_reason: z.string().nullable(),
  words_sealed: z.instanceof(Buffer),
  version: z.int(),
  promised: z.int(),
  given: z.int(),
})

const columns = sql`n.*, (select d.name from division d where d.tenant_id = n.tenant_id and d.code = n.community_code) as community_name,
  (select p.name from person p where p.tenant_id = n.tenant_id and p.id = n.person_id) as person_name,
  (select g.name from support_group g where g.tenant_id = n.tenant_id and g.id = n.group_id) as group_name,
  (select l.title from linkage_plan l where l.tenant_id = n.tenant_id and l.id = n.plan_id) as plan_title,
  (select coalesce(sum(k.quantity), 0)::int from linkage k where k.tenant_id = n.tenant_id and k.linkage_need_id = n.id and k.state in ('asked', 'accepted')) as promised,
  (select coalesce(sum(k.quantity), 0)::int from linkage k where k.tenant_id = n.tenant_id and k.linkage_need_id = n.id and k.state in ('done', 'confirmed', 'closed')) as given`

const toRow = (sealer: Sealer, tenantId: TenantId, row: z.infer<typeof rowSchema>): NeedRow => ({
  id: row.id,
  projectId: row.project_id,
  version: row.version,
  communityCode: row.community_code,
  communityName: row.community_name,
  holder: row.holder,
  personId: row.person_id,
  personName: row.person_name,
  groupId: row.group_id,
  groupName: row.group_name,
  needId: row.need_id,
  planId: row.plan_id,
  planTitle: row.plan_title,
  kind: row.kind,
  ...openTitle(sealer, tenantId, row.id, row.words_sealed),
  skill: row.skill,
  quantity: row.quantity,
  unit: row.unit,
  times: { days: row.days, parts: row.parts },
  wantedBy: row.wanted_by,
  needsVetting: row.needs_vetting,
  priority: row.priority,
  state: row.state,
  stateReason: row.state_reason,
  promised: row.promised,
  given: row.given,
})

type Filter = z.output<typeof listLinkNeeds.input>

/** Needs to be linked, the most urgent first. */
export async function listNeedRows(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  filter: Filter,
  reach: Reach,
): Promise<{ rows: NeedRow[]; total: number }> {
  const conditions: RawBuilder<unknown>[] = [
    sql`n.tenant_id = ${tenantId} and n.project_id = ${filter.projectId}`,
    placeWithin(reach, sql`n.project_id`, sql`n.community_code`),
  ]
  if (filter.id === undefined) conditions.push(sql`n.state = ${filter.state}`)
  else conditions.push(sql`n.id = ${filter.id}`)
  if (filter.kind !== undefined) conditions.push(sql`n.kind = ${filter.kind}`)
  if (filter.communityCode !== undefined) conditions.push(sql`n.community_code = ${filter.communityCode}`)
  if (filter.planId !== undefined) conditions.push(sql`n.plan_id = ${filter.planId}`)
  const where = sql.join(conditions, sql` and `)
  const { rows } = await sql`select ${columns} from linkage_need n where ${where}
    order by array_position(array['urgent', 'high', 'usual'], n.priority), n.wanted_by nulls last, n.created_at, n.id
    offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*)::int as total from linkage_need n where ${where}`.execute(tx)
  return {
    rows: z
      .array(rowSchema)
      .parse(rows)
      .map((row) => toRow(sealer, tenantId, row)),
    total: counted.rows[0]?.total ?? 0,
  }
}

export async function findNeed(tx: Tx, tenantId: TenantId, sealer: Sealer, id: string): Promise<NeedRow | undefined> {
  const { rows } = await sql`select ${columns} from linkage_need n where n.tenant_id = ${tenantId} and n.id = ${id}`.execute(tx)
  return rows[0] === undefined ? undefined : toRow(sealer, tenantId, rowSchema.parse(rows[0]))
}

/** All open needs of a project or one of its communities, for the assignment at once. */
export async function listOpen(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  projectId: ProjectId,
  communityCode: string | null,
  reach: Reach,
) {
  const { rows } =
    await sql`select ${columns} from linkage_need n where n.tenant_id = ${tenantId} and n.project_id = ${projectId} and n.state = 'open'
    and (${communityCode}::text is null or n.community_code = ${communityCode}) and ${placeWithin(reach, sql`n.project_id`, sql`n.community_code`)} order by n.id`.execute(
      tx,
    )
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => toRow(sealer, tenantId, row))
}

export async function listByIds(tx: Tx, tenantId: TenantId, sealer: Sealer, ids: readonly string[]): Promise<NeedRow[]> {
  const { rows } = await sql`select ${columns} from linkage_need n where n.tenant_id = ${tenantId} and n.id = any(${ids}::uuid[])`.execute(
    tx,
  )
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => toRow(sealer, tenantId, row))
}

const columnsOf = (sealer: Sealer, tenantId: TenantId, id: string, file: NeedFile) => ({
  community_code: file.communityCode,
  holder: file.holder,
  person_id: file.personId,
  recorded_person_id: file.personId,
  group_id: file.groupId,
  need_id: file.needId,
  plan_id: file.planId,
  kind: file.kind,
  skill: file.skill,
  quantity: file.quantity,
  unit: file.unit,
  days: file.times.days,
  parts: file.times.parts,
  wanted_by: file.wantedBy,
  needs_vetting: file.needsVetting,
  priority: file.priority,
  words_sealed: sealer.seal(JSON.stringify({ title: file.title, note: file.note }), bound(tenantId, id)),
})

export async function addNeed(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  of: { id: string; projectId: ProjectId; by: AccountId },
  file: NeedFile,
): Promise<void> {
  await tx
    .insertInto('linkage_need')
    .values({
      tenant_id: tenantId,
      id: of.id,
      project_id: of.projectId,
      created_by: of.by,
      ...columnsOf(sealer, tenantId, of.id, file),
      state: 'open',
    })
    .execute()
}

/** Whether there was such an open need at this version. Whose it is stays as it was recorded. */
export async function changeNeed(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  id: string,
  version: number,
  file: NeedFile,
): Promise<boolean> {
  const { person_id: _person, recorded_person_id: _recorded, holder: _holder, ...changes } = columnsOf(sealer, tenantId, id, file)
  const changed = await tx
    .updateTable('linkage_need')
    .set({ ...changes, version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function setNeedState(
  tx: Tx,
  tenantId: TenantId,
  id: string,
  version: number,
  state: LinkNeedState,
  reason: string,
): Promise<boolean> {
  const changed = await tx
    .updateTable('linkage_need')
    .set({ state, state_reason: state === 'open' ? null : reason, version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Whether what a need refers to is the project's: the group, the plan, the need in the person's own file. */
export async function areOfProject(tx: Tx, tenantId: TenantId, projectId: ProjectId, file: NeedFile): Promise<boolean> {
  const { rows } = await sql<{ fits: boolean }>`select
    (${file.groupId}::uuid is null or exists (select 1 from support_group g where g.tenant_id = ${tenantId} and g.id = ${file.groupId}::uuid and g.project_id = ${projectId}))
    and (${file.planId}::uuid is null or exists (select 1 from linkage_plan l where l.tenant_id = ${tenantId} and l.id = ${file.planId}::uuid and l.project_id = ${projectId}))
    and (${file.needId}::uuid is null or exists (select 1 from need d where d.tenant_id = ${tenantId} and d.id = ${file.needId}::uuid and d.project_id = ${projectId} and d.person_id = ${file.personId}::uuid)) as fits`.execute(
    tx,
  )
  return rows[0]?.fits ?? false
}

const metSchema = z.object({ need_id: z.string(), volunteer_id: z.string(), times: z.int() })

/** How often each volunteer was at a service together with the person of each need, before. */
export async function listMet(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  needIds: readonly string[],
  asOf: Day,
): Promise<Map<string, number>> {
  const { rows } = await sql`
    select n.id as need_id, v.id as volunteer_id, count(distinct s.id)::int as times
    from linkage_need n join attendance a on a.tenant_id = n.tenant_id and a.person_id = n.person_id and a.part in ('beneficiary', 'carer')
      join service s on s.tenant_id = a.tenant_id and s.id = a.service_id and s.status = 'held' and s.day <= ${asOf}::date
      join attendance b on b.tenant_id = s.tenant_id and b.service_id = s.id and b.part = 'volunteer'
      join volunteer v on v.tenant_id = b.tenant_id and v.person_id = b.person_id and v.project_id = ${projectId}
    where n.tenant_id = ${tenantId} and n.id = any(${needIds}::uuid[]) group by n.id, v.id`.execute(tx)
  return new Map(
    z
      .array(metSchema)
      .parse(rows)
      .map((row) => [`${row.need_id}/${row.volunteer_id}`, row.times]),
  )
}
