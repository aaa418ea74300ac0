import { addDays, type Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { LinkState } from './link-kind-schema.ts'

/** What is said at each step, in their order. A step back says why. */
export const stepNames = ['accept', 'refuse', 'do', 'confirm', 'close', 'withdraw', 'back'] as const
export type Step = (typeof stepNames)[number]

const forward: Record<Exclude<Step, 'back'>, { readonly from: readonly LinkState[]; readonly to: LinkState }> = {
  accept: { from: ['asked'], to: 'accepted' },
  refuse: { from: ['asked'], to: 'refused' },
  do: { from: ['accepted'], to: 'done' },
  confirm: { from: ['done'], to: 'confirmed' },
  close: { from: ['confirmed'], to: 'closed' },
  withdraw: { from: ['asked', 'accepted'], to: 'withdrawn' },
}

/** Where a step that was a mistake goes back to. */
const backward: Partial<Record<LinkState, LinkState>> = {
  accepted: 'asked',
  refused: 'asked',
  withdrawn: 'asked',
  done: 'accepted',
  confirmed: 'done',
  closed: 'confirmed',
}

/** What can be done with a link as it stands. */
export const stepsFrom = (state: LinkState): Step[] =>
  stepNames.filter((step) => (step === 'back' ? backward[state] !== undefined : forward[step].from.includes(state)))

export type Stepping = {
  readonly step: Step
  readonly on: Day
  /** Why refused, withdrawn or taken back; what was said when accepted. */
  readonly reason: string | null
  readonly confirmedBy: string | null
}

const needsReason: ReadonlySet<Step> = new Set(['refuse', 'withdraw', 'back'])

/** Whether a step may be taken, and where it leads. `since` is the day of the step before. */
export function mayStep(state: LinkState, since: Day, { step, on, reason, confirmedBy }: Stepping, today: Day): Verdict<LinkState> {
  const to = step === 'back' ? backward[state] : forward[step].from.includes(state) ? forward[step].to : undefined
  if (to === undefined)
    return no('linkage.noStep', {
      zh: '这条链接刚走到别的一步，请刷新后再操作。',
      en: 'This link stands elsewhere now: reload and look again.',
    })
  if (needsReason.has(step) && reason === null)
    return no('linkage.noReason', { zh: '请写明原因。', en: 'Say why.' }, { sort: 'invalid', field: 'reason' })
  if (on > today)
    return no('linkage.future', { zh: '日期不能晚于今天。', en: 'The day cannot be after today.' }, { sort: 'invalid', field: 'on' })
  if (step !== 'back' && on < since)
    return no(
      'linkage.before',
      { zh: '日期早于上一步，请核对。', en: 'The day is before the step before it; please check.' },
      { sort: 'invalid', field: 'on' },
    )
  if (step === 'confirm' && confirmedBy === null)
    return no('linkage.noWitness', { zh: '请写明是谁确认的。', en: 'Say who confirmed it.' }, { sort: 'invalid', field: 'confirmedBy' })
  return yes(to)
}

export type Freshness = 'fresh' | 'stale' | 'over'

/** Whether what was said of a resource still holds on a day: it is over, or it asks to be confirmed again. */
export function freshnessOf(
  resource: { readonly confirmedOn: Day; readonly confirmEvery: number; readonly validUntil: Day | null; readonly endedOn: Day | null },
  day: Day,
): Freshness {
  if ((resource.validUntil !== null && resource.validUntil < day) || (resource.endedOn !== null && resource.endedOn <= day)) return 'over'
  return addDays(resource.confirmedOn, resource.confirmEvery) < day ? 'stale' : 'fresh'
}
