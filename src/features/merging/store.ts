import { sql } from 'kysely'
import { z } from 'zod'
import { personIdSchema, type AccountId, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { withinReach } from '../people/store.ts'
import type { Side } from './merge-rules.ts'

/** Tables that say whom a record counts for, beside whom it was recorded for. */
const counted: readonly { table: string; column: string }[] = [
  { table: 'registration', column: 'person_id' },
  { table: 'attendance', column: 'person_id' },
  { table: 'assessment', column: 'person_id' },
  { table: 'need', column: 'person_id' },
  { table: 'case_file', column: 'person_id' },
  { table: 'referral', column: 'person_id' },
  { table: 'group_member', column: 'person_id' },
  { table: 'volunteer', column: 'person_id' },
  { table: 'volunteer_merit', column: 'person_id' },
  { table: 'volunteer_task', column: 'person_id' },
  { table: 'volunteer_query', column: 'person_id' },
  { table: 'volunteer_sheet', column: 'person_id' },
  { table: 'time_account', column: 'person_id' },
  { table: 'health_target', column: 'person_id' },
  { table: 'carer_relation', column: 'carer_id' },
  { table: 'risk_tier', column: 'person_id' },
  { table: 'visit_charge', column: 'person_id' },
  { table: 'visit_person', column: 'person_id' },
  { table: 'visit_problem', column: 'person_id' },
  { table: 'visit_escalation', column: 'person_id' },
  { table: 'evidence_consent', column: 'person_id' },
  { table: 'sign_up', column: 'person_id' },
  { table: 'goods_recipient', column: 'person_id' },
  { table: 'wish', column: 'person_id' },
  { table: 'linkage_need', column: 'person_id' },
  { table: 'craft_payment', column: 'person_id' },
]

const sideSchema = z.object({
  id: personIdSchema,
  name: z.string(),
  sex: z.string(),
  birth_date: z.string().nullable(),
  phone: z.string().nullable(),
  number: z.string().nullable(),
  merged_into: z.string().nullable(),
  deceased_on: z.string().nullable(),
})

export async function findSide(tx: Tx, tenantId: TenantId, id: PersonId): Promise<(Side & { id: PersonId }) | undefined> {
  const { rows } =
    await sql`select id, name, sex, birth_date, phone, encode(id_number_index, 'hex') as number, merged_into, deceased_on from person where tenant_id = ${tenantId} and id = ${id}`.execute(
      tx,
    )
  if (rows[0] === undefined) return undefined
  const row = sideSchema.parse(rows[0])
  return {
    id: row.id,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date,
    phone: row.phone,
    number: row.number,
    mergedInto: row.merged_into,
    deceasedOn: row.deceased_on,
  }
}

/** Whether both are within the reach. */
export async function areWithin(tx: Tx, tenantId: TenantId, ids: readonly PersonId[], reach: Reach): Promise<boolean> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from person p where p.tenant_id = ${tenantId} and p.id = any(${ids}::uuid[]) and ${withinReach(tenantId, reach)}`.execute(
    tx,
  )
  return rows[0]?.n === ids.length
}

export type LikelyPair = { first: PersonId; second: PersonId }

/**
 * Pairs that may be one person: the same usable number; the same name with the same birthday or telephone and not two
 * numbers; the same birthday and telephone. Pairs that somebody declared to be two people are left out.
 */
export async function listLikelyPairs(
  tx: Tx,
  tenantId: TenantId,
  reach: Reach,
  filter: { projectId: ProjectId | undefined; personId: PersonId | undefined; offset: number; limit: number },
): Promise<{ pairs: LikelyPair[]; total: number }> {
  const one = filter.personId === undefined ? sql`true` : sql`(p.id = ${filter.personId} or o.id = ${filter.personId})`
  const inProject =
    filter.projectId === undefined
      ? sql`true`
      : sql`exists (select 1 from registration g where g.tenant_id = ${tenantId} and g.person_id = p.id and g.project_id = ${filter.projectId})`
  const { rows } = await sql<{ first: PersonId; second: PersonId; total: number }>`
    with pair as (
      select p.id as a, o.id as b from person p join person o on o.tenant_id = p.tenant_id and o.id_number_index = p.id_number_index and o.id > p.id
        where p.tenant_id = ${tenantId} and p.merged_into is null and o.merged_into is null and p.id_number_index is not null
      union
      select p.id, o.id from person p join person o on o.tenant_id = p.tenant_id and o.name = p.name and o.id > p.id
        where p.tenant_id = ${tenantId} and p.merged_into is null and o.merged_into is null and (o.birth_date = p.birth_date or o.phone = p.phone)
          and (p.id_number_index is null or o.id_number_index is null)
      union
      select p.id, o.id from person p join person o on o.tenant_id = p.tenant_id and o.phone = p.phone and o.birth_date = p.birth_date and o.id > p.id
        where p.tenant_id = ${tenantId} and p.merged_into is null and o.merged_into is null and (p.id_number_index is null or o.id_number_index is null) and o.sex = p.sex and (o.pinyin = p.pinyin or (
            char_length(o.name) = char_length(p.name)
            and (select count(*) from generate_series(1, char_length(p.name)) i where substr(p.name, i, 1) <> substr(o.name, i, 1)) = 1))
    )
    select pair.a as first, pair.b as second, count(*) over ()::int as total
    from pair join person p on p.tenant_id = ${tenantId} and p.id = pair.a join person o on o.tenant_id = ${tenantId} and o.id = pair.b
    where ${withinReach(tenantId, reach)} and ${one} and ${inProject}
      and not exists (select 1 from person_distinct d where d.tenant_id = ${tenantId} and d.first_id = least(pair.a, pair.b) and d.second_id = greatest(pair.a, pair.b))
    order by p.pinyin, pair.a, pair.b offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  return { pairs: rows.map(({ first, second }) => ({ first, second })), total: rows[0]?.total ?? 0 }
}

/** How much hangs on a person: attendances that count, and lines of registers; with the household's number. */
export async function countRecords(
  tx: Tx,
  tenantId: TenantId,
  id: PersonId,
): Promise<{ services: number; registrations: number; householdNumber: string | null }> {
  const { rows } = await sql<{ services: number; registrations: number; householdNumber: string | null }>`select
    (select count(*)::int from attendance where tenant_id = ${tenantId} and person_id = ${id} and not repeats) as services,
    (select count(*)::int from registration where tenant_id = ${tenantId} and person_id = ${id}) as registrations,
    (select h.number from household h join person p on p.tenant_id = h.tenant_id and p.household_id = h.id where h.tenant_id = ${tenantId} and p.id = ${id}) as "householdNumber"`.execute(
    tx,
  )
  return rows[0] ?? { services: 0, registrations: 0, householdNumber: null }
}

export async function addMerge(
  tx: Tx,
  tenantId: TenantId,
  merge: { id: string; keptId: PersonId; mergedId: PersonId; reason: string; by: AccountId },
): Promise<void> {
  await sql`insert into person_merge (tenant_id, id, kept_id, merged_id, reason, merged_by)
    values (${tenantId}, ${merge.id}, ${merge.keptId}, ${merge.mergedId}, ${merge.reason}, ${merge.by})`.execute(tx)
  await tx
    .updateTable('person')
    .set({ merged_into: merge.keptId })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', merge.mergedId)
    .execute()
  await recount(tx, tenantId, merge.mergedId)
}

export async function findMerge(
  tx: Tx,
  tenantId: TenantId,
  id: string,
): Promise<{ keptId: PersonId; mergedId: PersonId; isUndone: boolean } | undefined> {
  const row = await tx
    .selectFrom('person_merge')
    .select(['kept_id', 'merged_id', 'undone_at'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { keptId: row.kept_id, mergedId: row.merged_id, isUndone: row.undone_at !== null }
}

export async function endMerge(tx: Tx, tenantId: TenantId, id: string, mergedId: PersonId, by: AccountId): Promise<void> {
  await sql`update person_merge set undone_by = ${by}, undone_at = now() where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
  await tx.updateTable('person').set({ merged_into: null }).where('tenant_id', '=', tenantId).where('id', '=', mergedId).execute()
  await recount(tx, tenantId, mergedId)
}

/**
 * Sets whom the records of a person, and of those merged into that person, count for: follows merges to their end.
 * Where that puts one person twice at one service, the later row is kept and not counted.
 */
async function recount(tx: Tx, tenantId: TenantId, id: PersonId): Promise<void> {
  const family = sql`with recursive family as (
      select ${id}::uuid as id union select p.id from person p join family f on p.merged_into = f.id where p.tenant_id = ${tenantId}
    ), canonical as (
      select id as recorded, id as current from family
      union all
      select c.recorded, p.merged_into from canonical c join person p on p.tenant_id = ${tenantId} and p.id = c.current where p.merged_into is not null
    ), target as (
      select recorded, current from canonical c where not exists (select 1 from person p where p.tenant_id = ${tenantId} and p.id = c.current and p.merged_into is not null)
    )`
  // Rows stop counting before they change hands, so that nobody is counted twice at a service on the way.
  await sql`${family} update attendance a set repeats = true from target t where a.tenant_id = ${tenantId} and a.recorded_person_id = t.recorded`.execute(
    tx,
  )
  for (const { table, column } of counted)
    await sql`${family} update ${sql.table(table)} r set ${sql.ref(column)} = t.current from target t where r.tenant_id = ${tenantId} and r.recorded_person_id = t.recorded`.execute(
      tx,
    )
  // Also the rows of whoever gave some back: one that did not count beside them counts again.
  const touched = sql`a.tenant_id = ${tenantId} and a.person_id is not null and a.service_id in (
      select m.service_id from attendance m join target t on m.recorded_person_id = t.recorded where m.tenant_id = ${tenantId})`
  await sql`${family} update attendance a set repeats = true where ${touched} and not a.repeats`.execute(tx)
  await sql`${family} update attendance a set repeats = false
    from (select a.id, row_number() over (partition by a.service_id, a.person_id, a.part order by a.id) as n from attendance a where ${touched}) n
    where a.tenant_id = ${tenantId} and a.id = n.id and n.n = 1`.execute(tx)
}

export async function setDistinct(
  tx: Tx,
  tenantId: TenantId,
  a: PersonId,
  b: PersonId,
  distinct: boolean,
  reason: string,
  by: AccountId,
): Promise<void> {
  const [first, second] = a < b ? [a, b] : [b, a]
  await tx
    .deleteFrom('person_distinct')
    .where('tenant_id', '=', tenantId)
    .where('first_id', '=', first)
    .where('second_id', '=', second)
    .execute()
  if (distinct)
    await tx
      .insertInto('person_distinct')
      .values({ tenant_id: tenantId, first_id: first, second_id: second, reason, decided_by: by })
      .execute()
}
