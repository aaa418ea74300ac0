import type { Day } from '../../../kernel/day.ts'
import { type ServiceParts, hours, later } from './casework-testing.ts'
import type { Marked } from './mark-testing.ts'
import { daysAfter, workdayOf } from './person-testing.ts'
import type { Elder, Place } from './register-testing.ts'

export type Group = Marked & {
  readonly number: string
  readonly title: string
  readonly place: Place
  readonly worker: string
  readonly nature: string
  readonly sessions: GroupSession[]
  readonly members: GroupMember[]
}
export type GroupSession = Marked & {
  readonly ordinal: number
  readonly day: Day
  readonly startsAt: string
  readonly endsAt: string
  readonly topic: string
}
/** What stands in a roll for each session, in its order. */
export type GroupMember = Marked & {
  readonly elder: Elder
  readonly presence: readonly ('there' | 'late' | 'early' | 'away' | 'excused' | 'blank')[]
}

const titles = ['阳光心灵', '岁月如歌', '同路人', '记忆花园', '晚霞正红', '静心书法', '手足情深']
const topics = ['彼此认识', '说说从前', '学会放松', '我的一天', '互相支持', '写一封信', '看看未来', '回顾与告别']

export const isThere = (presence: GroupMember['presence'][number]) => presence === 'there' || presence === 'late' || presence === 'early'

export function makeGroups({ chance, elders, places, period, workers }: ServiceParts, count: number): Group[] {
  const names = chance.shuffle(titles)
  const taken = new Set<Elder>()
  return Array.from({ length: count }, (_, at): Group => {
    const place = chance.pick(places)
    const times = chance.whole(4, 8)
    let day = workdayOf(chance, period.from, daysAfter(period.to, -times * 7 - 1))
    const startsAt = chance.pick(hours)
    const sessions = Array.from({ length: times }, (_each, ordinal): GroupSession => {
      const session = { ordinal: ordinal + 1, day, startsAt, endsAt: later(startsAt, 60), topic: topics[ordinal] ?? '活动', marks: [] }
      day = daysAfter(day, 7)
      return session
    })
    const here = elders.filter((elder) => elder.places.at(-1) === place && !taken.has(elder))
    const members = chance.some(here, chance.whole(6, 12)).map((elder): GroupMember => {
      taken.add(elder)
      const presence = sessions.map(() =>
        chance.pick(['there', 'there', 'there', 'there', 'late', 'early', 'away', 'excused', 'blank'] as const),
      )
      if (!presence.some(isThere)) presence[0] = 'there'
      return { elder, presence, marks: [] }
    })
    // A session at which nobody was would not have been held.
    for (const [ordinal] of sessions.entries()) {
      const first = members[ordinal % Math.max(1, members.length)]
      if (first !== undefined && !members.some(({ presence }) => isThere(presence[ordinal] ?? 'away')))
        Object.assign(first.presence, { [ordinal]: 'there' })
    }
    return {
      number: `${chance.pick(['XZ', 'G'])}${String(at + 1).padStart(2, '0')}`,
      title: `“${names[at % names.length]}”${chance.pick(['支持小组', '成长小组', '互助小组'])}`,
      place,
      worker: chance.pick(workers),
      nature: chance.pick(['支持性', '教育性', '发展性']),
      sessions,
      members,
      marks: [],
    }
  })
}
