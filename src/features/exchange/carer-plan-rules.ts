import type { CarerLine, PlannedPerson } from './people-plan-rules.ts'
import { birthIn, sexIn } from './people-plan-rules.ts'
import { type Meant, isRegistered, whoIsNamed } from './naming-plan-rules.ts'
import { placeOf, report, uniqueKey, wait } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { numberOf } from './register-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'

/** A carer as respite needs them: by number, with the elders they look after. */
export type PlannedCarer = { readonly person: PlannedPerson; readonly name: string; readonly elders: readonly PlannedPerson[] }

/** Family carers. One who is on the register is that person; one who is not belongs to the community of the first elder. */
export function planCarers(planning: Planning): ReadonlyMap<string, PlannedCarer> {
  const { desk, register } = planning
  const carers = new Map<string, PlannedCarer>()
  for (const { number, personId, name, elderIds } of desk.facts.carers) {
    const person = register.byRef({ id: personId })
    const elders = (elderIds ?? []).map((id) => register.byRef({ id })).filter((elder) => elder !== undefined)
    const earlier = number === undefined ? [] : (carers.get(number)?.elders ?? [])
    if (number !== undefined && person !== undefined) carers.set(number, { person, name, elders: [...earlier, ...elders] })
  }
  const fresh = new Set<string>()
  for (const person of register.everybody) {
    for (const line of person.one.members) {
      if (line.from !== 'carers') continue
      const number = line.row.cells.number?.value
      const elders = planCarer(planning, person, line)
      if (number === undefined) continue
      if (fresh.has(number)) report(desk, line.row, 'number_used_twice', 'number', { number })
      fresh.add(number)
      carers.set(number, { person, name: line.name, elders })
    }
  }
  return carers
}

function planCarer(planning: Planning, person: PlannedPerson, line: CarerLine): PlannedPerson[] {
  const { desk } = planning
  const { row } = line
  const number = row.cells.number?.value
  const source = placeOf(row)
  const named = row.cells.elders?.value ?? []
  const base = `carer:${number ?? person.key}`
  const meant = named.map((name, at) => ({ name, of: whoIsCaredFor(planning, line, name, { base, isFirst: at === 0 }) }))
  const first = meant[0]?.of.person
  const home = first?.home ?? communityOf(desk, row)
  if (!isRegistered(person)) {
    person.home = home
    draftPerson(planning, person, line)
  }
  desk.drafts.push({
    table: 'person_part',
    key: `${person.key}:carer`,
    values: { part: 'carer' },
    links: { person_id: person.link },
    source,
  })
  desk.drafts.push({
    table: 'registration',
    key: uniqueKey(desk, `registration:${base}`),
    values: { part: 'carer', number, community_code: home },
    links: { person_id: person.link, recorded_person_id: person.link },
    source,
  })
  for (const { name, of } of meant) {
    const key = uniqueKey(desk, `${base}|${of.key}`)
    wait(desk, of.subject, 'carer_relation', key)
    desk.drafts.push({
      table: 'carer_relation',
      key,
      values: { number, elder_name: name, relation: row.cells.relation?.value },
      links: { carer_id: person.link, recorded_person_id: person.link, elder_id: of.person?.link },
      source,
      ...(of.formerly === undefined ? {} : { formerly: of.formerly.map((key) => `${base}|${key}`) }),
    })
  }
  return meant.map(({ of }) => of.person).filter((elder) => elder !== undefined)
}

/** The row's community is the carer's and the first elder's; another elder of theirs may live elsewhere. */
function whoIsCaredFor(
  { desk, register }: Planning,
  { row }: CarerLine,
  name: string,
  { base, isFirst }: { readonly base: string; readonly isFirst: boolean },
): Meant {
  const community = communityOf(desk, row)
  const isNearby = isFirst || !('none' in register.elders.find(name, community, {}))
  return whoIsNamed(desk, register, row, 'elders', {
    name,
    ...(isNearby ? { community } : {}),
    of: base,
    about: `照护者 ${row.cells.name?.value ?? ''}`,
  })
}

function draftPerson({ desk }: Planning, person: PlannedPerson, line: CarerLine) {
  const birth = birthIn(person.one)
  desk.drafts.push({
    table: 'person',
    key: person.key,
    values: {
      name: person.name,
      sex: sexIn(person.one),
      birth_date: birth,
      birth_date_from: birth === undefined ? undefined : 'number',
      ...numberOf(person.one.members, person),
      phone: line.phones.phone,
      other_phone: line.phones.other,
      community_code: person.home,
    },
    links: {},
    source: placeOf(line.row),
    ...(person.known === undefined ? {} : { held: person.known.id }),
  })
}
