import type { Mark } from './group-schema.ts'

export const isPresent = (mark: Mark): boolean => mark === 'present' || mark === 'late' || mark === 'left_early'

export type RolledSession = {
  readonly serviceId: string
  readonly ordinal: number
  readonly status: string
  readonly day: string | null
  readonly marks: ReadonlyMap<string, Mark>
}
export type RolledMember = { readonly id: string; readonly joinedOn: string | null; readonly leftOn: string | null }

const inOrder = (sessions: readonly RolledSession[]): RolledSession[] =>
  sessions.filter(({ status }) => status === 'held').toSorted((a, b) => a.ordinal - b.ordinal)

/** Whether a session concerns a member: not before they joined, nor after they left. */
const concerns = (session: RolledSession, member: RolledMember): boolean =>
  session.day === null ||
  ((member.joinedOn === null || member.joinedOn <= session.day) && (member.leftOn === null || member.leftOn > session.day))

export type RollSummary = {
  readonly held: number
  readonly planned: number
  readonly attendances: number
  readonly averageRate: number | null
}

/**
 * Sessions, attendances and the average attendance rate (平均出席率): the mean over held sessions of those present by
 * those who were members then.
 */
export function summaryOf(sessions: readonly RolledSession[], members: readonly RolledMember[]): RollSummary {
  const held = inOrder(sessions)
  const rolls = held.map((session) => {
    const its = members.filter((member) => concerns(session, member))
    return { of: its.length, present: its.filter((member) => isPresent(session.marks.get(member.id) ?? 'absent')).length }
  })
  const rates = rolls.flatMap(({ of, present }) => (of === 0 ? [] : [present / of]))
  return {
    held: held.length,
    planned: sessions.filter(({ status }) => status !== 'cancelled').length,
    attendances: rolls.reduce((sum, { present }) => sum + present, 0),
    averageRate: rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length,
  }
}

/** Members who were not there at the last two sessions that were held, excused or not: somebody should ask after them. */
export const absentTwice = (sessions: readonly RolledSession[], members: readonly RolledMember[]): string[] =>
  members.flatMap((member) => {
    const last = inOrder(sessions)
      .filter((session) => concerns(session, member))
      .slice(-2)
    const isGone = last.length === 2 && last.every((session) => !isPresent(session.marks.get(member.id) ?? 'absent'))
    return member.leftOn === null && isGone ? [member.id] : []
  })

export type Scored = { readonly personId: string; readonly phase: 'before' | 'during' | 'after'; readonly score: number }

/** Before and after on one scale, of those who have both. */
export function comparisonOf(scores: readonly Scored[]): { pairs: number; before: number; after: number } | null {
  const people = [...Map.groupBy(scores, ({ personId }) => personId).values()].flatMap((its) => {
    const before = its.find(({ phase }) => phase === 'before')?.score
    const after = its.findLast(({ phase }) => phase === 'after')?.score
    return before === undefined || after === undefined ? [] : [{ before, after }]
  })
  if (people.length === 0) return null
  const mean = (of: 'before' | 'after') => people.reduce((sum, one) => sum + one[of], 0) / people.length
  return { pairs: people.length, before: mean('before'), after: mean('after') }
}
