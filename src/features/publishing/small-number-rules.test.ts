import { expect, test } from 'vitest'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import { scopeSchema, type Scope } from '../measures/scope-schema.ts'
import { keyOf } from './bulletin-text-rules.ts'
import { isWithin } from './population-rules.ts'
import { familiesOf, hiddenAmong, isHidden, isTooFew, mayBeSaid, peopleIn, type Counted, type CountedFamily } from './small-number-rules.ts'

const [one, two, three, four] = ['211102004001', '211102004002', '211102004003', '211102005001'].map((code) =>
  divisionCodeSchema.parse(code),
)
const at = (code: typeof one): Scope => scopeSchema.parse({ places: [code] })
const said = (value: number, code: typeof one, measure: MeasureKey = 'direct_persons'): Counted => ({ measure, scope: at(code), value })
const whole = (value: number, measure: MeasureKey = 'direct_persons'): Counted => ({ measure, scope: {}, value })
/** The project broken down by community, as it was counted. */
const byCommunity = (total: number, parts: readonly Counted[], measure: MeasureKey = 'direct_persons'): CountedFamily => ({
  measure,
  parent: {},
  by: 'community',
  total,
  parts: parts.map(({ scope, value }) => ({ scope, value })),
})
const blank = (wanted: readonly Counted[], published: readonly Counted[], families: readonly CountedFamily[]) => {
  const found = hiddenAmong({ wanted, published, families })
  if (!found.ok) return found.code
  return wanted.filter((each) => isHidden(each, found.value)).map(({ scope, value }) => `${scope.places?.[0] ?? 'whole'} ${value}`)
}

const all = [said(3, one), said(20, two), said(30, three), said(41, four)]
const parts = byCommunity(94, all)

test.each([
  ['a table without small numbers is printed whole', [said(20, two), said(30, three)], [], [parts], []],
  ['a small number is left blank', [said(3, one), said(30, three)], [], [parts], [`${one} 3`]],
  [
    'and when the total stands beside it, another one with it, so that nobody takes the one from the other',
    [...all, whole(94)],
    [],
    [parts],
    [`${one} 3`, `${two} 20`],
  ],
  [
    'a total may come later only where it gives no small number away',
    [whole(94)],
    [said(20, two), said(30, three), said(41, four)],
    [parts],
    ['whole 94'],
  ],
  [
    'the last community that is missing in an earlier bulletin is not given away by a later one',
    [said(30, three), said(41, four)],
    [whole(94), said(20, two)],
    [parts],
    [`${three} 30`],
  ],
  [
    'a part that is nearly the whole tells how few are left',
    [said(92, two)],
    [whole(94)],
    [byCommunity(94, [said(92, two)])],
    [`${two} 92`],
  ],
  ['what was out before and is not small may be said again', [said(20, two)], [said(20, two), whole(94)], [parts], []],
] as const)('%s', (_what, wanted, published, families, expected) => expect(blank(wanted, published, families)).toEqual(expected))

test('what only earlier bulletins give away is refused, and nothing is added to it', () => {
  const out = [whole(94), said(20, two), said(30, three), said(41, four)]
  expect(blank([said(41, four)], out, [parts])).toBe('disclosure.givesAway')
})

test.each([
  ['direct_persons', 4, true],
  ['direct_persons', 5, false],
  ['direct_persons', 0, false],
  ['clinic_people', 9, true],
  ['clinic_people', 10, false],
  ['activities', 1, false],
] as const)('%s of %i in a whole project are too few: %s', (measure, value, few) =>
  expect(isTooFew({ measure, scope: {}, value })).toBe(few),
)

test('a mean tells how many it is of, and a percentage its parts', () => {
  expect(peopleIn({ measure: 'gds_pre_mean', scope: {} })).toEqual([{ measure: 'gds_both_n', scope: {} }])
  expect(peopleIn({ measure: 'closure_rate', scope: {} })).toEqual([
    { measure: 'case_closed', scope: {} },
    { measure: 'cases', scope: {} },
  ])
  expect(peopleIn({ measure: 'activities', scope: {} })).toEqual([])
})

const town = scopeSchema.parse({ places: ['211102004'] })
const january = { from: '2025-01', to: '2025-01' }
const quarter = { from: '2025-01', to: '2025-03' }

test.each([
  [
    'a community in a month is a part of the month, of its town in the month, and of the community',
    { places: [one], months: january },
    [
      [{ months: january }, 'community'],
      [{ places: ['211102004'], months: january }, 'community'],
      [{ places: [one] }, 'month'],
    ],
  ],
  [
    'a town is a part of the project, and has its communities',
    town,
    [
      [{}, 'town'],
      [town, 'community'],
    ],
  ],
  [
    'a quarter is made of months, and so is the project',
    { months: quarter },
    [
      [{}, 'month'],
      [{ months: quarter }, 'month'],
    ],
  ],
  [
    'several kinds are a part of all kinds, and have each kind',
    { kinds: ['activity', 'clinic_day'] },
    [
      [{}, 'kind'],
      [{ kinds: ['activity', 'clinic_day'] }, 'kind'],
    ],
  ],
] as const)('%s', (_what, scope, families) => {
  const found = familiesOf({ measure: 'direct_persons', scope: scopeSchema.parse(scope) })
  expect(found.map(({ parent, by }) => [keyOf('direct_persons', parent), by])).toEqual(
    families.map(([parent, by]) => [keyOf('direct_persons', scopeSchema.parse(parent)), by]),
  )
})

/** One breakdown as the store counts it. */
const family = (
  parent: Scope,
  by: CountedFamily['by'],
  total: number,
  of: readonly Counted[],
  measure: MeasureKey = 'cases',
): CountedFamily => ({
  measure,
  parent,
  by,
  total,
  parts: of.map(({ scope, value }) => ({ scope, value })),
})

test('a town’s number in one bulletin and its communities’ in another are weighed together: the one left out stays out', () => {
  const communities = [said(3, one, 'cases'), said(20, two, 'cases'), said(30, three, 'cases')]
  const families = [family(town, 'community', 53, communities), family({}, 'town', 53, [{ measure: 'cases', scope: town, value: 53 }])]
  const ofTown: Counted = { measure: 'cases', scope: town, value: 53 }
  expect(blank([ofTown], communities.slice(1), families)).toEqual(['211102004 53'])
  expect(blank(communities.slice(1), [ofTown], families)).toEqual([`${two} 20`])
})

test('quarters and months are weighed together, also when no month was ever published', () => {
  const month = (n: number): Scope => scopeSchema.parse({ months: { from: `2025-0${n}`, to: `2025-0${n}` } })
  const months = [12, 14, 11, 1, 0, 1].map((value, i): Counted => ({ measure: 'cases', scope: month(i + 1), value }))
  const second = scopeSchema.parse({ months: { from: '2025-04', to: '2025-06' } })
  const [spring, summer]: [Counted, Counted] = [
    { measure: 'cases', scope: scopeSchema.parse({ months: quarter }), value: 37 },
    { measure: 'cases', scope: second, value: 2 },
  ]
  const families = [
    family({}, 'month', 39, months),
    family(spring.scope, 'month', 37, months.slice(0, 3)),
    family(second, 'month', 2, months.slice(3)),
  ]
  const found = hiddenAmong({ wanted: [spring, summer], published: [whole(39, 'cases')], families })
  if (!found.ok) throw new Error(found.because.en)
  expect([spring, summer].map((one) => isHidden(one, found.value))).toEqual([true, true])
})

test('measures whose people are a part of one another’s are weighed together: three more persons were served than came to activities', () => {
  const came = whole(57, 'activity_people')
  const served = whole(60)
  expect(blank([served, came], [], [])).toHaveLength(1)
  expect(blank([served], [came], [])).toEqual(['whole 60'])
  expect(blank([whole(72)], [came], [])).toEqual([])
})

test.each([
  ['activity_people', {}, 'direct_persons', {}, true],
  ['direct_persons', {}, 'activity_people', {}, false],
  ['direct_persons', { kinds: ['activity'] }, 'activity_people', {}, false],
  ['activity_people', {}, 'direct_persons', { kinds: ['activity'] }, true],
  ['activity_people', { places: [one] }, 'direct_persons', { places: ['211102004'] }, true],
  ['activity_people', {}, 'direct_persons', { places: ['211102004'] }, false],
  ['activity_people', {}, 'clinic_people', {}, false],
  ['vol_persons', {}, 'direct_persons', {}, false],
  ['goods_people', {}, 'goods_households', {}, false],
  ['register_persons', {}, 'direct_persons', {}, false],
] as const)('everybody of %s %o is in %s %o: %s', (inner, innerScope, outer, outerScope, is) =>
  expect(isWithin({ measure: inner, scope: scopeSchema.parse(innerScope) }, { measure: outer, scope: scopeSchema.parse(outerScope) })).toBe(
    is,
  ),
)

test('a figure that cannot stand in a sentence says why and what to do', () => {
  const found = hiddenAmong({ wanted: [...all, whole(94)], published: [], families: [parts] })
  if (!found.ok) throw new Error(found.because.en)
  const place = { zh: '旭东社区', en: 'Xudong' }
  expect(mayBeSaid(said(3, one), found.value, place)).toMatchObject({ code: 'publishing.smallNumber' })
  expect(mayBeSaid(said(20, two), found.value, place)).toMatchObject({ code: 'publishing.givesAway' })
  expect(mayBeSaid(said(30, three), found.value, place).ok).toBe(true)
})
