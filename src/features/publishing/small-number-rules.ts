import { divisionCodeSchema } from '../../kernel/ids.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { isSmall, smallest, smallestSensitive, type Cell, type Sum, type Table } from '../disclosure/disclosure-schema.ts'
import { suppress } from '../disclosure/suppression-rules.ts'
import { measures } from '../measures/measure-list-rules.ts'
import { measureKeySchema, type MeasureKey } from '../measures/measure-schema.ts'
import { isWhole } from '../measures/scope-rules.ts'
import type { Dimension, Scope } from '../measures/scope-schema.ts'
import { keyOf } from './bulletin-text-rules.ts'
import { isWithin } from './population-rules.ts'

/** A figure that anybody may read, or is about to. */
export type Said = { readonly measure: MeasureKey; readonly scope: Scope }
export type Counted = Said & { readonly value: number }

const peoplesCounts: readonly string[] = ['persons', 'homes', 'households', 'rows', 'cases', 'scores']

/** Whether a figure counts people, so that a small one could show who they are. A case is somebody's. */
const namesPeople = (key: MeasureKey): boolean => key === 'cases' || peoplesCounts.includes(measures[key].counts)

/** What tells of health or poverty, where ten is the least. */
const isSensitive = ({ measure, scope }: Said): boolean =>
  ['casework', 'clinics', 'goods'].includes(measures[measure].section) || scope.labels !== undefined

/** The counts of people that a figure gives to whoever can reckon: a percentage its two parts, a mean how many it is of. */
export function peopleIn({ measure: key, scope }: Said): Said[] {
  const measure = measures[key]
  if (measure.over === 'measures') return [measure.part, measure.whole].filter(namesPeople).map((part) => ({ measure: part, scope }))
  if (measure.over === 'assessments' && measure.counts === 'mean') {
    const number = measureKeySchema.options.find((other) => {
      const one = measures[other]
      return one.over === 'assessments' && one.counts === 'scores' && one.scale === measure.scale && one.paired === measure.paired
    })
    return number === undefined ? [] : [{ measure: number, scope }]
  }
  return namesPeople(key) ? [{ measure: key, scope }] : []
}

/** What a count is part of: the same without one of its limits, broken down by what that limit chose from. */
export type Family = { readonly measure: MeasureKey; readonly parent: Scope; readonly by: Dimension }

/**
 * Every family that a count stands in. A community is a part of the project and of its town; a quarter is a part of the
 * project's months, and has months of its own: what readers may add and subtract across tables.
 */
export function familiesOf({ measure, scope }: Said): Family[] {
  const without = (name: keyof Scope): Scope => {
    const { [name]: _one, ...others } = scope
    return others
  }
  const of = (parent: Scope, by: Dimension): Family => ({ measure, parent, by })
  /** Of a list: a part of the whole, and when it names several or something larger, a whole of parts. */
  const listed = (name: 'lines' | 'kinds' | 'labels', by: Dimension): Family[] => {
    const list = scope[name]
    return list === undefined ? [] : [of(without(name), by), ...(list.length === 1 ? [] : [of(scope, by)])]
  }
  const placed = (name: 'places' | 'homes', by: Dimension): Family[] => {
    const [first, ...others] = scope[name] ?? []
    if (first === undefined) return []
    if (others.length > 0) return [of(without(name), by), of(scope, by)]
    const isTown = first.length < communityDigits
    const town = divisionCodeSchema.parse(first.slice(0, townDigits))
    return [of(without(name), isTown && name === 'places' ? 'town' : by), isTown ? of(scope, by) : of({ ...scope, [name]: [town] }, by)]
  }
  const { months } = scope
  return [
    ...placed('places', 'community'),
    ...placed('homes', 'home'),
    ...(months === undefined ? [] : [of(without('months'), 'month'), ...(months.from === months.to ? [] : [of(scope, 'month')])]),
    ...listed('lines', 'line'),
    ...listed('kinds', 'kind'),
    ...listed('labels', 'label'),
  ]
}

/** A division's code: six digits of the district, three of the town, three of the community. */
const [townDigits, communityDigits] = [9, 12]

/** Every part of a family as it was counted; one that no scope says (without a community) has none. */
export type CountedFamily = Family & { readonly total: number; readonly parts: readonly { scope: Scope | undefined; value: number }[] }

export type People = {
  /** What is to be published. */
  readonly wanted: readonly Counted[]
  /** What is out, in whatever bulletin, as it would be counted now. */
  readonly published: readonly Counted[]
  readonly families: readonly CountedFamily[]
}

const keyOfSaid = ({ measure, scope }: Said): string => keyOf(measure, scope)

/**
 * All that is known and is to be known of people, as one table: the parts of every whole, and what is left of one
 * count when another within it is taken away.
 */
function tableOf({ wanted, published, families }: People): Table {
  const out = new Set(published.map(keyOfSaid))
  const cells = new Map<string, Cell>()
  const known = [...new Map([...published, ...wanted].map((one) => [keyOfSaid(one), one])).values()]
  for (const one of wanted) {
    const cell = { key: keyOfSaid(one), value: one.value, sensitive: isSensitive(one) }
    const isOut = out.has(cell.key) && !isSmall(cell)
    // That there was nobody in a whole project is no secret of anybody's.
    cells.set(cell.key, { ...cell, state: isOut || (isWhole(one.scope) && one.value === 0) ? 'published' : 'wanted' })
  }
  for (const one of published) {
    const key = keyOfSaid(one)
    if (!cells.has(key)) cells.set(key, { key, value: one.value, sensitive: isSensitive(one), state: 'published' })
  }
  const addUnpublished = (key: string, value: number, sensitive: boolean) => {
    if (!cells.has(key))
      cells.set(key, { key, value, sensitive, state: value > 0 && isSmall({ value, sensitive }) ? 'withheld' : 'unpublished' })
  }
  const sums: Sum[] = []
  for (const { measure, parent, by, total, parts } of families) {
    const whole = keyOf(measure, parent)
    addUnpublished(whole, total, isSensitive({ measure, scope: parent }))
    const keys = parts.map(({ scope, value }) => {
      const key = scope === undefined ? `${whole} ${by} —` : keyOf(measure, scope)
      addUnpublished(key, value, isSensitive({ measure, scope: scope ?? parent }))
      return key
    })
    sums.push({ total: whole, parts: keys })
  }
  for (const outer of known)
    for (const inner of known) {
      if (inner === outer || !isWithin(inner, outer)) continue
      const [whole, part] = [keyOfSaid(outer), keyOfSaid(inner)]
      // The same people under two names: who knows the one figure knows the other.
      if (isWithin(outer, inner)) sums.push({ total: whole, parts: [part] })
      const rest = { value: outer.value - inner.value, sensitive: isSensitive(outer) || isSensitive(inner) }
      if (rest.value <= 0 || !isSmall(rest)) continue
      const key = `${whole} − ${part}`
      cells.set(key, { key, ...rest, state: 'withheld' })
      sums.push({ total: whole, parts: [part, key] })
    }
  return { cells: [...cells.values()], sums }
}

/** Which figures must not be printed, by `keyOf`: those of few people, and those from which these could be worked out. */
export type Hidden = { readonly small: ReadonlySet<string>; readonly protecting: ReadonlySet<string> }

export function hiddenAmong(people: People): Verdict<Hidden> {
  const found = suppress(tableOf(people))
  if (found.ok) return yes({ small: new Set(found.value.small), protecting: new Set(found.value.protecting) })
  return no(found.code, found.because, { field: 'content', sort: 'invalid' })
}

/** A figure that cannot stand in a sentence: `at` is how its scope is said. */
export function mayBeSaid(said: Said, { small, protecting }: Hidden, at: { zh: string; en: string }): Verdict {
  const name = measures[said.measure].name
  const people = peopleIn(said)
  const few = people.find((one) => small.has(keyOfSaid(one)))
  if (few !== undefined) {
    const least = isSensitive(few) ? smallestSensitive : smallest
    return no(
      'publishing.smallNumber',
      {
        zh: `“${name.zh}（${at.zh}）”不足${least}人（户），公开后可能认出是谁。请从文字里去掉，或改用更大的范围；放在数字表里会自动隐去。`,
        en: `“${name.en}” (${at.en}) counts fewer than ${least}; readers could tell who they are. Leave it out of the text or use a wider scope; in a table of figures it is left blank by itself.`,
      },
      { field: 'content', sort: 'invalid' },
    )
  }
  return people.some((one) => protecting.has(keyOfSaid(one)))
    ? no(
        'publishing.givesAway',
        {
          zh: `“${name.zh}（${at.zh}）”和已公开或同时公开的数字一减，会推算出另一处过少的人数。请从文字里去掉；放在数字表里会自动隐去。`,
          en: `“${name.en}” (${at.en}), taken together with what is or will be published, gives away a small number elsewhere. Leave it out of the text; in a table of figures it is left blank by itself.`,
        },
        { field: 'content', sort: 'invalid' },
      )
    : yes()
}

/** Whether a figure is left blank in a table. */
export const isHidden = (said: Said, { small, protecting }: Hidden): boolean =>
  peopleIn(said).some((one) => small.has(keyOfSaid(one)) || protecting.has(keyOfSaid(one)))

/** Whether a whole project has too few people for this figure to be printed at all. */
export const isTooFew = ({ measure, scope, value }: Counted): boolean =>
  namesPeople(measure) && value > 0 && isSmall({ value, sensitive: isSensitive({ measure, scope }) })
