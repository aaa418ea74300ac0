import { measures } from '../measures/measure-list-rules.ts'
import type { DraftFigure, Inline, Saying, Token } from './bulletin-schema.ts'
import { keyOf } from './bulletin-text-rules.ts'
import { frozenIdSchema } from './figure-record-schema.ts'

// A line as somebody types it: a figure is its name between 【】, a link [text](https://…). Works with any keyboard, any
// input method and any screen reader; nothing else is markup.

const tails: Record<Saying, string> = { full: '', number: '，只写数', atLeast: '，约余数' }

/** The name of a figure between 【】. */
export function nameOfFigure({ measure, at }: Pick<DraftFigure, 'measure' | 'at'>, saying: Saying): string {
  return `${measures[measure].name.zh}${at === undefined ? '' : `·${at}`}${tails[saying]}`
}

/** A line as text; a figure that is counted no more keeps its measure's name. */
export function toTyped(line: readonly Inline[], figures: readonly DraftFigure[]): string {
  return line
    .map((one) => {
      if (one.is === 'text') return one.text
      if (one.is === 'link') return `[${one.text}](${one.href})`
      if (one.is === 'past') return `【上期${measures[one.measure].name.zh}】`
      const found = figures.find(({ measure, scope }) => keyOf(measure, scope) === keyOf(one.measure, one.scope))
      return `【${nameOfFigure(found ?? { measure: one.measure }, one.saying)}】`
    })
    .join('')
}

/** What was typed, as a line. What names no figure stays text. `before` is the line that it was: its figures keep their names. */
export function fromTyped(typed: string, figures: readonly DraftFigure[], before: readonly Inline[], newId: () => string): Inline[] {
  const line: Inline[] = []
  const addText = (text: string) => {
    const last = line.at(-1)
    if (text === '') return
    if (last?.is === 'text') line[line.length - 1] = { ...last, text: last.text + text }
    else line.push({ is: 'text', text })
  }
  const old = [...before]
  for (const part of typed.split(/(【[^【】]+】|\[[^\][]+\]\(https:\/\/[^\s()]+\))/u)) {
    const link = /^\[([^\][]+)\]\((https:\/\/[^\s()]+)\)$/u.exec(part)
    const name = /^【([^【】]+)】$/u.exec(part)?.[1]
    if (link?.[1] !== undefined && link[2] !== undefined) line.push({ is: 'link', text: link[1], href: link[2] })
    else if (name === undefined) addText(part)
    else {
      const made = figureNamed(name, figures, old, newId)
      if (made === undefined) addText(part)
      else line.push(made)
    }
  }
  return line
}

function figureNamed(name: string, figures: readonly DraftFigure[], before: Inline[], newId: () => string): Inline | undefined {
  const same = before.findIndex((one) => (one.is === 'figure' || one.is === 'past') && toTyped([one], figures) === `【${name}】`)
  const [kept] = same < 0 ? [] : before.splice(same, 1)
  if (kept !== undefined) return kept
  for (const saying of ['full', 'number', 'atLeast'] as const)
    for (const figure of figures) if (nameOfFigure(figure, saying) === name) return tokenOf(figure, saying, newId)
  return undefined
}

export const tokenOf = ({ measure, scope }: DraftFigure, saying: Saying, newId: () => string): Token => ({
  is: 'figure',
  id: frozenIdSchema.parse(newId()),
  measure,
  scope,
  saying,
})
