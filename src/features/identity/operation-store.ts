import { createHash } from 'node:crypto'

/** An operation that was carried out, with its first answer. */
export type Remembered = { readonly accountId: string; readonly endpoint: string; readonly inputHash: Buffer; readonly answer: unknown }

/** What was asked, by which a repeat is told from something else under the same id. */
export function inputHashOf({ input, files }: { input: unknown; files: readonly { name: string; bytes: Uint8Array }[] }): Buffer {
  const hash = createHash('sha256').update(JSON.stringify(input))
  for (const file of files) hash.update(`\n${file.name}\n`).update(file.bytes)
  return hash.digest()
}
