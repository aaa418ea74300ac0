import { ZipFile } from 'yazl'
import { fontsXml, paragraph, xmlText, type WordFont, type Xml } from './word-xml.ts'

/** One run of pages. */
type WordSection = { readonly landscape: boolean; readonly pieces: readonly Xml[] }
type WordPicture = { readonly bytes: Uint8Array; readonly png: boolean }

export type WordDocument = {
  readonly title: string
  readonly font: WordFont
  /** Of its type, in half points. */
  readonly size: number
  /** The height of its lines in 240ths. */
  readonly line: number
  readonly language: string
  readonly sections: readonly WordSection[]
  /** What stands at the foot of each page. */
  readonly footer?: Xml
  /** Its pictures, the first called picture1 (`relationOf`). */
  readonly pictures?: readonly WordPicture[]
}

export const relationOf = (number: number): string => `picture${number}`

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const spaces = `xmlns:w="${main}" xmlns:r="${office}/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`

/** A4. */
function sectionXml(landscape: boolean, hasFooter: boolean): string {
  const size = landscape ? 'w:w="16838" w:h="11906" w:orient="landscape"' : 'w:w="11906" w:h="16838"'
  return `<w:sectPr>${hasFooter ? '<w:footerReference w:type="default" r:id="footer"/>' : ''}<w:pgSz ${size}/><w:pgMar w:top="1021" w:right="907" w:bottom="1021" w:left="1021" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`
}

function bodyXml(sections: readonly WordSection[], hasFooter: boolean): string {
  return sections
    .map(({ landscape, pieces }, at) => {
      const own = sectionXml(landscape, hasFooter)
      // The last section's looks end the body; the others' stand in a paragraph of their own.
      const end =
        at === sections.length - 1
          ? own
          : paragraph([], { before: 0, after: 0, section: `<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>${own}` }).xml
      return pieces.map(({ xml }) => xml).join('') + end
    })
    .join('')
}

const stylesXml = ({ font, size, line, language }: WordDocument): string =>
  `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${fontsXml(font)}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="en-US" w:eastAsia="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="${line}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style></w:styles>`

const settingsXml = `${head}<w:settings xmlns:w="${main}"><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

/** No clock has a say in it. */
const coreXml = (title: string): string =>
  `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>Nuanyang 暖阳</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>`

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`

function contentTypes(hasFooter: boolean): string {
  const parts: [string, string][] = [
    ['/word/document.xml', `${types}.document.main+xml`],
    ['/word/styles.xml', `${types}.styles+xml`],
    ['/word/settings.xml', `${types}.settings+xml`],
    ...(hasFooter ? [['/word/footer1.xml', `${types}.footer+xml`] satisfies [string, string]] : []),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ]
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/>${parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('')}</Types>`
}

/** A document as a .docx file. The same document gives the same bytes. */
export async function wordFile(document: WordDocument): Promise<Buffer> {
  const { title, sections, footer, pictures = [] } = document
  const hasFooter = footer !== undefined
  const fileOf = ({ png }: WordPicture, at: number) => `media/${relationOf(at + 1)}.${png ? 'png' : 'jpg'}`
  const texts: [string, string][] = [
    // The list of parts stands first: some readers look at nothing else to tell what the file is.
    ['[Content_Types].xml', contentTypes(hasFooter)],
    [
      '_rels/.rels',
      relations([
        ['document', `${office}/relationships/officeDocument`, 'word/document.xml'],
        ['core', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', coreXml(title)],
    [
      'word/_rels/document.xml.rels',
      relations([
        ['styles', `${office}/relationships/styles`, 'styles.xml'],
        ['settings', `${office}/relationships/settings`, 'settings.xml'],
        ...(hasFooter ? [['footer', `${office}/relationships/footer`, 'footer1.xml'] as const] : []),
        ...pictures.map((picture, at) => [relationOf(at + 1), `${office}/relationships/image`, fileOf(picture, at)] as const),
      ]),
    ],
    ['word/document.xml', `${head}<w:document ${spaces}><w:body>${bodyXml(sections, hasFooter)}</w:body></w:document>`],
    ...(hasFooter ? [['word/footer1.xml', `${head}<w:ftr ${spaces}>${footer.xml}</w:ftr>`] satisfies [string, string]] : []),
    ['word/settings.xml', settingsXml],
    ['word/styles.xml', stylesXml(document)],
  ]
  const zip = new ZipFile()
  const add = (name: string, bytes: Buffer, compress: boolean) =>
    zip.addBuffer(bytes, name, { mtime: new Date(2000, 0, 1), mode: 0o100644, forceDosTimestamp: true, compress })
  for (const [name, text] of texts) add(name, Buffer.from(text), true)
  for (const [at, picture] of pictures.entries()) add(`word/${fileOf(picture, at)}`, Buffer.from(picture.bytes), false)
  zip.end()
  const made: Buffer[] = []
  for await (const piece of zip.outputStream) made.push(Buffer.from(piece))
  return Buffer.concat(made)
}
