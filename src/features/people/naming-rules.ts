import { type Day, ageOn } from '../../kernel/day.ts'
import type { Sex } from './identity-rules.ts'

/** What a list writes beside a name, by which two of one name can be told apart. */
export type Hints = {
  /** The last four characters of the identity number. */
  readonly idTail?: string | undefined
  /** The last four digits of the telephone. */
  readonly phoneTail?: string | undefined
  readonly householdNumber?: string | undefined
  readonly age?: number | undefined
  readonly sex?: Sex | undefined
  /** The day on which the age was written. */
  readonly on?: Day | undefined
}

/** What is known of somebody who may be meant. */
export type Nameable = {
  readonly sex?: Sex | undefined
  readonly birth?: Day | undefined
  readonly number?: string | undefined
  readonly phones: readonly string[]
  readonly householdNumbers: readonly string[]
}

export type Naming<P> = { readonly one: P } | { readonly several: readonly P[] } | { readonly none: true }

/**
 * Whom a written name means, of all who bear it in the community. One alone is meant whatever stands beside the name;
 * of several, the only one whom nothing contradicts, or the only one of these whom something confirms. Nobody is
 * guessed: otherwise it stays open.
 */
export function whoIsMeant<P extends Nameable>(candidates: readonly P[], hints: Hints): Naming<P> {
  const [first] = candidates
  if (first === undefined) return { none: true }
  if (candidates.length === 1) return { one: first }
  const weighed = candidates.map((person) => ({ person, said: judge(person, hints) }))
  const possible = weighed.filter(({ said }) => !said.includes(false))
  const confirmed = possible.filter(({ said }) => said.includes(true))
  for (const left of [possible, confirmed]) {
    const [only] = left
    if (only !== undefined && left.length === 1) return { one: only.person }
  }
  return { several: possible.length === 0 ? candidates : possible.map(({ person }) => person) }
}

/** For each hint whether it fits the person; undefined where nothing is known to hold it against. */
export function judge(person: Nameable, hints: Hints): (boolean | undefined)[] {
  const age = hints.age !== undefined && hints.on !== undefined && person.birth !== undefined ? ageOn(person.birth, hints.on) : undefined
  return [
    hints.idTail !== undefined && person.number !== undefined ? person.number.endsWith(hints.idTail) : undefined,
    hints.phoneTail !== undefined && person.phones.length > 0
      ? person.phones.some((phone) => phone.endsWith(hints.phoneTail ?? ''))
      : undefined,
    hints.householdNumber !== undefined && person.householdNumbers.length > 0
      ? person.householdNumbers.includes(hints.householdNumber)
      : undefined,
    age !== undefined && hints.age !== undefined ? Math.abs(age - hints.age) <= 1 : undefined,
    hints.sex !== undefined && person.sex !== undefined ? hints.sex === person.sex : undefined,
  ]
}
