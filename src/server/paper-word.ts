import { AlignmentType, Bookmark, Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx'
import { isBundle, textIn, type Paper, type PaperBundle } from '../kernel/paper.ts'
import type { Language } from '../kernel/words.ts'
import { inLanguage } from './problem.ts'
import { bodyOf, fonts, headingOf, indexOf, pageWidth, type WordPen } from './paper-word-blocks.ts'
import { paperWords } from './paper-words.ts'
import { rezipped } from './rezip.ts'

/** Large type beside the usual, as in print. */
const largeScale = 1.7

/** Papers as a Word document, laid out as in print: A4, Chinese fonts, page numbers. The same papers give the same bytes. */
export async function paperWord(paper: Paper | PaperBundle, language: Language): Promise<Buffer> {
  const say: WordPen['say'] = (text) => textIn(text, (words) => inLanguage(words, language))
  const papers = isBundle(paper) ? paper.papers : [paper]
  // A document has one size of type: large when all of its papers are.
  const scale = papers.every((one) => one.large === true) ? largeScale : 1
  const pen: WordPen = { say, language, width: pageWidth.portrait, scale }
  const index = isBundle(paper) && paper.index !== false ? [sectionOf(false, indexOf(paper, pen), pen)] : []
  const document = new Document({
    creator: 'Nuanyang 暖阳',
    title: say(paper.title),
    styles: {
      default: {
        document: {
          run: { font: fonts(language).song, size: Math.round(21 * scale) },
          paragraph: { spacing: { line: 300, lineRule: 'auto' } },
        },
      },
    },
    sections: [
      ...index,
      ...papers.map((one, at) => {
        const landscape = one.landscape === true
        const wide: WordPen = landscape ? { ...pen, width: pageWidth.landscape } : pen
        const title = new Bookmark({ id: `paper-${at + 1}`, children: [headingOf(one.title, pen)] })
        return sectionOf(
          landscape,
          [
            new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 160 }, outlineLevel: 0, children: [title] }),
            ...bodyOf(one, wide),
          ],
          pen,
        )
      }),
    ],
  })
  return rezipped(await Packer.toBuffer(document))
}

function sectionOf(landscape: boolean, children: ReturnType<typeof bodyOf>, pen: WordPen) {
  const small = { size: 18, font: fonts(pen.language).song }
  return {
    properties: {
      page: {
        size: { width: 11906, height: 16838, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: 1021, right: 907, bottom: 1021, left: 1021 },
      },
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [
              new TextRun({
                ...small,
                children: [
                  pen.say(paperWords.pageStart),
                  PageNumber.CURRENT,
                  pen.say(paperWords.pageBetween),
                  PageNumber.TOTAL_PAGES,
                  pen.say(paperWords.pageEnd),
                ],
              }),
            ],
          }),
        ],
      }),
    },
    children,
  }
}
