import { z } from 'zod'
import type { Words } from '../../kernel/words.ts'

/** The five lines of service (服务线) of the project's model. */
export const lineSchema = z.enum(['mental', 'cultural', 'physical', 'living', 'social'])
export type Line = z.infer<typeof lineSchema>

export const lineWords: Record<Line, Words> = {
  mental: { zh: '心理健康', en: 'Mental health' },
  cultural: { zh: '精神生活', en: 'Cultural life' },
  physical: { zh: '身体健康', en: 'Physical health' },
  living: { zh: '物质生活', en: 'Living conditions' },
  social: { zh: '社会支持', en: 'Social support' },
}

/**
 * The kinds of service. A kind says what one row of the ledger stands for; what belongs to it alone is kept beside it,
 * in the feature of that kind.
 */
export const kindSchema = z.enum([
  'case_opening',
  'case_session',
  'group_session',
  'activity',
  'clinic_day',
  'goods_receipt',
  'hand_out',
  'home_visit',
  'phone_visit',
  'look_in',
  'respite',
  'craft_lesson',
  'craft_piece',
  'exhibition',
  'craft_sale',
  'volunteer_shift',
  'linkage',
  'wish',
])
export type Kind = z.infer<typeof kindSchema>

/** `line` is the line of service that a kind belongs to unless the record says otherwise. */
export const kindWords: Record<Kind, Words & { line: Line }> = {
  case_opening: { zh: '接案', en: 'Case opening', line: 'mental' },
  case_session: { zh: '个案面谈', en: 'Casework session', line: 'mental' },
  group_session: { zh: '小组活动', en: 'Group session', line: 'mental' },
  activity: { zh: '社区活动', en: 'Activity', line: 'cultural' },
  clinic_day: { zh: '义诊', en: 'Clinic day', line: 'physical' },
  goods_receipt: { zh: '物资入库', en: 'Goods received', line: 'living' },
  hand_out: { zh: '物资发放', en: 'Hand-out', line: 'living' },
  home_visit: { zh: '上门探访', en: 'Home visit', line: 'social' },
  phone_visit: { zh: '电话探访', en: 'Phone visit', line: 'social' },
  look_in: { zh: '代为看望', en: 'Looked in on by others', line: 'social' },
  respite: { zh: '喘息服务', en: 'Respite', line: 'social' },
  craft_lesson: { zh: '手工艺课', en: 'Craft lesson', line: 'living' },
  craft_piece: { zh: '手工艺作品', en: 'Craft piece', line: 'living' },
  exhibition: { zh: '展销', en: 'Exhibition', line: 'living' },
  craft_sale: { zh: '作品销售', en: 'Craft sale', line: 'living' },
  volunteer_shift: { zh: '志愿班次', en: 'Volunteer shift', line: 'social' },
  linkage: { zh: '资源链接', en: 'Linkage', line: 'social' },
  wish: { zh: '微心愿', en: 'A wish come true', line: 'living' },
}

/** planned: not yet; held: it took place; cancelled: it did not; failed: somebody went and met nobody, or did not come. */
export const statusSchema = z.enum(['planned', 'held', 'cancelled', 'failed'])
export type Status = z.infer<typeof statusSchema>

/** Themes that the measures know; others are free words. */
export const knownThemes: Record<string, Words> = {
  festival: { zh: '节日', en: 'Festival' },
  intergenerational: { zh: '代际', en: 'Across the generations' },
}

/** The part somebody played at a service (参与身份). Only beneficiaries and carers are served by it. */
export const partPlayedSchema = z.enum(['beneficiary', 'carer', 'volunteer', 'worker', 'partner', 'child'])
export type PartPlayed = z.infer<typeof partPlayedSchema>

/** How sure we are who it was: number checked, known by name, or a name that nobody has resolved. */
export const certaintySchema = z.enum(['number', 'name', 'unresolved'])

/** The five parties (五社), the public bodies beside them, and the public. */
export const partySchema = z.enum(['community', 'social_organisation', 'social_worker', 'volunteer', 'charity', 'government', 'public'])

/** What a party gave to a service. `sale` is money taken for a piece, `income` money paid on to its maker. */
export const givenSchema = z.enum(['host', 'venue', 'staff', 'funds', 'goods', 'skill', 'service', 'time', 'sale', 'income'])
