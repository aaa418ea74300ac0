import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { SlotState } from './slot-schema.ts'

const ways: Record<SlotState, readonly SlotState[]> = {
  asked: ['offered', 'declined', 'cancelled'],
  offered: ['taken', 'declined', 'cancelled', 'asked'],
  taken: ['cancelled', 'offered'],
  declined: ['asked'],
  cancelled: ['asked'],
  done: [],
}

/** Where a slot may go from here; being done is recorded with the service, and taken back with it. */
export const nextStates = (state: SlotState): readonly SlotState[] => ways[state]

/** Whether a slot may take a step. Going back, declining and cancelling need a reason. */
export function mayMove(from: SlotState, to: SlotState, reason: string | null): Verdict {
  if (!ways[from].includes(to))
    return no('respite.step', {
      zh: '这一步现在不能走，请刷新后看最新状态。',
      en: 'That step is not possible now: reload to see how it stands.',
    })
  const needsReason = to === 'declined' || to === 'cancelled' || to === 'asked' || (from === 'taken' && to === 'offered')
  return needsReason && reason === null
    ? no('respite.reason', { zh: '请写明理由。', en: 'Give a reason.' }, { field: 'reason', sort: 'invalid' })
    : yes()
}

export type Family = {
  readonly name: string
  readonly vettedOn: Day | null
  readonly vettedUntil: Day | null
  readonly endedOn: Day | null
}

/** Whether a volunteer family may be left alone with an elder on a day: vetted by then, not run out, still with us. */
export function mayCover(family: Family, on: Day): Verdict {
  const isVetted = family.vettedOn !== null && family.vettedOn <= on && (family.vettedUntil === null || family.vettedUntil >= on)
  if (!isVetted || (family.endedOn !== null && family.endedOn <= on))
    return no(
      'respite.unvetted',
      {
        zh: `“${family.name}”当天没有有效的审核，不能单独照看老人。请先在志愿家庭里完成审核，或改由工作人员照看。`,
        en: `“${family.name}” is not vetted for that day and may not look after an elder alone. Have them vetted first, or choose a worker.`,
      },
      { field: 'familyId' },
    )
  return yes()
}
