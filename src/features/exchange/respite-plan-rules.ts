import type { DivisionCode } from '../../kernel/ids.ts'
import type { PlannedCarer } from './carer-plan-rules.ts'
import type { FormRow } from './form-schema.ts'
import { type Meant, whoIsNamed } from './naming-plan-rules.ts'
import { placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'
import { alone, attend, dayNeeded, draftService, minutesFrom } from './service-plan-rules.ts'
import { statusOf } from './status-plan-rules.ts'

type Row = FormRow<'respite'>

/** Respite for family carers: it serves the elder who is looked after, and the carer who is relieved. */
export function planRespite(planning: Planning, carers: ReadonlyMap<string, PlannedCarer>) {
  for (const row of rowsOf(planning.rows, 'respite')) planSession(planning, carers, row)
}

function planSession(planning: Planning, carers: ReadonlyMap<string, PlannedCarer>, row: Row) {
  const { desk } = planning
  const { cells } = row
  const day = dayNeeded(desk, row, 'day')
  if (day === undefined) return
  const read = statusOf(cells.status?.value, day, desk.today)
  if (read === undefined) report(desk, row, 'status_unknown', 'status', { status: cells.status?.value ?? '' })
  const status = read ?? 'planned'
  const carer = carerOf(planning, carers, row)
  const community = communityOf(desk, row)
  const startsAt = cells.startsAt?.value
  const who = cells.carerNumber?.value ?? desk.hide(cells.carer?.value ?? '')
  const key = uniqueKey(desk, `respite:${who}|${day}|${startsAt ?? ''}`)
  const elders = (cells.elders?.value ?? []).map((name) => ({ name, meant: elderOf(planning, row, name, { key, carer, community }) }))
  const service = draftService(
    desk,
    row,
    key,
    {
      kind: 'respite',
      status,
      day,
      starts_at: startsAt,
      minutes: minutesFrom(desk, row, 'endsAt', startsAt, cells.endsAt?.value) ?? cells.minutes?.value,
      community_code: community ?? elders[0]?.meant.person?.home,
      worker: cells.relievedBy?.value,
    },
    { dayField: 'day' },
  )
  desk.drafts.push({
    table: 'respite_record',
    key: service.key,
    values: { relieved_by: cells.relievedBy?.value, content: cells.content?.value },
    links: { service_id: service.link },
    source: placeOf(row),
  })
  if (status === 'cancelled') {
    report(desk, row, 'respite_cancelled', 'status', { carer: cells.carer?.value ?? '' })
    return
  }
  for (const { name, meant } of elders) attend(desk, row, service, meant, { name, part: 'beneficiary' })
  attend(desk, row, service, alone(carerMeant(planning, row, { key, carer, community }, carers.size > 0)), {
    name: cells.carer?.value ?? carer?.name ?? '',
    part: 'carer',
  })
}

/** By number; without one, by a name that only one carer of the list has. */
function carerOf({ desk }: Planning, carers: ReadonlyMap<string, PlannedCarer>, row: Row): PlannedCarer | undefined {
  const number = row.cells.carerNumber?.value
  const name = row.cells.carer?.value
  const bearers = number === undefined ? [...carers.values()].filter((carer) => carer.name === name) : []
  const carer = number === undefined ? (bearers.length === 1 ? bearers[0] : undefined) : carers.get(number)
  if (carer === undefined && carers.size > 0) {
    report(desk, row, 'reference_unknown', number === undefined ? 'carer' : 'carerNumber', { number: number ?? name ?? '', what: 'carer' })
  }
  if (carer !== undefined && name !== undefined && !carer.person.names.includes(name)) {
    report(desk, row, 'name_contradicts_number', 'carer', { name, number: number ?? '', other: carer.name })
  }
  return carer
}

/** Without any list of carers, a carer may still be on the register, or somebody may know who it is. */
function carerMeant({ desk, register }: Planning, row: Row, { key, carer, community }: At, isListKnown: boolean): Meant {
  if (carer !== undefined) return { person: carer.person, certainty: 'name', key: carer.person.key, hints: '' }
  const name = row.cells.carer?.value
  if (isListKnown || name === undefined) return { certainty: 'unresolved', key: 'unlisted', hints: '' }
  return whoIsNamed(desk, register, row, 'carer', { name, community, of: `${key}|carer`, about: '喘息服务' })
}

type At = { readonly key: string; readonly carer: PlannedCarer | undefined; readonly community: DivisionCode | undefined }

/** The carer's own elder of that name comes first: the list of carers has said already who it is. */
function elderOf({ desk, register }: Planning, row: Row, name: string, { key, carer, community }: At): Meant {
  const own = carer?.elders.filter((elder) => elder.names.includes(name)) ?? []
  const [elder] = own
  if (elder !== undefined && own.length === 1) return { person: elder, certainty: 'name', key: elder.key, hints: '' }
  return whoIsNamed(desk, register, row, 'elders', { name, community, of: key, about: '喘息服务' })
}
