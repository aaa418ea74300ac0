import { z } from 'zod'
import type { Words } from '../../kernel/words.ts'

/** What is asked for where a reading is dangerous. */
export const symptomSchema = z.enum([
  'consciousness',
  'weakness',
  'chest_pain',
  'breathless',
  'headache',
  'vomiting',
  'vision',
  'palpitations',
  'chest_tightness',
  'sweating',
  'thirst',
  'belly_pain',
  'fruity_breath',
  'deep_breath',
  'flushed',
])
export type Symptom = z.infer<typeof symptomSchema>

export const symptomWords: Record<Symptom, Words> = {
  consciousness: { zh: '叫不醒、迷糊或答非所问', en: 'Cannot be roused, or confused' },
  weakness: { zh: '突然说话不清、手脚没力', en: 'Sudden slurred speech or a weak limb' },
  chest_pain: { zh: '胸痛或背痛', en: 'Pain in the chest or back' },
  breathless: { zh: '喘不过气、不能平躺', en: 'Breathless, cannot lie flat' },
  headache: { zh: '剧烈头痛、头晕', en: 'Severe headache or dizziness' },
  vomiting: { zh: '恶心、呕吐', en: 'Nausea or vomiting' },
  vision: { zh: '视物模糊、眼痛', en: 'Blurred sight or pain in an eye' },
  palpitations: { zh: '心慌', en: 'Palpitations' },
  chest_tightness: { zh: '胸闷', en: 'Tightness in the chest' },
  sweating: { zh: '出冷汗、手抖', en: 'Cold sweat, trembling' },
  thirst: { zh: '口渴、尿多', en: 'Thirst, much urine' },
  belly_pain: { zh: '肚子痛', en: 'Pain in the belly' },
  fruity_breath: { zh: '呼气有烂苹果味', en: 'Breath smells of fruit' },
  deep_breath: { zh: '呼吸又深又快', en: 'Deep, quick breathing' },
  flushed: { zh: '皮肤潮红', en: 'Flushed skin' },
}

const withPressure: readonly Symptom[] = ['headache', 'vomiting', 'vision', 'palpitations', 'chest_tightness']
const withGlucose: readonly Symptom[] = [
  'sweating',
  'vomiting',
  'thirst',
  'belly_pain',
  'fruity_breath',
  'deep_breath',
  'flushed',
  'vision',
]
/** Signs for which an ambulance is called whatever was measured. */
export const gravest: readonly Symptom[] = ['consciousness', 'weakness', 'chest_pain', 'breathless']

/** What to ask for, the gravest first: beside a dangerous pressure, a dangerous glucose, or both. */
export const symptomsToAsk = (danger: readonly ('pressure' | 'glucose')[]): Symptom[] =>
  symptomSchema.options.filter(
    (symptom) =>
      gravest.includes(symptom) ||
      (danger.includes('pressure') && withPressure.includes(symptom)) ||
      (danger.includes('glucose') && withGlucose.includes(symptom)) ||
      (danger.length === 0 && withPressure.includes(symptom)),
  )
