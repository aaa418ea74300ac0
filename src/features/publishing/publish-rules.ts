import { canonical } from '../../kernel/canonical.ts'
import type { Block, Content, Inline, Token } from './bulletin-schema.ts'
import type { BulletinRecord, PublicBlock, PublicInline } from './bulletin-record-schema.ts'
import { keyOf, printFigure } from './bulletin-text-rules.ts'
import { jsonOf } from './figure-record-rules.ts'
import type { FigureRecord } from './figure-record-schema.ts'

type Frozen = { readonly record: FigureRecord; readonly hash: string }

export type Publishing = {
  readonly content: Content
  /** By measure and scope (`keyOf`). */
  readonly frozen: ReadonlyMap<string, Frozen>
  /** Figures of earlier bulletins that the text repeats. */
  readonly past: readonly Frozen[]
  /** Its photos as they will be shown, by the evidence they are. */
  readonly pictures: ReadonlyMap<string, { readonly sha256: string; readonly width: number; readonly height: number }>
  readonly head: Omit<BulletinRecord, 'format' | 'title' | 'blocks' | 'figures'>
}

/** A bulletin as the public reads it: every figure as it was frozen, and nothing that is not text. */
export function toPublic({ content, frozen, past, pictures, head }: Publishing): BulletinRecord {
  const figureOf = (token: Token) => {
    const found = frozen.get(keyOf(token.measure, token.scope))
    if (found === undefined) throw new Error(`${token.measure} was not frozen.`)
    const { record } = found
    return {
      is: 'figure' as const,
      id: record.id,
      measure: record.measure,
      printed: printFigure(record.measure, record.value, token.saying),
      value: record.value,
    }
  }
  const inline = (one: Inline): PublicInline => {
    if (one.is === 'past') return { is: 'figure', id: one.id, measure: one.measure, printed: one.printed }
    if (one.is !== 'figure') return one
    const { value: _value, ...figure } = figureOf(one)
    return figure
  }
  const block = (one: Block): PublicBlock => {
    switch (one.is) {
      case 'heading':
        return one
      case 'picture': {
        const picture = pictures.get(one.evidenceId)
        if (picture === undefined) throw new Error('A photo was not made ready.')
        const { sha256, width, height } = picture
        return { is: 'picture', sha256, caption: one.caption, width, height }
      }
      case 'paragraph':
        return { is: 'paragraph', line: one.line.map(inline) }
      case 'quote':
        return { is: 'quote', line: one.line.map(inline), by: one.by }
      case 'list':
        return { is: 'list', ordered: one.ordered, items: one.items.map((item) => item.map(inline)) }
      case 'figures':
        return {
          is: 'figures',
          title: one.title,
          as: one.as,
          rows: one.rows.map(({ name, figure: token }) => {
            // What was not frozen is left blank: it would show too few people.
            if (!frozen.has(keyOf(token.measure, token.scope))) return { name, figure: null, value: null }
            const { value, ...figure } = figureOf(token)
            return { name, figure, value }
          }),
        }
    }
  }
  const figures = [...frozen.values(), ...past].map(({ record, hash }) => ({ id: record.id, hash }))
  return {
    format: 'nuanyang-bulletin-1',
    ...head,
    title: content.title,
    blocks: content.blocks.map(block),
    figures: [...new Map(figures.map((one) => [one.id, one])).values()],
  }
}

export const textOfBulletin = (record: BulletinRecord): string => canonical(jsonOf(record))
