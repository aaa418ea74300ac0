import { type Day, toDay } from '../../kernel/day.ts'
import type { Cell } from './book-schema.ts'
import type { CellContext, Reading } from './cell-schema.ts'
import { chineseNumber } from './header-rules.ts'
import { dayOfSerial, timeOfSerial } from './serial-rules.ts'
import { halfWidth, isNothing } from './text-cell-rules.ts'

const shift1904 = 1462

/** Serials of days from 1905 to 2099: other numbers in a column of days are no serials. */
const firstSerial = 1827
const lastSerial = 73_050

/** 二〇二四年九月四日 → 2024年9月4日 */
function arabicDate(text: string): string {
  if (!/[年月]/.test(text)) return text
  return text.replace(/[零〇○O一二三四五六七八九十]{1,4}(?=[年月日号])/g, (word) =>
    String(chineseNumber(word.replace(/[○O]/g, '〇')) ?? word),
  )
}

function centuryOf(year: number, context: CellContext): number {
  if (year >= 100) return year
  if (context.births === 'elders') return 1900 + year
  const pivot = context.births === 'anyone' ? 30 : 70
  return year >= pivot ? 1900 + year : 2000 + year
}

/** `year` is undefined when none is written and none is known from around. */
type Parts = {
  readonly year: number | undefined
  readonly month: number
  readonly day: number
  readonly rest: string
  readonly isShort?: true
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Year, month and day at the beginning of a text, whether or not there is such a day. */
function datePartsOf(written: string, context: CellContext): Parts | undefined {
  const text = arabicDate(halfWidth(written).slice(0, 80).trim()).replace(/^(?:['’‘`]|公历|阳历|公元|日期[::]?|约|[a-z]*日)\s*/i, '')
  const parts = (year: number, month: string | number | undefined, day: string | number | undefined, rest: string): Parts => ({
    year: centuryOf(year, context),
    month: Number(month),
    day: Number(day),
    rest,
  })
  const yearFirst = /^(\d{4}|\d{2})\s*[年./,、_\s-]\s*(\d{1,2})\s*[月./,、_\s-]\s*(\d{1,2})(?!\d)\s*[日号]?/.exec(text)
  if (yearFirst !== null) {
    const rest = text.slice(yearFirst[0].length)
    // 24-9-4 is a day; 13.30.20 is something else.
    return parts(Number(yearFirst[1]), yearFirst[2], yearFirst[3], rest)
  }
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/.exec(text)
  if (compact !== null) return parts(Number(compact[1]), compact[2], compact[3], text.slice(8))
  const yearLast = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/.exec(text)
  if (yearLast !== null) {
    const [first, second] = [Number(yearLast[1]), Number(yearLast[2])]
    const dayFirst = first > 12 && second <= 12
    return parts(Number(yearLast[3]), dayFirst ? second : first, dayFirst ? first : second, text.slice(yearLast[0].length))
  }
  const english = /^(\d{1,2})[-\s]([a-z]{3})[a-z]*[-\s,]+(\d{4}|\d{2})(?!\d)/i.exec(text)
  const month = months.indexOf((english?.[2] ?? '').toLowerCase())
  // Jan 5, 1940
  const monthFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i.exec(text)
  const first = months.indexOf((monthFirst?.[1] ?? '').toLowerCase())
  if (monthFirst !== null && first >= 0) return parts(Number(monthFirst[3]), first + 1, monthFirst[2], text.slice(monthFirst[0].length))
  if (english !== null && month >= 0) return parts(Number(english[3]), month + 1, english[1], text.slice(english[0].length))
  const short = shortDay.exec(text)
  if (short === null || context.births !== undefined) return undefined
  const { year } = context
  return { year, month: Number(short[1]), day: Number(short[2]), rest: text.slice(short[0].length), isShort: true }
}

/** 9月4日, 9.4, 9/4. */
const shortDay = /^(\d{1,2})\s*(?:月|[./-])\s*(\d{1,2})(?![\d.])\s*[日号]?/

const two = (n: number) => String(n).padStart(2, '0')

/** A cell that names one day; of a range or a day with its time, the first day. */
export function readDay(cell: Cell, context: CellContext): Reading<Day> {
  if (cell.number !== undefined) return readSerialDay(cell, cell.number, context)
  if (isNothing(cell.text)) return { empty: true }
  const text = halfWidth(cell.text).trim()
  // A serial that somebody pasted as text.
  if (/^\d{5}(?:\.0+)?$|^\d{4}\.0+$/.test(text)) return readSerialDay(cell, Number(text), context)
  const month = context.births === undefined ? undefined : birthMonthOf(text)
  if (month !== undefined) return { fault: 'month-only', month }
  const parts = datePartsOf(cell.text, context)
  const whole = parts === undefined && context.wholeMonth === 'last' ? edgeOf(text.replace(/\s/g, ''), 'last', context) : undefined
  if (whole !== undefined) return { value: whole }
  if (parts === undefined || /^\s*(?:农历|阴历)/.test(text)) return { fault: 'unreadable' }
  // 2024 has every day that any year has.
  if (parts.isShort === true && toDay(2024, parts.month, parts.day) === undefined) return { fault: 'no-such-day' }
  const yearless = parts.isShort === true ? { yearless: `${two(parts.month)}-${two(parts.day)}` } : {}
  if (parts.year === undefined) return { fault: 'unreadable', ...yearless }
  const day = toDay(parts.year, parts.month, parts.day)
  if (day !== undefined) return { value: day, ...yearless }
  return { ...yearless, fault: parts.year >= 1850 && parts.year <= 2200 ? 'no-such-day' : 'unreadable' }
}

/** 1938.11, 1938年11月, 193811, 1938年: as far as a birthday goes that is written without its day. */
function birthMonthOf(text: string): string | undefined {
  const [, year, month] = /^((?:18|19|20)\d{2})(?:\s*[年./-]?\s*(\d{1,2})?\s*月?份?|年)$/.exec(text.replace(/\s/g, '')) ?? []
  if (year === undefined || Number(month ?? 1) < 1 || Number(month ?? 1) > 12) return undefined
  return month === undefined ? year : `${year}-${two(Number(month))}`
}

/** 9.4 that a spreadsheet took for a number is the fourth of September; 9.1 may be the first or the tenth. */
function dotted(number: number): string | undefined {
  const text = String(number)
  return /^(?:[1-9]|1[0-2])\.(?:[4-9]|[0-3]\d)$/.test(text) ? text : undefined
}

function readSerialDay(cell: Cell, number: number, context: CellContext): Reading<Day> {
  const serial = context.date1904 && cell.dated !== true ? number + shift1904 : number
  if (cell.dated !== true) {
    // 1938.11 is a month of somebody's birth; 2024.7 no day at all.
    if (((number >= 1850 && number < 2100) || (number >= 185_001 && number < 210_000)) && context.births !== undefined) {
      // 1938.1 may be January or October.
      const month = birthMonthOf(String(number))
      return { fault: 'month-only', ...(month === undefined ? {} : { month: String(number).endsWith('.1') ? month.slice(0, 4) : month }) }
    }
    if (number >= 1990 && number < 2100) return { fault: 'unreadable' }
    const written = context.births === undefined ? dotted(number) : undefined
    if (written !== undefined) return readDay({ text: written }, context)
  }
  if (cell.dated === true || (number >= firstSerial && number <= lastSerial)) {
    const day = number < 1 ? undefined : dayOfSerial(serial)
    return day === undefined ? { fault: 'unreadable' } : { value: day }
  }
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(String(number))
  if (compact === null) return { fault: 'unreadable' }
  const day = toDay(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  return day === undefined ? { fault: 'no-such-day' } : { value: day }
}

/** 2024年9月1日至2025年5月1日; 2024.9-2025.4 is from the first day of the one month to the last of the other. */
export function readPeriod(cell: Cell, context: CellContext): Reading<{ from: Day; to: Day }> {
  if (isNothing(cell.text)) return { empty: true }
  const text = arabicDate(halfWidth(cell.text).slice(0, 120)).replace(/\s/g, '')
  const sides = /^(.{4,30}?)(?:至|到|—{1,2}|–|~|-{1,3}|－)((?:19|20)\d{2}\D.{1,20}|\d{1,2}月.{0,10}|(?:19|20)\d{6}.{0,8})$/.exec(text)
  if (sides === null) return { fault: 'unreadable' }
  const from = edgeOf(sides[1] ?? '', 'first', context)
  const to = edgeOf(sides[2] ?? '', 'last', from === undefined ? context : { ...context, year: Number(from.slice(0, 4)) })
  if (from === undefined || to === undefined) return { fault: 'unreadable' }
  return from <= to ? { value: { from, to } } : { fault: 'unreadable' }
}

function edgeOf(text: string, edge: 'first' | 'last', context: CellContext): Day | undefined {
  const parts = datePartsOf(text, context)
  if (parts?.year !== undefined) return toDay(parts.year, parts.month, parts.day)
  const month = /^(?:(\d{4})[年./-])?(\d{1,2})月?(?:底|末|初)?$/.exec(text)
  const year = month?.[1] === undefined ? context.year : Number(month[1])
  if (month === null || year === undefined) return undefined
  if (edge === 'first') return toDay(year, Number(month[2]), 1)
  return [31, 30, 29, 28].map((day) => toDay(year, Number(month[2]), day)).find((day) => day !== undefined)
}

const half: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45, 整: 0 }

function clock(hour: number, minute: number, part: string): string | undefined {
  const late = /下午|晚|傍晚|pm/i.test(part) || (/中午/.test(part) && hour < 11)
  const turned = late && hour < 12 ? hour + 12 : /上午|早|凌晨|am/i.test(part) && hour === 12 ? 0 : hour
  if (turned > 23 || minute > 59) return undefined
  return `${two(turned)}:${two(minute)}`
}

/** The times of day in a text, in order: 上午9点半—11:00. */
export function timesIn(written: string): string[] {
  const text = halfWidth(written).slice(0, 120)
  const found: string[] = []
  let part = ''
  for (const match of text.matchAll(
    /(上午|下午|早上|早晨|晚上|中午|傍晚|凌晨|am|pm)?\s*(?<!\d)(\d{1,2})\s*(?::\s*(\d{2})(?::\d{2}(?:\.\d+)?)?|[点时]\s*(?:(\d{1,2})分?|(半|一刻|三刻|整))?)\s*(am|pm)?(?!\d)/gi,
  )) {
    part = match[1] ?? match[6] ?? part
    const time = clock(Number(match[2]), Number(match[3] ?? match[4] ?? half[match[5] ?? ''] ?? 0), part)
    if (time !== undefined) found.push(time)
  }
  return found
}

export function readTime(cell: Cell, _context: CellContext): Reading<string> {
  if (cell.number !== undefined) return readNumericTime(cell.number, cell.dated === true)
  if (isNothing(cell.text)) return { empty: true }
  const first = timesIn(cell.text)[0]
  if (first !== undefined) return { value: first }
  const text = halfWidth(cell.text).trim()
  // 9.30 and 0930 are written for 9:30.
  const dotted = /^(上午|下午|晚上)?\s*(\d{1,2})[.,;](\d{2})$/.exec(text) ?? /^()(\d{2})(\d{2})$/.exec(text)
  const time = dotted === null ? undefined : clock(Number(dotted[2]), Number(dotted[3]), dotted[1] ?? '')
  return time === undefined ? { fault: 'unreadable' } : { value: time }
}

function readNumericTime(number: number, dated: boolean): Reading<string> {
  if (number >= 0 && (number < 1 || dated)) {
    const minutes = Math.round((number - Math.floor(number)) * 1440) % 1440
    return { value: timeOfSerial(minutes / 1440) }
  }
  const hour = Math.floor(number)
  const hundredths = Math.round((number - hour) * 100)
  const time = number < 24 && (hundredths === 0 || hundredths >= 10) ? clock(hour, hundredths, '') : undefined
  return time === undefined ? { fault: 'unreadable' } : { value: time }
}
