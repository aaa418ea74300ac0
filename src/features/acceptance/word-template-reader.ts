import { readXml } from '../exchange/xml-reader.ts'
import type { Zip } from '../exchange/zip-reader.ts'
import { lists, type ReportValues, type Value } from './field-rules.ts'
import type { Piece } from './template-rules.ts'

/** The paragraphs of a Word file in reading order, each with where it stands: 第3段, 第2个表第1行第2列, 页眉. */
export async function readParagraphs(zip: Zip): Promise<Piece[]> {
  const parts = ['word/document.xml', ...zip.names.filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name)).toSorted()]
  const pieces: Piece[] = []
  for (const part of parts) pieces.push(...(await paragraphsOf(zip, part)))
  return pieces
}

async function paragraphsOf(zip: Zip, part: string): Promise<Piece[]> {
  const pieces: Piece[] = []
  const texts: string[] = []
  const at = { paragraph: 0, table: 0, row: 0, cell: 0, depth: 0 }
  let inText = false
  await readXml(zip.pieces(part), {
    open: (tag) => {
      if (tag === 'tbl' && at.depth++ === 0) Object.assign(at, { table: at.table + 1, row: 0 })
      if (tag === 'tr' && at.depth === 1) Object.assign(at, { row: at.row + 1, cell: 0 })
      if (tag === 'tc' && at.depth === 1) at.cell += 1
      if (tag === 'p') {
        texts.push('')
        if (at.depth === 0) at.paragraph += 1
      }
      inText = tag === 't'
    },
    text: (text) => {
      if (inText && texts.length > 0) texts.push((texts.pop() ?? '') + text)
    },
    close: (tag) => {
      if (tag === 't') inText = false
      if (tag === 'tbl') at.depth -= 1
      if (tag === 'p') {
        const text = texts.pop() ?? ''
        if (text !== '') pieces.push({ place: placeOf(part, at), text })
      }
    },
  })
  return pieces
}

function placeOf(part: string, at: { paragraph: number; table: number; row: number; cell: number; depth: number }) {
  if (part.includes('header')) return { zh: '页眉', en: 'Header' }
  if (part.includes('footer')) return { zh: '页脚', en: 'Footer' }
  return at.depth > 0
    ? { zh: `第${at.table}个表第${at.row}行第${at.cell}列`, en: `Table ${at.table}, row ${at.row}, column ${at.cell}` }
    : { zh: `第${at.paragraph}段`, en: `Paragraph ${at.paragraph}` }
}

const shown = (value: Value): string =>
  typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 2 }) : (value ?? '—')

/** A template with its fields filled in. Its fields were checked when it came. */
export async function fillWord(bytes: Buffer, values: ReportValues): Promise<Buffer> {
  const [{ default: Docxtemplater }, { default: PizZip }] = await Promise.all([import('docxtemplater'), import('pizzip')])
  const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true, nullGetter: () => '' })
  const record = (row: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, shown(value)]))
  document.render({
    ...record(values.single),
    ...Object.fromEntries(Object.keys(lists).map((name) => [name, (values.lists[name] ?? []).map(record)])),
  })
  return Buffer.from(document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' }))
}
