import type { DivisionCode } from '../../kernel/ids.ts'
import { type Hints, type Nameable, type Naming, judge, whoIsMeant } from './naming-rules.ts'
import { soundsAlike, soundsOf } from './sound-rules.ts'

/** Somebody on the register: under every name and in every community they are registered with. */
export type Listed = Nameable & { readonly names: readonly string[]; readonly communities: readonly DivisionCode[] }

/** Why somebody may be meant: bears the name, sounds like it, bears it in another community, differs in one character. */
export type Likeness = 'namesake' | 'homophone' | 'elsewhere' | 'one_character'
type Suggestion<P> = {
  readonly person: P
  readonly likeness: Likeness
  /** How many hints fit, less those that do not. */ readonly fits: number
}

/** The register as it is asked for names. */
export type Directory<P extends Listed> = {
  /** Whom a name means in a community; without a community, in the whole register. */
  readonly find: (name: string, community: DivisionCode | undefined, hints: Hints) => Naming<P>
  /** Who may be meant by a name that led to nobody, or to several: the likeliest first, six at most. */
  readonly suggest: (name: string, community: DivisionCode | undefined, hints: Hints) => readonly Suggestion<P>[]
  readonly byNumber: (number: string) => readonly P[]
}

const everywhere = 'everywhere'
const atMost = 6
const rank: Record<Likeness, number> = { namesake: 0, homophone: 1, elsewhere: 2, one_character: 3 }

export function directoryOf<P extends Listed>(people: readonly P[]): Directory<P> {
  const byPlace = new Map<string, P[]>()
  const byPlaceAndName = new Map<string, P[]>()
  const byNumber = new Map<string, P[]>()
  for (const person of people) {
    if (person.number !== undefined) add(byNumber, person.number, person)
    for (const place of [everywhere, ...person.communities]) {
      add(byPlace, place, person)
      for (const name of person.names) add(byPlaceAndName, `${place}|${name}`, person)
    }
  }
  const bearers = (name: string, place: string) => byPlaceAndName.get(`${place}|${name}`) ?? []
  const sounding = indexed(byPlace, soundsOf)
  const holed = indexed(byPlace, holesOf)

  const suggest = (name: string, community: DivisionCode | undefined, hints: Hints): Suggestion<P>[] => {
    const place = community ?? everywhere
    const found = new Map<P, Suggestion<P>>()
    const offer = (persons: readonly P[], likeness: Likeness) => {
      for (const person of persons) if (!found.has(person)) found.set(person, { person, likeness, fits: fitsOf(person, hints) })
    }
    offer(bearers(name, place), 'namesake')
    const heard = soundsOf(name).flatMap((sound) => sounding(place, sound))
    offer(
      heard.filter((person) => person.names.some((other) => soundsAlike(name, other))),
      'homophone',
    )
    offer(bearers(name, everywhere), 'elsewhere')
    offer(
      holesOf(name).flatMap((hole) => holed(place, hole)),
      'one_character',
    )
    return [...found.values()]
      .sort((a, b) => rank[a.likeness] - rank[b.likeness] || b.fits - a.fits || (nameOf(a.person) < nameOf(b.person) ? -1 : 1))
      .slice(0, atMost)
  }

  return {
    find: (name, community, hints) => whoIsMeant(bearers(name, community ?? everywhere), hints),
    suggest,
    byNumber: (number) => byNumber.get(number) ?? [],
  }
}

const nameOf = (person: Listed): string => person.names[0] ?? ''

function fitsOf(person: Listed, hints: Hints): number {
  const said = judge(person, hints)
  return said.filter((fit) => fit === true).length - said.filter((fit) => fit === false).length
}

/** A name with a hole for each of its characters: names that differ in one character share one. */
const holesOf = (name: string): string[] =>
  name.length < 2 ? [] : Array.from({ length: name.length }, (_, at) => `${name.slice(0, at)}_${name.slice(at + 1)}`)

/** The people of a place by what is made of their names, worked out when first asked for. */
function indexed<P extends Listed>(byPlace: ReadonlyMap<string, readonly P[]>, keysOf: (name: string) => readonly string[]) {
  const made = new Map<string, Map<string, P[]>>()
  return (place: string, key: string): readonly P[] => {
    let index = made.get(place)
    if (index === undefined) {
      index = new Map()
      for (const person of byPlace.get(place) ?? []) {
        for (const name of person.names) for (const made of keysOf(name)) add(index, made, person)
      }
      made.set(place, index)
    }
    return index.get(key) ?? []
  }
}

/** Adds somebody once: a person is added under one key several times only in a row. */
function add<P>(map: Map<string, P[]>, key: string, person: P) {
  const list = map.get(key)
  if (list === undefined) map.set(key, [person])
  else if (list.at(-1) !== person) list.push(person)
}
