import type { Words } from '../../kernel/words.ts'
import type { RiskLevel } from './risk-rules.ts'
import type { RiskState } from './risk-schema.ts'
import type { CourseSettings } from './schema.ts'

export const dutyRules = {
  own: { zh: '本项目自己加的。', en: 'Added in this project.' },
  former: { zh: '按原来的周期或规则办结的。', en: 'Done by an earlier period or rule.' },
} as const

export const reportsWords: Record<CourseSettings['reports'], Words> = {
  monthly: { zh: '每月报一次', en: 'Every month' },
  quarterly: { zh: '每季度报一次', en: 'Every quarter' },
  none: { zh: '不用定期报', en: 'None' },
}

export const charityWords: Record<NonNullable<CourseSettings['charity']>, Words> = {
  none: { zh: '不是慈善组织', en: 'No charity' },
  charity: { zh: '是慈善组织，没有公开募捐', en: 'A charity that does not raise money in public' },
  raising: { zh: '是慈善组织，本项目公开募捐', en: 'A charity that raises money in public for this project' },
}

export const dutyStepWords: Readonly<Record<string, Words>> = {
  added: { zh: '加入', en: 'Added' },
  moved: { zh: '改日期', en: 'Day moved' },
  done: { zh: '办结', en: 'Done' },
  dismissed: { zh: '标为不适用', en: 'Does not apply' },
  reopened: { zh: '撤回', en: 'Taken back' },
  fileAdded: { zh: '上传材料', en: 'File added' },
  fileRemoved: { zh: '移除材料', en: 'File removed' },
}

export const courseWords = {
  duties: { zh: '应办事项', en: 'Duties' },
  about: {
    zh: '按项目周期排出的报告、评估和公开期限，各有依据。临近和超期的会出现在“待办与到期”和手机日历里。',
    en: 'Reports, evaluations and publications that follow from the project’s period, each with its source. What is near or late stands in “What is due” and in calendars.',
  },
  aboutEnded: { zh: '项目早已结束，按最后一天（{day}）显示。', en: 'The project ended long ago: shown as of its last day, {day}.' },
  charityUnknown: {
    zh: '还没有选定机构是不是慈善组织，所以没有排慈善信息公开的期限（民政部令第81号只约束慈善组织）。请机构负责人在“规则”里选定。',
    en: 'Nobody has said whether the agency is a charity, so nothing is reckoned by order 81, which binds charities alone. The manager chooses it under “Rules”.',
  },
  rules: { zh: '规则', en: 'Rules' },
  rulesTitle: { zh: '应办事项的规则', en: 'Rules of the duties' },
  reports: { zh: '定期报告', en: 'Regular reports' },
  reportDays: { zh: '每期结束后几天内报', en: 'Days after its end' },
  charity: { zh: '机构与公开募捐', en: 'Agency and public fund-raising' },
  add: { zh: '加一项', en: 'Add a duty' },
  addTitle: { zh: '加一项应办事项', en: 'Add a duty' },
  what: { zh: '什么事', en: 'What' },
  dueOn: { zh: '到期日', en: 'Due on' },
  duty: { zh: '事项', en: 'Duty' },
  state: { zh: '状态', en: 'State' },
  late: { zh: '超期 {n} 天', en: '{n} days late' },
  today: { zh: '今天到期', en: 'Due today' },
  ahead: { zh: '还有 {n} 天', en: 'in {n} days' },
  done: { zh: '{day} 办结', en: 'Done {day}' },
  dismissed: { zh: '不适用', en: 'Does not apply' },
  moved: { zh: '日期改过', en: 'Day moved' },
  finish: { zh: '办结', en: 'Done' },
  open: { zh: '详情', en: 'Details' },
  openOf: { zh: '详情：{what}', en: 'Details: {what}' },
  finishOf: { zh: '办结：{what}', en: 'Done: {what}' },
  doneOn: { zh: '办结日期', en: 'Done on' },
  note: { zh: '说明（报给谁、在哪里公开）', en: 'Note: to whom, published where' },
  move: { zh: '改日期', en: 'Move its day' },
  moveOf: { zh: '改日期：{what}', en: 'Move the day of: {what}' },
  dismiss: { zh: '不适用', en: 'Does not apply' },
  dismissOf: { zh: '不适用：{what}', en: 'Does not apply: {what}' },
  dismissAbout: {
    zh: '合同没有要求、或与本机构无关的，可以划掉，不再提醒。',
    en: 'What the contract does not ask for can be struck off; nobody is reminded any more.',
  },
  reopen: { zh: '撤回', en: 'Take back' },
  reopenOf: { zh: '撤回：{what}', en: 'Take back: {what}' },
  reopenAbout: { zh: '这一项重新变成未办。', en: 'It is to be done again.' },
  source: { zh: '依据', en: 'Source' },
  files: { zh: '材料', en: 'Files' },
  history: { zh: '经过', en: 'History' },
  doneBy: { zh: '办理人', en: 'By' },
  showAll: { zh: '显示已办和不适用的 {n} 项', en: 'Show {n} done or dismissed' },
  hideDone: { zh: '收起已办和不适用的', en: 'Hide what is done or dismissed' },
  none: { zh: '没有未办的事项。', en: 'Nothing is open.' },
  reason: { zh: '理由（会留痕）', en: 'Reason (kept in the trail)' },
  saved: { zh: '已保存', en: 'Saved' },
} as const

export const riskLevelWords: Record<RiskLevel, Words> = {
  high: { zh: '高', en: 'High' },
  middle: { zh: '中', en: 'Middling' },
  low: { zh: '低', en: 'Low' },
}
export const gradeWords: readonly Words[] = [riskLevelWords.low, riskLevelWords.middle, riskLevelWords.high]

export const riskStateWords: Record<RiskState, Words> = {
  open: { zh: '关注中', en: 'Watched' },
  happened: { zh: '已发生', en: 'Happened' },
  closed: { zh: '已解除', en: 'Over' },
}

export const riskStepWords: Readonly<Record<string, Words>> = {
  recorded: { zh: '登记', en: 'Recorded' },
  changed: { zh: '修改', en: 'Changed' },
  open: { zh: '重新关注', en: 'Watched again' },
  happened: { zh: '已发生', en: 'Happened' },
  closed: { zh: '已解除', en: 'Over' },
}

export const riskWords = {
  title: { zh: '风险', en: 'Risks' },
  risk: { zh: '风险', en: 'Risk' },
  none: {
    zh: '还没有登记风险。想一想：天气、场地、人手、款项、老人安全，哪一样可能误事？',
    en: 'No risk on the register. Think of weather, venues, hands, money, the elders’ safety.',
  },
  add: { zh: '登记风险', en: 'Record a risk' },
  change: { zh: '修改', en: 'Change' },
  changeOf: { zh: '修改风险：{what}', en: 'Change the risk: {what}' },
  name: { zh: '什么风险', en: 'What may go wrong' },
  likelihood: { zh: '可能性', en: 'Likelihood' },
  impact: { zh: '影响', en: 'Impact' },
  level: { zh: '等级', en: 'Level' },
  levelOf: { zh: '等级：{level}', en: 'Level: {level}' },
  measure: { zh: '应对措施', en: 'What is done about it' },
  owner: { zh: '负责人', en: 'Who sees to it' },
  happened: { zh: '已发生', en: 'It happened' },
  close: { zh: '解除', en: 'It is over' },
  reopen: { zh: '重新关注', en: 'Watch it again' },
  moveOf: { zh: '{step}：{what}', en: '{step}: {what}' },
  moveAbout: { zh: '请写明情况，会留在经过里。', en: 'Say what happened; it stays in its history.' },
} as const
