import * as highsModule from 'highs'
import { boundAt, edgesOf, gapOf, tiersOf, worthOf, worthsOf, type Edge, type Given, type Options, type Tier } from './assignment-rules.ts'
import type { Market } from './market-rules.ts'

export type Assignment = {
  readonly given: Given[]
  readonly worth: number
  /** No assignment is worth more. */
  readonly bound: number
  readonly rounds: number
}

/** Pairs of each need that the programme begins with; more are added where the prices say that they could matter. */
const firstPairs = 10
const enough = 0.001
const maxRounds = 4

/**
 * Who meets what, for all needs at once. A few of the best pairs of each need are solved; the prices that this gives are
 * asked of every pair there is, which bounds what any assignment can be worth. As long as the gap is worth it, pairs that
 * look better at these prices come in and it is solved again.
 */
export async function assign(
  market: Market,
  options: Options,
  progress: (step: 'scoring' | 'solving', done: number, of: number) => void = () => undefined,
): Promise<Assignment> {
  const worths = worthsOf(market, (done) => progress('scoring', done, market.needs.length))
  const tiers = tiersOf(market, options)
  let prices: readonly number[] = market.givers.map(() => 0)
  let edges: Edge[] = []
  let best: Assignment = { given: [], worth: 0, bound: Number.POSITIVE_INFINITY, rounds: 0 }
  for (let round = 1; round <= maxRounds; round++) {
    progress('solving', round - 1, maxRounds)
    edges = merged(edges, edgesOf(market, worths, prices, firstPairs, options))
    if (edges.length === 0) return { given: [], worth: 0, bound: 0, rounds: 0 }
    const solved = await solve(market, edges, tiers, options)
    prices = solved.prices
    const worth = worthOf(market, worths, solved.given, options)
    const bound = boundAt(market, worths, prices, options)
    best = { given: solved.given, worth, bound: Math.max(worth, Math.min(best.bound, bound)), rounds: round }
    if (gapOf(best.worth, best.bound) <= enough) break
  }
  return best
}

// The package's types are of its other build: there the loader lies one level deeper.
const isLoader = (value: unknown): value is typeof highsModule.default.default => typeof value === 'function'

function loadHighs() {
  const loader: unknown = highsModule.default
  if (!isLoader(loader)) throw new Error('The solver has no loader.')
  return loader()
}

function merged(before: readonly Edge[], more: readonly Edge[]): Edge[] {
  const known = new Set(before.map((edge) => `${edge.need}/${edge.giver}`))
  return [...before, ...more.filter((edge) => !known.has(`${edge.need}/${edge.giver}`))]
}

async function solve(
  market: Market,
  edges: readonly Edge[],
  tiers: readonly Tier[],
  options: Options,
): Promise<{ given: Given[]; prices: number[] }> {
  const highs = await loadHighs()
  const { needs, givers } = market
  const numCols = edges.length + tiers.length
  const numRows = needs.length + givers.length
  const pinned = new Set(options.pins.map(({ need, giver }) => `${need}/${giver}`))
  const starts = new Int32Array(numCols + 1)
  const indices = new Int32Array(edges.length * 2 + tiers.length)
  const values = new Float64Array(indices.length)
  const colCost = new Float64Array(numCols)
  const colLower = new Float64Array(numCols)
  const colUpper = new Float64Array(numCols)
  for (const [column, { need, giver, most, worth }] of edges.entries()) {
    starts[column] = column * 2
    indices.set([need, needs.length + giver], column * 2)
    values.set([1, 1], column * 2)
    colCost[column] = worth
    colUpper[column] = most
    colLower[column] = pinned.has(`${need}/${giver}`) ? 1 : 0
  }
  for (const [at, { giver, most, loss }] of tiers.entries()) {
    const column = edges.length + at
    starts[column] = edges.length * 2 + at
    indices[edges.length * 2 + at] = needs.length + giver
    values[edges.length * 2 + at] = -1
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
    model.options.set({ output_flag: false, solver: 'simplex' })
    model.run()
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
      throw new Error(`HiGHS ended with status ${model.getModelStatus()}.`)
    const { colValue, rowDual } = model.getSolution()
    const given = edges.flatMap(({ need, giver }, column) => {
      const units = Math.round(colValue[column] ?? 0)
      if (Math.abs(units - (colValue[column] ?? 0)) > 1e-6) throw new Error('The programme is not whole.')
      return units === 0 ? [] : [{ need, giver, units }]
    })
    return { given, prices: givers.map((_, g) => Math.abs(rowDual[needs.length + g] ?? 0)) }
  } finally {
    model.dispose()
  }
}
