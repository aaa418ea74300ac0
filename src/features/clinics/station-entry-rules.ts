import { averageOf } from './average-rules.ts'
import { glucoseContextSchema, type PartValues, type Reading, type ReadingPart } from './part-schema.ts'
import type { Pressure } from './reading-rules.ts'

/** The fields of a station's form, as they are typed. */
export type StationEntry = { readonly [field: string]: string | undefined }

/** A number as somebody types it: full-width digits, a comma for the point. */
function numberOf(typed: string | undefined): number | undefined {
  const text = (typed ?? '')
    .normalize('NFKC')
    .replaceAll(/[,，。]/g, '.')
    .trim()
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

/** The pressures typed in full so far. */
export function pressuresOf(entry: StationEntry): Pressure[] {
  const pressures: Pressure[] = []
  for (const at of [0, 1, 2]) {
    const [systolic, diastolic] = [numberOf(entry[`systolic${at}`]), numberOf(entry[`diastolic${at}`])]
    if (systolic === undefined || diastolic === undefined) break
    pressures.push({ systolic, diastolic })
  }
  return pressures
}

/** Whether the third pair of fields is there to be filled in. */
export const showsThird = (entry: StationEntry): boolean => {
  const pressures = pressuresOf(entry)
  return pressures.length === 3 || averageOf(pressures)?.needs === 'third' || (entry['systolic2'] ?? '') !== ''
}

/** What is typed as a part's values; undefined while it is not complete. */
export function valuesOf(part: ReadingPart, entry: StationEntry): PartValues | undefined {
  const number = (field: string) => numberOf(entry[field]) ?? null
  switch (part) {
    case 'pressure': {
      const pressures = pressuresOf(entry)
      return pressures.length === 0 ? undefined : { part, pressures, pulse: number('pulse') }
    }
    case 'glucose': {
      const [value, context] = [number('value'), glucoseContextSchema.safeParse(entry['context']).data]
      if (value === null || context === undefined) return undefined
      return { part, value, unit: entry['unit'] === 'mg/dL' ? 'mg/dL' : 'mmol/L', context }
    }
    case 'oxygen': {
      const oxygen = number('oxygen')
      return oxygen === null ? undefined : { part, oxygen }
    }
    case 'temperature': {
      const temperature = number('temperature')
      return temperature === null ? undefined : { part, temperature }
    }
    case 'body': {
      const body = { part, weightKg: number('weightKg'), heightCm: number('heightCm'), waistCm: number('waistCm') }
      return body.weightKg === null && body.heightCm === null && body.waistCm === null ? undefined : body
    }
    case 'symptoms':
      return undefined
  }
}

/** The field of the form that a fault of the values is about. */
export const fieldOf = (fault: string): string => fault.replace(/^values\./, '').replace(/^pressures\.(\d)\.(systolic|diastolic)$/, '$2$1')

const typed = (value: number | null | undefined): string | undefined => (value === null || value === undefined ? undefined : String(value))

/** What a form of a correction begins with: what stands. */
export function entryOf(reading: Reading, part: ReadingPart): StationEntry {
  switch (part) {
    case 'pressure':
      return Object.fromEntries([
        ...reading.pressures.flatMap(({ systolic, diastolic }, at) => [
          [`systolic${at}`, String(systolic)],
          [`diastolic${at}`, String(diastolic)],
        ]),
        ['pulse', typed(reading.pulse)],
      ])
    case 'glucose': {
      const written = /^([\d.]+) (mmol\/L|mg\/dL)$/.exec(reading.glucoseWritten ?? '')
      return {
        value: written?.[1] ?? typed(reading.glucoseMmol),
        unit: written?.[2] ?? 'mmol/L',
        context: reading.glucoseContext ?? undefined,
      }
    }
    case 'oxygen':
      return { oxygen: typed(reading.oxygen) }
    case 'temperature':
      return { temperature: typed(reading.temperature) }
    case 'body':
      return { weightKg: typed(reading.weightKg), heightCm: typed(reading.heightCm), waistCm: typed(reading.waistCm) }
    case 'symptoms':
      return {}
  }
}
