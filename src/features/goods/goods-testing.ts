import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import {
  organisationIdSchema,
  personIdSchema,
  serviceIdSchema,
  type DivisionCode,
  type OrganisationId,
  type PersonId,
  type ProjectId,
  type ServiceId,
} from '../../kernel/ids.ts'
import type { Caller } from '../../testing/house.ts'
import { addOrganisation } from '../organisations/schema.ts'
import { addPerson } from '../people/schema.ts'
import { receiveLot } from './lot-schema.ts'
import { addRecipients, planRound } from './round-schema.ts'

type At = { projectId: ProjectId; communityCode: DivisionCode }

/** An elder of a household. */
export async function addElderOf(caller: Caller, at: At, name: string, householdNumber: string | null): Promise<PersonId> {
  const id = personIdSchema.parse(v7())
  await caller.ask(addPerson, {
    id,
    ...at,
    name,
    part: 'elder',
    sex: 'female',
    birthDate: null,
    birthday: { calendar: 'solar', month: null, day: null, leap: false },
    ethnicity: null,
    phone: null,
    otherPhone: null,
    address: null,
    livingWith: null,
    householdNumber,
    note: null,
    idNumber: null,
    isNobodyElse: true,
  })
  return id
}

export async function addFirm(manager: Caller, name: string): Promise<OrganisationId> {
  const id = organisationIdSchema.parse(v7())
  await manager.ask(addOrganisation, { id, name, party: 'charity', kind: '企业', creditCode: null, phone: null, divisionCode: null })
  return id
}

export const riceOf = (projectId: ProjectId, donorId: OrganisationId, quantity: number) => ({
  id: serviceIdSchema.parse(v7()),
  projectId,
  communityCode: null,
  receivedOn: daySchema.parse('2024-10-08'),
  quantity,
  unit: '袋',
  place: '库房',
  donorKind: 'organisation' as const,
  donorId,
  donorName: null,
  mayBeNamed: true,
  item: '大米',
  category: 'food' as const,
  spec: '5kg/袋',
  batchCode: null,
  unitPriceFen: 3500,
  valuedBy: 'invoice' as const,
  valueNote: '发票',
  condition: 'new' as const,
  expiresOn: daySchema.parse('2025-09-30'),
  checkedBy: '孙博',
  restrictedTo: null,
  receiptKind: 'letter' as const,
  receiptNumber: null,
  lowAt: 5,
  receivedBy: '孙博',
})

/** Rice received, and its lot. */
export async function receiveRice(manager: Caller, projectId: ProjectId, donorId: OrganisationId, quantity: number): Promise<ServiceId> {
  const lot = riceOf(projectId, donorId, quantity)
  await manager.ask(receiveLot, lot)
  return lot.id
}

/** A list for these people, one share for each household. */
export async function listFor(caller: Caller, at: At, lotId: ServiceId, people: readonly PersonId[]): Promise<string> {
  const id = v7()
  await caller.ask(planRound, {
    id,
    lotId,
    communityCode: at.communityCode,
    title: '重阳节慰问',
    day: daySchema.parse('2024-10-11'),
    place: '库房',
    each: 1,
    fitsUse: false,
  })
  if (people.length > 0) await caller.ask(addRecipients, { roundId: id, people: people.map((personId) => ({ id: v7(), personId })) })
  return id
}

/** A share as it is asked to be handed out. */
export const share = (key: string, takenBy: { name: string; relation: string } | null = null) => ({
  key,
  serviceId: serviceIdSchema.parse(v7()),
  quantity: 1,
  takenBy,
  receipt: 'paper' as const,
})
