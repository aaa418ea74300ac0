/** What a reading can be at all: anything else is a slip of the pen. mmHg, mmol/L, a minute, %, °C, kg, cm. */
export const saneRanges = {
  systolic: [60, 260],
  diastolic: [30, 160],
  glucose: [1, 33.3],
  pulse: [30, 220],
  oxygen: [50, 100],
  temperature: [34, 43],
  weight: [20, 200],
  height: [100, 220],
  waist: [40, 180],
} as const satisfies Record<string, readonly [number, number]>
export type Measured = keyof typeof saneRanges

export const isSane = (what: Measured, value: number): boolean => value >= saneRanges[what][0] && value <= saneRanges[what][1]

/** What is measured now and then, but is a slip more often than not: asked once more. */
const likelyRanges: Record<Measured, readonly [number, number]> = {
  systolic: [85, 220],
  diastolic: [45, 130],
  glucose: [2.5, 25],
  pulse: [40, 160],
  oxygen: [85, 100],
  temperature: [35, 41],
  weight: [35, 120],
  height: [135, 190],
  waist: [55, 130],
}

export const isLikely = (what: Measured, value: number): boolean => value >= likelyRanges[what][0] && value <= likelyRanges[what][1]

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

export const isDangerousPressure = ({ systolic, diastolic }: Pressure): boolean => systolic >= 180 || diastolic >= 110
export const isDangerousGlucose = (mmol: number): boolean => mmol >= 16.7 || mmol <= 3.9

/**
 * Readings at or past the limits for urgent referral: 180 or 110 mmHg, 16.7 or 3.9 mmol/L (national rules of basic
 * public health service). Of two measurements, either counts. Refused values are not passed in.
 */
export function dangersOf(readings: { readonly pressures: readonly Pressure[]; readonly glucosesMmol: readonly number[] }): Danger[] {
  const dangers: Danger[] = []
  if (readings.pressures.some(isDangerousPressure)) dangers.push('pressure')
  if (readings.glucosesMmol.some(isDangerousGlucose)) dangers.push('glucose')
  return dangers
}
