import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { faultsOf } from './entry-rules.ts'
import type { PartValues } from './part-schema.ts'
import { saneRanges, toMmol } from './reading-rules.ts'

const pressure = (systolic: number, diastolic: number, pulse: number | null = null): PartValues => ({
  part: 'pressure',
  pressures: [{ systolic, diastolic }],
  pulse,
})
const glucose = (value: number, unit: 'mmol/L' | 'mg/dL' = 'mmol/L'): PartValues => ({ part: 'glucose', value, unit, context: 'random' })
const body = (weightKg: number | null, heightCm: number | null = null, waistCm: number | null = null): PartValues => ({
  part: 'body',
  weightKg,
  heightCm,
  waistCm,
})

describe('what a station types', () => {
  it.each([
    ['136/78', pressure(136, 78, 72), []],
    ['an upper pressure of 59', pressure(59, 45), ['pressures.0.systolic impossible']],
    ['an upper pressure of 60', pressure(60, 40), ['pressures.0.systolic unlikely', 'pressures.0.diastolic unlikely']],
    ['an upper pressure of 261', pressure(261, 90), ['pressures.0.systolic impossible']],
    ['a lower pressure of 29', pressure(100, 29), ['pressures.0.diastolic impossible']],
    ['a lower pressure of 161', pressure(200, 161), ['pressures.0.diastolic impossible']],
    ['a pair written the wrong way round', pressure(78, 136), ['pressures.0.diastolic impossible']],
    ['an upper pressure that is not above', pressure(90, 90), ['pressures.0.diastolic impossible']],
    ['a pair 15 apart', pressure(120, 105), ['pressures.0.diastolic unlikely']],
    ['a pulse of 29', pressure(136, 78, 29), ['pulse impossible']],
    ['a pulse of 38', pressure(136, 78, 38), ['pulse unlikely']],
    ['a pulse of 221', pressure(136, 78, 221), ['pulse impossible']],
    ['16.7', glucose(16.7), []],
    ['a glucose of 0.9', glucose(0.9), ['value impossible']],
    ['a glucose of 33.4', glucose(33.4), ['value impossible']],
    ['a glucose of 33.3', glucose(33.3), ['value unlikely']],
    ['122 in mg/dL', glucose(122, 'mg/dL'), []],
    ['an oxygen of 49', { part: 'oxygen', oxygen: 49 }, ['oxygen impossible']],
    ['an oxygen of 84', { part: 'oxygen', oxygen: 84 }, ['oxygen unlikely']],
    ['an oxygen of 101', { part: 'oxygen', oxygen: 101 }, ['oxygen impossible']],
    ['a temperature of 33.9', { part: 'temperature', temperature: 33.9 }, ['temperature impossible']],
    ['a temperature of 43.1', { part: 'temperature', temperature: 43.1 }, ['temperature impossible']],
    ['a temperature of 41.2', { part: 'temperature', temperature: 41.2 }, ['temperature unlikely']],
    ['a weight in 斤 of 201', body(201), ['weightKg impossible']],
    ['a weight of 130', body(130), ['weightKg unlikely']],
    ['no part of the body', body(null), ['weightKg impossible']],
    ['a height in metres', body(60, 1.6), ['heightCm impossible']],
  ] as const satisfies [string, PartValues, string[]][])('%s', (_, values, faults) => {
    expect(faultsOf(values).map(({ field, sort }) => `${field} ${sort}`)).toEqual(faults)
  })

  test('122 without a unit is asked for its unit, and so is 6.8 in mg/dL', () => {
    expect(faultsOf(glucose(122))).toMatchObject([{ sort: 'impossible', unit: 'mg/dL' }])
    expect(faultsOf(glucose(6.8, 'mg/dL'))).toMatchObject([{ sort: 'impossible', unit: 'mmol/L' }])
  })

  test('nothing outside the limits gets by, in either unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), fc.constantFrom('mmol/L', 'mg/dL'), (value, unit) => {
        const mmol = toMmol({ value, unit })
        const isImpossible = faultsOf(glucose(value, unit)).some(({ sort }) => sort === 'impossible')
        expect(isImpossible).toBe(mmol < saneRanges.glucose[0] || mmol > saneRanges.glucose[1])
      }),
    )
  })
})
