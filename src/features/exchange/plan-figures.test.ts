import { beforeAll, describe, expect, it } from 'vitest'
import { hardshipWords } from '../people/hardship-schema.ts'
import type { Draft, Link } from './draft-schema.ts'
import { figuresOf, ledgerOf, type Ledger, persons, tally } from './plan-figures-testing.ts'
import { end, type Expected, firstFacts, of, plan, readExpected, readReferenceRows } from './plan-testing.ts'

let expected: Expected
let drafts: readonly Draft[]
let ledger: Ledger
let nameOf: (code: string | undefined) => string | undefined
let homeOf: Map<string, string | undefined>

beforeAll(async () => {
  expected = await readExpected()
  drafts = plan(await readReferenceRows(), firstFacts(expected)).drafts
  ledger = ledgerOf(drafts)
  const names = new Map<string, string>(expected.project.communities.map(({ code, name }) => [code, name]))
  nameOf = (code) => (code === undefined ? undefined : names.get(code))
  homeOf = new Map(of(drafts, 'person').map(({ key, values }) => [key, nameOf(values.community_code)]))
})

describe("the reference project's books become its figures", () => {
  it('gives every figure by its definition', () => {
    expect(figuresOf(drafts)).toEqual(Object.fromEntries(Object.entries(expected.figures).map(([name, { value }]) => [name, value])))
  })

  it('counts persons for each line of service, and the union of them once', () => {
    const { attended } = ledger
    expect({
      casework: persons(attended(['case_session'])).size,
      groups: persons(attended(['group_session'])).size,
      activities: persons(attended(['activity'])).size,
      clinics: persons(attended(['clinic_day'])).size,
      goods: persons(attended(['hand_out'])).size,
      visits: persons(attended(['home_visit'])).size,
      crafts: persons(attended(['craft_lesson'])).size,
      respite_elders: persons(attended(['respite'])).size,
      respite_carers: persons(attended(['respite'], ['carer'])).size,
    }).toEqual(expected.persons_by_line)
  })

  it('gives every breakdown by community and by month', () => {
    const { services, attended, directly } = ledger
    const byPlace = (service: Draft<'service'>) => nameOf(service.values.community_code)
    const byMonth = (service: Draft<'service'>) => service.values.day?.slice(0, 7)
    const [sessions, activities] = [services('case_session'), services('activity')]
    const [atActivities, atClinics, handedOut] = [attended(['activity']), attended(['clinic_day']), attended(['hand_out'])]
    const households = (served: Parameters<typeof persons>[0]) =>
      new Set(served.map(({ attendance }) => end(attendance.links.household_id))).size
    const people = (served: Parameters<typeof persons>[0]) => persons(served).size
    const homes = (set: ReadonlySet<string>) => tally([...set], (person) => homeOf.get(person))
    const elders = new Set(
      of(drafts, 'registration')
        .filter(({ values }) => values.part === 'elder')
        .map(({ links }) => end(links.person_id)),
    )
    expect({
      sessions: { by_community: tally(sessions, byPlace), by_month: tally(sessions, byMonth) },
      activities: { by_community: tally(activities, byPlace), by_month: tally(activities, byMonth) },
      attendances: {
        by_community: tally(atActivities, ({ service }) => byPlace(service)),
        by_month: tally(atActivities, ({ service }) => byMonth(service)),
      },
      clinic_people: {
        by_community: tally(atClinics, ({ service }) => byPlace(service), people),
        by_month: tally(atClinics, ({ service }) => byMonth(service), people),
      },
      goods_households: {
        by_community: tally(handedOut, ({ service }) => byPlace(service), households),
        by_month: tally(handedOut, ({ service }) => byMonth(service), households),
      },
      direct_persons: {
        by_home_community: homes(persons(directly)),
        by_place_of_service: tally(directly, ({ service }) => byPlace(service), people),
        by_month: tally(directly, ({ service }) => byMonth(service), people),
      },
      register_persons: { by_home_community: homes(elders) },
    }).toEqual(expected.breakdowns)
  })

  it('counts the register by label and by grade of disability', () => {
    const labels = of(drafts, 'hardship_label')
    const people = (group: readonly Draft<'hardship_label'>[]) => new Set(group.map(({ links }) => end(links.person_id))).size
    const grades = ['', '一', '二', '三', '四']
    expect(tally(labels, ({ values }) => hardshipWords[values.code].zh, people)).toEqual(expected.labels.persons_with)
    expect(tally(labels, ({ values }) => grades[values.grade ?? 0], people)).toEqual(expected.labels.disability_grade)
  })

  it('counts carers who are not on the register, and elders whom nothing has reached', () => {
    const elders = new Set(
      of(drafts, 'registration')
        .filter(({ values }) => values.part === 'elder')
        .map(({ links }) => end(links.person_id)),
    )
    const carers = persons(ledger.attended(['respite'], ['carer']))
    const reached = persons(ledger.directly)
    expect([...carers].filter((person) => !elders.has(person))).toHaveLength(expected.carers_not_on_register)
    expect([...elders].filter((person) => !reached.has(person))).toHaveLength(expected.register_elders_never_served)
  })

  it('keeps what the contract, the budget and the estimate say', () => {
    const spent = Map.groupBy(of(drafts, 'expense'), ({ links }) => end(links.budget_line_id))
    const lines = of(drafts, 'budget_line')
    expect(Object.fromEntries(of(drafts, 'target').map(({ values }) => [values.measure, values.value]))).toEqual(expected.contract_targets)
    expect(Object.fromEntries(lines.map(({ values }) => [values.name, values.amount_fen / 100]))).toEqual(expected.budget_lines)
    expect(
      Object.fromEntries(
        lines.map(({ key, values }) => [values.name, (spent.get(key) ?? []).reduce((sum, each) => sum + each.values.amount_fen, 0) / 100]),
      ),
    ).toEqual(expected.expense_lines)
    expect(of(drafts, 'estimate_line').map(({ values }) => ({ basis: values.basis, persons: values.value }))).toEqual(
      expected.indirect_basis,
    )
    expect(of(drafts, 'project_community')).toHaveLength(expected.project.communities.length)
  })

  it('raises an alarm for the readings at or past a limit, and for none just inside', () => {
    const at = ({ source }: Draft) => `${source.file}|${source.sheet}|${source.row}`
    const readings = of(drafts, 'reading')
    const alarms = readings.filter(({ values }) => values.danger.length > 0).map(at)
    expect(alarms.sort()).toEqual(expected.clinic_danger.map(({ file, sheet, row }) => `${file}|${sheet}|${row}`).sort())
    const inside = new Set(expected.clinic_boundary_not_danger.map(({ file, sheet, row }) => `${file}|${sheet}|${row}`))
    expect(readings.filter((reading) => inside.has(at(reading)) && reading.values.danger.length === 0)).toHaveLength(inside.size)
  })
})

describe("who is one person in the reference project's register", () => {
  const place = ({ file, sheet, row }: { file: string; sheet?: string | null | undefined; row?: number | undefined }) =>
    `${file}|${sheet ?? ''}|${row}`

  it('merges exactly the rows that are one person', () => {
    const lines = of(drafts, 'registration').filter(({ values }) => values.part === 'elder')
    const groups = Map.groupBy(lines, ({ links }) => end(links.person_id))
    const merged = [...groups.values()].filter((group) => group.length > 1).map((group) => group.map(({ source }) => place(source)).sort())
    expect(merged.sort()).toEqual(expected.merged_register_rows.map(({ rows }) => rows.map(place).sort()).sort())
  })

  it('keeps namesakes of one community apart', () => {
    const people = of(drafts, 'person')
    for (const { community, name, id_numbers } of expected.namesakes) {
      const bearers = people.filter(({ values }) => values.name === name && nameOf(values.community_code) === community)
      expect(bearers.map(({ values }) => values.idNumber).sort()).toEqual([...id_numbers].sort())
    }
  })

  it('keeps two people of one name and birthday apart', () => {
    for (const { name, birth, communities } of expected.same_name_and_birth_but_two_people) {
      const people = of(drafts, 'person').filter(({ values }) => values.name === name && values.birth_date === birth)
      expect(people.map(({ values }) => nameOf(values.community_code)).sort()).toEqual([...communities].sort())
    }
  })

  it('puts no identity number into a key', () => {
    const numbers = of(drafts, 'person')
      .map(({ values }) => values.idNumber ?? '')
      .filter((number) => number.length >= 15)
    const keys = drafts.map(({ key }) => key).join('\n')
    expect(numbers.filter((number) => keys.includes(number))).toEqual([])
  })

  it('gives every draft of a table a key of its own, and every link an end', () => {
    const keys = new Set(drafts.map(({ table, key }) => `${table}|${key}`))
    expect(keys.size).toBe(drafts.length)
    const links = drafts.flatMap((draft): (Link | undefined)[] => Object.values(draft.links))
    const loose = links.filter((link) => link !== undefined && 'key' in link && !keys.has(`${link.table}|${link.key}`))
    expect(loose).toEqual([])
  })
})
