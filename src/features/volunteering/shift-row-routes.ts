import { addDays, type Day } from '../../kernel/day.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { SignedInCall } from '../../server/route.ts'
import type { KnowsWorkdays } from '../ledger/workday-rules.ts'
import { flagsOf, type ShiftFacts } from './flag-rules.ts'
import { timeTaken } from './hours-rules.ts'
import type { VolunteerSettings } from './settings-schema.ts'
import type { ShiftRow } from './shift-schema.ts'
import * as store from './shift-store.ts'
import { dueOn } from './workday-rules.ts'

type Around = {
  readonly today: Day
  readonly until: Day
  readonly settings: VolunteerSettings
  readonly isWorkday: KnowsWorkdays
  readonly byPerson: Map<PersonId, ShiftFacts[]>
}

/** A shift with what is worth a look about it, among the others of its volunteer. */
export function toShiftRow(row: store.ShiftRecord, around: Around, shown: (name: string) => string): ShiftRow {
  const facts = store.toFacts(row)
  const all = row.person_id === null ? [] : (around.byPerson.get(row.person_id) ?? [])
  const state = store.stateOf(row, around.today)
  const due = row.day === null || state === 'notDone' ? null : dueOn(row.day, around.isWorkday)
  return {
    id: row.id,
    version: row.version,
    projectId: row.project_id,
    state,
    status: row.status,
    personId: row.person_id,
    name: shown(row.name),
    title: row.title,
    about: row.about === null ? null : { id: row.about.id, kind: row.about.kind, title: row.about.title },
    communityName: row.community_name,
    day: row.day,
    startsAt: row.starts_at,
    present: row.present,
    claimed: row.claimed,
    confirmed: row.confirmed,
    confirmedBy: row.confirmed_by === null ? null : shown(row.confirmed_by),
    witness: row.witness,
    rating: row.rating,
    evaluation: row.evaluation,
    checkedInAt: row.checked_in_at?.toISOString() ?? null,
    checkedOutAt: row.checked_out_at?.toISOString() ?? null,
    backEntryReason: row.back_entry_reason,
    flags: facts === undefined || state === 'notDone' || state === 'planned' ? [] : flagsOf(facts, all, around.settings, row.name),
    most: facts === undefined ? null : (timeTaken(facts, all) ?? null),
    dueOn: state === 'toConfirm' ? due : null,
    isLate: state === 'toConfirm' && due !== null && due < around.until,
  }
}

/** The facts of everybody's shifts, by person. */
export async function factsByPerson(call: SignedInCall<unknown>, rows: readonly store.ShiftRecord[]): Promise<Map<PersonId, ShiftFacts[]>> {
  const ids = [...new Set(rows.flatMap((row) => row.person_id ?? []))]
  const byPerson = new Map<PersonId, ShiftFacts[]>()
  for (const row of await store.listShiftsOf(call.tx, call.tenantId, ids)) {
    const facts = store.toFacts(row)
    if (facts === undefined || row.person_id === null) continue
    byPerson.set(row.person_id, [...(byPerson.get(row.person_id) ?? []), facts])
  }
  return byPerson
}

/** The last day whose ten working days are over on a day. */
export function lateUpTo(until: Day, isWorkday: KnowsWorkdays): Day {
  let day = addDays(until, -10)
  while (dueOn(day, isWorkday) >= until) day = addDays(day, -1)
  return day
}

/** The moment of a time of day, where the service is done. */
export const momentOf = (day: Day, time: string): Date => new Date(`${day}T${time}:00+08:00`)
