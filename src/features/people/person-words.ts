import type { Words } from '../../kernel/words.ts'
import type { Part } from './schema.ts'

export const sexWords: Record<'unknown' | 'male' | 'female', Words> = {
  unknown: { zh: '不详', en: 'Unknown' },
  male: { zh: '男', en: 'Male' },
  female: { zh: '女', en: 'Female' },
}

export const partWords: Record<Part, Words> = {
  elder: { zh: '老人', en: 'Elder' },
  carer: { zh: '照护者', en: 'Carer' },
  volunteer: { zh: '志愿者', en: 'Volunteer' },
  worker: { zh: '社工', en: 'Worker' },
}
