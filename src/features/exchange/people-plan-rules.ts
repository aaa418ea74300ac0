import type { Day } from '../../kernel/day.ts'
import { birthOf, sexOf } from '../../kernel/identity-number.ts'
import type { DivisionCode } from '../../kernel/ids.ts'
import type { Listed } from '../people/directory-rules.ts'
import { type OnePerson, type Sex, type WrittenPerson, peopleOf } from '../people/identity-rules.ts'
import { type ReadNumber, readNumber } from '../people/number-rules.ts'
import { type ReadPhones, readPhones } from '../people/phone-rules.ts'
import type { Link } from './draft-schema.ts'
import type { FormRow } from './form-schema.ts'
import type { Household, Households } from './household-plan-rules.ts'
import { type Desk, keyHeld, uniqueKey } from './plan-desk-rules.ts'
import type { KnownPerson, PersonRef } from './plan-schema.ts'
import { communityOf } from './row-place-plan-rules.ts'

/** One line that gives a person: of the register, of the roll of volunteers, of the list of carers, or a file that is kept. */
export type Line = RegisterLine | VolunteerLine | CarerLine | KnownLine
type Read = WrittenPerson & { readonly read: ReadNumber; readonly phones: ReadPhones }
export type RegisterLine = Read & {
  readonly from: 'register'
  readonly row: FormRow<'register'>
  readonly community: DivisionCode | undefined
  readonly registeredOn: Day | undefined
  household?: Household | undefined
}
export type VolunteerLine = Read & { readonly from: 'volunteers'; readonly row: FormRow<'volunteers'> }
export type CarerLine = Read & { readonly from: 'carers'; readonly row: FormRow<'carers'> }
type KnownLine = WrittenPerson & { readonly from: 'file'; readonly person: KnownPerson }

/** A person of the plan: on file, or about to be added. */
export type PlannedPerson = Listed & {
  /** Stands for the person inside the keys of other drafts. */
  readonly key: string
  readonly link: Link
  readonly ref: PersonRef
  readonly known: KnownPerson | undefined
  /** The elder's registrations that are on file. */
  readonly registrations: KnownPerson['registrations']
  readonly one: OnePerson<Line>
  readonly name: string
  /** Where they live: the community of the latest registration. */
  home?: DivisionCode | undefined
  readonly household: Household | undefined
}

export function registerLine(desk: Desk, row: FormRow<'register'>): RegisterLine | undefined {
  const read = readLine(row, row.cells.birth?.value)
  if (read === undefined) return undefined
  return { ...read, from: 'register', row, community: communityOf(desk, row, 'of-the-sheet'), registeredOn: row.cells.registeredOn?.value }
}

export function volunteerLine(row: FormRow<'volunteers'>): VolunteerLine | undefined {
  const read = readLine(row, row.cells.birth?.value)
  return read === undefined ? undefined : { ...read, from: 'volunteers', row }
}

export function carerLine(row: FormRow<'carers'>): CarerLine | undefined {
  const read = readLine(row, undefined)
  return read === undefined ? undefined : { ...read, from: 'carers', row }
}

function readLine(row: FormRow<'register'> | FormRow<'volunteers'> | FormRow<'carers'>, birth: Day | undefined): Read | undefined {
  const { name, idNumber, phone, sex } = row.cells
  if (name?.value === undefined) return undefined
  const read = readNumber(idNumber?.fault === undefined ? idNumber?.written : undefined, idNumber?.numeric)
  const phones = readPhones(phone?.value)
  return { name: name.value, sex: sex?.value, birth, number: read.number, phone: phones.phone, read, phones }
}

export const knownLine = (person: KnownPerson): KnownLine => ({
  from: 'file',
  person,
  name: person.name,
  sex: person.sex,
  birth: person.birth,
  number: person.number,
  phone: person.phone,
})

/** Every person of the plan, from every list that gives persons and from the files that are kept. */
export const peopleOfPlan = (desk: Desk, lines: readonly Line[], households: Households): PlannedPerson[] =>
  peopleOf(lines).map((one) => planned(desk, one, households))

function planned(desk: Desk, one: OnePerson<Line>, households: Households): PlannedPerson {
  const known = knownOf(one)
  const [only, ...more] = known?.keys ?? []
  const key = only !== undefined && more.length === 0 ? only : keyHeld(known, keyOf(desk, one))
  const registered = one.members.filter((line) => line.from === 'register')
  const registrations = elderRegistrations(one)
  const onFile = registrations.map(({ householdId }) => households.byId(householdId))
  const homeLine = latest(registered)
  const homeOnFile = latest(registrations)
  const isHomeOnFile = homeLine === undefined || isLater(homeOnFile, homeLine)
  const own = [...registered.map(({ household }) => household), ...onFile]
  return {
    key,
    link: known === undefined ? { table: 'person', key } : { id: known.id },
    ref: known === undefined ? { key } : { id: known.id },
    one,
    known,
    registrations,
    name: known?.name ?? nameIn(registered) ?? one.members[0]?.name ?? '',
    names: distinct([...one.members.map((line) => line.name), ...(known?.otherNames ?? [])]),
    communities: distinct([...registered.map((line) => line.community), ...registrations.map(({ communityCode }) => communityCode)]),
    phones: phonesIn(one),
    householdNumbers: distinct(own.map((household) => household?.number)),
    number: one.number,
    birth: birthIn(one),
    sex: sexIn(one),
    home: isHomeOnFile ? homeOnFile?.communityCode : homeLine.community,
    household: isHomeOnFile ? households.byId(homeOnFile?.householdId) : homeLine.household,
  }
}

/** What is there, each once. Most people have one of everything. */
function distinct<T>(values: readonly (T | undefined)[]): T[] {
  const there = values.filter((value) => value !== undefined)
  return there.length < 2 ? there : [...new Set(there)]
}

/** Of several spellings, that of the first registration. */
const nameIn = (registered: readonly RegisterLine[]): string | undefined =>
  (registered.length > 1 ? [...registered].sort(byRegistration) : registered)[0]?.name

const elderRegistrations = (one: OnePerson<Line>): KnownPerson['registrations'] =>
  one.members.flatMap((line) => (line.from === 'file' ? line.person.registrations.filter(({ part }) => part === 'elder') : []))

/** The file that is kept of them; of several, the one with the number, which two files of one person can only share. */
function knownOf(one: OnePerson<Line>): KnownPerson | undefined {
  const files = one.members.filter((line) => line.from === 'file')
  return (files.find((line) => line.number !== undefined) ?? files[0])?.person
}

function keyOf(desk: Desk, one: OnePerson<Line>): string {
  if (one.number !== undefined) return `person:${desk.hide(`number|${one.number}`)}`
  const line = one.members.find((member) => member.birth !== undefined && member.phone !== undefined)
  if (line !== undefined) return uniqueKey(desk, `person:${desk.hide(`name|${line.name}|${line.birth}|${line.phone}`)}`)
  return uniqueKey(desk, `person:${desk.hide(weakIdentity(one.members[0]))}`)
}

/** What tells somebody apart of whom neither number nor birthday with telephone is known. */
function weakIdentity(line: Line | undefined): string {
  if (line === undefined) return ''
  const known = [line.name, line.birth, line.phone]
  switch (line.from) {
    case 'register':
      return ['name', ...known, line.community, line.row.cells.householdNumber?.value, line.row.cells.address?.value].join('|')
    case 'volunteers':
      return ['volunteer', ...known, line.row.cells.number?.value].join('|')
    case 'carers':
      return ['carer', ...known, line.row.cells.number?.value].join('|')
    case 'file':
      return line.person.id
  }
}

/** The birthday inside a usable number counts before the one that is stated. */
export const birthIn = (one: OnePerson<WrittenPerson>): Day | undefined =>
  (one.number === undefined ? undefined : birthOf(one.number)) ?? one.members.find((line) => line.birth !== undefined)?.birth

/** As with the birthday: the number's word counts before what is stated. */
export const sexIn = (one: OnePerson<WrittenPerson>): Sex | undefined =>
  one.number === undefined ? one.members.find((line) => line.sex !== undefined)?.sex : sexOf(one.number)

function phonesIn(one: OnePerson<Line>): string[] {
  const phones = one.members.flatMap((line) =>
    line.from === 'file' ? [line.person.phone, line.person.otherPhone] : [line.phones.phone, line.phones.other],
  )
  return distinct(phones)
}

type Dated = { readonly registeredOn?: Day | undefined }
const isLater = (a: Dated | undefined, b: Dated | undefined): boolean => (a?.registeredOn ?? '') > (b?.registeredOn ?? '')

/** The line registered last; of lines of one day, the first. */
export const latest = <T extends Dated>(lines: readonly T[]): T | undefined =>
  lines.reduce<T | undefined>((best, line) => (best === undefined || isLater(line, best) ? line : best), undefined)

/** In the order of registration; on one day, or within one community, as they stand. */
export function byRegistration(a: RegisterLine, b: RegisterLine): number {
  const [first, second] = [a.registeredOn ?? '', b.registeredOn ?? '']
  if (a.community === b.community || first === second) return a.row.row - b.row.row
  return first < second ? -1 : 1
}
