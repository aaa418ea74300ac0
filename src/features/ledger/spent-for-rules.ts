import type { Words } from '../../kernel/words.ts'
import type { SpentFor } from '../projects/expense-schema.ts'
import { kindSchema, kindWords } from './kind-schema.ts'

/** The service that an expense was made for, in a line: its day, its kind, its name. */
export function spentForText({ day, kind, title }: SpentFor, say: (words: Words) => string): string {
  const known = kindSchema.safeParse(kind).data
  return [day, known === undefined ? null : say(kindWords[known]), title].filter((part) => part !== null).join(' ')
}
