import type { Day } from '../../kernel/day.ts'
import type { Status } from '../ledger/kind-schema.ts'

const words: readonly (readonly [Status, RegExp])[] = [
  ['cancelled', /取消|停办|中止|终止|作废|放弃|未能|未成功/],
  ['failed', /未到岗|未到|缺勤|缺席|爽约|失约|未见/],
  ['planned', /未(开始|开展|举办|进行|完成|落实|实施)|计划|拟|待|筹备|准备|洽谈|意向|联系中|跟进中|预约|延期|推迟/],
  ['held', /已|完成|开展|结束|落实|到位|正常|举办|到岗|出勤|是|√|✓|^在?进行/],
]

/**
 * What the status column of a list says: undefined for a word that nobody knows. An empty cell means that it took place,
 * or, with a day that is still to come, that it is planned.
 */
export function statusOf(written: string | undefined, day: Day | undefined, today: Day): Status | undefined {
  const text = (written ?? '').normalize('NFKC').replace(/\s/g, '')
  if (text === '') return day !== undefined && day > today ? 'planned' : 'held'
  return words.find(([, pattern]) => pattern.test(text))?.[0]
}

export type CaseState = 'not_accepted' | 'open' | 'closed'

/** 不接案 is no case; whatever is closed, ended or referred on is closed; the rest is open. */
export function caseStateOf(written: string | undefined, closedOn: Day | undefined): CaseState {
  const text = (written ?? '').replace(/\s/g, '')
  if (/不接案|未接案|不予接案|拒绝|婉拒/.test(text)) return 'not_accepted'
  if (/未结案|未完成/.test(text)) return 'open'
  if (/结案|已结|关闭|终止|中止|完成|转介/.test(text)) return 'closed'
  return text === '' && closedOn !== undefined ? 'closed' : 'open'
}
