import { z } from 'zod'
import type { Words } from '../../kernel/words.ts'

/** How far a slot of respite has come. */
export const slotStateSchema = z.enum(['asked', 'offered', 'taken', 'declined', 'cancelled', 'done'])
export type SlotState = z.infer<typeof slotStateSchema>
export const slotStateWords: Record<SlotState, Words> = {
  asked: { zh: '已申请', en: 'Asked for' },
  offered: { zh: '已安排，待确认', en: 'Offered' },
  taken: { zh: '已确认', en: 'Accepted' },
  declined: { zh: '不接受', en: 'Declined' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  done: { zh: '已完成', en: 'Done' },
}

export const coverSchema = z.enum(['worker', 'family'])
export const coverWords: Record<z.infer<typeof coverSchema>, Words> = {
  worker: { zh: '工作人员', en: 'A worker' },
  family: { zh: '志愿家庭', en: 'A volunteer family' },
}
