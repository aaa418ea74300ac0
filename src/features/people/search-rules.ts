/**
 * How a name is found by any part of it, by pinyin and by initials. The name, its pinyin and its initials are kept from
 * every character, and every syllable, on; a search is then the range of all that begins with what was typed.
 */
export type NameTexts = { readonly name: string; readonly syllables: readonly string[] }

/** Evened out as names are kept and looked for: half-width, lower case, without spaces and points. */
export const evened = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s'’·•.]/g, '')

const fromEach = (parts: readonly string[]): string[] => parts.map((_part, at) => parts.slice(at).join(''))

/** The terms under which a name is kept. */
export const termsOf = ({ name, syllables }: NameTexts): string[] => [
  ...new Set([
    ...fromEach([...evened(name)]),
    ...fromEach(syllables),
    ...fromEach(syllables.map((syllable) => syllable.slice(0, 1))).filter((term) => term.length > 1),
  ]),
]

export type Search = { readonly text: string; readonly from: string; /** Above all that begins with the text. */ readonly to: string }

/** What was typed as a range of terms; undefined when it is nothing, or a single Latin letter, which names nobody. */
export function searchOf(typed: string): Search | undefined {
  const text = evened(typed)
  return text === '' || /^[a-z0-9]$/.test(text) ? undefined : { text, from: text, to: `${text}\u{10FFFF}` }
}
