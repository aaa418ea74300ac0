import { type Day, ageOn } from '../../../kernel/day.ts'
import type { HardshipCode } from '../../people/hardship-schema.ts'
import type { Chance } from './chance-testing.ts'
import type { Marked } from './mark-testing.ts'
import { type PeopleMaker, type Person, type Sex, daysAfter } from './person-testing.ts'

export type Place = { readonly name: string; readonly street: string; readonly code: string }

/** Somebody who is old, with all that a register says of them. */
export type Elder = Person & {
  readonly household: Household
  readonly labels: readonly HardshipCode[]
  readonly disability?: { readonly category: string; readonly grade: number }
  /** Where they are registered, the home last. */
  readonly places: Place[]
  /** Others of their community bear their name. */
  namesake?: true
}
type Household = { readonly number: string; readonly head: string; readonly place: Place; readonly address: string }

/** A line of a register. The number is as somebody wrote it: `cell` when a spreadsheet made a quantity of it. */
export type RegisterLine = Marked & {
  readonly elder: Elder
  readonly place: Place
  name: string
  number: { readonly text: string } | { readonly cell: number } | undefined
  sex: Sex
  birth: Day | { readonly text: string }
  phone: string
  household: Household
  numbered: boolean
  readonly registeredOn: Day
}

/** What a register may lack: then nothing can be wrong with it either. */
export type RegisterTraits = { readonly births: boolean; readonly households: boolean }

export type RegisterParts = {
  readonly chance: Chance
  readonly people: PeopleMaker
  readonly name: (sex: Sex) => string
  readonly places: readonly Place[]
  readonly period: { readonly from: Day; readonly to: Day }
}

const categories = ['肢体', '视力', '听力', '言语', '精神']

function labelsOf(chance: Chance, age: number, alone: boolean, disabled: boolean): HardshipCode[] {
  const labels: HardshipCode[] = []
  if (chance.likely(0.25)) labels.push('DB')
  else if (chance.likely(0.06)) labels.push('TK')
  else if (chance.likely(0.05)) labels.push('DBB')
  if (alone) labels.push('DJ')
  else if (chance.likely(0.4)) labels.push('KC')
  if (chance.likely(0.08)) labels.push('LS')
  if (age >= 80) labels.push('GL')
  if (chance.likely(0.06)) labels.push('SN')
  else if (chance.likely(0.1)) labels.push('BSN')
  if (disabled) labels.push('CJ')
  if (chance.likely(0.05)) labels.push('JSTS')
  if (alone && chance.likely(0.5)) labels.push('SO')
  return labels
}

/** The elders of a project, household by household, each with their line in the register of their community. */
export function makeRegister({ chance, people, name, places, period }: RegisterParts, perPlace: number): RegisterLine[] {
  const lines: RegisterLine[] = []
  for (const [at, place] of places.entries()) {
    let number = 0
    for (let made = 0; made < perPlace;) {
      number += 1
      const alone = chance.likely(0.45)
      const sex: Sex = chance.likely(0.5) ? 'male' : 'female'
      const sexes: Sex[] = alone ? [sex] : [sex, sex === 'male' ? 'female' : 'male']
      const names = sexes.map(name)
      const household = {
        number: `${at + 1}-${String(number).padStart(3, '0')}`,
        head: names[0] ?? '',
        place,
        address: `${place.street}${place.name}${place.name.endsWith('村') ? `${chance.whole(1, 8)}组${chance.whole(1, 60)}号` : `${chance.whole(1, 40)}号楼${chance.whole(1, 6)}单元${chance.whole(1, 6)}0${chance.whole(1, 4)}室`}`,
      }
      for (const [who, own] of sexes.entries()) {
        const birth = people.dayBetween('1931-01-01', '1960-12-31')
        const disability = chance.likely(0.12) ? { category: chance.pick(categories), grade: chance.whole(1, 4) } : undefined
        const elder: Elder = {
          ...people.make(names[who] ?? '', own, birth),
          household,
          places: [place],
          labels: labelsOf(chance, ageOn(birth, period.from), alone, disability !== undefined),
          ...(disability === undefined ? {} : { disability }),
        }
        lines.push(lineOf(elder, place, daysAfter(period.from, chance.whole(0, 25))))
        made += 1
      }
    }
  }
  return lines
}

export const lineOf = (elder: Elder, place: Place, registeredOn: Day): RegisterLine => ({
  elder,
  place,
  name: elder.name,
  number: { text: elder.number },
  sex: elder.sex,
  birth: elder.birth,
  phone: elder.phone,
  household: elder.household,
  numbered: true,
  registeredOn,
  marks: [],
})
