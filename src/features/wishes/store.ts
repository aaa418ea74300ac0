import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import {
  accountIdSchema,
  divisionCodeSchema,
  organisationIdSchema,
  personIdSchema,
  projectIdSchema,
  serviceIdSchema,
  type AccountId,
  type DivisionCode,
  type OrganisationId,
  type PersonId,
  type ProjectId,
} from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { withinReach } from '../people/store.ts'
import { partySchema } from '../ledger/kind-schema.ts'
import { confirmerSchema, wishSortSchema, wishStateSchema, type WishState } from './schema.ts'

const rowSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  project_id: projectIdSchema,
  person_id: personIdSchema,
  name: z.string(),
  community_code: divisionCodeSchema,
  community_name: z.string().nullable(),
  town_name: z.string().nullable(),
  state: wishStateSchema,
  sort: wishSortSchema,
  title: z.string(),
  about: z.string().nullable(),
  value_fen: z.int(),
  said_sealed: z.instanceof(Buffer).nullable(),
  agreed_on: daySchema,
  collected_on: daySchema,
  collected_by: z.string().nullable(),
  written_by: accountIdSchema,
  collector_id: accountIdSchema,
  screened_by: z.string().nullable(),
  service_id: serviceIdSchema.nullable(),
  delivered_on: daySchema.nullable(),
  confirmed_on: daySchema.nullable(),
  confirmed_by: confirmerSchema.nullable(),
  until: daySchema.nullable(),
  claimer: z.string().nullable(),
})
export type WishRow = z.infer<typeof rowSchema>

const columns = (tenantId: TenantId) => sql`
  w.id, w.version, w.project_id, w.person_id, p.name, w.community_code, v.name as community_name,
  (select t.name from division t where t.tenant_id = ${tenantId} and t.code = v.parent_code) as town_name,
  w.state, w.sort, w.title, w.about, w.value_fen, w.said_sealed, w.agreed_on, (w.collected_at at time zone 'Asia/Shanghai')::date as collected_on,
  (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = w.collected_by) as collected_by, w.written_by, w.collected_by as collector_id,
  (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = w.screened_by) as screened_by,
  w.service_id, w.delivered_on, w.confirmed_on, w.confirmed_by, c.until,
  coalesce(c.donor, (select o.name from organisation o where o.tenant_id = ${tenantId} and o.id = c.organisation_id),
    (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = c.claimed_by)) as claimer`

const from = (tenantId: TenantId) => sql`
  from wish w join person p on p.tenant_id = w.tenant_id and p.id = w.person_id
    left join division v on v.tenant_id = w.tenant_id and v.code = w.community_code
    left join wish_claim c on c.tenant_id = w.tenant_id and c.wish_id = w.id and c.ended is null
  where w.tenant_id = ${tenantId} and p.tenant_id = ${tenantId}`

/** The state that counts on a day: a claim whose time is over is none. */
const stands = (today: Day) => sql`case when w.state = 'claimed' and c.until < ${today}::date then 'published' else w.state end`

/** What a reach covers of wishes: each lies in a community of a project. */
function reached(reach: Reach): RawBuilder<unknown> {
  if (reach.whole) return sql`true`
  const places = reach.places.map(
    ({ projectId, communityCode }) =>
      sql`(w.project_id = ${projectId} and (${communityCode ?? null}::text is null or w.community_code = ${communityCode ?? null}))`,
  )
  return places.length === 0 ? sql`false` : sql`(${sql.join(places, sql` or `)})`
}

export async function findWish(tx: Tx, tenantId: TenantId, id: string): Promise<WishRow | undefined> {
  const { rows } = await sql`select ${columns(tenantId)} ${from(tenantId)} and w.id = ${id}`.execute(tx)
  return rows[0] === undefined ? undefined : rowSchema.parse(rows[0])
}

/** Holds a wish until the transaction ends, so that of two who want it at once one waits and sees what the other did. */
export async function lockWish(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
  await sql`select 1 from wish w where w.tenant_id = ${tenantId} and w.id = ${id} for update`.execute(tx)
}

type Filter = {
  projectId: ProjectId
  state: WishState | undefined
  communityCode: DivisionCode | undefined
  offset: number
  limit: number
}

/** A project's wishes: those that wait for something first. */
export async function listRows(
  tx: Tx,
  tenantId: TenantId,
  filter: Filter,
  reach: Reach,
  today: Day,
): Promise<{ rows: WishRow[]; total: number; counts: { state: WishState; wishes: number }[] }> {
  const within = sql`w.project_id = ${filter.projectId} and ${reached(reach)}
    and (${filter.communityCode ?? null}::text is null or w.community_code = ${filter.communityCode ?? null})`
  const { rows } = await sql`select ${columns(tenantId)}, count(*) over ()::int as total ${from(tenantId)} and ${within}
      and (${filter.state ?? null}::text is null or ${stands(today)} = ${filter.state ?? null})
    order by array_position(array['collected', 'returned', 'claimed', 'published', 'delivered', 'confirmed', 'closed', 'withdrawn'], ${stands(today)}),
      c.until nulls last, w.collected_at desc, w.id offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const counted = await sql`select ${stands(today)} as state, count(*)::int as wishes ${from(tenantId)} and ${within} group by 1`.execute(
    tx,
  )
  return {
    rows: z.array(rowSchema).parse(rows),
    total: z.array(z.object({ total: z.int() })).parse(rows.slice(0, 1))[0]?.total ?? 0,
    counts: z.array(z.object({ state: wishStateSchema, wishes: z.int() })).parse(counted.rows),
  }
}

/** The wishes of a person that a reach covers, the last first. */
export async function listOfPerson(tx: Tx, tenantId: TenantId, personId: PersonId, reach: Reach): Promise<WishRow[]> {
  const { rows } = await sql`select ${columns(tenantId)} ${from(tenantId)} and w.person_id = ${personId} and ${reached(reach)}
    order by w.collected_at desc, w.id limit 200`.execute(tx)
  return z.array(rowSchema).parse(rows)
}

const claimRowSchema = z.object({
  id: z.uuid(),
  means: z.enum(['own', 'forOther']),
  party: partySchema,
  organisation_id: organisationIdSchema.nullable(),
  organisation: z.string().nullable(),
  donor: z.string().nullable(),
  claimed_by: accountIdSchema,
  by: z.string().nullable(),
  claimed_on: daySchema,
  until: daySchema,
  ended: z.enum(['dropped', 'expired', 'withdrawn']).nullable(),
  end_reason: z.string().nullable(),
})
export type ClaimRow = z.infer<typeof claimRowSchema>

/** Everybody who claimed a wish, the last first. */
export async function listClaims(tx: Tx, tenantId: TenantId, wishId: string): Promise<ClaimRow[]> {
  const { rows } = await sql`select c.id, c.means, c.party, c.organisation_id,
      (select o.name from organisation o where o.tenant_id = ${tenantId} and o.id = c.organisation_id) as organisation, c.donor, c.claimed_by,
      (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = c.claimed_by) as by, c.claimed_on, c.until, c.ended, c.end_reason
    from wish_claim c where c.tenant_id = ${tenantId} and c.wish_id = ${wishId} order by c.ended is not null, c.id desc`.execute(tx)
  return z.array(claimRowSchema).parse(rows)
}

export async function listSteps(tx: Tx, tenantId: TenantId, wishId: string) {
  const { rows } = await sql`select s.step, s.reason, s.taken_at as at,
      (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = s.taken_by) as by
    from wish_step s where s.tenant_id = ${tenantId} and s.wish_id = ${wishId} order by s.taken_at desc`.execute(tx)
  return z.array(z.object({ step: z.string(), reason: z.string().nullable(), by: z.string().nullable(), at: z.date() })).parse(rows)
}

/** Names on file in the wish's community that occur in a text from which all between the characters was taken out. */
export async function listNamesIn(tx: Tx, tenantId: TenantId, communityCode: DivisionCode, personId: PersonId, text: string) {
  const { rows } = await sql<{ name: string }>`select p.name from person p where p.tenant_id = ${tenantId}
      and (p.id = ${personId} or p.community_code = ${communityCode}) and char_length(p.name) >= 2 and position(p.name in ${text}) > 0 limit 5`.execute(
    tx,
  )
  return rows.map(({ name }) => name)
}

/** Where a wish of a person's belongs in a project: their line in its register, or where they live; undefined when outside. */
export async function findCommunityOf(
  tx: Tx,
  tenantId: TenantId,
  personId: PersonId,
  projectId: ProjectId,
  reach: Reach,
): Promise<DivisionCode | undefined> {
  const { rows } =
    await sql`select c.community_code as code from project_community c join person p on p.tenant_id = c.tenant_id and p.id = ${personId}
    where c.tenant_id = ${tenantId} and p.tenant_id = ${tenantId} and c.project_id = ${projectId} and ${withinReach(tenantId, reach)}
      and c.community_code in (p.community_code, (select g.community_code from registration g
        where g.tenant_id = ${tenantId} and g.person_id = p.id and g.project_id = ${projectId} and g.community_code is not null order by g.id limit 1))
    order by c.community_code = p.community_code desc limit 1`.execute(tx)
  return z.array(z.object({ code: divisionCodeSchema })).parse(rows)[0]?.code
}

export async function findSettings(tx: Tx, tenantId: TenantId, projectId: ProjectId) {
  const row = await tx
    .selectFrom('project')
    .select(['wish_limit_fen as limitFen', 'wish_claim_days as claimDays'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', projectId)
    .executeTakeFirst()
  return row ?? { limitFen: 50_000, claimDays: 7 }
}

const openSchema = z.object({
  id: z.uuid(),
  sort: wishSortSchema,
  title: z.string(),
  about: z.string().nullable(),
  value_fen: z.int(),
  town: z.string().nullable(),
})

/** What a volunteer of these projects, or anybody who speaks for an organisation, may claim: what the public reads, no more. */
export async function listOpen(tx: Tx, tenantId: TenantId, reach: Reach | 'anywhere', today: Day) {
  const within = reach === 'anywhere' ? sql`true` : reached(reach)
  const { rows } = await sql`select b.id, b.sort, b.title, b.about, b.value_fen, b.town
    from published_wish b join wish w on w.tenant_id = b.tenant_id and w.id = b.id
      left join wish_claim c on c.tenant_id = w.tenant_id and c.wish_id = w.id and c.ended is null
    where b.tenant_id = ${tenantId} and w.tenant_id = ${tenantId} and ${stands(today)} = 'published' and ${within}
    order by b.published_at, b.id limit 500`.execute(tx)
  return z.array(openSchema).parse(rows)
}

/** The caller's own claims that stand, and those of the organisations they speak for. */
export async function listMine(tx: Tx, tenantId: TenantId, by: AccountId, organisations: readonly OrganisationId[], today: Day) {
  const { rows } = await sql`select b.id, b.sort, b.title, b.about, b.value_fen, b.town, ${stands(today)} as state, c.until,
      (select o.name from organisation o where o.tenant_id = ${tenantId} and o.id = c.organisation_id) as organisation
    from wish_claim c join wish w on w.tenant_id = c.tenant_id and w.id = c.wish_id join published_wish b on b.tenant_id = w.tenant_id and b.id = w.id
    where c.tenant_id = ${tenantId} and w.tenant_id = ${tenantId} and c.ended is null and ${stands(today)} <> 'published'
      and ((c.claimed_by = ${by} and c.means = 'own') or c.organisation_id = any(${organisations}::uuid[]))
    order by w.state = 'claimed' desc, c.until limit 200`.execute(tx)
  return z.array(openSchema.extend({ state: wishStateSchema, until: daySchema, organisation: z.string().nullable() })).parse(rows)
}

/** The party that an organisation on file belongs to. */
export async function findParty(tx: Tx, tenantId: TenantId, id: OrganisationId) {
  const row = await tx.selectFrom('organisation').select('party').where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : partySchema.parse(row.party)
}
