import type { Words } from '../../kernel/words.ts'
import { entryWords, impossibleWords } from './entry-words.ts'
import type { PartValues } from './part-schema.ts'
import { faultOfPressure, isLikely, isSane, toMmol, type Glucose, type Measured, type Pressure } from './reading-rules.ts'

/** What is the matter with a value as it is typed. `impossible` is refused; `unlikely` is asked once more. */
export type EntryFault = {
  readonly field: string
  readonly sort: 'impossible' | 'unlikely'
  readonly words: Words
  /** The unit that was probably meant. */
  readonly unit?: Glucose['unit']
}

const faultOf = (field: string, what: Measured, value: number | null): EntryFault[] => {
  if (value === null) return []
  if (!isSane(what, value)) return [{ field, sort: 'impossible', words: impossibleWords[what] }]
  return isLikely(what, value) ? [] : [{ field, sort: 'unlikely', words: entryWords.unlikely }]
}

/** The pressures that belong together lie between these many mmHg apart, as a rule. */
const likelyWidth: readonly [number, number] = [20, 110]

function pressureFaults(pressure: Pressure, at: number): EntryFault[] {
  const { systolic, diastolic } = pressure
  const singles = [
    ...faultOf(`pressures.${at}.systolic`, 'systolic', systolic),
    ...faultOf(`pressures.${at}.diastolic`, 'diastolic', diastolic),
  ]
  const fault = faultOfPressure(pressure)
  if (fault === 'bp_reversed') return [{ field: `pressures.${at}.diastolic`, sort: 'impossible', words: entryWords.reversed }]
  if (singles.length > 0) return singles
  if (fault !== undefined) return [{ field: `pressures.${at}.diastolic`, sort: 'impossible', words: entryWords.notAbove }]
  const width = systolic - diastolic
  return width < likelyWidth[0] || width > likelyWidth[1]
    ? [{ field: `pressures.${at}.diastolic`, sort: 'unlikely', words: entryWords.apart }]
    : []
}

/** A glucose that is impossible in its unit and likely in the other was read from a device of the other. */
function glucoseFaults({ value, unit }: Glucose): EntryFault[] {
  const other = unit === 'mmol/L' ? 'mg/dL' : 'mmol/L'
  const isOther = !isSane('glucose', toMmol({ value, unit })) && isLikely('glucose', toMmol({ value, unit: other }))
  if (isOther)
    return [{ field: 'value', sort: 'impossible', words: other === 'mg/dL' ? entryWords.maybeMgdl : entryWords.maybeMmol, unit: other }]
  return faultOf('value', 'glucose', toMmol({ value, unit }))
}

/** Everything that is the matter with what a station is about to save. */
export function faultsOf(values: PartValues): EntryFault[] {
  switch (values.part) {
    case 'pressure':
      return [...values.pressures.flatMap(pressureFaults), ...faultOf('pulse', 'pulse', values.pulse)]
    case 'glucose':
      return glucoseFaults(values)
    case 'oxygen':
      return faultOf('oxygen', 'oxygen', values.oxygen)
    case 'temperature':
      return faultOf('temperature', 'temperature', values.temperature)
    case 'body': {
      const { weightKg, heightCm, waistCm } = values
      if (weightKg === null && heightCm === null && waistCm === null)
        return [{ field: 'weightKg', sort: 'impossible', words: entryWords.nothing }]
      return [
        ...faultOf('weightKg', 'weight', weightKg),
        ...faultOf('heightCm', 'height', heightCm),
        ...faultOf('waistCm', 'waist', waistCm),
      ]
    }
    case 'symptoms':
      return []
  }
}
