import { type Glucose, type Pressure, dangersOf, faultOfPressure, isSane, saneRanges, toMmol } from '../clinics/reading-rules.ts'
import type { DivisionCode } from '../../kernel/ids.ts'
import type { Draft } from './draft-schema.ts'
import type { FormRow } from './form-schema.ts'
import { whoIsNamed } from './naming-plan-rules.ts'
import { organisationOf } from './organisation-plan-rules.ts'
import { type Desk, placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'
import { type PlannedService, attend, dayNeeded, draftService } from './service-plan-rules.ts'

/** Clinic days: the day from the lines above the table or its own column, a visit for each row, and the readings as far as they can be. */
export function planClinics(planning: Planning) {
  const clinics = new Map<string, FormRow<'clinic'>[]>()
  const rows = rowsOf(planning.rows, 'clinic')
  const places = placesOfDays(planning.desk, rows)
  for (const row of rows) {
    const of = row.cells.clinicNumber?.value ?? `${dayOf(row)}|${places.get(dayOf(row))?.get(row) ?? ''}`
    const clinic = clinics.get(of)
    if (clinic === undefined) clinics.set(of, [row])
    else clinic.push(row)
  }
  for (const rows of clinics.values()) planClinic(planning, rows)
}

/** A sheet's rows of one day. */
const dayOf = ({ cells: { day }, file, sheet }: FormRow<'clinic'>) => `${day?.value ?? day?.written}|${file}|${sheet}`

/** In a shorter run, people of another community may just stand together. */
const fewestOfPlace = 3

/**
 * On days of which a long list has rows of several communities, the community of each row, where it says in which of
 * several clinics the row belongs: the rows of each then stand together. Mixed, they say where people live.
 */
function placesOfDays(desk: Desk, rows: readonly FormRow<'clinic'>[]): ReadonlyMap<string, ReadonlyMap<FormRow<'clinic'>, DivisionCode>> {
  const places = new Map<string, ReadonlyMap<FormRow<'clinic'>, DivisionCode>>()
  for (const [day, own] of Map.groupBy(rows, dayOf)) {
    if (own[0]?.columns.community === undefined || own[0].columns.day === undefined) continue
    const inOrder = own.toSorted((a, b) => a.row - b.row).map((row) => ({ row, place: communityOf(desk, row) }))
    const runs = inOrder.filter(({ place }, at) => at === 0 || place !== inOrder[at - 1]?.place)
    const counts = Map.groupBy(inOrder, ({ place }) => place)
    const areApart = runs.length === counts.size && [...counts.values()].every((group) => group.length >= fewestOfPlace)
    if (counts.size > 1 && areApart)
      places.set(day, new Map(inOrder.flatMap(({ row, place }) => (place === undefined ? [] : [[row, place]]))))
  }
  return places
}

function planClinic(planning: Planning, rows: readonly FormRow<'clinic'>[]) {
  const { desk } = planning
  const clinic = draftClinic(planning, rows)
  if (clinic === undefined) return
  for (const row of rows) {
    const name = row.cells.name?.value
    if (name === undefined) report(desk, row, 'row_without_name', 'name')
    else planVisit(planning, clinic, row, name)
  }
}

function planVisit({ desk, register }: Planning, clinic: PlannedService, row: FormRow<'clinic'>, name: string) {
  const { cells } = row
  const meant = whoIsNamed(desk, register, row, 'name', {
    name,
    community: communityOf(desk, row) ?? clinic.community,
    on: clinic.day,
    age: cells.age?.value,
    sex: cells.sex?.value,
    idTail: cells.idTail?.value,
    phoneTail: cells.phoneTail?.value,
    idNumber: cells.idNumber?.written,
    phone: cells.phone?.value,
    of: clinic.key,
    about: `${clinic.number ?? ''} 义诊`.trim(),
  })
  const signature = cells.signature?.value
  const { key, repeats } = attend(desk, row, clinic, meant, {
    name,
    part: 'beneficiary',
    ...(signature === undefined ? {} : { values: { checked_in_by: signature } }),
  })
  if (repeats) report(desk, row, 'signed_in_twice', 'name', { name, title: clinic.number ?? '' })
  desk.drafts.push({
    table: 'reading',
    key,
    values: readingOf(desk, row),
    links: { attendance_id: { table: 'attendance', key } },
    source: placeOf(row),
  })
}

function draftClinic({ desk, services }: Planning, rows: readonly FormRow<'clinic'>[]): PlannedService | undefined {
  const row = rows.find(({ cells }) => cells.day !== undefined) ?? rows[0]
  if (row === undefined) return undefined
  const { clinicNumber, institution } = row.cells
  const number = clinicNumber?.value
  const community = whereHeld(desk, rows)
  const day = row.cells.day?.value
  const key = `clinic:${number ?? `${day}|${community ?? ''}`}`
  if (day === undefined && services.numbered(number, 'clinic_day') !== undefined) return services.numbered(number, 'clinic_day')
  if (dayNeeded(desk, row, 'day') === undefined || day === undefined) return undefined
  const host = institution?.value === undefined ? undefined : organisationOf(desk, row, institution.value)
  const service = draftService(
    desk,
    row,
    uniqueKey(desk, key),
    { kind: 'clinic_day', status: day > desk.today ? 'planned' : 'held', number, day, community_code: community },
    { dayField: 'day', known: services.onFile('clinic_day', number, key), links: { host_id: host?.link } },
  )
  services.add(service)
  if (host !== undefined) {
    desk.drafts.push({
      table: 'contribution',
      key: `${service.key}:host`,
      values: { party: host.party, given: 'service' },
      links: { service_id: service.link, organisation_id: host.link },
      source: placeOf(row),
    })
  }
  return service
}

/** Rows of one clinic that name several communities say where people live; where it was held is then in the sheet's name, or where most come from. */
function whereHeld(desk: Desk, rows: readonly FormRow<'clinic'>[]): DivisionCode | undefined {
  const communities = new Map<DivisionCode | undefined, number>()
  for (const row of rows) {
    const community = communityOf(desk, row, 'of-the-sheet')
    communities.set(community, (communities.get(community) ?? 0) + 1)
  }
  const [first] = rows
  const named = communities.size > 1 && first?.sheet !== undefined ? desk.places.within(first.sheet) : undefined
  if (named !== undefined) return named.code
  const most = Math.max(...communities.values())
  return [...communities].find(([, times]) => times === most)?.[0]
}

/** The readings of a row. What cannot be is refused and kept as written; the visit and the other readings stand. */
function readingOf(desk: Desk, row: FormRow<'clinic'>): Draft<'reading'>['values'] {
  const { cells } = row
  const refused: Record<string, string> = {}
  const first = pressureOf(desk, row, { field: 'pressure', fallback: 'systolic' }, firstPressure(row), refused)
  const second = pressureOf(desk, row, { field: 'secondPressure', fallback: 'secondPressure' }, cells.secondPressure?.value, refused)
  const glucoses = glucosesOf(desk, row, refused)
  const pulse = pulseOf(desk, row, refused)
  return {
    systolic: first?.systolic,
    diastolic: first?.diastolic,
    second_systolic: second?.systolic,
    second_diastolic: second?.diastolic,
    pulse,
    glucose_mmol: glucoses[0]?.mmol,
    glucose_written: glucosesWritten(cells),
    glucose_context: glucoses[0]?.context ?? cells.glucoseContext?.value,
    advice: cells.advice?.value,
    refused: Object.keys(refused).length === 0 ? undefined : refused,
    danger: dangersOf({
      pressures: [first, second].filter((pressure) => pressure !== undefined),
      glucosesMmol: glucoses.map(({ mmol }) => mmol),
    }),
  }
}

function firstPressure({ cells }: FormRow<'clinic'>): Pressure | undefined {
  const [systolic, diastolic] = [cells.systolic?.value, cells.diastolic?.value]
  return cells.pressure?.value ?? (systolic === undefined || diastolic === undefined ? undefined : { systolic, diastolic })
}

type PressureField = 'pressure' | 'systolic' | 'secondPressure'

function pressureOf(
  desk: Desk,
  row: FormRow<'clinic'>,
  at: { readonly field: PressureField; readonly fallback: PressureField },
  pressure: Pressure | undefined,
  refused: Record<string, string>,
): Pressure | undefined {
  const fault = pressure === undefined ? undefined : faultOfPressure(pressure)
  if (pressure === undefined || fault === undefined) return pressure
  const written = `${pressure.systolic}/${pressure.diastolic}`
  const field = row.cells[at.field] === undefined ? at.fallback : at.field
  report(desk, row, fault, field, { written, systolic: pressure.systolic, diastolic: pressure.diastolic })
  refused[at.field] = row.cells[at.field]?.written ?? written
  return undefined
}

/** As written; of two moments both, each under its name. */
function glucosesWritten({ glucose, glucoseFasting, glucoseAfterMeal }: FormRow<'clinic'>['cells']): string | undefined {
  const several = [
    ...(glucoseFasting === undefined ? [] : [`空腹 ${glucoseFasting.written}`]),
    ...(glucoseAfterMeal === undefined ? [] : [`餐后 ${glucoseAfterMeal.written}`]),
  ]
  return several.length === 0 ? glucose?.written : [...(glucose === undefined ? [] : [glucose.written]), ...several].join('；')
}

type GlucoseField = 'glucose' | 'glucoseFasting' | 'glucoseAfterMeal'
type MeasuredGlucose = { readonly mmol: number; readonly written: string; readonly context?: string }

/** The blood glucose of a row, once or at each moment that the list has a column for. */
function glucosesOf(desk: Desk, row: FormRow<'clinic'>, refused: Record<string, string>): MeasuredGlucose[] {
  const { columns, cells } = row
  const missing = columns.glucoseContext !== undefined && cells.glucoseContext === undefined
  const moments: readonly (readonly [GlucoseField, string | undefined])[] = [
    ['glucose', cells.glucoseContext?.value ?? momentIn(columns.glucose)],
    ['glucoseFasting', '空腹'],
    ['glucoseAfterMeal', '餐后'],
  ]
  return moments.flatMap(([field, context]) => {
    const cell = cells[field]
    const mmol = glucoseOf(desk, row, field, refused)
    if (cell === undefined || mmol === undefined) return []
    if (field === 'glucose' && missing) report(desk, row, 'glucose_no_context', 'glucoseContext', { written: cell.written })
    return [{ mmol, written: cell.written, ...(context === undefined ? {} : { context }) }]
  })
}

/** 血糖（空腹） says for all of its column when it was measured. */
const momentIn = (header: string | undefined): string | undefined => /空腹|餐前|餐后(?:[12两]小时|[12]h)?|随机/.exec(header ?? '')?.[0]

function glucoseOf(desk: Desk, row: FormRow<'clinic'>, field: GlucoseField, refused: Record<string, string>): number | undefined {
  const cell = row.cells[field]
  const glucose: Glucose | undefined = cell?.value
  if (cell === undefined || glucose === undefined) return undefined
  const mmol = toMmol(glucose)
  if (isSane('glucose', mmol)) return mmol
  const [least, most] = saneRanges.glucose
  report(desk, row, 'glucose_impossible', field, { written: cell.written, least, most })
  refused[field] = cell.written
  return undefined
}

function pulseOf(desk: Desk, row: FormRow<'clinic'>, refused: Record<string, string>): number | undefined {
  const cell = row.cells.pulse
  if (cell?.value === undefined || isSane('pulse', cell.value)) return cell?.value
  const [least, most] = saneRanges.pulse
  report(desk, row, 'pulse_impossible', 'pulse', { written: cell.written, least, most })
  refused['pulse'] = cell.written
  return undefined
}
