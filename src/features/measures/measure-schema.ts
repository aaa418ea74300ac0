import { z } from 'zod'
import type { Words } from '../../kernel/words.ts'
import { certaintySchema, givenSchema, kindSchema, lineSchema, partPlayedSchema, statusSchema } from '../ledger/kind-schema.ts'

/** Every measure (指标) by its key. A target of a contract, a frozen figure and a printed report name a measure by it. */
export const measureKeySchema = z
  .enum([
    'direct_persons',
    'direct_times',
    'indirect_persons',
    'register_rows',
    'register_persons',
    'register_households',
    'cases',
    'case_closed',
    'closure_rate',
    'case_persons',
    'sessions',
    'gds_pre_n',
    'gds_both_n',
    'gds_pre_mean',
    'gds_post_mean',
    'groups',
    'group_members',
    'group_sessions',
    'group_attendances',
    'activities',
    'activities_festival',
    'activities_intergenerational',
    'activities_both',
    'attendances',
    'attendances_festival',
    'attendances_unresolved',
    'activity_people',
    'sign_in_others',
    'activity_unnamed',
    'clinic_days',
    'clinic_communities',
    'clinic_visits',
    'clinic_people',
    'clinic_danger_rows',
    'goods_batches',
    'goods_value',
    'goods_lines',
    'goods_units_out',
    'goods_households',
    'goods_people',
    'stock_unbalanced',
    'visits_door',
    'visits_phone',
    'visits_failed',
    'visit_people',
    'visit_attendances',
    'visit_households',
    'volunteers',
    'volunteer_families',
    'vol_persons',
    'shifts',
    'hours_claimed',
    'hours_confirmed',
    'linkages',
    'linkage_organisations',
    'linkage_value',
    'resource_cash',
    'resource_in_kind',
    'craft_lessons',
    'craft_attendances',
    'craft_makers',
    'craft_pieces',
    'craft_exhibitions',
    'craft_sold',
    'craft_sales',
    'craft_income',
    'respite_sessions',
    'respite_carers',
    'respite_elders',
    'respite_minutes',
    'wishes_published',
    'wishes_claimed',
    'wishes_done',
    'wish_claim_rate',
    'wish_done_rate',
    'budget_total',
    'expenses_total',
  ])
  .meta({ id: 'MeasureKey' })
export type MeasureKey = z.infer<typeof measureKeySchema>

/** Under which heading a measure is shown. */
export const sectionSchema = z.enum([
  'reach',
  'register',
  'casework',
  'groups',
  'activities',
  'clinics',
  'goods',
  'visits',
  'volunteers',
  'linkages',
  'crafts',
  'respite',
  'wishes',
  'money',
])
export type Section = z.infer<typeof sectionSchema>

export const sectionWords: Record<Section, Words> = {
  reach: { zh: '受益人数', en: 'People reached' },
  register: { zh: '花名册', en: 'Register' },
  casework: { zh: '个案', en: 'Casework' },
  groups: { zh: '小组', en: 'Groups' },
  activities: { zh: '社区活动', en: 'Activities' },
  clinics: { zh: '义诊', en: 'Clinics' },
  goods: { zh: '物资', en: 'Goods' },
  visits: { zh: '探访', en: 'Visits' },
  volunteers: { zh: '志愿服务', en: 'Volunteering' },
  linkages: { zh: '资源链接', en: 'Linkages' },
  crafts: { zh: '手工艺', en: 'Crafts' },
  respite: { zh: '喘息服务', en: 'Respite' },
  wishes: { zh: '微心愿', en: 'Wishes' },
  money: { zh: '经费', en: 'Money' },
}

export const wordsSchema = z.object({ zh: z.string().min(1), en: z.string().min(1) })

const named = {
  /** Rises whenever the rule changes, so that a figure frozen earlier still says by which rule it was counted. */
  version: z.int().min(1),
  section: sectionSchema,
  name: wordsSchema,
  unit: wordsSchema,
  /** What is counted and what is left out, as a person would say it. */
  rule: wordsSchema,
}

/** Which services of the ledger a measure looks at. A service must bear every one of the themes. */
const ofServices = {
  kinds: z.array(kindSchema).min(1).readonly(),
  statuses: z.array(statusSchema).min(1).readonly(),
  lines: z.array(lineSchema).min(1).readonly().optional(),
  themes: z.array(z.string().min(1)).min(1).readonly().optional(),
}

/** What a measure counts, by what it looks at. Each member of the union names only what can be counted there. */
export const measureSchema = z.discriminatedUnion('over', [
  z.object({
    ...named,
    over: z.literal('services'),
    counts: z.enum(['services', 'groups', 'communities', 'minutes', 'quantity', 'unnamed']),
    ...ofServices,
  }),
  /** Cases whose file is closed, dated by the day it was closed. */
  z.object({ ...named, over: z.literal('closedCases'), counts: z.literal('cases'), ...ofServices }),
  z.object({
    ...named,
    over: z.literal('attendance'),
    /** `households` are those a hand-out line names; `homes` the households that the persons live in. */
    counts: z.enum(['persons', 'attendances', 'households', 'homes', 'hours', 'claimedHours']),
    ...ofServices,
    parts: z.array(partPlayedSchema).min(1).readonly(),
    certainties: z.array(certaintySchema).min(1).readonly().optional(),
    /** Only attendances with a reading at or past a danger limit. */
    danger: z.literal(true).optional(),
  }),
  z.object({
    ...named,
    over: z.literal('contributions'),
    counts: z.enum(['money', 'organisations']),
    ...ofServices,
    given: z.array(givenSchema).min(1).readonly(),
  }),
  z.object({
    ...named,
    over: z.literal('register'),
    counts: z.enum(['rows', 'persons', 'homes']),
    part: z.enum(['elder', 'carer', 'volunteer', 'worker']),
  }),
  z.object({
    ...named,
    over: z.literal('assessments'),
    counts: z.enum(['scores', 'mean']),
    scale: z.string().min(1),
    phase: z.enum(['before', 'after']),
    /** The totals that the scale allows. */
    least: z.number(),
    most: z.number(),
    /** Only where the other phase of the same occasion has a valid total too. */
    paired: z.boolean(),
  }),
  z.object({ ...named, over: z.literal('families'), counts: z.literal('families') }),
  /** Wishes that came at least as far: shown to the public, claimed, received. */
  z.object({ ...named, over: z.literal('wishes'), counts: z.literal('wishes'), reached: z.enum(['published', 'claimed', 'done']) }),
  /** Lots whose closing stock does not agree with what came in and what went out. */
  z.object({ ...named, over: z.literal('stock'), counts: z.literal('lots') }),
  z.object({ ...named, over: z.literal('budget'), counts: z.literal('money') }),
  z.object({ ...named, over: z.literal('expenses'), counts: z.literal('money') }),
  z.object({ ...named, over: z.literal('estimate'), counts: z.literal('estimate'), of: measureKeySchema }),
  z.object({ ...named, over: z.literal('measures'), counts: z.literal('percent'), part: measureKeySchema, whole: measureKeySchema }),
])
export type Measure = z.infer<typeof measureSchema>

/** Measures that are counted from rows: all but a percentage of two others. */
export type CountedMeasure = Exclude<Measure, { over: 'measures' }>
