import { type Day, minutesOf } from '../../kernel/day.ts'
import type { DivisionCode } from '../../kernel/ids.ts'
import { type Kind, type Line, type PartPlayed, type Status, kindWords } from '../ledger/kind-schema.ts'
import type { Draft, Link } from './draft-schema.ts'
import type { Household } from './household-plan-rules.ts'
import type { Meant } from './naming-plan-rules.ts'
import { type AnyRow, type Desk, keyHeld, keyOfKnown, placeOf, report, wait } from './plan-desk-rules.ts'
import type { KnownService } from './plan-schema.ts'

/** A service that other rows belong to: of this plan, or of an earlier one. */
export type PlannedService = {
  readonly key: string
  readonly link: Link
  readonly kind: Kind
  readonly line: Line
  readonly status: Status
  readonly title?: string | undefined
  readonly number?: string | undefined
  readonly day?: Day | undefined
  readonly community?: DivisionCode | undefined
}

export const serviceOnFile = (known: KnownService): PlannedService => ({
  key: keyOfKnown(known),
  link: { id: known.id },
  kind: known.kind,
  line: known.line,
  status: known.status,
  title: known.title,
  number: known.number,
  day: known.day,
  community: known.communityCode,
})

type ServiceDraft = Draft<'service'>
type ServiceWritten = Omit<ServiceDraft['values'], 'line'> & { readonly line?: Line }

/** Puts a service down, under its key, and looks at its day: outside the project, or still to come. */
export function draftService<R extends AnyRow>(
  desk: Desk,
  row: R,
  key: string,
  written: ServiceWritten,
  more: {
    readonly dayField?: keyof R['columns'] & string
    readonly links?: ServiceDraft['links']
    readonly known?: KnownService | undefined
  } = {},
): PlannedService {
  const line = written.line ?? kindWords[written.kind].line
  const held = more.known
  const under = keyHeld(held, key)
  desk.drafts.push({
    table: 'service',
    key: under,
    values: { ...written, line },
    links: more.links ?? {},
    source: placeOf(row),
    ...(held === undefined ? {} : { held: held.id }),
  })
  if (more.dayField !== undefined) checkDay(desk, row, more.dayField, written)
  const { kind, status, title, number, day } = written
  return { key: under, link: { table: 'service', key: under }, kind, line, status, title, number, day, community: written.community_code }
}

function checkDay<R extends AnyRow>(desk: Desk, row: R, field: keyof R['columns'] & string, { day, status }: ServiceWritten) {
  if (day === undefined || status === 'planned' || status === 'cancelled') return
  const { startsOn, endsOn } = desk.period
  if (startsOn !== undefined && day < startsOn) report(desk, row, 'outside_period', field, { day, side: 'before' })
  else if (endsOn !== undefined && day > endsOn) report(desk, row, 'outside_period', field, { day, side: 'after' })
  if (day > desk.today) report(desk, row, 'day_in_future', field, { day })
}

/** The day of a row that is nothing without one. An unreadable day is reported with all other cells. */
export function dayNeeded<R extends AnyRow & { readonly cells: { readonly day?: { readonly value?: Day } } }>(
  desk: Desk,
  row: R,
  field: keyof R['columns'] & string,
): Day | undefined {
  const cell = row.cells.day
  if (cell === undefined) report(desk, row, 'day_missing', field)
  return cell?.value
}

/** Minutes from start to end; the end before the start is reported. */
export function minutesFrom<R extends AnyRow>(
  desk: Desk,
  row: R,
  field: keyof R['columns'] & string,
  startsAt: string | undefined,
  endsAt: string | undefined,
): number | undefined {
  if (startsAt === undefined || endsAt === undefined) return undefined
  const minutes = minutesOf(endsAt) - minutesOf(startsAt)
  if (minutes > 0) return minutes
  report(desk, row, 'end_before_start', field, { startsAt, endsAt })
  return undefined
}

type AttendanceValues = Omit<Draft<'attendance'>['values'], 'part' | 'certainty' | 'written_name' | 'written_hints' | 'repeats'>

/** Somebody who is the only one in their part at a service: the attendance stays the same one, whoever turns out to be meant. */
export const alone = ({ formerly: _formerly, ...meant }: Meant): Meant => ({ ...meant, key: 'alone' })

/**
 * Puts down that somebody was there. Answers the attendance's key, and whether the same person was there already in the
 * same part: such a row is kept and not counted.
 */
export function attend(
  desk: Desk,
  row: AnyRow,
  service: PlannedService,
  meant: Meant,
  written: {
    readonly name: string
    readonly part: PartPlayed
    readonly values?: AttendanceValues
    readonly household?: Household | undefined
  },
): { readonly key: string; readonly repeats: boolean } {
  const { person } = meant
  const presence = `${service.key}|${person?.key}|${written.part}`
  const repeats = person !== undefined && desk.present.has(presence)
  if (person !== undefined) desk.present.add(presence)
  if (person !== undefined && service.status === 'held' && ['beneficiary', 'carer'].includes(written.part)) desk.served.add(person.key)
  const base = `${service.key}|${written.part === 'beneficiary' ? '' : `${written.part}|`}`
  // Counted apart from the subjects of questions, which look the same.
  const counted = `attendance ${base}${meant.key}`
  const times = (desk.keys.get(counted) ?? 0) + 1
  desk.keys.set(counted, times)
  const key = times === 1 ? base + meant.key : `${base}${meant.key}#${times}`
  wait(desk, meant.subject, 'attendance', key)
  desk.drafts.push({
    table: 'attendance',
    key,
    values: {
      ...written.values,
      part: written.part,
      certainty: meant.certainty,
      written_name: written.name,
      written_hints: meant.hints === '' ? undefined : meant.hints,
      repeats,
    },
    links: {
      service_id: service.link,
      person_id: person?.link,
      recorded_person_id: person?.link,
      household_id: written.household?.link,
    },
    source: placeOf(row),
    ...(meant.formerly === undefined || times > 1 ? {} : { formerly: meant.formerly.map((form) => base + form) }),
  })
  return { key, repeats }
}
