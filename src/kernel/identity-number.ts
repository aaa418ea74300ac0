import { type Day, toDay } from './day.ts'

/**
 * A resident identity number after GB 11643-1999: 6 digits of area, 8 of birth, 3 of sequence (odd a man, even a
 * woman), one check character. The area is not checked: old codes stay valid, and it says nothing of the residence.
 */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** The check character that belongs to the first 17 digits. */
export function checkCharacterOf(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0)
  return checkCharacters[sum % 11] ?? ''
}

/** Full-width characters to half-width, without spaces and hyphens, x to X. */
export const normaliseNumber = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff-]/g, '')
    .toUpperCase()

export type NumberFault = 'length' | 'characters' | 'birth' | 'checksum' | 'sequence'

/** What is wrong with an 18-character number, or undefined when it is usable. */
export function faultOf(number: string): NumberFault | undefined {
  if (number.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(number)) return 'characters'
  if (birthOf(number) === undefined) return 'birth'
  if (checkCharacterOf(number) !== number[17]) return 'checksum'
  if (number.slice(14, 17) === '000') return 'sequence'
  return undefined
}

/** The day of birth inside an 18-character number, if there is such a day. */
export const birthOf = (number: string): Day | undefined =>
  toDay(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)))

export const sexOf = (number: string): 'male' | 'female' => (Number(number[16]) % 2 === 1 ? 'male' : 'female')

/** A number of 15 digits, issued before 1999, as 18 characters: the century 19 put in, the check character added. */
export function expand15(number: string): string | undefined {
  if (!/^\d{15}$/.test(number)) return undefined
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`
  return first17 + checkCharacterOf(first17)
}
