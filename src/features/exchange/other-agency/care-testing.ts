import type { Day } from '../../../kernel/day.ts'
import { type ServiceParts, hours, later } from './casework-testing.ts'
import type { Marked } from './mark-testing.ts'
import { type PeopleMaker, type Person, type Sex, daysAfter, workdayOf } from './person-testing.ts'
import type { Elder, Place } from './register-testing.ts'

export type Carer = Marked & {
  readonly number: string
  readonly person: Person
  readonly elder: Elder
  readonly relation: string
  readonly place: Place
}
export type Respite = Marked & {
  readonly carer: Carer
  readonly day: Day
  readonly startsAt: string
  readonly minutes: number
  readonly by: string
  status: 'done' | 'cancelled'
}
export type Visit = Marked & {
  readonly number: string
  readonly elder: Elder
  readonly day: Day
  readonly startsAt: string
  readonly means: 'door' | 'phone'
  met: boolean
  readonly checks: readonly boolean[]
  readonly problem: string | undefined
  readonly by: string
}

type Parts = ServiceParts & { readonly people: PeopleMaker; readonly name: (sex: Sex) => string }

export function makeCarers({ chance, people, name, elders }: Parts, count: number): Carer[] {
  const cared = chance.some(elders, count)
  return cared.map((elder, at): Carer => {
    const sex: Sex = chance.likely(0.3) ? 'male' : 'female'
    // The husband or wife of an elder is an elder of the same household, and on the register.
    const spouse =
      at < 3 ? elders.find((other) => other !== elder && other.household === elder.household && !cared.includes(other)) : undefined
    return {
      number: `ZH${String(at + 1).padStart(2, '0')}`,
      person: spouse ?? people.make(name(sex), sex, people.dayBetween('1962-01-01', '1980-12-31')),
      elder,
      relation: spouse === undefined ? chance.pick(['女儿', '儿子', '儿媳']) : '配偶',
      place: elder.places.at(-1) ?? elder.household.place,
      marks: [],
    }
  })
}

export function makeRespite({ chance, period }: Parts, carers: readonly Carer[], count: number): Respite[] {
  const [unserved, ...served] = carers
  const taken = new Set<string>()
  const sessions: Respite[] = []
  while (sessions.length < count) {
    const carer = chance.pick(served)
    const day = workdayOf(chance, period.from, daysAfter(period.to, -1))
    if (taken.has(carer.number + day)) continue
    taken.add(carer.number + day)
    sessions.push({
      carer,
      day,
      startsAt: chance.pick(hours),
      minutes: chance.pick([120, 150, 180, 240]),
      by: chance.pick(['护理员', '志愿者']),
      status: 'done',
      marks: [],
    })
  }
  if (unserved !== undefined)
    sessions.push({
      carer: unserved,
      day: daysAfter(period.from, 50),
      startsAt: '09:00',
      minutes: 180,
      by: '护理员',
      status: 'cancelled',
      marks: [{ kind: 'respite_cancelled', in: 'status' }],
    })
  return sessions
}

/** `unserved` are elders whom nothing else reaches: only of them a visit in vain is worth a word. */
export function makeVisits(
  { chance, elders, period, workers }: Parts,
  unserved: readonly Elder[],
  served: readonly Elder[],
  count: number,
): Visit[] {
  const visits = Array.from({ length: count }, (_, at): Visit => ({
    number: `TF${String(at + 1).padStart(4, '0')}`,
    elder: chance.pick(elders),
    day: workdayOf(chance, period.from, daysAfter(period.to, -1)),
    startsAt: chance.pick(hours),
    means: chance.likely(0.15) ? 'phone' : 'door',
    met: true,
    checks: Array.from({ length: 5 }, () => chance.likely(0.9)),
    problem: chance.likely(0.15) ? chance.pick(['灯不亮', '药快吃完', '地面湿滑']) : undefined,
    by: chance.pick(workers),
    marks: [],
  }))
  const inVain = (elder: Elder, at: number, marks: Visit['marks']): Visit => ({
    number: `TF${String(count + at + 1).padStart(4, '0')}`,
    elder,
    day: workdayOf(chance, period.from, daysAfter(period.to, -1)),
    startsAt: chance.pick(hours),
    means: 'door',
    met: false,
    checks: [],
    problem: undefined,
    by: chance.pick(workers),
    marks,
  })
  for (const [at, elder] of unserved.slice(0, 2).entries()) visits.push(inVain(elder, at, [{ kind: 'visit_not_met', in: 'met' }]))
  for (const [at, elder] of served.slice(0, 2).entries()) visits.push(inVain(elder, at + 2, []))
  return visits
}

export const endOf = (startsAt: string, minutes: number) => later(startsAt, minutes)
