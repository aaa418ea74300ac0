import { z } from 'zod'
import type { Words } from '../../kernel/words.ts'

/** The categories of elders in difficulty (困难类别). One person may have several, each with its own basis and dates. */
export const hardshipCodeSchema = z.enum([
  'DB',
  'TK',
  'DBB',
  'GXZC',
  'FFP',
  'DJ',
  'KC',
  'LS',
  'GL',
  'SN',
  'BSN',
  'SZ',
  'CJ',
  'JSTS',
  'SO',
  'ZB',
  'YF',
  'GU',
])
export type HardshipCode = z.infer<typeof hardshipCodeSchema>

export const hardshipWords: Record<HardshipCode, Words> = {
  DB: { zh: '低保', en: 'Minimum living allowance' },
  TK: { zh: '特困', en: 'Extreme poverty support' },
  DBB: { zh: '低保边缘', en: 'Near the allowance line' },
  GXZC: { zh: '刚性支出困难', en: 'Burdened by unavoidable expenses' },
  FFP: { zh: '防止返贫监测', en: 'Watched against falling back into poverty' },
  DJ: { zh: '独居', en: 'Lives alone' },
  KC: { zh: '空巢', en: 'Children live elsewhere' },
  LS: { zh: '留守', en: 'Left behind by children working away' },
  GL: { zh: '高龄', en: 'Aged 80 or more' },
  SN: { zh: '失能', en: 'Disabled in daily living' },
  BSN: { zh: '半失能', en: 'Partly disabled in daily living' },
  SZ: { zh: '失智', en: 'Living with dementia' },
  CJ: { zh: '残疾', en: 'Certified disability' },
  JSTS: { zh: '失独', en: 'Lost an only child' },
  SO: { zh: '丧偶', en: 'Widowed' },
  ZB: { zh: '重病', en: 'Severe illness' },
  YF: { zh: '优抚', en: 'Veteran or family entitled to care' },
  GU: { zh: '孤寡', en: 'Without family support' },
}

/** The kinds of certified disability of GB/T 26341-2010, with the digit that stands for each in a certificate's number. */
export const disabilityCategories: Record<string, Words & { digit: number }> = {
  sight: { zh: '视力', en: 'Sight', digit: 1 },
  hearing: { zh: '听力', en: 'Hearing', digit: 2 },
  speech: { zh: '言语', en: 'Speech', digit: 3 },
  limbs: { zh: '肢体', en: 'Limbs', digit: 4 },
  intellect: { zh: '智力', en: 'Intellect', digit: 5 },
  mind: { zh: '精神', en: 'Mind', digit: 6 },
  several: { zh: '多重', en: 'Several', digit: 7 },
}
