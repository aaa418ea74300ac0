import { isBundle, textIn, type Paper, type PaperBundle, type PaperPicture } from '../kernel/paper.ts'
import type { Language } from '../kernel/words.ts'
import { inLanguage } from './problem.ts'
import { bodyOf, fonts, headingOf, indexOf, pageWidth, type WordPen } from './paper-word-blocks.ts'
import { paperWords } from './paper-words.ts'
import { wordFile } from './word-file.ts'
import { bookmarked, pageNumber, paragraph, run, type Xml } from './word-xml.ts'

/** Large type beside the usual, as in print. */
const largeScale = 1.7

/** Papers as a Word document, laid out as in print: A4, Chinese fonts, page numbers. The same papers give the same bytes. */
export async function paperWord(paper: Paper | PaperBundle, language: Language): Promise<Buffer> {
  const say: WordPen['say'] = (text) => textIn(text, (words) => inLanguage(words, language))
  const papers = isBundle(paper) ? paper.papers : [paper]
  // A document has one size of type: large when all of its papers are.
  const scale = papers.every((one) => one.large === true) ? largeScale : 1
  const pictures: PaperPicture[] = []
  const keep = (picture: PaperPicture) => {
    const at = pictures.findIndex(({ bytes }) => Buffer.compare(bytes, picture.bytes) === 0)
    return at >= 0 ? at + 1 : pictures.push(picture)
  }
  const pen: WordPen = { say, language, width: pageWidth.portrait, scale, keep }
  const index = isBundle(paper) && paper.index !== false ? [{ landscape: false, pieces: indexOf(paper, pen) }] : []
  const sections = papers.map((one, at) => {
    const landscape = one.landscape === true
    const title = bookmarked(`paper-${at + 1}`, at + 1, headingOf(one.title, pen))
    return {
      landscape,
      pieces: [
        paragraph([title], { align: 'center', after: 160, outline: 0 }),
        ...bodyOf(one, landscape ? { ...pen, width: pageWidth.landscape } : pen),
      ],
    }
  })
  return wordFile({
    title: say(paper.title),
    font: fonts(language).song,
    size: Math.round(21 * scale),
    line: 300,
    language: language === 'zh-Hant' ? 'zh-TW' : 'zh-CN',
    footer: footerOf(pen),
    sections: [...index, ...sections],
    pictures: pictures.map(({ bytes, mediaType }) => ({ bytes, png: mediaType === 'image/png' })),
  })
}

function footerOf({ say, language }: WordPen): Xml {
  const small = { size: 18, font: fonts(language).song }
  return paragraph(
    [
      run(say(paperWords.pageStart), small),
      pageNumber('PAGE', small),
      run(say(paperWords.pageBetween), small),
      pageNumber('NUMPAGES', small),
      run(say(paperWords.pageEnd), small),
    ],
    { align: 'center' },
  )
}
