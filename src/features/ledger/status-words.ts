import type { Words } from '../../kernel/words.ts'
import type { PartPlayed, Status } from './kind-schema.ts'

export const statusWords: Record<Status, Words> = {
  planned: { zh: '计划', en: 'Planned' },
  held: { zh: '已开展', en: 'Held' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  failed: { zh: '未成', en: 'Not met' },
}

export const partPlayedWords: Record<PartPlayed, Words> = {
  beneficiary: { zh: '老人', en: 'Elder served' },
  carer: { zh: '照护者', en: 'Carer' },
  volunteer: { zh: '志愿者', en: 'Volunteer' },
  worker: { zh: '社工', en: 'Worker' },
  partner: { zh: '合作方', en: 'Partner' },
  child: { zh: '学生', en: 'Pupil' },
}
