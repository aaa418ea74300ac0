import { describe, expect, test } from 'vitest'
import { fieldsTwice, isToCheck, nameOfTable } from './table-check-rules.ts'

describe('tables that somebody should look at', () => {
  test.each([
    [null, 0, true],
    ['register', 0.6, true],
    ['register', 0.8, false],
    ['signIn', 1, false],
  ])('taken for %s, sure to %s', (form, confidence, look) => {
    expect(isToCheck({ form, confidence })).toBe(look)
  })

  test('a table is known by its sheet, and in a file without sheets by the file', () => {
    expect(nameOfTable({ file: '04 活动.xlsx', sheet: '活动总表', part: null })).toBe('活动总表')
    expect(nameOfTable({ file: '补报.csv', sheet: null, part: null })).toBe('补报.csv')
    expect(nameOfTable({ file: '台账.xlsx', sheet: '1月', part: '入户探访' })).toBe('1月：入户探访')
  })

  test('two columns that mean the same are told, those not used are not', () => {
    expect(fieldsTwice([{ field: 'name' }, { field: null }, { field: null }, { field: 'phone' }, { field: 'name' }])).toEqual(['name'])
    expect(fieldsTwice(['labels', 'labels', 'sessions', 'sessions', 'items', 'items'].map((field) => ({ field })))).toEqual([])
  })
})
