import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import {
  attendanceIdSchema,
  organisationIdSchema,
  personIdSchema,
  serviceIdSchema,
  type AttendanceId,
  type DivisionCode,
  type OrganisationId,
  type PersonId,
  type ProjectId,
  type ServiceId,
} from '../../kernel/ids.ts'
import type { Caller } from '../../testing/house.ts'
import { addOrganisation } from '../organisations/schema.ts'
import { addPerson } from '../people/schema.ts'
import { beginClinic, openClinic, planClinic, signIn } from './day-schema.ts'
import type { PartValues } from './part-schema.ts'
import { saveReading } from './schema.ts'

/** An elder of a community. */
export async function addElder(
  caller: Caller,
  at: { projectId: ProjectId; communityCode: DivisionCode },
  name: string,
  more: { sex?: 'male' | 'female'; birthDate?: string; phone?: string } = {},
): Promise<PersonId> {
  const id = personIdSchema.parse(v7())
  await caller.ask(addPerson, {
    id,
    ...at,
    name,
    part: 'elder',
    sex: more.sex ?? 'female',
    birthDate: more.birthDate === undefined ? null : daySchema.parse(more.birthDate),
    birthday: { calendar: 'solar', month: null, day: null, leap: false },
    ethnicity: null,
    phone: more.phone ?? null,
    otherPhone: null,
    address: null,
    livingWith: null,
    householdNumber: null,
    note: null,
    idNumber: null,
    isNobodyElse: true,
  })
  return id
}

/** A medical institution. */
export async function addHospital(manager: Caller, name: string): Promise<OrganisationId> {
  const id = organisationIdSchema.parse(v7())
  await manager.ask(addOrganisation, { id, name, party: 'charity', kind: '医院', creditCode: null, phone: null, divisionCode: null })
  return id
}

export const planOf = (at: { projectId: ProjectId; communityCode: DivisionCode }, hostId: OrganisationId) => ({
  id: serviceIdSchema.parse(v7()),
  ...at,
  title: '秋季义诊',
  day: daySchema.parse('2024-11-05'),
  startsAt: '09:00',
  minutes: 120,
  place: '社区活动室',
  worker: '周主任',
  hostId,
  staff: '李医生、刘药师',
  stations: [
    { name: '血压', parts: ['pressure' as const, 'symptoms' as const], staff: null },
    { name: '血糖', parts: ['glucose' as const], staff: '王护士' },
  ],
})

/** A clinic day that has begun. */
export async function begunClinic(
  caller: Caller,
  at: { projectId: ProjectId; communityCode: DivisionCode },
  hostId: OrganisationId,
): Promise<ServiceId> {
  const plan = planOf(at, hostId)
  await caller.ask(planClinic, plan)
  const { version } = await caller.ask(openClinic, { id: plan.id })
  await caller.ask(beginClinic, { id: plan.id, version })
  return plan.id
}

export async function signedIn(caller: Caller, serviceId: ServiceId, personId: PersonId): Promise<AttendanceId> {
  const { id } = await caller.ask(signIn, { id: attendanceIdSchema.parse(v7()), serviceId, personId })
  return id
}

export const measure = (caller: Caller, attendanceId: AttendanceId, values: PartValues, more: object = {}) =>
  caller.ask(saveReading, { attendanceId, values, version: 0, ...more })

export const pressure = (systolic: number, diastolic: number, ...more: [number, number][]): PartValues => ({
  part: 'pressure',
  pressures: [[systolic, diastolic] as const, ...more].map(([upper, lower]) => ({ systolic: upper, diastolic: lower })),
  pulse: 76,
})
export const glucose = (value: number, unit: 'mmol/L' | 'mg/dL' = 'mmol/L'): PartValues => ({
  part: 'glucose',
  value,
  unit,
  context: 'fasting',
})
