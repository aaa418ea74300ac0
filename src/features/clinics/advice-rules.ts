import type { Words } from '../../kernel/words.ts'
import { averageOf, shownAverage } from './average-rules.ts'
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
import { adviceWords, bands, levels, type BandCode, type Level } from './band-words.ts'
import { contextOf, type Reading, type ReadingPart } from './part-schema.ts'
import { gravest, type Symptom } from './symptom-schema.ts'

/** One thing found: in which part, what it is called, its value as it is read out, and what to do. */
export type Finding = {
  readonly part: ReadingPart
  readonly band: BandCode
  readonly level: Level
  readonly value: string
  /** Added to the band's name. */
  readonly aside?: Words
}

export type Advice = {
  readonly level: Level
  readonly findings: readonly Finding[]
  /** Symptoms for which, with these readings, an ambulance is called. */
  readonly grave: readonly Symptom[]
  /** Said beside the findings. */
  readonly beside: readonly Words[]
}

type Whose = { readonly sex: 'male' | 'female' | 'unknown'; readonly ownOxygenLow?: number | undefined }

const finding = (part: ReadingPart, band: BandCode, value: string, aside?: Words): Finding => ({
  part,
  band,
  level: bands[band].level,
  value,
  ...(aside === undefined ? {} : { aside }),
})

const asideOf = { systolic: adviceWords.isolatedSystolic, diastolic: adviceWords.isolatedDiastolic }

function pressureFindings(reading: Reading): Finding[] {
  const average = averageOf(reading.pressures)
  if (average === undefined) return []
  const band = pressuresBand(reading.pressures, average)
  const alone = isolated(average)
  const isRaised = ['pressure_raised', 'pressure_high', 'pressure_danger'].includes(pressureBand(average))
  const value = `${shownAverage(average.systolic)}/${shownAverage(average.diastolic)}`
  return [finding('pressure', band, value, alone === undefined || !isRaised ? undefined : asideOf[alone])]
}

/** A glucose as it is read out: in mmol/L with one digit, never across a limit. */
export function shownMmol(mmol: number): string {
  const near = mmol.toFixed(1)
  return glucoseBand(Number(near), 'fasting') === glucoseBand(mmol, 'fasting') &&
    glucoseBand(Number(near), 'after_meal') === glucoseBand(mmol, 'after_meal')
    ? near
    : mmol.toFixed(2)
}

function bodyFindings(reading: Reading, whose: Whose): Finding[] {
  const { weightKg, heightCm, waistCm } = reading
  const bmi = weightKg === null || heightCm === null ? undefined : bmiOf(weightKg, heightCm)
  return [
    ...(bmi === undefined ? [] : [finding('body', bmiBand(bmi), bmi.toFixed(1))]),
    ...(waistCm !== null && isWideWaist(waistCm, whose.sex) ? [finding('body', 'waist_over', String(waistCm))] : []),
  ]
}

/** What is found in a reading and what to do about it: hints and advice, never a diagnosis. */
export function adviceOf(reading: Reading, whose: Whose): Advice {
  const { glucoseMmol, oxygen, temperature, pulse } = reading
  const findings = [
    ...pressureFindings(reading),
    ...(pulse === null ? [] : [finding('pressure', pulseBand(pulse), String(pulse))]),
    ...(glucoseMmol === null
      ? []
      : [finding('glucose', glucoseBand(glucoseMmol, contextOf(reading.glucoseContext)), shownMmol(glucoseMmol))]),
    ...(oxygen === null ? [] : [finding('oxygen', oxygenBand(oxygen, whose.ownOxygenLow), `${oxygen}%`)]),
    ...(temperature === null ? [] : [finding('temperature', temperatureBand(temperature), temperature.toFixed(1))]),
    ...bodyFindings(reading, whose),
  ]
  // A list may have a second danger that has no column of its own.
  const danger = new Set([
    ...reading.danger,
    ...findings.flatMap(({ band }) => (band === 'pressure_danger' ? ['pressure'] : band.startsWith('glucose_danger') ? ['glucose'] : [])),
  ])
  const symptoms = reading.symptoms ?? []
  const grave = symptoms.filter(
    (symptom) => gravest.includes(symptom) || (danger.has('pressure') && (symptom === 'headache' || symptom === 'vomiting')),
  )
  const worst = levels[Math.max(0, ...findings.map(({ level }) => levels.indexOf(level)), danger.size > 0 ? levels.indexOf('urgent') : 0)]
  return {
    level: grave.length > 0 ? 'emergency' : (worst ?? 'usual'),
    findings,
    grave,
    beside: danger.has('glucose')
      ? [
          ...(pulse !== null && pulse > 100 ? [adviceWords.fastPulse] : []),
          ...(temperature !== null && temperature > 39 ? [adviceWords.hot] : []),
        ]
      : [],
  }
}

export const isToRefer = (level: Level): boolean => level === 'urgent' || level === 'emergency'

/** The codes of what is not usual, the gravest first. */
export const tellingFindings = ({ findings }: Advice): Finding[] =>
  findings.filter(({ level }) => level !== 'usual').toSorted((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))
