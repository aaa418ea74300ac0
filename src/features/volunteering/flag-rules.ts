import { addDays, dayNumber, minutesOf, type Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { VolunteerSettings } from './settings-schema.ts'

/** A shift as the rules see it. Minutes are whole; `present` is from signing in to signing out. */
export type ShiftFacts = {
  readonly id: string
  readonly day: Day
  readonly startsAt: string | null
  readonly present: number | null
  /** Nobody has said yet that it is over: what stands is how it was planned. */
  readonly isOpen: boolean
  readonly claimed: number | null
  readonly confirmed: number | null
  readonly status: 'planned' | 'held' | 'cancelled' | 'failed'
  readonly communityCode: string | null
  /** The service that the shift belongs to, when it belongs to one. */
  readonly partOf: {
    readonly id: string
    readonly status: 'planned' | 'held' | 'cancelled' | 'failed'
    readonly minutes: number | null
  } | null
  readonly isBackEntry: boolean
  readonly isLateEnd: boolean
  /** At the event that the shift belongs to, the volunteer was served too. */
  readonly isServedThere: boolean
  readonly confirmedBy: string | null
}

/** From when to when, in minutes since 1970-01-01; undefined while the beginning or the end is not known. */
export function spanOf({
  day,
  startsAt,
  present,
}: Pick<ShiftFacts, 'day' | 'startsAt' | 'present'>): { from: number; to: number } | undefined {
  if (startsAt === null || present === null || present <= 0) return undefined
  const from = dayNumber(day) * 1440 + minutesOf(startsAt)
  return { from, to: from + present }
}

/** Whether two spans share minutes. */
export const overlap = (a: { from: number; to: number }, b: { from: number; to: number }): boolean => a.from < b.to && b.from < a.to

/** Minutes from a beginning to an end on the clock; an end before the beginning lies on the next day. */
export function minutesBetween(startsAt: string, endsAt: string): number {
  const minutes = minutesOf(endsAt) - minutesOf(startsAt)
  return minutes > 0 ? minutes : minutes + 1440
}

/** The time of day so many minutes later; on the next day when it passes midnight. */
export function timeAfter(startsAt: string, minutes: number): string {
  const at = (minutesOf(startsAt) + minutes) % 1440
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`
}

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, -((dayNumber(day) + 3) % 7))

export const flagWords = {
  overlap: { zh: '与本人另一班次时间重叠', en: 'Overlaps with another shift of the same volunteer' },
  travel: { zh: '与前后班次不在同一社区，中间来不及赶到', en: 'Too little time to come from another community' },
  manyHours: { zh: '当天时长偏多', en: 'Unusually many hours on one day' },
  manyInWeek: { zh: '本周时长偏多', en: 'Unusually many hours in one week' },
  manyShifts: { zh: '当天班次偏多', en: 'Unusually many shifts on one day' },
  night: { zh: '跨零点或深夜', en: 'At night or over midnight' },
  noEnd: { zh: '没有签退', en: 'No check-out' },
  claimsTooMuch: { zh: '申报超过在场时间', en: 'More is claimed than the time present' },
  moreThanService: { zh: '超过所属服务的时长', en: 'Longer than the service it belongs to' },
  backEntry: { zh: '事后补录', en: 'Entered afterwards' },
  lateEnd: { zh: '签退时间是事后填的', en: 'The end was given afterwards' },
  servedThere: { zh: '同一场活动里本人也是服务对象', en: 'Was served at the same event too' },
  ownConfirmation: { zh: '确认人与志愿者同名', en: 'Confirmed under the volunteer’s own name' },
} as const satisfies Record<string, Words>
export type Flag = keyof typeof flagWords

const nightFrom = 22 * 60
const nightTo = 6 * 60

/** Whether a span touches the hours from ten in the evening to six in the morning. */
function isAtNight({ from, to }: { from: number; to: number }): boolean {
  const start = from % 1440
  return start < nightTo || start + (to - from) > nightFrom
}

const timeOf = (shift: ShiftFacts): number => shift.confirmed ?? shift.claimed ?? shift.present ?? 0
const counts = (shift: ShiftFacts): boolean => shift.status === 'planned' || shift.status === 'held'

/** What is worth a look about a shift, among the other shifts of the same volunteer. It changes nothing by itself. */
export function flagsOf(shift: ShiftFacts, all: readonly ShiftFacts[], limits: VolunteerSettings, volunteerName: string): Flag[] {
  const others = all.filter((other) => other.id !== shift.id && counts(other))
  const span = spanOf(shift)
  const flags: Flag[] = []
  if (span !== undefined) {
    const spans = others.flatMap((other) => {
      const known = spanOf(other)
      return known === undefined ? [] : [{ ...known, communityCode: other.communityCode }]
    })
    if (spans.some((other) => overlap(span, other))) flags.push('overlap')
    const isFar = (other: { from: number; to: number; communityCode: string | null }): boolean =>
      !overlap(span, other) &&
      other.communityCode !== null &&
      shift.communityCode !== null &&
      other.communityCode !== shift.communityCode &&
      Math.max(span.from - other.to, other.from - span.to) < limits.travelMinutes
    if (spans.some(isFar)) flags.push('travel')
    if (isAtNight(span)) flags.push('night')
  }
  const together = (same: (other: ShiftFacts) => boolean): number =>
    others.filter(same).reduce((sum, other) => sum + timeOf(other), timeOf(shift))
  if (together((other) => other.day === shift.day) > limits.dayHours * 60) flags.push('manyHours')
  const monday = mondayOf(shift.day)
  if (together((other) => mondayOf(other.day) === monday) > limits.weekHours * 60) flags.push('manyInWeek')
  if (others.filter((other) => other.day === shift.day).length + 1 > limits.shiftsADay) flags.push('manyShifts')
  if (shift.startsAt !== null && (shift.status === 'held' ? shift.present === null : shift.isOpen)) flags.push('noEnd')
  const time = shift.confirmed ?? shift.claimed
  if (time !== null && shift.present !== null && time > shift.present) flags.push('claimsTooMuch')
  const taken = shift.partOf?.minutes ?? null
  if (time !== null && taken !== null && time > taken) flags.push('moreThanService')
  if (shift.isBackEntry) flags.push('backEntry')
  if (shift.isLateEnd) flags.push('lateEnd')
  if (shift.isServedThere) flags.push('servedThere')
  if (shift.confirmedBy !== null && shift.confirmedBy === volunteerName) flags.push('ownConfirmation')
  return flags
}
