import type { DivisionCode } from '../../kernel/ids.ts'
import type { Link } from './draft-schema.ts'
import type { RegisterLine } from './people-plan-rules.ts'
import { type AnyRow, type Desk, keyHeld, keyOfKnown, placeOf, report } from './plan-desk-rules.ts'
import type { KnownHousehold } from './plan-schema.ts'

/** A household is its number within a community; without one, its head. */
export type Household = {
  readonly key: string
  readonly link: Link
  readonly number?: string
  readonly community: DivisionCode
  readonly known?: KnownHousehold
}

/** The households that lines of goods may name. */
export type Households = {
  /** A household on file. */
  readonly byId: (id: string | undefined) => Household | undefined
  readonly byNumber: (community: DivisionCode, number: string) => Household | undefined
  /** The one household of a head with this name; undefined when there is none, or more than one. */
  readonly byHead: (community: DivisionCode, headName: string) => Household | undefined
  /** A household that the register does not have. */
  readonly add: (row: AnyRow, community: DivisionCode, number: string, headName: string | undefined) => Household
  readonly isEmpty: boolean
}

/**
 * Finds the household of every line of the register. A line without a number takes that of the line in its community
 * whose name is the head that it names; failing that, of lines that name the same head.
 */
export function planHouseholds(desk: Desk, lines: readonly RegisterLine[]): Households {
  const book = new Map<string, Household>()
  const files = new Map<string, Household>()
  const heads: Index = new Map()
  for (const known of desk.facts.households) {
    const { number, communityCode: community, headName } = known
    const household = { key: keyOfKnown(known), link: { id: known.id }, community, known, ...(number === undefined ? {} : { number }) }
    files.set(known.id, household)
    if (number !== undefined) book.set(`${community}|${number}`, household)
    if (headName !== undefined) note(heads, `${community}|${headName}`, household)
  }

  const drafted = new Set<string>()
  const named: Index = new Map()
  const sameHead: Index = new Map()
  for (const line of lines) {
    const { community, row, name } = line
    const number = row.cells.householdNumber?.value
    const head = row.cells.headName?.value
    if (community === undefined || number === undefined) continue
    line.household = numbered({ desk, book, drafted }, { row, community, number, headName: head })
    note(named, `${community}|${name}`, line.household)
    if (head === name) note(heads, `${community}|${name}`, line.household)
    if (head !== undefined) note(sameHead, `${community}|${head}`, line.household)
  }
  const byHead = (community: DivisionCode, head: string): Household | undefined => {
    const key = `${community}|${head}`
    const found = heads.get(key) ?? named.get(key) ?? sameHead.get(key)
    return found === 'several' ? undefined : found
  }
  for (const line of lines) if (line.household === undefined) line.household = ofHead(desk, drafted, line, byHead)
  return {
    byId: (id) => (id === undefined ? undefined : files.get(id)),
    byNumber: (community, number) => book.get(`${community}|${number}`),
    byHead,
    add: (row, community, number, headName) => numbered({ desk, book, drafted }, { row, community, number, headName }),
    isEmpty: book.size === 0,
  }
}

type Books = { readonly desk: Desk; readonly book: Map<string, Household>; readonly drafted: Set<string> }
type Entry = { readonly row: AnyRow; readonly community: DivisionCode; readonly number: string; readonly headName: string | undefined }

function numbered({ desk, book, drafted }: Books, { row, community, number, headName }: Entry): Household {
  const key = `household:${community}:${number}`
  const household = book.get(`${community}|${number}`) ?? { key, link: { table: 'household', key }, number, community }
  book.set(`${community}|${number}`, household)
  draft(desk, drafted, row, headName, household, key)
  return household
}

function draft(desk: Desk, drafted: Set<string>, row: AnyRow, headName: string | undefined, household: Household, made: string) {
  if (drafted.has(made)) return
  drafted.add(made)
  const { community, number, known } = household
  desk.drafts.push({
    table: 'household',
    key: keyHeld(known, made),
    values: { community_code: community, number, head_name: headName },
    links: {},
    source: placeOf(row),
    ...(known === undefined ? {} : { held: known.id }),
  })
}

function ofHead(
  desk: Desk,
  drafted: Set<string>,
  line: RegisterLine,
  byHead: (community: DivisionCode, head: string) => Household | undefined,
): Household | undefined {
  const { community, row } = line
  const head = row.cells.headName?.value
  if (community === undefined) return undefined
  const found = head === undefined ? undefined : byHead(community, head)
  if (row.columns.householdNumber !== undefined) {
    const code = found?.number === undefined ? 'household_unknown' : 'household_number_missing'
    report(desk, row, code, 'householdNumber', { head: head ?? '', number: found?.number ?? '' })
  }
  if (found !== undefined || head === undefined) return found
  const key = `household:${community}:${desk.hide(`head|${head}`)}`
  const household: Household = { key, link: { table: 'household', key }, community }
  draft(desk, drafted, row, head, household, key)
  return household
}

/** The one household of a name, or that there are several. */
type Index = Map<string, Household | 'several'>

function note(index: Index, key: string, household: Household) {
  const known = index.get(key)
  if (known === undefined) index.set(key, household)
  else if (known !== household) index.set(key, 'several')
}
