import { z } from 'zod'
import type { Words } from './words.ts'

// A printed form as data. A feature's `*-paper-rules.ts` makes one from facts; the server prints it as HTML, PDF or Word.

export const paperFormatSchema = z.enum(['html', 'pdf', 'word']).meta({ id: 'PaperFormat' })
export type PaperFormat = z.infer<typeof paperFormatSchema>

export const paperMediaTypes: Record<PaperFormat, string> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** What an endpoint that hands out papers says it answers. */
export const paperAnswers: readonly string[] = Object.values(paperMediaTypes)

/**
 * A text on paper. A string is what somebody wrote and stays as written; words are ours and come in the reader's
 * language, what varies in them put in by name (and itself words or a string).
 */
export type PaperText = string | PaperWords
export type PaperWords = Words & { readonly with?: { readonly [name: string]: PaperText | number } }

export type PaperPicture = {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/png' | 'image/jpeg'
  /** In pixels: gives the proportions. */
  readonly width: number
  readonly height: number
}

/** A labelled box. Without a value it is printed empty, to be filled in by hand. */
export type PaperField = {
  readonly label: PaperText
  readonly value: PaperText | null
  /** Filled in from what the product knows, rather than written for this form. */
  readonly prefilled?: boolean
  /** Takes the whole row. */
  readonly wide?: true
  /** Room for so many lines. */
  readonly lines?: number
}

type PaperColumn = {
  readonly title: PaperText
  /** Its share of the width, beside the others' shares: 1 unless said otherwise. */
  readonly share?: number
  readonly align?: 'left' | 'center' | 'right'
}
export type PaperCell = PaperText | number | null

export type PaperBlock =
  /** Boxes side by side: label, value, label, value. */
  | { readonly kind: 'fields'; readonly perRow?: 1 | 2 | 3; readonly fields: readonly PaperField[] }
  /** The head comes again on each page. `blankRows` are left to be filled in by hand. */
  | {
      readonly kind: 'table'
      readonly columns: readonly PaperColumn[]
      readonly rows: readonly (readonly PaperCell[])[]
      readonly prefilled?: boolean
      readonly blankRows?: number
      /** Said instead of rows where there are none. */
      readonly empty?: PaperText
    }
  /** A long text in a box of at least so many lines. */
  | { readonly kind: 'text'; readonly text: PaperText | null; readonly lines?: number; readonly prefilled?: boolean }
  | {
      readonly kind: 'checks'
      readonly label?: PaperText
      readonly items: readonly { readonly label: PaperText; readonly ticked: boolean }[]
    }
  | { readonly kind: 'signatures'; readonly lines: readonly PaperSignature[] }
  | {
      readonly kind: 'pictures'
      readonly perRow?: 1 | 2 | 3
      readonly pictures: readonly { readonly picture: PaperPicture; readonly caption?: PaperText }[]
    }
  | { readonly kind: 'note'; readonly text: PaperText }
  | { readonly kind: 'pageBreak' }

/** A line to sign on, with what is already there. */
export type PaperSignature = {
  readonly label: PaperText
  readonly name?: PaperText | null
  readonly day?: string | null
  /** A signature drawn on a screen. */
  readonly picture?: PaperPicture
}

export type PaperSection = { readonly title?: PaperText; readonly blocks: readonly PaperBlock[] }

/** The line under the title that every form has. What is left out has no place; what is null is left blank. */
export type PaperHead = {
  readonly project?: PaperText | null
  readonly community?: PaperText | null
  readonly agency?: PaperText | null
  /** 填表人 */
  readonly filledBy?: PaperText | null
  /** 填表日期 */
  readonly filledOn?: string | null
}

export type Paper = {
  readonly title: PaperText
  /** 编号 */
  readonly number?: string | null
  readonly head: PaperHead
  readonly sections: readonly PaperSection[]
  readonly landscape?: true
  /** In large type, for eyes that no longer see small print. */
  readonly large?: true
}

/** Several papers as one file, each beginning on a page of its own, with an index in front unless it is left out. */
export type PaperBundle = {
  readonly title: PaperText
  /** Stands under the title of the index. */
  readonly about?: PaperText
  readonly papers: readonly Paper[]
  readonly index?: false
}

export const isBundle = (paper: Paper | PaperBundle): paper is PaperBundle => 'papers' in paper

/** A box filled in from what is known; left blank, and not counted, when nothing is. */
export const known = (
  label: PaperText,
  value: PaperText | number | null | undefined,
  more: { wide?: true; lines?: number } = {},
): PaperField => {
  const text = typeof value === 'number' ? String(value) : (value ?? '')
  return { label, value: text === '' ? null : text, prefilled: text !== '', ...more }
}

/** A box with what somebody wrote for this form, or blank for the pen. */
export const written = (
  label: PaperText,
  value: PaperText | number | null | undefined,
  more: { wide?: true; lines?: number } = {},
): PaperField => ({
  ...known(label, value, more),
  prefilled: false,
})

/** Words with what varies in them. */
export const withValues = (words: Words, values: { readonly [name: string]: PaperText | number }): PaperWords => ({
  zh: words.zh,
  en: words.en,
  with: values,
})

/** Texts of one row as one, with something between them in each language: 独居、低保. */
export const listed = (texts: readonly PaperText[]): PaperText =>
  texts.length === 0
    ? ''
    : {
        zh: texts.map((_text, at) => `{${at}}`).join('、'),
        en: texts.map((_text, at) => `{${at}}`).join(', '),
        with: Object.fromEntries(texts.map((text, at) => [String(at), text])),
      }

/** How many boxes and rows the product filled in itself (已自动填 N 项), and how many boxes wait for the pen. */
export function countFilled(paper: Paper | PaperBundle): { readonly prefilled: number; readonly blank: number } {
  const papers = isBundle(paper) ? paper.papers : [paper]
  const counts = papers.flatMap((one) => [...countHead(one), ...one.sections.flatMap((section) => section.blocks.map(countBlock))])
  return { prefilled: counts.reduce((sum, one) => sum + one.prefilled, 0), blank: counts.reduce((sum, one) => sum + one.blank, 0) }
}

const countHead = (paper: Paper) =>
  [paper.number, ...Object.values(paper.head)]
    .filter((value) => value !== undefined)
    .map((value) => ({ prefilled: value === null || value === '' ? 0 : 1, blank: value === null || value === '' ? 1 : 0 }))

function countBlock(block: PaperBlock): { prefilled: number; blank: number } {
  const none = { prefilled: 0, blank: 0 }
  switch (block.kind) {
    case 'fields':
      return {
        prefilled: block.fields.filter((field) => field.prefilled === true).length,
        blank: block.fields.filter((field) => field.value === null || field.value === '').length,
      }
    case 'table':
      return { prefilled: block.prefilled === true ? block.rows.length : 0, blank: 0 }
    case 'text':
      return { prefilled: block.prefilled === true ? 1 : 0, blank: block.text === null || block.text === '' ? 1 : 0 }
    case 'checks':
    case 'signatures':
    case 'pictures':
    case 'note':
    case 'pageBreak':
      return none
  }
}

/** A text in a language; `inLanguage` says words in it. Values are put in after, so that a name is never converted. */
export function textIn(text: PaperText, inLanguage: (words: Words) => string): string {
  if (typeof text === 'string') return text
  const values = text.with
  const said = inLanguage(text)
  return values === undefined
    ? said
    : said.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name]
        return value === undefined ? whole : typeof value === 'number' ? String(value) : textIn(value, inLanguage)
      })
}
