import { describe, expect, test } from 'vitest'
import { doubtsOf, totalsOf } from './totals-rules.ts'

const record = (table: string, added: number, changed: number, left: number) => ({
  table,
  title: { zh: table, en: table },
  added,
  changed,
  left,
})

describe('what an import comes to', () => {
  const summary = {
    records: [record('person', 3, 1, 0), record('service', 5, 0, 7)],
    findings: { error: 1, warning: 4, notice: 20 },
    unresolved: 2,
    rows: 30,
  }

  test('all kinds of records together', () => {
    expect(totalsOf(summary)).toEqual({ added: 8, changed: 1, left: 7 })
    expect(totalsOf(null)).toEqual({ added: 0, changed: 0, left: 0 })
  })

  test('notices are no doubts', () => {
    expect(doubtsOf(summary)).toBe(5)
    expect(doubtsOf(null)).toBe(0)
  })
})
