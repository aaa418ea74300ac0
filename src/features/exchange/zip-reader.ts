import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { limits } from './limit-rules.ts'
import { Refused } from './refused-reader.ts'

/** The parts of a zip by name, each to be read in pieces. Nothing is unzipped before it is asked for. */
export type Zip = {
  readonly names: readonly string[]
  has(name: string): boolean
  /** Unzipped size as the file declares it; what really comes out is counted as well. */
  sizeOf(name: string): number
  pieces(name: string): AsyncGenerator<Buffer>
}

const keyOf = (name: string) => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: false, validateEntrySizes: true }, (error, zip) => {
      if (error || zip === undefined) reject(new Refused('book.damaged'))
      else resolve(zip)
    })
  })
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    if (zip.entryCount > limits.zipEntries) return reject(new Refused('book.bomb'))
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= limits.zipEntries) return reject(new Refused('book.bomb'))
      if (!entries.has(keyOf(entry.fileName))) entries.set(keyOf(entry.fileName), entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', () => reject(new Refused('book.damaged')))
    zip.readEntry()
  })
}

export async function openZip(bytes: Buffer): Promise<Zip> {
  const zip = await open(bytes)
  const entries = await listEntries(zip)
  let unzipped = 0

  const streamOf = (entry: Entry) =>
    new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error || stream === undefined) reject(new Refused('book.damaged'))
        else resolve(stream)
      })
    })

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(keyOf(name)),
    sizeOf: (name) => entries.get(keyOf(name))?.uncompressedSize ?? 0,
    async *pieces(name) {
      const entry = entries.get(keyOf(name))
      if (entry === undefined) throw new Refused('book.damaged')
      if (entry.isEncrypted()) throw new Refused('book.encrypted')
      const size = entry.uncompressedSize
      if (size > limits.unzippedBytes || unzipped + size > limits.unzippedBytes) throw new Refused('book.bomb')
      if (size > limits.ratioFrom && size > entry.compressedSize * limits.ratio) throw new Refused('book.bomb')
      const stream = await streamOf(entry)
      try {
        for await (const piece of stream) {
          if (!Buffer.isBuffer(piece)) throw new Refused('book.damaged')
          unzipped += piece.length
          if (unzipped > limits.unzippedBytes) throw new Refused('book.bomb')
          yield piece
        }
      } catch (error) {
        throw error instanceof Refused ? error : new Refused('book.damaged')
      }
    },
  }
}
