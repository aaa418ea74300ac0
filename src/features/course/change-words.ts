import type { Words } from '../../kernel/words.ts'
import type { Change, ChangeKind, ChangeState } from './change-schema.ts'

export const changeKindWords: Record<ChangeKind, Words> = {
  transfer: { zh: '预算调整', en: 'Budget' },
  period: { zh: '周期变更', en: 'Period' },
  target: { zh: '指标变更', en: 'Target' },
  staff: { zh: '人员变更', en: 'Staff' },
}

export const changeStateWords: Record<ChangeState, Words> = {
  asked: { zh: '待审批', en: 'Waiting' },
  approved: { zh: '已同意', en: 'Approved' },
  refused: { zh: '未同意', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

/** What the two sides of a change are called. */
export function changeSaid(change: Pick<Change, 'what'>): { from: Words; to: Words; line: Words } {
  switch (change.what.kind) {
    case 'transfer':
      return {
        from: { zh: '调出科目', en: 'From line' },
        to: { zh: '调入科目', en: 'To line' },
        line: { zh: '从“{from}”调{subject}元到“{to}”', en: '{subject} yuan from “{from}” to “{to}”' },
      }
    case 'staff':
      return {
        from: { zh: '离开', en: 'Leaves' },
        to: { zh: '接替', en: 'Comes' },
        line: { zh: '{subject}：{from} → {to}', en: '{subject}: {from} → {to}' },
      }
    case 'period':
      return { ...sides, line: { zh: '由 {from} 改为 {to}', en: '{from} becomes {to}' } }
    case 'target':
      return { ...sides, line: { zh: '“{subject}”由 {from} 改为 {to}', en: '“{subject}”: {from} becomes {to}' } }
  }
}

const sides = { from: { zh: '变更前', en: 'Before' }, to: { zh: '变更后', en: 'After' } }

export const changeWords = {
  part: { zh: '变更与风险', en: 'Changes and risks' },
  title: { zh: '变更', en: 'Changes' },
  about: {
    zh: '约定好的周期、指标、预算和人员要变，先申请，由另一人审批，同意即生效。弄错了可以再申请一次撤销。',
    en: 'When the period, a target, the budget or the staff is to be otherwise than agreed, one asks and another decides; approved, it takes effect. A mistake is taken back by another change.',
  },
  none: { zh: '还没有申请过变更。', en: 'No change was asked for yet.' },
  ask: { zh: '申请变更', en: 'Ask for a change' },
  kind: { zh: '变更类型', en: 'Kind' },
  number: { zh: '第 {n} 号', en: 'No. {n}' },
  reverses: { zh: '撤销第 {n} 号', en: 'takes back no. {n}' },
  reversedAsked: { zh: '已申请撤销', en: 'to be taken back' },
  reversedApproved: { zh: '已撤销', en: 'taken back' },
  fromLine: { zh: '从哪个科目调出', en: 'From which line' },
  toLine: { zh: '调入哪个科目', en: 'To which line' },
  lineLeft: { zh: '{name}（未支出 {left} 元）', en: '{name} ({left} yuan left)' },
  amountYuan: { zh: '金额（元）', en: 'Amount (yuan)' },
  startsOn: { zh: '新的开始日期', en: 'New beginning' },
  endsOn: { zh: '新的结束日期', en: 'New end' },
  target: { zh: '哪个指标', en: 'Which target' },
  value: { zh: '新的目标', en: 'New target' },
  role: { zh: '岗位', en: 'Post' },
  leaves: { zh: '离开的人', en: 'Who leaves' },
  comes: { zh: '接替的人', en: 'Who comes' },
  on: { zh: '从哪天起', en: 'From which day' },
  reason: { zh: '为什么变', en: 'Why' },
  decide: { zh: '审批', en: 'Decide' },
  decideOf: { zh: '审批第 {n} 号变更', en: 'Decide on change no. {n}' },
  decideAbout: { zh: '同意后立即生效：{what}', en: 'Approved, it takes effect at once: {what}' },
  decision: { zh: '审批意见', en: 'Decision' },
  approve: { zh: '同意', en: 'Approve' },
  refuse: { zh: '不同意', en: 'Refuse' },
  decidedReason: { zh: '审批理由', en: 'Reason for the decision' },
  basis: { zh: '同意的依据（批复文号、会议纪要）', en: 'Where the funder agreed (letter, minutes)' },
  basisHint: {
    zh: '周期、指标和超过科目一成的预算调整涉及合同，机构自己审批时要写。',
    en: 'Needed when the agency itself approves a change of the period, a target or more than a tenth of a line.',
  },
  withdraw: { zh: '撤回申请', en: 'Withdraw' },
  withdrawOf: { zh: '撤回第 {n} 号变更申请', en: 'Withdraw change no. {n}' },
  withdrawAbout: { zh: '撤回后不再审批，可以重新申请。', en: 'It is decided no more; another can be asked for.' },
  takeBack: { zh: '申请撤销', en: 'Ask to take it back' },
  takeBackOf: { zh: '申请撤销第 {n} 号变更', en: 'Take change no. {n} back' },
  takeBackAbout: {
    zh: '按相反方向申请一项新的变更，审批后生效。',
    en: 'This asks for the opposite change, which takes effect once it is approved.',
  },
  sheet: { zh: '项目变更申请表', en: 'Request for a change' },
  printOf: { zh: '打印第 {n} 号', en: 'Print no. {n}' },
  what: { zh: '变更内容', en: 'What changes' },
  why: { zh: '变更理由', en: 'Why' },
  subject: { zh: '事项', en: 'Subject' },
  state: { zh: '审批结论', en: 'Decision' },
  decidedOn: { zh: '审批日期', en: 'Decided on' },
  askedBy: { zh: '申请人', en: 'Asked by' },
  decidedBy: { zh: '审批人', en: 'Decided by' },
  funder: { zh: '出资方（盖章）', en: 'Funder (stamp)' },
  askedLine: { zh: '{by} {at} 申请：{reason}', en: '{by} asked {at}: {reason}' },
  decidedLine: { zh: '{by} {at}：{reason}', en: '{by} {at}: {reason}' },
  basisLine: { zh: '依据：{basis}', en: 'Basis: {basis}' },
  done: { zh: '已保存', en: 'Saved' },
} as const
