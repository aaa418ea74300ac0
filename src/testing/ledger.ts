import { v7 } from 'uuid'
import { daySchema } from '../kernel/day.ts'
import {
  attendanceIdSchema,
  householdIdSchema,
  personIdSchema,
  serviceIdSchema,
  type AttendanceId,
  type DivisionCode,
  type HouseholdId,
  type PersonId,
  type ProjectId,
  type ServiceId,
} from '../kernel/ids.ts'
import { kindWords, type Kind, type PartPlayed, type Status } from '../features/ledger/kind-schema.ts'
import type { Tx } from '../server/db.ts'

/** A person of the tests; whoever has no community is of no fixed home. */
export type TestPerson = {
  id: PersonId
  name: string
  communityCode: DivisionCode | null
  householdId: HouseholdId | null
  labels: readonly string[]
}

export type TestAttendance = {
  id: AttendanceId
  person: TestPerson | null
  /** Whose file it was recorded on, when that file has been merged into the person's since. */
  recorded: TestPerson | null
  part: PartPlayed
  repeats: boolean
  householdId: HouseholdId | null
  minutes: number | null
  minutesClaimed: number | null
}

export type TestService = {
  id: ServiceId
  kind: Kind
  status: Status
  themes: readonly string[]
  communityCode: DivisionCode | null
  day: string | null
  repeats: boolean
  minutes: number | null
  quantity: number | null
  unnamedCount: number
  attended: readonly TestAttendance[]
}

export const testPerson = (name: string, more: Partial<TestPerson> = {}): TestPerson => ({
  id: personIdSchema.parse(v7()),
  name,
  communityCode: null,
  householdId: null,
  labels: [],
  ...more,
})

export const testAttendance = (person: TestPerson | null, more: Partial<TestAttendance> = {}): TestAttendance => ({
  id: attendanceIdSchema.parse(v7()),
  person,
  recorded: null,
  part: 'beneficiary',
  repeats: false,
  householdId: null,
  minutes: null,
  minutesClaimed: null,
  ...more,
})

/** A service held on a day, unless said otherwise. */
export const testService = (kind: Kind, day: string | null, more: Partial<TestService> = {}): TestService => ({
  id: serviceIdSchema.parse(v7()),
  kind,
  status: 'held',
  themes: [],
  communityCode: null,
  day,
  repeats: false,
  minutes: null,
  quantity: null,
  unnamedCount: 0,
  attended: [],
  ...more,
})

export async function addHousehold(tx: Tx, tenantId: number, communityCode: DivisionCode, number: string): Promise<HouseholdId> {
  const id = householdIdSchema.parse(v7())
  await tx
    .insertInto('household')
    .values({ tenant_id: tenantId, id, community_code: communityCode, number, head_name: `户主${number}` })
    .execute()
  return id
}

export async function addPersons(tx: Tx, tenantId: number, persons: readonly TestPerson[]): Promise<void> {
  if (persons.length === 0) return
  await tx
    .insertInto('person')
    .values(
      persons.map((person) => ({
        tenant_id: tenantId,
        id: person.id,
        name: person.name,
        pinyin: person.name,
        community_code: person.communityCode,
        household_id: person.householdId,
      })),
    )
    .execute()
  const labels = persons.flatMap((person) =>
    person.labels.map((code) => ({ tenant_id: tenantId, id: v7(), person_id: person.id, code, source: '测试' })),
  )
  if (labels.length > 0) await tx.insertInto('hardship_label').values(labels).execute()
}

/** Puts persons on a project's register, each where they live. */
export async function register(
  tx: Tx,
  tenantId: number,
  projectId: ProjectId,
  part: 'elder' | 'carer' | 'volunteer',
  persons: readonly TestPerson[],
): Promise<void> {
  if (persons.length === 0) return
  await tx
    .insertInto('registration')
    .values(
      persons.map((person) => ({
        tenant_id: tenantId,
        id: v7(),
        project_id: projectId,
        person_id: person.id,
        recorded_person_id: person.id,
        part,
        community_code: person.communityCode,
      })),
    )
    .execute()
}

export async function addServices(tx: Tx, tenantId: number, projectId: ProjectId, services: readonly TestService[]): Promise<void> {
  if (services.length === 0) return
  await tx
    .insertInto('service')
    .values(
      services.map((service) => ({
        tenant_id: tenantId,
        id: service.id,
        project_id: projectId,
        line: kindWords[service.kind].line,
        kind: service.kind,
        status: service.status,
        themes: [...service.themes],
        community_code: service.communityCode,
        day: service.day === null ? null : daySchema.parse(service.day),
        repeats: service.repeats,
        minutes: service.minutes,
        quantity: service.quantity,
        unnamed_count: service.unnamedCount,
      })),
    )
    .execute()
  const attendances = services.flatMap((service) =>
    service.attended.map((attended) => ({
      tenant_id: tenantId,
      id: attended.id,
      service_id: service.id,
      person_id: attended.person?.id ?? null,
      recorded_person_id: attended.person === null ? null : (attended.recorded ?? attended.person).id,
      part: attended.part,
      certainty: attended.person === null ? ('unresolved' as const) : ('name' as const),
      written_name: attended.person?.name ?? '无名氏',
      household_id: attended.householdId,
      minutes: attended.minutes,
      minutes_claimed: attended.minutesClaimed,
      repeats: attended.repeats,
    })),
  )
  if (attendances.length > 0) await tx.insertInto('attendance').values(attendances).execute()
}
