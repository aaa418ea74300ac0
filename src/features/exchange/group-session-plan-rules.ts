import type { Day } from '../../kernel/day.ts'
import type { FormRow } from './form-schema.ts'
import { type PlannedGroup, findGroup } from './group-plan-rules.ts'
import { placeOf, uniqueKey } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { dayNeeded, draftService, minutesFrom } from './service-plan-rules.ts'

type Groups = ReadonlyMap<string, PlannedGroup>
type RollRow = FormRow<'groupRoll'>

/** What a row of a roll says of one session: which it was, when, and whether its member was there. */
type RollMark = { readonly ordinal: number; readonly day?: Day; readonly isPresent: boolean }

/**
 * The marks of a row: one for each column of a session, or the one of a long list, which has a row for each member and
 * session. There a row that says nothing else says that somebody was there.
 */
export function marksOf(row: RollRow, group: PlannedGroup): RollMark[] {
  const { sessions, sessionDays, cells } = row
  if (sessions !== undefined)
    return [...sessions].map(([ordinal, { value }]) => {
      const day = sessionDays?.get(ordinal)?.value
      return { ordinal, isPresent: value === 'present', ...(day === undefined ? {} : { day }) }
    })
  const day = cells.day?.value
  const ordinal = cells.ordinal?.value ?? [...group.sessions].find(([, session]) => day !== undefined && session.day === day)?.[0]
  if (ordinal === undefined) return []
  const isPresent = cells.presence === undefined ? row.columns.presence === undefined : cells.presence.value === 'present'
  return [{ ordinal, isPresent, ...(day === undefined ? {} : { day }) }]
}

/** The sessions of groups: those that their plans have, and those that a roll alone tells of. */
export function planGroupSessions(planning: Planning, groups: Groups, plans: readonly FormRow<'groupPlan'>[], rolls: readonly RollRow[]) {
  const attended = presentAt(groups, rolls)
  const last = new Map<PlannedGroup, number>()
  const planned = new Set<PlannedGroup>()
  for (const row of plans) {
    const group = findGroup(groups, row)
    if (group === undefined) continue
    // A plan without numbers has its sessions in their order.
    const ordinal = row.cells.ordinal?.value ?? (last.get(group) ?? 0) + 1
    last.set(group, ordinal)
    planned.add(group)
    planSession(planning, group, ordinal, attended.get(group), row)
  }
  for (const [group, rows] of Map.groupBy(rolls, (row) => findGroup(groups, row))) {
    if (group === undefined || planned.has(group)) continue
    for (const { ordinal, day, row } of daysOf(rows, group)) {
      if (!group.sessions.has(ordinal)) draftSession(planning, group, ordinal, attended.get(group), row, { day })
    }
  }
}

/** The days that the rolls of a group tell of. A long list without ordinals has its sessions in the order of their days. */
function daysOf(rows: readonly RollRow[], group: PlannedGroup): { ordinal: number; day: Day; row: RollRow }[] {
  const found = new Map<number, { ordinal: number; day: Day; row: RollRow }>()
  const unnumbered = new Map<Day, RollRow>()
  for (const row of rows) {
    const { day, ordinal } = row.cells
    if (row.sessions === undefined && ordinal === undefined && day?.value !== undefined && !unnumbered.has(day.value))
      unnumbered.set(day.value, row)
    for (const mark of marksOf(row, group))
      if (mark.day !== undefined && !found.has(mark.ordinal)) found.set(mark.ordinal, { ...mark, day: mark.day, row })
  }
  const inOrder = [...unnumbered].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, row], at) => ({ ordinal: at + 1, day, row }))
  return [...found.values(), ...inOrder].sort((a, b) => a.ordinal - b.ordinal)
}

/** For each group with a roll, the ordinals of the sessions at which anybody was present. */
function presentAt(groups: Groups, rolls: readonly RollRow[]): ReadonlyMap<PlannedGroup, ReadonlySet<number>> {
  const present = new Map<PlannedGroup, Set<number>>()
  for (const row of rolls) {
    const group = findGroup(groups, row)
    // A long list without ordinals tells nothing before its days are put in order.
    if (group === undefined || (row.sessions === undefined && row.cells.ordinal === undefined)) continue
    const ordinals = present.get(group) ?? new Set()
    for (const { ordinal, isPresent } of marksOf(row, group)) if (isPresent) ordinals.add(ordinal)
    present.set(group, ordinals)
  }
  return present
}

type SessionParts = {
  readonly day: Day
  readonly startsAt?: string | undefined
  readonly minutes?: number | undefined
  readonly topic?: string | undefined
  readonly place?: string | undefined
  readonly worker?: string | undefined
}

function planSession(
  planning: Planning,
  group: PlannedGroup,
  ordinal: number,
  attended: ReadonlySet<number> | undefined,
  row: FormRow<'groupPlan'>,
) {
  const { cells } = row
  const day = dayNeeded(planning.desk, row, 'day')
  if (day === undefined) return
  const startsAt = cells.startsAt?.value
  draftSession(planning, group, ordinal, attended, row, {
    day,
    startsAt,
    minutes: minutesFrom(planning.desk, row, 'endsAt', startsAt, cells.endsAt?.value),
    topic: cells.topic?.value,
    place: cells.place?.value,
    worker: cells.worker?.value,
  })
}

/** A session is held when its day has come and, where a roll was kept, somebody was present. */
function draftSession(
  { desk, services }: Planning,
  group: PlannedGroup,
  ordinal: number,
  attended: ReadonlySet<number> | undefined,
  row: FormRow<'groupPlan'> | RollRow,
  { day, startsAt, minutes, topic, place, worker }: SessionParts,
) {
  const key = uniqueKey(desk, `group_session:${group.number}|${ordinal}`)
  const isHeld = day <= desk.today && (attended === undefined || attended.has(ordinal))
  const written = {
    kind: 'group_session',
    status: isHeld ? 'held' : 'planned',
    title: group.title,
    day,
    starts_at: startsAt,
    minutes,
    community_code: group.community,
    place,
    worker,
  } as const
  const known = services.onFile('group_session', undefined, key)
  const service =
    row.form === 'groupPlan'
      ? draftService(desk, row, key, written, { dayField: 'day', known })
      : draftService(desk, row, key, written, { dayField: 'day', known })
  services.add(service)
  group.sessions.set(ordinal, service)
  desk.drafts.push({
    table: 'group_session',
    key: service.key,
    values: { ordinal, topic },
    links: { service_id: service.link, group_id: group.link },
    source: placeOf(row),
  })
}
