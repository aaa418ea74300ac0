import { type LooseFormWords, formWords } from './form-words.ts'
import { plainForms, plainWord, sessionOrdinal, toSimplified, wordsOf } from './header-rules.ts'
import { labelWords } from './label-words.ts'
import { fillingWords, ignoredHeaders, neutralGroups, otherHeaders } from './person-words.ts'

/** A header taken for a field of a form. `strength` is 1 when the word is known as it stands, less when it only resembles. */
type FieldMatch = { readonly form: string; readonly field: string; readonly strength: number }

const looseForms: Readonly<Record<string, LooseFormWords>> = formWords

/** Known words with the fields that they may mean. A field's first words are its surest. */
const exact = new Map<string, FieldMatch[]>()
for (const [form, words] of Object.entries(looseForms)) {
  for (const [field, list] of Object.entries(words.fields)) {
    for (const [at, word] of wordsOf(list).entries()) {
      const plain = plainWord(word)
      const known = exact.get(plain) ?? []
      if (!known.some((match) => match.form === form && match.field === field))
        known.push({ form, field, strength: 1 - Math.min(at, 40) * 0.002 })
      exact.set(plain, known)
    }
  }
}

/** A mark such as √ has no word in it, and heads nothing. */
const ignored = new Set(
  wordsOf(ignoredHeaders)
    .map(plainWord)
    .filter((word) => word !== ''),
)
const other = new Set(wordsOf(otherHeaders).map(plainWord))
const filling = new Set(wordsOf(fillingWords).map(plainWord))
const neutral = new Set(wordsOf(neutralGroups).map(plainWord))

const labelCodes = new Map<string, string>()
for (const [code, list] of Object.entries(labelWords)) for (const word of wordsOf(list)) labelCodes.set(plainWord(word), code)

/** The code of a hardship label that is known as it stands. `plain` is a plain word of header-rules. */
export const labelCodeOf = (plain: string): string | undefined => labelCodes.get(plain)

/** The code of a column that stands for one label: only a word known as it stands. */
export const labelOfHeader = (header: string): string | undefined =>
  plainForms(header)
    .map((form) => labelCodes.get(form))
    .find((code) => code !== undefined)

export const isIgnoredHeader = (header: string): boolean => plainForms(header).some((form) => ignored.has(form)) || plainWord(header) === ''
const isNeutralGroup = (group: string): boolean => plainForms(group).some((form) => neutral.has(form))

/** Every hanzi that any known word is made of. A name or an address soon has one that is in none. */
const letters = new Set(
  [...exact.keys(), ...ignored, ...other, ...labelCodes.keys(), '第一二三四五六七八九十节次讲课期场出勤席签到考各情况活动'].flatMap(
    (word) => Array.from(word, (character) => character.charCodeAt(0)),
  ),
)

const isHan = (code: number) => code >= 0x3400 && code <= 0x9fff
const isLatin = (code: number) => (code | 32) >= 97 && (code | 32) <= 122

/** Whether a text can be a known word, told from its characters alone: most cells of a large sheet end here. */
function mayBeKnown(text: string): boolean {
  let lettered = text === '#'
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x28 || code === 0xff08 || code === 0x3010 || code === 0x5b) depth += 1
    else if (code === 0x29 || code === 0xff09 || code === 0x3011 || code === 0x5d) depth -= 1
    else if (isHan(code)) {
      lettered = true
      if (depth === 0 && !letters.has(code) && !letters.has(toSimplified(text.charAt(at)).charCodeAt(0))) return false
    } else if (isLatin(code) || code > 0x2000) lettered = true
  }
  return lettered
}

/** Whether a text stands over a column in some form. */
export function isKnownHeader(text: string): boolean {
  if (text.length > 40 || !mayBeKnown(text)) return false
  if (text.trim() === '#') return true
  return plainForms(text).some((form) => exact.has(form) || ignored.has(form) || other.has(form)) || sessionOrdinal(text) !== undefined
}

/** Whether a text that heads columns fills cells as well: 志愿者, 电话, 出席. */
export const isFillingWord = (text: string): boolean => filling.has(plainWord(text))

/** Whether a text is a header that says nothing of the rows below but a label of theirs. */
export const isLabelHeader = (text: string): boolean => text.length <= 20 && mayBeKnown(text) && labelOfHeader(text) !== undefined

const vocabulary = [...exact.keys()].filter((word) => word.length >= 2 && !/^[a-z0-9]+$/.test(word)).toSorted((a, b) => b.length - a.length)

/** Fields that a header resembles: the noun at its end says most. */
function resembling(plain: string): FieldMatch[] {
  if (plain.length < 3 || plain.length > 24) return []
  const found: FieldMatch[] = []
  for (const word of vocabulary) {
    if (word.length >= plain.length || !plain.includes(word)) continue
    const weight = plain.endsWith(word) ? 0.75 : plain.startsWith(word) ? 0.55 : 0.45
    const strength = weight * Math.sqrt(word.length / plain.length)
    for (const match of exact.get(word) ?? []) {
      if (!found.some((each) => each.form === match.form && each.field === match.field))
        found.push({ ...match, strength: strength * match.strength })
    }
  }
  return found
}

/** Words under a group that say no more than the group does. */
const generic = new Set(wordsOf('数值 结果 值 测量值 检测值 检测结果 测量结果 内容 读数').map(plainWord))

const remembered = new Map<string, readonly FieldMatch[]>()

/** Every field that a header may mean. Under a group, both together count first, then the lower one alone. */
export function matchesOf(text: string, group?: string): readonly FieldMatch[] {
  const key = `${group ?? ''}\n${text}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const found = findMatches(text, group)
  if (remembered.size > 5000) remembered.clear()
  remembered.set(key, found)
  return found
}

function findMatches(text: string, group: string | undefined): FieldMatch[] {
  const alone = plainForms(text)
  if (group !== undefined && !isNeutralGroup(group)) {
    // 血糖/数值 is 血糖.
    if (alone.every((form) => generic.has(form))) return findMatches(group, undefined)
    const together = alone.flatMap((form) => plainForms(group).map((above) => above + form))
    const matches = bestOf(together.flatMap((form) => exact.get(form) ?? []))
    const below = bestOf(alone.flatMap((form) => exact.get(form) ?? [])).map((match) => ({ ...match, strength: match.strength * 0.8 }))
    const resembled = together.flatMap(resembling).map((match) => ({ ...match, strength: match.strength * 0.9 }))
    return bestOf([...matches, ...below, ...resembled])
  }
  const matches = alone.flatMap((form, at) => (exact.get(form) ?? []).map((match) => ({ ...match, strength: match.strength - at * 0.01 })))
  return bestOf([...matches, ...alone.flatMap(resembling)])
}

function bestOf(matches: readonly FieldMatch[]): FieldMatch[] {
  const best = new Map<string, FieldMatch>()
  for (const match of matches) {
    const key = `${match.form}.${match.field}`
    const known = best.get(key)
    if (known === undefined || known.strength < match.strength) best.set(key, match)
  }
  return [...best.values()]
}
