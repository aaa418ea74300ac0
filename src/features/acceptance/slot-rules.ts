import type { Words } from '../../kernel/words.ts'

/** The papers of an activity, in the order in which evaluators ask for them (评估材料). */
export const slots = ['plan', 'notice', 'roll', 'photos', 'record', 'satisfaction', 'goods', 'vouchers', 'press'] as const
export type Slot = (typeof slots)[number]

export const slotWords: Record<Slot, Words> = {
  plan: { zh: '计划', en: 'Plan' },
  notice: { zh: '通知', en: 'Notice' },
  roll: { zh: '签到', en: 'Roll' },
  photos: { zh: '过程照片', en: 'Photos' },
  record: { zh: '记录总结', en: 'Record' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
  goods: { zh: '物资领用', en: 'Goods handed out' },
  vouchers: { zh: '费用凭证', en: 'Vouchers' },
  press: { zh: '宣传稿', en: 'Press' },
}

/** Without these an evaluator sends the activity back; the others are there where there was something to be filed. */
const asked: readonly Slot[] = ['plan', 'roll', 'photos', 'record']
/** Evaluators ask for three to five pictures of an activity. */
const fewestPhotos = 3

type Filed = { readonly kind: string; readonly title: string | null }

const byTitle: readonly [RegExp, Slot][] = [
  [/满意度|问卷|评价表|反馈表/, 'satisfaction'],
  [/发票|收据|凭证|报销|费用|票据/, 'vouchers'],
  [/领用|签领|发放|物资/, 'goods'],
  [/签到|名单|花名册/, 'roll'],
  [/通知|招募|邀请/, 'notice'],
  [/宣传|新闻|报道|简报|推文|公众号/, 'press'],
  [/总结|记录|小结|过程/, 'record'],
  [/计划|方案|预案|流程/, 'plan'],
]

/** Where a file belongs: by what its title says, or else by what it is. */
export function slotOf({ kind, title }: Filed): Slot {
  const named = byTitle.find(([pattern]) => pattern.test(title ?? ''))?.[1]
  if (kind === 'photo') return named === 'press' || named === 'roll' || named === 'vouchers' ? named : 'photos'
  if (named !== undefined) return named
  return kind === 'document' ? 'record' : 'roll'
}

/**
 * How a slot stands. `filed`: so many files. `listed`: in the records, without a paper that was signed. `few`: less than
 * is asked for. `missing`: asked for and not there. `none`: there is nothing, and nobody asks.
 */
export type SlotState = { readonly is: 'filed' | 'listed' | 'few' | 'missing' | 'none'; readonly files: number }

export type SlotFacts = {
  readonly evidence: readonly Filed[]
  /** Whether anybody stands on the roll in the records. */
  readonly hasRoll: boolean
}

export function slotStates({ evidence, hasRoll }: SlotFacts): Record<Slot, SlotState> {
  const counts = Map.groupBy(evidence, slotOf)
  const stateOf = (slot: Slot): SlotState => {
    const files = counts.get(slot)?.length ?? 0
    if (slot === 'photos' && files > 0 && files < fewestPhotos) return { is: 'few', files }
    if (files > 0) return { is: 'filed', files }
    // The record is the ledger's own; so is the roll, though nobody signed it.
    if (slot === 'record') return { is: 'filed', files: 0 }
    if (slot === 'roll' && hasRoll) return { is: 'listed', files: 0 }
    return { is: asked.includes(slot) ? 'missing' : 'none', files: 0 }
  }
  return {
    plan: stateOf('plan'),
    notice: stateOf('notice'),
    roll: stateOf('roll'),
    photos: stateOf('photos'),
    record: stateOf('record'),
    satisfaction: stateOf('satisfaction'),
    goods: stateOf('goods'),
    vouchers: stateOf('vouchers'),
    press: stateOf('press'),
  }
}

/** The slots that an evaluator would ask about. */
export const wantingOf = (states: Record<Slot, SlotState>): Slot[] =>
  slots.filter((slot) => states[slot].is === 'missing' || states[slot].is === 'few')
