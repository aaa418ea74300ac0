import { no, type No } from '../../kernel/verdict.ts'
import { Refused } from '../exchange/refused-reader.ts'
import { readXml } from '../exchange/xml-reader.ts'
import { openZip, type Zip } from '../exchange/zip-reader.ts'

const damaged = no(
  'template.damaged',
  {
    zh: '文件打不开。请用 Word 或 Excel 另存为 .docx 或 .xlsx 后再上传。',
    en: 'The file cannot be read. Save it as .docx or .xlsx and upload it again.',
  },
  { field: 'files', sort: 'invalid' },
)
const tooMuch = no(
  'template.tooMuch',
  { zh: '文件解开后过大，不像一个模板，已拒绝。', en: 'Unpacked the file is too large to be a template; it was refused.' },
  { field: 'files', sort: 'invalid' },
)
const active = no(
  'template.active',
  {
    zh: '文件带有宏、嵌入的对象或会自动更新的外部链接，已拒绝。请去掉后另存为 .docx 或 .xlsx。',
    en: 'The file carries macros, embedded objects or links that update themselves, and was refused. Take them out and save it as .docx or .xlsx.',
  },
  { field: 'files', sort: 'invalid' },
)

const activeParts =
  /vbaproject|activex|embeddings\/|oleobject|externallinks\/|connections\.xml|querytables\/|webextensions?\/|macrosheets\/|\.bin$|\.exe$|attachedtoolbars/i
const activeFields = /\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|AUTOTEXT|MACROBUTTON)\b/
const activeFormula = /\||WEBSERVICE|HYPERLINK|FILTERXML|\[\d+\]/i

export type Guarded = { readonly format: 'word' | 'excel'; readonly zip: Zip }

/** A template from outside, when it is what it says and holds nothing that acts. Every part is unpacked within limits first. */
export async function guardTemplate(bytes: Buffer): Promise<{ ok: true; value: Guarded } | No> {
  try {
    if (bytes.length > 5_000_000) return tooMuch
    const zip = await openZip(bytes)
    if (zip.names.some((name) => activeParts.test(name))) return active
    const format = zip.has('word/document.xml') ? 'word' : zip.has('xl/workbook.xml') ? 'excel' : undefined
    if (format === undefined || !zip.has('[Content_Types].xml')) return damaged
    for (const name of zip.names) {
      if (!/\.(xml|rels)$/i.test(name)) {
        // Unpacked only to be counted.
        await unpack(zip, name)
      } else if (await isActive(zip, name)) return active
    }
    return { ok: true, value: { format, zip } }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return error.code === 'book.bomb' ? tooMuch : error.code === 'book.unsafe' ? active : damaged
  }
}

async function unpack(zip: Zip, name: string): Promise<void> {
  const pieces = zip.pieces(name)
  while ((await pieces.next()).done !== true);
}

async function isActive(zip: Zip, name: string): Promise<boolean> {
  let found = false
  let inside: string | undefined
  await readXml(zip.pieces(name), {
    open: (tag, attributes) => {
      inside = tag
      if (tag === 'Relationship' && attributes['TargetMode'] === 'External' && attributes['Type']?.endsWith('/hyperlink') !== true)
        found = true
      if (/macroEnabled|vbaProject/i.test(attributes['ContentType'] ?? '')) found = true
      if (activeFields.test(attributes['w:instr'] ?? '')) found = true
    },
    text: (text) => {
      if (inside === 'instrText' && activeFields.test(text)) found = true
      if (inside === 'f' && name.startsWith('xl/') && activeFormula.test(text)) found = true
    },
  })
  return found
}
