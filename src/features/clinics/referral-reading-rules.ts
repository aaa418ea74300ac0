import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import { adviceOf, type Finding } from './advice-rules.ts'
import { bands } from './band-words.ts'
import { contextOf, glucoseContextWords, type Reading } from './part-schema.ts'
import { symptomWords } from './symptom-schema.ts'

type Whose = Parameters<typeof adviceOf>[1]
type Say = (words: Words, values?: Record<string, string | number>) => string

/** What a referral can hand over of a reading: a line for each value, and whether it is why somebody is referred. */
export type ReferralLine = { readonly text: string; readonly isTelling: boolean }

const lineWords = {
  pressure: { zh: '{day} 血压 {value} mmHg：{band}', en: '{day} blood pressure {value} mmHg: {band}' },
  pulse: { zh: '{day} 心率 {value} 次/分：{band}', en: '{day} pulse {value}/min: {band}' },
  glucose: { zh: '{day} 血糖 {value} mmol/L（{context}）：{band}', en: '{day} glucose {value} mmol/L ({context}): {band}' },
  oxygen: { zh: '{day} 血氧 {value}：{band}', en: '{day} oxygen saturation {value}: {band}' },
  temperature: { zh: '{day} 体温 {value} ℃：{band}', en: '{day} temperature {value} °C: {band}' },
  bmi: { zh: '{day} 体重指数 {value}：{band}', en: '{day} BMI {value}: {band}' },
  waist: { zh: '{day} 腰围 {value} 厘米：{band}', en: '{day} waist {value} cm: {band}' },
  symptoms: { zh: '{day} 自述症状：{value}', en: '{day} symptoms told: {value}' },
  noSymptoms: { zh: '{day} 问过症状，没有不舒服', en: '{day} asked for symptoms: none' },
  unknownContext: { zh: '未记时点', en: 'moment not noted' },
  reason: {
    zh: '{day} 义诊测得的读数需要请医生看，见交给您的读数。单次读数只作提示。',
    en: 'Readings of a clinic day on {day} that a doctor should look at, as handed over. A single reading is a hint.',
  },
  needs: {
    zh: '请安排复查，并告知我们结果，以便两周内随访。',
    en: 'Please examine and tell us the result, so that we can follow up within two weeks.',
  },
} as const

const sortOf = ({ part, band }: Finding): keyof typeof lineWords => {
  if (part === 'pressure') return band.startsWith('pulse') ? 'pulse' : 'pressure'
  if (part === 'body') return band === 'waist_over' ? 'waist' : 'bmi'
  return part
}

/** The lines of a reading, in the words of whoever writes the referral: values with their day and band, never a diagnosis. */
export function referralLines(reading: Reading, whose: Whose, day: Day, say: Say): ReferralLine[] {
  const context = contextOf(reading.glucoseContext)
  const findings = adviceOf(reading, whose).findings.map((found) => ({
    text: say(lineWords[sortOf(found)], {
      day,
      value: found.value,
      band: say(bands[found.band].name),
      context: say(context === undefined ? lineWords.unknownContext : glucoseContextWords[context]),
    }),
    isTelling: found.level !== 'usual',
  }))
  const { symptoms } = reading
  if (symptoms === null) return findings
  const told = symptoms.map((symptom) => say(symptomWords[symptom])).join('、')
  const text = symptoms.length === 0 ? say(lineWords.noSymptoms, { day }) : say(lineWords.symptoms, { day, value: told })
  return [...findings, { text, isTelling: symptoms.length > 0 }]
}

/** How a referral for a reading begins: what was found is chosen, the rest can be. The values stand in the chosen lines alone. */
export function referralBegun(lines: readonly ReferralLine[], day: Day, say: Say): { measured: string[]; reason?: string; needs?: string } {
  const measured = lines.filter(({ isTelling }) => isTelling).map(({ text }) => text)
  if (measured.length === 0) return { measured }
  return { measured, reason: say(lineWords.reason, { day }), needs: say(lineWords.needs) }
}
