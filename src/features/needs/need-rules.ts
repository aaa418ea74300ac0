import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { NeedState } from './schema.ts'

export const isSettled = (state: NeedState): boolean => state === 'met' || state === 'notMet' || state === 'withdrawn'

/** A need that has been written down with actions is in hand. */
export const stateWith = (actions: readonly unknown[]): NeedState => (actions.length > 0 ? 'inHand' : 'open')

/** A need says where it was seen. */
export function maySave(need: { assessmentId: string | null; judgement: string | null; version: number; reason: string | null }): Verdict {
  if (need.assessmentId === null && need.judgement === null)
    return no(
      'needs.noSource',
      {
        zh: '请写明这项需求从哪里看出来：选一次测评，或写下您的判断。',
        en: 'Say where the need was seen: an assessment, or your judgement in words.',
      },
      { sort: 'invalid', field: 'judgement' },
    )
  if (need.version > 0 && need.reason === null)
    return no('needs.noReason', { zh: '请写更正的理由。', en: 'Give the reason for the change.' }, { sort: 'invalid', field: 'reason' })
  return yes()
}

/** From where a need may go where. An end is taken back by opening it again. */
export function maySettle(from: NeedState, to: NeedState, on: Day, today: Day): Verdict {
  if (on > today)
    return no('needs.future', { zh: '日期不能晚于今天。', en: 'The day cannot be after today.' }, { sort: 'invalid', field: 'on' })
  if (isSettled(from) === isSettled(to))
    return no(
      'needs.sameState',
      isSettled(from)
        ? { zh: '这项需求已经有了结论，请先重新打开。', en: 'This need is settled; open it again first.' }
        : { zh: '这项需求本来就没有结论。', en: 'This need is not settled.' },
    )
  return yes()
}

export type Assessed = { readonly id: string; readonly scale: string; readonly band: string | null; readonly score: number | null }

/** What a result suggests. A rule is shown with its words; whether it is a need is decided by a person. */
export const suggestionRules = [
  { rule: 'mood', scales: ['GDS-15', 'PHQ-9'], bands: ['mild', 'moderate', 'high', 'severe'], fits: /心理|情绪|抑郁/, from: 5 },
  { rule: 'worry', scales: ['GAD-7'], bands: ['mild', 'moderate', 'severe'], fits: /心理|情绪|焦虑/ },
  { rule: 'wellbeing', scales: ['WHO-5'], bands: ['low', 'very-low'], fits: /心理|情绪/ },
  {
    rule: 'care',
    scales: ['self-care', 'tekun-6', 'Barthel'],
    bands: ['moderate', 'unable', 'partly', 'lost', 'heavy'],
    fits: /照顾|照护|照料/,
  },
  { rule: 'ability', scales: ['ability'], bands: ['2', '3', '4'], fits: /照顾|照护|照料/ },
  { rule: 'home', scales: ['home-safety'], bands: ['some', 'many'], fits: /生活条件|居住|环境/ },
  { rule: 'falls', scales: ['fall-risk'], bands: ['some', 'high'], fits: /健康|跌倒/ },
  { rule: 'carer', scales: ['carer-strain'], bands: ['some', 'heavy'], fits: /照顾|照护|家庭/ },
  { rule: 'alone', scales: ['LSNS-6', 'UCLA-3'], bands: ['isolated', 'lonely'], fits: /社区|社会|孤独|融入/ },
] as const satisfies readonly { rule: string; scales: readonly string[]; bands: readonly string[]; fits: RegExp; from?: number }[]

export type SuggestionRule = (typeof suggestionRules)[number]['rule']

/** The rule that a result meets. An imported total has no band: its score is asked where the rule names one. */
export function ruleFor(assessed: Assessed): (typeof suggestionRules)[number] | undefined {
  return suggestionRules.find(
    (rule) =>
      rule.scales.some((scale) => scale === assessed.scale) &&
      (assessed.band === null
        ? 'from' in rule && assessed.score !== null && assessed.score >= rule.from
        : rule.bands.some((band) => band === assessed.band)),
  )
}

/** The project's need that a rule belongs to, by its words; null where none fits. */
export const domainFor = <D extends { need: string }>(rule: (typeof suggestionRules)[number], domains: readonly D[]): D | null =>
  domains.find((domain) => rule.fits.test(domain.need)) ?? null
