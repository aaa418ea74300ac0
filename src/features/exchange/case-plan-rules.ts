import type { Day } from '../../kernel/day.ts'
import type { DivisionCode } from '../../kernel/ids.ts'
import { isPossibleTotal, scales } from '../assessments/scale-rules.ts'
import type { Link } from './draft-schema.ts'
import type { FormRow } from './form-schema.ts'
import { type Meant, whoIsNamed } from './naming-plan-rules.ts'
import type { PlannedPerson } from './people-plan-rules.ts'
import { type Desk, keyHeld, keyOfKnown, placeOf, report, rowsOf, uniqueKey, wait } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'
import { draftService } from './service-plan-rules.ts'
import { type CaseState, caseStateOf } from './status-plan-rules.ts'

/** A case, of this plan or on file, as its sessions need it. */
export type PlannedCase = {
  readonly key: string
  readonly link: Link
  readonly number: string
  readonly meant?: Meant
  readonly person?: PlannedPerson
  readonly community?: DivisionCode
  /** Its line in the list, and the keys of its sessions within the period. */
  readonly row?: FormRow<'caseList'>
  readonly sessions: Set<string>
}

export function planCases(planning: Planning): ReadonlyMap<string, PlannedCase> {
  const { desk, register, rows } = planning
  const cases = new Map<string, PlannedCase>()
  for (const known of desk.facts.cases) {
    if (known.number === undefined) continue
    const person = known.personId === undefined ? undefined : register.byRef({ id: known.personId })
    cases.set(known.number, {
      key: keyOfKnown(known),
      link: { id: known.id },
      number: known.number,
      sessions: new Set(known.sessions),
      ...(person === undefined ? {} : { person }),
      ...(known.communityCode === undefined ? {} : { community: known.communityCode }),
    })
  }
  for (const row of rowsOf(rows, 'caseList')) {
    const planned = planCase(planning, row)
    const earlier = cases.get(planned.number)
    if (earlier?.row !== undefined) report(desk, row, 'number_used_twice', 'number', { number: planned.number })
    else cases.set(planned.number, { ...planned, sessions: earlier?.sessions ?? planned.sessions })
  }
  return cases
}

function planCase(planning: Planning, row: FormRow<'caseList'>): PlannedCase {
  const { desk } = planning
  const { cells } = row
  const openedOn = cells.openedOn?.value
  const community = communityOf(desk, row)
  const number = cells.number?.value ?? `${openedOn ?? ''}·${desk.hide(cells.name?.value ?? '')}`
  const known = desk.facts.cases.find((file) => file.number === number)
  const key = uniqueKey(desk, keyHeld(known, `case:${number}`))
  const meant = clientOf(planning, row, { key, number, community, openedOn })
  const state = caseStateOf(cells.status?.value, cells.closedOn?.value)
  if (state === 'not_accepted') report(desk, row, 'case_not_accepted', 'status', { number })
  const closedOn = cells.closedOn?.value
  if (openedOn !== undefined && closedOn !== undefined && closedOn < openedOn) {
    report(desk, row, 'end_before_start', 'closedOn', { startsAt: openedOn, endsAt: closedOn })
  }
  const at = community ?? meant.person?.home
  draftCase(planning, row, { key, number, state, meant, community: at, openedOn, held: known?.id })
  draftTotal(desk, row, { field: 'gdsBefore', phase: 'before', day: openedOn }, { key, number, meant, community: at })
  draftTotal(desk, row, { field: 'gdsAfter', phase: 'after', day: cells.closedOn?.value }, { key, number, meant, community: at })
  return {
    key,
    link: { table: 'case_file', key },
    number,
    meant,
    row,
    sessions: new Set(),
    ...(meant.person === undefined ? {} : { person: meant.person }),
    ...(at === undefined ? {} : { community: at }),
  }
}

type Asked = {
  readonly key: string
  readonly number: string
  readonly community: DivisionCode | undefined
  readonly openedOn: Day | undefined
}

function clientOf({ desk, register }: Planning, row: FormRow<'caseList'>, { key, number, community, openedOn }: Asked): Meant {
  const { cells } = row
  if (cells.name?.value === undefined) {
    report(desk, row, 'row_without_name', 'name')
    return { certainty: 'unresolved', key: 'nameless', hints: '' }
  }
  return whoIsNamed(desk, register, row, 'name', {
    name: cells.name.value,
    community,
    on: openedOn,
    age: cells.age?.value,
    sex: cells.sex?.value,
    idNumber: cells.idNumber?.written,
    idTail: cells.idTail?.value,
    phoneTail: cells.phoneTail?.value,
    of: key,
    about: `个案 ${number}`,
  })
}

type CaseParts = { readonly key: string; readonly number: string; readonly meant: Meant; readonly community: DivisionCode | undefined }

type Opening = { readonly state: CaseState; readonly openedOn: Day | undefined; readonly held: string | undefined }

function draftCase(
  { desk, services }: Planning,
  row: FormRow<'caseList'>,
  { key, number, state, meant, community, openedOn, held }: CaseParts & Opening,
) {
  const { cells } = row
  const openingKey = uniqueKey(desk, `case_opening:${number}`)
  const opening = draftService(
    desk,
    row,
    openingKey,
    {
      kind: 'case_opening',
      status: state === 'not_accepted' ? 'cancelled' : 'held',
      number,
      day: openedOn,
      community_code: community,
      worker: cells.worker?.value,
    },
    { known: services.onFile('case_opening', number, openingKey) },
  )
  wait(desk, meant.subject, 'case_file', key)
  desk.drafts.push({
    table: 'case_file',
    key,
    values: {
      number,
      state,
      source: cells.source?.value,
      problem: cells.problem?.value,
      opened_on: openedOn,
      closed_on: cells.closedOn?.value,
      worker: cells.worker?.value,
      counsellor: cells.counsellor?.value,
      note: cells.note?.value,
    },
    links: { opening_service_id: opening.link, person_id: meant.person?.link, recorded_person_id: meant.person?.link },
    source: placeOf(row),
    ...(held === undefined ? {} : { held }),
  })
}

/** A first or last total of the depression scale; what the scale cannot give is refused, and the case is kept. */
function draftTotal(
  desk: Desk,
  row: FormRow<'caseList'>,
  at: { readonly field: 'gdsBefore' | 'gdsAfter'; readonly phase: 'before' | 'after'; readonly day: Day | undefined },
  { key, number, meant, community }: CaseParts,
) {
  const score = row.cells[at.field]?.value
  if (score === undefined) return
  if (!isPossibleTotal('GDS-15', score)) {
    report(desk, row, 'scale_out_of_range', at.field, {
      scale: 'GDS-15',
      score,
      least: scales['GDS-15'].least,
      most: scales['GDS-15'].most,
    })
    return
  }
  if (meant.person === undefined) return
  desk.drafts.push({
    table: 'assessment',
    key: `${key}:${at.phase}`,
    values: {
      occasion: number,
      phase: at.phase,
      scale: 'GDS-15',
      scale_version: scales['GDS-15'].version,
      score,
      day: at.day,
      community_code: community,
    },
    links: { person_id: meant.person.link, recorded_person_id: meant.person.link },
    source: placeOf(row),
  })
}
