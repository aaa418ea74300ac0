import { sql, type RawBuilder } from 'kysely'
import { v7 } from 'uuid'
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
import type { TenantId, Tx } from '../../server/db.ts'
import type { askRespite } from './schema.ts'
import { coverSchema, slotStateSchema, type SlotState } from './slot-schema.ts'

const relationSchema = z.object({
  id: z.string(),
  project_id: projectIdSchema,
  carer_id: personIdSchema,
  carer: z.string(),
  phone: z.string().nullable(),
  elder_id: personIdSchema.nullable(),
  elder: z.string(),
  relation: z.string().nullable(),
  community_code: divisionCodeSchema.nullable(),
  community_name: z.string().nullable(),
  strain: z.object({ score: z.coerce.number(), day: daySchema.nullable() }).nullable(),
  sessions: z.coerce.number(),
  minutes: z.coerce.number(),
  last_on: daySchema.nullable(),
  ended_on: daySchema.nullable(),
  end_reason: z.string().nullable(),
})
export type RelationRow = z.infer<typeof relationSchema>

/** Who cares for whom: with the last sheet of strain, and what respite the carer had in the project. */
async function listWhere(tx: Tx, tenantId: TenantId, where: RawBuilder<unknown>): Promise<RelationRow[]> {
  const { rows } = await sql`
    with of as (
      select c.*, pc.name as carer, pc.phone, pc.pinyin, coalesce(pe.name, c.elder_name) as elder,
        coalesce((select g.community_code from registration g where g.tenant_id = ${tenantId} and g.project_id = c.project_id and g.person_id in (c.elder_id, c.carer_id) and g.community_code is not null
          order by g.person_id = c.elder_id desc, g.id limit 1), pe.community_code, pc.community_code) as community_code
      from carer_relation c join person pc on pc.tenant_id = c.tenant_id and pc.id = c.carer_id left join person pe on pe.tenant_id = c.tenant_id and pe.id = c.elder_id
      where c.tenant_id = ${tenantId} and pc.tenant_id = ${tenantId} and ${where}
    )
    select of.id, of.project_id, of.carer_id, of.carer, of.phone, of.elder_id, of.elder, of.relation, of.community_code, of.ended_on, of.end_reason,
      (select d.name from division d where d.tenant_id = ${tenantId} and d.code = of.community_code) as community_name,
      (select json_build_object('score', x.score, 'day', x.day) from assessment x
        where x.tenant_id = ${tenantId} and x.person_id = of.carer_id and x.scale = 'carer-strain' and x.score is not null order by x.day desc nulls last, x.id desc limit 1) as strain,
      count(s.id) as sessions, coalesce(sum(s.minutes), 0) as minutes, max(s.day) as last_on
    from of
      left join attendance a on a.tenant_id = ${tenantId} and a.person_id = of.carer_id and a.part = 'carer' and not a.repeats
      left join service s on s.tenant_id = ${tenantId} and s.id = a.service_id and s.kind = 'respite' and s.status = 'held' and not s.repeats and s.project_id = of.project_id
    group by of.id, of.project_id, of.carer_id, of.carer, of.phone, of.pinyin, of.elder_id, of.elder, of.relation, of.community_code, of.ended_on, of.end_reason
    order by of.ended_on is not null, of.pinyin, of.id`.execute(tx)
  return z.array(relationSchema).parse(rows)
}

export const listRelations = (tx: Tx, tenantId: TenantId, projectId: ProjectId) => listWhere(tx, tenantId, sql`c.project_id = ${projectId}`)

export const findRelation = async (tx: Tx, tenantId: TenantId, id: string): Promise<RelationRow | undefined> =>
  (await listWhere(tx, tenantId, sql`c.id = ${id}`))[0]

export async function addRelation(
  tx: Tx,
  tenantId: TenantId,
  of: { id: string; projectId: ProjectId; carerId: PersonId; elderId: PersonId; relation: string | null },
): Promise<void> {
  await sql`insert into carer_relation (tenant_id, id, project_id, carer_id, recorded_person_id, elder_id, elder_name, relation)
    select ${tenantId}, ${of.id}, ${of.projectId}, ${of.carerId}, ${of.carerId}, p.id, p.name, ${of.relation} from person p
    where p.tenant_id = ${tenantId} and p.id = ${of.elderId}`.execute(tx)
}

export async function setEnded(tx: Tx, tenantId: TenantId, id: string, on: Day | null, reason: string): Promise<void> {
  await tx
    .updateTable('carer_relation')
    .set({ ended_on: on, end_reason: on === null ? null : reason })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

const slotSchema = z.object({
  id: z.string(),
  version: z.number(),
  project_id: projectIdSchema,
  relation_id: z.string(),
  state: slotStateSchema,
  wanted_on: daySchema,
  starts_at: z.string().nullable(),
  minutes: z.number().nullable(),
  need: z.string().nullable(),
  cover: coverSchema.nullable(),
  cover_name: z.string().nullable(),
  service_id: serviceIdSchema.nullable(),
  steps: z.array(z.object({ state: slotStateSchema, at: z.string(), by: z.string().nullable(), reason: z.string().nullable() })),
})
export type SlotRow = z.infer<typeof slotSchema>

async function listSlotsWhere(tx: Tx, tenantId: TenantId, where: RawBuilder<unknown>): Promise<SlotRow[]> {
  const { rows } = await sql`
    select r.id, r.version, r.project_id, r.relation_id, r.state, r.wanted_on, r.starts_at, r.minutes, r.need, r.cover, r.cover_name, r.service_id,
      (select coalesce(json_agg(json_build_object('state', t.state, 'at', t.taken_at, 'reason', t.reason,
        'by', (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = t.taken_by)) order by t.taken_at), '[]'::json)
        from respite_step t where t.tenant_id = ${tenantId} and t.slot_id = r.id) as steps
    from respite_slot r where r.tenant_id = ${tenantId} and ${where}
    order by array_position(array['asked', 'offered', 'taken', 'declined', 'cancelled', 'done'], r.state), r.wanted_on desc, r.id limit 300`.execute(
    tx,
  )
  return z.array(slotSchema).parse(rows)
}

/** What waits: slots asked for, offered and not answered, and accepted ones whose day is over and that nobody recorded. */
export async function countWaiting(tx: Tx, tenantId: TenantId, projectId: ProjectId, codes: readonly DivisionCode[] | 'all', asOf: Day) {
  const within = codes === 'all' ? sql`true` : sql`o.community_code = any(${codes}::text[])`
  const { rows } = await sql`
    with slot as (
      select r.state, r.wanted_on, coalesce((select g.community_code from registration g where g.tenant_id = ${tenantId} and g.project_id = c.project_id and g.person_id in (c.elder_id, c.carer_id)
        and g.community_code is not null order by g.person_id = c.elder_id desc, g.id limit 1), pe.community_code, pc.community_code) as community_code
      from respite_slot r join carer_relation c on c.tenant_id = r.tenant_id and c.id = r.relation_id join person pc on pc.tenant_id = c.tenant_id and pc.id = c.carer_id
        left join person pe on pe.tenant_id = c.tenant_id and pe.id = c.elder_id
      where r.tenant_id = ${tenantId} and c.tenant_id = ${tenantId} and pc.tenant_id = ${tenantId} and r.project_id = ${projectId})
    select count(*) filter (where o.state = 'asked')::int as asked, count(*) filter (where o.state = 'offered')::int as offered,
      count(*) filter (where o.state = 'taken' and o.wanted_on < ${asOf}::date)::int as unrecorded
    from slot o where ${within}`.execute(tx)
  return z.object({ asked: z.int(), offered: z.int(), unrecorded: z.int() }).parse(rows[0])
}

export const listSlots = (tx: Tx, tenantId: TenantId, projectId: ProjectId) =>
  listSlotsWhere(tx, tenantId, sql`r.project_id = ${projectId}`)
export const findSlot = async (tx: Tx, tenantId: TenantId, id: string): Promise<SlotRow | undefined> =>
  (await listSlotsWhere(tx, tenantId, sql`r.id = ${id}`))[0]

export async function addSlot(tx: Tx, tenantId: TenantId, projectId: ProjectId, slot: z.output<typeof askRespite.input>): Promise<void> {
  await tx
    .insertInto('respite_slot')
    .values({
      tenant_id: tenantId,
      id: slot.id,
      project_id: projectId,
      relation_id: slot.relationId,
      state: 'asked',
      wanted_on: slot.wantedOn,
      starts_at: slot.startsAt,
      minutes: slot.minutes,
      need: slot.need,
    })
    .execute()
}

type Change = {
  state: SlotState
  cover?: 'worker' | 'family' | null
  cover_name?: string | null
  family_id?: string | null
  service_id?: ServiceId | null
}

/** False: somebody has changed it since that version. */
export async function changeSlot(tx: Tx, tenantId: TenantId, id: string, version: number, change: Change): Promise<boolean> {
  const done = await tx
    .updateTable('respite_slot')
    .set({ ...change, version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function addStep(
  tx: Tx,
  tenantId: TenantId,
  slotId: string,
  state: SlotState,
  reason: string | null,
  by: AccountId,
): Promise<void> {
  await tx.insertInto('respite_step').values({ tenant_id: tenantId, id: v7(), slot_id: slotId, state, reason, taken_by: by }).execute()
}

const familySchema = z.object({
  id: z.string(),
  name: z.string(),
  vettedOn: daySchema.nullable(),
  vettedUntil: daySchema.nullable(),
  endedOn: daySchema.nullable(),
})

/** The volunteer families of a project, with their vetting as far as it is kept: without any, none is vetted. */
export async function listFamilies(tx: Tx, tenantId: TenantId, projectId: ProjectId) {
  const { rows } = await sql`select f.id, coalesce(f.name, f.contact_name, f.number) as name,
      to_jsonb(f) ->> 'vetted_on' as "vettedOn", to_jsonb(f) ->> 'vetted_until' as "vettedUntil", to_jsonb(f) ->> 'ended_on' as "endedOn"
    from volunteer_family f where f.tenant_id = ${tenantId} and f.project_id = ${projectId} order by f.number`.execute(tx)
  return z.array(familySchema).parse(rows)
}

export async function addRecord(
  tx: Tx,
  tenantId: TenantId,
  serviceId: ServiceId,
  relievedBy: string | null,
  content: string | null,
): Promise<void> {
  await tx.insertInto('respite_record').values({ tenant_id: tenantId, service_id: serviceId, relieved_by: relievedBy, content }).execute()
}
