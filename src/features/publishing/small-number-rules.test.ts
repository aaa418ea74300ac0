import { expect, test } from 'vitest'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import { scopeSchema, type Scope } from '../measures/scope-schema.ts'
import { keyOf } from './bulletin-text-rules.ts'
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

test('a scope of two limits belongs to two breakdowns', () => {
  const scope = scopeSchema.parse({ places: [one], months: { from: '2025-01', to: '2025-01' } })
  expect(familiesOf({ measure: 'direct_persons', scope }).map(({ parent, by }) => [keyOf('direct_persons', parent), by])).toEqual([
    [keyOf('direct_persons', scopeSchema.parse({ months: { from: '2025-01', to: '2025-01' } })), 'community'],
    [keyOf('direct_persons', at(one)), 'month'],
  ])
})

test('a figure that cannot stand in a sentence says why and what to do', () => {
  const found = hiddenAmong({ wanted: [...all, whole(94)], published: [], families: [parts] })
  if (!found.ok) throw new Error(found.because.en)
  const place = { zh: '旭东社区', en: 'Xudong' }
  expect(mayBeSaid(said(3, one), found.value, place)).toMatchObject({ code: 'publishing.smallNumber' })
  expect(mayBeSaid(said(20, two), found.value, place)).toMatchObject({ code: 'publishing.givesAway' })
  expect(mayBeSaid(said(30, three), found.value, place).ok).toBe(true)
})
