import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { PartPlayed, Status } from '../ledger/kind-schema.ts'

/** Whether a part takes one of the event's places: guests do, helpers do not. */
export const takesPlace = (part: PartPlayed): boolean => part === 'beneficiary' || part === 'carer' || part === 'child'

/** Whether somebody may be signed up: to an event that lies ahead, once, and a child with its guardian's consent. */
export function maySignUp(status: Status, person: { part: PartPlayed; guardianAgreed: boolean }, already: boolean): Verdict {
  if (status === 'cancelled' || status === 'failed')
    return no('activity.cancelled', { zh: '活动已取消，不能报名。', en: 'The event was called off: nobody can sign up.' })
  if (already)
    return no(
      'activity.signedUp',
      { zh: '名单里有人已经报名或在候补中，请去掉后再报。', en: 'Somebody on the list has signed up or waits already.' },
      { field: 'people' },
    )
  if (person.part === 'child' && !person.guardianAgreed)
    return no(
      'activity.guardianOfChild',
      {
        zh: '孩子报名要先取得监护人同意，请勾选并保管好同意书。',
        en: 'A child is signed up with the guardian’s consent: tick it, and keep the paper.',
      },
      { field: 'guardianAgreed' },
    )
  return yes()
}

/** How long a telephone without a network may keep a check-in before its own clock is no longer believed. */
const longestOffline = 7 * 24 * 3_600_000

/** When somebody was checked in: as the telephone says, unless its clock is ahead of ours or it is too long ago. */
export function momentOf(said: string | null, now: Date): Date {
  if (said === null) return now
  const at = new Date(said)
  const ago = now.getTime() - at.getTime()
  return ago < 0 || ago > longestOffline ? now : at
}
