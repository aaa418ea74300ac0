import { ZipFile } from 'yazl'

/** A moment that no clock has a say in: what is made again from the same facts has the same bytes. */
const fixedMoment = '2000-01-01T00:00:00Z'

/** An Office file as it is, but for the moments and random names in it: parts in order of name, under one fixed date. */
export async function rezipped(bytes: Buffer): Promise<Buffer> {
  const { default: PizZip } = await import('pizzip')
  const zip = new PizZip(bytes)
  const names = Object.keys(zip.files).filter((name) => zip.files[name]?.dir === false)
  const made = new ZipFile()
  // The list of parts stands first: some readers look at nothing else to tell what the file is.
  const first = '[Content_Types].xml'
  for (const name of [...names.filter((one) => one === first), ...names.filter((one) => one !== first).toSorted()]) {
    const part = zip.file(name)?.asUint8Array() ?? new Uint8Array()
    const content = Buffer.from(part)
    made.addBuffer(steady(name, content), name, { mtime: new Date(2000, 0, 1), mode: 0o100644, forceDosTimestamp: true })
  }
  made.end()
  const pieces: Buffer[] = []
  for await (const piece of made.outputStream) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

function steady(name: string, content: Buffer): Buffer {
  if (name === 'docProps/core.xml') return Buffer.from(undated(content.toString('utf8')))
  if (name === 'word/document.xml') return Buffer.from(renumbered(content.toString('utf8')))
  return content
}

/** Marks and pictures are numbered by a counter that runs as long as the process: from one again in each file. */
function renumbered(xml: string): string {
  const numbers = new Map<string, number>()
  const numberOf = (sort: string, id: string): number => {
    const key = `${sort} ${id}`
    const number = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, number)
    return number
  }
  return xml.replaceAll(/<(w:bookmarkStart|w:bookmarkEnd|wp:docPr)\b[^>]*>/g, (tag, sort: string) =>
    tag.replace(
      /((?:w:)?\bid=")([^"]*)"/,
      (_whole, start: string, id: string) => `${start}${numberOf(sort === 'wp:docPr' ? 'picture' : 'mark', id)}"`,
    ),
  )
}

const undated = (xml: string): string =>
  xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_whole, start: string) => `${start}${fixedMoment}`)
