import { boundAt, chooseBest, gapOf, worthOf, type Given } from './assignment-rules.ts'
import type { Market } from './market-rules.ts'
import { pairsOf, placeOf, tiersOf, type Options, type Pairs, type Tier } from './pair-rules.ts'
import { auctionOf } from './price-rules.ts'

export type Assignment = {
  readonly given: Given[]
  readonly worth: number
  /** No assignment is worth more. */
  readonly bound: number
  readonly rounds: number
}

/** Pairs of each need that the programme is made of; more are added where the prices say that they could matter. */
const pairsPerNeed = 5
const enough = 0.001
const maxRounds = 4

export type Step = 'scoring' | 'pricing' | 'solving'

/**
 * Who meets what, for all needs at once. An auction finds prices of what everybody can give; at these prices the pairs
 * that gain each need most are solved by HiGHS. The auction's prices and the solver's, asked of every pair there is, bound
 * what any assignment can be worth. While the gap is worth it, pairs that look better at the solver's prices come in.
 */
export async function assign(
  market: Market,
  options: Options,
  progress: (step: Step, done: number, of: number) => void = () => undefined,
): Promise<Assignment> {
  const pairs = pairsOf(market, (done) => progress('scoring', done, market.needs.length))
  if (pairs.count === 0) return { given: [], worth: 0, bound: 0, rounds: 0 }
  const tiers = tiersOf(market, options)
  const quantities = market.needs.map((need) => need.quantity)
  const auction = auctionOf(quantities, pairs, tiers, options, (settled) => progress('pricing', settled, market.needs.length))
  let { prices } = auction
  let bound = boundAt(market, pairs, tiers, prices, options)
  const chosen = Uint8Array.from(auction.units, (units) => Math.min(1, units))
  for (let round = 1; ; round++) {
    progress('solving', round - 1, maxRounds)
    const count = chooseBest(pairs, prices, pairsPerNeed, chosen)
    const solved = await solve(market, pairs, chosen, tiers, options)
    prices = solved.prices
    const worth = worthOf(pairs, tiers, solved.given)
    bound = Math.max(worth, Math.min(bound, boundAt(market, pairs, tiers, prices, options)))
    if (gapOf(worth, bound) <= enough || round === maxRounds || count === pairs.count)
      return { given: solved.given, worth, bound, rounds: round }
  }
}

// The package's types are of its other build: there the loader lies one level deeper.
type Loader = (typeof import('highs'))['default']
const isLoader = (value: unknown): value is Loader => typeof value === 'function'

async function loadHighs() {
  const { default: loader }: { default: unknown } = await import('highs')
  if (!isLoader(loader)) throw new Error('The solver has no loader.')
  return loader()
}

/** The pairs that were chosen, as columns of a programme: `at` their places among all, `need` the need of each. */
function columnsOf(pairs: Pairs, chosen: Uint8Array): { at: Int32Array; need: Int32Array } {
  const at: number[] = []
  const needs: number[] = []
  for (let need = 0; need + 1 < pairs.from.length; need++)
    for (let pair = pairs.from[need] ?? 0; pair < (pairs.from[need + 1] ?? 0); pair++)
      if (chosen[pair] === 1) {
        at.push(pair)
        needs.push(need)
      }
  return { at: Int32Array.from(at), need: Int32Array.from(needs) }
}

async function solve(
  market: Market,
  pairs: Pairs,
  chosen: Uint8Array,
  tiers: readonly Tier[],
  options: Options,
): Promise<{ given: Given[]; prices: Float64Array }> {
  const highs = await loadHighs()
  const { needs, givers } = market
  const columns = columnsOf(pairs, chosen)
  const own = columns.at.length
  const numCols = own + tiers.length
  const numRows = needs.length + givers.length
  const pinned = new Set(options.pins.map(({ need, giver }) => placeOf(pairs, need, giver)))
  const starts = new Int32Array(numCols + 1)
  const indices = new Int32Array(own * 2 + tiers.length)
  const values = new Float64Array(indices.length)
  const colCost = new Float64Array(numCols)
  const colLower = new Float64Array(numCols)
  const colUpper = new Float64Array(numCols)
  for (const [column, at] of columns.at.entries()) {
    starts[column] = column * 2
    indices.set([columns.need[column] ?? 0, needs.length + (pairs.giver[at] ?? 0)], column * 2)
    values.set([1, 1], column * 2)
    colCost[column] = pairs.worth[at] ?? 0
    colUpper[column] = pairs.most[at] ?? 0
    colLower[column] = pinned.has(at) ? 1 : 0
  }
  for (const [at, { giver, most, loss }] of tiers.entries()) {
    const column = own + at
    starts[column] = own * 2 + at
    indices[own * 2 + at] = needs.length + giver
    values[own * 2 + at] = -1
    colCost[column] = -loss
    colUpper[column] = most
  }
  starts[numCols] = indices.length
  const model = highs.createModel({
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost,
    colLower,
    colUpper,
    rowLower: new Float64Array(numRows).fill(-highs.infinity),
    rowUpper: Float64Array.from({ length: numRows }, (_, row) => needs[row]?.quantity ?? 0),
    matrix: { format: 'csc', numRows, numCols, starts, indices, values },
  })
  try {
    model.options.set({ output_flag: false, solver: 'simplex', presolve: 'off' })
    model.run()
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
      throw new Error(`HiGHS ended with status ${model.getModelStatus()}.`)
    const { colValue, rowDual } = model.getSolution()
    const given = [...columns.at].flatMap((at, column) => {
      const units = Math.round(colValue[column] ?? 0)
      if (Math.abs(units - (colValue[column] ?? 0)) > 1e-6) throw new Error('The programme is not whole.')
      return units === 0 ? [] : [{ need: columns.need[column] ?? 0, giver: pairs.giver[at] ?? 0, units }]
    })
    return { given, prices: Float64Array.from(givers, (_, g) => Math.abs(rowDual[needs.length + g] ?? 0)) }
  } finally {
    model.dispose()
  }
}
