import type { DriftReason } from './frozen-schema.ts'

/** A service as it stood, or stands: what decides whether and where it counts. */
export type ServiceFacts = {
  readonly status: string
  readonly day: string | null
  readonly communityCode: string | null
  readonly kind: string
  readonly line: string
  readonly themes: readonly string[]
  readonly repeats: boolean
  readonly attended: readonly AttendedFacts[]
}
type AttendedFacts = {
  readonly id: string
  readonly personId: string | null
  readonly recordedId: string | null
  readonly part: string
  readonly repeats: boolean
}

/** What became of a service since a moment: undefined where it was not there yet, or is there no more. */
export type Touched = {
  readonly serviceId: string
  readonly before: ServiceFacts | undefined
  readonly now: ServiceFacts | undefined
  readonly said: string | null
}

/** A workbook that came in again, or was taken back, since: its own moment, and what it did. */
export type ImportFacts = {
  /** Services, attendances and persons that imports added, with the names of the files. */
  readonly added: ReadonlyMap<string, string>
  /** Why an import from before that moment was taken back since; undefined where none was. */
  readonly undone: string | undefined
}

/** A merge of two files, or one that was taken back, since that moment. */
export type MergeFacts = { readonly keptId: string; readonly mergedId: string; readonly undone: boolean; readonly reason: string }

export type DriftFacts = {
  readonly touched: readonly Touched[]
  readonly merges: readonly MergeFacts[]
  /** Attendances whose name somebody said to be somebody's, or nobody's, since. */
  readonly resolved: ReadonlySet<string>
  readonly imports: ImportFacts
}

export type Direction = 'came' | 'went' | 'changed'
export type Why = { readonly reason: DriftReason; readonly said: string | null }

/** What is different about a service that decides whether it counts. The first that differs is the reason. */
function changeOf(then: ServiceFacts | undefined, now: ServiceFacts | undefined): DriftReason | undefined {
  if (then === undefined) return now === undefined ? undefined : 'late'
  if (now === undefined) return 'removed'
  if (then.status !== now.status) return now.status === 'held' ? 'held' : 'cancelled'
  if (then.day !== now.day) return 'date'
  if (then.repeats !== now.repeats) return 'repeats'
  if (then.communityCode !== now.communityCode) return 'place'
  if (then.kind !== now.kind || then.line !== now.line || then.themes.join() !== now.themes.join()) return 'sort'
  return undefined
}

/** The same of one who was there. */
function attendedChangeOf(then: AttendedFacts | undefined, now: AttendedFacts | undefined): DriftReason | undefined {
  if (then === undefined) return now === undefined ? undefined : 'late'
  if (now === undefined) return 'removed'
  if (then.part !== now.part) return 'part'
  if (then.personId === null && now.personId !== null) return 'resolved'
  if (then.personId !== null && now.personId === null) return 'unresolved'
  return then.repeats === now.repeats ? undefined : 'repeats'
}

/** Why a service is counted, or no longer. */
export function whyOfService(direction: Direction, id: string, { touched, imports }: DriftFacts): Why {
  const found = touched.find(({ serviceId }) => serviceId === id)
  const reason = found === undefined ? undefined : changeOf(found.before, found.now)
  return reason === undefined
    ? fallbackOf(direction, imports, found?.said)
    : broughtBy({ reason, said: found?.said ?? null }, [id], imports)
}

/** What was entered late by a workbook says so. */
function broughtBy(why: Why, ids: readonly string[], { added }: ImportFacts): Why {
  const said = why.reason === 'late' ? ids.flatMap((id) => added.get(id) ?? [])[0] : undefined
  return said === undefined ? why : { reason: 'imported', said }
}

/** Why an attendance is counted, or no longer. */
export function whyOfAttendance(direction: Direction, id: string, facts: DriftFacts): Why {
  const at = (service: ServiceFacts | undefined) => service?.attended.find((one) => one.id === id)
  const found = facts.touched.find(({ before, now }) => at(before) !== undefined || at(now) !== undefined)
  const reason = found === undefined ? undefined : (changeOf(found.before, found.now) ?? attendedChangeOf(at(found.before), at(found.now)))
  if (reason !== undefined) return broughtBy({ reason, said: found?.said ?? null }, [id, found?.serviceId ?? id], facts.imports)
  if (facts.resolved.has(id)) return { reason: direction === 'went' ? 'unresolved' : 'resolved', said: null }
  const merge = facts.merges[0]
  // Two files of one person at one service: one attendance of the two stops counting.
  if (merge !== undefined && direction !== 'changed') return { reason: merge.undone ? 'unmerged' : 'merged', said: merge.reason }
  return fallbackOf(direction, facts.imports, found?.said)
}

/**
 * Why a person is counted, or no longer: a merge of their files, or the first thing that changed about a service that
 * they attended.
 */
export function whyOfPerson(direction: Direction, id: string, facts: DriftFacts): Why {
  const merge = facts.merges.find(({ keptId, mergedId }) => keptId === id || mergedId === id)
  if (merge !== undefined && (merge.undone || merge.mergedId === id || direction === 'came'))
    return { reason: merge.undone ? 'unmerged' : 'merged', said: merge.reason }
  const of = (service: ServiceFacts | undefined) =>
    service?.attended.find((one) => one.personId === id) ?? service?.attended.find((one) => one.recordedId === id)
  for (const { serviceId, before: then, now, said } of facts.touched) {
    const [was, is] = [of(then), of(now)]
    if (was === undefined && is === undefined) continue
    const attendance = was ?? is
    if (attendance !== undefined && facts.resolved.has(attendance.id) && then !== undefined && now !== undefined)
      return { reason: direction === 'went' ? 'unresolved' : 'resolved', said }
    const reason = changeOf(then, now) ?? attendedChangeOf(was, is)
    if (reason !== undefined && fits(direction, reason))
      return broughtBy({ reason, said }, [attendance?.id ?? '', serviceId], facts.imports)
  }
  if (facts.imports.undone === undefined && facts.resolved.size > 0 && direction !== 'changed')
    return { reason: direction === 'came' ? 'resolved' : 'unresolved', said: null }
  return broughtBy(fallbackOf(direction, facts.imports), [id], facts.imports)
}

/** Nobody goes because something was entered late, and nobody comes because something was removed or cancelled. */
function fits(direction: Direction, reason: DriftReason): boolean {
  if (direction === 'went') return reason !== 'late' && reason !== 'held'
  return direction !== 'came' || (reason !== 'removed' && reason !== 'cancelled')
}

/** Where no change of a record tells: an import that was taken back leaves none behind. */
function fallbackOf(direction: Direction, { undone }: ImportFacts, said?: string | null): Why {
  if (undone !== undefined) return { reason: 'importUndone', said: undone }
  return { reason: direction === 'came' ? 'late' : direction === 'went' ? 'removed' : 'amount', said: said ?? null }
}

export type Compared = {
  readonly came: readonly string[]
  readonly went: readonly string[]
  readonly changed: readonly string[]
}

/** Two lists of members beside one another. */
export function compareMembers(then: ReadonlyMap<string, number | null>, now: ReadonlyMap<string, number | null>): Compared {
  return {
    came: [...now.keys()].filter((name) => !then.has(name)),
    went: [...then.keys()].filter((name) => !now.has(name)),
    changed: [...then].filter(([name, amount]) => now.has(name) && now.get(name) !== amount).map(([name]) => name),
  }
}

export const hasMoved = ({ came, went, changed }: Compared): boolean => came.length + went.length + changed.length > 0
