import { addDays, dayNumber, daysBetween, daySchema, monthsBetween, toDay, type Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { CourseSettings, DutySort } from './schema.ts'

export type Reckoned = {
  readonly key: string
  readonly sort: Exclude<DutySort, 'own'>
  readonly title: Words
  readonly rule: Words
  readonly dueOn: Day
}

/** The day so many months after another, in a shorter month its last. */
export function monthsAfter(day: Day, months: number): Day {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  for (let date = Number(day.slice(8)); date > 0; date--) {
    const found = toDay(Math.floor(at / 12), (at % 12) + 1, date)
    if (found !== undefined) return found
  }
  return day
}

/** Order 81 of the ministry of civil affairs (慈善组织信息公开办法) is in force since then; nothing before is asked by it. */
const order81From = daySchema.parse('2026-01-01')

const orderRule: Words = {
  zh: '《慈善组织信息公开办法》（民政部令第81号，2026年1月1日起施行）。只约束慈善组织。',
  en: 'Order 81 of the ministry of civil affairs on what charities publish, in force since 1 January 2026. It binds charities alone.',
}
const lawRule: Words = {
  zh: '《慈善法》第七十九条：公开募捐的项目超过六个月的，至少每三个月公开一次；结束后三个月内全面公开。',
  en: 'Charity law, art. 79: a project that raises money in public and lasts over six months is told of every three months, and wholly within three months of its end.',
}

type Period = { readonly startsOn: Day; readonly endsOn: Day }

function reportsOf({ startsOn, endsOn }: Period, settings: CourseSettings): Reckoned[] {
  if (settings.reports === 'none') return []
  const months = monthsBetween(startsOn, endsOn)
  const rule: Words = {
    zh: `每期结束后${settings.reportDays}天内报送。公益创投的惯例，天数以合同为准，可在规则里改。`,
    en: `Within ${settings.reportDays} days of its end: usual in such projects. The contract decides; the rule can be changed.`,
  }
  const dueAfter = (month: string) => addDays(monthsAfter(daySchema.parse(`${month}-01`), 1), settings.reportDays - 1)
  if (settings.reports === 'monthly')
    return months.map((month) => ({
      key: `report/${month}`,
      sort: 'report',
      title: { zh: `${month.slice(0, 4)}年${Number(month.slice(5))}月月报`, en: `Report for ${month}` },
      rule,
      dueOn: dueAfter(month),
    }))
  return months
    .filter((month, at) => Number(month.slice(5)) % 3 === 0 || at === months.length - 1)
    .map((month) => {
      const quarter = Math.ceil(Number(month.slice(5)) / 3)
      return {
        key: `report/${month.slice(0, 4)}-Q${quarter}`,
        sort: 'report',
        title: { zh: `${month.slice(0, 4)}年第${quarter}季度季报`, en: `Report for quarter ${quarter} of ${month.slice(0, 4)}` },
        rule,
        dueOn: dueAfter(month),
      }
    })
}

function publicationsOf({ startsOn, endsOn }: Period, { charity }: CourseSettings): Reckoned[] {
  if (charity !== 'charity' && charity !== 'raising') return []
  const years = [...new Set(monthsBetween(startsOn, endsOn).map((month) => Number(month.slice(0, 4))))]
  const found: Reckoned[] = years.map((year) => ({
    key: `publication/${year}`,
    sort: 'publication',
    title: { zh: `公开${year}年度重大慈善项目`, en: `Publish the major projects of ${year}` },
    rule: orderRule,
    dueOn: daySchema.parse(`${year + 1}-05-31`),
  }))
  found.push({
    key: 'publication/surplus',
    sort: 'publication',
    title: { zh: '公开项目剩余财产处置情况', en: 'Publish what became of what was left over' },
    rule: orderRule,
    dueOn: monthsAfter(endsOn, 3),
  })
  const ordered = found.filter(({ dueOn }) => dueOn >= order81From)
  if (charity === 'charity') return ordered
  const quarters: Reckoned[] = []
  if (monthsAfter(startsOn, 6) < endsOn)
    for (let n = 1; monthsAfter(startsOn, 3 * n) <= endsOn; n++)
      quarters.push({
        key: `publication/progress-${n}`,
        sort: 'publication',
        title: { zh: `第${n}次公开项目进展`, en: `Publish progress, no. ${n}` },
        rule: lawRule,
        dueOn: monthsAfter(startsOn, 3 * n),
      })
  const whole: Reckoned = {
    key: 'publication/whole',
    sort: 'publication',
    title: { zh: '全面公开项目实施情况', en: 'Publish the whole of what was done' },
    rule: lawRule,
    dueOn: monthsAfter(endsOn, 3),
  }
  return [...quarters, ...ordered, whole]
}

/** What is due by a project's period: by custom, by order 81 and by the charity law, each with its source, the first first. */
export function dutiesOf(period: Period, settings: CourseSettings): Reckoned[] {
  const { startsOn, endsOn } = period
  const half = Math.floor(daysBetween(startsOn, endsOn) / 2)
  const found: Reckoned[] = [
    ...reportsOf(period, settings),
    {
      key: 'midterm',
      sort: 'midterm',
      title: { zh: '中期评估', en: 'Mid-term evaluation' },
      rule: {
        zh: '周期过半时。公益创投的惯例：看实施、投入、财务和成效，合格才拨第二笔款。',
        en: 'Half-way, as is usual in such projects: the second payment follows it.',
      },
      dueOn: addDays(startsOn, half),
    },
    {
      key: 'closing',
      sort: 'closing',
      title: { zh: '结项报告与验收材料', en: 'Closing report and the papers for acceptance' },
      rule: { zh: '结束后30天内。公益创投的惯例，以合同为准。', en: 'Within 30 days of the end, as is usual; the contract decides.' },
      dueOn: addDays(endsOn, 30),
    },
    ...publicationsOf(period, settings),
  ]
  return found.toSorted((a, b) => dayNumber(a.dueOn) - dayNumber(b.dueOn))
}

/** So long after the last duty a project is looked at as of today; a project that ended longer ago, as of its last day. */
const after = 30

/** As of when a project's duties are looked at. */
export function asOfDay(today: Day, endsOn: Day, dueDays: readonly Day[]): Day {
  const last = dueDays.reduce((latest, day) => (day > latest ? day : latest), endsOn)
  return today <= endsOn || today <= addDays(last, after) ? today : endsOn
}
