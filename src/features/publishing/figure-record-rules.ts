import { canonical, type Json } from '../../kernel/canonical.ts'
import { sha256 } from '../../kernel/sha256.ts'
import type { MemberSort } from '../measures/schema.ts'
import { figureRecordSchema, membersSchema, type FigureRecord, type StoredFigure } from './figure-record-schema.ts'

/** What the first figure of a tenant has before it. */
export const beforeTheFirst = '0'.repeat(64)

/** Absent parts have no canonical form; what is undefined is left out. */
export function jsonOf(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(jsonOf)
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).flatMap(([name, part]) => (part === undefined ? [] : [[name, jsonOf(part)]])))
  throw new Error(`A ${typeof value} is not in any record.`)
}

export const textOfRecord = (record: FigureRecord): string => canonical(jsonOf(record))

/** Sorts whose ids say who or whose household: kept as pseudonyms. */
export const hasPseudonyms = (sort: MemberSort): boolean => sort === 'person' || sort === 'household'

type Entry = readonly [id: string, amount: number | null]

/** The canonical text of a list of members: in order of their ids, with amounts where there are any. */
export function textOfMembers(members: Iterable<Entry>): string {
  const sorted = [...members].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return canonical(sorted.every(([, amount]) => amount === null) ? sorted.map(([id]) => id) : sorted.map(([id, amount]) => [id, amount]))
}

export function membersOfText(text: string): Map<string, number | null> {
  return new Map(membersSchema.parse(JSON.parse(text)).map((one): [string, number | null] => (typeof one === 'string' ? [one, null] : one)))
}

/** What is wrong with a stored figure. */
export type Fault = 'hash' | 'form' | 'columns' | 'order' | 'chain' | 'members' | 'set' | 'missing'

/**
 * Whether a stored figure is what was frozen: its text is the one form of what it says and has its hash, every column
 * repeats it, and it follows the one before.
 */
export function faultOfFigure(
  stored: StoredFigure,
  before: { readonly seq: number; readonly hash: string },
  hashOf: (text: string) => string = sha256,
): Fault | undefined {
  if (hashOf(stored.body) !== stored.hash) return 'hash'
  const record = recordOf(stored.body)
  if (record === undefined || textOfRecord(record) !== stored.body) return 'form'
  if (record.seq !== before.seq + 1) return 'order'
  if (record.previous !== before.hash) return 'chain'
  const repeats =
    stored.id === record.id &&
    stored.seq === record.seq &&
    stored.setId === record.set.id &&
    stored.projectId === record.project.id &&
    stored.measure === record.measure &&
    stored.at === canonical(jsonOf(record.at)) &&
    stored.membersSha256 === (record.members?.sha256 ?? null) &&
    stored.corrects === (record.corrects?.id ?? null)
  return repeats ? undefined : 'columns'
}

export function recordOf(body: string): FigureRecord | undefined {
  try {
    return figureRecordSchema.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}

/** Whether a list of members is the one that a figure was counted from. */
export function isListOf(text: string, members: { readonly count: number; readonly sha256: string }, hash = sha256(text)): boolean {
  if (hash !== members.sha256) return false
  try {
    return membersOfText(text).size === members.count
  } catch {
    return false
  }
}
