import { z } from 'zod'
import type { Words } from '../../kernel/words.ts'
import type { OrganisationParty } from '../organisations/schema.ts'

/** What is needed or given. Money is only what was pledged elsewhere (Charity Law, article 23): none is taken here. */
export const linkKindSchema = z.enum(['funds', 'goods', 'venue', 'staff', 'skill', 'service', 'time'])
export type LinkKind = z.infer<typeof linkKindSchema>

export const linkKindWords: Record<LinkKind, Words> = {
  funds: { zh: '资金（平台外承诺）', en: 'Money pledged elsewhere' },
  goods: { zh: '物资', en: 'Goods' },
  venue: { zh: '场地', en: 'Venue' },
  staff: { zh: '人力', en: 'People' },
  skill: { zh: '技能', en: 'Skill' },
  service: { zh: '服务', en: 'Service' },
  time: { zh: '时间', en: 'Time' },
}

/** Which kinds of resource can meet a kind of need, besides its own. */
export const alsoMeets: Record<LinkKind, readonly LinkKind[]> = {
  funds: [],
  goods: [],
  venue: [],
  staff: ['time', 'service'],
  skill: ['service', 'staff'],
  service: ['skill', 'staff'],
  time: ['staff', 'service'],
}

/** Kinds of need that a volunteer can meet. */
export const byVolunteers: ReadonlySet<LinkKind> = new Set(['staff', 'skill', 'service', 'time'])

/** The five parties of a linkage (五社); public bodies stand beside them. */
export const fiveParties = [
  'community',
  'social_organisation',
  'social_worker',
  'volunteer',
  'charity',
] as const satisfies readonly OrganisationParty[]

export const partSchema = z.enum(['morning', 'afternoon', 'evening'])
export type PartOfDay = z.infer<typeof partSchema>
export const partWords: Record<PartOfDay, Words> = {
  morning: { zh: '上午', en: 'Morning' },
  afternoon: { zh: '下午', en: 'Afternoon' },
  evening: { zh: '晚上', en: 'Evening' },
}

export const weekdayWords: readonly Words[] = [
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
  { zh: '周日', en: 'Sunday' },
]

/** Days of the week (1 Monday to 7 Sunday) and parts of the day; none named: any. */
export const timesSchema = z.object({ days: z.array(z.int().min(1).max(7)).max(7), parts: z.array(partSchema).max(3) })
export type Times = z.infer<typeof timesSchema>

export const linkStateSchema = z.enum(['asked', 'accepted', 'refused', 'done', 'confirmed', 'closed', 'withdrawn'])
export type LinkState = z.infer<typeof linkStateSchema>

export const linkStateWords: Record<LinkState, Words> = {
  asked: { zh: '已询问', en: 'Asked' },
  accepted: { zh: '已答应', en: 'Accepted' },
  refused: { zh: '未答应', en: 'Refused' },
  done: { zh: '已落实', en: 'Done' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  closed: { zh: '已办结', en: 'Closed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

/** Who meets a need: a resource of an organisation or of somebody, or a volunteer of the roll. */
export const giverSchema = z.object({ sort: z.enum(['resource', 'volunteer']), id: z.uuid() })
export type Giver = z.infer<typeof giverSchema>
