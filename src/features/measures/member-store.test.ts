import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema, monthSchema } from '../../kernel/day.ts'
import { divisionCodeSchema, type DivisionCode } from '../../kernel/ids.ts'
import type { Tx } from '../../server/db.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { addProjectTo } from '../../testing/project.ts'
import { communities, ledgerPlan, writeLedger, type RandomLedger } from '../../testing/random-ledger.ts'
import { kindSchema, kindWords, lineSchema } from '../ledger/kind-schema.ts'
import { hardshipCodeSchema } from '../people/hardship-schema.ts'
import { countCells, type CellAt } from './cell-store.ts'
import { countingOf } from './counting-store.ts'
import { decimalsOf, measureKeys, measures } from './measure-list-rules.ts'
import type { MeasureKey } from './measure-schema.ts'
import { amountInOf } from './member-sort-rules.ts'
import { listMembers, type Members, type Seen } from './member-store.ts'
import { findProject, type ProjectFacts } from './project-facts-store.ts'
import { dimensionsOf, divisionsAsCodes, isCountedFor, overlapOf, windowOf } from './scope-rules.ts'
import { dimensionSchema, type Scope } from './scope-schema.ts'

let house: TestHouse
beforeAll(async () => void (house = await openTestHouse()))
afterAll(() => house.close())

const places = [...communities, divisionCodeSchema.parse('211102002'), divisionCodeSchema.parse('211102')]

const facets = {
  places: fc.subarray(places, { minLength: 1 }),
  homes: fc.subarray(places, { minLength: 1 }),
  months: fc
    .tuple(fc.constantFrom('2024-08', '2024-09', '2024-12'), fc.constantFrom('2024-12', '2025-01', '2025-05'))
    .map(([from, to]) => ({ from: monthSchema.parse(from), to: monthSchema.parse(to) })),
  days: fc
    .tuple(fc.constantFrom('2024-08-01', '2024-09-15'), fc.constantFrom('2024-12-31', '2025-05-31'))
    .map(([from, to]) => ({ from: daySchema.parse(from), to: daySchema.parse(to) })),
  lines: fc.subarray(lineSchema.options, { minLength: 1 }),
  kinds: fc.subarray(kindSchema.options, { minLength: 4 }),
  labels: fc.subarray(hardshipCodeSchema.options.slice(0, 6), { minLength: 1 }),
  certainties: fc.subarray(['name' as const, 'unresolved' as const], { minLength: 1 }),
}
/** No facet, one, or several. */
const scopes: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({}),
  fc.record({ months: facets.months }),
  fc.record({ days: facets.days }),
  fc.record({ places: facets.places }),
  fc.record({ homes: facets.homes }),
  fc.record({ labels: facets.labels, certainties: facets.certainties }, { requiredKeys: [] }),
  fc.record(facets, { requiredKeys: [] }),
)
const questions = fc.record({
  scope: scopes,
  keys: fc.shuffledSubarray([...measureKeys], { minLength: measureKeys.length }),
  by: fc.shuffledSubarray(dimensionSchema.options, { minLength: 1, maxLength: 2 }),
})

type Asked = { tx: Tx; project: ProjectFacts; key: MeasureKey; scope: Scope }

async function valueOf({ tx, project, key, scope }: Asked): Promise<number | null> {
  const cells = await countCells(tx, project, [key], scope, [[]])
  return cells.get(key)?.[0]?.value ?? null
}

const page = { offset: 0, limit: 200 }
const membersOf = ({ tx, project, key, scope }: Asked, seen: Seen, at = page): Promise<Members> =>
  listMembers(tx, countingOf(key, scope, project), project, seen, at)

/** What the listed amounts come to, by hand. */
function totalOf(key: MeasureKey, members: Members): number | null {
  const measure = measures[key]
  if (measure.over === 'measures' || amountInOf(measure) === null) return members.rows.length
  const sum = members.rows.reduce((total, row) => total + (row.amount ?? 0), 0)
  const per = measure.counts === 'money' ? 100 : measure.counts === 'hours' || measure.counts === 'claimedHours' ? 60 : 1
  const total = measure.counts === 'mean' ? sum / members.rows.length : sum / per
  const scale = 10 ** decimalsOf(measure)
  return Number.isNaN(total) ? null : Math.round(total * scale + 1e-7) / scale
}

async function listAgreesWithValue(asked: Asked): Promise<void> {
  const value = await valueOf(asked)
  const all = await membersOf(asked, 'all')
  expect([asked.key, all.value, totalOf(asked.key, all)]).toEqual([asked.key, value, value])
  expect(all).toMatchObject({ inside: all.rows.length, outside: 0 })
  expect(new Set(all.rows.map((row) => row.id)).size).toBe(all.rows.length)
  const first = await membersOf(asked, 'all', { offset: 0, limit: 2 })
  const rest = await membersOf(asked, 'all', { offset: 2, limit: 198 })
  expect([...first.rows, ...rest.rows]).toEqual(all.rows)
  const [here] = communities
  const reach = { whole: false, places: [{ projectId: asked.project.projectId, communityCode: here }] } as const
  const some = await membersOf(asked, { reach, communities: [here] })
  expect([asked.key, some.inside + some.outside]).toEqual([asked.key, all.inside])
  expect(some.rows).toHaveLength(some.inside)
  expect(all.insideAmount === null ? null : (some.insideAmount ?? 0) + (some.outsideAmount ?? 0)).toBe(all.insideAmount)
  expect(await membersOf(asked, { reach: { whole: false, places: [] }, communities: [] })).toMatchObject({ value, inside: 0, rows: [] })
}

/** The scope that a cell stands for; none where none can be said: what has no community, no day, no label. */
function scopeOfCell(scope: Scope, at: CellAt): Scope[] {
  if (Object.values(at).includes(null) || at.grade !== undefined || (at.label !== undefined && scope.labels !== undefined)) return []
  const within = (code: DivisionCode) => {
    const { exact, ranges } = divisionsAsCodes(scope.places ?? [code])
    return exact.includes(code) || ranges.some(([first, last]) => first <= code && code <= last)
  }
  const ofTown = communities.filter((code) => code.startsWith(at.town ?? '') && code.startsWith(at.community ?? '') && within(code))
  const narrow: Scope = {
    ...scope,
    ...(at.community === undefined && at.town === undefined ? {} : { places: ofTown }),
    ...(at.home === undefined ? {} : { homes: [divisionCodeSchema.parse(at.home)] }),
    ...(at.month === undefined ? {} : { months: { from: monthSchema.parse(at.month), to: monthSchema.parse(at.month) } }),
    ...(at.line === undefined ? {} : { lines: [lineSchema.parse(at.line)] }),
    ...(at.kind === undefined ? {} : { kinds: [kindSchema.parse(at.kind)] }),
    ...(at.label === undefined ? {} : { labels: [hardshipCodeSchema.parse(at.label)] }),
  }
  return [narrow]
}

async function cellsAgreeWithScopes(asked: Asked, by: readonly (typeof dimensionSchema.options)[number][]): Promise<number> {
  const { tx, project, key, scope } = asked
  if (!isCountedFor(measures[key], scope, by)) return 0
  const cells = (await countCells(tx, project, [key], scope, [by])).get(key) ?? []
  for (const { at, value } of cells)
    for (const narrow of scopeOfCell(scope, at)) {
      const alone = await valueOf({ ...asked, scope: narrow })
      expect({ key, at, value: alone }).toEqual({ key, at, value })
    }
  const absent = communities.filter(
    (code) => by.join() === 'home' && scope.homes === undefined && !cells.some(({ at }) => at.home === code),
  )
  for (const code of absent) expect([0, null]).toContain(await valueOf({ ...asked, scope: { ...scope, homes: [code] } }))
  return cells.length
}

test('in any ledger and any scope a value is the number of members listed, and a cell is the figure of its own scope', async () => {
  let cells = 0
  let counted = 0
  await fc.assert(
    fc.asyncProperty(ledgerPlan, fc.array(questions, { minLength: 4, maxLength: 4 }), async (plan, asking) => {
      const projectId = await addProjectTo(house, communities)
      await house.write(async (tx) => {
        await writeLedger(tx, house.tenantId, projectId, plan)
        const project = await findProject(tx, house.tenantId, projectId)
        if (project === undefined) throw new Error('The project is not there.')
        for (const { scope, keys, by } of asking) {
          for (const key of keys.filter((each) => !isCountedFor(measures[each], scope)).slice(0, 1))
            expect(await valueOf({ tx, project, key, scope })).toBeNull()
          for (const key of keys.filter((each) => isCountedFor(measures[each], scope)).slice(0, 5)) {
            const asked = { tx, project, key, scope }
            if (measures[key].over !== 'measures') {
              await listAgreesWithValue(asked)
              counted++
            }
            cells += await cellsAgreeWithScopes(
              asked,
              by.filter((dimension) => dimensionsOf(measures[key]).includes(dimension)),
            )
          }
        }
      })
    }),
    { numRuns: 15 },
  )
  // A property that looked at nothing would hold too.
  expect(counted).toBeGreaterThan(50)
  expect(cells).toBeGreaterThan(5)
}, 180_000)

/** The same counts made in the plainest way, from the ledger as it was written down and not from the database. */
function countedByHand(key: MeasureKey, scope: Scope, ledger: RandomLedger, project: ProjectFacts): number | undefined {
  const measure = measures[key]
  if (measure.over !== 'services' && measure.over !== 'attendance') return undefined
  const lies = (code: DivisionCode | null | undefined, divisions: readonly DivisionCode[] | undefined) =>
    divisions === undefined || (typeof code === 'string' && divisions.some((division) => code.startsWith(division)))
  const asked = windowOf(scope)
  const counts = (day: string | null) => {
    const { from, to } = asked === undefined ? project.period : overlapOf(asked, project.period)
    return day === null ? asked === undefined : from <= day && day <= to
  }
  const services = ledger.services.filter(
    (service) =>
      measure.kinds.includes(service.kind) &&
      measure.statuses.includes(service.status) &&
      (measure.themes ?? []).every((theme) => service.themes.includes(theme)) &&
      !service.repeats &&
      counts(service.day) &&
      lies(service.communityCode, scope.places) &&
      (scope.kinds === undefined || scope.kinds.includes(service.kind)) &&
      (scope.lines === undefined || scope.lines.includes(kindWords[service.kind].line)),
  )
  if (measure.over === 'services') {
    if (measure.counts === 'services') return services.length
    if (measure.counts === 'communities') return new Set(services.flatMap((service) => service.communityCode ?? [])).size
    return measure.counts === 'minutes' ? services.reduce((sum, service) => sum + (service.minutes ?? 0), 0) : undefined
  }
  if (measure.danger === true) return undefined
  const attended = services
    .flatMap((service) => service.attended)
    .filter(
      ({ person, part, repeats }) =>
        !repeats &&
        measure.parts.includes(part) &&
        (measure.certainties ?? ['name', 'unresolved']).includes(person === null ? 'unresolved' : 'name') &&
        (scope.certainties === undefined || scope.certainties.includes(person === null ? 'unresolved' : 'name')) &&
        lies(person?.communityCode, scope.homes) &&
        (scope.labels === undefined || scope.labels.some((label) => person?.labels.includes(label) === true)),
    )
  if (measure.counts === 'attendances') return attended.length
  if (measure.counts === 'persons') return new Set(attended.flatMap(({ person }) => person?.id ?? [])).size
  if (measure.counts === 'homes') return new Set(attended.flatMap(({ person }) => person?.householdId ?? [])).size
  return measure.counts === 'households' ? new Set(attended.flatMap(({ householdId }) => householdId ?? [])).size : undefined
}

const personsAndAttendances: [MeasureKey, MeasureKey][] = [
  ['direct_persons', 'direct_times'],
  ['activity_people', 'attendances'],
  ['clinic_people', 'clinic_visits'],
  ['group_members', 'group_attendances'],
  ['craft_makers', 'craft_attendances'],
  ['visit_people', 'visit_attendances'],
  ['vol_persons', 'shifts'],
]

test('figures are what somebody with the records on the table would count, and persons are never more than attendances', async () => {
  let checked = 0
  await fc.assert(
    fc.asyncProperty(ledgerPlan, fc.array(questions, { minLength: 3, maxLength: 3 }), async (plan, asking) => {
      const projectId = await addProjectTo(house, communities)
      await house.write(async (tx) => {
        const ledger = await writeLedger(tx, house.tenantId, projectId, plan)
        const project = await findProject(tx, house.tenantId, projectId)
        if (project === undefined) throw new Error('The project is not there.')
        for (const { scope } of asking) {
          const cells = await countCells(tx, project, measureKeys, scope, [[]])
          const value = (key: MeasureKey) => cells.get(key)?.[0]?.value ?? null
          for (const key of measureKeys.filter((each) => isCountedFor(measures[each], scope))) {
            const byHand = countedByHand(key, scope, ledger, project)
            if (byHand === undefined) continue
            expect({ key, scope, value: value(key) }).toEqual({ key, scope, value: byHand })
            checked += byHand
          }
          for (const [persons, attendances] of personsAndAttendances)
            expect(value(persons) ?? 0).toBeLessThanOrEqual(value(attendances) ?? 0)
        }
      })
    }),
    { numRuns: 30 },
  )
  expect(checked).toBeGreaterThan(100)
}, 180_000)
