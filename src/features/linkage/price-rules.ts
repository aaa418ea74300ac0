import type { Options, Pairs, Tier } from './pair-rules.ts'
import { placeOf } from './pair-rules.ts'

/** Who bid for units of a giver: the level is the highest price at which the bid still stands. */
type Bid = { readonly pair: number; readonly need: number; units: number; readonly level: number }

/** A giver at its auction: the bids that it holds, the highest first. */
type Stall = { price: number; held: number; supply: number; nextTier: number; readonly tiers: Tier[]; readonly bids: Bid[] }

export type Auction = {
  /** Of a unit, by giver. */
  readonly prices: Float64Array
  /** Units of each pair that the auction ended with: a good assignment, if not the best. */
  readonly units: Int32Array
}

/** A bid goes beyond the next best by this share of what the unit is worth: what the auction may miss of the best, too. */
const step = 1 / 200

/**
 * Prices at which what is wanted and what there is meet, by the auction of D. P. Bertsekas for transport problems: whoever
 * still needs units bids for those that gain them most, by as much as the next best would gain them less; whoever is
 * outbid bids again elsewhere. Bids only rise, so it ends; near the end every need has what gains it most but for a step.
 */
export function auctionOf(
  quantities: readonly number[],
  pairs: Pairs,
  tiers: readonly Tier[],
  options: Options,
  progress: (settled: number) => void = () => undefined,
): Auction {
  const stalls = stallsOf(tiers)
  const prices = new Float64Array(stalls.length)
  const units = new Int32Array(pairs.count)
  const open = Int32Array.from(quantities)
  const waiting = quantities.map((_, need) => need).toReversed()
  const waits = new Uint8Array(quantities.length).fill(1)

  const outbid = (stall: Stall, giver: number): void => {
    while (stall.held > stall.supply) {
      const lowest = stall.bids.at(-1)
      const tier = stall.tiers[stall.nextTier]
      if (lowest === undefined) return
      if (tier !== undefined && tier.loss <= lowest.level) {
        stall.price = Math.max(stall.price, tier.loss)
        stall.supply += tier.most
        stall.nextTier++
      } else {
        if (lowest.level === Number.POSITIVE_INFINITY) return
        stall.price = lowest.level
        const lost = Math.min(lowest.units, stall.held - stall.supply)
        lowest.units -= lost
        stall.held -= lost
        units[lowest.pair] = (units[lowest.pair] ?? 0) - lost
        if (waits[lowest.need] === 0) waiting.push(lowest.need)
        waits[lowest.need] = 1
        open[lowest.need] = (open[lowest.need] ?? 0) + lost
        if (lowest.units === 0) stall.bids.pop()
      }
    }
    prices[giver] = stall.price
  }

  const take = (bid: Bid): void => {
    const giver = pairs.giver[bid.pair] ?? 0
    const stall = stalls[giver]
    if (stall === undefined) return
    let at = stall.bids.length
    while (at > 0 && (stall.bids[at - 1]?.level ?? 0) < bid.level) at--
    stall.bids.splice(at, 0, bid)
    stall.held += bid.units
    units[bid.pair] = (units[bid.pair] ?? 0) + bid.units
    open[bid.need] = (open[bid.need] ?? 0) - bid.units
    outbid(stall, giver)
  }

  for (const pin of options.pins) {
    const pair = placeOf(pairs, pin.need, pin.giver)
    if (pair >= 0) take({ pair, need: pin.need, units: 1, level: Number.POSITIVE_INFINITY })
  }

  let bids = 0
  for (let need = waiting.pop(); need !== undefined; need = waiting.pop()) {
    if (++bids % 5000 === 0) progress(quantities.length - waiting.length)
    waits[need] = 0
    while ((open[need] ?? 0) > 0) {
      let best = 0
      let second = 0
      let pair = -1
      for (let at = pairs.from[need] ?? 0; at < (pairs.from[need + 1] ?? 0); at++) {
        const gain = (pairs.worth[at] ?? 0) - (prices[pairs.giver[at] ?? 0] ?? 0)
        if (gain <= second || (units[at] ?? 0) >= (pairs.most[at] ?? 0)) continue
        if (gain > best) {
          second = best
          best = gain
          pair = at
        } else second = gain
      }
      if (pair === -1) break
      const wanted = Math.min(open[need] ?? 0, (pairs.most[pair] ?? 0) - (units[pair] ?? 0))
      const level = (prices[pairs.giver[pair] ?? 0] ?? 0) + best - second + step * (pairs.worth[pair] ?? 0)
      take({ pair, need, units: wanted, level })
    }
  }
  return { prices, units }
}

function stallsOf(tiers: readonly Tier[]): Stall[] {
  const stalls: Stall[] = []
  for (const tier of tiers) {
    stalls[tier.giver] ??= { price: 0, held: 0, supply: 0, nextTier: 0, tiers: [], bids: [] }
    stalls[tier.giver]?.tiers.push(tier)
  }
  return stalls
}
