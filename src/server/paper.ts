import { isBundle, paperMediaTypes, type Paper, type PaperBundle, type PaperFormat } from '../kernel/paper.ts'
import { yes, type Verdict } from '../kernel/verdict.ts'
import type { Language } from '../kernel/words.ts'
import { paperHtml } from './paper-html.ts'
import { paperPdf } from './paper-pdf.ts'
import { pagesOf } from './pdf-pages.ts'
import type { Outgoing } from './route.ts'

const endings: Record<PaperFormat, string> = { html: 'html', pdf: 'pdf', word: 'docx' }

/**
 * A paper, or several with an index, as the file that was asked for; a PDF is made after the transaction has ended.
 * `name` is the file's, without its ending: no person's name in it.
 */
export async function paperFile(
  { language }: { readonly language: Language },
  format: PaperFormat,
  name: string,
  paper: Paper | PaperBundle,
): Promise<Verdict<Outgoing>> {
  const file = { fileName: `${fileSafe(name)}.${endings[format]}`, mediaType: paperMediaTypes[format] }
  switch (format) {
    case 'html':
      return yes({ ...file, bytes: Buffer.from(paperHtml(paper, language)) })
    case 'word':
      return yes({ ...file, bytes: await toWord(paper, language) })
    case 'pdf':
      return yes({ ...file, later: () => toPdf(paper, language) })
  }
}

/** As Word. What writes it is large, and loaded by the first paper that is asked for. */
export async function toWord(paper: Paper | PaperBundle, language: Language): Promise<Buffer> {
  const { paperWord } = await import('./paper-word.ts')
  return paperWord(paper, language)
}

/** As PDF. A bundle is printed twice: the first time tells on which page each paper begins, for the index. */
export async function toPdf(paper: Paper | PaperBundle, language: Language): Promise<Verdict<Buffer>> {
  const printed = await paperPdf(paperHtml(paper, language))
  if (!printed.ok || !isBundle(paper) || paper.index === false) return printed
  const pages = pagesOf(printed.value)
  const known = paper.papers.map((_paper, at) => pages.get(`paper-${at + 1}`))
  if (known.some((page) => page === undefined)) return printed
  return paperPdf(
    paperHtml(
      paper,
      language,
      known.flatMap((page) => page ?? []),
    ),
  )
}

/** A file's name that every system takes. */
export const fileSafe = (name: string): string =>
  name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
