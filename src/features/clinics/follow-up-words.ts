import type { Words } from '../../kernel/words.ts'
import type { Means, Outcome, Result } from './follow-up-schema.ts'

export const meansWords: Record<Means, Words> = {
  phone: { zh: '电话', en: 'Telephone' },
  visit: { zh: '上门', en: 'At home' },
  clinic: { zh: '来复测', en: 'Came to be measured' },
  message: { zh: '微信等', en: 'Message' },
}

export const resultWords: Record<Result, Words> = {
  went: { zh: '已就医', en: 'Saw a doctor' },
  will_go: { zh: '约好去', en: 'Will go' },
  not_gone: { zh: '还没去', en: 'Has not gone' },
  in_range: { zh: '复测在常见范围', en: 'Measured again: usual' },
  still_high: { zh: '复测仍不在常见范围', en: 'Measured again: not usual' },
  not_reached: { zh: '没联系上', en: 'Not reached' },
}

export const outcomeWords: Record<Outcome, Words> = {
  seen: { zh: '已就医', en: 'Saw a doctor' },
  treated: { zh: '已就医，按医嘱处理', en: 'Seen, under a doctor’s care' },
  in_range: { zh: '复测已在常见范围', en: 'Measured again: usual' },
  refused: { zh: '本人不愿就医', en: 'Does not want to go' },
  not_found: { zh: '联系不上', en: 'Could not be reached' },
  moved: { zh: '已迁出', en: 'Moved away' },
  died: { zh: '已去世', en: 'Died' },
  not_needed: { zh: '不需随访', en: 'Not needed' },
}

export const followUpWords = {
  title: { zh: '义诊随访', en: 'Follow-ups after clinics' },
  about: { zh: '危险值两周内要有人问到结果。截至 {day}', en: 'Somebody asks after a danger within two weeks. As of {day}' },
  open: { zh: '随访中', en: 'Open' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  closed: { zh: '已办结', en: 'Closed' },
  none: { zh: '没有要随访的人。义诊里到了危险值的人，在那场义诊的“转介名单”里安排后会出现在这里。', en: 'Nobody to follow up.' },
  notArranged: { zh: '还有 {n} 位到了危险值、没有安排', en: '{n} at a danger limit have nothing arranged' },
  list: { zh: '随访名单', en: 'Follow-ups' },
  show: { zh: '显示', en: 'Show' },
  person: { zh: '姓名', en: 'Name' },
  clinic: { zh: '义诊', en: 'Clinic day' },
  findings: { zh: '读数', en: 'Findings' },
  phone: { zh: '电话', en: 'Telephone' },
  dueOn: { zh: '随访期限', en: 'Due' },
  last: { zh: '最近一次', en: 'Last' },
  entries: { zh: '{n} 次', en: '{n} times' },
  writeReferral: { zh: '写转介单（带上这次读数）', en: 'Write a referral with this reading' },
  record: { zh: '记一次随访', en: 'Record' },
  recordOf: { zh: '记一次随访：{name}', en: 'Follow-up of {name}' },
  openOf: { zh: '打开 {name} 的随访', en: 'Open the follow-up of {name}' },
  day: { zh: '日期', en: 'Day' },
  means: { zh: '方式', en: 'How' },
  result: { zh: '结果', en: 'Result' },
  note: { zh: '说明（加密保存）', en: 'Note (sealed)' },
  close: { zh: '办结', en: 'Close' },
  closeOf: { zh: '办结随访：{name}', en: 'Close the follow-up of {name}' },
  outcome: { zh: '最后结果', en: 'Outcome' },
  reopen: { zh: '重新打开', en: 'Open again' },
  history: { zh: '随访经过', en: 'History' },
  historyNone: { zh: '还没有随访记录。', en: 'Nobody has asked yet.' },
  told: { zh: '当天已告诉本人', en: 'Told that day' },
  notTold: { zh: '当天没有告诉本人，请尽快联系', en: 'Not told that day: call soon' },
  saved: { zh: '已保存', en: 'Saved' },
  reason: { zh: '理由（会留痕）', en: 'Reason (kept in the trail)' },
  attention: { zh: '义诊随访已逾期', en: 'Follow-ups after clinics overdue' },
  attentionSoon: { zh: '义诊随访一周内到期', en: 'Follow-ups due within a week' },
  attentionNone: { zh: '义诊危险值未安排随访', en: 'Dangers at clinics without a follow-up' },
} as const satisfies Record<string, Words>
