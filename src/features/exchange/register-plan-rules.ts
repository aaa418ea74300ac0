import { type HardshipCode, hardshipCodeSchema } from '../people/hardship-schema.ts'
import { readPhones } from '../people/phone-rules.ts'
import type { NumberState } from './draft-schema.ts'
import { forms } from './forms-schema.ts'
import type { Line, PlannedPerson, RegisterLine } from './people-plan-rules.ts'
import { birthIn, latest, sexIn } from './people-plan-rules.ts'
import { type Desk, placeOf, uniqueKey } from './plan-desk-rules.ts'

/** What a register becomes: for each person one file with its labels and contacts, and for each line a registration. */
export function draftRegister(desk: Desk, people: readonly PlannedPerson[]) {
  for (const person of people) {
    const lines = person.one.members.filter((line) => line.from === 'register')
    const home = latest(lines)
    if (home === undefined) continue
    if (!livesElsewhere(person, home)) draftElder(desk, person, home, lines)
    draftLabels(desk, person, lines)
    draftContacts(desk, person, lines)
    for (const line of lines) draftRegistration(desk, person, line)
  }
}

/** A later registration is on file, of an earlier import: then the file stays as it is. */
const livesElsewhere = ({ registrations }: PlannedPerson, home: RegisterLine): boolean =>
  (latest(registrations)?.registeredOn ?? '') > (home.registeredOn ?? '')

function draftElder(desk: Desk, person: PlannedPerson, home: RegisterLine, lines: readonly RegisterLine[]) {
  const birth = birthIn(person.one)
  const first = <T>(pick: (line: RegisterLine) => T | undefined): T | undefined =>
    pick(home) ?? lines.map(pick).find((value) => value !== undefined)
  desk.drafts.push({
    table: 'person',
    key: person.key,
    values: {
      name: person.name,
      sex: sexIn(person.one),
      birth_date: birth,
      birth_date_from: birth === undefined ? undefined : person.number === undefined ? 'stated' : 'number',
      ethnicity: first((line) => line.row.cells.ethnicity?.value),
      ...numberOf(person.one.members, person),
      phone: first((line) => line.phones.phone),
      other_phone: first((line) => line.phones.other),
      address: first((line) => line.row.cells.address?.value),
      living_with: first((line) => line.row.cells.livingWith?.value),
      community_code: home.community,
      note: first((line) => line.row.cells.note?.value),
    },
    links: { household_id: home.household?.link },
    source: placeOf(home.row),
    ...(person.known === undefined ? {} : { held: person.known.id }),
  })
  desk.drafts.push({
    table: 'person_part',
    key: `${person.key}:elder`,
    values: { part: 'elder' },
    links: { person_id: person.link },
    source: placeOf(home.row),
  })
}

/** The usable number; else what was written, with what is the matter with it. A number of somebody else's is kept, and used for nothing. */
export function numberOf(lines: readonly Line[], person: PlannedPerson): { idNumber?: string; id_number_state: NumberState } {
  if (person.number !== undefined) return { idNumber: person.number, id_number_state: 'valid' }
  if (person.one.disputed !== undefined) return { idNumber: person.one.disputed.number, id_number_state: 'disputed' }
  const reads = lines.flatMap((line) => (line.from === 'file' ? [] : [line.read]))
  const best = reads.find(({ kept }) => kept !== undefined) ?? reads[0]
  return { ...(best?.kept === undefined ? {} : { idNumber: best.kept }), id_number_state: best?.state ?? 'missing' }
}

function draftLabels(desk: Desk, person: PlannedPerson, lines: readonly RegisterLine[]) {
  const grades = lines.map((line) => line.row.cells.disability?.value).find((disability) => disability !== undefined)
  const labels = new Map<HardshipCode, RegisterLine>()
  for (const line of lines) {
    for (const label of line.row.cells.labels?.value ?? []) {
      const code = hardshipCodeSchema.safeParse(label)
      if (code.success && !labels.has(code.data)) labels.set(code.data, line)
    }
    if (line.row.cells.disability?.value !== undefined && !labels.has('CJ')) labels.set('CJ', line)
  }
  for (const [code, line] of labels) {
    desk.drafts.push({
      table: 'hardship_label',
      key: `${person.key}:${code}`,
      values: { code, source: forms.register.zh, ...(code === 'CJ' ? { grade: grades?.grade, category: grades?.category } : {}) },
      links: { person_id: person.link },
      source: placeOf(line.row),
    })
  }
}

function draftContacts(desk: Desk, person: PlannedPerson, lines: readonly RegisterLine[]) {
  const named = new Set<string>()
  for (const { row } of lines) {
    const name = row.cells.contactName?.value
    if (name === undefined || named.has(name)) continue
    named.add(name)
    desk.drafts.push({
      table: 'contact',
      key: uniqueKey(desk, `${person.key}:contact`),
      values: { name, relation: row.cells.contactRelation?.value, phone: readPhones(row.cells.contactPhone?.value).phone },
      links: { person_id: person.link },
      source: placeOf(row),
    })
  }
}

function draftRegistration(desk: Desk, person: PlannedPerson, line: RegisterLine) {
  const { row, community, registeredOn, household } = line
  desk.drafts.push({
    table: 'registration',
    key: uniqueKey(desk, `registration:elder:${community ?? ''}:${person.key}`),
    values: { part: 'elder', community_code: community, registered_on: registeredOn, note: row.cells.note?.value },
    links: { person_id: person.link, recorded_person_id: person.link, household_id: household?.link },
    source: placeOf(row),
  })
}
