import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import type { AccountId, ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { hsdsServiceSchema, type HsdsService } from './hsds-rules.ts'

const rowSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  organisation: z.string().nullable(),
  phone: z.string().nullable(),
  version: z.int(),
  published_at: z.date().nullable(),
  resource_version: z.int().nullable(),
  agreed_by: z.string().nullable(),
  agreed_on: daySchema.nullable(),
})

export async function listEntries(tx: Tx, tenantId: TenantId, projectId: ProjectId, asOf: Day) {
  const { rows } =
    await sql`select r.id, r.title, o.name as organisation, o.phone, r.version, u.published_at, u.resource_version, u.agreed_by, u.agreed_on
    from resource r left join organisation o on o.tenant_id = r.tenant_id and o.id = r.organisation_id
      left join published_resource u on u.tenant_id = r.tenant_id and u.resource_id = r.id
    where r.tenant_id = ${tenantId} and r.project_id = ${projectId} and (u.resource_id is not null or not coalesce(r.ended_on <= ${asOf}::date, false))
    order by r.title, r.id`.execute(tx)
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => ({
      id: row.id,
      title: row.title,
      organisation: row.organisation,
      phone: row.phone,
      version: row.version,
      publishedAt: row.published_at?.toISOString() ?? null,
      isOld: row.resource_version !== null && row.resource_version !== row.version,
      agreedBy: row.agreed_by,
      agreedOn: row.agreed_on,
    }))
}

export async function findGiverOrganisation(
  tx: Tx,
  tenantId: TenantId,
  id: string,
): Promise<{ name: string; kind: string | null } | undefined> {
  const { rows } = await sql<{
    name: string
    kind: string | null
  }>`select name, kind from organisation where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
  return rows[0]
}

type Published = {
  id: string
  projectId: ProjectId
  version: number
  validUntil: Day | null
  agreedBy: string
  agreedOn: Day
  by: AccountId
}

export async function publish(tx: Tx, tenantId: TenantId, of: Published, body: HsdsService): Promise<void> {
  const text = JSON.stringify(body)
  await sql`insert into published_resource (tenant_id, resource_id, project_id, body, valid_until, resource_version, agreed_by, agreed_on, published_by)
    values (${tenantId}, ${of.id}, ${of.projectId}, ${text}::jsonb, ${of.validUntil}, ${of.version}, ${of.agreedBy}, ${of.agreedOn}, ${of.by})
    on conflict (tenant_id, resource_id) do update set body = ${text}::jsonb, valid_until = ${of.validUntil}, resource_version = ${of.version}, agreed_by = ${of.agreedBy},
      agreed_on = ${of.agreedOn}, published_by = ${of.by}, published_at = now()`.execute(tx)
}

/** Whether it was published. */
export async function withdraw(tx: Tx, tenantId: TenantId, id: string): Promise<boolean> {
  const { rows } =
    await sql`delete from published_resource where tenant_id = ${tenantId} and resource_id = ${id} returning resource_id`.execute(tx)
  return rows.length === 1
}

/** Takes out what another organisation than this agreed to. */
export async function withdrawUnless(tx: Tx, tenantId: TenantId, id: string, organisationId: string | null): Promise<void> {
  await sql`delete from published_resource where tenant_id = ${tenantId} and resource_id = ${id}
    and body ->> 'organization_id' is distinct from ${organisationId}::text`.execute(tx)
}

/** What is published, as it was, and still holds today in China: all that the public pages read. */
export async function listPublished(tx: Tx, tenantId: TenantId): Promise<HsdsService[]> {
  const { rows } = await sql<{ body: unknown }>`select body from published_resource
    where tenant_id = ${tenantId} and (valid_until is null or valid_until >= (now() at time zone 'Asia/Shanghai')::date) order by resource_id`.execute(
    tx,
  )
  return rows.map(({ body }) => hsdsServiceSchema.parse(body))
}
