import { describe, expect, test } from 'vitest'
import { isEmpty, mainFigures } from './main-figures-rules.ts'
import type { Figure } from './schema.ts'

const figure = (key: Figure['key'], value: number | null, target?: number): Figure => ({
  key,
  version: 1,
  value,
  target: target === undefined ? null : { wording: key, value: target, unit: null, percent: null },
})

describe('the figures of the first page', () => {
  test('are those that the contract asks for, as long as it asks for any', () => {
    const figures = [figure('direct_persons', 5, 10), figure('sessions', 3), figure('goods_value', 800, 1000)]
    expect(mainFigures(figures).map(({ key }) => key)).toEqual(['direct_persons', 'goods_value'])
  })

  test('without a contract they are the usual ones, and none that the scope leaves without a value', () => {
    const figures = [figure('direct_persons', 5), figure('goods_value', 800), figure('linkages', null), figure('sessions', 0)]
    expect(mainFigures(figures).map(({ key }) => key)).toEqual(['direct_persons', 'sessions'])
  })

  test('a project in which nothing was done yet is empty', () => {
    expect(isEmpty([figure('sessions', 0, 10), figure('gds_pre_mean', null)])).toBe(true)
    expect(isEmpty([figure('sessions', 1, 10)])).toBe(false)
  })
})
