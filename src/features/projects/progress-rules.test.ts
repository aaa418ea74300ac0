import { describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { daysLeft, elapsedShare } from './progress-rules.ts'

const day = (text: string) => daySchema.parse(text)

describe('how far a project’s time has run', () => {
  test.each([
    ['2024-08-31', 0],
    ['2024-09-01', 0.1],
    ['2024-09-05', 0.5],
    ['2024-09-10', 1],
    ['2025-01-01', 1],
  ])('on %s', (today, share) => {
    expect(elapsedShare(day('2024-09-01'), day('2024-09-10'), day(today))).toBeCloseTo(share)
  })

  test('the last day has none left, and a project that is over owes none', () => {
    expect(daysLeft(day('2024-09-10'), day('2024-09-10'))).toBe(0)
    expect(daysLeft(day('2024-09-10'), day('2024-09-01'))).toBe(9)
    expect(daysLeft(day('2024-09-10'), day('2025-01-01'))).toBe(0)
  })
})
