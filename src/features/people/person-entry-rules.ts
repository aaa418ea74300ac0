import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import { birthOf, expand15, faultOf, normaliseNumber, sexOf } from '../../kernel/identity-number.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import type { PersonDetail, PersonInput } from './schema.ts'

/** A person as a form holds one: what is not filled in is not there. */
export type PersonEntry = {
  name?: string
  sex?: PersonInput['sex']
  birthDate?: string | null
  calendar?: 'solar' | 'lunar'
  lunarMonth?: number | null
  lunarDay?: number | null
  leap?: boolean
  ethnicity?: string
  phone?: string
  otherPhone?: string
  address?: string
  livingWith?: string
  communityCode?: string | null
  householdNumber?: string
  note?: string
}

/** What a form says of a person, in the endpoint's shape but for the telephones. */
export function inputOf(entry: PersonEntry): Omit<PersonInput, 'phone' | 'otherPhone'> {
  const lunar = entry.calendar === 'lunar'
  return {
    name: (entry.name ?? '').trim(),
    sex: entry.sex ?? 'unknown',
    birthDate: daySchema.safeParse(entry.birthDate).data ?? null,
    birthday: {
      calendar: lunar ? 'lunar' : 'solar',
      month: lunar ? (entry.lunarMonth ?? null) : null,
      day: lunar ? (entry.lunarDay ?? null) : null,
      leap: lunar && entry.leap === true,
    },
    ethnicity: entered(entry.ethnicity),
    address: entered(entry.address),
    livingWith: entered(entry.livingWith),
    communityCode: divisionCodeSchema.safeParse(entry.communityCode).data ?? null,
    householdNumber: entered(entry.householdNumber),
    note: entered(entry.note),
  }
}

export const phoneOf = entered

/** A file as a form begins with it. Telephones are masked on the way here and stay out of it. */
export function entryOf(person: PersonDetail): PersonEntry {
  const written = <K extends string>(key: K, value: string | null) => (value === null ? {} : { [key]: value })
  return {
    name: person.name,
    sex: person.sex,
    birthDate: person.birthDate,
    calendar: person.birthday.calendar,
    lunarMonth: person.birthday.month,
    lunarDay: person.birthday.day,
    leap: person.birthday.leap,
    communityCode: person.communityCode,
    ...written('ethnicity', person.ethnicity),
    ...written('address', person.address),
    ...written('livingWith', person.livingWith),
    ...written('householdNumber', person.household?.number ?? null),
    ...written('note', person.note),
  }
}

/** What a usable number says of its owner, to be filled in beside it. */
export function readFromNumber(typed: string): Pick<PersonEntry, 'sex' | 'birthDate'> | undefined {
  const number = normaliseNumber(typed)
  const whole = number.length === 15 ? expand15(number) : number
  if (whole === undefined || faultOf(whole) !== undefined) return undefined
  return { sex: sexOf(whole), birthDate: birthOf(whole) ?? null }
}
