import type { Day } from '../../../kernel/day.ts'
import { daySchema } from '../../../kernel/day.ts'
import { shuangtaizi } from '../../places/shuangtaizi-schema.ts'
import { type Activity, makeActivities } from './activity-testing.ts'
import { type Carer, type Respite, type Visit, makeCarers, makeRespite, makeVisits } from './care-testing.ts'
import { type CaseFile, type ServiceParts, makeCases } from './casework-testing.ts'
import type { Chance } from './chance-testing.ts'
import { type Clinic, type ClinicTraits, makeClinics } from './clinic-testing.ts'
import { type Lot, makeLots } from './goods-testing.ts'
import { type Group, makeGroups } from './group-testing.ts'
import { type ProjectPaper, makeProjectPaper } from './money-testing.ts'
import { makePeople, namesOf } from './person-testing.ts'
import { plantInRegister } from './register-mark-testing.ts'
import { type Elder, type Place, type RegisterLine, type RegisterTraits, makeRegister } from './register-testing.ts'
import { type Crafts, type Linkage, makeCrafts, makeLinkages } from './resource-testing.ts'
import { type Family, type Shift, type ShiftTraits, type Volunteer, makeShifts, makeVolunteers } from './volunteer-testing.ts'

/** A project that nobody runs, with all that happened in it: what its books are written from, and its figures counted. */
export type World = {
  readonly period: { readonly from: Day; readonly to: Day }
  readonly places: readonly Place[]
  readonly paper: ProjectPaper
  readonly register: RegisterLine[]
  readonly cases: CaseFile[]
  readonly groups: Group[]
  readonly activities: Activity[]
  readonly clinics: Clinic[]
  readonly lots: Lot[]
  readonly volunteers: Volunteer[]
  readonly families: Family[]
  readonly shifts: Shift[]
  readonly linkages: Linkage[]
  readonly crafts: Crafts
  readonly carers: Carer[]
  readonly respite: Respite[]
  readonly visits: Visit[]
}

export type Traits = RegisterTraits & ClinicTraits & ShiftTraits

const periods = [
  ['2024-07-01', '2025-03-31'],
  ['2023-09-15', '2024-06-30'],
  ['2024-03-01', '2024-12-20'],
  ['2023-05-01', '2024-02-29'],
] as const

const allPlaces: readonly Place[] = shuangtaizi
  .filter(({ level }) => level === 'community' || level === 'village')
  .map(({ name, code, parentCode }) => ({ name, code, street: shuangtaizi.find((above) => above.code === parentCode)?.name ?? '' }))

export function makeWorld(chance: Chance, traits: Traits): World {
  const [from, to] = chance.pick(periods)
  const period = { from: daySchema.parse(from), to: daySchema.parse(to) }
  const places = chance.some(allPlaces, 5)
  const name = namesOf(chance)
  const people = makePeople(chance)
  const registerParts = { chance: chance.apart('register'), people, name, places, period }
  const register = makeRegister(registerParts, 36)
  plantInRegister({ lines: register, parts: registerParts, traits })

  const all = [...new Set(register.map(({ elder }) => elder))]
  const plain = chance.shuffle(all.filter((elder) => elder.namesake === undefined && elder.places.length === 1))
  // Whoever is on two lists is known by the number on both.
  const clean = plain.filter((elder) => register.every((line) => line.elder !== elder || line.marks.length === 0))
  const [firstHermit, secondHermit] = plain
  const isHermit = (elder: Elder) => elder === firstHermit || elder === secondHermit
  const every = all.filter((elder) => !isHermit(elder))
  const elders = plain.filter((elder) => !isHermit(elder))
  const workers = [name('female'), name('female'), name('male')]
  const counsellors = [name('female'), name('male')]
  const parts: ServiceParts = { chance: chance.apart('services'), elders, places, period, workers, counsellors }

  const cases = makeCases(parts, 24)
  const activities = makeActivities(parts, every, new Set(register.map((line) => line.name)), 26)
  const helping = { ...parts, elders: clean.filter((elder) => !isHermit(elder)), people, name, activities }
  const { volunteers, families } = makeVolunteers(helping, 26)
  const carers = makeCarers(helping, 9)
  const clinics = makeClinics(parts, every, traits)
  const visited = [...new Set(clinics.flatMap(({ visits }) => visits.map(({ named }) => named.of)))].filter((elder) =>
    elders.includes(elder),
  )
  return {
    period,
    places,
    paper: makeProjectPaper(parts),
    register,
    cases,
    groups: makeGroups(parts, 4),
    activities,
    clinics,
    lots: makeLots(parts, register, 10),
    volunteers,
    families,
    shifts: makeShifts(helping, volunteers, 50, traits),
    linkages: makeLinkages(parts, 14),
    crafts: makeCrafts(parts),
    carers,
    respite: makeRespite(helping, carers, 22),
    visits: makeVisits(helping, plain.filter(isHermit), visited, 50),
  }
}
