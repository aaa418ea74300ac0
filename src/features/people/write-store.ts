import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Day } from '../../kernel/day.ts'
import { birthOf } from '../../kernel/identity-number.ts'
import { householdIdSchema, type DivisionCode, type HouseholdId, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { boundTo } from './detail-store.ts'
import { indexNames, nameColumns } from './name-index-store.ts'
import type { CheckedNumber } from './person-rules.ts'
import { readPhones, tailOf } from './phone-rules.ts'
import type { Part, PersonDetail, PersonInput } from './schema.ts'

/** A person as it is written; a telephone that is left out stays as it is. */
type WrittenPerson = Omit<PersonInput, 'phone' | 'otherPhone'> & Partial<{ [K in 'phone' | 'otherPhone']: string | null | undefined }>

const columnsOf = (input: WrittenPerson, householdId: HouseholdId | null) => ({
  ...nameColumns(input.name),
  sex: input.sex,
  birth_date: input.birthDate,
  birthday_calendar: input.birthday.calendar,
  lunar_month: input.birthday.month,
  lunar_day: input.birthday.day,
  lunar_leap: input.birthday.leap,
  ethnicity: input.ethnicity,
  ...(input.phone === undefined ? {} : { phone: input.phone, phone_tail: phoneTailOf(input.phone) }),
  ...(input.otherPhone === undefined ? {} : { other_phone: input.otherPhone }),
  address: input.address,
  living_with: input.livingWith,
  community_code: input.communityCode,
  household_id: householdId,
  note: input.note,
})

const phoneTailOf = (phone: string | null): string | null => {
  const read = readPhones(phone ?? undefined).phone
  return read === undefined ? null : tailOf(read)
}

/** The columns of an identity number: sealed for its row, with a keyed hash for equality when it is usable. */
const numberColumns = (sealer: Sealer, tenantId: TenantId, id: PersonId, checked: CheckedNumber) => ({
  id_number_sealed: checked.number === null ? null : sealer.seal(checked.number, boundTo(tenantId, id, 'idNumber')),
  id_number_index: checked.usable && checked.number !== null ? sealer.index(checked.number, tenantId) : null,
  id_number_state: checked.state,
  id_number_tail: checked.number === null ? null : checked.number.slice(-4),
})

/** The household of this number in a community, made when there is none. */
async function householdOf(
  tx: Tx,
  tenantId: TenantId,
  communityCode: DivisionCode | null,
  number: string | null,
  headName: string,
): Promise<HouseholdId | null> {
  if (communityCode === null || number === null || number === '') return null
  const found = await tx
    .selectFrom('household')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('community_code', '=', communityCode)
    .where('number', '=', number)
    .executeTakeFirst()
  if (found !== undefined) return found.id
  const id = householdIdSchema.parse(v7())
  await tx.insertInto('household').values({ tenant_id: tenantId, id, number, community_code: communityCode, head_name: headName }).execute()
  return id
}

export async function addPerson(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  id: PersonId,
  input: PersonInput,
  number: CheckedNumber,
): Promise<void> {
  const household = await householdOf(tx, tenantId, input.communityCode, input.householdNumber, input.name)
  await tx
    .insertInto('person')
    .values({
      tenant_id: tenantId,
      id,
      ...columnsOf(input, household),
      ...numberColumns(sealer, tenantId, id, number),
      birth_date_from: input.birthDate === null ? null : 'stated',
    })
    .execute()
  await indexNames(tx, tenantId, [{ id, name: input.name }])
}

/** Puts a person on a project's register in a part. */
export async function register(
  tx: Tx,
  tenantId: TenantId,
  of: { personId: PersonId; projectId: ProjectId; part: Part; communityCode: DivisionCode | null; on: Day },
): Promise<void> {
  await tx
    .insertInto('person_part')
    .values({ tenant_id: tenantId, id: v7(), person_id: of.personId, part: of.part, since: of.on })
    .execute()
  await tx
    .insertInto('registration')
    .values({
      tenant_id: tenantId,
      id: v7(),
      project_id: of.projectId,
      person_id: of.personId,
      recorded_person_id: of.personId,
      part: of.part,
      community_code: of.communityCode,
      registered_on: of.on,
    })
    .execute()
}

/** Whether the file was at this version. */
export async function changePerson(tx: Tx, tenantId: TenantId, id: PersonId, version: number, input: WrittenPerson): Promise<boolean> {
  const household = await householdOf(tx, tenantId, input.communityCode, input.householdNumber, input.name)
  const changed = await set(tx, tenantId, id, version, columnsOf(input, household))
  if (changed) await indexNames(tx, tenantId, [{ id, name: input.name }])
  return changed
}

export async function setNumber(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  id: PersonId,
  version: number,
  number: CheckedNumber,
  birthDate: Day | null,
): Promise<boolean> {
  const birth = number.usable && number.number !== null ? birthOf(number.number) : undefined
  return set(tx, tenantId, id, version, {
    ...numberColumns(sealer, tenantId, id, number),
    ...(birth === undefined ? { birth_date: birthDate } : { birth_date: birth, birth_date_from: 'number' as const }),
  })
}

export const setDeath = (tx: Tx, tenantId: TenantId, id: PersonId, version: number, deceasedOn: Day | null): Promise<boolean> =>
  set(tx, tenantId, id, version, { deceased_on: deceasedOn })

type PersonColumns = Partial<
  ReturnType<typeof columnsOf> & ReturnType<typeof numberColumns> & { deceased_on: Day | null; birth_date_from: 'number' | 'stated' | null }
>

async function set(tx: Tx, tenantId: TenantId, id: PersonId, version: number, columns: PersonColumns): Promise<boolean> {
  const changed = await tx
    .updateTable('person')
    .set({ ...columns, version: version + 1, updated_at: sql`now()` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

type Label = PersonDetail['labelHistory'][number]

export async function saveLabel(tx: Tx, tenantId: TenantId, personId: PersonId, label: Label): Promise<void> {
  const columns = {
    code: label.code,
    grade: label.grade,
    category: label.category,
    basis: label.basis,
    source: label.source,
    started_on: label.startedOn,
    review_on: label.reviewOn,
    ended_on: label.endedOn,
    end_reason: label.endReason,
  }
  await tx
    .insertInto('hardship_label')
    .values({ tenant_id: tenantId, id: label.id, person_id: personId, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(columns).where('hardship_label.person_id', '=', personId))
    .execute()
}

export async function saveContact(
  tx: Tx,
  tenantId: TenantId,
  personId: PersonId,
  contact: { id: string; name: string; relation: string | null; phone?: string | null | undefined },
): Promise<void> {
  const { id, phone, ...written } = contact
  const columns = phone === undefined ? written : { ...written, phone }
  await tx
    .insertInto('contact')
    .values({ tenant_id: tenantId, id, person_id: personId, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(columns).where('contact.person_id', '=', personId))
    .execute()
}

/** Whether there was such a contact of this person. */
export async function removeContact(tx: Tx, tenantId: TenantId, personId: PersonId, id: string): Promise<boolean> {
  const removed = await tx
    .deleteFrom('contact')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return removed.numDeletedRows === 1n
}

/** Whether there is such a project in this tenant, in whose register a person can be put. */
export async function isProject(tx: Tx, tenantId: TenantId, id: ProjectId): Promise<boolean> {
  return (
    (await tx.selectFrom('project').select('id').where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()) !== undefined
  )
}
