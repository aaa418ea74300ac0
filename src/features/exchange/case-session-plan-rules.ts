import type { PlannedCase } from './case-plan-rules.ts'
import type { FormRow } from './form-schema.ts'
import { type Meant, whoIsNamed } from './naming-plan-rules.ts'
import { type Desk, placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'
import { alone, attend, dayNeeded, draftService, minutesFrom } from './service-plan-rules.ts'

/** The sessions of casework. One case, day and starting time is one session, however often it was typed. */
export function planCaseSessions(planning: Planning, cases: ReadonlyMap<string, PlannedCase>) {
  const { desk, rows } = planning
  const sessions = rowsOf(rows, 'caseSession')
  for (const row of sessions) {
    const planned = caseOf(cases, row)
    const key = planSession(planning, planned, row, cases.size > 0)
    if (key !== undefined) planned?.sessions.add(key)
  }
  const isAnyKnown = sessions.length > 0 || [...cases.values()].some((planned) => planned.sessions.size > 0)
  if (isAnyKnown) for (const planned of cases.values()) checkCount(desk, planned)
}

/** By number; a book without numbers names the client, who may have one case only. */
function caseOf(cases: ReadonlyMap<string, PlannedCase>, { cells }: FormRow<'caseSession'>): PlannedCase | undefined {
  if (cells.caseNumber?.value !== undefined) return cases.get(cells.caseNumber.value)
  const name = cells.name?.value
  const own = [...cases.values()].filter(
    (planned) => name !== undefined && (planned.row?.cells.name?.value ?? planned.person?.name) === name,
  )
  return own.length === 1 ? own[0] : undefined
}

/** Puts one session down; answers its key when it counts within the period. */
function planSession(
  planning: Planning,
  planned: PlannedCase | undefined,
  row: FormRow<'caseSession'>,
  isListKnown: boolean,
): string | undefined {
  const { desk } = planning
  const { cells } = row
  const number = cells.caseNumber?.value ?? planned?.number
  const day = dayNeeded(desk, row, 'day')
  if (day === undefined) return undefined
  if (planned === undefined && isListKnown) {
    report(desk, row, 'reference_unknown', number === undefined ? 'name' : 'caseNumber', {
      number: number ?? row.cells.name?.value ?? '',
      what: 'case',
    })
  }
  const startsAt = cells.startsAt?.value
  const moment = startsAt ?? `${cells.ordinal?.value ?? ''}·${desk.hide(cells.summary?.value ?? '')}`
  const base = `case_session:${number ?? desk.hide(cells.name?.value ?? '')}|${day}|${moment}`
  const key = uniqueKey(desk, base)
  const repeats = key !== base
  if (repeats) report(desk, row, 'session_typed_twice', 'caseNumber', { number: number ?? '', day, startsAt: startsAt ?? '' })
  const meant = whoseSession(planning, planned, row, key)
  const service = draftService(
    desk,
    row,
    key,
    {
      kind: 'case_session',
      status: day > desk.today ? 'planned' : 'held',
      day,
      starts_at: startsAt,
      minutes: minutesFrom(desk, row, 'endsAt', startsAt, cells.endsAt?.value) ?? cells.minutes?.value,
      community_code: planned?.community ?? communityOf(desk, row) ?? meant.person?.home,
      worker: cells.worker?.value,
      repeats,
    },
    { dayField: 'day' },
  )
  attend(desk, row, service, alone(meant), { name: cells.name?.value ?? meant.person?.name ?? '', part: 'beneficiary' })
  desk.drafts.push({
    table: 'session_note',
    key: service.key,
    values: {
      ordinal: cells.ordinal?.value,
      method: cells.method?.value,
      counsellor: cells.counsellor?.value,
      summary: cells.summary?.value,
      nextPlan: cells.nextPlan?.value,
    },
    links: { service_id: service.link, case_id: planned?.link },
    source: placeOf(row),
  })
  const { startsOn, endsOn } = desk.period
  const isInside = (startsOn === undefined || day >= startsOn) && (endsOn === undefined || day <= endsOn)
  return repeats || !isInside ? undefined : key
}

/** The person of the case; a session whose case is unknown names its person itself. */
function whoseSession({ desk, register }: Planning, planned: PlannedCase | undefined, row: FormRow<'caseSession'>, key: string): Meant {
  const name = row.cells.name?.value
  if (planned?.person !== undefined && name !== undefined && !planned.person.names.includes(name)) {
    report(desk, row, 'name_contradicts_number', 'name', { name, number: planned.number, other: planned.person.name })
  }
  if (planned?.meant !== undefined) return planned.meant
  if (planned?.person !== undefined) return { person: planned.person, certainty: 'name', key: planned.person.key, hints: '' }
  if (name === undefined) {
    report(desk, row, 'row_without_name', 'name')
    return { certainty: 'unresolved', key: 'nameless', hints: '' }
  }
  return whoIsNamed(desk, register, row, 'name', {
    name,
    community: communityOf(desk, row) ?? planned?.community,
    of: key,
    about: `个案面谈 ${row.cells.caseNumber?.value ?? ''}`,
  })
}

/** The count is taken from the records, never from the number that was typed. */
function checkCount(desk: Desk, { row, number, sessions }: PlannedCase) {
  const counted = sessions.size
  const stated = row?.cells.sessionCount?.value
  if (row === undefined || stated === undefined || stated === counted) return
  report(desk, row, 'stated_count_differs', 'sessionCount', { number, stated, counted })
}
