import { describe, expect, it } from 'vitest'
import { dangersOf, faultOfPressure, isSane, toMmol } from './reading-rules.ts'

describe('a blood pressure', () => {
  it.each([
    [136, 78, undefined],
    [260, 160, undefined],
    [60, 30, undefined],
    [1480, 92, 'bp_impossible'],
    [82, 146, 'bp_reversed'],
    [90, 90, 'bp_reversed'],
    [59, 40, 'bp_impossible'],
    [180, 161, 'bp_impossible'],
    [30, 300, 'bp_impossible'],
  ])('of %i/%i', (systolic, diastolic, fault) => {
    expect(faultOfPressure({ systolic, diastolic })).toBe(fault)
  })
})

describe('a danger', () => {
  it.each([
    ['is a pressure at the upper limit', { pressures: [{ systolic: 180, diastolic: 80 }], glucosesMmol: [] }, ['pressure']],
    ['is a pressure at the lower limit', { pressures: [{ systolic: 150, diastolic: 110 }], glucosesMmol: [] }, ['pressure']],
    [
      'is the second of two pressures',
      {
        pressures: [
          { systolic: 150, diastolic: 90 },
          { systolic: 181, diastolic: 90 },
        ],
        glucosesMmol: [],
      },
      ['pressure'],
    ],
    ['is not a pressure just inside', { pressures: [{ systolic: 179, diastolic: 109 }], glucosesMmol: [] }, []],
    ['is a glucose at the upper limit', { pressures: [], glucosesMmol: [16.7] }, ['glucose']],
    ['is a glucose at the lower limit', { pressures: [], glucosesMmol: [3.9] }, ['glucose']],
    ['is not a glucose just inside', { pressures: [], glucosesMmol: [16.6] }, []],
    ['is 301 mg/dL', { pressures: [], glucosesMmol: [toMmol({ value: 301, unit: 'mg/dL' })] }, ['glucose']],
    ['is not 300 mg/dL, which rounding would make one', { pressures: [], glucosesMmol: [toMmol({ value: 300, unit: 'mg/dL' })] }, []],
    ['is not 71 mg/dL, which rounding would make one', { pressures: [], glucosesMmol: [toMmol({ value: 71, unit: 'mg/dL' })] }, []],
    ['is 70 mg/dL', { pressures: [], glucosesMmol: [toMmol({ value: 70, unit: 'mg/dL' })] }, ['glucose']],
  ])('%s', (_, readings, dangers) => {
    expect(dangersOf(readings)).toEqual(dangers)
  })
})

it('a pulse of 7 and a glucose of 68 cannot be', () => {
  expect(isSane('pulse', 7)).toBe(false)
  expect(isSane('pulse', 30)).toBe(true)
  expect(isSane('glucose', 68)).toBe(false)
  expect(isSane('glucose', 33.3)).toBe(true)
})
