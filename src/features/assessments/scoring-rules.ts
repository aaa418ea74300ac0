import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { finalLevelOf, raisesOf, type Raise } from './ability-scale-rules.ts'
import { overallItem } from './list-scale-rules.ts'
import { selfHarmItem } from './mood-scale-rules.ts'
import type { Answers, Band, Scale, ScaleItem } from './scale-schema.ts'

export type Result = {
  /** Null: too much is unanswered, or the scale is decided without it. Never nothing in place of an answer. */
  readonly score: number | null
  readonly band: Band | undefined
  /** Counted questions without an answer. */
  readonly missing: readonly string[]
  /** The total was carried up from the questions that were answered. */
  readonly carried: boolean
  /** Why the level is not the total's own. */
  readonly raises: readonly Raise[]
}

export const countedItems = (scale: Scale): readonly ScaleItem[] => scale.items.filter((item) => item.beside !== true)

const optionOf = (item: ScaleItem, answers: Answers) => item.options.find((option) => option.key === answers[item.key])

/** How many of the counted questions are answered. */
export const answered = (scale: Scale, answers: Answers): number =>
  countedItems(scale).filter((item) => optionOf(item, answers) !== undefined).length

/** What the answers given so far come to, for somebody who is filling them in. */
export const sumSoFar = (scale: Scale, answers: Answers): number =>
  countedItems(scale).reduce((sum, item) => sum + (optionOf(item, answers)?.value ?? 0), 0) * (scale.times ?? 1)

/** A score's band, by the scale's own cut-offs. */
export const bandOf = (scale: Scale, score: number): Band | undefined => scale.bands.find((band) => score >= band.from && score <= band.to)

export function resultOf(scale: Scale, answers: Answers): Result {
  const items = countedItems(scale)
  const missing = items.filter((item) => optionOf(item, answers) === undefined).map((item) => item.key)
  const most = scale.missing.rule === 'carry' ? scale.missing.most : 0
  const carried = missing.length > 0 && missing.length <= most
  const given = items.length - missing.length
  const sum = sumSoFar(scale, answers)
  const score = missing.length === 0 ? sum : carried && given > 0 ? Math.round((sum * items.length) / given) : null
  const raises = scale.decides === 'ability' ? raisesOf(answers) : []
  const isComa = raises.includes('coma')
  return {
    score: isComa ? null : score,
    band: decided(scale, answers, score),
    missing: isComa ? [] : missing,
    carried: carried && !isComa,
    raises,
  }
}

function decided(scale: Scale, answers: Answers, score: number | null): Band | undefined {
  if (scale.decides === 'ability') {
    const level = finalLevelOf(score, answers)
    return scale.bands.find((band) => band.code === String(level))
  }
  if (scale.decides === 'overall') return bandOf(scale, Number(answers[overallItem] ?? Number.NaN))
  return score === null ? undefined : bandOf(scale, score)
}

/** Whether what was answered asks for the risk protocol before anything is kept. */
export const asksForProtocol = (code: string, answers: Answers): boolean => {
  const answer = answers[selfHarmItem.item]
  return code === selfHarmItem.scale && answer !== undefined && answer !== '0'
}

/** Answers must be the scale's own: unknown questions and options are refused, and at least one is answered. */
export function mayAnswer(scale: Scale, answers: Answers): Verdict {
  for (const [key, option] of Object.entries(answers)) {
    const item = scale.items.find((each) => each.key === key)
    if (item?.options.some((each) => each.key === option) !== true)
      return no(
        'assessments.unknownAnswer',
        { zh: '有一题的答案不在这张量表里，请刷新页面后重新选。', en: 'An answer is not one of this scale’s; reload and choose again.' },
        { sort: 'invalid', field: 'answers' },
      )
  }
  if (answered(scale, answers) > 0 || answers['B.3.9'] !== undefined) return yes()
  return no(
    'assessments.empty',
    { zh: '一题都还没有答，请至少答一题。', en: 'Nothing has been answered yet.' },
    { sort: 'invalid', field: 'answers' },
  )
}

export type ItemChange = {
  readonly item: ScaleItem
  readonly from: string | undefined
  readonly to: string | undefined
  readonly by: number | null
}

/** What is not the same on two occasions, question by question. `by`: how many points it went up. */
export function changesBetween(scale: Scale, from: Answers, to: Answers): readonly ItemChange[] {
  return scale.items.flatMap((item) => {
    const [a, b] = [optionOf(item, from), optionOf(item, to)]
    if (a?.key === b?.key) return []
    const by = a === undefined || b === undefined || a.value === null || b.value === null ? null : b.value - a.value
    return [{ item, from: a?.key, to: b?.key, by }]
  })
}
