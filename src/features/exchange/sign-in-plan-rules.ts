import type { DivisionCode } from '../../kernel/ids.ts'
import type { PartPlayed } from '../ledger/kind-schema.ts'
import { directoryOf } from '../people/directory-rules.ts'
import { judge } from '../people/naming-rules.ts'
import type { FormRow } from './form-schema.ts'
import { type Meant, whoIsNamed } from './naming-plan-rules.ts'
import type { PlannedPerson } from './people-plan-rules.ts'
import { type Desk, report, rowsOf } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'
import { type PlannedService, attend, dayNeeded, draftService } from './service-plan-rules.ts'

const partWords: readonly (readonly [PartPlayed, RegExp])[] = [
  ['volunteer', /志愿|义工/],
  ['child', /学生|儿童|孩子|少年|小学|青年/],
  ['carer', /家属|照护|照料者|子女|陪护/],
  ['worker', /社工|工作人员|督导|咨询师|社区|居委|村委|网格/],
  ['partner', /捐赠|合作|嘉宾|医护|医生|单位|教师|老师|媒体/],
]

/** The part that a sign-in sheet gives somebody; whoever is given none, or is called an elder, was served. */
const partOf = (written: string | undefined): PartPlayed =>
  written === undefined || /老人|长者|居民|服务对象/.test(written)
    ? 'beneficiary'
    : (partWords.find(([, word]) => word.test(written))?.[0] ?? 'beneficiary')

/** The sign-in sheets of activities. Only elders are looked for on the register; the others are shown apart. */
export function planSignIns(planning: Planning) {
  const { desk, services } = planning
  const withoutList = !services.has('activity')
  const helpers = directoryOf(
    planning.register.everybody.filter(
      (person) => person.one.members.some(({ from }) => from === 'volunteers') || isVolunteerOnFile(person),
    ),
  )
  const rows = rowsOf(planning.rows, 'signIn')
  const sheets: Sheets = withoutList ? placesOfSheets(desk, rows) : new Map()
  for (const row of rows) {
    const name = row.cells.name?.value
    const service = activityOf(planning, row, sheets, withoutList)
    if (service === undefined) continue
    if (name === undefined) {
      report(desk, row, 'row_without_name', 'name')
      continue
    }
    const part = partOf(row.cells.part?.value)
    const meant = part === 'beneficiary' ? elder(planning, row, service, name) : helper(planning, helpers.find, row, name, part)
    const signature = row.cells.signature?.value
    const { repeats } = attend(desk, row, service, meant, {
      name,
      part,
      ...(signature === undefined ? {} : { values: { checked_in_by: signature } }),
    })
    if (repeats) report(desk, row, 'signed_in_twice', 'name', { name, title: service.title ?? '' })
  }
}

const isVolunteerOnFile = (person: PlannedPerson): boolean => person.known?.registrations.some(({ part }) => part === 'volunteer') ?? false

/**
 * The activity of a row, by its number, else by day and title. Where no list of activities is known at all, the sheets
 * themselves say what was held; otherwise a number that is on no list is a mistake.
 */
function activityOf(
  { desk, services }: Planning,
  row: FormRow<'signIn'>,
  sheets: Sheets,
  withoutList: boolean,
): PlannedService | undefined {
  const { activityNumber, activityTitle, day } = row.cells
  const number = activityNumber?.value
  const title = activityTitle?.value
  const place = sheets.get(sheetOf(row))
  const found =
    number === undefined
      ? services.titled('activity', day?.value, title, place)
      : (services.numbered(number, 'activity') ?? services.numbered(number))
  if (found !== undefined && !(withoutList && number === undefined && found.community !== place)) {
    if (found.status === 'cancelled') report(desk, row, 'signed_in_at_cancelled', 'activityNumber', { number: number ?? found.title ?? '' })
    return found
  }
  if (withoutList && (number ?? title) !== undefined && day?.value === undefined) {
    dayNeeded(desk, row, 'day')
    return undefined
  }
  if (!withoutList || day?.value === undefined || (number ?? title) === undefined) {
    report(desk, row, 'service_unknown', 'activityNumber', { number: number ?? title ?? '', what: 'activity' })
    return undefined
  }
  report(desk, row, 'activity_only_in_sign_in', 'activityNumber', { number: number ?? '', title: title ?? '' })
  const service = draftService(
    desk,
    row,
    number === undefined ? `activity:${day.value}|${place ?? ''}|${title ?? ''}` : `activity:${number}`,
    { kind: 'activity', status: day.value > desk.today ? 'planned' : 'held', number, title, day: day.value, community_code: place },
    { dayField: 'day' },
  )
  services.add(service)
  return service
}

/** The community in which most people of a sheet live, for each activity on it: where it was held, when nothing else says so. */
type Sheets = ReadonlyMap<string, DivisionCode | undefined>

const sheetOf = ({ file, sheet, cells }: FormRow<'signIn'>): string =>
  `${file}|${sheet}|${cells.activityNumber?.value}|${cells.activityTitle?.value}|${cells.day?.value}`

function placesOfSheets(desk: Desk, rows: readonly FormRow<'signIn'>[]): Sheets {
  const places = new Map<string, Map<DivisionCode, number>>()
  for (const row of rows) {
    const community = communityOf(desk, row)
    const counted = places.get(sheetOf(row)) ?? new Map<DivisionCode, number>()
    if (community !== undefined) counted.set(community, (counted.get(community) ?? 0) + 1)
    places.set(sheetOf(row), counted)
  }
  return new Map([...places].map(([sheet, counted]) => [sheet, mostOf(counted)]))
}

function mostOf(counted: ReadonlyMap<DivisionCode, number>): DivisionCode | undefined {
  const most = Math.max(...counted.values())
  return [...counted]
    .filter(([, times]) => times === most)
    .map(([code]) => code)
    .sort()[0]
}

function elder({ desk, register }: Planning, row: FormRow<'signIn'>, service: PlannedService, name: string): Meant {
  const { cells } = row
  return whoIsNamed(desk, register, row, 'name', {
    name,
    community: communityOf(desk, row) ?? service.community,
    on: service.day ?? cells.day?.value,
    age: cells.age?.value,
    sex: cells.sex?.value,
    idTail: cells.idTail?.value,
    phoneTail: cells.phoneTail?.value,
    idNumber: cells.idNumber?.written,
    phone: cells.phone?.value,
    householdNumber: cells.householdNumber?.value,
    of: service.key,
    about: `${service.number ?? ''} ${service.title ?? ''}`.trim(),
  })
}

/** A volunteer is known by name only when the telephone or the number agrees; others on a sheet stay names. */
function helper(
  { desk }: Planning,
  find: ReturnType<typeof directoryOf<PlannedPerson>>['find'],
  row: FormRow<'signIn'>,
  name: string,
  part: PartPlayed,
): Meant {
  const { idTail, phoneTail } = row.cells
  const hints = { idTail: idTail?.value, phoneTail: phoneTail?.value }
  const found = part === 'volunteer' ? find(name, undefined, hints) : { none: true }
  if ('one' in found && judge(found.one, hints).includes(true)) {
    return { person: found.one, certainty: 'name', key: found.one.key, hints: '' }
  }
  return { certainty: 'unresolved', key: desk.hide(`${name}|${idTail?.value ?? ''}|${phoneTail?.value ?? ''}`), hints: '' }
}
