import { describe, expect, it, test } from 'vitest'
import { adviceOf, isToRefer, shownMmol, tellingFindings } from './advice-rules.ts'
import { adviceWords, bands, levelWords } from './band-words.ts'
import { entryWords, impossibleWords } from './entry-words.ts'
import { emptyReading, type Reading } from './part-schema.ts'
import { symptomsToAsk, type Symptom } from './symptom-schema.ts'

const someone = { sex: 'female' } as const
const levelOf = (reading: Partial<Reading>) => adviceOf({ ...emptyReading, ...reading }, someone).level

describe('somebody', () => {
  const high = { pressures: [{ systolic: 180, diastolic: 100 }] }
  it.each([
    ['at 179/109 is advised to see a doctor', { pressures: [{ systolic: 179, diastolic: 109 }] }, 'advise'],
    ['at 180/100 is referred', high, 'urgent'],
    ['at 180/100 without symptoms is referred', { ...high, symptoms: [] }, 'urgent'],
    ['at 180/100 with palpitations is referred', { ...high, symptoms: ['palpitations'] }, 'urgent'],
    ['at 180/100 with severe headache gets an ambulance', { ...high, symptoms: ['headache'] }, 'emergency'],
    ['at 180/100 who vomits gets an ambulance', { ...high, symptoms: ['vomiting'] }, 'emergency'],
    ['at 130/80 with a headache does not', { pressures: [{ systolic: 130, diastolic: 80 }], symptoms: ['headache'] }, 'note'],
    ['with pain in the chest gets an ambulance whatever was measured', { symptoms: ['chest_pain'] }, 'emergency'],
    ['with sudden weakness gets an ambulance', { pressures: [{ systolic: 130, diastolic: 80 }], symptoms: ['weakness'] }, 'emergency'],
    ['at 3.9 mmol/L is referred', { glucoseMmol: 3.9 }, 'urgent'],
    ['at 4.0 mmol/L is not', { glucoseMmol: 4 }, 'usual'],
    ['whose list had a danger in a second column is referred', { glucoseMmol: 6, danger: ['glucose'] }, 'urgent'],
    ['at 92% is measured again', { oxygen: 92 }, 'retest'],
    ['at 39.0 °C is referred', { temperature: 39 }, 'urgent'],
    ['of whom nothing was measured is left in peace', {}, 'usual'],
  ] as const satisfies [string, Partial<Reading> & { symptoms?: Symptom[] }, string][])('%s', (_, reading, level) => {
    expect(levelOf(reading)).toBe(level)
  })

  test('is told of the gravest first', () => {
    const advice = adviceOf({ ...emptyReading, ...high, pulse: 105, glucoseMmol: 16.7, oxygen: 92 }, someone)
    expect(tellingFindings(advice).map(({ band }) => band)).toEqual(['pressure_danger', 'glucose_danger_high', 'oxygen_low', 'pulse_off'])
    expect(advice.beside).toEqual([adviceWords.fastPulse])
    expect(isToRefer(advice.level)).toBe(true)
  })
})

test.each([
  [6.777_777, '6.8'],
  [16.666_666, '16.67'],
  [3.944_444, '3.94'],
  [6.06, '6.06'],
  [4, '4.0'],
])('%s mmol/L is read out as %s', (mmol, shown) => {
  expect(shownMmol(mmol)).toBe(shown)
})

test('beside a dangerous glucose the smell of the breath is asked for, beside a pressure it is not', () => {
  expect(symptomsToAsk(['glucose'])).toContain('fruity_breath')
  expect(symptomsToAsk(['pressure'])).not.toContain('fruity_breath')
  expect(symptomsToAsk([])[0]).toBe('consciousness')
})

test('nothing that is said to anybody is a diagnosis', () => {
  const said = [
    ...Object.values(bands).flatMap(({ name, doing }) => [name, doing]),
    ...Object.values(adviceWords),
    ...Object.values(levelWords),
    ...Object.values(entryWords),
    ...Object.values(impossibleWords),
  ].map(({ zh }) => zh)
  expect(said.filter((text) => /诊断|确诊|患有|高血压|糖尿病|肥胖症/.test(text))).toEqual([])
})
