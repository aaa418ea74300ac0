import { daysBetween, type Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Status } from './kind-schema.ts'
import type { ServiceInput } from './schema.ts'

/** What a rule needs to know of a service that is to be written. */
export type ServiceFacts = { readonly day: Day; readonly status: Status; readonly startsAt: string | null; readonly minutes: number | null }
export type ProjectFacts = {
  readonly startsOn: Day
  readonly endsOn: Day
  /** The service's community is one of its. */ readonly hasCommunity: boolean
}
export type Attendee = { readonly id: string; readonly name: string; readonly deceasedOn: Day | null; readonly mergedInto: string | null }

/**
 * Whether a service may stand as written: a planned one may lie ahead, a held one may not; outside the project's period
 * it is kept but does not count, so a day more than a year outside is taken for a slip.
 */
export function checkService(service: ServiceFacts, project: ProjectFacts, today: Day): Verdict {
  if (!project.hasCommunity)
    return no(
      'service.community',
      { zh: '这个社区不在本项目内，请先在项目里添加。', en: 'This community is not in the project; add it there first.' },
      { field: 'communityCode', sort: 'invalid' },
    )
  if (service.status === 'held' && service.day > today)
    return no(
      'service.future',
      {
        zh: '日期在今天之后，还不能记为已开展；可先记为计划。',
        en: 'The day lies ahead: it cannot have been held yet. Record it as planned.',
      },
      { field: 'day', sort: 'invalid' },
    )
  if (daysBetween(service.day, project.startsOn) > 366 || daysBetween(project.endsOn, service.day) > 366)
    return no(
      'service.period',
      { zh: '日期与项目周期相差一年以上，请核对。', en: 'The day is more than a year outside the project’s period.' },
      { field: 'day', sort: 'invalid' },
    )
  return yes()
}

/** Goods and pieces of craft move in chains of their own: how many, and whether at all, is changed where they are kept. */
export const keptElsewhere = no(
  'service.keptElsewhere',
  {
    zh: '物资和作品的数量、状态在“物资”“手工艺”页更正或撤销，库存才会跟着变；其他内容可以在这里改。',
    en: 'Quantities and states of goods and crafts are corrected on their own pages, so that the stock follows. The rest can be changed here.',
  },
  { field: 'status' },
)

/** Whether these people can have attended on that day: nobody twice, nobody after their death, no merged file. */
export function checkAttendees(attended: readonly { personId: string; part: string }[], people: readonly Attendee[], day: Day): Verdict {
  const seen = new Set<string>()
  for (const { personId, part } of attended) {
    const person = people.find((one) => one.id === personId)
    if (person === undefined)
      return no(
        'service.attendee.unknown',
        { zh: '名单里有人不在您负责的范围内或没有档案。', en: 'Somebody on the list has no file within your reach.' },
        { field: 'attended', sort: 'invalid' },
      )
    if (person.mergedInto !== null)
      return no(
        'service.attendee.merged',
        {
          zh: `${person.name}的这份档案已并入另一份，请选合并后的档案。`,
          en: `This file of ${person.name} was merged into another: choose that one.`,
        },
        { field: 'attended' },
      )
    if (person.deceasedOn !== null && person.deceasedOn < day)
      return no(
        'service.attendee.deceased',
        { zh: `${person.name}在这一天之前已登记去世，请核对。`, en: `A death of ${person.name} before that day is on record.` },
        { field: 'attended' },
      )
    if (seen.has(`${personId} ${part}`))
      return no(
        'service.attendee.twice',
        { zh: `${person.name}在名单里出现了两次。`, en: `${person.name} is on the list twice.` },
        { field: 'attended', sort: 'invalid' },
      )
    seen.add(`${personId} ${part}`)
  }
  return yes()
}

/** The fields, by their columns, in which an earlier version differs from what stands now. */
export function changedFields(earlier: unknown, now: Record<string, unknown>): string[] {
  if (typeof earlier !== 'object' || earlier === null) return []
  const quiet = new Set(['version', 'updated_at', 'created_at', 'attended', 'month'])
  return Object.entries(earlier).flatMap(([field, value]) =>
    !quiet.has(field) && field in now && evened(value) !== evened(now[field]) ? [field] : [],
  )
}

/** A time of the database has seconds, one of ours has none. */
const evened = (value: unknown): string => JSON.stringify(value ?? null).replace(/^"(\d\d:\d\d):\d\d"$/, '"$1"')

/** A service's columns with the changes of a correction. */
export function withChanges(
  row: ServiceColumns,
  changes: Partial<{ [K in keyof ServiceInput]: ServiceInput[K] | undefined }>,
): Verdict<ServiceInput> {
  const communityCode = changes.communityCode ?? row.community_code
  const day = changes.day ?? row.day
  if (communityCode === null || day === null)
    return no(
      'service.incomplete',
      { zh: '这条记录缺社区或日期，请一并补上。', en: 'This record lacks its community or day: give them too.' },
      { field: day === null ? 'day' : 'communityCode', sort: 'invalid' },
    )
  const kept = <T>(changed: T | undefined, before: T): T => (changed === undefined ? before : changed)
  return yes({
    line: kept(changes.line, row.line),
    status: kept(changes.status, row.status),
    themes: kept(changes.themes, row.themes),
    number: kept(changes.number, row.number),
    title: kept(changes.title, row.title),
    communityCode,
    day,
    startsAt: kept(changes.startsAt, row.starts_at),
    minutes: kept(changes.minutes, row.minutes),
    place: kept(changes.place, row.place),
    worker: kept(changes.worker, row.worker),
    unnamedCount: kept(changes.unnamedCount, row.unnamed_count),
    quantity: kept(changes.quantity, row.quantity),
    unit: kept(changes.unit, row.unit),
    note: kept(changes.note, row.note),
  })
}

type ServiceColumns = {
  line: ServiceInput['line']
  status: ServiceInput['status']
  themes: string[]
  number: string | null
  title: string | null
  community_code: ServiceInput['communityCode'] | null
  day: Day | null
  starts_at: string | null
  minutes: number | null
  place: string | null
  worker: string | null
  unnamed_count: number
  quantity: number | null
  unit: string | null
  note: string | null
}
