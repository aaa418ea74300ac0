import { fitter } from './fit-rules.ts'
import { totalOf, type GiverFacts, type Market, type NeedFacts } from './market-rules.ts'

export type Options = {
  /** Needs a volunteer takes at once, beside those that they have: no more, whatever is left. */
  readonly perVolunteer: number
  /** Places in the market of pairs that must be. */
  readonly pins: readonly { readonly need: number; readonly giver: number }[]
}

/**
 * Every pair that may be, need after need: those of need `n` stand from `from[n]` to before `from[n + 1]`. There can be
 * twelve million of them, so they are columns of numbers.
 */
export type Pairs = {
  readonly count: number
  readonly from: Int32Array
  /** The giver's place in the market. */
  readonly giver: Int32Array
  /** What a unit of it is worth. */
  readonly worth: Float64Array
  /** Units of it there can be. */
  readonly most: Int32Array
}

const priorityWorth = { urgent: 60, high: 30, usual: 0 } as const
/** That a need is met at all is worth more than by whom. */
const metWorth = 100

const mostOf = (giver: GiverFacts, need: NeedFacts): number =>
  giver.sort === 'volunteer' ? 1 : Math.min(need.quantity, giver.left ?? need.quantity)

/** Looks at everybody for every need. */
export function pairsOf(market: Market, progress: (done: number) => void = () => undefined): Pairs {
  const { needs } = market
  const { everybody, fitting } = fitter(market)
  const givers = everybody()
  const from = new Int32Array(needs.length + 1)
  let giver = new Int32Array(1024)
  let worth = new Float64Array(1024)
  let most = new Int32Array(1024)
  let count = 0
  for (const [n, need] of needs.entries()) {
    if (n % 100 === 0) progress(n)
    if (count + givers.length > giver.length) {
      const more = Math.max(2 * giver.length, count + givers.length)
      giver = grown(giver, new Int32Array(more))
      worth = grown(worth, new Float64Array(more))
      most = grown(most, new Int32Array(more))
    }
    const fit = fitting(need)
    const met = metWorth + priorityWorth[need.priority]
    for (const [g, known] of givers.entries()) {
      const found = fit(known)
      if ('barrier' in found) continue
      giver[count] = g
      worth[count] = (met + totalOf(found.points)) / need.quantity
      most[count] = mostOf(known.giver, need)
      count++
    }
    from[n + 1] = count
  }
  return { count, from, giver: giver.subarray(0, count), worth: worth.subarray(0, count), most: most.subarray(0, count) }
}

function grown<Column extends Int32Array | Float64Array>(column: Column, larger: Column): Column {
  larger.set(column)
  return larger
}

/** Where a pair stands among all, or -1. */
export function placeOf(pairs: Pairs, need: number, giver: number): number {
  const from = pairs.from[need] ?? 0
  const at = pairs.giver.subarray(from, pairs.from[need + 1]).indexOf(giver)
  return at === -1 ? -1 : from + at
}

/** A giver's supply in steps of which each is worth less: only a volunteer tires. */
export type Tier = { readonly giver: number; readonly most: number; readonly loss: number }

/** Each further need of one volunteer is worth less, so that work is shared. */
const sharing = 5

/** What a giver can give in all. */
export function supplyOf(giver: GiverFacts, options: Options): number {
  const left = giver.left ?? Number.MAX_SAFE_INTEGER
  return giver.sort === 'volunteer' ? Math.min(left, options.perVolunteer) : left
}

export function tiersOf(market: Market, options: Options): Tier[] {
  const all = market.needs.reduce((sum, need) => sum + need.quantity, 0)
  return market.givers.flatMap((giver, g) => {
    const supply = Math.min(supplyOf(giver, options), all)
    if (giver.sort === 'resource') return [{ giver: g, most: supply, loss: 0 }]
    return Array.from({ length: supply }, (_, at) => ({ giver: g, most: 1, loss: sharing * at }))
  })
}
