import type { Words } from '../../kernel/words.ts'
import type { Measured } from './reading-rules.ts'

/** What a value outside the limits is told: the limits, so that the slip is seen. */
export const impossibleWords: Record<Measured, Words> = {
  systolic: { zh: '高压应在 60–260 之间，请核对', en: 'A systolic pressure lies between 60 and 260' },
  diastolic: { zh: '低压应在 30–160 之间，请核对', en: 'A diastolic pressure lies between 30 and 160' },
  glucose: { zh: '血糖应在 1.0–33.3 mmol/L 之间，请核对', en: 'A glucose lies between 1.0 and 33.3 mmol/L' },
  pulse: { zh: '心率应在 30–220 之间，请核对', en: 'A pulse lies between 30 and 220' },
  oxygen: { zh: '血氧应在 50–100 之间，请核对', en: 'Oxygen lies between 50 and 100' },
  temperature: { zh: '体温应在 34–43 之间，请核对', en: 'A temperature lies between 34 and 43' },
  weight: { zh: '体重应在 20–200 公斤之间（不是斤），请核对', en: 'A weight lies between 20 and 200 kg' },
  height: { zh: '身高应在 100–220 厘米之间，请核对', en: 'A height lies between 100 and 220 cm' },
  waist: { zh: '腰围应在 40–180 厘米之间，请核对', en: 'A waist lies between 40 and 180 cm' },
}

export const entryWords = {
  reversed: { zh: '高压和低压像是写反了，请核对', en: 'Systolic and diastolic look reversed' },
  notAbove: { zh: '高压应大于低压，请核对', en: 'The systolic must be above the diastolic' },
  maybeMgdl: { zh: '像是 mg/dL 的读数，请核对单位', en: 'This looks like mg/dL: check the unit' },
  maybeMmol: { zh: '像是 mmol/L 的读数，请核对单位', en: 'This looks like mmol/L: check the unit' },
  unlikely: {
    zh: '这个数少见，请再看一眼仪器；没有看错就再点一次保存。',
    en: 'A rare value: look at the device again. If it is right, save once more.',
  },
  apart: {
    zh: '高低压相差很少见，请再看一眼仪器；没有看错就再点一次保存。',
    en: 'A rare difference: look at the device again. If it is right, save once more.',
  },
  nothing: { zh: '请至少填一项', en: 'Fill in at least one value' },
} as const satisfies Record<string, Words>
