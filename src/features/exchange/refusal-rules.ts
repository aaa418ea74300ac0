import type { Words } from '../../kernel/words.ts'
import { type RefusalCode, refusalWords } from './refusal-words.ts'

/** A file that was not read: why, in words that name the file and what to do. */
export type Refusal = {
  readonly file: string
  readonly code: RefusalCode
  readonly because: Words
  /** What broke while reading, for the log. Absent when the file was refused for what it is. */
  readonly fault?: string
}

const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}…` : text)

export function toRefusal(code: RefusalCode, file: string, sheet = ''): Refusal {
  const put = (text: string) => text.replace('{file}', () => shorten(file)).replace('{sheet}', () => shorten(sheet))
  const words = refusalWords[code]
  return { file, code, because: { zh: put(words.zh), en: put(words.en) } }
}
