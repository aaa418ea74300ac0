import { no, yes, type Verdict } from '../../kernel/verdict.ts'

/** Where goods are: with the donor or nowhere (outside), in stock at a place, with people, or lost. */
type Account = 'outside' | 'stock' | 'handed_out' | 'lost'

/** A lot as it stands. received = handedOut + lost + what lies at all places, always. */
export type Stock = {
  readonly received: number
  readonly handedOut: number
  readonly lost: number
  /** Place → quantity. '' is a place that nobody named. */
  readonly places: ReadonlyMap<string, number>
}

export type Movement = {
  readonly from: Account
  readonly to: Account
  readonly fromPlace: string | null
  readonly toPlace: string | null
  readonly quantity: number
}

export const emptyStock: Stock = { received: 0, handedOut: 0, lost: 0, places: new Map() }

/** Quantities have at most two decimals: binary fractions are taken back to them. */
export const evened = (quantity: number): number => Math.round(quantity * 100) / 100

export const inStock = (stock: Stock): number => evened([...stock.places.values()].reduce((sum, each) => sum + each, 0))

export const isBalanced = (stock: Stock): boolean =>
  stock.received === evened(stock.handedOut + stock.lost + inStock(stock)) &&
  [stock.received, stock.handedOut, stock.lost, ...stock.places.values()].every((each) => each >= 0)

const short = (left: number, unit: string) =>
  no(
    'goods.short',
    {
      zh: `这个存放点只剩 ${left}${unit}，刚才可能有人发出了，请刷新后再发。`,
      en: `Only ${left} are left at this place: somebody may have handed some out just now. Reload and try again.`,
    },
    { field: 'quantity' },
  )

/** What a lot is after a movement; no when there is not so much to move. */
export function moved(stock: Stock, movement: Movement, unit = ''): Verdict<Stock> {
  const { from, to, fromPlace, toPlace, quantity } = movement
  const places = new Map(stock.places)
  if (from === to && !(from === 'stock' && fromPlace !== toPlace))
    return no('goods.samePlace', { zh: '调出和调入是同一个存放点。', en: 'It lies there already.' }, { field: 'to', sort: 'invalid' })
  if (from === 'stock') {
    const left = places.get(fromPlace ?? '') ?? 0
    if (quantity > left) return short(left, unit)
    places.set(fromPlace ?? '', evened(left - quantity))
  }
  if (from === 'handed_out' && quantity > stock.handedOut)
    return no(
      'goods.notHandedOut',
      { zh: `这一批一共只发出 ${stock.handedOut}${unit}。`, en: `Only ${stock.handedOut} of this lot were handed out.` },
      { field: 'quantity', sort: 'invalid' },
    )
  if (from === 'lost' && quantity > stock.lost)
    return no(
      'goods.notLost',
      {
        zh: `这一批一共只报损 ${stock.lost}${unit}；多出来的请按“入库时少数了”登记。`,
        en: `Only ${stock.lost} of this lot were written off: record the rest as miscounted when it came.`,
      },
      { field: 'cause', sort: 'invalid' },
    )
  if (to === 'outside' && from !== 'stock')
    return no(
      'goods.outside',
      { zh: '只有库存里的才能更正入库数量。', en: 'Only what is in stock can have been miscounted.' },
      { sort: 'invalid' },
    )
  if (to === 'stock') places.set(toPlace ?? '', evened((places.get(toPlace ?? '') ?? 0) + quantity))
  const change = (account: Account) => (to === account ? quantity : 0) - (from === account ? quantity : 0)
  return yes({
    received: evened(stock.received - change('outside')),
    handedOut: evened(stock.handedOut + change('handed_out')),
    lost: evened(stock.lost + change('lost')),
    places,
  })
}

/** The movement that takes another back. */
export const reverseOf = ({ from, to, fromPlace, toPlace, quantity }: Movement): Movement => ({
  from: to,
  to: from,
  fromPlace: toPlace,
  toPlace: fromPlace,
  quantity,
})

type Take = {
  readonly expected: number
  readonly counted: number
  readonly cause: string | null
  readonly reason: string | null
  readonly place: string
}

const takeRefusal = (code: string, zh: string, en: string, field: string) => no(code, { zh, en }, { field, sort: 'invalid' })

/** What a count says has happened: nothing, or a movement with its cause. A difference is not taken without its reason. */
export function movementOfTake(take: Take): Verdict<Movement | undefined> {
  const { expected, counted, cause, reason, place } = take
  const difference = evened(counted - expected)
  if (difference === 0) return yes(undefined)
  if (cause === null)
    return takeRefusal('goods.takeCause', '盘点数和账上不一样，请选原因。', 'The count differs from the books: say why.', 'cause')
  if (reason === null)
    return takeRefusal('goods.takeReason', '请写明差在哪里、怎么核实的。', 'Say what is different and how you made sure.', 'reason')
  if (difference < 0) {
    if (cause === 'found') return takeRefusal('goods.takeLess', '少了不能选“找回”。', 'Less cannot have been found.', 'cause')
    const to = cause === 'miscounted' ? ('outside' as const) : ('lost' as const)
    return yes({ from: 'stock', to, fromPlace: place, toPlace: null, quantity: -difference })
  }
  if (cause === 'damaged' || cause === 'expired' || cause === 'missing')
    return takeRefusal(
      'goods.takeMore',
      '多了请选“找回”或“入库时数错了”。',
      'More was found again, or was miscounted when it came.',
      'cause',
    )
  const from = cause === 'miscounted' ? ('outside' as const) : ('lost' as const)
  return yes({ from, to: 'stock', fromPlace: null, toPlace: place, quantity: difference })
}
