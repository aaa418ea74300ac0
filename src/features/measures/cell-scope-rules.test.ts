import { describe, expect, test } from 'vitest'
import { scopeOfCell } from './cell-scope-rules.ts'
import { scopeSchema } from './scope-schema.ts'

const scope = (input: unknown) => scopeSchema.parse(input)
const station = '211102003001'
const sunny = '211102003005'

describe('what a cell of a breakdown was counted for', () => {
  test('the cell of a community and a month is that community in that month, of whatever else was asked', () => {
    expect(scopeOfCell(scope({ lines: ['mental'], places: [station, sunny] }), { community: sunny, month: '2024-10' })).toEqual({
      lines: ['mental'],
      places: [sunny],
      months: { from: '2024-10', to: '2024-10' },
    })
  })

  test('a month within longer months asked for narrows them', () => {
    expect(scopeOfCell(scope({ months: { from: '2024-09', to: '2025-01' } }), { month: '2024-12' })).toEqual({
      months: { from: '2024-12', to: '2024-12' },
    })
  })

  test('a month of a breakdown over certain days keeps the days: part of the month was counted', () => {
    const days = { from: '2024-09-10', to: '2024-09-20' }
    expect(scopeOfCell(scope({ days }), { month: '2024-09' })).toEqual({ days, months: { from: '2024-09', to: '2024-09' } })
  })

  test('a town is all that lies in it, or those of its communities that were asked for', () => {
    expect(scopeOfCell(scope({}), { town: '211102003' })).toEqual({ places: ['211102003'] })
    expect(scopeOfCell(scope({ places: [station, '211102008001'] }), { town: '211102003' })).toEqual({ places: [station] })
  })

  test('a total is the scope that was asked for', () => {
    expect(scopeOfCell(scope({ kinds: ['activity'] }), {})).toEqual({ kinds: ['activity'] })
  })

  test('what has no community, and the grade of a disability, cannot be asked for', () => {
    expect(scopeOfCell(scope({}), { community: null })).toBeUndefined()
    expect(scopeOfCell(scope({}), { grade: '2' })).toBeUndefined()
    expect(scopeOfCell(scope({}), { kind: 'no kind of ours' })).toBeUndefined()
  })
})
