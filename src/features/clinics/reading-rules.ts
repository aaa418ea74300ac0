/** What a reading can be at all: anything else is a slip of the pen. Blood pressure in mmHg, glucose in mmol/L, pulse a minute. */
export const saneRanges = {
  systolic: [60, 260],
  diastolic: [30, 160],
  glucose: [1, 33.3],
  pulse: [30, 220],
} as const satisfies Record<string, readonly [number, number]>

export const isSane = (what: keyof typeof saneRanges, value: number): boolean =>
  value >= saneRanges[what][0] && value <= saneRanges[what][1]

export type Pressure = { readonly systolic: number; readonly diastolic: number }
type PressureFault = 'bp_impossible' | 'bp_reversed'

/** What is wrong with a pair of pressures; a reversed pair that could be right the other way round is named as that. */
export function faultOfPressure({ systolic, diastolic }: Pressure): PressureFault | undefined {
  if (systolic <= diastolic && isSane('systolic', diastolic) && isSane('diastolic', systolic)) return 'bp_reversed'
  if (!isSane('systolic', systolic) || !isSane('diastolic', diastolic) || systolic <= diastolic) return 'bp_impossible'
  return undefined
}

export type Glucose = { readonly value: number; readonly unit: 'mmol/L' | 'mg/dL' }

/** mg/dL are divided by 18 and not rounded, so that no reading slips over a limit by rounding. */
export const toMmol = ({ value, unit }: Glucose): number => (unit === 'mg/dL' ? value / 18 : value)

export type Danger = 'pressure' | 'glucose'

/**
 * Readings at or past the limits for urgent referral: 180 or 110 mmHg, 16.7 or 3.9 mmol/L (national rules of basic
 * public health service). Of two measurements, either counts. Refused values are not passed in.
 */
export function dangersOf(readings: { readonly pressures: readonly Pressure[]; readonly glucosesMmol: readonly number[] }): Danger[] {
  const dangers: Danger[] = []
  if (readings.pressures.some(({ systolic, diastolic }) => systolic >= 180 || diastolic >= 110)) dangers.push('pressure')
  if (readings.glucosesMmol.some((mmol) => mmol >= 16.7 || mmol <= 3.9)) dangers.push('glucose')
  return dangers
}
