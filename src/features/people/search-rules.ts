/**
 * How a name is found by any part of it, by pinyin and by initials. Names have two or three characters, so trigrams find
 * nothing in them: every text is cut into overlapping pairs, kept in one array under a GIN index. A search asks for all
 * pairs of what was typed; what they give is checked against the texts themselves.
 */
export type NameTexts = { readonly name: string; readonly pinyin: string; readonly initials: string }

const pairsOf = (text: string): string[] => {
  const characters = [...text]
  return characters.slice(1).map((character, at) => (characters[at] ?? '') + character)
}

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character)

/** The grams of a name: pairs of the name, of its pinyin, of its initials, and each Han character by itself. */
export const gramsOf = (texts: NameTexts): string[] => [
  ...new Set([...[...texts.name].filter(isHan), ...pairsOf(texts.name), ...pairsOf(texts.pinyin), ...pairsOf(texts.initials)]),
]

export type Search = { readonly text: string; readonly grams: readonly string[] }

/** What was typed, evened out, with the grams to ask for: none when a single Latin letter was typed, which names nobody. */
export function searchOf(typed: string): Search {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s'’·•.]/g, '')
  const characters = [...text]
  if (characters.length === 1) return { text, grams: characters.filter(isHan) }
  return { text, grams: [...new Set(pairsOf(text))] }
}
