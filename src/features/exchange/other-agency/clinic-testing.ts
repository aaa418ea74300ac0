import type { Day } from '../../../kernel/day.ts'
import type { ServiceParts } from './casework-testing.ts'
import type { Marked, Naming } from './mark-testing.ts'
import { daysAfter, workdayOf } from './person-testing.ts'
import type { Elder, Place } from './register-testing.ts'

export type Clinic = {
  readonly number: string
  readonly place: Place
  readonly day: Day
  readonly institution: string
  readonly visits: ClinicVisit[]
}
export type ClinicVisit = Marked & {
  readonly named: Naming<Elder>
  pressure?: readonly [number, number]
  second?: readonly [number, number]
  pulse?: number
  glucose?: { readonly value: number; readonly unit: 'mmol' | 'mg' }
  moment?: '空腹' | '餐后2小时'
  readonly advice?: string
  danger: boolean
}

/** What a book of clinics asks for: the moment in a column of its own, or by the column that the glucose stands in. */
export type ClinicTraits = { readonly moments: 'column' | 'by_column' }

const institutions = ['济仁医院', '北街卫生服务中心', '惠民中医馆']

export function makeClinics({ chance, places, period }: ServiceParts, every: readonly Elder[], traits: ClinicTraits): Clinic[] {
  const days = new Set<Day>()
  const clinics = [...places, ...chance.some(places, 2)].map((place, at): Clinic => {
    let day = workdayOf(chance, period.from, daysAfter(period.to, -1))
    while (days.has(day)) day = workdayOf(chance, period.from, daysAfter(period.to, -1))
    days.add(day)
    const people = chance.some(
      every.filter((elder) => elder.places.includes(place)),
      chance.whole(8, 18),
    )
    return {
      number: `YZ-${String(at + 1).padStart(2, '0')}`,
      place,
      day,
      institution: chance.pick(institutions),
      visits: people.map((elder): ClinicVisit => {
        const systolic = chance.whole(105, 165)
        const pressure = [systolic, chance.whole(55, Math.min(95, systolic - 25))] as const
        const measured = chance.likely(0.85)
        const glucose = chance.whole(45, 110) / 10
        return {
          named: { name: elder.name, of: elder, known: true, hint: elder.namesake === true ? 'needed' : 'free' },
          pressure,
          ...(chance.likely(0.2) ? { second: [systolic - 4, pressure[1]] as const } : {}),
          ...(chance.likely(0.9) ? { pulse: chance.whole(58, 98) } : {}),
          ...(measured
            ? {
                glucose: chance.likely(0.1) ? { value: Math.round(glucose * 18), unit: 'mg' } : { value: glucose, unit: 'mmol' },
                moment: chance.pick(['空腹', '餐后2小时'] as const),
              }
            : {}),
          ...(chance.likely(0.2) ? { advice: chance.pick(['少盐', '复查', '按时服药']) } : {}),
          danger: false,
          marks: [],
        }
      }),
    }
  })
  const visits = chance.shuffle(
    clinics
      .flatMap((clinic) => clinic.visits)
      .filter(({ glucose, pulse, second }) => glucose?.unit === 'mmol' && pulse !== undefined && second === undefined),
  )
  const take = (change: (visit: ClinicVisit) => void) => {
    const visit = visits.pop()
    if (visit !== undefined) change(visit)
  }
  take((visit) => ((visit.pressure = [1380, 86]), visit.marks.push({ kind: 'bp_impossible', in: ['pressure', 'systolic'] })))
  take((visit) => ((visit.pressure = [84, 142]), visit.marks.push({ kind: 'bp_reversed', in: ['pressure', 'systolic'] })))
  take(
    (visit) => (
      (visit.glucose = { value: chance.pick([56, 72]), unit: 'mmol' }),
      visit.marks.push({ kind: 'glucose_impossible', in: ['glucose', visit.moment === '空腹' ? 'fasting' : 'afterMeal'] })
    ),
  )
  take((visit) => ((visit.pulse = 7), visit.marks.push({ kind: 'pulse_impossible', in: 'pulse' })))
  if (traits.moments === 'column')
    take((visit) => (delete visit.moment, visit.marks.push({ kind: 'glucose_no_context', in: 'glucoseContext' })))
  take((visit) => ((visit.pressure = [180, 92]), (visit.danger = true)))
  take((visit) => ((visit.pressure = [150, 110]), (visit.danger = true)))
  take((visit) => ((visit.glucose = { value: 16.7, unit: 'mmol' }), (visit.danger = true)))
  take((visit) => ((visit.glucose = { value: 70, unit: 'mg' }), (visit.danger = true)))
  take((visit) => (visit.glucose = { value: 71, unit: 'mg' }))
  take((visit) => (visit.pressure = [179, 109]))
  return clinics
}
