import { toFen } from '../../kernel/money.ts'
import type { Cell } from './book-schema.ts'
import type { CellContext, Reading } from './cell-schema.ts'
import { chineseNumber } from './header-rules.ts'
import { halfWidth, isNothing } from './text-cell-rules.ts'

const about = /^(?:约|大约|近|超过?|不少于|不低于|至少|不超过|不高于|最多|≥|≤|>=?|<=?|~|第|共|计|合计|总计|达到?)+/

/** The one number in a text, with what stands before and behind it; undefined when there is none, or several. */
function numberIn(text: string): { value: number; before: string; behind: string } | undefined {
  const plain = halfWidth(text.slice(0, 100)).replace(/\s/g, '')
  const grouped = plain.replace(/(\d)[,'](?=\d{3}(?:\D|$))/g, '$1')
  const digits = /^([^\d.+-]*)([+-]?(?:\d+(?:\.\d*)?|\.\d+))(.*)$/.exec(grouped)
  if (digits !== null) {
    // 3个（每个不少于5节） is three.
    const behind = (digits[3] ?? '').replace(/\([^()]*\)$/, '')
    if (/\d/.test(behind)) return undefined
    return { value: Number(digits[2]), before: digits[1] ?? '', behind }
  }
  const words =
    /^([^零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]*)([零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]+)(.*)$/.exec(
      plain,
    )
  const value = words === null ? undefined : chineseNumber(words[2] ?? '')
  return value === undefined || words === null ? undefined : { value, before: words[1] ?? '', behind: words[3] ?? '' }
}

const scaleOf = (behind: string) =>
  behind.startsWith('亿')
    ? 1e8
    : behind.startsWith('万') || behind.startsWith('w') || behind.startsWith('W')
      ? 1e4
      : behind.startsWith('千')
        ? 1e3
        : 1

/** A number with its unit dropped: 10人, 第3次, 约15000, 1.2万. */
export function readNumber(cell: Cell): Reading<number> {
  if (cell.number !== undefined) return { value: tidy(cell.number) }
  if (isNothing(cell.text)) return { empty: true }
  const found = numberIn(cell.text)
  if (found === undefined || found.before.replace(about, '').length > 6) return { fault: 'unreadable' }
  return { value: tidy(found.value * scaleOf(found.behind)) }
}

/** Without the noise of binary fractions. */
const tidy = (value: number) => Number(value.toPrecision(15))

export function readAge(cell: Cell): Reading<number> {
  const number = readNumber(cell)
  if (number.value === undefined) return number
  const years = Math.floor(number.value)
  return years >= 0 && years <= 150 ? { value: years } : { fault: 'unreadable' }
}

const free = /^(?:免费|无偿|赠送|免|公益)$/

/** Money in 分. A header may say that the amounts below are in 万元. */
export function readMoney(cell: Cell, context: CellContext): Reading<number> {
  const unit = /万元|万/.test(context.header) ? 1e4 : /千元/.test(context.header) ? 1e3 : 1
  if (cell.number !== undefined) return { value: toFen(tidy(cell.number * unit)) }
  if (isNothing(cell.text) || free.test(cell.text.trim())) return { empty: true }
  const found = numberIn(cell.text.replace(/[¥￥$]|rmb|cny|人民币/gi, ''))
  if (found === undefined || found.before.replace(about, '').length > 4) return { fault: 'unreadable' }
  const written = scaleOf(found.behind)
  const jiao = /^元([\d一二三四五六七八九])角$/.exec(found.behind)
  if (jiao !== null) return { fault: 'unreadable' }
  return { value: toFen(tidy(found.value * (written === 1 && !found.behind.startsWith('元') ? unit : written))) }
}

/** A share in percent. A bare number up to 1 is a fraction unless the header counts in percent. */
export function readPercent(cell: Cell, context: CellContext): Reading<number> {
  if (isNothing(cell.text)) return { empty: true }
  if (cell.number !== undefined) {
    const inPercent = /[%％]|百分/.test(context.header) || Math.abs(cell.number) > 1
    return { value: tidy(inPercent ? cell.number : cell.number * 100) }
  }
  const found = numberIn(cell.text.replace(/百分之/, ''))
  if (found === undefined) return { fault: 'unreadable' }
  const marked = /^[%％]/.test(found.behind) || /百分之/.test(cell.text) || /[%％]/.test(context.header)
  return { value: tidy(marked || Math.abs(found.value) > 1 ? found.value : found.value * 100) }
}

/** Beyond this, a bare number in a column of durations is minutes: nobody serves for so many hours on end. */
const mostHours = 12

/** Minutes: 2小时30分, 1个半小时, 2:30, 150分钟, or a bare number of hours unless the header says minutes. */
export function readDuration(cell: Cell, context: CellContext): Reading<number> {
  const inMinutes = /分钟|\(分\)|（分）|min/i.test(context.header)
  const inHours = /小时|时数|hour|\(h\)/i.test(context.header) && !inMinutes
  const ofBare = (value: number) => Math.round(inMinutes || (!inHours && value > mostHours) ? value : value * 60)
  if (cell.number !== undefined) {
    if (cell.number < 0) return { fault: 'unreadable' }
    return { value: cell.dated === true ? Math.round(cell.number * 1440) : ofBare(cell.number) }
  }
  if (isNothing(cell.text)) return { empty: true }
  const text = halfWidth(cell.text.slice(0, 60)).replace(/\s/g, '').toLowerCase()
  const bare = /^\d+(?:\.\d+)?$/.exec(text)
  if (bare !== null) return { value: ofBare(Number(text)) }
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text)
  if (clock !== null) return { value: Number(clock[1]) * 60 + Number(clock[2]) }
  return readWordedDuration(text)
}

const numberWord = '(\\d+(?:\\.\\d+)?|[零一二两三四五六七八九十]+)'
const worded = new RegExp(
  `^约?(?:(?:${numberWord}个?(半)?(?:小时|钟头|时|hours?|hrs?|h)(半)?)|(半)个?(?:小时|钟头))?(?:${numberWord}(?:分钟|分|minutes?|mins?|min|m|'))?$`,
)

function readWordedDuration(text: string): Reading<number> {
  const match = worded.exec(text)
  if (match === null || text === '' || text === '约') return { fault: 'unreadable' }
  const valueOf = (word: string | undefined) =>
    word === undefined ? 0 : /^\d/.test(word) ? Number(word) : (chineseNumber(word) ?? Number.NaN)
  const hours = valueOf(match[1]) + (match[2] === undefined && match[3] === undefined && match[4] === undefined ? 0 : 0.5)
  const minutes = Math.round(hours * 60 + valueOf(match[5]))
  return Number.isFinite(minutes) ? { value: minutes } : { fault: 'unreadable' }
}
