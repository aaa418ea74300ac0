import type { Day } from '../../kernel/day.ts'
import type { Outcome, Step } from './visit-schema.ts'
import { stepSchema } from './visit-schema.ts'

export type AttemptFacts = {
  /** When they were last looked in on by a means that counts. */
  readonly seenOn: Day | null
  readonly missed: readonly Day[]
  readonly open: { readonly openedOn: Day } | null
  /** The last time that somebody closed one: attempts up to that day are settled. */
  readonly closedOn: Day | null
}

export type Settling =
  | { readonly do: 'nothing' }
  | { readonly do: 'open'; readonly on: Day }
  | { readonly do: 'close'; readonly outcome: Outcome; readonly on: Day }

/**
 * What follows from attempts at which somebody was not met. So many in a row open an escalation, which stays until
 * somebody closes it, or the elder is seen; attempts that turn out to be mistakes close it too.
 */
export function settleAttempts({ seenOn, missed, open, closedOn }: AttemptFacts, limit: number): Settling {
  const standing = missed.filter((day) => (seenOn === null || day > seenOn) && (closedOn === null || day > closedOn)).toSorted()
  const last = standing.at(-1)
  if (open === null) return standing.length >= limit && last !== undefined ? { do: 'open', on: last } : { do: 'nothing' }
  if (seenOn !== null && seenOn >= open.openedOn) return { do: 'close', outcome: 'seen', on: seenOn }
  return standing.length < limit ? { do: 'close', outcome: 'mistake', on: open.openedOn } : { do: 'nothing' }
}

/** Who is to be asked next; undefined when everybody has been. */
export const nextStep = (taken: readonly Step[]): Step | undefined => stepSchema.options.find((step) => !taken.includes(step))

/** The one matter that a notice of an escalation tells of. */
export const matterOf = (id: string): string => `escalation:${id}`
