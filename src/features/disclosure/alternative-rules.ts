import type { Sum } from './disclosure-schema.ts'

// A withheld cell is safe when there is another table that agrees with everything published and says something else of it.
// Such a table is the proof, and needs no trust in how it was found.

/** Steps of the search for one cell; past them the cell is taken for exposed, which only withholds more. */
const patience = 4000

/** Which sums each cell is part of. */
export function sumsByCell(sums: readonly Sum[]): Map<string, Sum[]> {
  const found = new Map<string, Sum[]>()
  for (const sum of sums)
    for (const key of new Set([sum.total, ...sum.parts])) {
      const list = found.get(key)
      if (list === undefined) found.set(key, [sum])
      else list.push(sum)
    }
  return found
}

type Known = {
  readonly values: ReadonlyMap<string, number>
  /** Cells whose value is not published. */
  readonly unknown: ReadonlySet<string>
  readonly sums: ReadonlyMap<string, readonly Sum[]>
}

/**
 * By how much each unknown cell would differ in another table that agrees with all that is published, has no negative
 * count, and differs in this cell. Undefined when none was found: then the cell counts as exposed.
 */
export function findAlternative(key: string, known: Known): Map<string, number> | undefined {
  const here = known.values.get(key) ?? 0
  for (const by of here > 0 ? [1, -1] : [1]) {
    const changed = new Map([[key, by]])
    const search = { left: patience }
    if (repair(changed, known.sums.get(key) ?? [], known, search)) return changed
  }
  return undefined
}

const changeOf = (changed: ReadonlyMap<string, number>, key: string): number => changed.get(key) ?? 0

/** What a sum is out by after the changes: its total less its parts. */
const imbalanceOf = (sum: Sum, changed: ReadonlyMap<string, number>): number =>
  changeOf(changed, sum.total) - sum.parts.reduce((total, part) => total + changeOf(changed, part), 0)

/** Changes further cells until every sum holds again; leaves `changed` as it was where that cannot be. */
function repair(changed: Map<string, number>, open: readonly Sum[], known: Known, search: { left: number }): boolean {
  if (search.left-- <= 0) return false
  const broken = open.find((sum) => imbalanceOf(sum, changed) !== 0)
  if (broken === undefined) return true
  const by = imbalanceOf(broken, changed)
  const candidates: [string, number][] = [...broken.parts.map((part): [string, number] => [part, by]), [broken.total, -by]]
  for (const [key, change] of candidates) {
    if (changed.has(key) || !known.unknown.has(key) || (known.values.get(key) ?? 0) + change < 0) continue
    changed.set(key, change)
    if (repair(changed, [...open, ...(known.sums.get(key) ?? [])], known, search)) return true
    changed.delete(key)
  }
  return false
}
