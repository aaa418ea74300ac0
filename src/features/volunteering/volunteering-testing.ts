import { v7 } from 'uuid'
import { personIdSchema, type DivisionCode, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import { testPerson, addPersons, register, type TestPerson } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import type { Caller, TestHouse } from '../../testing/house.ts'
import { tieAccount } from './account-store.ts'
import { volunteerIdSchema, type VolunteerFile, type VolunteerId } from './register-schema.ts'
import { addVolunteer } from './register-store.ts'

/** A volunteer's file in which nothing is written yet. */
export const blankFile: VolunteerFile = {
  number: null,
  skills: null,
  areas: null,
  availability: null,
  serviceKinds: null,
  familyNumber: null,
  joinedOn: null,
  vettedOn: null,
  vettedUntil: null,
  vettedBy: null,
  insuredUntil: null,
  insurance: null,
  agreedOn: null,
  risksToldOn: null,
  guardianName: null,
  guardianRelation: null,
  guardianConsentOn: null,
  dataConsentOn: null,
  endedOn: null,
  endReason: null,
  note: null,
}

export type Team = {
  readonly projectId: ProjectId
  readonly here: DivisionCode
  readonly there: DivisionCode
  readonly manager: Caller
  readonly communityWorker: Caller
  /** Sets the clock of the house. */
  at(moment: string): void
  /** Somebody on the roll. */
  volunteer(name: string, file?: Partial<VolunteerFile>): Promise<{ id: VolunteerId; personId: PersonId }>
  elder(name: string): Promise<PersonId>
  /** Somebody on the roll, signed in by an account tied to them. */
  signedIn(name: string, file?: Partial<VolunteerFile>): Promise<{ id: VolunteerId; personId: PersonId; caller: Caller }>
}

/** A project in two communities with a manager, a community's worker, and volunteers as they are needed. */
export async function openTeam(house: TestHouse): Promise<Team> {
  const [here, there] = [community('旭东社区'), community('永华社区')]
  const projectId = await addProjectTo(house, [here, there])
  const person = async (name: string, part: 'elder' | 'volunteer'): Promise<TestPerson> => {
    const one = testPerson(name, { communityCode: here })
    await house.write(async (tx) => {
      await addPersons(tx, house.tenantId, [one])
      if (part === 'elder') await register(tx, house.tenantId, projectId, 'elder', [one])
    })
    return one
  }
  const volunteer: Team['volunteer'] = async (name, file = {}) => {
    const { id: personId } = await person(name, 'volunteer')
    const id = volunteerIdSchema.parse(v7())
    await house.write((tx) =>
      addVolunteer(tx, house.tenantId, { id, projectId, personId, communityCode: here, file: { ...blankFile, ...file } }),
    )
    return { id, personId }
  }
  return {
    projectId,
    here,
    there,
    manager: await house.signedIn([{ role: 'manager', projectId }]),
    communityWorker: await house.signedIn([{ role: 'communityWorker', projectId, communityCode: here }]),
    at: (moment) => void Object.assign(house.services, { clock: () => new Date(moment) }),
    volunteer,
    elder: async (name) => personIdSchema.parse((await person(name, 'elder')).id),
    signedIn: async (name, file) => {
      const one = await volunteer(name, file)
      const caller = await house.signedIn([{ role: 'volunteer', projectId }])
      await house.write((tx) => tieAccount(tx, house.tenantId, caller.accountId, one.personId))
      return { ...one, caller }
    },
  }
}
