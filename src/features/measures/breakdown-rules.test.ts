import { describe, expect, test } from 'vitest'
import { cellsOf, extremesOf } from './breakdown-rules.ts'

describe('the cells of a breakdown', () => {
  const valueAt = cellsOf(
    [
      { at: { community: '211102003001' }, values: [12, 8.5] },
      { at: { community: null }, values: [1, null] },
      { at: {}, values: [13, 8.5] },
    ],
    ['sessions', 'gds_pre_mean'],
    ['community'],
  )

  test('each is found where it stands, the total and those without a community too', () => {
    expect(valueAt({ community: '211102003001' }, 'sessions')).toBe(12)
    expect(valueAt({ community: '211102003001' }, 'gds_pre_mean')).toBe(8.5)
    expect(valueAt({ community: null }, 'sessions')).toBe(1)
    expect(valueAt({}, 'sessions')).toBe(13)
  })

  test('where nothing was done there were no sessions, and no mean at all', () => {
    expect(valueAt({ community: '211102009001' }, 'sessions')).toBe(0)
    expect(valueAt({ community: '211102009001' }, 'gds_pre_mean')).toBeNull()
  })

  test('the order in which the dimensions are named does not matter', () => {
    const both = cellsOf([{ at: { month: '2024-10', community: '211102003001' }, values: [3] }], ['sessions'], ['community', 'month'])
    expect(both({ community: '211102003001', month: '2024-10' }, 'sessions')).toBe(3)
  })
})

describe('what a chart says in words', () => {
  test('the highest and the lowest point, what has no value left aside', () => {
    const points = [
      { name: '甲', value: null },
      { name: '乙', value: 4 },
      { name: '丙', value: 9 },
      { name: '丁', value: 4 },
    ]
    expect(extremesOf(points)).toEqual({ most: points[2], least: points[1] })
    expect(extremesOf([{ name: '甲', value: null }])).toBeUndefined()
  })
})
