import { entered } from '../../kernel/entered.ts'
import { daySchema, type Day } from '../../kernel/day.ts'
import { answersSchema, riskProtocolSchema, type Answers } from './scale-schema.ts'
import type { Assessment } from './schema.ts'
import { asksForProtocol } from './scoring-rules.ts'

/** A sheet while it is filled in: what a form and its draft hold. */
export type SheetEntry = {
  id: string
  answers?: Record<string, string | undefined>
  day: string
  phase: Assessment['phase']
  occasion?: string | null
  informant: NonNullable<Assessment['informant']>
  note?: string | null
  protocol?: object | null
  reason?: string
}

/** The answers that were given; a cleared one is none. */
export const answersOf = (answers: SheetEntry['answers']): Answers =>
  answersSchema.parse(Object.fromEntries(Object.entries(answers ?? {}).filter(([, value]) => typeof value === 'string')))

/** The form's values as the endpoints take them. A protocol that the answers no longer ask for is left out. */
export function factsOf(scale: string, entry: SheetEntry) {
  const answers = answersOf(entry.answers)
  const protocol = asksForProtocol(scale, answers) ? riskProtocolSchema.safeParse(entry.protocol) : undefined
  return {
    answers,
    day: daySchema.parse(entry.day),
    phase: entry.phase,
    occasion: entered(entry.occasion),
    informant: entry.informant,
    note: entered(entry.note),
    protocol: protocol?.success === true ? { ...protocol.data, nextContactOn: daySchema.parse(protocol.data.nextContactOn) } : null,
  }
}

/** A kept sheet as a form takes it. */
export const entryOf = (assessment: Assessment, today: Day): Omit<SheetEntry, 'reason'> => ({
  id: assessment.id,
  answers: { ...assessment.answers },
  day: assessment.day ?? today,
  phase: assessment.phase,
  occasion: assessment.occasion,
  informant: assessment.informant ?? 'self',
  note: assessment.note,
  protocol: assessment.protocol,
})
