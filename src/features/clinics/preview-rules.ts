import type { PartValues, Reading, ReadingPart } from './part-schema.ts'
import { dangersOf, toMmol } from './reading-rules.ts'

/** A reading as it will be once a part is saved: what its advice is shown by while one types. */
export function withPart(before: Reading, values: PartValues, part: ReadingPart): Reading {
  const danger = before.danger.filter((one) => one !== part)
  switch (values.part) {
    case 'pressure':
      return {
        ...before,
        pressures: values.pressures,
        pulse: values.pulse,
        danger: [...danger, ...dangersOf({ pressures: values.pressures, glucosesMmol: [] })],
      }
    case 'glucose': {
      const glucoseMmol = toMmol(values)
      return {
        ...before,
        glucoseMmol,
        glucoseContext: values.context,
        danger: [...danger, ...dangersOf({ pressures: [], glucosesMmol: [glucoseMmol] })],
      }
    }
    case 'oxygen':
      return { ...before, oxygen: values.oxygen }
    case 'temperature':
      return { ...before, temperature: values.temperature }
    case 'body':
      return { ...before, weightKg: values.weightKg, heightCm: values.heightCm, waistCm: values.waistCm }
    case 'symptoms':
      return { ...before, symptoms: values.symptoms }
  }
}
