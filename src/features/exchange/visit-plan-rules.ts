import type { FormRow } from './form-schema.ts'
import { type Meant, whoIsNamed } from './naming-plan-rules.ts'
import type { PlannedPerson } from './people-plan-rules.ts'
import { placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'
import { isNothing } from './text-cell-rules.ts'
import { alone, attend, dayNeeded, draftService } from './service-plan-rules.ts'

/** A visit at which nobody was met. */
type FailedVisit = { readonly row: FormRow<'visits'>; readonly person: PlannedPerson }

/** Visits at home and by telephone. A visit at which nobody was met is kept as failed: it is no service to anybody. */
export function planVisits(planning: Planning): readonly FailedVisit[] {
  const { desk, rows } = planning
  const failed: FailedVisit[] = []
  for (const row of rowsOf(rows, 'visits')) {
    const name = row.cells.name?.value
    if (name === undefined) {
      report(desk, row, 'row_without_name', 'name')
      continue
    }
    const meant = planVisit(planning, row, name)
    if (meant?.person !== undefined && !wasMet(row)) failed.push({ row, person: meant.person })
  }
  return failed
}

/** An empty cell in a list that asks whether somebody was met says no; a list that does not ask has only visits that were made. */
const wasMet = ({ cells, columns }: FormRow<'visits'>): boolean =>
  cells.met?.value ?? (columns.met === undefined && cells.met === undefined)

function planVisit({ desk, register, services }: Planning, row: FormRow<'visits'>, name: string): Meant | undefined {
  const { cells } = row
  const day = dayNeeded(desk, row, 'day')
  if (day === undefined) return undefined
  const community = communityOf(desk, row)
  const number = cells.number?.value
  const means = cells.means?.value ?? '上门'
  const key = uniqueKey(desk, `visit:${number ?? `${day}|${cells.startsAt?.value ?? ''}|${desk.hide(`${name}|${community ?? ''}`)}`}`)
  const meant = whoIsNamed(desk, register, row, 'name', {
    name,
    community,
    on: day,
    age: cells.age?.value,
    sex: cells.sex?.value,
    idTail: cells.idTail?.value,
    phoneTail: cells.phoneTail?.value,
    of: key,
    about: `${number ?? ''} ${means}探访`.trim(),
  })
  const met = wasMet(row)
  const kind = /电话|视频|微信|语音|线上/.test(means) ? 'phone_visit' : 'home_visit'
  const known = services.onFile(kind, number, key)
  const service = draftService(
    desk,
    row,
    key,
    {
      kind,
      status: day > desk.today ? 'planned' : met ? 'held' : 'failed',
      number,
      day,
      starts_at: cells.startsAt?.value,
      community_code: community ?? meant.person?.home,
      worker: cells.visitor?.value,
    },
    { dayField: 'day', known },
  )
  services.add(service)
  desk.drafts.push({
    table: 'visit_record',
    key: service.key,
    values: {
      means,
      met,
      checks: Object.fromEntries(row.checks ?? []),
      problem: isNothing(cells.problem?.value ?? '') ? undefined : cells.problem?.value,
      handled: cells.handled?.value,
      visitor: cells.visitor?.value,
    },
    links: { service_id: service.link },
    source: placeOf(row),
  })
  // A visit that failed when it was imported, and is said to have been made now, was an attempt no longer.
  if (meant.person !== undefined && (!met || known?.status === 'failed'))
    desk.drafts.push({
      table: 'visit_person',
      key: service.key,
      values: { seen: met },
      links: { service_id: service.link, person_id: meant.person.link, recorded_person_id: meant.person.link },
      source: placeOf(row),
    })
  if (met) attend(desk, row, service, alone(meant), { name, part: 'beneficiary' })
  return meant
}

/** Told only of elders whom no service has reached at all: with every other one, the next visit will do. */
export function checkFailedVisits({ desk }: Planning, failed: readonly FailedVisit[]) {
  for (const { row, person } of failed) {
    if (desk.served.has(person.key) || person.known?.served === true) continue
    report(desk, row, 'visit_not_met', row.columns.met === undefined ? 'name' : 'met', { name: person.name })
  }
}
