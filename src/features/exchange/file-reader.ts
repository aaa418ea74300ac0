import { readCsv } from './csv-reader.ts'
import type { BookSink } from './book-reader.ts'
import { limits } from './limit-rules.ts'
import { Refused } from './refused-reader.ts'
import { type Refusal, toRefusal } from './refusal-rules.ts'
import { readWorkbook } from './workbook-reader.ts'

const startsWith = (bytes: Buffer, ...start: number[]) => start.every((byte, at) => bytes[at] === byte)
const extensionOf = (name: string) => /\.([a-z0-9]{1,5})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''

const zipNames = new Set(['xlsx', 'xlsm', 'xltx', 'xltm', 'xls', 'et'])
const textNames = new Set(['csv', 'txt', 'tsv'])

/** The compound file of old office programs, which also wraps a workbook that needs a password. */
const isCompound = (bytes: Buffer) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)
const isZip = (bytes: Buffer) => startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)

const looksLikeMarkup = (bytes: Buffer) =>
  /^\s*(?:<|mime-version:)/i.test(
    bytes
      .subarray(0, 512)
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, ''),
  )

async function readAs(name: string, bytes: Buffer, sink: BookSink): Promise<void> {
  const extension = extensionOf(name)
  if (bytes.length === 0) throw new Refused('book.empty')
  if (bytes.length > limits.fileBytes) throw new Refused('book.too-large')
  if (isCompound(bytes)) {
    throw new Refused(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'book.encrypted' : 'book.old-format')
  }
  if (isZip(bytes)) {
    if (textNames.has(extension)) throw new Refused('book.false-type')
    if (extension !== '' && !zipNames.has(extension)) throw new Refused('book.not-a-workbook')
    return readWorkbook(bytes, sink)
  }
  if (looksLikeMarkup(bytes)) throw new Refused('book.web-page')
  if (zipNames.has(extension)) throw new Refused(extension === 'xlsx' || extension === 'xlsm' ? 'book.damaged' : 'book.false-type')
  if (!textNames.has(extension)) throw new Refused('book.not-a-workbook')
  return readCsv(bytes, sink)
}

/** Reads one file into the sink, or says why it is not read. What stands in the sink by then is to be dropped. */
export async function readFileInto(name: string, bytes: Buffer, sink: BookSink): Promise<Refusal | undefined> {
  try {
    await readAs(name, bytes, sink)
    return undefined
  } catch (error) {
    if (error instanceof Refused) return toRefusal(error.code, name, error.sheet)
    // A file on which a parser falls over is damaged, whatever else that says about the parser.
    return { ...toRefusal('book.damaged', name), fault: error instanceof Error ? error.message : String(error) }
  }
}
