import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import {
  personIdSchema,
  type AccountId,
  type AttendanceId,
  type DivisionCode,
  type OrganisationId,
  type PersonId,
  type ProjectId,
  type ServiceId,
} from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { newId } from '../../server/ids.ts'
import type { Kind, PartPlayed } from './kind-schema.ts'
import { withinReach } from '../people/store.ts'
import type { recordService, ServiceInput } from './schema.ts'
import type { Attendee, ProjectFacts } from './service-rules.ts'

type Recorded = z.output<typeof recordService.input>

/** A service of a project as a whole, such as goods for all its communities, is in none of them. */
type Written = Omit<ServiceInput, 'communityCode'> & { communityCode: DivisionCode | null }

const columnsOf = (input: Written) => ({
  line: input.line,
  status: input.status,
  themes: input.themes,
  number: input.number,
  title: input.title,
  community_code: input.communityCode,
  day: input.day,
  starts_at: input.startsAt,
  minutes: input.minutes,
  place: input.place,
  worker: input.worker,
  unnamed_count: input.unnamedCount,
  quantity: input.quantity,
  unit: input.unit,
  note: input.note,
})

export async function addService(
  tx: Tx,
  tenantId: TenantId,
  service: Written & { id: ServiceId; projectId: ProjectId; kind: Kind; /** The service it is part of. */ partOf?: ServiceId | null },
  by: AccountId,
): Promise<void> {
  await tx
    .insertInto('service')
    .values({
      tenant_id: tenantId,
      id: service.id,
      project_id: service.projectId,
      kind: service.kind,
      created_by: by,
      part_of: service.partOf ?? null,
      ...columnsOf(service),
    })
    .execute()
}

/** Adds who attended, each with the household they belong to now. */
export async function addAttended(
  tx: Tx,
  tenantId: TenantId,
  serviceId: ServiceId,
  attended: Recorded['attended'],
  checkedInBy: string,
): Promise<void> {
  const [one, ...others] = attended
  if (one === undefined) return
  // One person is the usual case, and planned once a connection; for an array PostgreSQL plans each time anew.
  const given =
    others.length === 0
      ? sql`(values (${one.id}::uuid, ${one.personId}::uuid, ${one.part}::text, ${one.minutes}::int))`
      : sql`unnest(${attended.map(({ id }) => id)}::uuid[], ${attended.map(({ personId }) => personId)}::uuid[],
          ${attended.map(({ part }) => part)}::text[], ${attended.map(({ minutes }) => minutes)}::int[])`
  await sql`
    insert into attendance (tenant_id, id, service_id, person_id, recorded_person_id, part, certainty, checked_in_by, minutes, household_id)
    select ${tenantId}, a.id, ${serviceId}, a.person_id, a.person_id, a.part,
      case when p.id_number_state = 'valid' then 'number' else 'name' end, ${checkedInBy}, a.minutes, p.household_id
    from ${given} as a (id, person_id, part, minutes)
    join person p on p.tenant_id = ${tenantId} and p.id = a.person_id`.execute(tx)
}

/** Adds somebody by the name they give, of whom nobody has said yet who it is. */
export async function addWrittenName(
  tx: Tx,
  tenantId: TenantId,
  serviceId: ServiceId,
  written: { id: AttendanceId; part: PartPlayed; name: string; hints: string | null },
  checkedInBy: string,
): Promise<void> {
  await tx
    .insertInto('attendance')
    .values({
      tenant_id: tenantId,
      id: written.id,
      service_id: serviceId,
      part: written.part,
      certainty: 'unresolved',
      written_name: written.name,
      written_hints: written.hints,
      checked_in_by: checkedInBy,
    })
    .execute()
}

/** Who was at a service already as this person in this part, of the rows that count. */
export async function findAttendanceOf(
  tx: Tx,
  tenantId: TenantId,
  serviceId: ServiceId,
  personId: PersonId,
  part: PartPlayed,
): Promise<AttendanceId | undefined> {
  const row = await tx
    .selectFrom('attendance')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', serviceId)
    .where('person_id', '=', personId)
    .where('part', '=', part)
    .where('repeats', '=', false)
    .executeTakeFirst()
  return row?.id
}

/** The organisation that holds a service. */
export async function setHost(tx: Tx, tenantId: TenantId, id: ServiceId, hostId: OrganisationId): Promise<void> {
  await tx.updateTable('service').set({ host_id: hostId }).where('tenant_id', '=', tenantId).where('id', '=', id).execute()
}

type Giver = { id: OrganisationId; party: Recorded['contributions'][number]['party'] }

/** What the holder of a service gives to it, in place of what the earlier holder was said to give. */
export async function setHostContribution(
  tx: Tx,
  tenantId: TenantId,
  serviceId: ServiceId,
  host: Giver,
  earlier: OrganisationId | null = null,
): Promise<void> {
  if (earlier !== null)
    await tx
      .deleteFrom('contribution')
      .where('tenant_id', '=', tenantId)
      .where('service_id', '=', serviceId)
      .where('organisation_id', '=', earlier)
      .where('given', '=', 'service')
      .execute()
  await tx
    .insertInto('contribution')
    .values({ tenant_id: tenantId, id: newId(), service_id: serviceId, party: host.party, organisation_id: host.id, given: 'service' })
    .execute()
}

/** Goods that an organisation gave. */
export async function addGift(
  tx: Tx,
  tenantId: TenantId,
  serviceId: ServiceId,
  giver: Giver,
  what: { quantity: number; unit: string },
): Promise<void> {
  await tx
    .insertInto('contribution')
    .values({
      tenant_id: tenantId,
      id: newId(),
      service_id: serviceId,
      party: giver.party,
      organisation_id: giver.id,
      given: 'goods',
      ...what,
    })
    .execute()
}

export async function addContributions(
  tx: Tx,
  tenantId: TenantId,
  serviceId: ServiceId,
  contributions: Recorded['contributions'],
): Promise<void> {
  if (contributions.length === 0) return
  await tx
    .insertInto('contribution')
    .values(
      contributions.map((one) => ({
        tenant_id: tenantId,
        id: one.id,
        service_id: serviceId,
        party: one.party,
        organisation_id: one.organisationId,
        given: one.given,
        quantity: one.quantity,
        unit: one.unit,
        value_fen: one.valueFen,
        note: one.note,
      })),
    )
    .execute()
}

/** Makes what each party gave to a service be this: rows that are no longer there go, the others are changed or added. */
export async function setContributions(
  tx: Tx,
  tenantId: TenantId,
  serviceId: ServiceId,
  contributions: Recorded['contributions'],
): Promise<void> {
  const kept = contributions.map((one) => one.id)
  await sql`delete from contribution c where c.tenant_id = ${tenantId} and c.service_id = ${serviceId} and c.id <> all(${kept}::uuid[])`.execute(
    tx,
  )
  for (const { id, party, organisationId, given, quantity, unit, valueFen, note } of contributions) {
    const columns = { party, organisation_id: organisationId, given, quantity, unit, value_fen: valueFen, note }
    await tx
      .insertInto('contribution')
      .values({ tenant_id: tenantId, id, service_id: serviceId, ...columns })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(columns).where('contribution.service_id', '=', serviceId))
      .execute()
  }
}

export async function setStatus(tx: Tx, tenantId: TenantId, id: ServiceId, status: ServiceInput['status']): Promise<void> {
  await tx.updateTable('service').set({ status }).where('tenant_id', '=', tenantId).where('id', '=', id).execute()
}

/**
 * Checks people in at a service. Somebody who is there already in the same part stays there once, however many telephones
 * check them in at the same moment; that is left to the unique key. How many were added.
 */
export async function checkPeopleIn(
  tx: Tx,
  tenantId: TenantId,
  serviceId: ServiceId,
  people: readonly { id: AttendanceId; personId: PersonId; part: PartPlayed }[],
  { by, at, means }: { by: string; at: Date; means: 'screen' | 'card' | 'list' | 'name' | 'paper' | 'self' },
): Promise<number> {
  // In one order everywhere, so that two lists with the same people wait for one another and do not lock up.
  const { rows } = await sql`
    insert into attendance (tenant_id, id, service_id, person_id, recorded_person_id, part, certainty, checked_in_by, checked_in_at, checked_in_means, household_id)
    select ${tenantId}, a.id, ${serviceId}, a.person_id, a.person_id, a.part,
      case when p.id_number_state = 'valid' then 'number' else 'name' end, ${by}, ${at}, ${means}, p.household_id
    from unnest(${people.map((one) => one.id)}::uuid[], ${people.map((one) => one.personId)}::uuid[], ${people.map((one) => one.part)}::text[]) as a (id, person_id, part)
    join person p on p.tenant_id = ${tenantId} and p.id = a.person_id
    order by a.person_id, a.part
    on conflict do nothing returning id`.execute(tx)
  return rows.length
}

/** Keeps a service as it stands, with why it is about to change, and takes the next version. False: not at this version. */
export async function keepVersion(
  tx: Tx,
  tenantId: TenantId,
  id: ServiceId,
  version: number,
  reason: string,
  by: AccountId,
): Promise<boolean> {
  const { rows } = await sql`
    with kept as (
      insert into service_version (tenant_id, service_id, version, earlier, reason, changed_by)
      select s.tenant_id, s.id, s.version,
        to_jsonb(s) || jsonb_build_object('attended', coalesce((select jsonb_agg(to_jsonb(a) order by a.id) from attendance a where a.tenant_id = s.tenant_id and a.service_id = s.id), '[]')),
        ${reason}, ${by}::uuid
      from service s where s.tenant_id = ${tenantId} and s.id = ${id} and s.version = ${version}
      on conflict do nothing returning version
    )
    update service set version = service.version + 1, updated_at = now()
    from kept where service.tenant_id = ${tenantId} and service.id = ${id} and service.version = kept.version returning service.version`.execute(
    tx,
  )
  return rows.length === 1
}

export async function changeService(tx: Tx, tenantId: TenantId, id: ServiceId, input: ServiceInput): Promise<void> {
  await tx.updateTable('service').set(columnsOf(input)).where('tenant_id', '=', tenantId).where('id', '=', id).execute()
}

/** Whether a service is the receipt or hand-out of goods whose quantities a chain of movements holds. */
export async function isInChain(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<boolean> {
  const { rows } = await sql`select 1 where exists (select 1 from goods_lot d where d.tenant_id = ${tenantId} and d.service_id = ${id})
    or exists (select 1 from goods_hand_out o where o.tenant_id = ${tenantId} and o.service_id = ${id} and o.lot_id is not null)
    or exists (select 1 from craft_sale f where f.tenant_id = ${tenantId} and f.service_id = ${id})`.execute(tx)
  return rows.length > 0
}

/** What a service turns out to have been: a visit by telephone that was recorded as one at the door. */
export async function setKind(tx: Tx, tenantId: TenantId, id: ServiceId, kind: Kind): Promise<void> {
  await tx.updateTable('service').set({ kind }).where('tenant_id', '=', tenantId).where('id', '=', id).execute()
}

export async function removeAttended(tx: Tx, tenantId: TenantId, serviceId: ServiceId, ids: readonly AttendanceId[]): Promise<void> {
  if (ids.length > 0)
    await tx.deleteFrom('attendance').where('tenant_id', '=', tenantId).where('service_id', '=', serviceId).where('id', 'in', ids).execute()
}

const factsSchema = z.object({
  starts_on: daySchema,
  ends_on: daySchema,
  has_community: z.boolean(),
  attendees: z.array(
    z.object({ id: personIdSchema, name: z.string(), deceasedOn: daySchema.nullable(), mergedInto: z.string().nullable() }),
  ),
})

type Asked = { projectId: ProjectId; communityCode: DivisionCode | null; ids: readonly PersonId[]; reach: Reach }

/**
 * What the rules need to know before a service is recorded: the project's period, whether the community is one of its,
 * and those of the people whom the caller may name: within the reach, or registered in this project.
 */
export async function findRecordingFacts(
  tx: Tx,
  tenantId: TenantId,
  { projectId, communityCode, ids, reach }: Asked,
): Promise<{ project: ProjectFacts; attendees: Attendee[] } | undefined> {
  const named = ids.length === 1 ? sql`p.id = ${ids[0]}::uuid` : sql`p.id = any(${ids}::uuid[])`
  const attendees =
    ids.length === 0
      ? sql`'[]'::json`
      : sql`(select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'deceasedOn', p.deceased_on, 'mergedInto', p.merged_into)), '[]'::json)
          from person p where p.tenant_id = ${tenantId} and ${named} and (
            exists (select 1 from registration g where g.tenant_id = ${tenantId} and g.person_id = p.id and g.project_id = ${projectId}) or ${withinReach(tenantId, reach)}))`
  const { rows } = await sql`select j.starts_on, j.ends_on, ${attendees} as attendees,
      exists (select 1 from project_community c where c.tenant_id = ${tenantId} and c.project_id = ${projectId} and c.community_code = ${communityCode}) as has_community
    from project j where j.tenant_id = ${tenantId} and j.id = ${projectId}`.execute(tx)
  if (rows[0] === undefined) return undefined
  const facts = factsSchema.parse(rows[0])
  return { project: { startsOn: facts.starts_on, endsOn: facts.ends_on, hasCommunity: facts.has_community }, attendees: facts.attendees }
}

export async function findAttendance(tx: Tx, tenantId: TenantId, id: AttendanceId) {
  return tx
    .selectFrom('attendance')
    .select(['id', 'service_id as serviceId', 'person_id as personId', 'part', 'written_name as writtenName'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Says who a name is, or that nobody knows any more. A second row of one person at one service is kept, not counted. */
export async function setAttendee(tx: Tx, tenantId: TenantId, id: AttendanceId, personId: PersonId | null): Promise<boolean> {
  await sql`update attendance set person_id = ${personId}::uuid, recorded_person_id = ${personId}::uuid, repeats = true,
      certainty = case when ${personId}::uuid is null then 'unresolved' else 'name' end
    where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
  const { rows } = await sql<{ repeats: boolean }>`update attendance a set repeats = a.person_id is not null and exists (
      select 1 from attendance o where o.tenant_id = a.tenant_id and o.service_id = a.service_id and o.person_id = a.person_id and o.part = a.part and o.id <> a.id and not o.repeats)
    where a.tenant_id = ${tenantId} and a.id = ${id} returning a.repeats`.execute(tx)
  return rows[0]?.repeats ?? false
}
