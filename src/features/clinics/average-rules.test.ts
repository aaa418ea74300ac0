import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { averageOf, shownAverage } from './average-rules.ts'
import { pressureBand } from './band-rules.ts'
import type { Pressure } from './reading-rules.ts'

const of = (...pairs: [number, number][]): Pressure[] => pairs.map(([systolic, diastolic]) => ({ systolic, diastolic }))

describe('a blood pressure measured', () => {
  it.each([
    ['once waits for the second', of([150, 90]), [150, 90], 'second'],
    ['twice is averaged', of([150, 90], [140, 86]), [145, 88], undefined],
    ['twice, 10 apart, is averaged', of([150, 90], [140, 90]), [145, 90], undefined],
    ['twice, the upper 11 apart, waits for the third', of([151, 90], [140, 90]), [145.5, 90], 'third'],
    ['twice, the lower 11 apart, waits for the third', of([150, 91], [150, 80]), [150, 85.5], 'third'],
    ['three times is averaged over the three', of([160, 91], [140, 80], [150, 87]), [150, 86], undefined],
  ] as const)('%s', (_, pressures, [systolic, diastolic], needs) => {
    expect(averageOf(pressures)).toEqual({ systolic, diastolic, of: pressures.length, needs })
  })

  test('nobody has an average without a measurement', () => {
    expect(averageOf([])).toBeUndefined()
  })
})

const pressure = fc.record({ systolic: fc.integer({ min: 60, max: 260 }), diastolic: fc.integer({ min: 30, max: 160 }) })

test('an average lies between its measurements, and does not depend on their order', () => {
  fc.assert(
    fc.property(fc.array(pressure, { minLength: 1, maxLength: 3 }), (pressures) => {
      const average = averageOf(pressures)
      const reversed = averageOf(pressures.toReversed())
      if (average === undefined || reversed === undefined) throw new Error('There is one.')
      for (const which of ['systolic', 'diastolic'] as const) {
        const all = pressures.map((one) => one[which])
        expect(average[which]).toBeGreaterThanOrEqual(Math.min(...all))
        expect(average[which]).toBeLessThanOrEqual(Math.max(...all))
        expect(average[which]).toBeCloseTo(reversed[which], 9)
      }
    }),
  )
})

test('what is shown of an average falls into the band of the average: no limit is reached by rounding', () => {
  fc.assert(
    fc.property(fc.array(pressure, { minLength: 1, maxLength: 3 }), (pressures) => {
      const average = averageOf(pressures)
      if (average === undefined) throw new Error('There is one.')
      const shown = { systolic: Number(shownAverage(average.systolic)), diastolic: Number(shownAverage(average.diastolic)) }
      expect(pressureBand(shown)).toBe(pressureBand(average))
    }),
  )
})
