import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import {
  divisionCodeSchema,
  organisationIdSchema,
  personIdSchema,
  projectIdSchema,
  serviceIdSchema,
  type AccountId,
  type ProjectId,
  type ServiceId,
} from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { newId } from '../../server/ids.ts'
import type { Sealer } from '../../server/seal.ts'
import { organisationPartySchema } from '../organisations/schema.ts'
import { placeWithin } from '../volunteering/register-store.ts'
import { linkKindSchema, linkStateSchema, type Giver, type LinkState } from './link-kind-schema.ts'
import { witnessSchema, type Link, type listLinks } from './link-schema.ts'
import { openTitle } from './need-store.ts'

const rowSchema = z.object({
  id: z.uuid(),
  project_id: projectIdSchema,
  linkage_need_id: z.uuid(),
  resource_id: z.uuid().nullable(),
  volunteer_id: z.uuid().nullable(),
  organisation_id: organisationIdSchema.nullable(),
  volunteer_person_id: personIdSchema.nullable(),
  need_person_id: personIdSchema.nullable(),
  person_name: z.string().nullable(),
  words_sealed: z.instanceof(Buffer),
  community_code: divisionCodeSchema,
  community_name: z.string(),
  kind: linkKindSchema,
  given_kind: linkKindSchema,
  unit: z.string().nullable(),
  giver_name: z.string(),
  resource_title: z.string().nullable(),
  party: organisationPartySchema,
  quantity: z.int(),
  state: linkStateSchema,
  asked_on: daySchema,
  answered_on: daySchema.nullable(),
  answer: z.string().nullable(),
  done_on: daySchema.nullable(),
  service_id: serviceIdSchema.nullable(),
  confirmed_on: daySchema.nullable(),
  confirmed_by: z.string().nullable(),
  confirmed_as: witnessSchema.nullable(),
  closed_on: daySchema.nullable(),
  version: z.int(),
  steps: z.array(
    z.object({
      to: linkStateSchema,
      from: linkStateSchema.nullable(),
      on: daySchema,
      reason: z.string().nullable(),
      by: z.string().nullable(),
      at: z.string().transform((at) => new Date(at).toISOString()),
    }),
  ),
})
export type LinkRecord = z.infer<typeof rowSchema>

const columns = sql`k.*, n.words_sealed, n.community_code, n.kind, n.unit, n.person_id as need_person_id, coalesce(r.kind, n.kind) as given_kind, r.organisation_id,
  (select d.name from division d where d.tenant_id = n.tenant_id and d.code = n.community_code) as community_name,
  (select p.name from person p where p.tenant_id = n.tenant_id and p.id = n.person_id) as person_name,
  v.person_id as volunteer_person_id, r.title as resource_title, coalesce(r.party, 'volunteer') as party,
  coalesce((select o.name from organisation o where o.tenant_id = r.tenant_id and o.id = r.organisation_id), r.provider,
    (select p.name from person p where p.tenant_id = v.tenant_id and p.id = v.person_id)) as giver_name,
  coalesce((select json_agg(json_build_object('to', x.to_state, 'from', x.from_state, 'on', x.on_day, 'reason', x.reason, 'at', x.at,
    'by', (select a.display_name from account a where a.tenant_id = x.tenant_id and a.id = x.by_account)) order by x.at desc, x.id desc)
    from linkage_step x where x.tenant_id = k.tenant_id and x.linkage_id = k.id), '[]'::json) as steps`
const from = sql`linkage k join linkage_need n on n.tenant_id = k.tenant_id and n.id = k.linkage_need_id
  left join resource r on r.tenant_id = k.tenant_id and r.id = k.resource_id left join volunteer v on v.tenant_id = k.tenant_id and v.id = k.volunteer_id`

const giverOf = (row: { resource_id: string | null; volunteer_id: string | null }): Giver =>
  row.resource_id === null ? { sort: 'volunteer', id: row.volunteer_id ?? '' } : { sort: 'resource', id: row.resource_id }

export const toLink = (sealer: Sealer, tenantId: TenantId, row: LinkRecord): Link => ({
  id: row.id,
  version: row.version,
  needId: row.linkage_need_id,
  needTitle: openTitle(sealer, tenantId, row.linkage_need_id, row.words_sealed).title,
  personName: row.person_name,
  communityCode: row.community_code,
  communityName: row.community_name,
  kind: row.kind,
  giver: giverOf(row),
  giverName: row.giver_name,
  party: row.party,
  quantity: row.quantity,
  unit: row.unit,
  state: row.state,
  askedOn: row.asked_on,
  answeredOn: row.answered_on,
  answer: row.answer,
  doneOn: row.done_on,
  serviceId: row.service_id,
  confirmedOn: row.confirmed_on,
  confirmedBy: row.confirmed_by,
  confirmedAs: row.confirmed_as,
  closedOn: row.closed_on,
  steps: row.steps,
})

const openStates = sql`('asked', 'accepted', 'done', 'confirmed')`

export async function listLinkRows(
  tx: Tx,
  tenantId: TenantId,
  filter: z.output<typeof listLinks.input>,
  reach: Reach,
): Promise<{ rows: LinkRecord[]; total: number }> {
  const conditions: RawBuilder<unknown>[] = [
    sql`k.tenant_id = ${tenantId} and k.project_id = ${filter.projectId}`,
    placeWithin(reach, sql`n.project_id`, sql`n.community_code`),
  ]
  if (filter.show === 'open') conditions.push(sql`k.state in ${openStates}`)
  if (filter.show === 'ended') conditions.push(sql`k.state not in ${openStates}`)
  if (filter.needId !== undefined) conditions.push(sql`k.linkage_need_id = ${filter.needId}`)
  const where = sql.join(conditions, sql` and `)
  const { rows } =
    await sql`select ${columns} from ${from} where ${where} order by k.asked_on desc, k.id desc offset ${filter.offset} limit ${filter.limit}`.execute(
      tx,
    )
  const counted = await sql<{ total: number }>`select count(*)::int as total from ${from} where ${where}`.execute(tx)
  return { rows: z.array(rowSchema).parse(rows), total: counted.rows[0]?.total ?? 0 }
}

export async function findLink(tx: Tx, tenantId: TenantId, id: string): Promise<LinkRecord | undefined> {
  const { rows } = await sql`select ${columns} from ${from} where k.tenant_id = ${tenantId} and k.id = ${id}`.execute(tx)
  return rows[0] === undefined ? undefined : rowSchema.parse(rows[0])
}

type Asked = { id: string; projectId: ProjectId; needId: string; giver: Giver; quantity: number; on: Day; by: AccountId }

/** Whether it was added: false when the same giver is asked for the same need already. */
export async function addLink(tx: Tx, tenantId: TenantId, asked: Asked): Promise<boolean> {
  const { rows } =
    await sql`insert into linkage (tenant_id, id, project_id, linkage_need_id, resource_id, volunteer_id, quantity, state, asked_on, created_by)
    values (${tenantId}, ${asked.id}, ${asked.projectId}, ${asked.needId}, ${asked.giver.sort === 'resource' ? asked.giver.id : null}::uuid,
      ${asked.giver.sort === 'volunteer' ? asked.giver.id : null}::uuid, ${asked.quantity}, 'asked', ${asked.on}, ${asked.by})
    on conflict do nothing returning id`.execute(tx)
  if (rows.length === 0) return false
  await addStep(tx, tenantId, { linkId: asked.id, from: null, to: 'asked', on: asked.on, reason: null, by: asked.by })
  return true
}

export async function addStep(
  tx: Tx,
  tenantId: TenantId,
  step: { linkId: string; from: LinkState | null; to: LinkState; on: Day; reason: string | null; by: AccountId },
): Promise<void> {
  await tx
    .insertInto('linkage_step')
    .values({
      tenant_id: tenantId,
      id: newId(),
      linkage_id: step.linkId,
      from_state: step.from,
      to_state: step.to,
      on_day: step.on,
      reason: step.reason,
      by_account: step.by,
    })
    .execute()
}

export type LinkChanges = {
  state: LinkState
  quantity?: number
  answered_on?: Day | null
  answer?: string | null
  done_on?: Day | null
  service_id?: ServiceId | null
  confirmed_on?: Day | null
  confirmed_by?: string | null
  confirmed_as?: Link['confirmedAs']
  closed_on?: Day | null
}

export async function changeLink(tx: Tx, tenantId: TenantId, id: string, version: number, changes: LinkChanges): Promise<boolean> {
  const changed = await tx
    .updateTable('linkage')
    .set({ ...changes, version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
