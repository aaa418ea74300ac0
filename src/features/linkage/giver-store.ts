import { sql } from 'kysely'
import { z } from 'zod'
import { addDays, daySchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, personIdSchema, type AccountId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Giver } from './link-kind-schema.ts'
import type { GiverFacts, Place } from './market-rules.ts'
import type { ResourceRow } from './resource-schema.ts'
import { listLive } from './resource-store.ts'
import { timesWritten } from './times-rules.ts'

const volunteerSchema = z.object({
  id: z.uuid(),
  person_id: personIdSchema,
  name: z.string(),
  community_code: divisionCodeSchema.nullable(),
  skills: z.string().nullable(),
  areas: z.string().nullable(),
  availability: z.string().nullable(),
  birth_date: daySchema.nullable(),
  vetted_until: daySchema.nullable(),
  insured_until: daySchema.nullable(),
  agreed_on: daySchema.nullable(),
  guardian_consent: z.boolean(),
  data_consent_on: daySchema.nullable(),
  ended_on: daySchema.nullable(),
  open: z.int(),
  recent: z.int(),
})

/** Links that a volunteer may have under way at once, unless somebody chooses another number. */
const usualCapacity = 3

export type Named = { readonly facts: GiverFacts; readonly name: string; readonly about: string | null; readonly resource?: ResourceRow }

/** Everybody on the roll of a project, each person once, with what is under way of theirs. */
async function listVolunteerGivers(tx: Tx, tenantId: TenantId, projectId: ProjectId, asOf: Day, capacity: number): Promise<Named[]> {
  const { rows } = await sql`
    select distinct on (v.person_id) v.id, v.person_id, p.name, coalesce((select r.community_code from registration r where r.tenant_id = v.tenant_id
        and r.person_id = v.person_id and r.project_id = v.project_id and r.part = 'volunteer' order by r.id limit 1), p.community_code) as community_code,
      v.skills, v.areas, v.availability, p.birth_date, v.vetted_until, v.insured_until, v.agreed_on,
      (coalesce(v.guardian_consent, false) or v.guardian_consent_on is not null) as guardian_consent, v.data_consent_on, v.ended_on,
      (select count(*)::int from linkage k where k.tenant_id = v.tenant_id and k.volunteer_id = v.id and k.state in ('asked', 'accepted')) as open,
      (select count(*)::int from linkage k where k.tenant_id = v.tenant_id and k.volunteer_id = v.id and k.state not in ('refused', 'withdrawn')
        and k.asked_on > ${addDays(asOf, -90)}::date) as recent
    from volunteer v join person p on p.tenant_id = v.tenant_id and p.id = v.person_id
    where v.tenant_id = ${tenantId} and v.project_id = ${projectId} and p.deceased_on is null and p.merged_into is null
    order by v.person_id, v.id desc`.execute(tx)
  return z
    .array(volunteerSchema)
    .parse(rows)
    .map((row) => ({
      name: row.name,
      about: row.skills,
      facts: {
        sort: 'volunteer',
        giver: { sort: 'volunteer', id: row.id },
        personId: row.person_id,
        communityCode: row.community_code,
        left: Math.max(0, capacity - row.open),
        skills: row.skills ?? '',
        areas: row.areas ?? '',
        times: timesWritten(row.availability),
        recent: row.recent,
        standing: {
          birthDate: row.birth_date,
          vettedUntil: row.vetted_until,
          insuredUntil: row.insured_until,
          agreedOn: row.agreed_on,
          guardianConsent: row.guardian_consent,
          dataConsentOn: row.data_consent_on,
          endedOn: row.ended_on,
        },
      },
    }))
}

const countSchema = z.object({ resource_id: z.string(), recent: z.int(), community_code: z.string().nullable() })

async function listResourceGivers(tx: Tx, tenantId: TenantId, projectId: ProjectId, asOf: Day): Promise<Named[]> {
  const { rows } = await sql`select r.id as resource_id,
      (select count(*)::int from linkage k where k.tenant_id = r.tenant_id and k.resource_id = r.id and k.state not in ('refused', 'withdrawn')
        and k.asked_on > ${addDays(asOf, -90)}::date) as recent,
      (select o.division_code from organisation o where o.tenant_id = r.tenant_id and o.id = r.organisation_id) as community_code
    from resource r where r.tenant_id = ${tenantId} and r.project_id = ${projectId}`.execute(tx)
  const known = new Map(
    z
      .array(countSchema)
      .parse(rows)
      .map((row) => [row.resource_id, row]),
  )
  return (await listLive(tx, tenantId, projectId, asOf)).map((resource) => ({
    name: resource.organisation ?? resource.provider ?? '',
    about: resource.title,
    resource,
    facts: {
      sort: 'resource',
      giver: { sort: 'resource', id: resource.id },
      kind: resource.kind,
      unit: resource.unit,
      communities: resource.communities,
      communityCode:
        resource.communities.length === 1 ? (resource.communities[0] ?? null) : (known.get(resource.id)?.community_code ?? null),
      left: resource.left,
      skills: [resource.skill ?? '', resource.title].join('、'),
      times: resource.times,
      recent: known.get(resource.id)?.recent ?? 0,
      freshness: resource.freshness,
      validFrom: resource.validFrom,
    },
  }))
}

/** Everybody and everything that could meet a need of a project. */
export const listGivers = async (
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  asOf: Day,
  capacity = usualCapacity,
): Promise<Named[]> => [
  ...(await listResourceGivers(tx, tenantId, projectId, asOf)),
  ...(await listVolunteerGivers(tx, tenantId, projectId, asOf, capacity)),
]

export async function listPlacesOf(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<Place[]> {
  const { rows } = await sql<Place>`select c.community_code as code, d.name,
      (select t.name from division t where t.tenant_id = d.tenant_id and t.code = left(d.code, 9)) as town
    from project_community c join division d on d.tenant_id = c.tenant_id and d.code = c.community_code
    where c.tenant_id = ${tenantId} and c.project_id = ${projectId}`.execute(tx)
  return rows
}

const pairSchema = z.object({ linkage_need_id: z.string(), giver_id: z.string(), rule: z.enum(['pin', 'forbid']) })
export type Pair = { readonly needId: string; readonly giverId: string; readonly rule: 'pin' | 'forbid' }

/** What people decided of pairs of a project's needs. */
export async function listPairs(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<Pair[]> {
  const { rows } =
    await sql`select linkage_need_id, giver_id, rule from linkage_pair where tenant_id = ${tenantId} and project_id = ${projectId}`.execute(
      tx,
    )
  return z
    .array(pairSchema)
    .parse(rows)
    .map((row) => ({ needId: row.linkage_need_id, giverId: row.giver_id, rule: row.rule }))
}

export async function setPairRule(
  tx: Tx,
  tenantId: TenantId,
  of: { projectId: ProjectId; needId: string; giver: Giver; by: AccountId },
  rule: 'pin' | 'forbid' | 'none',
): Promise<void> {
  if (rule === 'none')
    await sql`delete from linkage_pair where tenant_id = ${tenantId} and linkage_need_id = ${of.needId} and giver_id = ${of.giver.id}`.execute(
      tx,
    )
  else
    await sql`insert into linkage_pair (tenant_id, linkage_need_id, giver_id, project_id, rule, set_by)
      values (${tenantId}, ${of.needId}, ${of.giver.id}, ${of.projectId}, ${rule}, ${of.by})
      on conflict (tenant_id, linkage_need_id, giver_id) do update set rule = ${rule}, set_by = ${of.by}, set_at = now()`.execute(tx)
}

/** Whoever takes up some of a giver waits here for whoever is doing so: the last of it goes to one of them. */
export async function queueForGiver(tx: Tx, tenantId: TenantId, giver: Giver): Promise<void> {
  if (giver.sort === 'resource') await sql`select 1 from resource where tenant_id = ${tenantId} and id = ${giver.id} for update`.execute(tx)
  else await sql`select 1 from volunteer where tenant_id = ${tenantId} and id = ${giver.id} for update`.execute(tx)
}
