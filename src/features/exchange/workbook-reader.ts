import type { BookSink } from './book-reader.ts'
import type { Cell } from './book-schema.ts'
import { limits } from './limit-rules.ts'
import { Refused } from './refused-reader.ts'
import { readSheet, type SheetContext } from './sheet-reader.ts'
import { readSharedStrings } from './strings-reader.ts'
import { readStyles } from './styles-reader.ts'
import { readXml } from './xml-reader.ts'
import { openZip, type Zip } from './zip-reader.ts'

type Relation = { readonly id: string; readonly type: string; readonly target: string }

/** `xl/workbook.xml` and `worksheets/sheet1.xml` → `xl/worksheets/sheet1.xml`; a target from the root stays. */
function resolveTarget(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = base.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

async function readRelations(zip: Zip, of: string): Promise<Relation[]> {
  const cut = of.lastIndexOf('/') + 1
  const name = `${of.slice(0, cut)}_rels/${of.slice(cut)}.rels`
  const relations: Relation[] = []
  if (!zip.has(name)) return relations
  await readXml(zip.pieces(name), {
    open: (tag, attributes) => {
      if (tag !== 'Relationship' || attributes['TargetMode'] === 'External') return
      if (relations.length >= limits.zipEntries) throw new Refused('book.unsafe')
      const type = (attributes['Type'] ?? '').split('/').at(-1) ?? ''
      relations.push({ id: attributes['Id'] ?? '', type, target: resolveTarget(of, attributes['Target'] ?? '') })
    },
  })
  return relations
}

type Listed = { readonly name: string; readonly hidden: boolean; readonly relation: string }

async function readSheetList(zip: Zip, name: string): Promise<{ sheets: Listed[]; date1904: boolean }> {
  const sheets: Listed[] = []
  let date1904 = false
  await readXml(zip.pieces(name), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (tag !== 'sheet') return
      if (sheets.length >= limits.sheets) throw new Refused('book.too-many-sheets')
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const state = attributes['state'] ?? 'visible'
      sheets.push({ name: attributes['name'] ?? '', hidden: state !== 'visible', relation })
    },
  })
  return { sheets, date1904 }
}

/** Texts that come again and again (女, √, 汉) share one cell. */
export function makeCellOf(): (text: string) => Cell {
  const known = new Map<string, Cell>()
  return (text) => {
    if (text.length > 12) return { text }
    const found = known.get(text)
    if (found !== undefined) return found
    const cell = { text }
    if (known.size < 20_000) known.set(text, cell)
    return cell
  }
}

function refuseOtherKinds(zip: Zip): void {
  if (zip.has('xl/workbook.bin')) throw new Refused('book.binary-workbook')
  if (zip.has('EncryptionInfo') || zip.has('EncryptedPackage')) throw new Refused('book.encrypted')
  if (zip.has('word/document.xml') || zip.has('ppt/presentation.xml') || zip.has('content.xml')) throw new Refused('book.other-office')
}

/** Reads an .xlsx or .xlsm. Macros, pictures, links and formulas are left where they are. */
export async function readWorkbook(bytes: Buffer, sink: BookSink): Promise<void> {
  const zip = await openZip(bytes)
  refuseOtherKinds(zip)
  const root = await readRelations(zip, '')
  const main = root.find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!zip.has(main)) throw new Refused('book.not-a-workbook')
  const relations = await readRelations(zip, main)
  const partOf = (type: string) => relations.find((relation) => relation.type === type && zip.has(relation.target))?.target
  const { sheets, date1904 } = await readSheetList(zip, main)
  const stringsPart = partOf('sharedStrings')
  const stylesPart = partOf('styles')
  const context: SheetContext = {
    strings: stringsPart === undefined ? [] : await readSharedStrings(zip, stringsPart),
    styles: stylesPart === undefined ? [] : await readStyles(zip, stylesPart),
    date1904,
    used: { rows: 0, cells: 0, cellTags: 0, characters: 0 },
    cellOf: makeCellOf(),
  }
  const worksheets = sheets.flatMap((sheet) => {
    const relation = relations.find((each) => each.id === sheet.relation)
    // A sheet that is only a chart holds no cells.
    return relation?.type === 'worksheet' ? [{ ...sheet, part: relation.target }] : []
  })
  // A part that stands for many sheets is read again for each of them.
  if (new Set(worksheets.map((sheet) => sheet.part)).size < worksheets.length) throw new Refused('book.unsafe')
  if (worksheets.length === 0) throw new Refused('book.not-a-workbook')
  const total = worksheets.reduce((sum, sheet) => sum + zip.sizeOf(sheet.part), 1)
  let done = 0
  async function* counted(part: string) {
    for await (const piece of zip.pieces(part)) {
      yield piece
      done += piece.length
      sink.progress(Math.min(1, done / total))
    }
  }
  for (const sheet of worksheets) {
    sink.sheet({ name: sheet.name, hidden: sheet.hidden, ...(date1904 ? { date1904: true } : {}) })
    await readSheet(counted(sheet.part), sheet.name, context, sink)
  }
}
