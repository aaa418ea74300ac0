import { expect, test } from 'vitest'
import { scopeSchema } from '../measures/scope-schema.ts'
import { frozenIdSchema } from './figure-record-schema.ts'
import type { Block } from './bulletin-schema.ts'
import { mayDraw, sharesOf, stretchesOf } from './chart-rules.ts'

const figure = (measure: 'activities' | 'direct_persons', month: string) => ({
  is: 'figure' as const,
  id: frozenIdSchema.parse('019a0000-0000-7000-8000-00000000000a'),
  measure,
  scope: scopeSchema.parse({ months: { from: month, to: month } }),
  saying: 'full' as const,
})
const block = (as: 'table' | 'bars' | 'line' | 'shares', measures: readonly ('activities' | 'direct_persons')[]): Block => ({
  is: 'figures',
  title: '每月',
  as,
  rows: measures.map((measure, at) => ({ name: `${at + 1}月`, figure: figure(measure, `2025-0${at + 1}`) })),
})

test.each([
  ['activities of two months have shares', block('shares', ['activities', 'activities']), true],
  ['persons are counted in both months, and have none', block('shares', ['direct_persons', 'direct_persons']), false],
  ['two measures are no parts of one another', block('shares', ['activities', 'direct_persons']), false],
  ['one alone has no share', block('shares', ['activities']), false],
  ['persons of two months make a line', block('line', ['direct_persons', 'direct_persons']), true],
  ['two measures make no line', block('line', ['activities', 'direct_persons']), false],
  ['anything is a table', block('table', ['activities', 'direct_persons']), true],
] as const)('%s', (_what, drawn, may) => expect(mayDraw([drawn]).ok).toBe(may))

test('a line begins at nought, and breaks where a number is left blank', () => {
  const stretches = stretchesOf([0, 10, null, 5])
  expect(stretches.map((points) => points.map(({ value }) => value))).toEqual([[0, 10], [5]])
  expect(stretches[0]?.map(({ y }) => y)).toEqual([96, 18])
})

test('shares are of all, and none is said where one is left blank', () => {
  expect(sharesOf([30, 60, 10])).toEqual([30, 60, 10])
  expect(sharesOf([30, null, 10])).toBeUndefined()
  expect(sharesOf([0, 0])).toBeUndefined()
})
