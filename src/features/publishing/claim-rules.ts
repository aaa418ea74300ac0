import { measures } from '../measures/measure-list-rules.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import { claimMeasures, isOfOthers, isUnitOf, measuresNear, type ClaimMeasure } from './claim-measure-rules.ts'
import { fitOf, type Fit, type Numeral } from './claim-numeral-rules.ts'
import { findNumbers, type FoundNumber } from './claim-scan-rules.ts'

/** A figure of the project that a text may mean: of the whole project, or of one place or month of it. */
export type ClaimFigure = {
  readonly measure: MeasureKey
  readonly value: number
  /** How a text names the place or the month; absent for the whole. */
  readonly at?: string
}

export type Facts = {
  readonly figures: readonly ClaimFigure[]
  /** Proper names that hold numbers: of communities, of programmes. */
  readonly names: readonly string[]
}

/**
 * What is to be said of a number. `right` and `bound` are true as said; `estimate` is an estimate said to be one, `uncounted`
 * one that is said as though it had been counted. `unit`: the number is that of a figure, and the unit means another.
 * `foreign`: no figure of ours.
 */
export type Claim = { readonly from: number; readonly to: number; readonly text: string } & (
  | { readonly is: 'right' | 'bound' | 'estimate' | 'uncounted' | 'wrong'; readonly figure: ClaimFigure }
  | { readonly is: 'unit'; readonly figure: ClaimFigure; readonly means: ClaimFigure | undefined }
  | { readonly is: 'foreign' }
)

const ends = /[。！？；;!?\n]/u

/** Every number of a text, with what the project's figures say of it. */
export function checkClaims(text: string, facts: Facts): Claim[] {
  return findNumbers(text, facts.names).map((number) => {
    const { from, to } = number
    const start = startOf(text, from)
    const end = endOf(text, to)
    const sentence = text.slice(start, end)
    const verdict = judge(number, sentence, from - start, to - start, figuresFor(sentence, facts))
    return { from, to, text: number.text, ...verdict }
  })
}

function startOf(text: string, from: number): number {
  for (let at = from - 1; at >= 0; at--) if (ends.test(text[at] ?? '')) return at + 1
  return 0
}

function endOf(text: string, to: number): number {
  for (let at = to; at < text.length; at++) if (ends.test(text[at] ?? '')) return at
  return text.length
}

const month = /^\d{4}年\d{1,2}月$/u

/** A sentence that names one community or one month speaks of its figures; one that names several, of the whole's. */
function figuresFor(sentence: string, { figures }: Facts): readonly ClaimFigure[] {
  const named = [...new Set(figures.flatMap(({ at }) => (at === undefined ? [] : [at])))].filter((at) => isMeant(sentence, at))
  const [only] = named
  if (only === undefined || named.filter((at) => month.test(at) === month.test(only)).length > 1)
    return figures.filter(({ at }) => at === undefined)
  // What was done in one place in one month is kept nowhere.
  return named.length > 1 ? [] : figures.filter(({ at }) => at === only)
}

/** Whether a place or a month is what a sentence is about: not one of several, not the end of a span, not part of a date. */
function isMeant(sentence: string, at: string): boolean {
  const from = sentence.indexOf(at)
  if (from < 0) return false
  const after = sentence.slice(from + at.length)
  if (!month.test(at)) return !after.startsWith('等')
  const before = sentence.slice(Math.max(0, from - 3), from)
  return !/^\s*(?:\d|至|到|以来|起|[-—–~～]|启动|结项)/u.test(after) && !/(?:截至|自|从|至|到|[-—–~～])\s*$/u.test(before)
}

type Judged =
  | { is: 'right' | 'bound' | 'estimate' | 'uncounted' | 'wrong'; figure: ClaimFigure }
  | { is: 'unit'; figure: ClaimFigure; means: ClaimFigure | undefined }
  | { is: 'foreign' }

function judge(number: FoundNumber, sentence: string, from: number, to: number, figures: readonly ClaimFigure[]): Judged {
  if (isOfOthers(number.unit, number.after)) return { is: 'foreign' }
  const near = measuresNear(sentence, from, to)
  const said = inYuan(number)
  const of = (measure: MeasureKey) => figures.filter((figure) => figure.measure === measure)
  const meant = near.filter(({ of }) => isUnitOf(of, number.unit, number.after)).flatMap(({ of: measure }) => of(measure.measure))
  const fits = (figure: ClaimFigure): Fit => fitOf(said, figure.value)
  const isTight = (figure: ClaimFigure) => fits(figure) === 'exact' || fits(figure) === 'within'

  const fitting = meant.find((figure) => fits(figure) === 'exact') ?? meant.find(isTight)
  if (fitting !== undefined) return agreed(fitting, said, fits(fitting))

  // The number is one of the figures spoken of, under a unit that means another of them.
  const other = near.flatMap(({ of: measure }) => of(measure.measure)).find((figure) => isTight(figure) && !isTiny(figure.value))
  if (other !== undefined && number.unit !== '') return { is: 'unit', figure: other, means: meant[0] ?? meaningOf(number, near, figures) }
  if (other !== undefined) return agreed(other, said, fits(other))

  const [first] = meant
  if (first !== undefined)
    return fits(first) === 'loose' && first.value <= said.value * 2 ? { is: 'bound', figure: first } : { is: 'wrong', figure: first }

  // Nothing near says what it counts: a figure of just this number in just this unit is taken for it.
  const alone =
    near.length === 0 && !isTiny(said.value) ? figures.filter((figure) => said.sense === 'exact' && figure.value === said.value) : []
  const same = alone.find((figure) =>
    claimMeasures.some((one) => one.measure === figure.measure && isUnitOf(one, number.unit, number.after)),
  )
  if (same !== undefined) return agreed(same, said, 'exact')
  const [otherwise] = alone
  return otherwise === undefined || number.unit === '' ? { is: 'foreign' } : { is: 'unit', figure: otherwise, means: undefined }
}

/** Money is counted in yuan, and said in thousands of ten. */
function inYuan({ said, unit }: FoundNumber): Numeral {
  const times = unit === '万元' ? 10_000 : unit === '亿元' ? 100_000_000 : 1
  return times === 1 ? said : { ...said, value: Math.round(said.value * times * 100) / 100, top: said.top * times }
}

/** Small numbers are equal by chance. */
const isTiny = (value: number): boolean => value < 5

function agreed(figure: ClaimFigure, said: Numeral, fit: Fit): Judged {
  if (measures[figure.measure].over === 'estimate')
    return said.sense === 'exact' || said.sense === 'between' ? { is: 'uncounted', figure } : { is: 'estimate', figure }
  return { is: fit === 'exact' && said.sense === 'exact' ? 'right' : 'bound', figure }
}

/** Which figure a unit would mean here, if any. */
function meaningOf(number: FoundNumber, near: readonly { of: ClaimMeasure }[], figures: readonly ClaimFigure[]): ClaimFigure | undefined {
  const one = near.find(({ of }) => isUnitOf(of, number.unit, number.after))
  return one === undefined ? undefined : figures.find((figure) => figure.measure === one.of.measure)
}

/** Whether somebody must do something about it before it is published. */
export const mustBeSettled = (claim: Pick<Claim, 'is'>): boolean => claim.is !== 'bound' && claim.is !== 'estimate' && claim.is !== 'right'
