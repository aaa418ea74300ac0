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

/** Clinic days: the day from the lines above the table, a visit for each row, and the readings as far as they can be. */
export function planClinics(planning: Planning) {
  const clinics = new Map<string, FormRow<'clinic'>[]>()
  for (const row of rowsOf(planning.rows, 'clinic')) {
    const { clinicNumber, day } = row.cells
    const of = clinicNumber?.value ?? `${day?.written}|${row.file}|${row.sheet}`
    const clinic = clinics.get(of)
    if (clinic === undefined) clinics.set(of, [row])
    else clinic.push(row)
  }
  for (const rows of clinics.values()) planClinic(planning, rows)
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
  const glucose = glucoseOf(desk, row, refused)
  const pulse = pulseOf(desk, row, refused)
  return {
    systolic: first?.systolic,
    diastolic: first?.diastolic,
    second_systolic: second?.systolic,
    second_diastolic: second?.diastolic,
    pulse,
    glucose_mmol: glucose,
    glucose_written: cells.glucose?.written,
    glucose_context: cells.glucoseContext?.value,
    advice: cells.advice?.value,
    refused: Object.keys(refused).length === 0 ? undefined : refused,
    danger: dangersOf({
      pressures: [first, second].filter((pressure) => pressure !== undefined),
      ...(glucose === undefined ? {} : { glucoseMmol: glucose }),
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

function glucoseOf(desk: Desk, row: FormRow<'clinic'>, refused: Record<string, string>): number | undefined {
  const cell = row.cells.glucose
  const glucose: Glucose | undefined = cell?.value
  if (cell === undefined || glucose === undefined) return undefined
  const mmol = toMmol(glucose)
  const [least, most] = saneRanges.glucose
  if (!isSane('glucose', mmol)) {
    report(desk, row, 'glucose_impossible', 'glucose', { written: cell.written, least, most })
    refused['glucose'] = cell.written
    return undefined
  }
  if (row.columns.glucoseContext !== undefined && row.cells.glucoseContext === undefined) {
    report(desk, row, 'glucose_no_context', 'glucoseContext', { written: cell.written })
  }
  return mmol
}

function pulseOf(desk: Desk, row: FormRow<'clinic'>, refused: Record<string, string>): number | undefined {
  const cell = row.cells.pulse
  if (cell?.value === undefined || isSane('pulse', cell.value)) return cell?.value
  const [least, most] = saneRanges.pulse
  report(desk, row, 'pulse_impossible', 'pulse', { written: cell.written, least, most })
  refused['pulse'] = cell.written
  return undefined
}
