import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { boundAt, gapOf, worthOf, type Given } from './assignment-rules.ts'
import { assign } from './assignment-worker.ts'
import type { GiverFacts, Market, NeedFacts } from './market-rules.ts'
import { pairsOf, supplyOf, tiersOf, type Options, type Pairs } from './pair-rules.ts'
import { auctionOf } from './price-rules.ts'

const asOf = daySchema.parse('2025-01-10')
const standing = {
  birthDate: null,
  vettedUntil: daySchema.parse('2025-12-31'),
  insuredUntil: null,
  agreedOn: null,
  guardianConsent: false,
  dataConsentOn: null,
  endedOn: null,
}
const here = ['211102001001', '211102001002'] as const

const needs = fc.array(
  fc.record({
    skill: fc.constantFrom('', '理发', '陪诊'),
    quantity: fc.integer({ min: 1, max: 3 }),
    at: fc.constantFrom(...here),
    priority: fc.constantFrom('urgent', 'high', 'usual'),
    days: fc.constantFrom([], [6], [2]),
  }),
  { minLength: 1, maxLength: 3 },
)
const givers = fc.array(
  fc.record({
    volunteer: fc.boolean(),
    skills: fc.constantFrom('', '理发', '代取药', '理发、聊天'),
    at: fc.constantFrom(...here),
    left: fc.integer({ min: 0, max: 3 }),
    recent: fc.integer({ min: 0, max: 3 }),
    days: fc.constantFrom(null, [6], [2, 6]),
  }),
  { minLength: 1, maxLength: 3 },
)

type ValueOf<A> = A extends fc.Arbitrary<infer T> ? T : never

function marketOf(wanted: ValueOf<typeof needs>, offered: ValueOf<typeof givers>): Market {
  return {
    asOf,
    met: new Map(),
    forbidden: new Set(),
    places: here.map((code) => ({ code, name: code, town: null })),
    needs: wanted.map((one, at): NeedFacts => ({
      id: `n${at}`,
      kind: 'service',
      skill: one.skill,
      quantity: one.quantity,
      unit: null,
      communityCode: one.at,
      times: { days: [...one.days], parts: [] },
      needsVetting: false,
      priority: one.priority,
      personId: null,
    })),
    givers: offered.map((one, at): GiverFacts => {
      const shared = {
        giver: { sort: one.volunteer ? ('volunteer' as const) : ('resource' as const), id: `g${at}` },
        communityCode: one.at,
        left: one.left,
        skills: one.skills,
        times: one.days === null ? null : { days: [...one.days], parts: [] },
        recent: one.recent,
      }
      return one.volunteer
        ? { ...shared, sort: 'volunteer', personId: `p${at}`, areas: '', standing }
        : { ...shared, sort: 'resource', kind: 'service', unit: null, communities: [], freshness: 'fresh', validFrom: null }
    }),
  }
}

/** Pairs one by one. */
const listOf = (market: Market, { from, giver }: Pairs): { need: number; giver: number }[] =>
  market.needs.flatMap((_, need) => [...giver.subarray(from[need], from[need + 1])].map((at) => ({ need, giver: at })))

/** Every way to give whole units, one pair after the other. */
function bestByTrying(market: Market, options: Options): number {
  const found = pairsOf(market)
  const tiers = tiersOf(market, options)
  const pairs = listOf(market, found)
  let best = Number.NEGATIVE_INFINITY
  const open = market.needs.map((need) => need.quantity)
  const left = market.givers.map((giver) => supplyOf(giver, options))
  const walk = (at: number, given: Given[]): void => {
    const pair = pairs[at]
    if (pair === undefined) {
      const pinsHold = options.pins.every((pin) => given.some((one) => one.need === pin.need && one.giver === pin.giver))
      if (pinsHold) best = Math.max(best, worthOf(found, tiers, given))
      return
    }
    const most = Math.min(open[pair.need] ?? 0, left[pair.giver] ?? 0, market.givers[pair.giver]?.sort === 'volunteer' ? 1 : 9)
    for (let units = 0; units <= most; units++) {
      open[pair.need] = (open[pair.need] ?? 0) - units
      left[pair.giver] = (left[pair.giver] ?? 0) - units
      walk(at + 1, units === 0 ? given : [...given, { ...pair, units }])
      open[pair.need] = (open[pair.need] ?? 0) + units
      left[pair.giver] = (left[pair.giver] ?? 0) + units
    }
  }
  walk(0, [])
  return best
}

test('what is solved at once is worth what trying every way finds, and is the bound itself; an auction comes near, and bounds it too', async () => {
  await fc.assert(
    fc.asyncProperty(needs, givers, fc.integer({ min: 1, max: 3 }), fc.boolean(), async (wanted, offered, perVolunteer, pinning) => {
      const market = marketOf(wanted, offered)
      const pairs = pairsOf(market)
      const pin = listOf(market, pairs).at(-1)
      const options = { perVolunteer, pins: pinning && pin !== undefined ? [pin] : [] }
      const { worth, bound } = await assign(market, options)
      const best = bestByTrying(market, options)
      expect(worth).toBeCloseTo(best, 3)
      expect(gapOf(worth, bound)).toBeLessThan(1e-6)
      const tiers = tiersOf(market, options)
      const { prices, units } = auctionOf(
        wanted.map((need) => need.quantity),
        pairs,
        tiers,
        options,
      )
      const given = listOf(market, pairs).flatMap((pair, at) => ({ ...pair, units: units[at] ?? 0 }))
      expect(worthOf(pairs, tiers, given)).toBeGreaterThanOrEqual(best * 0.99)
      expect(boundAt(market, pairs, tiers, prices, options)).toBeGreaterThan(best - 0.001)
    }),
    { numRuns: 60 },
  )
})

test('nobody gives more than is left, nor to more than they take, and no need gets more than it asks for', async () => {
  await fc.assert(
    fc.asyncProperty(needs, givers, async (wanted, offered) => {
      const market = marketOf(wanted, offered)
      const { given } = await assign(market, { perVolunteer: 2, pins: [] })
      for (const [g, giver] of market.givers.entries()) {
        const mine = given.filter((one) => one.giver === g)
        expect(mine.reduce((sum, one) => sum + one.units, 0)).toBeLessThanOrEqual(supplyOf(giver, { perVolunteer: 2, pins: [] }))
      }
      for (const [n, need] of market.needs.entries())
        expect(given.filter((one) => one.need === n).reduce((sum, one) => sum + one.units, 0)).toBeLessThanOrEqual(need.quantity)
    }),
    { numRuns: 30 },
  )
})

test('for a whole town at once the best is within one in a hundred, and nobody is beyond capacity, area or vetting', async () => {
  const random = fc.sample(
    fc.record({ at: fc.nat(1), skill: fc.nat(1), units: fc.integer({ min: 1, max: 6 }), vetted: fc.boolean(), volunteer: fc.boolean() }),
    { numRuns: 600, seed: 11 },
  )
  const texts = ['', '理发'] as const
  const market = marketOf(
    random.map(({ at, skill, units }) => ({
      skill: texts[skill] ?? '',
      quantity: units,
      at: here[at] ?? here[0],
      priority: 'usual',
      days: [],
    })),
    random.slice(0, 300).map(({ at, skill, units, volunteer }) => ({
      volunteer,
      skills: texts[skill] ?? '',
      at: here[at] ?? here[0],
      left: units,
      recent: 0,
      days: null,
    })),
  )
  const town: Market = {
    ...market,
    needs: market.needs.map((need, n) => ({ ...need, personId: random[n]?.vetted === true ? `old${n}` : null })),
    givers: market.givers.map((giver, g) =>
      giver.sort === 'volunteer' && random[g]?.vetted === false ? { ...giver, standing: { ...standing, vettedUntil: null } } : giver,
    ),
  }
  expect(pairsOf(town).count).toBeGreaterThan(20_000)
  const options = { perVolunteer: 2, pins: [] }
  const { given, worth, bound } = await assign(town, options)
  expect(given.length).toBeGreaterThan(100)
  expect(gapOf(worth, bound)).toBeLessThan(0.01)
  for (const [g, giver] of town.givers.entries())
    expect(given.reduce((sum, one) => sum + (one.giver === g ? one.units : 0), 0)).toBeLessThanOrEqual(supplyOf(giver, options))
  for (const { need: n, giver: g } of given) {
    const [need, giver] = [town.needs[n], town.givers[g]]
    if (giver?.sort !== 'volunteer') continue
    expect(giver.communityCode).toBe(need?.communityCode)
    if (need?.personId !== null) expect(giver.standing.vettedUntil).not.toBeNull()
  }
})

test('a pair that a person pinned is in the assignment, and one that they forbade is not', async () => {
  const one = { skill: '理发', quantity: 1, at: here[0], priority: 'usual', days: [] } as const
  const can = { volunteer: true, skills: '理发', at: here[0], left: 3, recent: 0, days: null } as const
  const market = marketOf([one, one], [can, { ...can, skills: '' }])
  expect((await assign(market, { perVolunteer: 3, pins: [{ need: 0, giver: 1 }] })).given).toContainEqual({ need: 0, giver: 1, units: 1 })
  const without = { ...market, forbidden: new Set(['n0/g0', 'n1/g0']) }
  const { given } = await assign(without, { perVolunteer: 3, pins: [] })
  expect(given.map((pair) => pair.giver)).toEqual([1, 1])
})

test('when nobody fits, nothing is proposed', async () => {
  const market = marketOf([{ skill: '', quantity: 1, at: here[0], priority: 'usual', days: [] }], [])
  expect(await assign({ ...market, givers: [] }, { perVolunteer: 1, pins: [] })).toMatchObject({ given: [], worth: 0 })
})
