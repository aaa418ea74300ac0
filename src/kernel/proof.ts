import { canonical, type Json } from './canonical.ts'
import { sha256 } from './sha256.ts'

// A record that somebody took away, in a file that shows by itself that nothing in it was changed. Runs on the server, in a
// browser, and in the checker that is opened from a disk: no package, nothing of the document.

const proofFormat = 'nuanyang-proof-1'

/** What can be taken away: a frozen figure, a published bulletin, a volunteer's record. */
type ProofSubject = 'figure' | 'bulletin' | 'volunteer'

/**
 * What is wrong with a file. notProof: no file of this kind. form: not as it was written, to the last character. hash: a
 * record is not what its hash was made of. link: a record that another names by its hash is another one, or missing. stray:
 * a record that none of the others names.
 */
export type ProofFault = 'notProof' | 'form' | 'hash' | 'link' | 'stray'

type Proof = { readonly subject: ProofSubject; readonly hash: string; readonly record: Json }
export type Checked = ({ readonly ok: true } & Proof) | { readonly ok: false; readonly fault: ProofFault }

/** The text of a file: the record, and those that it names by their hashes. */
export const proofOf = (records: readonly Json[]): string =>
  canonical({ format: proofFormat, records: records.map((record) => ({ hash: sha256(canonical(record)), record })) })

/** Whether a file is what was taken away: every record has its hash, and every hash that one names of another is that one's. */
export function checkProof(text: string): Checked {
  const read = parsed(text.trim())
  const records = read === undefined ? undefined : recordsOf(read)
  const [first] = records ?? []
  const subject = first === undefined ? undefined : subjectOf(first.record)
  if (records === undefined || first === undefined || subject === undefined || read === undefined) return { ok: false, fault: 'notProof' }
  if (formOf(read) !== text.trim()) return { ok: false, fault: 'form' }
  const byHash = new Map<string, Json>()
  for (const { hash, record } of records) {
    if (sha256(canonical(record)) !== hash) return { ok: false, fault: 'hash' }
    byHash.set(hash, record)
  }
  if (byHash.size !== records.length) return { ok: false, fault: 'stray' }
  const named = new Set([first.hash])
  const waiting = [first.record]
  for (let record = waiting.pop(); record !== undefined; record = waiting.pop())
    for (const { id, hash } of linksOf(record)) {
      const other = byHash.get(hash)
      if (other === undefined || textAt(other, 'id') !== id) return { ok: false, fault: 'link' }
      if (named.has(hash)) continue
      named.add(hash)
      waiting.push(other)
    }
  return named.size === records.length ? { ok: true, subject, hash: first.hash, record: first.record } : { ok: false, fault: 'stray' }
}

function parsed(text: string): Json | undefined {
  try {
    const read: Json = JSON.parse(text)
    return read
  } catch {
    return undefined
  }
}

/** Half a character has no canonical form; a file with one is none of ours. */
function formOf(value: Json): string | undefined {
  try {
    return canonical(value)
  } catch {
    return undefined
  }
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
const partOf = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === 'object' && value !== null && !isList(value) ? value[name] : undefined

/** A part of a record that is a text; nothing where it is none. */
function textAt(record: Json | undefined, ...path: readonly string[]): string {
  const found = path.reduce<Json | undefined>((value, name) => partOf(value, name), record)
  return typeof found === 'string' ? found : ''
}

const listAt = (record: Json | undefined, name: string): readonly Json[] => {
  const found = partOf(record, name)
  return isList(found) ? found : []
}

function recordsOf(read: Json): { hash: string; record: Json }[] | undefined {
  if (textAt(read, 'format') !== proofFormat) return undefined
  const records: { hash: string; record: Json }[] = []
  for (const one of listAt(read, 'records')) {
    const record = partOf(one, 'record')
    if (record === undefined) return undefined
    records.push({ hash: textAt(one, 'hash'), record })
  }
  return records
}

function subjectOf(record: Json): ProofSubject | undefined {
  if (isList(record)) return record[0] === 'nuanyang volunteer record 1' ? 'volunteer' : undefined
  const format = textAt(record, 'format')
  return format === 'nuanyang-figure-1' ? 'figure' : format === 'nuanyang-bulletin-1' ? 'bulletin' : undefined
}

/** The records that one names by their hashes: a bulletin its figures, a correction what it corrects. */
function linksOf(record: Json): { id: string; hash: string }[] {
  if (textAt(record, 'format') === 'nuanyang-bulletin-1')
    return listAt(record, 'figures').map((one) => ({ id: textAt(one, 'id'), hash: textAt(one, 'hash') }))
  const hash = textAt(record, 'corrects', 'hash')
  return hash === '' ? [] : [{ id: textAt(record, 'corrects', 'id'), hash }]
}
