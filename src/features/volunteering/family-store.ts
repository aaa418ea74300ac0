import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, personIdSchema, projectIdSchema, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { isFamilyVetted } from './claim-rules.ts'
import { familyIdSchema, volunteerIdSchema, type FamilyFile, type FamilyId, type VolunteerId } from './register-schema.ts'
import { placeWithin } from './register-store.ts'

const rowSchema = z.object({
  id: familyIdSchema,
  project_id: projectIdSchema,
  version: z.number(),
  number: z.string(),
  name: z.string().nullable(),
  contact_name: z.string().nullable(),
  contact_phone: z.string().nullable(),
  community_code: divisionCodeSchema.nullable(),
  community_name: z.string().nullable(),
  size: z.number().nullable(),
  joined_on: daySchema.nullable(),
  vetted_on: daySchema.nullable(),
  vetted_until: daySchema.nullable(),
  vetted_by: z.string().nullable(),
  ended_on: daySchema.nullable(),
  end_reason: z.string().nullable(),
  note: z.string().nullable(),
  confirmed: z.number(),
  unconfirmed: z.number(),
  shifts: z.number(),
  members: z.array(z.object({ id: volunteerIdSchema, personId: personIdSchema, name: z.string(), birthDate: daySchema.nullable() })),
})
export type FamilyRecord = z.infer<typeof rowSchema>

/** Minutes that the members of a family gave together, confirmed and not. */
const hours = sql`left join lateral (
    select coalesce(sum(a.minutes) filter (where s.status = 'held'), 0)::int as confirmed,
      coalesce(sum(a.minutes_claimed) filter (where a.minutes is null and s.status in ('held', 'planned')), 0)::int as unconfirmed,
      (count(*) filter (where s.status = 'held'))::int as shifts
    from attendance a join service s on s.tenant_id = a.tenant_id and s.id = a.service_id
    where a.tenant_id = f.tenant_id and a.part = 'volunteer' and not a.repeats and s.project_id = f.project_id
      and s.kind = 'volunteer_shift' and not s.repeats and a.person_id in (select v.person_id from volunteer v
        where v.tenant_id = f.tenant_id and v.project_id = f.project_id and v.family_number = f.number and v.ended_on is null)
  ) h on true`

const columns = sql`f.*, h.confirmed, h.unconfirmed, h.shifts, (select d.name from division d where d.tenant_id = f.tenant_id and d.code = f.community_code) as community_name,
  coalesce((select json_agg(json_build_object('id', v.id, 'personId', p.id, 'name', p.name, 'birthDate', p.birth_date) order by p.birth_date nulls last, v.id)
    from volunteer v join person p on p.tenant_id = v.tenant_id and p.id = v.person_id
    where v.tenant_id = f.tenant_id and v.project_id = f.project_id and v.family_number = f.number and v.ended_on is null), '[]'::json) as members`

/** Volunteer families of a project by number; a number that the roll lists twice is one family. */
export async function listFamilies(
  tx: Tx,
  tenantId: TenantId,
  filter: { projectId: ProjectId; search?: string | undefined; offset: number; limit: number },
  reach: Reach,
): Promise<{ rows: FamilyRecord[]; total: number }> {
  const like = `%${(filter.search ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const where = sql`f.tenant_id = ${tenantId} and f.project_id = ${filter.projectId} and ${placeWithin(reach, sql`f.project_id`, sql`f.community_code`)}
    and (f.number like ${like} or f.name like ${like} or f.contact_name like ${like})
    and not exists (select 1 from volunteer_family o where o.tenant_id = f.tenant_id and o.project_id = f.project_id and o.number = f.number and o.id < f.id)`
  const found =
    await sql`select ${columns} from volunteer_family f ${hours} where ${where} order by f.number, f.id offset ${filter.offset} limit ${filter.limit}`.execute(
      tx,
    )
  const counted = await sql<{ total: number }>`select count(*)::int as total from volunteer_family f where ${where}`.execute(tx)
  return { rows: z.array(rowSchema).parse(found.rows), total: counted.rows[0]?.total ?? 0 }
}

export async function findFamily(tx: Tx, tenantId: TenantId, id: FamilyId): Promise<FamilyRecord | undefined> {
  const { rows } = await sql`select ${columns} from volunteer_family f ${hours} where f.tenant_id = ${tenantId} and f.id = ${id}`.execute(
    tx,
  )
  return rows[0] === undefined ? undefined : rowSchema.parse(rows[0])
}

/** Whether a family of this project is vetted on a day. Undefined: there is no such family. */
export async function findWhetherVetted(tx: Tx, tenantId: TenantId, id: FamilyId, day: Day): Promise<boolean | undefined> {
  const family = await findFamily(tx, tenantId, id)
  return family === undefined ? undefined : isFamilyVetted({ vettedUntil: family.vetted_until, endedOn: family.ended_on }, day)
}

export const toFamilyFile = (row: FamilyRecord): FamilyFile => ({
  number: row.number,
  name: row.name,
  contactName: row.contact_name,
  contactPhone: row.contact_phone,
  communityCode: row.community_code,
  size: row.size,
  joinedOn: row.joined_on,
  vettedOn: row.vetted_on,
  vettedUntil: row.vetted_until,
  vettedBy: row.vetted_by,
  endedOn: row.ended_on,
  endReason: row.end_reason,
  note: row.note,
})

const columnsOf = (file: FamilyFile) => ({
  number: file.number,
  name: file.name,
  contact_name: file.contactName,
  contact_phone: file.contactPhone,
  community_code: file.communityCode,
  size: file.size,
  joined_on: file.joinedOn,
  vetted_on: file.vettedOn,
  vetted_until: file.vettedUntil,
  vetted_by: file.vettedBy,
  ended_on: file.endedOn,
  end_reason: file.endReason,
  note: file.note,
})

export async function isNumberTaken(tx: Tx, tenantId: TenantId, projectId: ProjectId, number: string, but: FamilyId): Promise<boolean> {
  const row = await tx
    .selectFrom('volunteer_family')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .where('id', '<>', but)
    .executeTakeFirst()
  return row !== undefined
}

export async function addFamily(tx: Tx, tenantId: TenantId, projectId: ProjectId, id: FamilyId, file: FamilyFile): Promise<void> {
  await tx
    .insertInto('volunteer_family')
    .values({ tenant_id: tenantId, id, project_id: projectId, ...columnsOf(file) })
    .execute()
}

/** Whether there was such a family at this version. */
export async function changeFamily(tx: Tx, tenantId: TenantId, id: FamilyId, version: number, file: FamilyFile): Promise<boolean> {
  const changed = await tx
    .updateTable('volunteer_family')
    .set({ ...columnsOf(file), version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Makes these volunteers, and no others, the members of a family: by its number, which the roll writes beside each. */
export async function setMembers(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  numbers: { before: string | null; now: string },
  members: readonly VolunteerId[],
): Promise<void> {
  await sql`update volunteer set family_number = null, version = version + 1
    where tenant_id = ${tenantId} and project_id = ${projectId} and family_number = ${numbers.before ?? numbers.now} and not id = any(${members}::uuid[])`.execute(
    tx,
  )
  await sql`update volunteer set family_number = ${numbers.now}, version = version + 1
    where tenant_id = ${tenantId} and project_id = ${projectId} and id = any(${members}::uuid[]) and family_number is distinct from ${numbers.now}`.execute(
    tx,
  )
}

/** The others of a person's volunteer families, in any project; who is a contact only by name has no person. */
export async function listKin(tx: Tx, tenantId: TenantId, personId: PersonId): Promise<{ personId: PersonId | null; name: string }[]> {
  const { rows } = await sql`select distinct p.id as "personId", p.name from volunteer mine
    join volunteer v on v.tenant_id = mine.tenant_id and v.project_id = mine.project_id and v.family_number = mine.family_number
    join person p on p.tenant_id = v.tenant_id and p.id = v.person_id
    where mine.tenant_id = ${tenantId} and mine.person_id = ${personId} and mine.family_number is not null and v.person_id <> ${personId}
    union select null, f.contact_name from volunteer mine join volunteer_family f on f.tenant_id = mine.tenant_id and f.project_id = mine.project_id and f.number = mine.family_number
    where mine.tenant_id = ${tenantId} and mine.person_id = ${personId} and f.contact_name is not null`.execute(tx)
  return z.array(z.object({ personId: personIdSchema.nullable(), name: z.string() })).parse(rows)
}
