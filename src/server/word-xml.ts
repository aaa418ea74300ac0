// The pieces of a Word document (ECMA-376, WordprocessingML) that papers are made of, as text. Lengths are in twentieths
// of a point, sizes of type in half points. What is written stands in the order that the standard's schema asks for.

/** A piece of a document: well-formed already. Only this file makes one. */
export type Xml = { readonly xml: string }
type Inside = Xml

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML holds it; signs that no XML may hold are left out. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? '')

const joined = (pieces: readonly Xml[]): string => pieces.map(({ xml }) => xml).join('')

export type WordFont = { readonly latin: string; readonly han: string }
export type TypeLook = {
  readonly font?: WordFont | undefined
  readonly size?: number | undefined
  readonly underlined?: true
  readonly bold?: true
}

export const fontsXml = ({ latin, han }: WordFont): string =>
  `<w:rFonts w:ascii="${xmlText(latin)}" w:hAnsi="${xmlText(latin)}" w:eastAsia="${xmlText(han)}" w:cs="Times New Roman"/>`

function lookOf({ font, size, underlined, bold }: TypeLook): string {
  const inside = [
    font === undefined ? '' : fontsXml(font),
    bold === undefined ? '' : '<w:b/><w:bCs/>',
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    underlined === undefined ? '' : '<w:u w:val="single"/>',
  ].join('')
  return inside === '' ? '' : `<w:rPr>${inside}</w:rPr>`
}

/** A text whose lines stay lines. */
export function run(text: string, look: TypeLook = {}): Inside {
  const own = lookOf(look)
  return {
    xml: text
      .split(/\r\n?|\n/)
      .map((line, at) => `<w:r>${own}${at === 0 ? '' : '<w:br/>'}<w:t xml:space="preserve">${xmlText(line)}</w:t></w:r>`)
      .join(''),
  }
}

/** A number that Word keeps up to date: this page's, or how many there are. */
export const pageNumber = (which: 'PAGE' | 'NUMPAGES', look: TypeLook): Inside => {
  const part = (inside: string) => `<w:r>${lookOf(look)}${inside}</w:r>`
  const mark = (type: string) => part(`<w:fldChar w:fldCharType="${type}"/>`)
  return { xml: `${mark('begin')}${part(`<w:instrText xml:space="preserve">${which}</w:instrText>`)}${mark('separate')}${mark('end')}` }
}

export const pageBreak: Inside = { xml: '<w:r><w:br w:type="page"/></w:r>' }

/** A place that links lead to. `number` is its own within the document. */
export const bookmarked = (name: string, number: number, inside: Inside): Inside => ({
  xml: `<w:bookmarkStart w:id="${number}" w:name="${xmlText(name)}"/>${inside.xml}<w:bookmarkEnd w:id="${number}"/>`,
})

export const linkTo = (name: string, inside: Inside): Inside => ({
  xml: `<w:hyperlink w:anchor="${xmlText(name)}" w:history="1">${inside.xml}</w:hyperlink>`,
})

type Drawn = { readonly relation: string; readonly number: number; readonly width: number; readonly height: number }

/** A picture in the line, `width` and `height` in pixels at 96 to the inch. */
export function drawing({ relation, number, width, height }: Drawn): Inside {
  const size = `cx="${width * 9525}" cy="${height * 9525}"`
  const main = 'http://schemas.openxmlformats.org/drawingml/2006/main'
  const picture = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
  return {
    xml: `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${number}" name="${relation}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${main}" noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="${main}"><a:graphicData uri="${picture}"><pic:pic xmlns:pic="${picture}"><pic:nvPicPr><pic:cNvPr id="${number}" name="${relation}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
  }
}

type Align = 'left' | 'center' | 'right'
type ParagraphLook = {
  readonly align?: Align | undefined
  readonly before?: number
  readonly after?: number
  /** The height of a line in 240ths of the type's own. */
  readonly line?: number
  readonly keepNext?: true
  /** It is a heading of this level, from 0. */
  readonly outline?: number
  /** A section ends with it, and has these looks. */
  readonly section?: string
}

export function paragraph(inside: readonly Inside[], look: ParagraphLook = {}): Xml {
  const { align, before, after, line, keepNext, outline, section } = look
  const spacing = [
    before === undefined ? '' : ` w:before="${before}"`,
    after === undefined ? '' : ` w:after="${after}"`,
    line === undefined ? '' : ` w:line="${line}" w:lineRule="auto"`,
  ].join('')
  const own = [
    keepNext === undefined ? '' : '<w:keepNext/>',
    spacing === '' ? '' : `<w:spacing${spacing}/>`,
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
    section ?? '',
  ].join('')
  return { xml: `<w:p>${own === '' ? '' : `<w:pPr>${own}</w:pPr>`}${joined(inside)}</w:p>` }
}

type CellLook = {
  readonly width: number
  readonly span?: number | undefined
  /** Above and below; right and left. */
  readonly margins?: { readonly high: number; readonly wide: number }
  readonly middle?: true
}

export function cell(inside: readonly Xml[], { width, span = 1, margins = { high: 50, wide: 90 }, middle }: CellLook): Xml {
  const { high, wide } = margins
  const own = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`,
    `<w:tcMar><w:top w:w="${high}" w:type="dxa"/><w:left w:w="${wide}" w:type="dxa"/><w:bottom w:w="${high}" w:type="dxa"/><w:right w:w="${wide}" w:type="dxa"/></w:tcMar>`,
    middle === undefined ? '' : '<w:vAlign w:val="center"/>',
  ].join('')
  return { xml: `<w:tc><w:tcPr>${own}</w:tcPr>${joined(inside)}</w:tc>` }
}

/** `height` is the least. A row that heads its table is said again on every page. */
type RowLook = { readonly height?: number; readonly whole?: true; readonly heads?: true }

export function row(cells: readonly Xml[], { height, whole, heads }: RowLook = {}): Xml {
  const own = [
    whole === undefined ? '' : '<w:cantSplit/>',
    height === undefined ? '' : `<w:trHeight w:val="${height}" w:hRule="atLeast"/>`,
    heads === undefined ? '' : '<w:tblHeader/>',
  ].join('')
  return { xml: `<w:tr>${own === '' ? '' : `<w:trPr>${own}</w:trPr>`}${joined(cells)}</w:tr>` }
}

const bordersOf = (line: string): string =>
  `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} ${line}/>`).join('')}</w:tblBorders>`
const lined = bordersOf('w:val="single" w:sz="4" w:space="0" w:color="auto"')
const unlined = bordersOf('w:val="none" w:sz="0" w:space="0" w:color="auto"')

/** Columns of fixed widths. */
export function table(widths: readonly number[], rows: readonly Xml[], look: { readonly lines: boolean } = { lines: true }): Xml {
  const whole = widths.reduce((sum, one) => sum + one, 0)
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return {
    xml: `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/>${look.lines ? lined : unlined}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${joined(rows)}</w:tbl>`,
  }
}
