import { expand15, faultOf, normaliseNumber } from '../../kernel/identity-number.ts'

/** What is worth saying about an identity number as somebody wrote it. */
type NumberNote =
  | 'id_missing'
  | 'id_full_width'
  | 'id_with_spaces'
  | 'id_lower_x'
  | 'id_15_digit'
  | 'id_leading_zeros_lost'
  | 'id_precision_damaged'
  | 'id_wrong_checksum'
  | 'id_wrong_length'
  | 'id_impossible'

/**
 * An identity number as far as it can be trusted. `number` is there when it is usable: only then may it say who somebody
 * is. `kept` is what stands on file: the usable number, or what was written, for somebody to put right.
 */
export type ReadNumber = {
  readonly state: 'valid' | 'unverified' | 'damaged' | 'missing' | 'refused'
  readonly number?: string
  readonly kept?: string
  readonly notes: readonly NumberNote[]
}

/** A number of an ordinary clean register, the fast way for thousands of rows. */
const plain = /^\d{17}[\dX]$/
const none = /^[-—/无]?$/
const refused = /拒|不愿|不便|未提供/
/** How a spreadsheet shows a long number that it took for a quantity: 2.11103E+17. */
const exponent = /^\d(\.\d+)?E\+?1[0-7]$/

/** `numeric`: the cell held a number where digits should be text, so zeros at its front or its last three digits may be lost. */
export function readNumber(written: string | undefined, numeric = false): ReadNumber {
  const typed = (written ?? '').trim().replace(/^['’]/, '')
  if (none.test(typed)) return { state: 'missing', notes: ['id_missing'] }
  if (refused.test(typed)) return { state: 'refused', notes: [] }
  if (!numeric && plain.test(typed) && faultOf(typed) === undefined) return { state: 'valid', number: typed, kept: typed, notes: [] }

  const notes = formNotes(typed)
  const digits = normaliseNumber(typed)
  if (exponent.test(digits)) return { state: 'damaged', kept: typed, notes: ['id_precision_damaged'] }
  if (/^\d{15}$/.test(digits)) {
    const whole = expand15(digits)
    return whole !== undefined && faultOf(whole) === undefined
      ? { state: 'valid', number: whole, kept: whole, notes: [...notes, 'id_15_digit'] }
      : { state: 'unverified', kept: digits, notes: [...notes, 'id_impossible'] }
  }
  return numeric || /^\d{1,17}$/.test(digits) ? fromQuantity(digits, numeric, notes) : fromText(digits, notes)
}

function formNotes(typed: string): NumberNote[] {
  const notes: NumberNote[] = []
  if (/[\uff10-\uff19\uff38\uff58]/.test(typed)) notes.push('id_full_width')
  if (/[\s\u200b\ufeff-]/.test(typed)) notes.push('id_with_spaces')
  if (/[xｘ]$/.test(typed)) notes.push('id_lower_x')
  return notes
}

/**
 * A number that went through a numeric cell, here or before it came into a CSV. Zeros lost at the front come back, and
 * the checksum proves it. A spreadsheet keeps 15 digits, so that the end turns into 000: nothing can bring that back,
 * and as one in eleven such numbers passes the checksum by chance, a number that went this way and ends so is never trusted.
 */
function fromQuantity(digits: string, numeric: boolean, notes: NumberNote[]): ReadNumber {
  const padded = digits.padStart(18, '0')
  const cut = digits.endsWith('000')
  if (padded.length === 18 && !(cut && (numeric || digits.length < 18)) && faultOf(padded) === undefined) {
    return { state: 'valid', number: padded, kept: padded, notes: digits.length < 18 ? [...notes, 'id_leading_zeros_lost'] : notes }
  }
  if (cut && digits.length >= 12) return { state: 'damaged', kept: digits, notes: [...notes, 'id_precision_damaged'] }
  return { state: 'unverified', kept: digits, notes: [...notes, padded.length === 18 && numeric ? 'id_wrong_checksum' : 'id_wrong_length'] }
}

function fromText(digits: string, notes: NumberNote[]): ReadNumber {
  const fault = faultOf(digits)
  if (fault === undefined) return { state: 'valid', number: digits, kept: digits, notes }
  if (fault === 'length' || fault === 'characters') return { state: 'unverified', kept: digits, notes: [...notes, 'id_wrong_length'] }
  if (digits.endsWith('000')) return { state: 'damaged', kept: digits, notes: [...notes, 'id_precision_damaged'] }
  return { state: 'unverified', kept: digits, notes: [...notes, fault === 'checksum' ? 'id_wrong_checksum' : 'id_impossible'] }
}
