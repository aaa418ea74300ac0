import type { Day } from '../../kernel/day.ts'
import { birthOf, sexOf } from '../../kernel/identity-number.ts'
import { soundsAlike } from './sound-rules.ts'

export type Sex = 'male' | 'female'

/** Somebody as one line of a register, or one file, gives them. `number` only when it is usable. */
export type WrittenPerson = {
  readonly name: string
  readonly sex?: Sex | undefined
  readonly number?: string | undefined
  /** The birthday as stated beside the number; where the two differ the number's counts. */
  readonly birth?: Day | undefined
  readonly phone?: string | undefined
}

/** One person with every line that means them. */
export type OnePerson<T extends WrittenPerson> = {
  readonly members: readonly T[]
  readonly number?: string
  /** Their lines carry a number that another person holds, or that nobody can tell whose it is. */
  readonly disputed?: { readonly number: string; readonly others: readonly T[] }
}

/**
 * Who is one person.
 *
 * One usable number means one person when the names are the same, or sound alike while sex, birthday and telephone are
 * the same; otherwise the number stays with whom it agrees, in sex and birthday, and the others go without. A line
 * without a usable number joins others only by name, birthday and telephone together, and only when that leads to one
 * person. The order of the lines changes nothing.
 */
export function peopleOf<T extends WrittenPerson>(written: readonly T[]): OnePerson<T>[] {
  const byNumber = new Map<string, T[]>()
  const numberless: Unit<T>[] = []
  for (const line of written) {
    if (line.number === undefined) numberless.push({ members: [line] })
    else push(byNumber, line.number, line)
  }
  const numbered: Unit<T>[] = []
  for (const [number, lines] of byNumber) {
    for (const unit of holdersOf(number, lines)) (unit.number === undefined ? numberless : numbered).push(unit)
  }
  return [...joinByBirthAndPhone(numbered, numberless)]
}

type Unit<T extends WrittenPerson> = { members: T[]; number?: string; disputed?: { number: string; others: readonly T[] } }

function push<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** The people who carry one number: the one it belongs to, and those who have it by mistake. */
function holdersOf<T extends WrittenPerson>(number: string, lines: readonly T[]): Unit<T>[] {
  const clusters = together(lines, (a, b) => isOneUnderOneNumber(number, a, b))
  if (clusters.length === 1) return clusters.map((members) => ({ members, number }))
  const rightful = clusters.filter((members) => members.some((line) => agreesWith(number, line)))
  return clusters.map((members) =>
    rightful.length === 1 && rightful[0] === members
      ? { members, number }
      : { members, disputed: { number, others: lines.filter((line) => !members.includes(line)) } },
  )
}

function isOneUnderOneNumber(number: string, a: WrittenPerson, b: WrittenPerson): boolean {
  if (a.name === b.name) return true
  return (
    (a.sex ?? sexOf(number)) === (b.sex ?? sexOf(number)) &&
    (a.birth ?? birthOf(number)) === (b.birth ?? birthOf(number)) &&
    a.phone !== undefined &&
    a.phone === b.phone &&
    soundsAlike(a.name, b.name)
  )
}

const agreesWith = (number: string, line: WrittenPerson): boolean =>
  (line.sex === undefined || line.sex === sexOf(number)) && (line.birth === undefined || line.birth === birthOf(number))

function joinByBirthAndPhone<T extends WrittenPerson>(numbered: Unit<T>[], numberless: Unit<T>[]): Unit<T>[] {
  const own = new Map(numberless.map((unit) => [unit, keysOf(unit)]))
  const wanted = new Set([...own.values()].flat())
  if (wanted.size === 0) return [...numbered, ...numberless]
  const holders = new Map<string, Unit<T>[]>()
  for (const unit of numbered) for (const key of keysOf(unit)) if (wanted.has(key)) push(holders, key, unit)

  const joined: Unit<T>[] = []
  for (const units of together(numberless, (a, b) => (own.get(a) ?? []).some((key) => own.get(b)?.includes(key)), own)) {
    const people = new Set(units.flatMap((unit) => own.get(unit) ?? []).flatMap((key) => holders.get(key) ?? []))
    const members = units.flatMap((unit) => unit.members)
    const [person] = people
    if (person !== undefined && people.size === 1) person.members.push(...members)
    else joined.push({ ...units.find((unit) => unit.disputed !== undefined), members })
  }
  return [...numbered, ...joined]
}

/** Name, birthday and telephone as one key, for the birthday as stated and for that of the number. */
function keysOf(unit: Unit<WrittenPerson>): string[] {
  const keys = new Set<string>()
  for (const { name, phone, birth } of unit.members) {
    if (phone === undefined) continue
    if (birth !== undefined) keys.add(`${name}|${birth}|${phone}`)
    const numbers = unit.number === undefined ? undefined : birthOf(unit.number)
    if (numbers !== undefined) keys.add(`${name}|${numbers}|${phone}`)
  }
  return [...keys]
}

/** Parts a list into groups in which each is linked to another, directly or over others. With `keys`, only those that share one are compared. */
function together<T>(list: readonly T[], isLinked: (a: T, b: T) => boolean, keys?: ReadonlyMap<T, readonly string[]>): T[][] {
  if (list.length === 1) return [[...list]]
  const parent = new Map<T, T>(list.map((one) => [one, one]))
  const rootOf = (one: T): T => {
    let root = one
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next
    return root
  }
  for (const compared of keys === undefined ? [list] : sharing(list, keys)) {
    for (const [at, one] of compared.entries()) {
      for (const other of compared.slice(at + 1)) {
        if (rootOf(one) !== rootOf(other) && isLinked(one, other)) parent.set(rootOf(other), rootOf(one))
      }
    }
  }
  const groups = new Map<T, T[]>()
  for (const one of list) push(groups, rootOf(one), one)
  return [...groups.values()]
}

function sharing<T>(list: readonly T[], keys: ReadonlyMap<T, readonly string[]>): T[][] {
  const byKey = new Map<string, T[]>()
  for (const one of list) for (const key of keys.get(one) ?? []) push(byKey, key, one)
  return [...byKey.values()].filter((group) => group.length > 1)
}
