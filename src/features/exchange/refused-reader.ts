import type { RefusalCode } from './refusal-words.ts'

/** Thrown from the depth of a parser and turned into a refusal at the entry of the reader; it goes no further. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly sheet: string | undefined
  constructor(code: RefusalCode, sheet?: string) {
    super(code)
    this.code = code
    this.sheet = sheet
  }
}
