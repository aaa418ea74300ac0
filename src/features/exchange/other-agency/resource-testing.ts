import type { Day } from '../../../kernel/day.ts'
import type { ServiceParts } from './casework-testing.ts'
import type { Marked } from './mark-testing.ts'
import { daysAfter, workdayOf } from './person-testing.ts'
import type { Elder, Place } from './register-testing.ts'

export type Linkage = Marked & {
  readonly organisation: string
  readonly party: string
  readonly resource: string
  readonly day: Day
  readonly content: string
  readonly value: number | undefined
  readonly by: string
  status: 'made' | 'pending'
}

const who = [
  '北街小学',
  '建安物业',
  '惠众超市',
  '晨光打印社',
  '长河律师事务所',
  '绿洲餐厅',
  '星火文化站',
  '同德堂',
  '邻里志愿队',
  '农商银行支行',
]
const parties = ['社会慈善资源', '社区', '社会组织', '志愿者']

export function makeLinkages({ chance, period, workers }: ServiceParts, count: number): Linkage[] {
  const linkages = Array.from({ length: count }, (_, at): Linkage => ({
    organisation: `${who[at % who.length]}${at < who.length ? '' : `${Math.floor(at / who.length) + 1}部`}`,
    party: chance.pick(parties),
    resource: chance.pick(['资金', '物资', '场地', '技术', '人力']),
    day: workdayOf(chance, period.from, daysAfter(period.to, -1)),
    content: chance.pick(['提供活动场地', '捐赠慰问米面', '派人协助', '法律讲座', '减免费用']),
    value: chance.likely(0.7) ? chance.whole(2, 60) * 100 : undefined,
    by: chance.pick(workers),
    status: 'made',
    marks: [],
  }))
  const pending = linkages.at(3)
  if (pending !== undefined) {
    pending.status = 'pending'
    pending.marks.push({ kind: 'linkage_pending', in: 'status' })
  }
  return linkages
}

export type Lesson = Marked & {
  readonly number: string
  readonly day: Day
  readonly craft: string
  readonly teacher: string
  readonly place: Place
  readonly people: readonly Elder[]
}
export type Piece = Marked & { readonly number: string; readonly craft: string; readonly maker: Elder; readonly price: number }
export type Exhibition = Marked & { readonly number: string; readonly day: Day; readonly where: string }
export type Sale = Marked & { readonly piece: Piece; readonly at: Exhibition; readonly price: number; income: number }
export type Crafts = { readonly lessons: Lesson[]; readonly pieces: Piece[]; readonly exhibitions: Exhibition[]; readonly sales: Sale[] }

export function makeCrafts({ chance, elders, places, period }: ServiceParts): Crafts {
  const place = chance.pick(places.filter((each) => elders.filter((elder) => elder.places.at(-1) === each).length > 12))
  const learners = chance.some(
    elders.filter((elder) => elder.places.at(-1) === place),
    12,
  )
  const lessons = Array.from({ length: 6 }, (_, at): Lesson => ({
    number: `KC${String(at + 1).padStart(2, '0')}`,
    day: daysAfter(period.from, 14 + at * 9),
    craft: chance.pick(['苇编', '剪纸', '绒花']),
    teacher: '罗师傅',
    place,
    people: chance.some(learners, chance.whole(6, 11)),
    marks: [],
  }))
  const makers = [...new Set(lessons.flatMap(({ people }) => people))]
  const pieces = Array.from({ length: 20 }, (_, at): Piece => ({
    number: `ZP${String(at + 1).padStart(3, '0')}`,
    craft: chance.pick(['苇编筐', '窗花', '绒花胸针']),
    maker: chance.pick(makers),
    price: chance.whole(10, 60),
    marks: [],
  }))
  const exhibitions = Array.from({ length: 2 }, (_, at): Exhibition => ({
    number: `ZX${at + 1}`,
    day: daysAfter(period.from, 90 + at * 40),
    where: '中心广场',
    marks: [],
  }))
  const sales = chance.some(pieces, 12).map((piece): Sale => ({
    piece,
    at: chance.pick(exhibitions),
    price: piece.price,
    income: Math.round(piece.price * 8) / 10,
    marks: [],
  }))
  const [wrong] = sales
  if (wrong !== undefined) {
    wrong.income = wrong.price + 5
    wrong.marks.push({ kind: 'income_above_price', in: 'income' })
  }
  return { lessons, pieces, exhibitions, sales }
}
