import { z } from 'zod'
import type { Words } from '../../kernel/words.ts'

/** What a roll says of a member. The first three were there. */
export const markSchema = z.enum(['present', 'late', 'left_early', 'excused', 'absent'])
export type Mark = z.infer<typeof markSchema>
export const markWords: Record<Mark, Words> = {
  present: { zh: '到', en: 'Present' },
  late: { zh: '迟到', en: 'Late' },
  left_early: { zh: '早退', en: 'Left early' },
  excused: { zh: '请假', en: 'Excused' },
  absent: { zh: '缺席', en: 'Absent' },
}

/** The phases of a group's life. */
export const phaseSchema = z.enum(['preparing', 'beginning', 'turning', 'working', 'ending'])
export type Phase = z.infer<typeof phaseSchema>
export const phaseWords: Record<Phase, Words> = {
  preparing: { zh: '准备期', en: 'Preparing' },
  beginning: { zh: '开始期', en: 'Beginning' },
  turning: { zh: '转折期', en: 'Turning' },
  working: { zh: '成熟期', en: 'Working' },
  ending: { zh: '结束期', en: 'Ending' },
}

export const natures: readonly Words[] = [
  { zh: '支持', en: 'Support' },
  { zh: '教育', en: 'Education' },
  { zh: '成长', en: 'Growth' },
  { zh: '治疗', en: 'Therapy' },
  { zh: '兴趣', en: 'Interest' },
  { zh: '互助', en: 'Mutual help' },
  { zh: '任务', en: 'Task' },
]
