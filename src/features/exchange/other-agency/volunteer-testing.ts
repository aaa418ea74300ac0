import { type Day, ageOn } from '../../../kernel/day.ts'
import type { Activity } from './activity-testing.ts'
import { type ServiceParts, later } from './casework-testing.ts'
import type { Marked } from './mark-testing.ts'
import { type PeopleMaker, type Person, type Sex, daysAfter, workdayOf } from './person-testing.ts'
import type { Elder, Place } from './register-testing.ts'

export type Volunteer = Marked & {
  readonly number: string
  readonly person: Person
  readonly family: Family | undefined
  readonly skill: string
  readonly consent: boolean
}
export type Family = Marked & {
  readonly number: string
  readonly title: string
  readonly contact: string
  readonly size: number
  readonly place: Place
  readonly joinedOn: Day
}
export type Shift = Marked & {
  readonly volunteer: Volunteer
  readonly day: Day
  readonly what: string
  readonly related: string | undefined
  readonly startsAt: string
  endsAt: string | undefined
  claimed: number
  confirmed: number
  confirmedBy: string
  status: 'done' | 'absent'
}
/** What a book of shifts leaves out. */
export type ShiftTraits = { readonly times: boolean }

type Parts = ServiceParts & { readonly people: PeopleMaker; readonly name: (sex: Sex) => string; readonly activities: readonly Activity[] }

const skills = ['理发', '维修', '书法', '陪聊', '义剪', '摄影']

export function makeVolunteers(parts: Parts, count: number): { volunteers: Volunteer[]; families: Family[] } {
  const { chance, people, name, places, period, elders } = parts
  const families: Family[] = []
  const volunteers = Array.from({ length: count }, (_, at): Volunteer => {
    const sex: Sex = chance.likely(0.5) ? 'male' : 'female'
    const isChild = chance.likely(0.1)
    const elder: Elder | undefined = at < 2 ? elders[at] : undefined
    const year = Number(period.from.slice(0, 4))
    const person =
      elder ?? people.make(name(sex), sex, people.dayBetween(`${isChild ? year - 15 : 1962}-01-01`, `${isChild ? year - 11 : 1999}-12-31`))
    const joins = chance.likely(0.4)
    if (joins && (families.length === 0 || chance.likely(0.5)))
      families.push({
        number: `JT${String(families.length + 1).padStart(2, '0')}`,
        title: `${person.name.slice(0, 1)}家`,
        contact: person.name,
        size: chance.whole(2, 5),
        place: chance.pick(places),
        joinedOn: daysAfter(period.from, chance.whole(0, 60)),
        marks: [],
      })
    return {
      number: `V${String(at + 1).padStart(3, '0')}`,
      person,
      family: joins ? families.at(-1) : undefined,
      skill: chance.pick(skills),
      consent: ageOn(person.birth, period.from) < 18,
      marks: [],
    }
  })
  const [first] = families
  if (first !== undefined) families.push({ ...first, marks: [{ kind: 'family_listed_twice', in: 'number' }] })
  return { volunteers, families }
}

export function makeShifts(parts: Parts, volunteers: readonly Volunteer[], count: number, traits: ShiftTraits): Shift[] {
  const { chance, period, activities, workers } = parts
  const busy = new Set<string>()
  const shifts: Shift[] = []
  while (shifts.length < count) {
    const activity = chance.likely(0.5) ? chance.pick(activities.filter(({ status }) => status === 'held')) : undefined
    const volunteer = chance.pick(volunteers)
    const day = activity?.day ?? workdayOf(chance, period.from, daysAfter(period.to, -1))
    if (busy.has(volunteer.number + day)) continue
    busy.add(volunteer.number + day)
    const startsAt = activity?.startsAt ?? chance.pick(['09:00', '13:30', '14:00'])
    const half = chance.whole(2, 6)
    shifts.push({
      volunteer,
      day,
      what: activity === undefined ? chance.pick(['探访', '送餐', '理发']) : '活动协助',
      related: activity?.number,
      startsAt,
      endsAt: later(startsAt, half * 30),
      claimed: half / 2,
      confirmed: half / 2,
      confirmedBy: chance.pick(workers),
      status: 'done',
      marks: [],
    })
  }
  const free = chance.shuffle(shifts)
  const take = (change: (shift: Shift) => void) => {
    const shift = free.pop()
    if (shift !== undefined) change(shift)
  }
  for (let at = 0; at < 2; at += 1)
    take((shift) => ((shift.status = 'absent'), (shift.confirmed = 0), shift.marks.push({ kind: 'shift_no_show', in: 'status' })))
  take(
    (shift) => ((shift.confirmedBy = shift.volunteer.person.name), shift.marks.push({ kind: 'shift_self_confirmed', in: 'confirmedBy' })),
  )
  if (!traits.times) return shifts
  take((shift) => ((shift.claimed = 9), shift.marks.push({ kind: 'claimed_more_than_present', in: 'claimed' })))
  take((shift) => ((shift.endsAt = undefined), shift.marks.push({ kind: 'no_check_out', in: 'endsAt' })))
  for (let at = 0; at < 2; at += 1)
    take((shift) => {
      const startsAt = later(shift.startsAt, 30)
      shifts.push({
        ...shift,
        what: '探访',
        related: undefined,
        startsAt,
        endsAt: later(startsAt, 120),
        claimed: 2,
        confirmed: 2,
        marks: [{ kind: 'shift_overlaps', in: 'startsAt' }],
      })
    })
  return shifts
}
