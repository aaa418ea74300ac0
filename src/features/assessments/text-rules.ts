import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Scale, ScaleItem } from './scale-schema.ts'
import type { ScaleText } from './schema.ts'

/** Under which key the agency's text of an option stands: of each question, or of all together. */
export const optionKey = (scale: Scale, item: string, option: string): string =>
  scale.shell?.options === 'shared' ? `*/${option}` : `${item}/${option}`

/** The version that a sheet is kept under: the scale's, and the agency's text with it. */
export const versionOf = (scale: Scale, text: ScaleText | undefined): string =>
  scale.shell === undefined || text === undefined ? scale.version : `${scale.version}+${text.version}`

/** A shell with the agency's own text in its place; any other scale as it is. */
export function withText(scale: Scale, text: ScaleText | undefined): Scale {
  if (scale.shell === undefined || text === undefined) return scale
  const same = (words: string) => ({ zh: words, en: words })
  const filled = (item: ScaleItem): ScaleItem => {
    const words = text.items[item.key]
    return {
      ...item,
      ...(words === undefined ? {} : { words: same(words) }),
      options: item.options.map((option) => {
        const own = text.options[optionKey(scale, item.key, option.key)]
        return own === undefined ? option : { ...option, words: same(own) }
      }),
    }
  }
  return { ...scale, items: scale.items.map(filled) }
}

/** A shell is used when the agency has entered its text. */
export const canUse = (scale: Scale, text: ScaleText | undefined): boolean => scale.shell === undefined || text !== undefined

/** Whether a text is whole: every question, and every answer of each. */
export function mayUseText(scale: Scale, text: Pick<ScaleText, 'items' | 'options'>): Verdict {
  if (scale.shell === undefined)
    return no(
      'scales.ours',
      { zh: '这张量表的文字随系统提供，不用录入。', en: 'This scale’s text comes with the product.' },
      { sort: 'invalid', field: 'scale' },
    )
  const isWhole = scale.items.every(
    (item) =>
      text.items[item.key] !== undefined &&
      item.options.every((option) => text.options[optionKey(scale, item.key, option.key)] !== undefined),
  )
  return isWhole
    ? yes()
    : no(
        'scales.incomplete',
        { zh: '还有题目或选项没有录入文字，请补全后保存。', en: 'Some questions or answers have no text yet.' },
        { sort: 'invalid', field: 'items' },
      )
}
