import { traditionalPairs } from './script-words.ts'

/** Of these either script has both; between the words of a table only one is meant. */
const ofHeaders = '後后於于夥伙摺折'

const simplified = new Map<string, string>()
{
  const characters = Array.from(traditionalPairs)
  for (let at = 0; at + 1 < characters.length; at += 2) simplified.set(characters[at] ?? '', characters[at + 1] ?? '')
}

const anyTraditional = new RegExp(`[${[...simplified.keys()].join('')}]`)

/** Whether a text is in traditional script: has a character that simplified script never uses. */
export const isTraditional = (text: string): boolean => anyTraditional.test(text)

/** Simplified script, character by character. */
export const toSimplified = (text: string): string =>
  anyTraditional.test(text) ? Array.from(text, (character) => simplified.get(character) ?? character).join('') : text

const inHeaders = new RegExp(`[${ofHeaders}]`, 'g')
const simplifiedHeader = (text: string): string =>
  toSimplified(text).replace(
    inHeaders,
    (character) => ofHeaders[ofHeaders.indexOf(character) + (ofHeaders.indexOf(character) % 2 === 0 ? 1 : 0)] ?? '',
  )

const brackets = /[(（[【〔{「『《<][^()（）[\]【】〔〕{}「」『』《》<>]*[)）\]】〕}」』》>]/g

/** A header as words are compared: half-width, simplified, lower case, without spaces and signs. */
export function plainWord(text: string): string {
  return simplifiedHeader(text.slice(0, 200).normalize('NFKC'))
    .toLowerCase()
    .replace(/^[\s*※★●#]*(?:[一二三四五六七八九十]{1,2}[、.]|\d{1,2}[、.)](?!\d))/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The ways in which a header may be looked up: whole, and without what stands in brackets. */
export function plainForms(header: string): string[] {
  const whole = plainWord(header)
  const bare = plainWord(header.slice(0, 200).normalize('NFKC').replace(brackets, ''))
  return bare === '' || bare === whole ? [whole] : [bare, whole]
}

/** A header as a person reads it: line breaks gone. */
export const readableHeader = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, '').trim()

/** The words of a list that is written as one string. */
export const wordsOf = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '')

const numerals = new Map(Array.from('零〇一二三四五六七八九', (character, at) => [character, Math.max(0, at - 1)]))

/** 十二 → 12, 二十 → 20, 一百零五 → 105. Undefined when it is no such number. */
export function chineseNumber(text: string): number | undefined {
  const plain = text
    .replace(/[壹贰叁肆伍陆柒捌玖]/g, (character) => '一二三四五六七八九'['壹贰叁肆伍陆柒捌玖'.indexOf(character)] ?? '')
    .replace(/两/g, '二')
    .replace(/拾/g, '十')
    .replace(/佰/g, '百')
    .replace(/仟/g, '千')
    .replace(/萬/g, '万')
  if (plain === '' || plain.length > 20 || !/^[零〇一二三四五六七八九十百千万]+$/.test(plain)) return undefined
  if (/^[零〇一二三四五六七八九]+$/.test(plain)) return Number(Array.from(plain, (character) => numerals.get(character)).join(''))
  let total = 0
  let section = 0
  let digit = 0
  for (const character of plain) {
    const value = numerals.get(character)
    // 三五百 is a guess at a number, not one.
    if (value !== undefined && digit !== 0) return undefined
    if (value !== undefined) digit = value
    else if (character === '万') {
      total += (section + digit) * 10_000
      section = 0
      digit = 0
    } else {
      const unit = character === '十' ? 10 : character === '百' ? 100 : 1000
      section += (digit === 0 ? 1 : digit) * unit
      digit = 0
    }
  }
  return total + section + digit
}

/** The ordinal of a session's column: 第3节, 第三次, 3, 节次3. Undefined for other headers. */
export function sessionOrdinal(header: string): number | undefined {
  for (const text of plainForms(header)) {
    const found = ordinalBefore.exec(text)?.[1] ?? ordinalBehind.exec(text)?.[1]
    if (found !== undefined) return /^\d/.test(found) ? Number(found) : chineseNumber(found)
  }
  return undefined
}

const roll = '出勤|出席|签到|考勤|出勤情况|出席情况|签到情况|考勤情况|各节出勤|各节签到'
const ordinalBefore = new RegExp(
  `^(?:${roll}|活动)?第?([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:节|次|讲|课|期|场)(?:活动|课|出勤|签到|出席)?$`,
)
const ordinalBehind = new RegExp(`^(?:${roll}|节次|节|第)([0-9]{1,2}|[一二三四五六七八九十]{1,3})$`)
