import type { Cell } from './book-schema.ts'
import type { Reading } from './cell-schema.ts'
import { toSimplified } from './header-rules.ts'

/** Half-width letters, digits and signs. */
export const halfWidth = (text: string): string => text.normalize('NFKC')

const nothing =
  /^(?:无|沒有|没有|暂无|不详|未知|不清楚|不明|空|未填|缺|n\/?a|nil|none|null|#n\/a|待补|待定|未测|拒测|未测量|未检测|没测|未查|未检|未量|拒绝测量|未做|[-—–―−/\\·.。、*_~]+)$/i

/** Whether a cell says that there is nothing: 无, —, /, 不详. */
export const isNothing = (text: string): boolean => text.length <= 12 && nothing.test(toSimplified(halfWidth(text)).trim())

/** What a spreadsheet shows where a formula came to nothing: #N/A, #REF!. */
export const isFormulaError = (text: string): boolean =>
  text.startsWith('#') && /^#(?:n\/a|ref!|value!|div\/0!|name\?|null!|num!|spill!|calc!|getting_data)$/i.test(text.trim())

export const readText = (cell: Cell): Reading<string> => ({ value: cell.text.trim().replace(/\r\n?/g, '\n') })

/** What stands in brackets behind a name and is no part of it. */
const aside =
  /[(（[【](?:已?故|去世|已去世|已故|病故|亡故|迁出|迁入|新增|补录?|本人|户主|代签?|家属|配偶|老伴|妻子?|丈夫|夫|女|男|组长|负责人|班长|\d{1,3}岁|女儿|儿子|儿媳|邻居|新|转入|转出|退出|请假|志愿者|社工|学生|老人)[)）\]】]$/

/** A name without spaces in it. A remark in brackets behind it (已故, 户主) is dropped from the value. */
function nameOf(written: string): string {
  const name = halfWidth(written.slice(0, 200)).replace(/\s|\u200b|\u200c|\u200d|\ufeff/g, '')
  return name.replace(aside, '')
}

export function readName(cell: Cell): Reading<string> {
  const name = nameOf(cell.text)
  if (name === '' || isNothing(name)) return { empty: true }
  return { value: name }
}

const isHan = (text: string) => /^[\p{Script=Han}·•]+$/u.test(text)

/** 张三 李四 is two names; 孙 山 is one, spread out. */
function splitSpaces(piece: string): string[] {
  const words = piece.trim().split(/\s+/)
  return words.length > 1 && words.every((word) => word.length >= 2) ? words : [words.join('')]
}

/** 张三和李四: only where both sides can be a name, since 和 is also a letter of names. */
function splitAnd(piece: string): string[] {
  if (piece.length < 5 || piece.length > 9 || !isHan(piece)) return [piece]
  for (let at = 2; at <= piece.length - 3; at += 1) {
    if (!'和与及、'.includes(piece[at] ?? '')) continue
    const [left, right] = [piece.slice(0, at), piece.slice(at + 1)]
    if (left.length <= 4 && right.length <= 4) return [left, right]
  }
  return [piece]
}

/** Several names in one cell, by whatever sign they are set apart. */
export function readNames(cell: Cell): Reading<readonly string[]> {
  const names = halfWidth(cell.text.slice(0, 2000))
    .split(/[,、;/|+&\n\r\t,;。]|以及/)
    .flatMap(splitSpaces)
    .map((piece) => piece.replace(/等\d*[人名位]?$/, '').replace(/^\d{1,2}[.、)]/, ''))
    .flatMap((piece) => splitAnd(nameOf(piece)))
    .filter((name) => name !== '' && !isNothing(name))
  return names.length === 0 ? { empty: true } : { value: names }
}

export function readSex(cell: Cell): Reading<'male' | 'female'> {
  const text = halfWidth(cell.text).trim().toLowerCase()
  if (/^(?:男|m|male|1|♂|男性|先生|男士|1男|男1)$/.test(text)) return { value: 'male' }
  if (/^(?:女|f|female|2|♀|女性|女士|2女|女2|0)$/.test(text)) return text === '0' ? { fault: 'unreadable' } : { value: 'female' }
  return isNothing(text) ? { empty: true } : { fault: 'unreadable' }
}

/** Digits with nothing changed but their width. */
export function readDigits(cell: Cell): Reading<string> {
  const text = halfWidth(cell.text).trim()
  return isNothing(text) ? { empty: true } : { value: text }
}

/** The last four characters of a number. Leading zeros that a spreadsheet or a CSV dropped are put back. */
export function readTail(cell: Cell): Reading<string> {
  const text = halfWidth(cell.text)
    .replace(/[\s\u200b\ufeff-]/g, '')
    .toUpperCase()
  if (text === '' || isNothing(cell.text)) return { empty: true }
  const run = /([\dX]+)\D*$/.exec(text)?.[1] ?? /([\dX]+)$/.exec(text)?.[1]
  if (run === undefined || !/^\d*[\dX]$/.test(run)) return { fault: 'unreadable' }
  return { value: run.slice(-4).padStart(4, '0') }
}

/** A service number with spaces, width, case and kinds of hyphen evened out. */
export function readCode(cell: Cell): Reading<string> {
  const code = halfWidth(cell.text.slice(0, 200))
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/[‐‑‒–—―−_~]+/g, '-')
    .toUpperCase()
  return code === '' || isNothing(code) ? { empty: true } : { value: code }
}

/** The themes of an activity, flat: 节日（中秋）、代际 → 节日, 中秋, 代际. */
export function readThemes(cell: Cell): Reading<readonly string[]> {
  const themes = halfWidth(cell.text.slice(0, 1000))
    .split(/[,、;/|+&\n\r\t()[\]{}【】〔〕\s::·—-]+/)
    .map((theme) => theme.replace(/[“”"'#]/g, '').trim())
    .filter((theme) => theme !== '' && !isNothing(theme))
  return themes.length === 0 ? { empty: true } : { value: [...new Set(themes)] }
}
