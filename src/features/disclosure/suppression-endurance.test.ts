import { expect, test } from 'vitest'
import { isSmall, type Table } from './disclosure-schema.ts'
import { cell, crossTable } from './disclosure-testing.ts'
import { determined } from './elimination-rules.ts'
import { suppress } from './suppression-rules.ts'

// Somebody else's attack, by other means than ours: bounds that are narrowed until nothing moves, and, where tables are
// small, every table that there could be.

type Range = { low: number; high: number }

function narrowed(table: Table, hidden: ReadonlySet<string>): Map<string, Range> {
  const ranges = new Map(
    table.cells.map(({ key, value }): [string, Range] => [
      key,
      hidden.has(key) ? { low: 0, high: Number.POSITIVE_INFINITY } : { low: value, high: value },
    ]),
  )
  const at = (key: string): Range => ranges.get(key) ?? { low: 0, high: Number.POSITIVE_INFINITY }
  for (let moved = true; moved;) {
    moved = false
    const narrow = (key: string, low: number, high: number) => {
      const now = at(key)
      if (low > now.low || high < now.high) {
        ranges.set(key, { low: Math.max(low, now.low), high: Math.min(high, now.high) })
        moved = true
      }
    }
    for (const { total, parts } of table.sums) {
      const low = parts.reduce((sum, part) => sum + at(part).low, 0)
      const high = parts.reduce((sum, part) => sum + at(part).high, 0)
      narrow(total, low, high)
      for (const part of parts) {
        const others = {
          low: low - at(part).low,
          high: parts.filter((each) => each !== part).reduce((sum, each) => sum + at(each).high, 0),
        }
        narrow(part, at(total).low - others.high, at(total).high - others.low)
      }
    }
  }
  return ranges
}

/** A cell that has the same value in every table of whole numbers that agrees with what is published. */
function certainByTrying(table: Table, hidden: readonly string[], ranges: ReadonlyMap<string, Range>): string[] {
  const values = new Map(table.cells.filter(({ key }) => !hidden.includes(key)).map(({ key, value }) => [key, value]))
  const seen = new Map(hidden.map((key) => [key, new Set<number>()]))
  let tables = 0
  const holds = () =>
    table.sums.every(({ total, parts }) => {
      const known = [total, ...parts].every((key) => values.has(key))
      return !known || values.get(total) === parts.reduce((sum, part) => sum + (values.get(part) ?? 0), 0)
    })
  const fill = (at: number): void => {
    if (tables > 300 || hidden.every((each) => (seen.get(each)?.size ?? 0) > 1)) return
    const key = hidden[at]
    if (key === undefined) {
      tables++
      for (const each of hidden) seen.get(each)?.add(values.get(each) ?? 0)
      return
    }
    const { low, high } = ranges.get(key) ?? { low: 0, high: 0 }
    // Another value near the true one is enough to leave it uncertain.
    const truth = table.cells.find((each) => each.key === key)?.value ?? 0
    for (let value = Math.max(low, truth - 3); value <= Math.min(high, truth + 3); value++) {
      values.set(key, value)
      if (holds()) fill(at + 1)
      values.delete(key)
    }
  }
  fill(0)
  return tables > 300 ? [] : hidden.filter((key) => (seen.get(key)?.size ?? 0) === 1)
}

/** Numbers that look random and are the same at every run. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) % below
  }
}

/** Communities in towns, by something else; and a second table over the towns, of the same persons, at times with an older one out. */
function randomTable(seed: number): Table {
  const chance = chanceOf(seed)
  const [rows, columns] = [2 + chance(5), 2 + chance(4)]
  const sensitive = chance(4) === 0
  const few = 2 + chance(30)
  const values = Array.from({ length: rows }, () => Array.from({ length: columns }, () => (chance(3) === 0 ? chance(6) : chance(few * 2))))
  const table = crossTable(values, sensitive)
  if (rows < 4 || chance(2) === 0) return table
  // Towns of two or three communities each: their totals, and their totals by column.
  const towns = Array.from({ length: Math.floor(rows / 2) }, (_, t) =>
    Array.from({ length: rows }, (_r, r) => r).filter((r) => Math.min(Math.floor(r / 2), Math.floor(rows / 2) - 1) === t),
  )
  const valueOf = new Map(table.cells.map(({ key, value }) => [key, value]))
  const total = (keys: readonly string[]) => keys.reduce((sum, key) => sum + (valueOf.get(key) ?? 0), 0)
  const byTown = chance(2) === 0
  const cells = towns.flatMap((own, t) => [
    cell(`t${t}`, total(own.map((r) => `r${r}`)), 'wanted', sensitive),
    ...(byTown ? (values[0] ?? []).map((_, c) => cell(`t${t}c${c}`, total(own.map((r) => `r${r}c${c}`)), 'wanted', sensitive)) : []),
  ])
  const sums = [
    ...towns.flatMap((own, t) => [
      { total: `t${t}`, parts: own.map((r) => `r${r}`) },
      ...(byTown ? (values[0] ?? []).map((_, c) => ({ total: `t${t}c${c}`, parts: own.map((r) => `r${r}c${c}`) })) : []),
      ...(byTown ? [{ total: `t${t}`, parts: (values[0] ?? []).map((_, c) => `t${t}c${c}`) }] : []),
    ]),
    { total: 'all', parts: towns.map((_, t) => `t${t}`) },
  ]
  return { cells: [...table.cells, ...cells], sums: [...table.sums, ...sums] }
}

/** The table in two releases: first the communities, then the towns and columns beside what is out. */
function inTwoReleases(table: Table): { first: Table; second: (left: ReadonlySet<string>) => Table } {
  const isFirst = (key: string) => /^(r\d+|all)$/.test(key)
  const firstKeys = new Set(table.cells.filter(({ key }) => isFirst(key)).map(({ key }) => key))
  return {
    first: {
      cells: table.cells.filter(({ key }) => firstKeys.has(key)),
      sums: table.sums.filter(({ total, parts }) => [total, ...parts].every((key) => firstKeys.has(key))),
    },
    second: (left) => ({
      cells: table.cells.map((each) =>
        firstKeys.has(each.key) ? { ...each, state: left.has(each.key) ? 'withheld' : 'published' } : each,
      ),
      sums: table.sums,
    }),
  }
}

test('of ten thousand random tables, with totals, towns and a second release, no cell that was left out can be worked out', () => {
  let [published, refused, tried] = [0, 0, 0]
  for (let seed = 1; seed <= 10_000; seed++) {
    const table = randomTable(seed)
    let last = table
    let hidden: string[] = []
    if (seed % 3 === 0) {
      const { first, second } = inTwoReleases(table)
      const one = suppress(first)
      if (!one.ok) throw new Error(`${seed}: a first release is never refused`)
      const left = new Set([...one.value.small, ...one.value.protecting])
      last = second(left)
      hidden = [...left]
    }
    const verdict = suppress(last)
    if (!verdict.ok) {
      refused++
      continue
    }
    published++
    hidden.push(...verdict.value.small, ...verdict.value.protecting)
    const out = new Set(hidden)
    for (const { key, value, state, sensitive } of last.cells)
      if (state === 'wanted' && !out.has(key))
        expect(isSmall({ value, sensitive: sensitive === true }), `${seed}: ${key} is small and published`).toBe(false)
    const ranges = narrowed(last, out)
    expect(
      hidden.filter((key) => ranges.get(key)?.low === ranges.get(key)?.high),
      `${seed}: by bounds`,
    ).toEqual([])
    expect(determined(hidden, last.sums), `${seed}: by elimination`).toEqual([])
    if (hidden.length > 0 && hidden.length <= 9) {
      tried++
      expect(certainByTrying(last, hidden, ranges), `${seed}: by trying every table`).toEqual([])
    }
  }
  expect(published).toBeGreaterThan(9000)
  expect(tried).toBeGreaterThan(500)
  expect(refused).toBeLessThan(1000)
})

test('the attack has teeth: it finds what is given away when one of the protecting cells is published after all', () => {
  let [tried, found] = [0, 0]
  for (let seed = 1; seed <= 1000; seed++) {
    const table = randomTable(seed)
    const verdict = suppress(table)
    if (!verdict.ok || verdict.value.protecting.length === 0) continue
    tried++
    const hidden = [...verdict.value.small, ...verdict.value.protecting.slice(0, -1)]
    const ranges = narrowed(table, new Set(hidden))
    const isFound = hidden.some((key) => ranges.get(key)?.low === ranges.get(key)?.high)
    if (isFound || determined(hidden, table.sums).length > 0) found++
  }
  expect(tried).toBeGreaterThan(300)
  expect(found / tried).toBeGreaterThan(0.9)
})
