import { z } from 'zod'
import type { Words } from '../../kernel/words.ts'
import type { Kind } from '../ledger/kind-schema.ts'

/** How much risk an elder lives with (风险等级): it sets how often somebody looks in. */
export const tierSchema = z.enum(['general', 'watched', 'high', 'crisis'])
export type Tier = z.infer<typeof tierSchema>

export const tierWords: Record<Tier, Words> = {
  general: { zh: '一般', en: 'General' },
  watched: { zh: '关注', en: 'Watched' },
  high: { zh: '高风险', en: 'High risk' },
  crisis: { zh: '危机', en: 'Crisis' },
}

/** How somebody is looked in on. The last three are told by others, who saw them. */
export const meansSchema = z.enum(['door', 'phone', 'video', 'neighbour', 'community', 'family'])
export type Means = z.infer<typeof meansSchema>

/** `kind` is what the ledger has it as; told by somebody else, it is no visit of the project's. */
export const meansWords: Record<Means, Words & { kind: Kind }> = {
  door: { zh: '上门', en: 'At the door', kind: 'home_visit' },
  phone: { zh: '电话', en: 'Telephone', kind: 'phone_visit' },
  video: { zh: '视频', en: 'Video', kind: 'phone_visit' },
  neighbour: { zh: '邻居代看', en: 'A neighbour looked in', kind: 'look_in' },
  community: { zh: '社区代看', en: 'The community looked in', kind: 'look_in' },
  family: { zh: '家属告知', en: 'The family told', kind: 'look_in' },
}

/** Means by which somebody else saw the elder: who told is asked for. */
export const isTold = (means: Means): boolean => meansWords[means].kind === 'look_in'

/** What is looked at on a visit (民发〔2022〕73号). true: in order; false: a problem; absent: not looked at. */
export const itemSchema = z.enum([
  'health',
  'mood',
  'medicine',
  'meals',
  'hygiene',
  'utilities',
  'heating',
  'carbonMonoxide',
  'mobility',
  'needs',
])
export type Item = z.infer<typeof itemSchema>

export const itemWords: Record<Item, Words> = {
  health: { zh: '健康', en: 'Health' },
  mood: { zh: '精神情绪', en: 'Spirits' },
  medicine: { zh: '用药', en: 'Medicine' },
  meals: { zh: '饮食', en: 'Meals' },
  hygiene: { zh: '居住卫生', en: 'Cleanliness of the home' },
  utilities: { zh: '水电气火', en: 'Water, power, gas, fire' },
  heating: { zh: '取暖', en: 'Heating' },
  carbonMonoxide: { zh: '一氧化碳', en: 'Carbon monoxide' },
  mobility: { zh: '出行跌倒', en: 'Getting about, falls' },
  needs: { zh: '新的服务需求', en: 'New needs' },
}

/** What was done beside looking. */
export const deedSchema = z.enum(['familyCalled', 'policyTold'])
export const deedWords: Record<z.infer<typeof deedSchema>, Words> = {
  familyCalled: { zh: '已联系家属', en: 'The family was called' },
  policyTold: { zh: '已宣讲政策', en: 'Benefits were explained' },
}

export const urgencySchema = z.enum(['routine', 'soon', 'urgent'])
export type Urgency = z.infer<typeof urgencySchema>
export const urgencyWords: Record<Urgency, Words> = {
  routine: { zh: '一般', en: 'Routine' },
  soon: { zh: '尽快', en: 'Soon' },
  urgent: { zh: '紧急', en: 'Urgent' },
}

/** To whom a problem is passed on. */
export const referredToSchema = z.enum(['hospital', 'community', 'family', 'agency', 'emergency'])
export type ReferredTo = z.infer<typeof referredToSchema>
export const referredToWords: Record<ReferredTo, Words> = {
  hospital: { zh: '医院', en: 'Hospital' },
  community: { zh: '社区（村）', en: 'Community' },
  family: { zh: '家属', en: 'Family' },
  agency: { zh: '其他机构', en: 'Another agency' },
  emergency: { zh: '120 / 119 / 110', en: 'Emergency services' },
}

/** Who is asked when nobody is met, in this order (domain: 邻居 → 社区 → 家属 → 110). */
export const stepSchema = z.enum(['neighbour', 'community', 'family', 'police'])
export type Step = z.infer<typeof stepSchema>
export const stepWords: Record<Step, Words> = {
  neighbour: { zh: '问邻居', en: 'Ask a neighbour' },
  community: { zh: '请社区上门', en: 'Ask the community to go there' },
  family: { zh: '联系家属', en: 'Call the family' },
  police: { zh: '报 110', en: 'Call 110' },
}

/** How it ended when nobody was met at first. */
export const outcomeSchema = z.enum(['seen', 'safe', 'hospital', 'moved', 'died', 'mistake', 'other'])
export type Outcome = z.infer<typeof outcomeSchema>
export const outcomeWords: Record<Outcome, Words> = {
  seen: { zh: '已见到本人', en: 'Seen since' },
  safe: { zh: '确认平安', en: 'Known to be safe' },
  hospital: { zh: '住院', en: 'In hospital' },
  moved: { zh: '外出或迁走', en: 'Away or moved' },
  died: { zh: '去世', en: 'Died' },
  mistake: { zh: '记录有误', en: 'Recorded by mistake' },
  other: { zh: '其他', en: 'Other' },
}

const tierSettingSchema = z.object({
  /** At least once in so many days. */
  everyDays: z.int().min(1).max(366),
  /** Of these at the door, or otherwise face to face, at least once in so many days; null: no matter how. */
  faceDays: z.int().min(1).max(366).nullable(),
})

/** What a manager decides for a project. The defaults follow 民发〔2022〕73号 and common practice. */
export const visitSettingsSchema = z.object({
  tiers: z.record(tierSchema, tierSettingSchema),
  /** Means that count as having looked in. */
  means: z.array(meansSchema).min(1),
  /** Whether another service at which somebody was there counts too. */
  otherServices: z.boolean(),
  /** So many failed attempts in a row are passed on. */
  attempts: z.int().min(1).max(5),
  /** Somebody with a hardship label and no service for so many days is asked after. */
  silentDays: z.int().min(7).max(366),
  /** A decided tier is looked at again after so many days. */
  reviewDays: z.int().min(7).max(732),
})
export type VisitSettings = z.infer<typeof visitSettingsSchema>

export const defaultSettings: VisitSettings = {
  tiers: {
    general: { everyDays: 30, faceDays: null },
    watched: { everyDays: 14, faceDays: 30 },
    high: { everyDays: 3, faceDays: 7 },
    crisis: { everyDays: 1, faceDays: 3 },
  },
  means: ['door', 'phone', 'video', 'neighbour', 'community'],
  otherServices: true,
  attempts: 2,
  silentDays: 60,
  reviewDays: 180,
}

/** The lists of whom to look after: each with its number. */
export const showSchema = z.enum(['overdue', 'due', 'escalated', 'silent', 'labelReview', 'tierReview', 'undecided', 'all'])
export type Show = z.infer<typeof showSchema>
