/** The telephone numbers that one cell holds: the one to call first, another, and whether the first looks like a number at all. */
export type ReadPhones = { readonly phone?: string; readonly other?: string; readonly wrong: boolean }

/** Digits alone: full-width to half-width, without spaces, hyphens, notes in brackets and the country's +86. */
const bare = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/\([^)]*\)|[^\d+]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '')
    .replace(/\+/g, '')

/**
 * A mobile number has 11 digits and begins with 1; a landline 7 or 8, with an area code 10 to 12 beginning with 0.
 * Which mobile prefixes exist changes with the years, so none is refused. Numbers of one cell are set apart by a stroke,
 * a comma or the like.
 */
export const isPhone = (digits: string): boolean => /^(1\d{10}|0\d{9,11}|[2-9]\d{6,7}|[48]00\d{7})$/.test(digits)

export function readPhones(written: string | undefined): ReadPhones {
  if (written === undefined) return { wrong: false }
  if (/^1\d{10}$/.test(written)) return { phone: written, wrong: false }
  const numbers = written
    .normalize('NFKC')
    .split(/[/、,;，；或]/)
    .map(bare)
    .filter((digits) => digits !== '')
  const [phone, other] = numbers
  if (phone === undefined) return { wrong: false }
  return { phone, ...(other === undefined ? {} : { other }), wrong: !isPhone(phone) }
}

/** Whether what somebody typed as a telephone is none: worth a second look, for the paper may be wrong too. */
export function isOddPhone(written: string): boolean {
  if (written.trim() === '') return false
  const { phone, wrong } = readPhones(written)
  return phone === undefined || wrong
}

/** The last four digits, by which lists of names tell people apart. */
export const tailOf = (number: string): string => number.slice(-4)
