import { daySchema, type Day } from '../../kernel/day.ts'
import { no, yes, type No, type Verdict } from '../../kernel/verdict.ts'
import { overlap, spanOf, type ShiftFacts } from './flag-rules.ts'

/** Who says that the hours were given: in person, or written down by a worker for somebody who cannot sign in. */
export type Witness = { readonly capacity: 'elder' | 'family' | 'communityWorker' | 'socialWorker' | 'partner'; readonly name: string }

/** Whoever confirms, with the person that their account is tied to. */
export type Confirmer = { readonly personId: string | null; readonly displayName: string }

/** The volunteer, and those of the same volunteer family. */
export type WhoServed = {
  readonly personId: string
  readonly name: string
  readonly family: readonly { readonly personId: string | null; readonly name: string }[]
}

const own = no(
  'hours.own',
  {
    zh: '自己的服务时长不能由自己确认，请社区工作者、社工、老人或家属确认。',
    en: 'Nobody confirms their own hours: ask a community worker, a social worker, the elder or their family.',
  },
  { sort: 'forbidden' },
)
const sameName = no(
  'hours.ownName',
  {
    zh: '确认人的姓名与志愿者相同，请由另一位确认。',
    en: 'The name of whoever confirms is the volunteer’s own: another must confirm.',
  },
  { field: 'witnessName', sort: 'forbidden' },
)
const family = no(
  'hours.family',
  {
    zh: '同一志愿家庭的成员不能互相确认时长，请由家庭以外的人确认。',
    en: 'Members of one volunteer family do not confirm each other’s hours.',
  },
  { field: 'witnessName', sort: 'forbidden' },
)

/** Whether this person may stand for the hours of that volunteer: somebody else, and not of the same volunteer family. */
export function mayWitness(who: Confirmer, witness: Witness, served: WhoServed): Verdict {
  if (who.personId === served.personId) return own
  if (who.personId !== null && served.family.some((member) => member.personId === who.personId)) return family
  if (who.displayName === served.name || witness.name === served.name) return sameName
  if (served.family.some((member) => member.name === witness.name)) return family
  return yes()
}

const notOver = no('hours.notOver', {
  zh: '这个班次还没有结束，结束后再确认。',
  en: 'This shift is not over yet: confirm it afterwards.',
})
const noEnd = no(
  'hours.noEnd',
  { zh: '没有签退时间，请先补上结束时间，再确认时长。', en: 'There is no check-out: give the end first.' },
  { field: 'endsAt' },
)
const notHeld = no('hours.notHeld', {
  zh: '所属的服务没有开展（取消或还在计划中），没有开展的服务不产生时长。请先核对那次服务的状态。',
  en: 'The service that this shift belongs to did not take place, so there are no hours.',
})
const notDone = no('hours.notDone', {
  zh: '这个班次已取消或未到岗，没有时长可确认。',
  en: 'This shift was cancelled or nobody came: there are no hours to confirm.',
})
const overlaps = no('hours.overlaps', {
  zh: '这段时间已有另一班次确认了时长，同一时间不能算两次。请先更正其中一个的起止时间。',
  en: 'Hours of another shift at the same time are confirmed already; no minute counts twice. Correct one of the two first.',
})

/** The most that can be confirmed of a shift: the time present, and no more than the service took that it belongs to. */
export function timeTaken(shift: ShiftFacts, all: readonly ShiftFacts[]): number | undefined {
  if (shift.present === null || shift.isOpen) return undefined
  const { partOf } = shift
  if (partOf === null || partOf.minutes === null) return shift.present
  const before = all
    .filter((other) => other.id !== shift.id && other.partOf?.id === partOf.id)
    .reduce((sum, other) => sum + (other.confirmed ?? 0), 0)
  return Math.max(0, Math.min(shift.present, partOf.minutes - before))
}

const tooMuch = (most: number): No =>
  no(
    'hours.tooMuch',
    {
      zh: `最多可确认${most}分钟：不能超过在场时间，也不能超过服务本身的时长（路上时间不算）。`,
      en: `At most ${most} minutes: not more than the time present, nor than the service took. Travel does not count.`,
    },
    { field: 'minutes', sort: 'invalid' },
  )

/** Whether so many minutes of a shift can be confirmed now. `now` is in minutes since 1970-01-01, where the service is done. */
export function canConfirm(shift: ShiftFacts, all: readonly ShiftFacts[], minutes: number, now: number): Verdict {
  if (shift.status === 'cancelled' || shift.status === 'failed') return notDone
  if (shift.partOf !== null && shift.partOf.status !== 'held') return notHeld
  const span = spanOf(shift)
  const most = timeTaken(shift, all)
  if (span === undefined || most === undefined) return noEnd
  if (span.to > now) return notOver
  if (minutes < 1 || minutes > most) return tooMuch(most)
  const confirmed = all.filter((other) => other.id !== shift.id && (other.confirmed ?? 0) > 0 && other.status === 'held')
  return confirmed.some((other) => {
    const known = spanOf(other)
    return known !== undefined && overlap(span, known)
  })
    ? overlaps
    : yes()
}

/** The hours of some shifts: confirmed ones and those that nobody has confirmed, never added together. */
export function sumOf(shifts: readonly Pick<ShiftFacts, 'status' | 'claimed' | 'confirmed' | 'present'>[]): {
  confirmed: number
  unconfirmed: number
} {
  let confirmed = 0
  let unconfirmed = 0
  for (const shift of shifts) {
    if (shift.confirmed !== null && shift.status === 'held') confirmed += shift.confirmed
    else if (shift.confirmed === null && (shift.status === 'held' || shift.status === 'planned')) unconfirmed += shift.claimed ?? 0
  }
  return { confirmed, unconfirmed }
}

/** Stars of a volunteer with so many confirmed minutes: none to five. */
export const starsOf = (confirmedMinutes: number, steps: readonly number[]): number =>
  steps.filter((step) => confirmedMinutes >= step * 60).length

/** Minutes since 1970-01-01 of a moment, on the clock of the place where the service is done (UTC+8, no summer time). */
export const localMinutes = (moment: Date): number => Math.floor(moment.getTime() / 60_000) + 8 * 60

/** Day and time of a moment, where the service is done. */
export function localTime(moment: Date): { day: Day; time: string } {
  const text = new Date(moment.getTime() + 8 * 3_600_000).toISOString()
  return { day: daySchema.parse(text.slice(0, 10)), time: text.slice(11, 16) }
}
