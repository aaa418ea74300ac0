import { describe, expect, test } from 'vitest'
import { ability, finalLevelOf, levelOf } from './ability-scale-rules.ts'
import { hardshipCare, selfCare } from './care-scale-rules.ts'
import { gds15 } from './gds-scale-rules.ts'
import { carerStrain, fallRisk, homeSafety, satisfaction } from './list-scale-rules.ts'
import { gad2, gad7, phq2, phq9 } from './mood-scale-rules.ts'
import { catalogue } from './scale-rules.ts'
import type { Answers, Scale } from './scale-schema.ts'
import { asksForProtocol, bandOf, changesBetween, countedItems, mayAnswer, resultOf } from './scoring-rules.ts'
import { barthel, lawton, lsns6, ucla3, who5 } from './shell-scale-rules.ts'

/** The best or the worst answer to everything. */
const all = (scale: Scale, pick: (values: readonly number[]) => number): Answers =>
  Object.fromEntries(
    countedItems(scale).map((item) => {
      const values = item.options.flatMap((option) => option.value ?? [])
      return [item.key, item.options.find((option) => option.value === pick(values))?.key ?? '']
    }),
  )
const least = (scale: Scale) => all(scale, (values) => Math.min(...values))
const most = (scale: Scale) => all(scale, (values) => Math.max(...values))
/** Questions of a scale in their order, each with the option of this key; '-' leaves one out. */
const given = (scale: Scale, ...keys: string[]): Answers =>
  Object.fromEntries(countedItems(scale).flatMap((item, at) => (keys[at] === undefined || keys[at] === '-' ? [] : [[item.key, keys[at]]])))
/** So many of the last option, the rest the first, for scales whose options go 0, 1. */
const counting = (scale: Scale, points: number, on: string, off: string): Answers =>
  Object.fromEntries(countedItems(scale).map((item, at) => [item.key, at < points ? on : off]))

describe.each(catalogue.map((scale) => [scale.code, scale] as const))('%s', (_, scale) => {
  test('gives every total from its least to its most, each in one band, and none outside', () => {
    const ends = [resultOf(scale, least(scale)).score, resultOf(scale, most(scale)).score]
    expect(ends).toEqual([scale.least, scale.most])
    if (scale.decides === 'overall') return
    for (let total = scale.least; total <= scale.most; total++)
      expect(
        scale.bands.filter((band) => total >= band.from && total <= band.to),
        `${total}`,
      ).toHaveLength(1)
  })
  test('asks each question once, and each answer is told apart', () => {
    expect(new Set(scale.items.map((item) => item.key)).size).toBe(scale.items.length)
    for (const item of scale.items) expect(new Set(item.options.map((option) => option.key)).size).toBe(item.options.length)
  })
  test('never takes an unanswered question for nothing', () => {
    const { [countedItems(scale)[0]?.key ?? '']: _left, ...rest } = most(scale)
    const result = resultOf(scale, rest)
    expect(result.missing).toHaveLength(1)
    if (scale.missing.rule === 'none') expect(result.score).toBeNull()
    else expect(result.score).toBe(scale.most)
  })
})

test('self-care weighs its five items as the service norm prints them', () => {
  expect(selfCare.items.map((item) => item.options.map((option) => option.value))).toEqual([
    [0, 0, 3, 5],
    [0, 1, 3, 7],
    [0, 0, 3, 5],
    [0, 1, 5, 10],
    [0, 1, 5, 10],
  ])
})

test.each([
  // meals, washing, dressing, toilet, moving
  [['0', '0', '0', '0', '0'], 0, 'able'],
  [['2', '0', '0', '0', '0'], 3, 'able'],
  [['1', '1', '1', '1', '1'], 3, 'able'],
  [['2', '1', '0', '0', '0'], 4, 'light'],
  [['2', '0', '0', '2', '0'], 8, 'light'],
  [['2', '2', '2', '0', '0'], 9, 'moderate'],
  [['2', '2', '2', '2', '1'], 15, 'moderate'],
  [['2', '0', '0', '2', '3'], 18, 'moderate'],
  [['2', '2', '2', '2', '2'], 19, 'unable'],
  [['3', '3', '3', '3', '3'], 37, 'unable'],
])('self-care answered %j is %d: %s', (keys, score, band) => {
  const result = resultOf(selfCare, given(selfCare, ...keys))
  expect([result.score, result.band?.code]).toEqual([score, band])
})

test.each([
  [0, 'able'],
  [1, 'partly'],
  [3, 'partly'],
  [4, 'lost'],
  [6, 'lost'],
])('of the six things of 特困, %d that cannot be done: %s', (not, band) => {
  expect(resultOf(hardshipCare, counting(hardshipCare, not, 'not', 'met'))).toMatchObject({ score: not, band: { code: band } })
})

test.each([
  [90, 0],
  [89, 1],
  [66, 1],
  [65, 2],
  [46, 2],
  [45, 3],
  [30, 3],
  [29, 4],
  [0, 4],
])('an ability total of %d is level %d', (total, level) => {
  expect(levelOf(total)).toBe(level)
  expect(bandOf(ability, total)?.code).toBe(String(level))
})

test('ability: the points of its four parts are 32, 15, 28 and 15, and 90 in all', () => {
  const sums = ['B.1', 'B.2', 'B.3', 'B.4'].map((part) =>
    ability.items
      .filter((item) => item.key.startsWith(part))
      .reduce((sum, item) => sum + Math.max(...item.options.map((option) => option.value ?? 0)), 0),
  )
  expect(sums).toEqual([32, 15, 28, 15])
})

test.each<[string, number | null, Answers, number | undefined]>([
  ['nothing besides', 70, {}, 1],
  ['dementia', 70, { dementia: 'yes' }, 2],
  ['another psychiatric diagnosis', 70, { psychiatric: 'yes' }, 2],
  ['one event', 70, { events: '1' }, 1],
  ['two events', 70, { events: '2' }, 2],
  ['all three reasons raise once', 70, { dementia: 'yes', psychiatric: 'yes', events: '2' }, 2],
  ['a whole elder with dementia', 90, { dementia: 'yes' }, 1],
  ['no level beyond the fourth', 10, { dementia: 'yes', events: '2' }, 4],
  ['coma, unscored', null, { 'B.3.9': 'coma' }, 4],
  ['coma beside a high total', 88, { 'B.3.9': 'coma' }, 4],
  ['stupor is no coma', 88, { 'B.3.9': 'stupor' }, 1],
  ['unanswered items, no coma', null, { dementia: 'yes' }, undefined],
])('ability with %s', (_, total, answers, level) => {
  expect(finalLevelOf(total, answers)).toBe(level)
})

test('a coma alone is an answer: the level is decided and nothing is missing', () => {
  const result = resultOf(ability, { 'B.3.9': 'coma' })
  expect(result).toMatchObject({ score: null, band: { code: '4' }, missing: [], raises: ['coma'] })
  expect(mayAnswer(ability, { 'B.3.9': 'coma' }).ok).toBe(true)
})

test('GDS-15 counts “no” on 1, 5, 7, 11 and 13, and “yes” on the others', () => {
  const counted = (key: string) =>
    gds15.items.filter((item) => item.options.find((option) => option.key === key)?.value === 1).map((item) => Number(item.key))
  expect(counted('no')).toEqual([1, 5, 7, 11, 13])
  expect(counted('yes')).toEqual([2, 3, 4, 6, 8, 9, 10, 12, 14, 15])
  const everything = (key: string) => Object.fromEntries(gds15.items.map((item) => [item.key, key]))
  expect(resultOf(gds15, everything('yes')).score).toBe(10)
  expect(resultOf(gds15, everything('no')).score).toBe(5)
})

test.each([
  [0, 'none'],
  [4, 'none'],
  [5, 'mild'],
  [8, 'mild'],
  [9, 'moderate'],
  [11, 'moderate'],
  [12, 'severe'],
  [15, 'severe'],
])('a GDS-15 of %d: %s', (score, band) => {
  expect(bandOf(gds15, score)?.code).toBe(band)
})

test.each([
  ['ten of which all count, five left out', 10, 5, 15],
  ['ten of which four count, five left out', 4, 5, 6],
  ['fourteen of which five count', 5, 1, 5],
  ['nine answered', 9, 6, null],
])('GDS-15 carries up what is missing: %s', (_, points, missing, score) => {
  const worst = most(gds15)
  const best = least(gds15)
  const keys = gds15.items.map((item) => item.key).slice(0, 15 - missing)
  const answers = Object.fromEntries(keys.map((key, at) => [key, (at < points ? worst : best)[key] ?? '']))
  expect(resultOf(gds15, answers)).toMatchObject({ score, carried: score !== null })
})

test.each([
  [4, 'none'],
  [5, 'mild'],
  [9, 'mild'],
  [10, 'moderate'],
  [14, 'moderate'],
  [15, 'high'],
  [19, 'high'],
  [20, 'severe'],
  [27, 'severe'],
])('a PHQ-9 of %d: %s', (score, band) => {
  expect(bandOf(phq9, score)?.code).toBe(band)
})

test.each([
  [['3', '3', '3', '3', '3', '3', '3', '-', '-'], 27],
  [['1', '1', '1', '1', '1', '1', '1', '0', '-'], 8],
  [['1', '1', '1', '1', '1', '1', '1', '-', '0'], 8],
  [['3', '3', '3', '3', '3', '3', '-', '-', '-'], null],
])('a PHQ-9 answered %j is %s: two may lack, three may not', (keys, score) => {
  expect(resultOf(phq9, given(phq9, ...keys)).score).toBe(score)
})

test('the tenth question of the PHQ-9 is asked and not counted', () => {
  expect(resultOf(phq9, { ...least(phq9), difficulty: '3' }).score).toBe(0)
})

test.each([
  [phq2, 2, 'none'],
  [phq2, 3, 'shown'],
  [gad2, 2, 'none'],
  [gad2, 3, 'shown'],
  [gad7, 4, 'none'],
  [gad7, 5, 'mild'],
  [gad7, 9, 'mild'],
  [gad7, 10, 'moderate'],
  [gad7, 14, 'moderate'],
  [gad7, 15, 'severe'],
  [lsns6, 11, 'isolated'],
  [lsns6, 12, 'linked'],
  [ucla3, 5, 'none'],
  [ucla3, 6, 'lonely'],
  [barthel, 40, 'heavy'],
  [barthel, 41, 'moderate'],
  [barthel, 60, 'moderate'],
  [barthel, 61, 'light'],
  [barthel, 99, 'light'],
  [barthel, 100, 'none'],
  [lawton, 7, 'some'],
  [lawton, 8, 'none'],
  [who5, 28, 'very-low'],
  [who5, 29, 'low'],
  [who5, 50, 'low'],
  [who5, 51, 'well'],
  [homeSafety, 0, 'safe'],
  [homeSafety, 3, 'some'],
  [homeSafety, 4, 'many'],
  [fallRisk, 1, 'low'],
  [fallRisk, 2, 'some'],
  [fallRisk, 4, 'high'],
  [carerStrain, 9, 'light'],
  [carerStrain, 10, 'some'],
  [carerStrain, 20, 'heavy'],
] as const)('$code at %d is in band %s', (scale, score, band) => {
  expect(bandOf(scale, score)?.code).toBe(band)
})

test('WHO-5 multiplies its sum by four', () => {
  expect(resultOf(who5, given(who5, '3', '3', '3', '3', '1')).score).toBe(52)
})

test('a place that does not apply at home is answered and is no danger', () => {
  expect(resultOf(homeSafety, counting(homeSafety, 2, 'none', 'ok'))).toMatchObject({ score: 0, missing: [] })
})

test('whoever says “neither” all in all is not counted as satisfied, whatever the other answers', () => {
  expect(resultOf(satisfaction, { ...most(satisfaction), overall: '3' }).band?.code).toBe('neither')
  expect(resultOf(satisfaction, { ...least(satisfaction), overall: '4' }).band?.code).toBe('satisfied')
})

test.each([
  ['PHQ-9', { '9': '1' }, true],
  ['PHQ-9', { '9': '3' }, true],
  ['PHQ-9', { '9': '0' }, false],
  ['PHQ-9', {}, false],
  ['GAD-7', { '9': '3' }, false],
])('%s answered %j asks for the risk protocol: %s', (code, answers, asked) => {
  expect(asksForProtocol(code, answers)).toBe(asked)
})

test.each([
  [{ '1': 'yes' }, true],
  [{ '1': 'maybe' }, false],
  [{ '16': 'yes' }, false],
  [{}, false],
])('a GDS-15 answered %j is taken: %s', (answers, taken) => {
  expect(mayAnswer(gds15, answers).ok).toBe(taken)
})

test('what changed between two occasions is named question by question', () => {
  const before = given(gad2, '3', '2')
  const after = given(gad2, '1', '2')
  expect(changesBetween(gad2, before, after).map(({ item, from, to, by }) => [item.key, from, to, by])).toEqual([['1', '3', '1', -2]])
})
