import type { Day } from '../../../kernel/day.ts'
import { type ServiceParts, hours, later } from './casework-testing.ts'
import type { Marked, Naming } from './mark-testing.ts'
import { daysAfter, homophoneOf, workdayOf } from './person-testing.ts'
import type { Elder, Place } from './register-testing.ts'

export type Activity = Marked & {
  readonly number: string
  readonly title: string
  readonly place: Place
  readonly day: Day
  readonly startsAt: string
  readonly endsAt: string
  readonly where: string
  readonly festival?: string
  readonly generations: boolean
  readonly partner?: string
  readonly worker: string
  readonly expected: number
  status: 'held' | 'cancelled' | 'planned'
  readonly signIns: SignIn[]
}

export type SignIn = Marked & {
  readonly named: Naming<Elder | undefined>
  readonly part: 'elder' | 'volunteer' | 'pupil' | 'worker'
  readonly place: Place
  readonly how: string
  /** It counts as an attendance of an elder. */
  readonly counts: boolean
}

const plain = ['防诈骗讲座', '健步走', '老电影放映', '插花体验', '园艺种植', '反邪教宣传', '智能手机课堂', '棋牌赛']
const festive: readonly (readonly [string, string])[] = [
  ['中秋', '月满人团圆'],
  ['重阳', '情暖重阳'],
  ['春节', '写春联送祝福'],
  ['元宵', '猜灯谜闹元宵'],
  ['端午', '粽叶飘香'],
  ['清明', '缅怀先烈'],
  ['国庆', '歌唱祖国'],
]
const partners = ['育才小学', '青松艺术团', '第三中学团委', '瑞康诊所', '巧手编织社']
const rooms = ['活动室', '文化广场', '老年食堂', '党群服务中心']

export function makeActivities(parts: ServiceParts, every: readonly Elder[], written: ReadonlySet<string>, count: number): Activity[] {
  const { chance, places, period, workers } = parts
  const activities = Array.from({ length: count }, (_, at): Activity => {
    const festival = chance.likely(0.6) ? chance.pick(festive) : undefined
    const generations = chance.likely(0.3)
    const startsAt = chance.pick(hours)
    const place = places[at % places.length] ?? chance.pick(places)
    const day = workdayOf(chance, period.from, daysAfter(period.to, -1))
    const attendants = chance.some(
      every.filter((elder) => elder.places.includes(place)),
      chance.whole(5, 16),
    )
    return {
      number: `HD${String(at + 1).padStart(3, '0')}`,
      title: `${festival?.[1] ?? chance.pick(plain)}${generations ? '·老少同乐' : ''}`,
      place,
      day,
      startsAt,
      endsAt: later(startsAt, chance.pick([60, 90, 120])),
      where: chance.pick(rooms),
      ...(festival === undefined ? {} : { festival: festival[0] }),
      generations,
      ...(chance.likely(0.5) ? { partner: chance.pick(partners) } : {}),
      worker: chance.pick(workers),
      expected: chance.whole(8, 20),
      status: 'held',
      signIns: attendants.map((elder) => signIn(parts, place, elder)),
      marks: [],
    }
  })
  // Two activities of one name on one day in one place could not be told apart by anybody.
  const seen = new Set<string>()
  const kept = activities.filter(({ day, title }) => !seen.has(`${day}${title}`) && seen.add(`${day}${title}`))
  addOthers(parts, kept)
  plant(parts, written, kept)
  return kept
}

const hows = ['√', '√', '√', '手印', '代签', '本人']

const signIn = ({ chance }: ServiceParts, place: Place, elder: Elder): SignIn => ({
  named: { name: elder.name, of: elder, known: true, hint: elder.namesake === true ? 'needed' : 'free' },
  part: 'elder',
  place,
  how: chance.pick(hows),
  counts: true,
  marks: [],
})

/** Helpers and pupils on the same sheets, who are nobody's elders. */
function addOthers({ chance, workers }: ServiceParts, activities: readonly Activity[]) {
  for (const activity of activities) {
    const parts = activity.generations
      ? (['pupil', 'pupil', 'volunteer'] as const)
      : chance.likely(0.4)
        ? (['volunteer', 'worker'] as const)
        : []
    for (const part of parts) {
      const name =
        part === 'worker' ? chance.pick(workers) : `小${chance.pick(Array.from('宇轩涵博诺'))}${chance.pick(Array.from('明亮晴雨阳'))}`
      activity.signIns.push({
        named: { name, of: undefined, known: false, hint: 'withheld' },
        part,
        place: activity.place,
        how: '√',
        counts: false,
        marks: [],
      })
    }
  }
}

function plant(parts: ServiceParts, written: ReadonlySet<string>, activities: Activity[]) {
  const { chance, period } = parts
  const [cancelled, planned, ...held] = chance.shuffle(activities)
  if (cancelled === undefined || planned === undefined) return
  cancelled.signIns.length = 0
  cancelled.status = 'cancelled'
  cancelled.marks.push({ kind: 'cancelled_activity', in: 'status' })
  activities.splice(activities.indexOf(planned), 1, {
    ...planned,
    day: daysAfter(period.to, chance.whole(3, 12)),
    status: 'planned',
    signIns: [],
    marks: [{ kind: 'planned_after_close', in: 'status' }],
  })
  let misspelt = 0
  let unclear = 0
  for (const activity of held) {
    const elders = activity.signIns.filter(({ part }) => part === 'elder')
    const sounding = elders.find(
      ({ named, marks }) => marks.length === 0 && named.hint === 'free' && isFree(homophoneOf(named.name), written),
    )
    const namesake = elders.find(({ named }) => named.hint === 'needed')
    const at = (row: SignIn) => activity.signIns.indexOf(row)
    if (sounding !== undefined && misspelt < 3) {
      misspelt += 1
      const name = homophoneOf(sounding.named.name) ?? ''
      activity.signIns[at(sounding)] = {
        ...sounding,
        named: { name, of: sounding.named.of, known: false, hint: 'free' },
        marks: [{ kind: 'name_not_on_register', in: 'name' }],
      }
    } else if (namesake !== undefined && unclear < 2 && elders.filter(({ named }) => named.name === namesake.named.name).length === 1) {
      unclear += 1
      activity.signIns[at(namesake)] = {
        ...namesake,
        named: { ...namesake.named, known: false, hint: 'withheld' },
        marks: [{ kind: 'name_ambiguous', in: 'name' }],
      }
    }
  }
  for (const activity of chance.some(held, 2)) {
    const row = activity.signIns.find(({ named, marks, part }) => part === 'elder' && marks.length === 0 && named.hint === 'free')
    if (row !== undefined)
      activity.signIns.splice(activity.signIns.filter(({ part }) => part === 'elder').length, 0, {
        ...row,
        counts: false,
        marks: [{ kind: 'signed_in_twice', in: 'name' }],
      })
  }
}

const isFree = (name: string | undefined, written: ReadonlySet<string>) => name !== undefined && !written.has(name)
