import { z } from 'zod'
import type { Words } from '../../kernel/words.ts'
import { symptomSchema } from './symptom-schema.ts'

/** What one station measures together, and writes without touching what the others write. */
export const readingPartSchema = z.enum(['pressure', 'glucose', 'oxygen', 'temperature', 'body', 'symptoms'])
export type ReadingPart = z.infer<typeof readingPartSchema>

export const readingPartWords: Record<ReadingPart, Words> = {
  pressure: { zh: '血压、心率', en: 'Blood pressure, pulse' },
  glucose: { zh: '血糖', en: 'Blood glucose' },
  oxygen: { zh: '血氧', en: 'Oxygen saturation' },
  temperature: { zh: '体温', en: 'Temperature' },
  body: { zh: '身高、体重、腰围', en: 'Height, weight, waist' },
  symptoms: { zh: '询问症状', en: 'Symptoms asked for' },
}

/** When a blood glucose was taken: 餐后 is two hours after the beginning of a meal. */
export const glucoseContextSchema = z.enum(['fasting', 'after_meal', 'random', 'bedtime'])
export type GlucoseContext = z.infer<typeof glucoseContextSchema>

export const glucoseContextWords: Record<GlucoseContext, Words> = {
  fasting: { zh: '空腹', en: 'Fasting' },
  after_meal: { zh: '餐后2小时', en: '2 h after a meal' },
  random: { zh: '随机', en: 'Random' },
  bedtime: { zh: '睡前', en: 'Bedtime' },
}

/** A moment as a list writes it; undefined where it says nothing that is known. */
export function contextOf(written: string | null): GlucoseContext | undefined {
  const known = glucoseContextSchema.safeParse(written)
  if (known.success) return known.data
  if (written === null) return undefined
  if (/空腹|餐前|早餐前/.test(written)) return 'fasting'
  if (/餐后/.test(written)) return 'after_meal'
  if (/睡前/.test(written)) return 'bedtime'
  return /随机/.test(written) ? 'random' : undefined
}

const pressureSchema = z.object({ systolic: z.int(), diastolic: z.int() })

/** What a station saves. Whole numbers where a device shows whole numbers. */
export const partValuesSchema = z.discriminatedUnion('part', [
  z.object({ part: z.literal('pressure'), pressures: z.array(pressureSchema).min(1).max(3), pulse: z.int().nullable() }),
  z.object({ part: z.literal('glucose'), value: z.number(), unit: z.enum(['mmol/L', 'mg/dL']), context: glucoseContextSchema }),
  z.object({ part: z.literal('oxygen'), oxygen: z.int() }),
  z.object({ part: z.literal('temperature'), temperature: z.number() }),
  z.object({
    part: z.literal('body'),
    weightKg: z.number().nullable(),
    heightCm: z.number().nullable(),
    waistCm: z.number().nullable(),
  }),
  z.object({ part: z.literal('symptoms'), symptoms: z.array(symptomSchema).max(15) }),
])
export type PartValues = z.infer<typeof partValuesSchema>

/** Everything measured of one person at one service. */
export const readingSchema = z.object({
  pressures: z.array(pressureSchema),
  pulse: z.int().nullable(),
  glucoseMmol: z.number().nullable(),
  glucoseWritten: z.string().nullable(),
  glucoseContext: z.string().nullable(),
  oxygen: z.int().nullable(),
  temperature: z.number().nullable(),
  weightKg: z.number().nullable(),
  heightCm: z.number().nullable(),
  waistCm: z.number().nullable(),
  /** null: nobody asked. */
  symptoms: z.array(symptomSchema).nullable(),
  danger: z.array(z.enum(['pressure', 'glucose'])),
  /** What a list said that could not be, by its field, as it was written. */
  refused: z.record(z.string(), z.string()).nullable(),
  /** What a list says was advised. */
  advice: z.string().nullable(),
})
export type Reading = z.infer<typeof readingSchema>

/** Which parts were measured at all. */
export function partsOf(reading: Reading): ReadingPart[] {
  const has: Record<ReadingPart, boolean> = {
    pressure: reading.pressures.length > 0 || reading.pulse !== null,
    glucose: reading.glucoseMmol !== null,
    oxygen: reading.oxygen !== null,
    temperature: reading.temperature !== null,
    body: reading.weightKg !== null || reading.heightCm !== null || reading.waistCm !== null,
    symptoms: reading.symptoms !== null,
  }
  return readingPartSchema.options.filter((part) => has[part])
}

/** Nothing measured yet. */
export const emptyReading: Reading = {
  pressures: [],
  pulse: null,
  glucoseMmol: null,
  glucoseWritten: null,
  glucoseContext: null,
  oxygen: null,
  temperature: null,
  weightKg: null,
  heightCm: null,
  waistCm: null,
  symptoms: null,
  danger: [],
  refused: null,
  advice: null,
}
