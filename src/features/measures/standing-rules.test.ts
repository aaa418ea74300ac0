import { describe, expect, test } from 'vitest'
import { isWanting, standingOf } from './standing-rules.ts'

describe('how a figure stands', () => {
  test.each([
    [111.1, 100, { is: 'met' }, false],
    [100, 20, { is: 'met' }, false],
    [99.9, 100, { is: 'missed' }, true],
    [48, 50, { is: 'onTime' }, false],
    [45, 50, { is: 'onTime' }, false],
    [44, 50, { is: 'behind', points: 6 }, true],
    [0, 62.4, { is: 'behind', points: 62 }, true],
    [0, 0, { is: 'onTime' }, false],
  ] as const)('%s %% of the target when %s %% of the time is over', (percent, elapsed, standing, wanting) => {
    expect(standingOf(percent, elapsed)).toEqual(standing)
    expect(isWanting(standingOf(percent, elapsed))).toBe(wanting)
  })
})
