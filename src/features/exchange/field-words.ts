import type { Words } from '../../kernel/words.ts'
import { formWords } from './form-words.ts'

const wordsByForm: Readonly<Record<string, { readonly fields: Readonly<Record<string, string>> } | undefined>> = formWords

/** What a field of a form is called: the first of the headers that agencies write over it, and its own name as English. */
export function fieldTitle(form: string, field: string): Words {
  const zh = wordsByForm[form]?.fields[field]?.trim().split(/\s+/)[0] ?? field
  const en = field.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) }
}
