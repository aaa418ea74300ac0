import type { DivisionCode } from '../../kernel/ids.ts'
import type { FormRow } from './form-schema.ts'
import { organisationOf } from './organisation-plan-rules.ts'
import { type Desk, placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import type { Places } from './place-plan-rules.ts'
import { measureOf } from './target-words.ts'

/** The period and the communities that the project's own sheets give: needed before anything else is read. */
export function periodOf(rows: readonly FormRow[]) {
  return rowsOf(rows, 'projectBasics').find((row) => row.cells.period?.value !== undefined)?.cells.period?.value
}

/** By the division's code; without a usable one, by name. */
export function communitiesOf(rows: readonly FormRow[], places: Places): DivisionCode[] {
  return rowsOf(rows, 'projectCommunities')
    .map((row) => divisionOf(row, places)?.code)
    .filter((code) => code !== undefined)
}

const divisionOf = ({ cells }: FormRow<'projectCommunities'>, places: Places) =>
  places.byCode(cells.code?.value ?? '') ?? places.find(`${cells.street?.value ?? ''}${cells.community?.value ?? ''}`)

/** The project's sheets: basics, communities with their signature programmes, needs, targets and the basis of estimates. */
export function planProject(desk: Desk, rows: readonly FormRow[]) {
  for (const row of rowsOf(rows, 'projectBasics')) planBasics(desk, row)
  for (const row of rowsOf(rows, 'projectCommunities')) planCommunity(desk, row)
  for (const [at, row] of rowsOf(rows, 'needs').entries()) {
    const need = row.cells.need?.value
    if (need === undefined) continue
    desk.drafts.push({
      table: 'project_need',
      key: uniqueKey(desk, `need:${need}`),
      values: { position: row.cells.ordinal?.value ?? at + 1, need, answered_by: row.cells.answeredBy?.value },
      links: {},
      source: placeOf(row),
    })
  }
  for (const [at, row] of rowsOf(rows, 'targets').entries()) planTarget(desk, row, at + 1)
  for (const [at, row] of rowsOf(rows, 'estimateBasis').entries()) {
    const { basis, value, method } = row.cells
    if (basis?.value === undefined) continue
    if (value?.value === undefined) {
      report(desk, row, 'required_empty', 'value')
      continue
    }
    desk.drafts.push({
      table: 'estimate_line',
      key: uniqueKey(desk, `estimate:${basis.value}`),
      values: { position: at + 1, measure: 'indirect_persons', basis: basis.value, value: value.value, method: method?.value },
      links: {},
      source: placeOf(row),
    })
  }
}

/** The project's own period stays when it is known already; a sheet that says another is reported. */
function planBasics(desk: Desk, row: FormRow<'projectBasics'>) {
  const { cells } = row
  const { project } = desk.facts
  const period = cells.period?.value
  if (period !== undefined && project.startsOn !== undefined && (period.from !== project.startsOn || period.to !== project.endsOn)) {
    report(desk, row, 'project_period_differs', 'period', { startsOn: project.startsOn, endsOn: project.endsOn ?? '' })
  }
  const isKnown = project.startsOn !== undefined
  const agency = cells.agency?.value === undefined ? undefined : organisationOf(desk, row, cells.agency.value, 'social_organisation')
  const funder = cells.funder?.value === undefined ? undefined : organisationOf(desk, row, cells.funder.value)
  desk.drafts.push({
    table: 'project',
    key: 'project',
    values: {
      name: project.name === undefined ? cells.title?.value : undefined,
      served: cells.served?.value,
      budget_fen: cells.budget?.value,
      starts_on: isKnown ? undefined : period?.from,
      ends_on: isKnown ? undefined : period?.to,
    },
    links: { agency_id: agency?.link, funder_id: funder?.link },
    source: placeOf(row),
  })
}

function planCommunity(desk: Desk, row: FormRow<'projectCommunities'>) {
  const division = divisionOf(row, desk.places)
  if (division === undefined) {
    report(desk, row, 'community_unknown', 'community', { community: row.cells.community?.written ?? '' })
    return
  }
  desk.drafts.push({
    table: 'project_community',
    key: uniqueKey(desk, `community:${division.code}`),
    values: { community_code: division.code, programme_name: row.cells.programme?.value, programme_for: row.cells.programmeFor?.value },
    links: {},
    source: placeOf(row),
  })
}

/** What the contract asks for. A wording that no measure is known for is kept as it stands. */
function planTarget(desk: Desk, row: FormRow<'targets'>, position: number) {
  const { wording, value, unit } = row.cells
  if (wording?.value === undefined) return
  if (value?.value === undefined) {
    report(desk, row, 'required_empty', 'value')
    return
  }
  desk.drafts.push({
    table: 'target',
    key: uniqueKey(desk, `target:${wording.value}`),
    values: { position, wording: wording.value, value: value.value, unit: unit?.value, measure: measureOf(wording.value, unit?.value) },
    links: {},
    source: placeOf(row),
  })
}
