import type { Day } from '../../../kernel/day.ts'
import type { Chance } from './chance-testing.ts'
import type { Marked } from './mark-testing.ts'
import { daysAfter, workdayOf } from './person-testing.ts'
import type { Elder, Place } from './register-testing.ts'

export type CaseFile = Marked & {
  readonly number: string
  readonly elder: Elder
  readonly place: Place
  readonly openedOn: Day
  closedOn?: Day
  state: 'open' | 'closed' | 'refused'
  readonly worker: string
  readonly counsellor: string
  gdsBefore?: number
  gdsAfter?: number
  stated: number
  readonly sessions: CaseSession[]
}

export type CaseSession = Marked & {
  readonly of: CaseFile
  readonly ordinal: number
  readonly day: Day
  readonly startsAt: string
  readonly endsAt: string
  readonly method: string
  readonly summary: string
  readonly next: string
  /** It counts for the project's figure. */
  readonly counts: boolean
}

export type ServiceParts = {
  readonly chance: Chance
  /** Who may be named by name and community alone. */
  readonly elders: readonly Elder[]
  readonly places: readonly Place[]
  readonly period: { readonly from: Day; readonly to: Day }
  readonly workers: readonly string[]
  readonly counsellors: readonly string[]
}

const methods = ['上门', '面谈', '电话']
const summaries = [
  '老人谈到近来睡不好，一起找了原因',
  '陪老人整理旧照片，情绪较前平稳',
  '和老人约定每天出门走一走',
  '与家属通话，商量轮流探望',
  '讲解低保复核所需材料',
  '练习放松呼吸，老人愿意继续',
]
const plans = ['一周后回访', '联系家属', '两周后复测', '邀请参加活动']

export const hours = ['08:30', '09:00', '09:30', '10:00', '13:30', '14:00', '14:30', '15:00']
export const later = (time: string, minutes: number): string => {
  const all = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`
}

export function makeCases({ chance, elders, period, workers, counsellors }: ServiceParts, count: number): CaseFile[] {
  const letters = chance.pick(['GA', 'AZ', '个案', 'C'])
  const people = chance.some(elders, count)
  const cases = people.map((elder, at): CaseFile => {
    const openedOn = workdayOf(chance, period.from, daysAfter(period.to, -80))
    const made: CaseFile = {
      number: `${letters}${openedOn.slice(0, 4)}-${String(at + 1).padStart(2, '0')}`,
      elder,
      place: elder.places.at(-1) ?? elder.household.place,
      openedOn,
      state: 'open',
      worker: chance.pick(workers),
      counsellor: chance.pick(counsellors),
      stated: 0,
      sessions: [],
      marks: [],
    }
    let day = openedOn
    const times = chance.whole(1, 6)
    for (let ordinal = 1; ordinal <= times && day <= period.to; ordinal += 1) {
      made.sessions.push(sessionOf(chance, made, ordinal, day, true))
      day = daysAfter(day, chance.whole(5, 14))
    }
    made.stated = made.sessions.length
    if (chance.likely(0.9)) made.gdsBefore = chance.whole(4, 14)
    if (chance.likely(0.8)) {
      made.state = 'closed'
      made.closedOn = daysAfter(made.sessions.at(-1)?.day ?? openedOn, 1)
      if (made.gdsBefore !== undefined && chance.likely(0.9)) made.gdsAfter = Math.max(0, made.gdsBefore - chance.whole(-1, 5))
    }
    return made
  })
  plant(chance, cases, period)
  return cases
}

function sessionOf(chance: Chance, of: CaseFile, ordinal: number, day: Day, counts: boolean): CaseSession {
  const startsAt = chance.pick(hours)
  return {
    of,
    ordinal,
    day,
    startsAt,
    endsAt: later(startsAt, chance.pick([30, 40, 45, 50, 60])),
    method: chance.pick(methods),
    summary: chance.pick(summaries),
    next: chance.pick(plans),
    counts,
    marks: [],
  }
}

function plant(chance: Chance, cases: CaseFile[], period: ServiceParts['period']) {
  const [high, miscounted, refused, twice, early, late] = chance.shuffle(cases.filter(({ sessions }) => sessions.length > 1))
  if (high === undefined || miscounted === undefined || refused === undefined || twice === undefined) return
  high.gdsBefore = chance.pick([16, 17, 21])
  high.marks.push({ kind: 'scale_out_of_range', in: 'gdsBefore' })
  miscounted.stated += chance.pick([1, 2])
  miscounted.marks.push({ kind: 'stated_count_differs', in: 'sessionCount' })
  refused.sessions.length = 0
  refused.stated = 0
  refused.state = 'refused'
  delete refused.closedOn
  delete refused.gdsBefore
  delete refused.gdsAfter
  refused.marks.push({ kind: 'case_not_accepted', in: 'status' })
  const again = twice.sessions.at(-1)
  if (again !== undefined)
    twice.sessions.push({ ...again, counts: false, marks: [{ kind: 'session_typed_twice', in: ['caseNumber', 'name'] }] })
  if (early !== undefined)
    early.sessions.unshift({
      ...sessionOf(chance, early, 0, daysAfter(period.from, -chance.whole(2, 6)), false),
      marks: [{ kind: 'outside_period', in: 'day' }],
    })
  if (late !== undefined)
    late.sessions.push({
      ...sessionOf(chance, late, late.sessions.length + 1, daysAfter(period.to, chance.whole(2, 6)), false),
      marks: [{ kind: 'outside_period', in: 'day' }],
    })
}
