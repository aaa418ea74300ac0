import type { PartPlayed } from '../ledger/kind-schema.ts'
import { directoryOf } from '../people/directory-rules.ts'
import { judge } from '../people/naming-rules.ts'
import type { FormRow } from './form-schema.ts'
import { type Meant, whoIsNamed } from './naming-plan-rules.ts'
import type { PlannedPerson } from './people-plan-rules.ts'
import { report, rowsOf } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'
import { type PlannedService, attend, draftService } from './service-plan-rules.ts'

const partWords: readonly (readonly [PartPlayed, RegExp])[] = [
  ['volunteer', /志愿|义工/],
  ['child', /学生|儿童|孩子|少年|小学|青年/],
  ['carer', /家属|照护|照料者|子女|陪护/],
  ['worker', /社工|工作人员|督导|咨询师|社区|居委|村委|网格/],
  ['partner', /捐赠|合作|嘉宾|医护|医生|单位|教师|老师|媒体/],
]

/** The part that a sign-in sheet gives somebody; whoever is given none, or is called an elder, was served. */
export const partOf = (written: string | undefined): PartPlayed =>
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
  for (const row of rowsOf(planning.rows, 'signIn')) {
    const name = row.cells.name?.value
    const service = activityOf(planning, row, withoutList)
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
function activityOf({ desk, services }: Planning, row: FormRow<'signIn'>, withoutList: boolean): PlannedService | undefined {
  const { activityNumber, activityTitle, day } = row.cells
  const community = communityOf(desk, row)
  const number = activityNumber?.value
  const found =
    number === undefined
      ? services.titled('activity', day?.value, activityTitle?.value, community)
      : (services.numbered(number, 'activity') ?? services.numbered(number))
  if (found !== undefined) {
    if (found.status === 'cancelled') report(desk, row, 'signed_in_at_cancelled', 'activityNumber', { number: number ?? found.title ?? '' })
    return found
  }
  if (!withoutList || day?.value === undefined || (number === undefined && activityTitle?.value === undefined)) {
    report(desk, row, 'reference_unknown', 'activityNumber', { number: number ?? activityTitle?.value ?? '', what: 'activity' })
    return undefined
  }
  const key = number === undefined ? `activity:${day.value}|${community ?? ''}|${activityTitle?.value ?? ''}` : `activity:${number}`
  report(desk, row, 'activity_only_in_sign_in', 'activityNumber', { number: number ?? '', title: activityTitle?.value ?? '' })
  const service = draftService(
    desk,
    row,
    key,
    { kind: 'activity', status: 'held', number, title: activityTitle?.value, day: day.value, community_code: community },
    { dayField: 'day' },
  )
  services.add(service)
  return service
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
  const hints = {
    ...(idTail?.value === undefined ? {} : { idTail: idTail.value }),
    ...(phoneTail?.value === undefined ? {} : { phoneTail: phoneTail.value }),
  }
  const found = part === 'volunteer' ? find(name, undefined, hints) : { none: true }
  if ('one' in found && judge(found.one, hints).includes(true)) {
    return { person: found.one, certainty: 'name', key: found.one.key, hints: '' }
  }
  return { certainty: 'unresolved', key: desk.hide(`${name}|${idTail?.value ?? ''}|${phoneTail?.value ?? ''}`), hints: '' }
}
