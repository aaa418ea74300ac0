import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Kind } from './kind-schema.ts'

/** Shifts are entered where somebody else witnesses them: an hour written down here would have no witness. */
export const shiftElsewhere = no(
  'service.shift',
  {
    zh: '志愿班次请在“志愿者”页补录，由别人确认后才有时长。',
    en: 'Enter a volunteer’s shift on the volunteers’ page: its hours exist once somebody else has confirmed them.',
  },
  { field: 'kind', sort: 'invalid' },
)

type Times = { readonly status: string; readonly day: string | null; readonly startsAt: string | null; readonly minutes: number | null }

/**
 * Whether a correction leaves the confirmed hours of volunteers true: what took place still did, and took no less time.
 * `most` is the most minutes that one volunteer has confirmed at this service or at shifts that belong to it.
 */
export function mayKeepHours(kind: Kind, before: Times, after: Times, most: number): Verdict {
  if (most === 0) return yes()
  const isShorter = after.minutes !== before.minutes && after.minutes !== null && after.minutes < most
  const isMoved = kind === 'volunteer_shift' && (after.day !== before.day || after.startsAt !== before.startsAt)
  return isShorter || isMoved || (before.status === 'held' && after.status !== 'held')
    ? no(
        'service.hours',
        {
          zh: '已有志愿者在这次服务确认了时长，这样改会让时长不实。请先在“志愿者”页撤回确认。',
          en: 'Volunteers’ hours at this service are confirmed and would no longer be true. Take the confirmation back first.',
        },
        { field: isShorter ? 'minutes' : 'status' },
      )
    : yes()
}
