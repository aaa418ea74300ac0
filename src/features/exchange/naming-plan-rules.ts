import type { Day } from '../../kernel/day.ts'
import type { DivisionCode } from '../../kernel/ids.ts'
import { type Directory, directoryOf } from '../people/directory-rules.ts'
import { type Hints, type Naming, judge } from '../people/naming-rules.ts'
import { isPhone } from '../people/phone-rules.ts'
import { readNumber } from '../people/number-rules.ts'
import type { Sex } from '../people/identity-rules.ts'
import type { FindingCode } from './finding-schema.ts'
import { candidateWords } from './finding-words.ts'
import type { PlannedPerson } from './people-plan-rules.ts'
import { type AnyRow, type Desk, placeOf, report, uniqueKey } from './plan-desk-rules.ts'
import type { Candidate, PersonRef } from './plan-schema.ts'

/** Everybody a row may name. */
export type Register = {
  readonly elders: Directory<PlannedPerson>
  readonly everybody: readonly PlannedPerson[]
  readonly byRef: (ref: PersonRef) => PlannedPerson | undefined
}

export function registerOf(everybody: readonly PlannedPerson[]): Register {
  const byRef = new Map<string, PlannedPerson>()
  for (const person of everybody) {
    byRef.set(person.key, person)
    for (const line of person.one.members) if (line.from === 'file') byRef.set(line.person.id, person)
  }
  return {
    elders: directoryOf(everybody.filter(isRegistered)),
    everybody,
    byRef: (ref) => byRef.get('id' in ref ? ref.id : ref.key),
  }
}

/** Registered with the project as an elder, here or on file. */
export const isRegistered = ({ one, registrations }: PlannedPerson): boolean =>
  registrations.length > 0 || one.members.some(({ from }) => from === 'register')

/** A row that names somebody, and what stands beside the name. */
type Named = {
  readonly name: string
  readonly community?: DivisionCode | undefined
  readonly on?: Day | undefined
  readonly age?: number | undefined
  readonly sex?: Sex | undefined
  readonly idTail?: string | undefined
  readonly phoneTail?: string | undefined
  readonly idNumber?: string | undefined
  readonly phone?: string | undefined
  readonly householdNumber?: string | undefined
  /** The key of the service, case or group that the row belongs to, and what it is called. */
  readonly of: string
  readonly about: string
}

export type Meant = {
  readonly person?: PlannedPerson
  readonly certainty: 'number' | 'name' | 'unresolved'
  /** The part of a key that stands for the person; for a name that somebody decides about, what is written. */
  readonly key: string
  /** What stands beside the name, as text. */
  readonly hints: string
  /** What a decision about the row is kept under, while it is open. */
  readonly subject?: string
  /** Earlier forms of the key. */
  readonly formerly?: readonly string[]
}

/**
 * Whom a row means. A usable number with a fitting name comes first, then name and community with whatever stands
 * beside. What stays open waits for a person's decision, under a subject that stays the same over imports.
 */
export function whoIsNamed<R extends AnyRow>(
  desk: Desk,
  register: Register,
  row: R,
  field: keyof R['columns'] & string,
  named: Named,
): Meant {
  const number = readNumber(named.idNumber).number
  const hints = hintsOf(named, number)
  const written = desk.hide([named.name, named.community, ...Object.values(textsOf(named))].join('|'))
  const text = Object.entries(textsOf(named))
    .map(([what, said]) => `${what} ${said}`)
    .join(' ')
  const bearer = number === undefined ? undefined : register.elders.byNumber(number).find((person) => person.names.includes(named.name))
  const found: Naming<PlannedPerson> = bearer === undefined ? register.elders.find(named.name, named.community, hints) : { one: bearer }
  if ('one' in found) {
    const certainty = bearer === undefined ? 'name' : 'number'
    if (contradicts(found.one, hints))
      report(desk, row, 'hints_contradict', field, { name: named.name, hints: text, known: knownOf(found.one) })
    return { person: found.one, certainty, key: found.one.key, hints: text, formerly: [written] }
  }
  const subject = uniqueKey(desk, `${named.of}|${written}`)
  const key = subject.slice(named.of.length + 1)
  const decision = desk.facts.decisions.get(subject)
  const decided = decision === undefined || decision === 'nobody' ? undefined : register.byRef(decision)
  if (decided !== undefined) return { person: decided, certainty: 'name', key, hints: text }
  if (decision !== 'nobody') ask(desk, register, row, field, { named, hints, number, text, subject, isAmbiguous: 'several' in found })
  return { certainty: 'unresolved', key, hints: text, subject }
}

/**
 * Whether what stands beside a name speaks against the only one who bears it: the tail of the number, or two things at
 * once. Telephones change and ages are guessed, so one of these alone says nothing.
 */
function contradicts(person: PlannedPerson, hints: Hints): boolean {
  const phones = person.phones.filter(isPhone)
  const [idTail, phoneTail, household, age, sex] = judge({ ...person, phones }, hints)
  if (idTail !== undefined) return !idTail
  const said = [phoneTail, household, age, sex].filter((fit) => fit !== undefined)
  return said.length > 1 && !said.includes(true)
}

const knownOf = (person: PlannedPerson): string =>
  [
    person.birth?.slice(0, 4),
    person.number === undefined ? undefined : `证 ${person.number.slice(-4)}`,
    ...person.phones.map((phone) => `电 ${phone.slice(-4)}`),
  ]
    .filter((part) => part !== undefined)
    .join(' ')

/** Whoever has the number, under a name that does not fit, comes before all who have the name alone. */
type Offer = { readonly person: PlannedPerson; readonly likeness: Candidate['likeness'] }

function offers(register: Register, { named, hints, number }: Question): Offer[] {
  const bearers = number === undefined ? [] : register.elders.byNumber(number)
  const others = register.elders.suggest(named.name, named.community, hints).filter(({ person }) => !bearers.includes(person))
  return [...bearers.map((person) => ({ person, likeness: 'same_number' as const })), ...others]
}

type Question = {
  readonly named: Named
  readonly hints: Hints
  readonly number: string | undefined
  readonly text: string
  readonly subject: string
  readonly isAmbiguous: boolean
}

function ask<R extends AnyRow>(desk: Desk, register: Register, row: R, field: keyof R['columns'] & string, question: Question) {
  const { named, text, subject, isAmbiguous } = question
  const suggested = offers(register, question)
  const code: FindingCode = isAmbiguous ? 'name_ambiguous' : 'name_not_on_register'
  report(desk, row, code, field, {
    name: named.name,
    community: desk.places.nameOf(named.community),
    count: suggested.filter(({ likeness }) => likeness === 'namesake').length,
    candidates: suggested
      .slice(0, 3)
      .map(({ person }) => person.name)
      .join('、'),
  })
  desk.unresolved.push({
    ...placeOf(row),
    ...columnOf(row, field),
    subject,
    name: named.name,
    ...(named.community === undefined ? {} : { community: named.community }),
    hints: text,
    about: named.about,
    candidates: suggested.map(({ person, likeness }) => ({
      person: person.ref,
      name: person.name,
      likeness,
      because: candidateWords(likeness, desk.places.nameOf(person.home), person.birth),
      ...(person.home === undefined ? {} : { community: person.home }),
    })),
  })
}

const columnOf = (row: AnyRow, field: string): { column?: string } => {
  const column = row.cells[field]?.column ?? row.columns[field]
  return column === undefined ? {} : { column }
}

const hintsOf = (named: Named, number: string | undefined): Hints => ({
  idTail: number?.slice(-4) ?? named.idTail,
  phoneTail: named.phone === undefined ? named.phoneTail : named.phone.slice(-4),
  householdNumber: named.householdNumber,
  age: named.age,
  sex: named.sex,
  on: named.on,
})

/** The hints as they are kept beside a written name. A whole number or telephone is kept by its tail alone. */
function textsOf(named: Named): Record<string, string> {
  const texts: Record<string, string | undefined> = {
    证: named.idNumber?.slice(-4) ?? named.idTail,
    电: named.phone?.slice(-4) ?? named.phoneTail,
    户: named.householdNumber,
    岁: named.age === undefined ? undefined : String(named.age),
    性: named.sex === undefined ? undefined : named.sex === 'male' ? '男' : '女',
  }
  return Object.fromEntries(Object.entries(texts).flatMap(([what, said]) => (said === undefined ? [] : [[what, said]])))
}
