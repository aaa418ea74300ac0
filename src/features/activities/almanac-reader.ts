import { SolarDay } from 'tyme4ts'
import { addDays, daysBetween, type Day } from '../../kernel/day.ts'
import type { CalendarDay, DaySort } from './calendar-schema.ts'

/** Days of every year that matter to those who work with elders. */
const fixed: Readonly<Record<string, string>> = {
  '03-05': '学雷锋日',
  '06-15': '防止虐待老年人日',
  '09-05': '中华慈善日',
  '09-10': '预防自杀日',
  '09-21': '阿尔茨海默病日',
  '10-01': '国际老人节',
  '10-08': '全国高血压日',
  '11-14': '联合国糖尿病日',
  '12-05': '国际志愿者日',
}
/** Days that are a certain weekday of a month: month, which one, weekday from Sunday as 0. */
const moving: readonly (readonly [month: number, nth: number, weekday: number, name: string])[] = [
  [3, 3, 2, '国际社工日'],
  [5, 3, 0, '全国助残日'],
]

/** What the library leaves out, or calls otherwise than people here do. */
const called: Readonly<Record<string, string>> = { 龙头节: '龙抬头', 元宵节: '元宵节', 重阳节: '重阳节（老年节）' }

/** A day of the almanac: lunar day, solar term on the day it begins, festivals, holidays and days worked instead. */
function almanacDay(day: Day): CalendarDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const solar = SolarDay.fromYmd(year, month, date)
  const lunar = solar.getLunarDay()
  const term = solar.getTermDay()
  const ofLunar = lunar.getFestival()?.getName()
  const little = lunar.getLunarMonth().getMonthWithLeap() === 12 && lunar.getDay() === 23 ? '小年' : undefined
  const ofSolar = solar.getFestival()?.getName()
  const weekday = solar.getWeek().getIndex()
  const nth = Math.ceil(date / 7)
  const ofWeekday = moving.find(([m, n, w]) => m === month && n === nth && w === weekday)?.[3]
  const named = [ofLunar === undefined ? undefined : (called[ofLunar] ?? ofLunar), little, ofSolar, fixed[day.slice(5)], ofWeekday]
  const begins = term.getDayIndex() === 0 ? term.getSolarTerm().getName() : seasonOf(solar)
  return {
    day,
    lunar: lunar.getDay() === 1 ? lunar.getLunarMonth().getName() : lunar.getName(),
    term: begins,
    // A festival that is a solar term, such as 清明, is named once.
    festivals: [...new Set(named.filter((name) => name !== undefined))].filter((name) => begins === null || !name.startsWith(begins)),
    marked: officialOf(solar),
  }
}

/** 三伏 and 数九 on the days they begin: when elders are looked after for heat and cold. */
function seasonOf(solar: SolarDay): string | null {
  const dog = solar.getDogDay()
  if (dog !== null && dog.getDayIndex() === 0) return dog.getDog().getName()
  const nine = solar.getNineDay()
  return nine !== null && nine.getDayIndex() === 0 ? nine.getNine().getName() : null
}

/** What the State Council announced for a day, as far as the library knows: it ends with the last year announced. */
function officialOf(solar: SolarDay): CalendarDay['marked'] {
  const official = solar.getLegalHoliday()
  return official === null ? null : { name: official.getName(), sort: official.isWork() ? 'worked' : 'holiday', byHand: false }
}

/** The days of a stretch, with what was marked by hand in place of what the library knows. */
export function almanacOf(from: Day, to: Day, byHand: readonly { day: Day; name: string; sort: DaySort }[]): CalendarDay[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_one, at) => {
    const known = almanacDay(addDays(from, at))
    const marked = byHand.find((each) => each.day === known.day)
    return marked === undefined ? known : { ...known, marked: { name: marked.name, sort: marked.sort, byHand: true } }
  })
}
