import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, serviceIdSchema, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { givenSchema, kindSchema, partySchema } from '../ledger/kind-schema.ts'
import { serviceWithin } from '../ledger/store.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { listFigureRecords } from './figures-schema.ts'

type Filter = z.output<typeof listFigureRecords.input>
type Scope = { readonly tenantId: TenantId; readonly projectId: ProjectId; readonly reach: Reach }

/** Counted in the project's period; what has no day belongs to the project. The same as the measure of linkages. */
const inPeriod = ({
  tenantId,
  projectId,
  reach,
}: Scope) => sql`s.tenant_id = ${tenantId} and s.project_id = ${projectId} and not s.repeats and ${serviceWithin(reach)}
  and (s.day is null or s.day between (select j.starts_on from project j where j.tenant_id = ${tenantId} and j.id = ${projectId})
    and (select j.ends_on from project j where j.tenant_id = ${tenantId} and j.id = ${projectId}))`

const linked = (status: 'held' | 'planned') => sql`s.kind = 'linkage' and s.status = ${status}`

/** Services that several parties may have a part in: what stands for one gift, one shift or one piece is left out. */
const shared = sql`s.status = 'held' and s.kind not in ('linkage', 'volunteer_shift', 'craft_piece', 'craft_sale', 'goods_receipt', 'case_opening', 'phone_visit')`

/** The parties with a recorded part in a service: what they gave, a volunteer who attended, a worker who is named. */
const partiesOf = sql`(select array_agg(distinct x.party) from (
    select c.party from contribution c where c.tenant_id = s.tenant_id and c.service_id = s.id
    union select 'volunteer' from attendance a where a.tenant_id = s.tenant_id and a.service_id = s.id and a.part = 'volunteer' and not a.repeats
    union select 'social_worker' where s.worker is not null) x
  where x.party in ('community', 'social_organisation', 'social_worker', 'volunteer', 'charity'))`

export async function countFigures(tx: Tx, scope: Scope) {
  const where = inPeriod(scope)
  const total = await sql<{ held: number; planned: number }>`select count(*) filter (where s.status = 'held')::int as held,
    count(*) filter (where s.status = 'planned')::int as planned from service s where ${where} and s.kind = 'linkage'`.execute(tx)
  const byPartyAndKind = await sql`select c.party, c.given, count(distinct s.id)::int as linkages from service s
    join contribution c on c.tenant_id = s.tenant_id and c.service_id = s.id where ${where} and ${linked('held')} group by c.party, c.given`.execute(
    tx,
  )
  const byParties =
    await sql`select parties, count(*)::int as services from (select coalesce(cardinality(${partiesOf}), 0) as parties from service s where ${where} and ${shared}) x
    group by parties order by parties`.execute(tx)
  const byCommunity =
    await sql`select c.community_code as "communityCode", d.name as "communityName", p.party, coalesce(x.services, 0)::int as services
    from project_community c join division d on d.tenant_id = c.tenant_id and d.code = c.community_code
      cross join unnest(array['community', 'social_organisation', 'social_worker', 'volunteer', 'charity']) as p (party)
      left join (select s.community_code, party, count(*) as services from (select s.community_code, unnest(${partiesOf}) as party from service s
        where ${where} and ((${shared}) or (${linked('held')}))) s group by s.community_code, party) x on x.community_code = c.community_code and x.party = p.party
    where c.tenant_id = ${scope.tenantId} and c.project_id = ${scope.projectId} order by d.name, c.community_code`.execute(tx)
  return {
    linkages: total.rows[0]?.held ?? 0,
    pending: total.rows[0]?.planned ?? 0,
    byPartyAndKind: z.array(z.object({ party: partySchema, given: givenSchema, linkages: z.int() })).parse(byPartyAndKind.rows),
    byParties: z.array(z.object({ parties: z.int(), services: z.int() })).parse(byParties.rows),
    byCommunity: z
      .array(z.object({ communityCode: divisionCodeSchema, communityName: z.string(), party: partySchema, services: z.int() }))
      .parse(byCommunity.rows),
  }
}

const gave = (party: string | undefined, given: string | undefined): RawBuilder<unknown> =>
  party === undefined && given === undefined
    ? sql`true`
    : sql`exists (select 1 from contribution c where c.tenant_id = s.tenant_id and c.service_id = s.id
        and (${party ?? null}::text is null or c.party = ${party ?? null}) and (${given ?? null}::text is null or c.given = ${given ?? null}))`

function membersOf(of: Filter['of']): RawBuilder<unknown> {
  switch (of.figure) {
    case 'linkages':
      return sql`${linked('held')} and ${gave(of.party, of.given)}`
    case 'pending':
      return linked('planned')
    case 'parties':
      return sql`${shared} and coalesce(cardinality(${partiesOf}), 0) = ${of.parties}`
    case 'community':
      return sql`((${shared}) or (${linked('held')})) and s.community_code = ${of.communityCode} and ${of.party} = any(${partiesOf})`
  }
}

const recordSchema = z.object({
  id: serviceIdSchema,
  kind: kindSchema,
  title: z.string().nullable(),
  day: daySchema.nullable(),
  communityName: z.string().nullable(),
  parties: z.array(partySchema),
})

/** The services that a figure was counted from, by the same conditions. */
export async function listRecords(tx: Tx, scope: Scope, filter: Filter) {
  const where = sql`${inPeriod(scope)} and ${membersOf(filter.of)}`
  const { rows } = await sql`select s.id, s.kind, s.title, s.day, coalesce(${partiesOf}, '{}') as parties,
      (select d.name from division d where d.tenant_id = s.tenant_id and d.code = s.community_code) as "communityName"
    from service s where ${where} order by s.day desc nulls last, s.id offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*)::int as total from service s where ${where}`.execute(tx)
  return { rows: z.array(recordSchema).parse(rows), total: counted.rows[0]?.total ?? 0 }
}
