import type { Json } from '../../kernel/canonical.ts'
import type { Day } from '../../kernel/day.ts'
import type { Merit } from './merit-schema.ts'

/** What a record sheet says: who, for which days, and each service with its confirmed time (order 67, articles 14 and 15). */
export type SheetFacts = {
  readonly name: string
  readonly issuer: string
  readonly from: Day | null
  readonly to: Day | null
  readonly lines: readonly SheetLine[]
  /** Training, awards and evaluations, when the sheet has them beside the hours (article 15). */
  readonly merits: readonly SheetMerit[]
}
export type SheetMerit = Pick<Merit, 'id' | 'kind' | 'day' | 'title' | 'content' | 'minutes' | 'givenBy'>
export type SheetLine = {
  readonly id: string
  readonly day: Day
  readonly startsAt: string | null
  readonly title: string
  readonly minutes: number
  /** What the event was called that it belongs to: printed, and no part of the record. */
  readonly about: string | null
}

/** The sheet as a record: what its hash is made over, and what a file of it holds. */
export const recordOfSheet = (facts: SheetFacts): Json => [
  'nuanyang volunteer record 1',
  facts.issuer,
  facts.name,
  facts.from,
  facts.to,
  facts.lines
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, day, startsAt, title, minutes }) => [id, day, startsAt, title, minutes]),
  ...(facts.merits.length === 0
    ? []
    : [
        facts.merits
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ id, kind, day, title, content, minutes, givenBy }) => [id, kind, day, title, content, minutes, givenBy]),
      ]),
]

/** Minutes of a sheet in all. */
export const minutesOnSheet = (facts: SheetFacts): number => facts.lines.reduce((sum, line) => sum + line.minutes, 0)

/** Letters and digits that are not taken for one another when a code is read from paper and typed. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const codeLength = 16

/** A code from random bytes: sixteen characters, in fours. */
export function codeOf(random: Uint8Array): string {
  const letters = [...random.subarray(0, codeLength)].map((byte) => alphabet[byte % 32] ?? '2').join('')
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** A code as somebody typed it: small letters, spaces, other dashes. Undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return letters.length === codeLength && [...letters].every((letter) => alphabet.includes(letter))
    ? letters.replaceAll(/(.{4})(?=.)/g, '$1-')
    : undefined
}

export type SheetState = 'asIssued' | 'changed' | 'revoked'

/** Whether a sheet is as it was issued. One that was revoked says so, whatever stands in the records. */
export const stateOfSheet = (sheet: { isRevoked: boolean }, issuedHash: Uint8Array, hashNow: Uint8Array | undefined): SheetState =>
  sheet.isRevoked ? 'revoked' : hashNow !== undefined && equal(issuedHash, hashNow) ? 'asIssued' : 'changed'

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])
