import { fitter, totalOf, type GiverFacts, type Market, type NeedFacts } from './market-rules.ts'

/**
 * The whole at once. Units of needs flow from givers: a need takes no more than it asks for, a giver gives no more than
 * is left, a volunteer gives one unit to a need. Each further need of one volunteer is worth less, so that work is shared.
 * All rows are of a network and all bounds whole numbers, so the optimum of the linear programme is whole.
 */
export type Edge = { readonly need: number; readonly giver: number; readonly most: number; readonly worth: number }
export type Tier = { readonly giver: number; readonly most: number; readonly loss: number }

export type Options = {
  /** Needs a volunteer takes at once, beside those that they have: no more, whatever is left. */
  readonly perVolunteer: number
  /** `need/giver` indices that must be. */
  readonly pins: readonly { readonly need: number; readonly giver: number }[]
}

const priorityWorth = { urgent: 60, high: 30, usual: 0 } as const
/** That a need is met at all is worth more than by whom. */
const metWorth = 100
const sharing = 5

/** Worth of every pair that may be, by need and giver: 0 where it may not. Of the whole need, however many units. */
export function worthsOf(market: Market, progress: (done: number) => void = () => undefined): Float32Array {
  const { needs, givers } = market
  const fit = fitter(market)
  const worths = new Float32Array(needs.length * givers.length)
  for (const [n, need] of needs.entries()) {
    if (n % 100 === 0) progress(n)
    for (const [g, giver] of givers.entries()) {
      const found = fit(need, giver)
      if (!('barrier' in found)) worths[n * givers.length + g] = metWorth + priorityWorth[need.priority] + totalOf(found.points)
    }
  }
  return worths
}

const atMost = (giver: GiverFacts, need: NeedFacts): number =>
  giver.sort === 'volunteer' ? 1 : Math.min(need.quantity, giver.left ?? need.quantity)

/** What a giver can give in all. */
export function supplyOf(giver: GiverFacts, options: Options): number {
  const left = giver.left ?? Number.MAX_SAFE_INTEGER
  return giver.sort === 'volunteer' ? Math.min(left, options.perVolunteer) : left
}

/** What a giver gives, in steps of which each is worth less. Only a volunteer tires. */
export function tiersOf(market: Market, options: Options): Tier[] {
  const all = market.needs.reduce((sum, need) => sum + need.quantity, 0)
  return market.givers.flatMap((giver, g) => {
    const supply = Math.min(supplyOf(giver, options), all)
    if (giver.sort === 'resource') return [{ giver: g, most: supply, loss: 0 }]
    return Array.from({ length: supply }, (_, at) => ({ giver: g, most: 1, loss: sharing * at }))
  })
}

/** The best `most` pairs of each need, after the price of each giver; pins are always among them. */
export function edgesOf(market: Market, worths: Float32Array, prices: readonly number[], most: number, options: Options): Edge[] {
  const { needs, givers } = market
  const edges: Edge[] = []
  const pinned = new Set(options.pins.map(({ need, giver }) => need * givers.length + giver))
  for (const [n, need] of needs.entries()) {
    const best: { g: number; value: number }[] = []
    for (let g = 0; g < givers.length; g++) {
      const worth = worths[n * givers.length + g] ?? 0
      if (worth === 0) continue
      const value = pinned.has(n * givers.length + g) ? Number.MAX_VALUE : worth / need.quantity - (prices[g] ?? 0)
      if (best.length === most && value <= (best.at(-1)?.value ?? 0)) continue
      let at = best.length
      while (at > 0 && (best[at - 1]?.value ?? 0) < value) at--
      best.splice(at, 0, { g, value })
      if (best.length > most) best.pop()
    }
    for (const { g } of best) {
      const giver = givers[g]
      if (giver !== undefined)
        edges.push({ need: n, giver: g, most: atMost(giver, need), worth: (worths[n * givers.length + g] ?? 0) / need.quantity })
    }
  }
  return edges
}

/**
 * What no assignment of all pairs, also of those that were left out of the programme, can be worth more than: the
 * Lagrangian of the whole at these prices of the givers' units.
 */
export function boundAt(market: Market, worths: Float32Array, prices: readonly number[], options: Options): number {
  const { needs, givers } = market
  let bound = 0
  for (const { giver, most, loss } of tiersOf(market, options)) bound += most * Math.max(0, (prices[giver] ?? 0) - loss)
  for (const [n, need] of needs.entries()) {
    const gains: { gain: number; most: number }[] = []
    const pinned = options.pins.flatMap((pin) => (pin.need === n ? [pin.giver] : []))
    let open = need.quantity
    for (let g = 0; g < givers.length; g++) {
      const worth = worths[n * givers.length + g] ?? 0
      const giver = givers[g]
      if (worth === 0 || giver === undefined) continue
      const gain = worth / need.quantity - (prices[g] ?? 0)
      const must = pinned.includes(g) ? 1 : 0
      open -= must
      bound += must * gain
      if (gain > 0) gains.push({ gain, most: atMost(giver, need) - must })
    }
    if (open === 1) bound += gains.reduce((best, { gain, most }) => (most > 0 && gain > best ? gain : best), 0)
    else
      for (const { gain, most } of gains.toSorted((a, b) => b.gain - a.gain)) {
        const take = Math.min(open, most)
        bound += take * gain
        open -= take
        if (open === 0) break
      }
  }
  return bound
}

export type Given = { readonly need: number; readonly giver: number; readonly units: number }

/** What an assignment is worth. */
export function worthOf(market: Market, worths: Float32Array, given: readonly Given[], options: Options): number {
  const units = new Map<number, number>()
  let worth = 0
  for (const one of given) {
    const need = market.needs[one.need]
    worth += ((worths[one.need * market.givers.length + one.giver] ?? 0) / (need?.quantity ?? 1)) * one.units
    units.set(one.giver, (units.get(one.giver) ?? 0) + one.units)
  }
  for (const { giver, most, loss } of tiersOf(market, options)) {
    const used = Math.min(most, units.get(giver) ?? 0)
    worth -= used * loss
    units.set(giver, (units.get(giver) ?? 0) - used)
  }
  return worth
}

/** How far an assignment is from the best there can be, as a share. */
export const gapOf = (worth: number, bound: number): number => (bound <= 0 ? 0 : Math.max(0, (bound - worth) / bound))
