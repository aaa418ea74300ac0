import type { Language, Words } from '../../kernel/words.ts'

/** What stands for `{name}` in a text. */
export type Values = Readonly<Record<string, string | number>>

/** What the traditional script needs: whole texts, and single characters for what is put together at run time. */
export type TraditionalTable = {
  readonly texts: Readonly<Record<string, string>>
  readonly characters: { readonly simplified: string; readonly traditional: string }
}

export const noTable: TraditionalTable = { texts: {}, characters: { simplified: '', traditional: '' } }

/** A text in a language, its `{places}` filled. */
export function phrase(words: Words, language: Language, table: TraditionalTable, values: Values = {}): string {
  const text = language === 'en' ? words.en : language === 'zh-Hant' ? traditionalOf(words.zh, table) : words.zh
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** The form made at build; of a text from the server, character by character. */
function traditionalOf(text: string, { texts, characters }: TraditionalTable): string {
  return (
    texts[text] ??
    Array.from(text, (character) => {
      const at = characters.simplified.indexOf(character)
      return at < 0 ? character : (characters.traditional[at] ?? character)
    }).join('')
  )
}
