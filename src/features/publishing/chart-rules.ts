import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { addsUp } from '../measures/adding-rules.ts'
import { measures } from '../measures/measure-list-rules.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import type { Block } from './bulletin-schema.ts'

// How figures side by side are drawn. The numbers stand beside every drawing, for whoever does not see it.

type Figures = Extract<Block, { is: 'figures' }>

/** The drawing's own measures; a page stretches it to its width. */
export const lineBox = { width: 320, height: 96, above: 18, beside: 14 } as const

export type Point = { readonly x: number; readonly y: number; readonly value: number }

/** Where the points of a line stand, in stretches: what is left blank breaks it. The axis begins at nought. */
export function stretchesOf(values: readonly (number | null)[]): Point[][] {
  const most = Math.max(1, ...values.map((value) => value ?? 0))
  const { width, height, above, beside } = lineBox
  const step = values.length < 2 ? 0 : (width - 2 * beside) / (values.length - 1)
  const rounded = (n: number) => Math.round(n * 10) / 10
  const stretches: Point[][] = [[]]
  for (const [at, value] of values.entries()) {
    if (value === null) stretches.push([])
    else
      stretches
        .at(-1)
        ?.push({ x: rounded(beside + at * step), y: rounded(above + (height - above) * (1 - Math.max(0, value) / most)), value })
  }
  return stretches.filter((points) => points.length > 0)
}

/** The points of a stretch as SVG writes them. */
export const pointsText = (points: readonly Point[]): string => points.map(({ x, y }) => `${x},${y}`).join(' ')

/** How many percent of all each is, to a tenth. Undefined where one is left blank: it could be worked out of the others. */
export function sharesOf(values: readonly (number | null)[]): number[] | undefined {
  const known = values.flatMap((value) => value ?? [])
  const whole = known.reduce((sum, value) => sum + value, 0)
  return known.length < values.length || whole <= 0 ? undefined : known.map((value) => Math.round((value / whole) * 1000) / 10)
}

/** Whether shares may be drawn: parts of one measure that adds up. Persons are counted in several parts, and have none. */
export function mayShare(rows: readonly { readonly figure: { readonly measure: MeasureKey } }[]): boolean {
  const [first, ...others] = rows.map(({ figure }) => figure.measure)
  return first !== undefined && others.length > 0 && others.every((one) => one === first) && addsUp(measures[first])
}

/** Whether a line may be drawn: one measure, through time or places. */
export const mayLine = (rows: Figures['rows']): boolean => rows.length > 1 && new Set(rows.map(({ figure }) => figure.measure)).size === 1

/** Whether every drawing of a text is of figures that it may be drawn of. */
export function mayDraw(blocks: readonly Block[]): Verdict {
  for (const block of blocks) {
    if (block.is !== 'figures') continue
    const is = block.as === 'shares' ? mayShare(block.rows) : block.as === 'line' ? mayLine(block.rows) : true
    if (!is)
      return no(
        'bulletin.chart',
        block.as === 'shares'
          ? {
              zh: `“${block.title}”不能画占比：要同一个指标的几部分，而且各部分能相加。人数、户数在几处都算，不能相加，请改成表或柱形图。`,
              en: `“${block.title}” cannot show shares: they are parts of one measure that add up. Persons and households are counted in several parts; choose a table or bars.`,
            }
          : {
              zh: `“${block.title}”不能画折线：要同一个指标的几个月或几个地方，请改成表或柱形图。`,
              en: `“${block.title}” cannot be a line: it needs one measure through several months or places. Choose a table or bars.`,
            },
        { field: 'content', sort: 'invalid' },
      )
  }
  return yes()
}
