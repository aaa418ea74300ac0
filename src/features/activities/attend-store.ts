import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { attendanceIdSchema, personIdSchema, type AccountId, type PersonId, type ServiceId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { partPlayedSchema, type PartPlayed } from '../ledger/kind-schema.ts'
import { withinReach } from '../people/store.ts'
import { meansSchema, signUpIdSchema, type SignUpId } from './attend-schema.ts'

const boundTo = (tenantId: TenantId, id: SignUpId) => `${tenantId}:sign_up:${id}:note`

const signUpRowSchema = z.object({
  id: signUpIdSchema,
  personId: personIdSchema,
  name: z.string(),
  sex: z.enum(['male', 'female', 'unknown']),
  birthDate: daySchema.nullable(),
  communityName: z.string().nullable(),
  part: partPlayedSchema,
  state: z.enum(['going', 'waiting', 'withdrawn']),
  waitsAt: z.number().nullable(),
  noteSealed: z.instanceof(Buffer).nullable(),
  guardianAgreed: z.boolean(),
  withdrawnReason: z.string().nullable(),
  attendanceId: attendanceIdSchema.nullable(),
})

/** Who signed up: those who go, those who wait in their order, those who withdrew; with whether they are there. */
export async function listSignUps(tx: Tx, tenantId: TenantId, sealer: Sealer, serviceId: ServiceId) {
  const { rows } = await sql`select u.id, u.person_id as "personId", p.name, p.sex, p.birth_date as "birthDate",
      (select d.name from division d where d.tenant_id = p.tenant_id and d.code = p.community_code) as "communityName",
      u.part, u.state, case when u.state = 'waiting' then (row_number() over (partition by u.state order by u.added_at, u.id))::int end as "waitsAt",
      u.note_sealed as "noteSealed", u.guardian_agreed as "guardianAgreed", u.withdrawn_reason as "withdrawnReason",
      (select a.id from attendance a where a.tenant_id = u.tenant_id and a.service_id = u.service_id and a.person_id = u.person_id and not a.repeats order by a.part = u.part desc limit 1) as "attendanceId"
    from sign_up u join person p on p.tenant_id = u.tenant_id and p.id = u.person_id
    where u.tenant_id = ${tenantId} and u.service_id = ${serviceId}
    order by case u.state when 'going' then 0 when 'waiting' then 1 else 2 end, u.added_at, u.id`.execute(tx)
  return z
    .array(signUpRowSchema)
    .parse(rows)
    .map(({ noteSealed, ...row }) => ({ ...row, note: noteSealed === null ? null : sealer.open(noteSealed, boundTo(tenantId, row.id)) }))
}

const presentSchema = z.array(
  z.object({
    id: attendanceIdSchema,
    personId: personIdSchema.nullable(),
    name: z.string(),
    part: partPlayedSchema,
    at: z.date().nullable(),
    means: meansSchema.nullable(),
    by: z.string().nullable(),
  }),
)

/** Who is there, the latest first. */
export async function listPresent(tx: Tx, tenantId: TenantId, serviceId: ServiceId) {
  const { rows } =
    await sql`select a.id, a.person_id as "personId", coalesce(p.name, a.written_name, '') as name, a.part, a.checked_in_at as at,
      a.checked_in_means as means, a.checked_in_by as by
    from attendance a left join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${tenantId} and a.service_id = ${serviceId} and not a.repeats order by a.checked_in_at desc nulls last, a.id desc`.execute(
      tx,
    )
  return presentSchema.parse(rows)
}

type NewSignUp = { id: SignUpId; personId: PersonId; part: PartPlayed; note: string | null; guardianAgreed: boolean }

/** Signs somebody up again who had withdrawn, or for the first time. */
export async function addSignUp(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  serviceId: ServiceId,
  one: NewSignUp & { state: 'going' | 'waiting' },
  by: AccountId,
): Promise<void> {
  await tx
    .deleteFrom('sign_up')
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', serviceId)
    .where('person_id', '=', one.personId)
    .where('state', '=', 'withdrawn')
    .execute()
  await tx
    .insertInto('sign_up')
    .values({
      tenant_id: tenantId,
      id: one.id,
      service_id: serviceId,
      person_id: one.personId,
      recorded_person_id: one.personId,
      part: one.part,
      state: one.state,
      note_sealed: one.note === null || one.note === '' ? null : sealer.seal(one.note, boundTo(tenantId, one.id)),
      guardian_agreed: one.guardianAgreed,
      added_by: by,
    })
    .execute()
}

/** Those who go or wait already, of these. */
export async function listSignedUp(tx: Tx, tenantId: TenantId, serviceId: ServiceId): Promise<{ personId: PersonId; state: string }[]> {
  return tx
    .selectFrom('sign_up')
    .select(['person_id as personId', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', serviceId)
    .where('state', '!=', 'withdrawn')
    .execute()
}

export async function findSignUp(tx: Tx, tenantId: TenantId, id: SignUpId) {
  return tx
    .selectFrom('sign_up')
    .select(['id', 'service_id as serviceId', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function setWithdrawn(tx: Tx, tenantId: TenantId, id: SignUpId, reason: string): Promise<void> {
  await tx
    .updateTable('sign_up')
    .set({ state: 'withdrawn', withdrawn_reason: reason })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

/** Gives free places to those who wait, the longest first. Helpers take no place. Names of whoever moved up. */
export async function moveUp(tx: Tx, tenantId: TenantId, serviceId: ServiceId, capacity: number | null): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`with place as (
      select ${capacity}::int - (select count(*) from sign_up u where u.tenant_id = ${tenantId} and u.service_id = ${serviceId} and u.state = 'going'
        and u.part in ('beneficiary', 'carer', 'child')) as free
    ), next as (
      select u.id from sign_up u where u.tenant_id = ${tenantId} and u.service_id = ${serviceId} and u.state = 'waiting'
      order by u.added_at, u.id limit (select case when free is null then null else greatest(free, 0) end from place)
    ) update sign_up u set state = 'going' from next, person p
    where u.tenant_id = ${tenantId} and u.id = next.id and p.tenant_id = u.tenant_id and p.id = u.person_id returning p.name`.execute(tx)
  return rows.map((row) => row.name)
}

/** A child by first name: a row of the ledger without a file, so that nothing more is kept of the child. */
export async function addChild(
  tx: Tx,
  tenantId: TenantId,
  child: { id: string; serviceId: ServiceId; calledBy: string },
  by: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('attendance')
    .values({
      tenant_id: tenantId,
      id: attendanceIdSchema.parse(child.id),
      service_id: child.serviceId,
      part: 'child',
      certainty: 'unresolved',
      written_name: child.calledBy,
      checked_in_by: by,
      checked_in_at: now,
      checked_in_means: 'list',
    })
    .execute()
}

/** So many passers-by more, or fewer; never fewer than none. How many there are now. */
export async function addUnnamed(tx: Tx, tenantId: TenantId, serviceId: ServiceId, by: number): Promise<number> {
  const row = await tx
    .updateTable('service')
    .set({ unnamed_count: sql<number>`greatest(0, unnamed_count + ${by}::int)` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', serviceId)
    .returning('unnamed_count as count')
    .executeTakeFirstOrThrow()
  return row.count
}

/** Who is there, by ids alone. */
export async function listPresence(tx: Tx, tenantId: TenantId, serviceId: ServiceId) {
  return tx
    .selectFrom('attendance')
    .select(['person_id as personId', 'part'])
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', serviceId)
    .where('repeats', '=', false)
    .execute()
}

const meantSchema = z.array(z.object({ id: personIdSchema, part: partPlayedSchema }))

/** People of an event's project, or signed up to it, with this name and a telephone or identity number ending so. */
export async function listMeant(tx: Tx, tenantId: TenantId, serviceId: ServiceId, name: string, lastFour: string) {
  const { rows } = await sql`select distinct p.id, case when r.part = 'elder' then 'beneficiary' else r.part end as part
    from service s join registration r on r.tenant_id = s.tenant_id and r.project_id = s.project_id
    join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
    where s.tenant_id = ${tenantId} and s.id = ${serviceId} and p.name = ${name} and p.merged_into is null and p.deceased_on is null
      and (p.phone_tail = ${lastFour} or right(p.phone, 4) = ${lastFour} or right(p.other_phone, 4) = ${lastFour} or upper(p.id_number_tail) = ${lastFour.toUpperCase()})`.execute(
    tx,
  )
  return meantSchema.parse(rows)
}

/** The part somebody plays most likely at an event: as they signed up, or as they are registered. */
export async function findLikelyPart(
  tx: Tx,
  tenantId: TenantId,
  serviceId: ServiceId | undefined,
  personId: PersonId,
): Promise<PartPlayed> {
  const { rows } = await sql`select coalesce(
      (select u.part from sign_up u where u.tenant_id = ${tenantId} and u.service_id = ${serviceId ?? null}::uuid and u.person_id = ${personId} and u.state <> 'withdrawn' limit 1),
      (select case r.part when 'elder' then 'beneficiary' else r.part end from registration r where r.tenant_id = ${tenantId} and r.person_id = ${personId}
        order by case r.part when 'elder' then 0 when 'carer' then 1 when 'volunteer' then 2 else 3 end limit 1),
      'beneficiary') as part`.execute(tx)
  return z.object({ part: partPlayedSchema }).parse(rows[0]).part
}

/** How many of an event's places are taken. */
export async function countPlaces(tx: Tx, tenantId: TenantId, serviceId: ServiceId): Promise<number> {
  const row = await tx
    .selectFrom('sign_up')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('tenant_id', '=', tenantId)
    .where('service_id', '=', serviceId)
    .where('state', '=', 'going')
    .where('part', 'in', ['beneficiary', 'carer', 'child'])
    .executeTakeFirst()
  return row?.n ?? 0
}

/** The bearer of a card, when their file is within reach; of a merged file, whoever it was merged into. */
export async function findBearer(
  tx: Tx,
  tenantId: TenantId,
  id: PersonId,
  reach: Reach,
): Promise<{ id: PersonId; name: string } | undefined> {
  const { rows } = await sql`with recursive bearer as (
      select p.id, p.merged_into from person p where p.tenant_id = ${tenantId} and p.id = ${id}
      union select p.id, p.merged_into from bearer b join person p on p.tenant_id = ${tenantId} and p.id = b.merged_into
    ) select p.id, p.name from bearer b join person p on p.tenant_id = ${tenantId} and p.id = b.id
    where b.merged_into is null and ${withinReach(tenantId, reach)}`.execute(tx)
  return z.array(z.object({ id: personIdSchema, name: z.string() })).parse(rows)[0]
}
