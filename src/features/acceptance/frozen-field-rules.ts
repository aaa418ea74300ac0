import { textIn, withValues } from '../../kernel/paper.ts'
import type { Words } from '../../kernel/words.ts'
import { measureKeys, measures } from '../measures/measure-list-rules.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import { acceptanceWords as words } from './acceptance-words.ts'
import type { Facts, FrozenFact } from './facts-schema.ts'
import { printed, rounded } from './figure-value-rules.ts'

// What a report's template may say of the figures that were frozen for it.

type Say = (words: Words) => string
type Value = string | number | null

/** The columns of the list of all frozen figures. */
export const frozenColumns = {
  序号: words.order,
  指标: words.figure,
  数值: words.frozen,
  单位: words.unit,
  口径: words.rule,
  定稿日: words.frozenOn,
  核验码: words.frozenCode,
  更正: words.frozenCorrection,
  现在: words.frozenNow,
} as const

const singleWords = { 定稿: words.frozen, 核验码: words.frozenCode, 更正: words.frozenCorrection } as const
const nameOf = (which: keyof typeof singleWords, key: MeasureKey): string => `${which}·${measures[key].name.zh}`

/** A measure as it was frozen, the code that verifies it, its correction: {定稿·个案数}, {核验码·个案数}, {更正·个案数}. */
export const frozenSingles: Readonly<Record<string, Words>> = Object.fromEntries(
  measureKeys.flatMap((key) => [
    [nameOf('定稿', key), singleWords.定稿],
    [nameOf('核验码', key), singleWords.核验码],
    [nameOf('更正', key), singleWords.更正],
  ]),
)

/** What a corrected figure said before, and why it does no longer. */
const correctionText = ({ key, earlier }: FrozenFact, say: Say): string | null =>
  earlier === null
    ? null
    : textIn(withValues(words.frozenEarlier, { value: printed(key, earlier.value), day: earlier.asOf, note: earlier.note }), say)

/** What was frozen of a target's measure for this report. */
export function frozenFields({ frozen }: Facts, key: MeasureKey | null, say: Say): Record<string, Value> {
  const found = frozen.find((one) => one.key === key)
  return {
    定稿数: found === undefined ? null : rounded(found.key, found.value),
    定稿日: found?.asOf ?? null,
    核验码: found?.code ?? null,
    更正: found === undefined ? null : correctionText(found, say),
  }
}

/** Every figure that was frozen for this report. */
export const frozenRows = ({ frozen }: Facts, say: Say): Record<string, Value>[] =>
  frozen.map((one, at) => ({
    序号: at + 1,
    指标: say(one.name),
    数值: rounded(one.key, one.value),
    单位: say(one.unit),
    口径: textIn(withValues(words.ruleVersion, { rule: one.rule, n: one.version }), say),
    定稿日: one.asOf,
    核验码: one.code,
    更正: correctionText(one, say),
    现在: one.moved ? rounded(one.key, one.now) : say(words.frozenSame),
  }))

export const frozenValues = ({ frozen }: Facts, say: Say): Record<string, Value> =>
  Object.fromEntries(
    frozen.flatMap((one): [string, Value][] => [
      [nameOf('定稿', one.key), rounded(one.key, one.value)],
      [nameOf('核验码', one.key), one.code],
      [nameOf('更正', one.key), correctionText(one, say)],
    ]),
  )

/** Whether a report leans on frozen figures, on how many, and how many the records have left behind. */
export function frozenAbout({ frozen }: Facts, say: Say): string {
  const last = frozen
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1)
  if (last === undefined) return say(words.frozenNone)
  const moved = frozen.filter((one) => one.moved).length
  return textIn(withValues(words.frozenSome, { n: frozen.length, day: last, moved }), say)
}
