import { ageOn, daysBetween, type Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { HardshipCode } from '../people/hardship-schema.ts'
import { tierSchema, type Tier } from './visit-schema.ts'

type LabelFact = { readonly code: HardshipCode; readonly grade: number | null }

/** What is known of somebody's risk on a day. */
export type RiskFacts = {
  readonly birthDate: Day | null
  readonly livingWith: string | null
  readonly labels: readonly LabelFact[]
  /** When a fall, or trouble with getting about, was last found on a visit. */
  readonly fellOn: Day | null
  /** The last score on each scale. */
  readonly scores: readonly { readonly scale: string; readonly score: number; readonly day: Day | null }[]
}

type Known = {
  readonly alone: boolean
  readonly aged: boolean
  readonly has: (code: HardshipCode) => boolean
  readonly gravelyDisabled: boolean
  readonly fell: boolean
  /** The last score on a scale, when it is no older than half a year. */
  readonly score: (scale: string) => number
}

type TierRule = {
  readonly key: string
  readonly tier: Exclude<Tier, 'general' | 'crisis'>
  readonly holds: (known: Known) => boolean
  readonly because: Words
}

const frail = ({ has, gravelyDisabled }: Known): boolean => has('SN') || has('SZ') || gravelyDisabled

/**
 * What speaks for a higher tier. Crisis is never suggested: only a person who was there can tell. Sources: 民发〔2022〕
 * 73号 (whom to visit), common practice for the frequencies, the screening limits of GDS-15 and PHQ-9.
 */
const tierRules: readonly TierRule[] = [
  {
    key: 'alone_frail',
    tier: 'high',
    holds: (known) => known.alone && frail(known),
    because: { zh: '独居，且失能、失智或重度残疾', en: 'Lives alone, and is disabled in daily living, has dementia or a grave disability' },
  },
  {
    key: 'alone_aged_ill',
    tier: 'high',
    holds: (known) => known.alone && known.aged && (known.has('BSN') || known.has('ZB')),
    because: { zh: '高龄独居，且半失能或重病', en: 'Aged 80 or more, lives alone, and is partly disabled or gravely ill' },
  },
  {
    key: 'alone_fell',
    tier: 'high',
    holds: (known) => known.alone && known.fell,
    because: { zh: '独居，近半年有跌倒或行动问题', en: 'Lives alone and had a fall or trouble getting about within half a year' },
  },
  {
    key: 'forsaken_frail',
    tier: 'high',
    holds: (known) => known.has('GU') && frail(known),
    because: { zh: '无人赡养，且失能、失智或重度残疾', en: 'Without family support, and disabled, demented or gravely disabled' },
  },
  {
    key: 'mood_grave',
    tier: 'high',
    holds: ({ score }) => score('GDS-15') >= 12 || score('PHQ-9') >= 20,
    because: {
      zh: '近半年情绪筛查为重度（GDS-15≥12 或 PHQ-9≥20）',
      en: 'A grave result of screening within half a year (GDS-15 ≥ 12 or PHQ-9 ≥ 20)',
    },
  },
  {
    key: 'alone_aged',
    tier: 'watched',
    holds: (known) => known.alone && known.aged,
    because: { zh: '独居，80 岁以上', en: 'Lives alone, aged 80 or more' },
  },
  {
    key: 'frail',
    tier: 'watched',
    holds: frail,
    because: { zh: '失能、失智或重度残疾', en: 'Disabled in daily living, dementia or a grave disability' },
  },
  { key: 'bereaved', tier: 'watched', holds: ({ has }) => has('JSTS'), because: { zh: '计划生育特殊家庭', en: 'Lost an only child' } },
  {
    key: 'forsaken',
    tier: 'watched',
    holds: ({ has }) => has('GU') || has('TK'),
    because: { zh: '特困或无人赡养', en: 'Extreme poverty support, or without family support' },
  },
  { key: 'ill', tier: 'watched', holds: ({ has }) => has('ZB'), because: { zh: '重病', en: 'Gravely ill' } },
  {
    key: 'fell',
    tier: 'watched',
    holds: ({ fell }) => fell,
    because: { zh: '近半年有跌倒或行动问题', en: 'A fall or trouble getting about within half a year' },
  },
  {
    key: 'mood',
    tier: 'watched',
    holds: ({ score }) => score('GDS-15') >= 6 || score('PHQ-9') >= 10,
    because: { zh: '近半年情绪筛查阳性（GDS-15≥6 或 PHQ-9≥10）', en: 'A positive screening within half a year (GDS-15 ≥ 6 or PHQ-9 ≥ 10)' },
  },
]

const halfYear = 183

function knownOf(facts: RiskFacts, on: Day): Known {
  const has = (code: HardshipCode) => facts.labels.some((label) => label.code === code)
  const recent = (day: Day | null) => day !== null && day <= on && daysBetween(day, on) <= halfYear
  return {
    alone: has('DJ') || /独居|独自|一人|自己(住|居住)?$|单独/.test(facts.livingWith ?? ''),
    aged: has('GL') || (facts.birthDate !== null && ageOn(facts.birthDate, on) >= 80),
    has,
    gravelyDisabled: facts.labels.some(({ code, grade }) => code === 'CJ' && grade !== null && grade <= 2),
    fell: recent(facts.fellOn),
    score: (scale) => facts.scores.find((one) => one.scale.toUpperCase() === scale && recent(one.day))?.score ?? -1,
  }
}

export type Suggestion = {
  readonly tier: Tier
  readonly reasons: readonly { readonly key: string; readonly tier: Tier; readonly because: Words }[]
}

/** The tier that the rules suggest, with every rule that speaks for more than the lowest. */
export function suggestTier(facts: RiskFacts, on: Day): Suggestion {
  const known = knownOf(facts, on)
  const reasons = tierRules.flatMap(({ key, tier, holds, because }) => (holds(known) ? [{ key, tier, because }] : []))
  const tier = reasons.some((reason) => reason.tier === 'high') ? 'high' : reasons.length > 0 ? 'watched' : 'general'
  return { tier, reasons }
}

/** Higher first. */
export const rankOf = (tier: Tier): number => tierSchema.options.length - tierSchema.options.indexOf(tier)
