import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { ageOn, daySchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, personIdSchema, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { hardshipCodeSchema } from './hardship-schema.ts'
import { listPeople as listPeopleEndpoint, partSchema, sexSchema, type PersonRow } from './schema.ts'
import { searchOf } from './search-rules.ts'

export type PersonFilter = z.output<typeof listPeopleEndpoint.input>

const rowSchema = z.object({
  id: personIdSchema,
  name: z.string(),
  sex: sexSchema,
  birth_date: daySchema.nullable(),
  community_code: divisionCodeSchema.nullable(),
  community_name: z.string().nullable(),
  phone: z.string().nullable(),
  deceased_on: daySchema.nullable(),
  labels: z.array(hardshipCodeSchema),
  parts: z.array(partSchema),
})

const rowColumns = sql`p.id, p.name, p.sex, p.birth_date, p.community_code, p.phone, p.deceased_on,
  (select d.name from division d where d.tenant_id = p.tenant_id and d.code = p.community_code) as community_name,
  array(select h.code from hardship_label h where h.tenant_id = p.tenant_id and h.person_id = p.id and h.ended_on is null order by h.code) as labels,
  array(select distinct q.part from person_part q where q.tenant_id = p.tenant_id and q.person_id = p.id and q.until is null order by q.part) as parts`

const toRow = (read: z.infer<typeof rowSchema>, today: Day): PersonRow => ({
  id: read.id,
  name: read.name,
  sex: read.sex,
  birthDate: read.birth_date,
  age: read.birth_date === null ? null : ageOn(read.birth_date, read.deceased_on ?? today),
  communityCode: read.community_code,
  communityName: read.community_name,
  phone: read.phone,
  labels: read.labels,
  parts: read.parts,
  deceasedOn: read.deceased_on,
})

/**
 * Whether a person `p` is within a reach: registered in one of its places, or living in one of the communities that
 * its projects serve.
 */
export function withinReach(tenantId: TenantId, reach: Reach): RawBuilder<unknown> {
  if (reach.whole) return sql`true`
  const projects = reach.places.filter((place) => place.communityCode === undefined).map((place) => place.projectId)
  const pairs = reach.places.flatMap((place) => (place.communityCode === undefined ? [] : [`${place.projectId}/${place.communityCode}`]))
  const within = (table: string) => sql`${sql.ref(`${table}.project_id`)} = any(${projects}::uuid[])
    ${pairs.length === 0 ? sql`` : sql`or ${sql.ref(`${table}.project_id`)} || '/' || ${sql.ref(`${table}.community_code`)} = any(${pairs}::text[])`}`
  return sql`(
    p.community_code in (select c.community_code from project_community c where c.tenant_id = ${tenantId} and (${within('c')}))
    or exists (select 1 from registration r where r.tenant_id = ${tenantId} and r.person_id = p.id and (${within('r')}))
  )`
}

/** The condition that a name answers to what was typed. */
function named(tenantId: TenantId, typed: string): RawBuilder<unknown> {
  const search = searchOf(typed)
  return search === undefined
    ? sql`false`
    : sql`p.id in (select t.person_id from person_term t where t.tenant_id = ${tenantId} and t.term >= ${search.from} and t.term < ${search.to})`
}

/** The best few for what was typed: those whose name begins with it first. */
export async function findPeople(
  tx: Tx,
  tenantId: TenantId,
  typed: string,
  reach: Reach,
  limit: number,
  today: Day,
  projectId?: ProjectId,
): Promise<PersonRow[]> {
  const inProject =
    projectId === undefined
      ? sql`true`
      : sql`exists (select 1 from registration g where g.tenant_id = ${tenantId} and g.person_id = p.id and g.project_id = ${projectId})`
  const found = await sql`
    select ${rowColumns} from person p
    where p.tenant_id = ${tenantId} and p.merged_into is null and ${named(tenantId, typed)} and ${withinReach(tenantId, reach)} and ${inProject}
    order by starts_with(p.name, ${typed}) desc, p.pinyin, p.id limit ${limit}`.execute(tx)
  return z
    .array(rowSchema)
    .parse(found.rows)
    .map((row) => toRow(row, today))
}

/** People by community and name, with how many there are in all. */
export async function listPeople(
  tx: Tx,
  tenantId: TenantId,
  filter: PersonFilter,
  reach: Reach,
  today: Day,
): Promise<{ rows: PersonRow[]; total: number }> {
  const born = (age: number): string => `${Number(today.slice(0, 4)) - age}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`
  const conditions = [
    sql`p.tenant_id = ${tenantId} and p.merged_into is null`,
    withinReach(tenantId, reach),
    ...(filter.search === undefined || filter.search === '' ? [] : [named(tenantId, filter.search)]),
    ...(filter.communityCode === undefined ? [] : [sql`p.community_code = ${filter.communityCode}`]),
    ...(filter.numberState === undefined ? [] : [sql`p.id_number_state = ${filter.numberState}`]),
    ...(filter.ageFrom === undefined ? [] : [sql`p.birth_date <= ${born(filter.ageFrom)}::date`]),
    ...(filter.ageTo === undefined ? [] : [sql`p.birth_date > ${born(filter.ageTo + 1)}::date`]),
    ...(filter.label === undefined
      ? []
      : [
          sql`exists (select 1 from hardship_label h where h.tenant_id = ${tenantId} and h.person_id = p.id and h.code = ${filter.label} and h.ended_on is null)`,
        ]),
    ...(filter.part === undefined
      ? []
      : [
          sql`exists (select 1 from person_part q where q.tenant_id = ${tenantId} and q.person_id = p.id and q.part = ${filter.part} and q.until is null)`,
        ]),
    ...(filter.projectId === undefined
      ? []
      : [
          sql`exists (select 1 from registration g where g.tenant_id = ${tenantId} and g.person_id = p.id and g.project_id = ${filter.projectId})`,
        ]),
  ]
  const where = sql.join(conditions, sql` and `)
  const found =
    await sql`select ${rowColumns} from person p where ${where} order by p.community_code, p.pinyin, p.id offset ${filter.offset} limit ${filter.limit}`.execute(
      tx,
    )
  const counted = await sql<{ total: number }>`select count(*)::int as total from person p where ${where}`.execute(tx)
  return {
    rows: z
      .array(rowSchema)
      .parse(found.rows)
      .map((row) => toRow(row, today)),
    total: counted.rows[0]?.total ?? 0,
  }
}

/** These people as list rows. */
export async function listRows(tx: Tx, tenantId: TenantId, ids: readonly PersonId[], today: Day): Promise<PersonRow[]> {
  const found = await sql`select ${rowColumns} from person p where p.tenant_id = ${tenantId} and p.id = any(${ids}::uuid[])`.execute(tx)
  return z
    .array(rowSchema)
    .parse(found.rows)
    .map((row) => toRow(row, today))
}

export type FileState = { id: PersonId; version: number; deceasedOn: Day | null; mergedInto: PersonId | null; isWithin: boolean }

/** A file's state, and whether it is within the reach. Undefined: there is no such person in this tenant. */
export async function findFile(tx: Tx, tenantId: TenantId, id: PersonId, reach: Reach): Promise<FileState | undefined> {
  const found = await sql<{ version: number; deceased_on: Day | null; merged_into: PersonId | null; is_within: boolean }>`
    select p.version, p.deceased_on, p.merged_into, ${withinReach(tenantId, reach)} as is_within from person p where p.tenant_id = ${tenantId} and p.id = ${id}`.execute(
    tx,
  )
  const row = found.rows[0]
  return row === undefined
    ? undefined
    : { id, version: row.version, deceasedOn: row.deceased_on, mergedInto: row.merged_into, isWithin: row.is_within }
}

export type LikelyPerson = { id: PersonId; name: string; communityName: string | null; sameNumber: boolean }

/** Who may be the same person: the same number, or the same name with the same birthday or telephone. */
export async function listLikely(
  tx: Tx,
  tenantId: TenantId,
  of: { id: PersonId; name: string; birthDate: Day | null; phone: string | null; numberIndex: Buffer | null },
): Promise<LikelyPerson[]> {
  const found = await sql<LikelyPerson>`
    select p.id, p.name, coalesce(p.id_number_index = ${of.numberIndex}::bytea, false) as "sameNumber",
      (select d.name from division d where d.tenant_id = p.tenant_id and d.code = p.community_code) as "communityName"
    from person p where p.tenant_id = ${tenantId} and p.id <> ${of.id} and p.merged_into is null
      and (p.id_number_index = ${of.numberIndex}::bytea
        or (p.name = ${of.name} and (p.birth_date = ${of.birthDate}::date or p.phone = ${of.phone})))
    order by 3 desc, p.id limit 10`.execute(tx)
  return found.rows
}
