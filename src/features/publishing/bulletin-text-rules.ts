import { canonical } from '../../kernel/canonical.ts'
import type { Words } from '../../kernel/words.ts'
import { decimalsOf, measures } from '../measures/measure-list-rules.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import type { Scope } from '../measures/scope-schema.ts'
import type { Block, Content, DraftFigure, Inline, KeptClaim, Saying, Token } from './bulletin-schema.ts'
import { checkClaims, mustBeSettled, type Claim } from './claim-rules.ts'
import { jsonOf } from './figure-record-rules.ts'
import { figureText, numberText } from './figure-text-rules.ts'

/** Where a figure stands in a text: no letter, so that a number is never read across it. */
const standIn = '\uFFFC'

/** A figure known by what it counts and of what. */
export const keyOf = (measure: MeasureKey, scope: Scope): string => `${measure} ${canonical(jsonOf(scope))}`

/** The round number below, as 余 is said of: 1550 → 1500, 63 → 60, 8 → 8. */
export function roundBelow(value: number): number {
  const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1)
  const step = value < 100 ? Math.min(10, Math.max(1, size * 10)) : size
  return value < 10 ? value : Math.floor(value / step) * step
}

/** A figure as it is printed. */
export function printFigure(key: MeasureKey, value: number | null, saying: Saying): Words {
  const measure = measures[key]
  if (value === null) return { zh: '—', en: '—' }
  const isEstimate = measure.over === 'estimate'
  const below = roundBelow(value)
  if (saying === 'atLeast' && !isEstimate && below < value)
    return { zh: `${numberText(below)}余${measure.unit.zh}`, en: `more than ${numberText(below)} ${measure.unit.en}` }
  if (saying === 'full' || saying === 'atLeast') return figureText({ value, decimals: decimalsOf(measure), unit: measure.unit, isEstimate })
  const text = numberText(value, decimalsOf(measure))
  return isEstimate ? { zh: `约${text}`, en: `about ${text}` } : { zh: text, en: text }
}

const textOfInline = (inline: Inline): string => (inline.is === 'text' || inline.is === 'link' ? inline.text : standIn)
/** A line as the claim check reads it: one letter for each figure. */
const textOfLine = (line: readonly Inline[]): string => line.map(textOfInline).join('')

/** Where in a bulletin a text stands: the block, and in a list the item. */
type TextPlace = { readonly block: number; readonly item: number }
type PlacedText = TextPlace & { readonly text: string }

function textsOf(block: Block): string[] {
  switch (block.is) {
    case 'heading':
      return [block.text]
    case 'picture':
      return [block.caption]
    case 'paragraph':
    case 'quote':
      return [textOfLine(block.line)]
    case 'list':
      return block.items.map(textOfLine)
    case 'figures':
      return [block.title]
  }
}

/** Every text of a bulletin that the claim check reads; its title is block -1. */
const placedTexts = ({ title, blocks }: Content): PlacedText[] => [
  { block: -1, item: 0, text: title },
  ...blocks.flatMap((block, at) => textsOf(block).map((text, item) => ({ block: at, item, text }))),
]

export type Finding = TextPlace & { readonly claim: Claim; readonly sentence: string; readonly kept: KeptClaim | undefined }

/** The sentence that a claim stands in: by it a number that is kept is known again. */
function sentenceOf(text: string, from: number, to: number): string {
  const start = Math.max(...['。', '！', '？', '；', '\n'].map((end) => text.lastIndexOf(end, from - 1)))
  const stop = /[。！？；\n]/u.exec(text.slice(to))
  return text.slice(start + 1, stop === null ? text.length : to + stop.index)
}

/** What the claim check says of a whole bulletin. */
export function findingsOf(
  content: Content,
  facts: { readonly figures: readonly DraftFigure[]; readonly names: readonly string[] },
): Finding[] {
  const figures = facts.figures.map(({ measure, value, at }) => ({ measure, value, ...(at === undefined ? {} : { at }) }))
  return placedTexts(content).flatMap(({ block, item, text }) =>
    checkClaims(text, { figures, names: facts.names }).map((claim) => {
      const sentence = sentenceOf(text, claim.from, claim.to)
      const kept = content.kept.find((one) => one.text === claim.text && one.sentence === sentence)
      return { block, item, claim, sentence, kept }
    }),
  )
}

/** Findings that must be bound, corrected or kept with a reason before anything is published. */
export const unsettled = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ claim, kept }) => mustBeSettled(claim) && kept === undefined)

const linesOf = (block: Block): readonly (readonly Inline[])[] =>
  block.is === 'paragraph' || block.is === 'quote' ? [block.line] : block.is === 'list' ? block.items : []

/** Every figure that a bulletin places, in its order. */
export const tokensOf = (blocks: readonly Block[]): Token[] =>
  blocks.flatMap((block) =>
    block.is === 'figures'
      ? block.rows.map(({ figure }) => figure)
      : linesOf(block).flatMap((line) => line.flatMap((one) => (one.is === 'figure' ? [one] : []))),
  )

/** The figures that stand in tables. */
export const tableTokensOf = (blocks: readonly Block[]): Token[] =>
  blocks.flatMap((block) => (block.is === 'figures' ? block.rows.map(({ figure }) => figure) : []))

export const picturesOf = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.is === 'picture' ? [block] : []))

export const linksOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => linesOf(block).flatMap((line) => line.flatMap((one) => (one.is === 'link' ? [one.href] : []))))

export const pastsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => linesOf(block).flatMap((line) => line.flatMap((one) => (one.is === 'past' ? [one] : []))))

/** Whether a link leads to a listed site: https, no user, no port, a host of the list or below it. */
export function isListedLink(href: string, hosts: readonly string[]): boolean {
  const found = /^https:\/\/([a-z0-9.-]+)(\/[^\s"'<>\\]*)?$/i.exec(href)
  const host = found?.[1]?.toLowerCase()
  return host !== undefined && hosts.some((listed) => host === listed || host.endsWith(`.${listed}`))
}

const mapLine = (line: readonly Inline[], change: (token: Token) => Token): Inline[] =>
  line.map((one) => (one.is === 'figure' ? change(one) : one))

/** The same blocks with each figure changed. */
export function mapTokens(blocks: readonly Block[], change: (token: Token) => Token): Block[] {
  return blocks.map((block): Block => {
    if (block.is === 'paragraph' || block.is === 'quote') return { ...block, line: mapLine(block.line, change) }
    if (block.is === 'list') return { ...block, items: block.items.map((item) => mapLine(item, change)) }
    if (block.is === 'figures') return { ...block, rows: block.rows.map((row) => ({ ...row, figure: change(row.figure) })) }
    return block
  })
}

/** A line with the letters from one place to another taken by a figure. */
export function bindIn(line: readonly Inline[], from: number, to: number, token: Token): Inline[] {
  const bound: Inline[] = []
  let at = 0
  let placed = false
  for (const one of line) {
    const text = textOfInline(one)
    const [start, end] = [at, at + text.length]
    at = end
    if (one.is !== 'text' || end <= from || start >= to) {
      bound.push(one)
      continue
    }
    const [head, tail] = [text.slice(0, Math.max(0, from - start)), text.slice(Math.max(0, to - start))]
    if (head !== '') bound.push({ ...one, text: head })
    if (!placed) bound.push(token)
    placed = true
    if (tail !== '') bound.push({ ...one, text: tail })
  }
  return bound
}

/** How a claim is said when a figure takes its place. */
export const sayingOf = (claim: Claim): Saying =>
  claim.is === 'bound' && /余|多|超|逾|以上|不少于|至少|上/u.test(claim.text) ? 'atLeast' : 'full'

/** Parts that have no name of their own, each with its place. */
export const placed = <T>(list: readonly T[]): { readonly place: string; readonly one: T }[] =>
  list.map((one, at) => ({ place: String(at), one }))
