import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import {
  attendanceIdSchema,
  personIdSchema,
  serviceIdSchema,
  type AttendanceId,
  type PersonId,
  type ProjectId,
  type ServiceId,
} from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { kindSchema, statusSchema } from '../ledger/kind-schema.ts'
import type { VisitInput } from './record-schema.ts'

/** What a sealed field of this feature is bound to. */
export const boundTo = (tenantId: TenantId, what: string, id: string, field: string): string => `${tenantId}:${what}:${id}:${field}`

/** Writes what belongs to a visit beside the ledger; what stood there before goes. */
export async function saveDetails(tx: Tx, tenantId: TenantId, sealer: Sealer, id: ServiceId, input: VisitInput): Promise<void> {
  const checks = JSON.stringify({ ...input.checks, ...Object.fromEntries(input.deeds.map((deed) => [deed, true])) })
  const note = input.note === null ? null : sealer.seal(input.note, boundTo(tenantId, 'visit', id, 'note'))
  const met = input.people.some((person) => person.seen)
  await sql`insert into visit_record (tenant_id, service_id, means, met, checks, visitor, informant, note_sealed)
    values (${tenantId}, ${id}, ${input.means}, ${met}, ${checks}::jsonb, ${input.worker}, ${input.informant}, ${note})
    on conflict (tenant_id, service_id) do update set means = excluded.means, met = excluded.met, checks = excluded.checks, visitor = excluded.visitor,
      informant = excluded.informant, note_sealed = excluded.note_sealed`.execute(tx)
  await tx.deleteFrom('visit_person').where('tenant_id', '=', tenantId).where('service_id', '=', id).execute()
  await tx
    .insertInto('visit_person')
    .values(
      input.people.map((person) => ({
        tenant_id: tenantId,
        service_id: id,
        id: person.id,
        person_id: person.personId,
        recorded_person_id: person.personId,
        seen: person.seen,
      })),
    )
    .execute()
  // A problem that stays keeps how it was settled.
  const kept = input.problems.map((problem) => problem.id)
  await sql`delete from visit_problem where tenant_id = ${tenantId} and service_id = ${id} and not (id = any(${kept}::uuid[]))`.execute(tx)
  for (const problem of input.problems) {
    const found = sealer.seal(problem.found, boundTo(tenantId, 'problem', problem.id, 'found'))
    const handled = problem.handled === null ? null : sealer.seal(problem.handled, boundTo(tenantId, 'problem', problem.id, 'handled'))
    await sql`insert into visit_problem (tenant_id, id, service_id, person_id, recorded_person_id, item, urgency, found_sealed, handled_sealed, referred_to)
      values (${tenantId}, ${problem.id}, ${id}, ${problem.personId}, ${problem.personId}, ${problem.item}, ${problem.urgency}, ${found}, ${handled}, ${problem.referredTo})
      on conflict (tenant_id, id) do update set person_id = excluded.person_id, recorded_person_id = excluded.recorded_person_id, item = excluded.item,
        urgency = excluded.urgency, found_sealed = excluded.found_sealed, handled_sealed = excluded.handled_sealed, referred_to = excluded.referred_to
      where visit_problem.service_id = ${id}`.execute(tx)
  }
}

/** Keeps a visit's details as they stand at a version of its service. */
export async function keepDetails(tx: Tx, tenantId: TenantId, id: ServiceId, version: number): Promise<void> {
  await sql`insert into visit_version (tenant_id, service_id, version, earlier)
    select ${tenantId}, ${id}, ${version}, jsonb_build_object(
      'record', (select to_jsonb(v) from visit_record v where v.tenant_id = ${tenantId} and v.service_id = ${id}),
      'people', (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from visit_person w where w.tenant_id = ${tenantId} and w.service_id = ${id}),
      'problems', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from visit_problem x where x.tenant_id = ${tenantId} and x.service_id = ${id}))
    on conflict do nothing`.execute(tx)
}

/** Attendances of a visit as the ledger has them. */
export async function listServed(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<{ id: AttendanceId; personId: PersonId }[]> {
  const { rows } = await sql`select a.id, a.person_id as "personId" from attendance a
    where a.tenant_id = ${tenantId} and a.service_id = ${id} and a.person_id is not null and a.part = 'beneficiary'`.execute(tx)
  return z.array(z.object({ id: attendanceIdSchema, personId: personIdSchema })).parse(rows)
}

const sealed = z.instanceof(Uint8Array).nullable()
const recordSchema = z.object({
  means: z.string(),
  met: z.boolean(),
  checks: z.record(z.string(), z.boolean()),
  problem: z.string().nullable(),
  handled: z.string().nullable(),
  informant: z.string().nullable(),
  note_sealed: sealed,
})

export async function findRecord(tx: Tx, tenantId: TenantId, id: ServiceId) {
  const { rows } =
    await sql`select means, met, checks, problem, handled, informant, note_sealed from visit_record where tenant_id = ${tenantId} and service_id = ${id}`.execute(
      tx,
    )
  return rows[0] === undefined ? undefined : recordSchema.parse(rows[0])
}

/** Whom a visit was for: an imported one has only those who were met. */
export async function listVisited(tx: Tx, tenantId: TenantId, id: ServiceId) {
  const { rows } = await sql`
    select w.person_id as "personId", p.name, w.seen from visit_person w join person p on p.tenant_id = w.tenant_id and p.id = w.person_id
      where w.tenant_id = ${tenantId} and p.tenant_id = ${tenantId} and w.service_id = ${id}
    union all
    select a.person_id, p.name, true from attendance a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
      where a.tenant_id = ${tenantId} and p.tenant_id = ${tenantId} and a.service_id = ${id} and a.part = 'beneficiary'
        and not exists (select 1 from visit_person w where w.tenant_id = ${tenantId} and w.service_id = ${id})
    order by 2`.execute(tx)
  return z.array(z.object({ personId: personIdSchema, name: z.string(), seen: z.boolean() })).parse(rows)
}

const listedVisitSchema = z.object({
  id: serviceIdSchema,
  kind: kindSchema,
  status: statusSchema,
  day: daySchema.nullable(),
  worker: z.string().nullable(),
  means: z.string().nullable(),
  seen: z.boolean(),
  problems: z.number(),
})

/** Visits to a person in a project, the newest first: those at which they were met and those at which they were not. */
export async function listVisitsTo(tx: Tx, tenantId: TenantId, projectId: ProjectId, personId: PersonId) {
  const { rows } = await sql`
    with of as (
      select w.service_id, w.seen from visit_person w where w.tenant_id = ${tenantId} and w.person_id = ${personId}
      union
      select a.service_id, true from attendance a where a.tenant_id = ${tenantId} and a.person_id = ${personId} and not a.repeats and a.part = 'beneficiary'
    )
    select s.id, s.kind, s.status, s.day, s.worker, v.means, bool_or(of.seen) as seen,
      (select count(*)::int from visit_problem x where x.tenant_id = ${tenantId} and x.service_id = s.id and (x.person_id is null or x.person_id = ${personId}))
        + case when v.problem is null or v.problem = '' then 0 else 1 end as problems
    from of join service s on s.tenant_id = ${tenantId} and s.id = of.service_id left join visit_record v on v.tenant_id = ${tenantId} and v.service_id = s.id
    where s.project_id = ${projectId} and s.kind in ('home_visit', 'phone_visit', 'look_in')
    group by s.id, s.kind, s.status, s.day, s.starts_at, s.worker, v.means, v.problem
    order by s.day desc nulls last, s.starts_at desc nulls last, s.id limit 200`.execute(tx)
  return z.array(listedVisitSchema).parse(rows)
}
