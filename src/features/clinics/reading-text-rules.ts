import { shownMmol } from './advice-rules.ts'
import { averageOf, shownAverage } from './average-rules.ts'
import type { Reading, ReadingPart } from './part-schema.ts'

/** A pressure as it is read out: the average of what was measured. */
export function shownPressure(pressures: Reading['pressures']): string | undefined {
  const average = averageOf(pressures)
  return average === undefined ? undefined : `${shownAverage(average.systolic)}/${shownAverage(average.diastolic)}`
}

/** What a part came to, in numbers and units alone. */
export function shownPart(reading: Reading, part: ReadingPart): string {
  const shown: Record<ReadingPart, (string | undefined)[]> = {
    pressure: [shownPressure(reading.pressures), reading.pulse === null ? undefined : `${reading.pulse} /min`],
    glucose: [reading.glucoseMmol === null ? undefined : `${shownMmol(reading.glucoseMmol)} mmol/L`],
    oxygen: [reading.oxygen === null ? undefined : `${reading.oxygen}%`],
    temperature: [reading.temperature === null ? undefined : `${reading.temperature.toFixed(1)} ℃`],
    body: [
      reading.weightKg === null ? undefined : `${reading.weightKg} kg`,
      reading.heightCm === null ? undefined : `${reading.heightCm} cm`,
      reading.waistCm === null ? undefined : `⌀ ${reading.waistCm} cm`,
    ],
    symptoms: [],
  }
  return shown[part].filter((text) => text !== undefined).join(' · ')
}
