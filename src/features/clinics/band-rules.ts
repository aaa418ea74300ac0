import type { BandCode } from './band-words.ts'
import type { GlucoseContext } from './part-schema.ts'
import { isDangerousGlucose, isDangerousPressure, type Pressure } from './reading-rules.ts'

// Adults' blood pressure: Chinese guideline 2018, kept in 2024. Glucose: WHO 1999, for a finger-stick only a hint. Danger
// limits and pulse, oxygen, temperature: national rules of basic public health service and common practice.

const pressureSteps = ['pressure_usual', 'pressure_high_normal', 'pressure_raised', 'pressure_high', 'pressure_danger'] as const

const stepOf = (value: number, from: readonly [number, number, number, number]): number => from.filter((limit) => value >= limit).length

/** The higher of the two decides. An average may have a fraction; the limits are whole. */
export const pressureBand = ({ systolic, diastolic }: Pressure): (typeof pressureSteps)[number] =>
  pressureSteps[Math.max(stepOf(systolic, [120, 140, 160, 180]), stepOf(diastolic, [80, 90, 100, 110]))] ?? 'pressure_usual'

/** Which of the two alone is raised, when one is. */
export function isolated({ systolic, diastolic }: Pressure): 'systolic' | 'diastolic' | undefined {
  if (systolic >= 140 && diastolic < 90) return 'systolic'
  return systolic < 140 && diastolic >= 90 ? 'diastolic' : undefined
}

/** Of several measurements each may be dangerous by itself; else their average decides. */
export const pressuresBand = (pressures: readonly Pressure[], average: Pressure): BandCode =>
  pressures.some(isDangerousPressure) ? 'pressure_danger' : pressureBand(average)

/** In mmol/L, not rounded. Without a moment only what holds at any moment is said. */
export function glucoseBand(mmol: number, context: GlucoseContext | undefined): BandCode {
  if (isDangerousGlucose(mmol)) return mmol <= 3.9 ? 'glucose_danger_low' : 'glucose_danger_high'
  if (context === 'fasting') return mmol < 6.1 ? 'glucose_usual' : mmol < 7 ? 'glucose_raised' : 'glucose_high'
  if (context === 'after_meal') return mmol < 7.8 ? 'glucose_usual' : mmol < 11.1 ? 'glucose_raised' : 'glucose_high'
  return mmol < 11.1 ? 'glucose_random' : 'glucose_high'
}

/** In %. Somebody whose doctor set a lower bound of their own is judged by it down to that bound. */
export function oxygenBand(percent: number, ownLow?: number): BandCode {
  if (percent >= 94) return 'oxygen_usual'
  if (ownLow !== undefined && percent >= ownLow) return 'oxygen_own'
  return percent < 90 ? 'oxygen_danger' : 'oxygen_low'
}

export const temperatureBand = (celsius: number): BandCode =>
  celsius >= 39 ? 'temperature_danger' : celsius >= 37.3 ? 'temperature_raised' : 'temperature_usual'

export const pulseBand = (perMinute: number): BandCode =>
  perMinute < 50 || perMinute > 120 ? 'pulse_alert' : perMinute < 60 || perMinute > 100 ? 'pulse_off' : 'pulse_usual'

/** kg/m², to one digit as the Chinese limits are written: 23.9 is usual and 24.0 is over. */
export const bmiOf = (weightKg: number, heightCm: number): number => Math.round((weightKg / (heightCm / 100) ** 2) * 10) / 10

export const bmiBand = (bmi: number): BandCode => (bmi < 18.5 ? 'bmi_low' : bmi < 24 ? 'bmi_usual' : bmi < 28 ? 'bmi_over' : 'bmi_obese')

/** Whether a waist in cm is at or over the limit: 90 for men, 85 for women. */
export const isWideWaist = (waistCm: number, sex: 'male' | 'female' | 'unknown'): boolean =>
  sex !== 'unknown' && waistCm >= (sex === 'male' ? 90 : 85)
