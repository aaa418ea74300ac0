import { describe, expect, test } from 'vitest'
import { detailsOf, endOfDay, everything, filterOf, startOfDay } from './trail-filter-rules.ts'

describe('what an auditor asks the trail for', () => {
  test('a day is the day of the place of work, from its first moment to the last', () => {
    expect(startOfDay('2025-03-01')).toBe('2025-02-28T16:00:00.000Z')
    expect(endOfDay('2025-03-01')).toBe('2025-03-01T16:00:00.000Z')
  })

  test('conditions left empty ask for everything', () => {
    expect(filterOf(everything)).toEqual({})
    expect(filterOf({ ...everything, accountName: ' 王芳 ', from: '2025-03-01' })).toEqual({
      accountName: '王芳',
      from: '2025-02-28T16:00:00.000Z',
    })
  })

  test('details are read as names and values, and never hide what is no JSON', () => {
    expect(detailsOf('{"fields":["state","password"],"project":null}')).toEqual([
      ['fields', 'state, password'],
      ['project', 'null'],
    ])
    expect(detailsOf('broken {')).toEqual([['', 'broken {']])
    expect(detailsOf('')).toEqual([])
  })
})
