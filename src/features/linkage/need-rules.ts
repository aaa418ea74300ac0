import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { LinkNeedState, NeedRow } from './need-schema.ts'
import type { NeedFacts } from './market-rules.ts'

/** Whether a need may end so, or be opened again. One that somebody is asked about is first answered or taken back. */
export function maySettleNeed(need: { state: LinkNeedState; promised: number }, to: LinkNeedState): Verdict {
  if (need.state === to) return no('linkage.sameState', { zh: '这项需求已经是这样了。', en: 'The need stands so already.' })
  if (to !== 'open' && need.promised > 0)
    return no('linkage.underWay', {
      zh: '还有询问中或已答应的链接，请先落实或撤回。',
      en: 'Somebody is asked or has accepted: see to that first, or take it back.',
    })
  return yes()
}

/** What is still to be met. */
export const openUnits = (need: { quantity: number; promised: number; given: number }): number =>
  Math.max(0, need.quantity - need.promised - need.given)

export const progressOf = ({ quantity, promised, given }: { quantity: number; promised: number; given: number }) => ({
  quantity,
  promised,
  given,
})

export const factsOf = (need: NeedRow, quantity: number): NeedFacts => ({
  id: need.id,
  kind: need.kind,
  skill: need.skill ?? '',
  quantity,
  unit: need.unit,
  communityCode: need.communityCode,
  times: need.times,
  needsVetting: need.needsVetting,
  priority: need.priority,
  personId: need.personId,
})
