import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, projectIdSchema, type DivisionCode, type OrganisationId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { actSchema, contentSchema, programmeStateSchema, serviceSchema } from './schema.ts'

const rowSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  state: programmeStateSchema,
  project_id: projectIdSchema,
  starts_on: daySchema,
  ends_on: daySchema,
  community_code: divisionCodeSchema,
  community_name: z.string(),
  town_name: z.string().nullable(),
  copied_from: z.uuid().nullable(),
  content: contentSchema,
  services: z.int(),
})
export type ProgrammeRow = z.infer<typeof rowSchema>

/** What a running programme is called, and for whom, is what its community says now. */
const select = (tenantId: TenantId) => sql`
  select p.id, p.version, p.state, p.project_id, j.starts_on, j.ends_on, p.community_code, d.name as community_name,
    (select t.name from division t where t.tenant_id = ${tenantId} and t.code = d.parent_code) as town_name, p.copied_from,
    case when p.state <> 'ended' and c.programme_name is not null
      then v.content || jsonb_build_object('name', c.programme_name, 'forWhom', c.programme_for) else v.content end as content,
    (select count(*)::int from programme_service s where s.tenant_id = ${tenantId} and s.programme_id = p.id and s.removed_at is null) as services
  from programme p
    join project j on j.tenant_id = ${tenantId} and j.id = p.project_id
    join division d on d.tenant_id = ${tenantId} and d.code = p.community_code
    join programme_version v on v.tenant_id = ${tenantId} and v.programme_id = p.id and v.version = p.version
    left join project_community c on c.tenant_id = ${tenantId} and c.project_id = p.project_id and c.community_code = p.community_code
  where p.tenant_id = ${tenantId}`

export async function findProgramme(tx: Tx, tenantId: TenantId, id: string): Promise<ProgrammeRow | undefined> {
  const { rows } = await sql`${select(tenantId)} and p.id = ${id}`.execute(tx)
  return rows[0] === undefined ? undefined : rowSchema.parse(rows[0])
}

/** The programmes of a project's communities, also those that ended. */
export async function listProgrammes(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<ProgrammeRow[]> {
  const { rows } =
    await sql`${select(tenantId)} and p.project_id = ${projectId} order by p.community_code, p.state = 'ended', p.created_at`.execute(tx)
  return z.array(rowSchema).parse(rows)
}

/** The programme that a community is known by now, if it has a page. */
export async function findCurrent(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  communityCode: DivisionCode,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('programme')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('community_code', '=', communityCode)
    .where('state', '<>', 'ended')
    .executeTakeFirst()
  return row?.id
}

const versionSchema = z.object({
  version: z.int(),
  act: actSchema,
  content: contentSchema,
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: z.date(),
})

/** Its versions, the last first. */
export async function listVersions(tx: Tx, tenantId: TenantId, id: string) {
  const { rows } = await sql`select v.version, v.act, v.content, v.reason, v.made_at as at,
      (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = v.made_by) as by
    from programme_version v where v.tenant_id = ${tenantId} and v.programme_id = ${id} order by v.version desc`.execute(tx)
  return z.array(versionSchema).parse(rows)
}

export async function listOrganisationNames(tx: Tx, tenantId: TenantId, ids: readonly OrganisationId[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The services that belong to a programme, the newest first. */
export async function listServices(tx: Tx, tenantId: TenantId, id: string) {
  const { rows } = await sql`select s.id, s.kind, s.title, s.number, s.day, s.status,
      (select count(*)::int from attendance a where a.tenant_id = ${tenantId} and a.service_id = s.id and not a.repeats and a.part in ('beneficiary', 'carer')) as attendances,
      (select count(*)::int from evidence e where e.tenant_id = ${tenantId} and e.service_id = s.id and e.kind = 'photo' and e.removed_at is null) as photos
    from programme_service b join service s on s.tenant_id = ${tenantId} and s.id = b.service_id
    where b.tenant_id = ${tenantId} and b.programme_id = ${id} and b.removed_at is null order by s.day desc nulls last, s.id`.execute(tx)
  return z.array(serviceSchema).parse(rows)
}

const boundMark = (tenantId: TenantId, markId: string) => `${tenantId}:programme_mark:${markId}`

export async function findMark(tx: Tx, tenantId: TenantId, sealer: Sealer, id: string, markId: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('programme_mark')
    .select('sealed')
    .where('tenant_id', '=', tenantId)
    .where('programme_id', '=', id)
    .where('id', '=', markId)
    .executeTakeFirst()
  return row === undefined ? undefined : sealer.openBytes(row.sealed, boundMark(tenantId, markId))
}

export const sealMark = (sealer: Sealer, tenantId: TenantId, markId: string, bytes: Uint8Array): Buffer =>
  sealer.sealBytes(bytes, boundMark(tenantId, markId))
