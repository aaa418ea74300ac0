import type { Line } from '../ledger/kind-schema.ts'
import { type WrittenShift, claimsTooMuch, isSelfConfirmed, lacksCheckOut, overlapsOf, presenceOf } from '../volunteering/shift-rules.ts'
import type { FormRow } from './form-schema.ts'
import type { Meant } from './naming-plan-rules.ts'
import { type Desk, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { type PlannedService, alone, attend, dayNeeded, draftService } from './service-plan-rules.ts'
import { statusOf } from './status-plan-rules.ts'
import type { PlannedVolunteer } from './volunteer-plan-rules.ts'

type ShiftRow = FormRow<'shifts'>
type Shift = WrittenShift & { readonly row: ShiftRow }

const lineWords: readonly (readonly [Line, RegExp])[] = [
  ['physical', /义诊|健康|体检/],
  ['mental', /个案|小组|心理/],
  ['living', /物资|发放|手工|课程|慰问/],
  ['cultural', /活动|文艺|节日/],
]

/** Shifts of volunteers. Hours are kept as claimed and as confirmed; what is doubtful about them is said and changes nothing. */
export function planShifts(planning: Planning, volunteers: ReadonlyMap<string, PlannedVolunteer>) {
  const { desk, rows } = planning
  const done: Shift[] = []
  for (const row of rowsOf(rows, 'shifts')) {
    const shift = planShift(planning, volunteers, row)
    if (shift !== undefined) done.push(shift)
  }
  for (const { shift, earlier } of overlapsOf(done)) {
    report(desk, shift.row, 'shift_overlaps', 'startsAt', {
      startsAt: shift.startsAt ?? '',
      endsAt: shift.endsAt ?? '',
      otherStartsAt: earlier.startsAt ?? '',
      otherEndsAt: earlier.endsAt ?? '',
    })
  }
}

/** Puts a shift down; answers it when it was done. */
function planShift(planning: Planning, volunteers: ReadonlyMap<string, PlannedVolunteer>, row: ShiftRow): Shift | undefined {
  const { desk, services } = planning
  const { cells } = row
  const day = dayNeeded(desk, row, 'day')
  if (day === undefined) return undefined
  const status = statusOf(cells.status?.value, day, desk.today) ?? 'held'
  if (status === 'failed') report(desk, row, 'shift_no_show', 'status', { name: cells.name?.value ?? '' })
  const number = cells.relatedNumber?.value
  const related = services.numbered(number)
  if (number !== undefined && related === undefined && services.hasSeriesOf(number)) {
    report(desk, row, 'reference_unknown', 'relatedNumber', { number, what: 'service' })
  }
  const meant = whoVolunteers(desk, volunteers, row)
  // A list with one column of hours says what was served.
  const hours = cells.claimed?.value ?? (row.columns.claimed === undefined ? cells.confirmed?.value : undefined)
  const shift: Shift = {
    row,
    volunteer: meant.key,
    day,
    ...(cells.startsAt?.value === undefined ? {} : { startsAt: cells.startsAt.value }),
    ...(cells.endsAt?.value === undefined ? {} : { endsAt: cells.endsAt.value }),
    ...(hours === undefined ? {} : { claimed: hours }),
  }
  draftShift(planning, { row, shift, meant, related, status })
  if (status !== 'held') return undefined
  checkShift(desk, shift, meant)
  return shift
}

/** By number on the roll; without one, by a name that only one volunteer has. */
function whoVolunteers(desk: Desk, volunteers: ReadonlyMap<string, PlannedVolunteer>, row: ShiftRow): Meant {
  const number = row.cells.volunteerNumber?.value
  const name = row.cells.name?.value
  const bearers = number === undefined ? new Set([...volunteers.values()].filter((one) => one.name === name)) : new Set<PlannedVolunteer>()
  const volunteer = number === undefined ? (bearers.size === 1 ? [...bearers][0] : undefined) : volunteers.get(number)
  if (volunteer === undefined) {
    if (volunteers.size > 0)
      report(desk, row, 'reference_unknown', number === undefined ? 'name' : 'volunteerNumber', {
        number: number ?? name ?? '',
        what: 'volunteer',
      })
    return { certainty: 'unresolved', key: desk.hide(`${number ?? ''}|${name ?? ''}`), hints: '' }
  }
  if (name !== undefined && name !== volunteer.name && !volunteer.person.names.includes(name)) {
    report(desk, row, 'name_contradicts_number', 'name', { name, number: number ?? '', other: volunteer.name })
  }
  return { person: volunteer.person, certainty: 'name', key: volunteer.person.key, hints: '' }
}

type Parts = {
  readonly row: ShiftRow
  readonly shift: Shift
  readonly meant: Meant
  readonly related: PlannedService | undefined
  readonly status: PlannedService['status']
}

function draftShift({ desk }: Planning, { row, shift, meant, related, status }: Parts) {
  const { cells } = row
  const who = cells.volunteerNumber?.value ?? meant.key
  const written = lineWords.find(([, word]) => word.test(cells.kind?.value ?? ''))?.[0]
  const service = draftService(
    desk,
    row,
    uniqueKey(desk, `shift:${who}|${shift.day}|${shift.startsAt ?? ''}|${cells.relatedNumber?.value ?? ''}`),
    {
      kind: 'volunteer_shift',
      status,
      line: related?.line ?? written ?? 'social',
      title: cells.kind?.value,
      day: cells.day?.value,
      starts_at: shift.startsAt,
      minutes: presenceOf(shift),
      community_code: related?.community,
    },
    { dayField: 'day', links: { part_of: related?.link } },
  )
  attend(desk, row, service, alone(meant), {
    name: cells.name?.value ?? meant.person?.name ?? '',
    part: 'volunteer',
    values: { minutes: cells.confirmed?.value, minutes_claimed: cells.claimed?.value, confirmed_by: cells.confirmedBy?.value },
  })
}

function checkShift(desk: Desk, shift: Shift, meant: Meant) {
  const { row } = shift
  const { startsAt, endsAt } = shift
  if (lacksCheckOut(shift)) report(desk, row, 'no_check_out', 'endsAt')
  if (startsAt !== undefined && endsAt !== undefined && presenceOf(shift) === undefined) {
    report(desk, row, 'end_before_start', 'endsAt', { startsAt, endsAt })
  }
  if (claimsTooMuch(shift)) {
    report(desk, row, 'claimed_more_than_present', row.columns.claimed === undefined ? 'confirmed' : 'claimed', {
      claimed: (shift.claimed ?? 0) / 60,
      present: presenceOf(shift) ?? 0,
    })
  }
  const name = meant.person?.name ?? row.cells.name?.value
  if (isSelfConfirmed(name, row.cells.confirmedBy?.value)) report(desk, row, 'shift_self_confirmed', 'confirmedBy', { name: name ?? '' })
}
