import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { measureKeys, measures } from './measure-list-rules.ts'
import { amountInOf, memberSortOf } from './member-sort-rules.ts'
import { measureSchema, sectionWords } from './measure-schema.ts'
import { dimensionsOf } from './scope-rules.ts'

const table = measureKeys.map((key) => ({ key, measure: measures[key] }))

describe.each(table)('$key', ({ measure }) => {
  test('is said in both languages: name, unit and the rule it is counted by', () => {
    expect(measureSchema.parse(measure)).toEqual(measure)
    expect(measure.rule.zh).toMatch(/[\u4e00-\u9fff].*。$/)
    expect(measure.rule.en).toMatch(/^[A-Z].*\.$/)
    expect(measure.name.zh).not.toBe(measure.name.en)
    expect(sectionWords[measure.section].zh).not.toBe('')
  })

  test('looks at no planned or cancelled service, and at failed ones only to count failures', () => {
    if (!('statuses' in measure)) return
    expect(measure.statuses).toEqual(measure.section === 'visits' && measure.statuses.includes('failed') ? ['failed'] : ['held'])
  })

  test('opens on members whose amounts have a unit exactly when they are summed', () => {
    if (measure.over === 'measures') return
    const summed = ['minutes', 'hours', 'claimedHours', 'money', 'quantity', 'unnamed', 'mean', 'estimate'].includes(measure.counts)
    expect(amountInOf(measure) !== null).toBe(summed)
    expect(memberSortOf(measure)).toBeTypeOf('string')
  })
})

test('no two measures bear one name', () => {
  expect(new Set(table.map(({ measure }) => measure.name.zh)).size).toBe(table.length)
  expect(new Set(table.map(({ measure }) => measure.name.en)).size).toBe(table.length)
})

test('every figure that the reference project publishes is a measure', () => {
  const file = join(import.meta.dirname, '../../../demo/reference-project/expected.json')
  const expected = z.object({ figures: z.record(z.string(), z.unknown()) }).parse(JSON.parse(readFileSync(file, 'utf8')))
  expect(Object.keys(expected.figures).filter((key) => !measureKeys.some((known) => known === key))).toEqual([])
})

test('only persons, attendances and what concerns a person can be broken down by home and label', () => {
  const byHome = table.filter(({ measure }) => dimensionsOf(measure).includes('home')).map(({ measure }) => measure.over)
  expect(new Set(byHome)).toEqual(new Set(['attendance', 'register', 'assessments']))
})

test('an estimate and a budget cannot be broken down, for nobody counted them by anything', () => {
  expect(dimensionsOf(measures.indirect_persons)).toEqual([])
  expect(dimensionsOf(measures.budget_total)).toEqual([])
})

test('a telephone visit, a shift and a piece make nobody a beneficiary', () => {
  const direct = measures.direct_persons
  if (!('kinds' in direct)) throw new Error('Direct beneficiaries are counted from services.')
  for (const kind of ['phone_visit', 'volunteer_shift', 'craft_piece', 'linkage', 'case_opening'] as const)
    expect(direct.kinds).not.toContain(kind)
})
