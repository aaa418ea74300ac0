import { expect, test } from 'vitest'
import { findAlternative, sumsByCell } from './alternative-rules.ts'
import { isSmall, type Sum, type Table } from './disclosure-schema.ts'
import { cell, crossTable } from './disclosure-testing.ts'
import { determined } from './elimination-rules.ts'
import { suppress } from './suppression-rules.ts'

const withheld = (table: Table): string[] => {
  const verdict = suppress(table)
  if (!verdict.ok) throw new Error(verdict.because.en)
  return [...verdict.value.small, ...verdict.value.protecting].toSorted()
}

test.each([
  [
    'a table without small numbers is published whole',
    [
      [12, 20],
      [30, 41],
    ],
    [],
  ],
  [
    'one small cell takes three more with it, so that no row and no column gives it away',
    [
      [3, 20, 9],
      [30, 41, 50],
      [8, 60, 70],
    ],
    ['r0c0', 'r0c2', 'r2c0', 'r2c2'],
  ],
  [
    'two small cells in one row and two in another protect each other',
    [
      [3, 4, 30],
      [2, 1, 41],
    ],
    ['r0c0', 'r0c1', 'r1c0', 'r1c1'],
  ],
] as const)('%s', (_what, values, keys) =>
  expect(withheld(crossTable(values)).filter((key) => key.includes('c') && key.includes('r'))).toEqual(keys),
)

test.each([
  [4, false, true],
  [5, false, false],
  [0, false, true],
  [9, true, true],
  [10, true, false],
])('%i persons (of health or poverty: %s) are too few to publish: %s', (value, sensitive, small) =>
  expect(isSmall({ value, sensitive })).toBe(small),
)

test('a cell that was left out of an earlier table is not given away by the next one', () => {
  const earlier: Table = {
    cells: [cell('a', 3, 'withheld'), cell('b', 7, 'withheld'), cell('c', 40, 'published'), cell('all', 50, 'published')],
    sums: [{ total: 'all', parts: ['a', 'b', 'c'] }],
  }
  const verdict = suppress({ ...earlier, cells: [...earlier.cells, cell('b', 7)].filter((each, at) => !(each.key === 'b' && at === 1)) })
  expect(verdict).toMatchObject({ ok: true, value: { small: [], protecting: ['b'] } })
})

test('what only harms together with what is out already is refused, and says so', () => {
  const table: Table = {
    cells: [cell('small', 2, 'withheld'), cell('rest', 30, 'published'), cell('all', 32, 'published')],
    sums: [{ total: 'all', parts: ['small', 'rest'] }],
  }
  expect(suppress(table)).toMatchObject({ ok: false, code: 'disclosure.givesAway' })
})

test('everybody of a total of nought is nought: a withheld part has no other value', () => {
  const sums: Sum[] = [{ total: 'all', parts: ['a', 'b'] }]
  const values = new Map([
    ['a', 0],
    ['b', 0],
    ['all', 0],
  ])
  expect(findAlternative('a', { values, unknown: new Set(['a', 'b']), sums: sumsByCell(sums) })).toBeUndefined()
})

test('a sum in which somebody is counted twice gives nothing away exactly', () => {
  const table: Table = {
    cells: [cell('a', 4), cell('b', 30), cell('all', 33)],
    sums: [{ total: 'all', parts: ['a', 'b'] }],
  }
  expect(withheld(table)).toEqual(['a'])
})

test('elimination finds what several sums give away together', () => {
  // a+b and b+c and a+c are out: so are a, b and c.
  const sums: Sum[] = [
    { total: 'ab', parts: ['a', 'b'] },
    { total: 'bc', parts: ['b', 'c'] },
    { total: 'ac', parts: ['a', 'c'] },
  ]
  expect(determined(['a', 'b', 'c'], sums).toSorted()).toEqual(['a', 'b', 'c'])
  expect(determined(['a', 'b', 'c'], sums.slice(0, 2))).toEqual([])
})
