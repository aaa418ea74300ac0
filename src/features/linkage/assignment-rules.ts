import type { Market } from './market-rules.ts'
import type { Options, Pairs, Tier } from './pair-rules.ts'
import { placeOf } from './pair-rules.ts'

/**
 * The whole at once. Units of needs flow from givers: a need takes no more than it asks for, a giver gives no more than
 * is left, a volunteer gives one unit to a need. Each further need of one volunteer is worth less, so that work is shared.
 * All rows are of a network and all bounds whole numbers, so the optimum of the linear programme is whole.
 */
export type Given = { readonly need: number; readonly giver: number; readonly units: number }

/** Up to this many pairs, all of them are in the programme. */
const fewPairs = 20_000

/**
 * Marks the pairs of each need that gain it most at these prices of the givers' units, besides those that are marked
 * already: those that the programme is made of. How many are marked then.
 */
export function chooseBest(pairs: Pairs, prices: Float64Array, most: number, chosen: Uint8Array): number {
  if (pairs.count <= fewPairs) {
    chosen.fill(1)
    return pairs.count
  }
  for (let need = 0; need + 1 < pairs.from.length; need++) {
    const best: { at: number; gain: number }[] = []
    for (let at = pairs.from[need] ?? 0; at < (pairs.from[need + 1] ?? 0); at++) {
      const gain = (pairs.worth[at] ?? 0) - (prices[pairs.giver[at] ?? 0] ?? 0)
      if (best.length === most && gain <= (best.at(-1)?.gain ?? 0)) continue
      let place = best.length
      while (place > 0 && (best[place - 1]?.gain ?? 0) < gain) place--
      best.splice(place, 0, { at, gain })
      if (best.length > most) best.pop()
    }
    for (const { at } of best) chosen[at] = 1
  }
  return chosen.reduce((sum, is) => sum + is, 0)
}

/**
 * What no assignment of all pairs, also of those that were left out of the programme, can be worth more than: the
 * Lagrangian of the whole at these prices of the givers' units.
 */
export function boundAt(market: Market, pairs: Pairs, tiers: readonly Tier[], prices: Float64Array, options: Options): number {
  let bound = 0
  for (const { giver, most, loss } of tiers) bound += most * Math.max(0, (prices[giver] ?? 0) - loss)
  const left = Int32Array.from(pairs.most)
  const open = Int32Array.from(market.needs, (need) => need.quantity)
  const gainOf = (at: number): number => (pairs.worth[at] ?? 0) - (prices[pairs.giver[at] ?? 0] ?? 0)
  for (const pin of options.pins) {
    const at = placeOf(pairs, pin.need, pin.giver)
    if (at === -1) continue
    bound += gainOf(at)
    left[at] = (left[at] ?? 0) - 1
    open[pin.need] = (open[pin.need] ?? 0) - 1
  }
  for (let need = 0; need < open.length; need++)
    for (;;) {
      let best = 0
      let pair = -1
      for (let at = pairs.from[need] ?? 0; at < (pairs.from[need + 1] ?? 0); at++) {
        const gain = gainOf(at)
        if (gain > best && (left[at] ?? 0) > 0) {
          best = gain
          pair = at
        }
      }
      const take = Math.min(open[need] ?? 0, left[pair] ?? 0)
      if (take <= 0) break
      bound += take * best
      left[pair] = (left[pair] ?? 0) - take
      open[need] = (open[need] ?? 0) - take
    }
  return bound
}

/** What an assignment is worth. */
export function worthOf(pairs: Pairs, tiers: readonly Tier[], given: readonly Given[]): number {
  const units = new Map<number, number>()
  let worth = 0
  for (const one of given) {
    worth += (pairs.worth[placeOf(pairs, one.need, one.giver)] ?? 0) * one.units
    units.set(one.giver, (units.get(one.giver) ?? 0) + one.units)
  }
  for (const { giver, most, loss } of tiers) {
    const used = Math.min(most, units.get(giver) ?? 0)
    worth -= used * loss
    units.set(giver, (units.get(giver) ?? 0) - used)
  }
  return worth
}

/** How far an assignment is from the best there can be, as a share. */
export const gapOf = (worth: number, bound: number): number => (bound <= 0 ? 0 : Math.max(0, (bound - worth) / bound))
