import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, personIdSchema, projectIdSchema, type DivisionCode, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { volunteerIdSchema, type listVolunteers, type VolunteerFile, type VolunteerId } from './register-schema.ts'
import { defaultSettings, volunteerSettingsSchema, type VolunteerSettings } from './settings-schema.ts'

/** Where a volunteer `v` of person `p` belongs: the community of the roll's line, or else the one they live in, or their family's. */
const communityOf = sql`coalesce((select r.community_code from registration r where r.tenant_id = v.tenant_id and r.person_id = v.person_id
  and r.project_id = v.project_id and r.part = 'volunteer' order by r.id limit 1), p.community_code,
  (select f.community_code from volunteer_family f where f.tenant_id = v.tenant_id and f.project_id = v.project_id and f.number = v.family_number order by f.id limit 1))`

/** Whether a project and a community lie within a reach. */
export function placeWithin(reach: Reach, project: RawBuilder<unknown>, community: RawBuilder<unknown>): RawBuilder<unknown> {
  if (reach.whole) return sql`true`
  const projects = reach.places.filter((place) => place.communityCode === undefined).map((place) => place.projectId)
  const pairs = reach.places.flatMap((place) => (place.communityCode === undefined ? [] : [`${place.projectId}/${place.communityCode}`]))
  return sql`(${project} = any(${projects}::uuid[]) or ${project} || '/' || ${community} = any(${pairs}::text[]))`
}

/** Minutes of a person's shifts in a project, confirmed and not. */
const hoursColumns = sql`
  coalesce(h.confirmed, 0)::int as confirmed, coalesce(h.unconfirmed, 0)::int as unconfirmed, coalesce(h.shifts, 0)::int as shifts`
const hoursOf = (tenantId: TenantId): RawBuilder<unknown> => sql`left join lateral (
    select sum(a.minutes) filter (where s.status = 'held') as confirmed,
      sum(a.minutes_claimed) filter (where a.minutes is null and s.status in ('held', 'planned')) as unconfirmed,
      count(*) filter (where s.status = 'held') as shifts
    from attendance a join service s on s.tenant_id = a.tenant_id and s.id = a.service_id
    where a.tenant_id = ${tenantId} and a.person_id = v.person_id and a.part = 'volunteer' and not a.repeats
      and s.project_id = v.project_id and s.kind = 'volunteer_shift' and not s.repeats
  ) h on true`

const rowSchema = z.object({
  id: volunteerIdSchema,
  project_id: projectIdSchema,
  person_id: personIdSchema,
  number: z.string().nullable(),
  name: z.string(),
  sex: z.enum(['unknown', 'male', 'female']),
  birth_date: daySchema.nullable(),
  phone: z.string().nullable(),
  id_number_tail: z.string().nullable(),
  community_code: divisionCodeSchema.nullable(),
  community_name: z.string().nullable(),
  confirmed: z.number(),
  unconfirmed: z.number(),
  shifts: z.number(),
  has_account: z.boolean(),
  version: z.number(),
  skills: z.string().nullable(),
  areas: z.string().nullable(),
  availability: z.string().nullable(),
  service_kinds: z.string().nullable(),
  family_number: z.string().nullable(),
  joined_on: daySchema.nullable(),
  vetted_on: daySchema.nullable(),
  vetted_until: daySchema.nullable(),
  vetted_by: z.string().nullable(),
  insured_until: daySchema.nullable(),
  insurance: z.string().nullable(),
  agreed_on: daySchema.nullable(),
  risks_told_on: daySchema.nullable(),
  guardian_consent: z.boolean().nullable(),
  guardian_name: z.string().nullable(),
  guardian_relation: z.string().nullable(),
  guardian_consent_on: daySchema.nullable(),
  data_consent_on: daySchema.nullable(),
  ended_on: daySchema.nullable(),
  end_reason: z.string().nullable(),
  note: z.string().nullable(),
})
export type VolunteerRecord = z.infer<typeof rowSchema>

const columns = sql`v.*, p.name, p.sex, p.birth_date, p.phone, p.id_number_tail, ${communityOf} as community_code,
  (select d.name from division d where d.tenant_id = v.tenant_id and d.code = ${communityOf}) as community_name,
  exists (select 1 from account c where c.tenant_id = v.tenant_id and c.person_id = v.person_id and c.state = 'active') as has_account`
const from = (tenantId: TenantId): RawBuilder<unknown> =>
  sql`volunteer v join person p on p.tenant_id = v.tenant_id and p.id = v.person_id ${hoursOf(tenantId)}`

type Filter = z.output<typeof listVolunteers.input>

/** The roll of a project by name: each person once, whose newest line stands for them. */
export async function listRows(tx: Tx, tenantId: TenantId, filter: Filter, reach: Reach, today: Day) {
  const like = `%${(filter.search ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const where = sql.join(
    [
      sql`v.tenant_id = ${tenantId} and v.project_id = ${filter.projectId}`,
      sql`v.id = (select o.id from volunteer o where o.tenant_id = v.tenant_id and o.project_id = v.project_id and o.person_id = v.person_id order by o.id desc limit 1)`,
      placeWithin(reach, sql`v.project_id`, communityOf),
      ...(filter.search === undefined || filter.search === ''
        ? []
        : [sql`(p.name like ${like} or v.number like ${like} or v.skills like ${like} or replace(p.pinyin, ' ', '') like ${like})`]),
      ...(filter.communityCode === undefined ? [] : [sql`${communityOf} = ${filter.communityCode}`]),
      ...(filter.familyNumber === undefined ? [] : [sql`v.family_number = ${filter.familyNumber}`]),
      ...(filter.withEnded === true ? [] : [sql`(v.ended_on is null or v.ended_on > ${today}::date)`]),
      ...(filter.onlyLacking === true
        ? [
            sql`(v.vetted_until is null or v.vetted_until <= ${today}::date + 30 or v.insured_until is null or v.insured_until < ${today}::date or v.agreed_on is null
              or (p.birth_date > ${today}::date - interval '18 years' and v.guardian_consent_on is null and v.guardian_consent is not true)
              or (p.birth_date > ${today}::date - interval '14 years' and v.data_consent_on is null))`,
          ]
        : []),
    ],
    sql` and `,
  )
  const found = await sql`select ${columns}, ${hoursColumns} from ${from(tenantId)} where ${where}
    order by p.pinyin, v.id offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*)::int as total
    from volunteer v join person p on p.tenant_id = v.tenant_id and p.id = v.person_id where ${where}`.execute(tx)
  return { rows: z.array(rowSchema).parse(found.rows), total: counted.rows[0]?.total ?? 0 }
}

export async function findVolunteer(tx: Tx, tenantId: TenantId, id: VolunteerId): Promise<VolunteerRecord | undefined> {
  const { rows } =
    await sql`select ${columns}, ${hoursColumns} from ${from(tenantId)} where v.tenant_id = ${tenantId} and v.id = ${id}`.execute(tx)
  return rows[0] === undefined ? undefined : rowSchema.parse(rows[0])
}

/** A person's places on rolls, one for each project. */
export async function listOfPerson(tx: Tx, tenantId: TenantId, personId: PersonId): Promise<VolunteerRecord[]> {
  const { rows } = await sql`select distinct on (v.project_id) ${columns}, ${hoursColumns} from ${from(tenantId)}
    where v.tenant_id = ${tenantId} and v.person_id = ${personId} order by v.project_id, v.id desc`.execute(tx)
  return z.array(rowSchema).parse(rows)
}

export async function findOnRoll(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  personId: PersonId,
): Promise<VolunteerRecord | undefined> {
  return (await listOfPerson(tx, tenantId, personId)).find((one) => one.project_id === projectId)
}

const columnsOf = (file: VolunteerFile) => ({
  number: file.number,
  skills: file.skills,
  areas: file.areas,
  availability: file.availability,
  service_kinds: file.serviceKinds,
  family_number: file.familyNumber,
  joined_on: file.joinedOn,
  vetted_on: file.vettedOn,
  vetted_until: file.vettedUntil,
  vetted_by: file.vettedBy,
  insured_until: file.insuredUntil,
  insurance: file.insurance,
  agreed_on: file.agreedOn,
  risks_told_on: file.risksToldOn,
  guardian_name: file.guardianName,
  guardian_relation: file.guardianRelation,
  guardian_consent_on: file.guardianConsentOn,
  data_consent_on: file.dataConsentOn,
  ended_on: file.endedOn,
  end_reason: file.endReason,
  note: file.note,
})

export const toFile = (row: VolunteerRecord): VolunteerFile => ({
  number: row.number,
  skills: row.skills,
  areas: row.areas,
  availability: row.availability,
  serviceKinds: row.service_kinds,
  familyNumber: row.family_number,
  joinedOn: row.joined_on,
  vettedOn: row.vetted_on,
  vettedUntil: row.vetted_until,
  vettedBy: row.vetted_by,
  insuredUntil: row.insured_until,
  insurance: row.insurance,
  agreedOn: row.agreed_on,
  risksToldOn: row.risks_told_on,
  guardianName: row.guardian_name,
  guardianRelation: row.guardian_relation,
  guardianConsentOn: row.guardian_consent_on,
  dataConsentOn: row.data_consent_on,
  endedOn: row.ended_on,
  endReason: row.end_reason,
  note: row.note,
})

type NewVolunteer = { id: VolunteerId; projectId: ProjectId; personId: PersonId; communityCode: DivisionCode | null; file: VolunteerFile }

/** Puts somebody on the roll: the register's line, the part they play, and the volunteer's file. */
export async function addVolunteer(tx: Tx, tenantId: TenantId, added: NewVolunteer): Promise<void> {
  const { id, projectId, personId, communityCode, file } = added
  await sql`insert into person_part (tenant_id, id, person_id, part)
    select ${tenantId}, gen_random_uuid(), ${personId}, 'volunteer'
    where not exists (select 1 from person_part where tenant_id = ${tenantId} and person_id = ${personId} and part = 'volunteer' and until is null)`.execute(
    tx,
  )
  await sql`insert into registration (tenant_id, id, project_id, person_id, recorded_person_id, part, number, community_code)
    values (${tenantId}, gen_random_uuid(), ${projectId}, ${personId}, ${personId}, 'volunteer', ${file.number}, ${communityCode})`.execute(
    tx,
  )
  await tx
    .insertInto('volunteer')
    .values({ tenant_id: tenantId, id, project_id: projectId, person_id: personId, recorded_person_id: personId, ...columnsOf(file) })
    .execute()
}

/** Whether there was such a file at this version. */
export async function changeVolunteer(tx: Tx, tenantId: TenantId, id: VolunteerId, version: number, file: VolunteerFile): Promise<boolean> {
  const changed = await tx
    .updateTable('volunteer')
    .set({ ...columnsOf(file), version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** The settings of a project; version 0 while nobody has set any. */
export async function findSettings(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
): Promise<{ settings: VolunteerSettings; version: number }> {
  const row = await tx
    .selectFrom('volunteer_settings')
    .select(['settings', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  return row === undefined
    ? { settings: defaultSettings, version: 0 }
    : { settings: volunteerSettingsSchema.parse(row.settings), version: row.version }
}

export async function saveSettings(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  version: number,
  settings: VolunteerSettings,
): Promise<boolean> {
  const text = JSON.stringify(settings)
  const { rows } =
    version === 0
      ? await sql`insert into volunteer_settings (tenant_id, project_id, settings) values (${tenantId}, ${projectId}, ${text}::jsonb) on conflict do nothing returning version`.execute(
          tx,
        )
      : await sql`update volunteer_settings set settings = ${text}::jsonb, version = version + 1
          where tenant_id = ${tenantId} and project_id = ${projectId} and version = ${version} returning version`.execute(tx)
  return rows.length === 1
}
