import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import type { DivisionCode, PersonId } from '../../kernel/ids.ts'
import type { ProblemInput, Visit, VisitInput } from './record-schema.ts'
import { meansSchema, type Item, type Means, type ReferredTo, type Urgency } from './visit-schema.ts'

export type PersonEntry = {
  readonly id: string
  readonly personId: PersonId
  readonly name: string
  readonly seen: boolean | null
  readonly communityCode: DivisionCode | null
}
export type ProblemEntry = {
  readonly id: string
  readonly item: Item
  readonly personId: PersonId | null
  readonly urgency: Urgency
  readonly found: string
  readonly handled: string
  readonly referredTo: ReferredTo | null
}
export type Looked = { readonly checks: Readonly<Partial<Record<Item, boolean>>>; readonly problems: readonly ProblemEntry[] }

/** A visit as the form holds one. */
export type VisitFormEntry = {
  people?: readonly PersonEntry[]
  means?: Means
  informant?: string
  day?: string | null
  startsAt?: string
  minutes?: number | null
  worker?: string
  looked?: Looked
  deeds?: VisitInput['deeds']
  note?: string
}

export const nothingLooked: Looked = { checks: {}, problems: [] }

/** All that is asked for on a day, in order. What was found wrong stays. */
export const allInOrder = (looked: Looked, items: readonly Item[]): Looked => ({
  ...looked,
  checks: Object.fromEntries(items.map((item) => [item, looked.checks[item] !== false])),
})

/** The next of a tick: in order, a problem, not looked at. A problem opens its words; taken back, they go. */
export function ticked(looked: Looked, item: Item, id: string): Looked {
  const was = looked.checks[item]
  const checks = Object.fromEntries(Object.entries(looked.checks).filter(([key]) => key !== item))
  const problems = looked.problems.filter((problem) => problem.item !== item)
  if (was === undefined) return { checks: { ...checks, [item]: true }, problems }
  if (was)
    return {
      checks: { ...checks, [item]: false },
      problems: [...problems, { id, item, personId: null, urgency: 'routine', found: '', handled: '', referredTo: null }],
    }
  return { checks, problems }
}

/** The endpoint's input; undefined while the day or the community is not known. */
export function visitInputOf(
  entry: VisitFormEntry,
  community: DivisionCode | null,
): (Omit<VisitInput, 'people'> & { people: { id: string; personId: PersonId; seen: boolean }[] }) | undefined {
  const day = daySchema.safeParse(entry.day).data
  const people = entry.people ?? []
  const code = community ?? people.find((person) => person.communityCode !== null)?.communityCode ?? null
  if (day === undefined || code === null) return undefined
  const looked = entry.looked ?? nothingLooked
  const isMet = people.some((person) => person.seen === true)
  const problems: ProblemInput[] = looked.problems
    .filter((problem) => problem.found.trim() !== '')
    .map((problem) => ({ ...problem, found: problem.found.trim(), handled: entered(problem.handled) }))
  return {
    communityCode: code,
    day,
    startsAt: entered(entry.startsAt),
    minutes: entry.minutes ?? null,
    means: entry.means ?? 'door',
    informant: entered(entry.informant),
    worker: entered(entry.worker),
    people: people.map(({ id, personId, seen }) => ({ id, personId, seen: seen === true })),
    checks: isMet ? { ...looked.checks } : {},
    deeds: isMet ? (entry.deeds ?? []) : [],
    problems: isMet ? problems : [],
    note: entered(entry.note),
  }
}

/** A visit as the form begins with it when it is corrected. */
export const entryOfVisit = (visit: Visit, newId: () => string): VisitFormEntry => ({
  people: visit.people.map((person) => ({ ...person, id: newId(), communityCode: visit.communityCode })),
  means: visit.means ?? meansSchema.parse(visit.kind === 'phone_visit' ? 'phone' : 'door'),
  day: visit.day,
  minutes: visit.minutes,
  deeds: visit.deeds,
  looked: {
    checks: visit.checks,
    problems: visit.problems.map((problem) => ({
      id: problem.id,
      item: problem.item,
      personId: problem.personId,
      urgency: problem.urgency,
      found: problem.found ?? '',
      handled: problem.handled ?? '',
      referredTo: problem.referredTo,
    })),
  },
  ...(visit.informant === null ? {} : { informant: visit.informant }),
  ...(visit.startsAt === null ? {} : { startsAt: visit.startsAt.slice(0, 5) }),
  ...(visit.worker === null ? {} : { worker: visit.worker }),
  ...(visit.note === null ? {} : { note: visit.note }),
})
