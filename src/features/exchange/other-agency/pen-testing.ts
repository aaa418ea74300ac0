import { type Day, dayNumber } from '../../../kernel/day.ts'
import type { Written } from '../book-testing.ts'
import type { Chance } from './chance-testing.ts'
import type { Place } from './register-testing.ts'

type DayHand =
  | 'iso'
  | 'dots'
  | 'slashes'
  | 'words'
  | 'serial'
  | 'bare'
  | 'text serial'
  | 'compact'
  | 'two digits'
  | 'morning'
  | 'weekday'
  | 'wide'
  | 'chinese'
  | 'short'
type TimeHand = 'plain' | 'wide colon' | 'words' | 'fraction'

/** The habits of whoever keeps the books: each cell in one of their ways. */
export type Habits = { readonly days: readonly DayHand[]; readonly times: readonly TimeHand[] }

const two = (text: string) => String(Number(text))
export const wide = (text: string) => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
const hanzi = (text: string) => text.replace(/\d/g, (digit) => Array.from('〇一二三四五六七八九')[Number(digit)] ?? '')
const hanziNumber = (n: number) =>
  n < 10 ? hanzi(String(n)) : `${n < 20 ? '' : hanzi(String(Math.floor(n / 10)))}十${n % 10 === 0 ? '' : hanzi(String(n % 10))}`
const serialOf = (day: Day) => dayNumber(day) + 25_569

function dayIn(hand: DayHand, day: Day): Written {
  const [year = '', month = '', date = ''] = day.split('-')
  const dots = `${year}.${two(month)}.${two(date)}`
  switch (hand) {
    case 'iso':
      return day
    case 'dots':
      return dots
    case 'slashes':
      return `${year}/${two(month)}/${two(date)}`
    case 'words':
      return `${year}年${two(month)}月${two(date)}日`
    case 'serial':
      return { day: serialOf(day) }
    case 'bare':
      return serialOf(day)
    case 'text serial':
      return `${serialOf(day)}.0`
    case 'compact':
      return `${year}${month}${date}`
    case 'two digits':
      return `'${year.slice(2)}.${two(month)}.${two(date)}`
    case 'morning':
      return `${year}-${two(month)}-${two(date)} 上午`
    case 'weekday':
      return `${dots}（周三）`
    case 'wide':
      return wide(dots)
    case 'chinese':
      return `${hanzi(year)}年${hanziNumber(Number(month))}月${hanziNumber(Number(date))}日`
    case 'short':
      return `${two(month)}月${two(date)}日`
  }
}

function timeIn(hand: TimeHand, time: string): Written {
  const [hour = '', minute = ''] = time.split(':')
  switch (hand) {
    case 'plain':
      return time
    case 'wide colon':
      return `${two(hour)}：${minute}`
    case 'words':
      return `${Number(hour) < 12 ? '上午' : '下午'}${Number(hour) > 12 ? Number(hour) - 12 : Number(hour)}${minute === '00' ? '点' : minute === '30' ? '点半' : `点${minute}分`}`
    case 'fraction':
      return { time: (Number(hour) * 60 + Number(minute)) / 1440 }
  }
}

export function penOf(chance: Chance, habits: Habits) {
  const whole = habits.days.filter((hand) => hand !== 'short')
  return {
    /** A day of the project; without the year only where the year can be told. */
    day: (day: Day, more: { readonly inside?: boolean } = {}): Written =>
      dayIn(chance.pick(more.inside === true ? habits.days : whole.length === 0 ? ['iso'] : whole), day),
    birth: (day: Day): Written => dayIn(chance.pick(whole.filter((hand) => hand !== 'morning' && hand !== 'weekday').concat('iso')), day),
    time: (time: string): Written => timeIn(chance.pick(habits.times), time),
    name: (name: string): Written =>
      name.length === 2 && chance.likely(0.4) ? `${name.slice(0, 1)}　${name.slice(1)}` : chance.likely(0.04) ? `${name} ` : name,
    sex: (sex: 'male' | 'female'): Written => (sex === 'male' ? '男' : '女'),
    place: ({ name, street }: Place): Written => {
      const bare = name.replace(/社区$|村$/, '')
      const office = name.endsWith('村') ? `${bare}村委会` : `${bare}居委会`
      const isOfTown = bare === street.slice(0, -2) || street.startsWith(bare)
      return isOfTown ? name : chance.pick([name, name, bare, office, `${street}${name}`])
    },
    phone: (phone: string): Written => {
      if (phone.length < 11) return phone
      return chance.pick([
        phone,
        phone,
        phone,
        `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
        `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
        wide(phone),
      ])
    },
    money: (yuan: number): Written => chance.pick([yuan, yuan, `${yuan}元`, `¥${yuan.toFixed(2)}`, yuan.toFixed(2)]),
    count: (n: number, unit: string): Written => chance.pick([n, n, n, `${n}${unit}`, wide(String(n))]),
    hours: (hours: number): Written =>
      chance.pick([hours, hours, `${hours}小时`, `${Math.floor(hours)}小时${hours % 1 === 0 ? '' : '30分'}`]),
    chance,
  }
}
export type Pen = ReturnType<typeof penOf>
