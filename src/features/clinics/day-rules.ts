import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Status } from '../ledger/kind-schema.ts'
import { adviceOf } from './advice-rules.ts'
import type { Level } from './band-words.ts'
import type { Visitor } from './day-schema.ts'

/** Whether people may be signed in and measured at a clinic day: it has begun, was not called off and is not over. */
export function mayReceive(status: Status, isEnded: boolean): Verdict {
  if (status === 'planned')
    return no('clinics.notBegun', { zh: '还没有开诊，请先点“开诊”。', en: 'The clinic has not begun: begin it first.' })
  if (status !== 'held') return no('clinics.cancelled', { zh: '这场义诊已取消。', en: 'This clinic day was cancelled.' })
  if (isEnded)
    return no('clinics.ended', { zh: '这场义诊已收诊，如需补录请先“重新打开”。', en: 'This clinic day is over; open it again first.' })
  return yes()
}

/** Whether a clinic day may end: nobody at a danger limit goes home without something being arranged. */
export function mayEnd(status: Status, toRefer: number): Verdict {
  const may = mayReceive(status, false)
  if (!may.ok) return may
  return toRefer === 0
    ? yes()
    : no('clinics.toRefer', {
        zh: `还有 ${toRefer} 位到了危险值，没有安排转介和随访。请先在“转介名单”里安排。`,
        en: `${toRefer} people at a danger limit have nothing arranged for them. See to the list of those to refer first.`,
      })
}

/** Whether a sign-in may be taken back: nothing hangs on it. */
export const mayUndoSignIn = (hasReading: boolean, hasFollowUp: boolean, hasHandOver: boolean): Verdict =>
  hasReading || hasFollowUp || hasHandOver
    ? no('clinics.hasReadings', {
        zh: '这位已有读数、随访或领取记录，不能撤销签到。如果认错了人，请在服务记录里改认。',
        en: 'Readings, a follow-up or a hand-over hang on this sign-in. If it is the wrong person, resolve the name anew.',
      })
    : yes()

/** The steps of a clinic day, and how far it has come. */
export const steps = ['plan', 'signIn', 'measure', 'refer', 'followUp', 'closed'] as const
export type Step = (typeof steps)[number]

/**
 * The step that a clinic day is at: the first that is not done. A day that is past, with readings, is over though nobody
 * said so, as those that come from a register.
 */
export function stepOf(
  day: {
    status: Status
    day: Day | null
    isEnded: boolean
    visitors: number
    measured: number
    toRefer: number
    openFollowUps: number
    followUps: number
  },
  today: Day,
): Step {
  const isOver = day.isEnded || (day.day !== null && day.day < today && day.measured > 0)
  if (day.status === 'planned') return 'plan'
  if (!isOver && day.visitors === 0) return 'signIn'
  if (day.toRefer > 0) return isOver ? 'refer' : 'measure'
  if (!isOver) return day.followUps === 0 ? 'measure' : day.openFollowUps > 0 ? 'followUp' : 'measure'
  return day.openFollowUps > 0 ? 'followUp' : 'closed'
}

/** What somebody's readings ask for. */
export const levelOf = (visitor: Pick<Visitor, 'reading' | 'sex' | 'ownOxygenLow'>): Level =>
  visitor.reading === null
    ? 'usual'
    : adviceOf(visitor.reading, { sex: visitor.sex, ownOxygenLow: visitor.ownOxygenLow ?? undefined }).level
