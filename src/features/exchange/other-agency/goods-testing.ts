import type { Day } from '../../../kernel/day.ts'
import type { ServiceParts } from './casework-testing.ts'
import type { Marked } from './mark-testing.ts'
import { daysAfter, workdayOf } from './person-testing.ts'
import type { Elder, Place, RegisterLine } from './register-testing.ts'

export type Lot = Marked & {
  readonly number: string
  readonly donor: string
  readonly item: string
  readonly unit: string
  readonly price: number
  readonly expiresOn: Day | undefined
  readonly receivedOn: Day
  readonly receivedBy: string
  readonly quantity: number
  readonly lines: HandOut[]
  count: StockLine
}
export type StockLine = Marked & { readonly handedOut: number; readonly remaining: number; readonly damaged: number }
export type HandOut = Marked & {
  readonly lot: () => Lot
  readonly day: Day
  readonly place: Place
  readonly household: string
  /** The line leaves the household's number out, or the head's name. */
  readonly says: 'both' | 'number' | 'head'
  readonly head: string
  readonly elders: readonly Elder[]
  readonly quantity: number
  readonly takenBy: string
}

const items: readonly (readonly [string, string, number])[] = [
  ['东北大米', '袋', 46],
  ['豆油', '桶', 62],
  ['挂面', '箱', 25.5],
  ['羽绒被', '床', 138],
  ['保温杯', '个', 19.9],
  ['老花镜', '副', 15],
  ['牛奶', '箱', 48],
]
const donors = ['向阳慈善会', '鼎盛超市', '北岸农机公司', '热心居民郑先生', '瑞祥药房']

/** `lines` is the register: households are those of its lines. */
export function makeLots({ chance, elders, places, period, workers }: ServiceParts, lines: readonly RegisterLine[], count: number): Lot[] {
  const eligible = new Set(elders)
  const lots = Array.from({ length: count }, (_, at): Lot => {
    const [item, unit, price] = chance.pick(items)
    const receivedOn = workdayOf(chance, period.from, daysAfter(period.to, -45))
    const place = chance.pick(places)
    const households = new Map<string, RegisterLine[]>()
    for (const line of lines)
      if (
        line.place === place &&
        line.elder.places.at(-1) === place &&
        eligible.has(line.elder) &&
        line.name === line.elder.name &&
        line.numbered
      )
        households.set(line.household.number, [...(households.get(line.household.number) ?? []), line])
    const chosen = chance.some([...households.values()], chance.whole(4, 12))
    const handOuts = chosen.map((members): HandOut => {
      const [line] = members
      if (line === undefined) throw new Error('A household without anybody.')
      const isHeadHere = members.some(({ name }) => name === line.household.head)
      const named = [...new Set(members.map(({ elder }) => elder))]
      const elders = named.length > 1 && chance.likely(0.4) ? named.slice(0, 1) : named
      return {
        lot: () => lot,
        day: daysAfter(receivedOn, chance.whole(1, 30)),
        place,
        household: line.household.number,
        says: isHeadHere ? chance.pick(['both', 'both', 'number', 'head'] as const) : 'both',
        head: line.household.head,
        elders,
        quantity: chance.likely(0.8) ? 1 : 2,
        takenBy: chance.pick(['本人', '本人', `代领（儿子）`]),
        marks: [],
      }
    })
    const handedOut = handOuts.reduce((sum, line) => sum + line.quantity, 0)
    const remaining = chance.whole(0, 5)
    const damaged = chance.likely(0.2) ? 1 : 0
    const lot: Lot = {
      number: `WZ${String(at + 1).padStart(3, '0')}`,
      donor: chance.pick(donors),
      item,
      unit,
      price,
      expiresOn: unit === '袋' || unit === '桶' || unit === '箱' ? daysAfter(receivedOn, chance.whole(90, 400)) : undefined,
      receivedOn,
      receivedBy: chance.pick(workers),
      quantity: handedOut + remaining + damaged,
      lines: handOuts,
      count: { handedOut, remaining, damaged, marks: [] },
      marks: [],
    }
    return lot
  })
  plant(lots)
  return lots
}

function plant(lots: Lot[]) {
  const food = lots.find(({ expiresOn, lines }) => expiresOn !== undefined && lines.length > 2)
  if (food !== undefined) {
    const days = food.lines.map(({ day }) => day).sort()
    Object.assign(food, { expiresOn: daysAfter(days[1] ?? food.receivedOn, -1) })
    food.marks.push({ kind: 'goods_expired_when_handed_out', in: 'expiresOn' })
  }
  const short = lots.find((lot) => lot !== food && lot.count.handedOut > 2)
  if (short !== undefined)
    short.count = { ...short.count, remaining: short.count.remaining + 2, marks: [{ kind: 'stock_does_not_balance', in: 'remaining' }] }
}
