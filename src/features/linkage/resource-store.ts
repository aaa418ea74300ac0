import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, organisationIdSchema, projectIdSchema, type AccountId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { organisationPartySchema } from '../organisations/schema.ts'
import { linkKindSchema, partSchema } from './link-kind-schema.ts'
import { freshnessOf } from './link-rules.ts'
import type { listResources, ResourceFile, ResourceRow } from './resource-schema.ts'

const rowSchema = z.object({
  id: z.uuid(),
  project_id: projectIdSchema,
  organisation_id: organisationIdSchema.nullable(),
  organisation: z.string().nullable(),
  provider: z.string().nullable(),
  party: organisationPartySchema,
  kind: linkKindSchema,
  title: z.string(),
  content: z.string().nullable(),
  skill: z.string().nullable(),
  quantity: z.int().nullable(),
  unit: z.string().nullable(),
  communities: z.array(divisionCodeSchema),
  days: z.array(z.int()),
  parts: z.array(partSchema),
  limits: z.string().nullable(),
  valid_from: daySchema.nullable(),
  valid_until: daySchema.nullable(),
  confirmed_on: daySchema,
  confirm_every: z.int(),
  ended_on: daySchema.nullable(),
  end_reason: z.string().nullable(),
  version: z.int(),
  taken: z.int(),
  links: z.int(),
})

const columns = sql`r.*, (select o.name from organisation o where o.tenant_id = r.tenant_id and o.id = r.organisation_id) as organisation,
  (select coalesce(sum(k.quantity), 0)::int from linkage k where k.tenant_id = r.tenant_id and k.resource_id = r.id and (k.state in ('asked', 'accepted')
    or (r.kind in ('funds', 'goods') and k.state in ('done', 'confirmed', 'closed')))) as taken,
  (select count(*)::int from linkage k where k.tenant_id = r.tenant_id and k.resource_id = r.id and k.state in ('done', 'confirmed', 'closed')) as links`
const from = sql`resource r`

const toRow = (row: z.infer<typeof rowSchema>, asOf: Day): ResourceRow => ({
  id: row.id,
  projectId: row.project_id,
  version: row.version,
  organisationId: row.organisation_id,
  organisation: row.organisation,
  provider: row.provider,
  party: row.party,
  kind: row.kind,
  title: row.title,
  content: row.content,
  skill: row.skill,
  quantity: row.quantity,
  unit: row.unit,
  communities: row.communities,
  times: { days: row.days, parts: row.parts },
  limits: row.limits,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  confirmEvery: row.confirm_every,
  confirmedOn: row.confirmed_on,
  freshness: freshnessOf(
    { confirmedOn: row.confirmed_on, confirmEvery: row.confirm_every, validUntil: row.valid_until, endedOn: row.ended_on },
    asOf,
  ),
  endedOn: row.ended_on,
  endReason: row.end_reason,
  taken: row.taken,
  left: row.quantity === null ? null : Math.max(0, row.quantity - row.taken),
  links: row.links,
})

type Filter = z.output<typeof listResources.input>

const over = (asOf: Day) => sql`(coalesce(r.valid_until < ${asOf}::date, false) or coalesce(r.ended_on <= ${asOf}::date, false))`
const late = (asOf: Day) => sql`(r.confirmed_on + r.confirm_every < ${asOf}::date)`

/** Resources of a project: those that ask to be confirmed first. */
export async function listResourceRows(
  tx: Tx,
  tenantId: TenantId,
  filter: Filter,
  asOf: Day,
): Promise<{ rows: ResourceRow[]; total: number; stale: number }> {
  const of = sql`r.tenant_id = ${tenantId} and r.project_id = ${filter.projectId}`
  const conditions: RawBuilder<unknown>[] = [of]
  const shown = {
    live: sql`not ${over(asOf)}`,
    stale: sql`(not ${over(asOf)} and ${late(asOf)})`,
    over: over(asOf),
    all: sql`true`,
  }
  conditions.push(filter.id === undefined ? shown[filter.show] : sql`r.id = ${filter.id}`)
  if (filter.kind !== undefined) conditions.push(sql`r.kind = ${filter.kind}`)
  if (filter.party !== undefined) conditions.push(sql`r.party = ${filter.party}`)
  if (filter.search !== undefined && filter.search !== '') {
    const like = `%${filter.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    conditions.push(
      sql`(r.title like ${like} or r.provider like ${like} or exists (select 1 from organisation o where o.tenant_id = ${tenantId} and o.id = r.organisation_id and o.name like ${like}))`,
    )
  }
  const where = sql.join(conditions, sql` and `)
  const { rows } = await sql`select ${columns} from ${from} where ${where} order by ${late(asOf)} desc, r.title, r.id
    offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*)::int as total from resource r where ${where}`.execute(tx)
  const stale = await sql<{ n: number }>`select count(*)::int as n from resource r where ${of} and ${shown.stale}`.execute(tx)
  return {
    rows: z
      .array(rowSchema)
      .parse(rows)
      .map((row) => toRow(row, asOf)),
    total: counted.rows[0]?.total ?? 0,
    stale: stale.rows[0]?.n ?? 0,
  }
}

/** Every resource of a project that is not over. */
export async function listLive(tx: Tx, tenantId: TenantId, projectId: ProjectId, asOf: Day): Promise<ResourceRow[]> {
  const { rows } =
    await sql`select ${columns} from ${from} where r.tenant_id = ${tenantId} and r.project_id = ${projectId} and not ${over(asOf)} order by r.id`.execute(
      tx,
    )
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => toRow(row, asOf))
}

export async function findResource(tx: Tx, tenantId: TenantId, id: string, asOf: Day): Promise<ResourceRow | undefined> {
  const { rows } = await sql`select ${columns} from ${from} where r.tenant_id = ${tenantId} and r.id = ${id}`.execute(tx)
  return rows[0] === undefined ? undefined : toRow(rowSchema.parse(rows[0]), asOf)
}

const columnsOf = (file: ResourceFile) => ({
  organisation_id: file.organisationId,
  provider: file.provider,
  party: file.party,
  kind: file.kind,
  title: file.title,
  content: file.content,
  skill: file.skill,
  quantity: file.quantity,
  unit: file.unit,
  communities: file.communities,
  days: file.times.days,
  parts: file.times.parts,
  limits: file.limits,
  valid_from: file.validFrom,
  valid_until: file.validUntil,
  confirm_every: file.confirmEvery,
})

type Confirmed = { readonly confirmedOn: Day }

export async function addResource(
  tx: Tx,
  tenantId: TenantId,
  of: Confirmed & { id: string; projectId: ProjectId; by: AccountId },
  file: ResourceFile,
): Promise<void> {
  await tx
    .insertInto('resource')
    .values({
      tenant_id: tenantId,
      id: of.id,
      project_id: of.projectId,
      confirmed_on: of.confirmedOn,
      created_by: of.by,
      ...columnsOf(file),
    })
    .execute()
}

/** Whether there was such a resource at this version. */
export async function changeResource(
  tx: Tx,
  tenantId: TenantId,
  of: { id: string; version: number },
  changes: Partial<ReturnType<typeof columnsOf>> & { confirmed_on?: Day; ended_on?: Day | null; end_reason?: string | null },
): Promise<boolean> {
  const changed = await tx
    .updateTable('resource')
    .set({ ...changes, version: of.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export const fileColumns = columnsOf
