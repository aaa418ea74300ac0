import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { findAlternative, sumsByCell } from './alternative-rules.ts'
import { isSmall, type Cell, type Sum, type Table } from './disclosure-schema.ts'
import { determined } from './elimination-rules.ts'

/** What is published of a table: the keys of the cells that are left out, the small ones and those that protect them. */
export type Suppressed = { readonly small: readonly string[]; readonly protecting: readonly string[] }

/**
 * Which of the wanted cells must be left out, so that no small cell is published and none that is left out, now or in
 * an earlier publication, can be worked out from all that is. Refused when even leaving out everything that is still
 * wanted does not help: what was published before gives a cell away together with this.
 *
 * Persons counted in several parts make a sum that does not hold; it is left out of the reckoning, since nothing follows
 * from it exactly. Whoever calls leaves out no sum that holds, even by chance: a reader would try it.
 */
export function suppress(table: Table): Verdict<Suppressed> {
  const values = new Map(table.cells.map(({ key, value }) => [key, value]))
  const sums = table.sums.filter((sum) => holds(sum, values))
  const byCell = sumsByCell(sums)
  const wanted = new Map(table.cells.filter(({ state }) => state === 'wanted').map((cell) => [cell.key, cell]))
  const small = [...wanted.values()].filter(isSmall).map(({ key }) => key)
  const guarded = new Set([...table.cells.filter(({ state }) => state === 'withheld').map(({ key }) => key), ...small])
  const unknown = new Set([...guarded, ...table.cells.filter(({ state }) => state === 'unpublished').map(({ key }) => key)])
  const protecting: string[] = []
  const safe = new Set<string>()
  const known = { values, unknown, guarded, sums: byCell }
  for (;;) {
    const exposed = firstExposed(known, safe)
    if (exposed === undefined) break
    const next = protector(exposed, wanted, known)
    if (next === undefined) return refusal(exposed, table.cells)
    unknown.add(next.key)
    guarded.add(next.key)
    protecting.push(next.key)
  }
  const first = determined([...unknown], sums).find((key) => guarded.has(key))
  if (first !== undefined) return refusal(first, table.cells)
  return yes({ small, protecting })
}

type Known = {
  readonly values: ReadonlyMap<string, number>
  readonly unknown: ReadonlySet<string>
  /** Those of the unknown ones that must stay so. */
  readonly guarded: ReadonlySet<string>
  readonly sums: ReadonlyMap<string, readonly Sum[]>
}

/** A cell of the guarded ones that has no alternative yet. More unknown cells never take an alternative away. */
function firstExposed(known: Known, safe: Set<string>): string | undefined {
  for (const key of known.guarded) {
    if (safe.has(key)) continue
    const changed = findAlternative(key, known)
    if (changed === undefined) return key
    // The other table differs in all of these: one proof for each of them.
    for (const each of changed.keys()) safe.add(each)
  }
  return undefined
}

/**
 * The wanted cell that is best left out for an exposed one: of those that stand in a sum with it or with what is unknown
 * beside it, one whose own sums have unknown cells already, then a part before a total, then the smallest.
 */
function protector(
  exposed: string,
  wanted: ReadonlyMap<string, Cell>,
  { unknown, sums }: Pick<Known, 'unknown' | 'sums'>,
): Cell | undefined {
  const reached = reach(exposed, unknown, sums)
  const candidates = new Map<string, Cell>()
  for (const sum of reached)
    for (const key of [sum.total, ...sum.parts]) {
      const cell = wanted.get(key)
      if (cell !== undefined && !unknown.has(key)) candidates.set(key, cell)
    }
  const alone = (sum: Sum) => [sum.total, ...sum.parts].every((key) => !unknown.has(key))
  const cost = (cell: Cell) => {
    const own = sums.get(cell.key) ?? []
    return [own.filter(alone).length, own.some(({ total }) => total === cell.key) ? 1 : 0, cell.value] as const
  }
  return [...candidates.values()].toSorted((a, b) => {
    const [left, right] = [cost(a), cost(b)]
    return left[0] - right[0] || left[1] - right[1] || left[2] - right[2] || (a.key < b.key ? -1 : 1)
  })[0]
}

/** The sums that an exposed cell stands in, and those of the unknown cells beside it. */
function reach(exposed: string, unknown: ReadonlySet<string>, sums: ReadonlyMap<string, readonly Sum[]>): Set<Sum> {
  const found = new Set<Sum>()
  const waiting = [exposed]
  const seen = new Set(waiting)
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop())
    for (const sum of sums.get(key) ?? []) {
      found.add(sum)
      for (const each of [sum.total, ...sum.parts])
        if (unknown.has(each) && !seen.has(each)) {
          seen.add(each)
          waiting.push(each)
        }
    }
  return found
}

const holds = (sum: Sum, values: ReadonlyMap<string, number>): boolean =>
  (values.get(sum.total) ?? Number.NaN) === sum.parts.reduce((total, part) => total + (values.get(part) ?? Number.NaN), 0)

function refusal(key: string, cells: readonly Cell[]): Verdict<never> {
  const before = cells.some((cell) => cell.key === key && cell.state === 'withheld')
  return before
    ? no('disclosure.givesAway', {
        zh: '与以前公开的数字合起来，会推算出以前隐去的小数字。请去掉这张表，或减少它的分列。',
        en: 'Together with what was published before, a small number that was left out then could be worked out. Leave this table out, or break it down less.',
      })
    : no('disclosure.tooSmall', {
        zh: '表中有人数过少的格子，而以前公开的数字会让人推算出来，隐去也不够。请去掉这张表，或减少它的分列。',
        en: 'A cell counts too few persons, and what was published before gives it away even if it is left out. Leave this table out, or break it down less.',
      })
}
