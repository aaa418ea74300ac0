import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  bmiBand,
  bmiOf,
  glucoseBand,
  isolated,
  isWideWaist,
  oxygenBand,
  pressureBand,
  pressuresBand,
  pulseBand,
  temperatureBand,
} from './band-rules.ts'
import { toMmol } from './reading-rules.ts'

describe('of a blood pressure the higher of the two decides:', () => {
  it.each([
    [119, 79, 'pressure_usual'],
    [120, 79, 'pressure_high_normal'],
    [119, 80, 'pressure_high_normal'],
    [139, 89, 'pressure_high_normal'],
    [140, 89, 'pressure_raised'],
    [139, 90, 'pressure_raised'],
    [140, 90, 'pressure_raised'],
    [159, 99, 'pressure_raised'],
    [160, 80, 'pressure_high'],
    [130, 100, 'pressure_high'],
    [179, 109, 'pressure_high'],
    [179, 110, 'pressure_danger'],
    [180, 109, 'pressure_danger'],
    [180, 110, 'pressure_danger'],
    [118, 112, 'pressure_danger'],
    [139.5, 89.7, 'pressure_high_normal'],
  ] as const)('%s/%s is %s', (systolic, diastolic, band) => {
    expect(pressureBand({ systolic, diastolic })).toBe(band)
  })

  test('one dangerous measurement of two is dangerous, whatever the average says', () => {
    const pressures = [
      { systolic: 181, diastolic: 90 },
      { systolic: 160, diastolic: 90 },
    ]
    expect(pressuresBand(pressures, { systolic: 170.5, diastolic: 90 })).toBe('pressure_danger')
  })

  it.each([
    [140, 89, 'systolic'],
    [139, 90, 'diastolic'],
    [140, 90, undefined],
    [139, 89, undefined],
  ] as const)('%i/%i: alone raised is the %s', (systolic, diastolic, alone) => {
    expect(isolated({ systolic, diastolic })).toBe(alone)
  })
})

describe('a blood glucose', () => {
  it.each([
    [3.9, 'fasting', 'glucose_danger_low'],
    [4, 'fasting', 'glucose_usual'],
    [6.09, 'fasting', 'glucose_usual'],
    [6.1, 'fasting', 'glucose_raised'],
    [6.99, 'fasting', 'glucose_raised'],
    [7, 'fasting', 'glucose_high'],
    [16.6, 'fasting', 'glucose_high'],
    [16.7, 'fasting', 'glucose_danger_high'],
    [7.79, 'after_meal', 'glucose_usual'],
    [7.8, 'after_meal', 'glucose_raised'],
    [11.09, 'after_meal', 'glucose_raised'],
    [11.1, 'after_meal', 'glucose_high'],
    [16.7, 'after_meal', 'glucose_danger_high'],
    [8, 'random', 'glucose_random'],
    [11.1, 'random', 'glucose_high'],
    [3.9, 'bedtime', 'glucose_danger_low'],
    [9, undefined, 'glucose_random'],
  ] as const)('of %s mmol/L, %s, is %s', (mmol, context, band) => {
    expect(glucoseBand(mmol, context)).toBe(band)
  })

  it.each([
    [122, 'fasting', 'glucose_raised'],
    [300, 'fasting', 'glucose_high'],
    [301, 'fasting', 'glucose_danger_high'],
    [70, 'random', 'glucose_danger_low'],
    [71, 'random', 'glucose_random'],
    [126, 'fasting', 'glucose_high'],
    [125, 'fasting', 'glucose_raised'],
  ] as const)('of %i mg/dL, %s, is %s', (value, context, band) => {
    expect(glucoseBand(toMmol({ value, unit: 'mg/dL' }), context)).toBe(band)
  })

  test('in mg/dL falls into the band that its exact mmol/L fall into: no limit is reached by rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 180, max: 6000 }), (tenths) => {
        const mmol = toMmol({ value: tenths / 10, unit: 'mg/dL' })
        const danger = tenths >= 3006 ? 'high' : tenths <= 702 ? 'low' : undefined
        const band = glucoseBand(mmol, 'random')
        expect(band === 'glucose_danger_high').toBe(danger === 'high')
        expect(band === 'glucose_danger_low').toBe(danger === 'low')
      }),
    )
  })
})

describe('the others', () => {
  it.each([
    [89, 'oxygen_danger'],
    [90, 'oxygen_low'],
    [93, 'oxygen_low'],
    [94, 'oxygen_usual'],
  ] as const)('an oxygen of %i%% is %s', (percent, band) => {
    expect(oxygenBand(percent)).toBe(band)
  })

  test('an oxygen is judged by the bound that a doctor set for somebody, down to that bound', () => {
    expect([87, 88, 92, 94].map((percent) => oxygenBand(percent, 88))).toEqual([
      'oxygen_danger',
      'oxygen_own',
      'oxygen_own',
      'oxygen_usual',
    ])
  })

  it.each([
    [37.2, 'temperature_usual'],
    [37.3, 'temperature_raised'],
    [38.9, 'temperature_raised'],
    [39, 'temperature_danger'],
  ] as const)('a temperature of %s is %s', (celsius, band) => {
    expect(temperatureBand(celsius)).toBe(band)
  })

  it.each([
    [49, 'pulse_alert'],
    [50, 'pulse_off'],
    [59, 'pulse_off'],
    [60, 'pulse_usual'],
    [100, 'pulse_usual'],
    [101, 'pulse_off'],
    [120, 'pulse_off'],
    [121, 'pulse_alert'],
  ] as const)('a pulse of %i is %s', (pulse, band) => {
    expect(pulseBand(pulse)).toBe(band)
  })

  it.each([
    [18.4, 'bmi_low'],
    [18.5, 'bmi_usual'],
    [23.9, 'bmi_usual'],
    [24, 'bmi_over'],
    [27.9, 'bmi_over'],
    [28, 'bmi_obese'],
  ] as const)('a body mass index of %s is %s', (bmi, band) => {
    expect(bmiBand(bmi)).toBe(band)
  })

  test('a body mass index is taken to the digit it is read out with', () => {
    expect(bmiOf(65, 165)).toBe(23.9)
    expect(bmiOf(61.4, 160)).toBe(24)
  })

  it.each([
    [89, 'male', false],
    [90, 'male', true],
    [84, 'female', false],
    [85, 'female', true],
    [120, 'unknown', false],
  ] as const)('a waist of %i of a %s is wide: %s', (waist, sex, wide) => {
    expect(isWideWaist(waist, sex)).toBe(wide)
  })
})
