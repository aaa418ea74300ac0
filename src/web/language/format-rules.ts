import type { Language } from '../../kernel/words.ts'

/** How days, moments, numbers and money are written, for one language. */
export type Formats = {
  /** `2025-03-01` → 2025-03-01, or 1 Mar 2025. */
  day(day: string): string
  /** `2025-03` → 2025年3月, or Mar 2025. */
  month(month: string): string
  /** An instant, to the minute, in the time of the place where the work is done. */
  moment(instant: string): string
  /** An instant to the second. */
  second(instant: string): string
  /** 1900 → 1,900 */
  number(n: number): string
  /** A mean or an amount with as many digits after the point as it is exact to: 9.394 → 9.39 */
  decimal(n: number, digits: number): string
  /** A share between 0 and 1 → 62.5% */
  share(part: number): string
  /** 分 → 1,234.50 元, or ¥1,234.50. */
  money(fen: number): string
  /** Minutes spent → 1小时30分, or 1 h 30 min. */
  minutes(minutes: number): string
}

/** All offices that use the product keep this time. */
const timeZone = 'Asia/Shanghai'

const stamp = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})
const enDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' })
const enMonth = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'short' })
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })
const exact = (n: number, digits: number): string =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(n)
const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 })
const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** The local day and time of an instant: `2025-03-01 14:05:09`. */
const local = (instant: string): string => stamp.format(new Date(instant))

const timeSpent = (minutes: number, hour: string, minute: string, between: string): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest}${minute}`
  return rest === 0 ? `${whole.format(hours)}${hour}` : `${whole.format(hours)}${hour}${between}${rest}${minute}`
}

const chinese = (spent: (minutes: number) => string): Formats => ({
  day: (day) => day,
  month: (month) => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`,
  moment: (instant) => local(instant).slice(0, 16),
  second: local,
  number: (n) => whole.format(n),
  decimal: exact,
  share: (part) => percent.format(part),
  money: (fen) => `${cents.format(fen / 100)} 元`,
  minutes: spent,
})

const english: Formats = {
  day: (day) => enDay.format(new Date(`${day}T00:00:00Z`)),
  month: (month) => enMonth.format(new Date(`${month}-01T00:00:00Z`)),
  moment: (instant) => `${enDay.format(new Date(`${local(instant).slice(0, 10)}T00:00:00Z`))}, ${local(instant).slice(11, 16)}`,
  second: (instant) => `${enDay.format(new Date(`${local(instant).slice(0, 10)}T00:00:00Z`))}, ${local(instant).slice(11)}`,
  number: (n) => whole.format(n),
  decimal: exact,
  share: (part) => percent.format(part),
  money: (fen) => `¥${cents.format(fen / 100)}`,
  minutes: (minutes) => timeSpent(minutes, ' h', ' min', ' '),
}

export const formats: Record<Language, Formats> = {
  'zh-CN': chinese((minutes) => timeSpent(minutes, '小时', '分', '')),
  'zh-Hant': chinese((minutes) => timeSpent(minutes, '小時', '分', '')),
  en: english,
}
