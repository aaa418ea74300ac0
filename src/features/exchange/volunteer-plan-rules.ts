import { ageOn } from '../../kernel/day.ts'
import type { FormRow } from './form-schema.ts'
import { type PlannedPerson, type VolunteerLine, birthIn, sexIn } from './people-plan-rules.ts'
import { placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import { isRegistered } from './naming-plan-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { numberOf } from './register-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'

const ofAge = 18

/** A volunteer as shifts need them: by their number on the roll. */
export type PlannedVolunteer = { readonly person: PlannedPerson; readonly name: string }

/** The roll of volunteers. An elder on the register who volunteers stays one person: volunteering serves, and makes no beneficiary. */
export function planVolunteers(planning: Planning): ReadonlyMap<string, PlannedVolunteer> {
  const { desk, register } = planning
  const volunteers = new Map<string, PlannedVolunteer>()
  for (const { number, personId, name } of desk.facts.volunteers) {
    const person = register.byRef({ id: personId })
    if (number !== undefined && person !== undefined) volunteers.set(number, { person, name })
  }
  const fresh = new Set<string>()
  for (const person of register.everybody) {
    for (const line of person.one.members) {
      if (line.from !== 'volunteers') continue
      const number = line.row.cells.number?.value
      if (number !== undefined && fresh.has(number)) report(desk, line.row, 'number_used_twice', 'number', { number })
      else if (number !== undefined) {
        fresh.add(number)
        volunteers.set(number, { person, name: line.name })
      }
      draftVolunteer(planning, person, line)
    }
  }
  return volunteers
}

function draftVolunteer(planning: Planning, person: PlannedPerson, line: VolunteerLine) {
  const { desk } = planning
  const { row } = line
  const number = row.cells.number?.value
  const source = placeOf(row)
  if (!isRegistered(person)) draftPerson(planning, person, line)
  const known = desk.facts.volunteers.find((file) => number !== undefined && file.number === number)
  desk.drafts.push({
    table: 'person_part',
    key: `${person.key}:volunteer`,
    values: { part: 'volunteer' },
    links: { person_id: person.link },
    source,
  })
  desk.drafts.push({
    table: 'registration',
    key: uniqueKey(desk, `registration:volunteer:${number ?? person.key}`),
    values: { part: 'volunteer', number, community_code: communityOf(desk, row) },
    links: { person_id: person.link, recorded_person_id: person.link },
    source,
  })
  desk.drafts.push({
    table: 'volunteer',
    key: uniqueKey(desk, `volunteer:${number ?? person.key}`),
    values: {
      number,
      family_number: row.cells.familyNumber?.value,
      skills: row.cells.skills?.value,
      guardian_consent: row.cells.guardianConsent?.value,
    },
    links: { person_id: person.link, recorded_person_id: person.link },
    source,
    ...(known === undefined ? {} : { held: known.id }),
  })
  checkConsent(planning, person, row)
}

/** A person whom only the roll gives. */
function draftPerson({ desk }: Planning, person: PlannedPerson, line: VolunteerLine) {
  const birth = birthIn(person.one)
  desk.drafts.push({
    table: 'person',
    key: person.key,
    values: {
      name: person.name,
      sex: sexIn(person.one),
      birth_date: birth,
      birth_date_from: birth === undefined ? undefined : person.number === undefined ? 'stated' : 'number',
      ...numberOf(person.one.members, person),
      phone: line.phones.phone,
      other_phone: line.phones.other,
      community_code: communityOf(desk, line.row),
    },
    links: {},
    source: placeOf(line.row),
    ...(person.known === undefined ? {} : { held: person.known.id }),
  })
}

/** Whoever is not of age when the project begins needs a guardian's consent, where the roll asks for it. */
function checkConsent({ desk }: Planning, person: PlannedPerson, row: FormRow<'volunteers'>) {
  if (row.columns.guardianConsent === undefined || person.birth === undefined) return
  if (ageOn(person.birth, desk.period.startsOn ?? desk.today) >= ofAge || row.cells.guardianConsent?.value === true) return
  report(desk, row, 'guardian_consent_missing', 'guardianConsent', { name: person.name })
}

/** Families that volunteer together. One number is one family, however often it is listed. */
export function planFamilies({ desk, rows }: Planning) {
  const seen = new Set<string>()
  for (const row of rowsOf(rows, 'volunteerFamilies')) {
    const { cells } = row
    const number = cells.number?.value ?? cells.title?.value
    if (number === undefined) continue
    if (seen.has(number)) {
      report(desk, row, 'family_listed_twice', 'number', { number })
      continue
    }
    seen.add(number)
    const known = desk.facts.families.find((file) => file.number === number)
    desk.drafts.push({
      table: 'volunteer_family',
      key: `family:${number}`,
      values: {
        number,
        name: cells.title?.value,
        contact_name: cells.contactName?.value,
        size: cells.size?.value,
        community_code: communityOf(desk, row),
        joined_on: cells.joinedOn?.value,
      },
      links: {},
      source: placeOf(row),
      ...(known === undefined ? {} : { held: known.id }),
    })
  }
}
