import { createHash } from 'node:crypto'
import { ZipFile } from 'yazl'

export type PackFile = { readonly path: string; readonly bytes: Buffer }
export type WrittenPack = { readonly zip: Buffer; readonly sha256: string; readonly manifestSha256: string; readonly files: number }

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const stored = /\.(jpg|jpeg|png|webp|pdf|docx|xlsx|zip)$/i
const byPath = (a: PackFile, b: PackFile) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

/**
 * Files as one zip, in order of their paths, under one fixed date, with a manifest of their hashes in two forms: for
 * programs, and for `sha256sum -c`. The same files give the same bytes.
 */
export async function writePack(files: readonly PackFile[], about: object): Promise<WrittenPack> {
  const sorted = files.toSorted(byPath)
  const hashes = sorted.map(({ path, bytes }) => ({ path, sha256: sha256Of(bytes), bytes: bytes.length }))
  const manifest = Buffer.from(`${JSON.stringify({ ...about, files: hashes }, null, 1)}\n`)
  const sums = Buffer.from(hashes.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''))
  const all = [...sorted, { path: '清单.json', bytes: manifest }, { path: 'SHA256SUMS.txt', bytes: sums }].toSorted(byPath)
  const zip = new ZipFile()
  for (const { path, bytes } of all)
    zip.addBuffer(bytes, path, { mtime: new Date(2000, 0, 1), mode: 0o100644, forceDosTimestamp: true, compress: !stored.test(path) })
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece))
  const bytes = Buffer.concat(pieces)
  return { zip: bytes, sha256: sha256Of(bytes), manifestSha256: sha256Of(manifest), files: all.length }
}
