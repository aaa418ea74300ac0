import type { Words } from '../../kernel/words.ts'
import type { SuggestionRule } from './need-rules.ts'
import type { NeedState, Priority } from './schema.ts'

export const priorityWords: Record<Priority, Words> = {
  urgent: { zh: '紧急', en: 'Urgent' },
  high: { zh: '优先', en: 'High' },
  usual: { zh: '一般', en: 'Usual' },
}

export const needStateWords: Record<NeedState, Words> = {
  open: { zh: '待安排', en: 'Open' },
  inHand: { zh: '进行中', en: 'In hand' },
  met: { zh: '已满足', en: 'Met' },
  notMet: { zh: '未满足', en: 'Not met' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
}

/** What each rule says of a result, and how the need may be worded. */
export const suggestionWords: Record<SuggestionRule, { readonly why: Words; readonly statement: Words }> = {
  mood: {
    why: { zh: 'GDS-15 满 5 分或 PHQ-9 满 5 分：看情绪支持', en: 'GDS-15 or PHQ-9 of 5 or more: emotional support' },
    statement: { zh: '情绪低落，需要情绪支持和陪伴', en: 'Low in mood; needs support and company' },
  },
  worry: {
    why: { zh: 'GAD-7 满 5 分：看情绪支持', en: 'GAD-7 of 5 or more: emotional support' },
    statement: { zh: '常常担忧，需要情绪支持', en: 'Often worried; needs support' },
  },
  wellbeing: {
    why: { zh: 'WHO-5 不高于 50 分：看情绪支持', en: 'WHO-5 of 50 or less: emotional support' },
    statement: { zh: '心理能量偏低，需要陪伴和活动', en: 'Low in spirits; needs company and activities' },
  },
  care: {
    why: { zh: '自理评估为中度依赖及以上，或部分、完全丧失：看照护', en: 'Moderately dependent or worse: care' },
    statement: { zh: '日常起居要人照料，需要照护支持', en: 'Needs help with daily life' },
  },
  ability: {
    why: { zh: '能力评估为中度失能及以上：看照护', en: 'Moderately impaired or worse: care' },
    statement: { zh: '能力受损，需要照护支持', en: 'Ability impaired; needs care' },
  },
  home: {
    why: { zh: '居家安全有隐患：看居住条件', en: 'Dangers at home: living conditions' },
    statement: { zh: '家里有安全隐患，需要排除或改造', en: 'Dangers at home to be removed' },
  },
  falls: {
    why: { zh: '跌倒风险二分及以上：看健康指导和环境', en: 'Risk of falling of 2 or more: health advice' },
    statement: { zh: '有跌倒风险，需要防跌倒指导', en: 'At risk of falling; needs advice' },
  },
  carer: {
    why: { zh: '照护者压力满 10 分：看照护者支持', en: 'Carer’s strain of 10 or more: support for the carer' },
    statement: { zh: '照护者压力大，需要喘息和支持', en: 'The carer is strained; needs respite' },
  },
  alone: {
    why: { zh: '社会孤立或孤独感有提示：看社区融入', en: 'Isolation or loneliness shown: belonging' },
    statement: { zh: '与人来往少，需要陪伴和参与社区', en: 'Few contacts; needs company and a part in the community' },
  },
}

export const needWords = {
  title: { zh: '需求', en: 'Needs' },
  tab: { zh: '需求', en: 'Needs' },
  add: { zh: '登记需求', en: 'Add a need' },
  none: {
    zh: '还没有登记需求。点“登记需求”，写下他需要什么、从哪里看出来、谁在什么时候做什么。',
    en: 'No needs yet. Add one: what is needed, where it was seen, who does what by when.',
  },
  suggestions: { zh: '测评提示的需求（由您决定）', en: 'Suggested by assessments (you decide)' },
  suggestionsAbout: { zh: '系统按下面写明的规则提示，不会自动登记。', en: 'By the rules shown; nothing is recorded by itself.' },
  accept: { zh: '登记为需求', en: 'Make it a need' },
  acceptOf: { zh: '登记为需求：{what}', en: 'Make it a need: {what}' },
  from: { zh: '{scale}，{day}', en: '{scale}, {day}' },
  fromScore: { zh: '{scale} {score} 分，{day}', en: '{scale} of {score}, {day}' },
  statement: { zh: '需要什么', en: 'What is needed' },
  statementHint: { zh: '写事实，如“冬天屋里只有 10 度，舍不得烧炕”', en: 'Facts, such as “10 degrees indoors in winter”' },
  domain: { zh: '哪一类', en: 'Domain' },
  other: { zh: '其他', en: 'Other' },
  priority: { zh: '优先级', en: 'Priority' },
  source: { zh: '来自测评', en: 'From an assessment' },
  judgement: { zh: '您的判断（没有测评时必填）', en: 'Your judgement (required without an assessment)' },
  judged: { zh: '判断：{text}', en: 'Judged: {text}' },
  goal: { zh: '目标', en: 'Goal' },
  goalHint: { zh: '做到什么样算解决', en: 'What it looks like when solved' },
  goalOf: { zh: '目标：{goal}', en: 'Goal: {goal}' },
  inCase: { zh: '已列入个案计划的目标，看个案', en: 'A goal of a case’s plan works on it: the case' },
  actions: { zh: '行动', en: 'Actions' },
  action: { zh: '第 {n} 项：做什么', en: '{n}: what' },
  who: { zh: '第 {n} 项：谁', en: '{n}: who' },
  dueOn: { zh: '第 {n} 项：最晚哪天', en: '{n}: by when' },
  addAction: { zh: '加一项行动', en: 'Add an action' },
  reason: { zh: '更正理由', en: 'Why it is changed' },
  saved: { zh: '需求已保存', en: 'Saved' },
  correct: { zh: '更正', en: 'Correct' },
  correctOf: { zh: '更正需求：{what}', en: 'Correct: {what}' },
  settle: { zh: '写结论', en: 'Settle' },
  settleOf: { zh: '写结论：{what}', en: 'Settle: {what}' },
  settleTitle: { zh: '这项需求怎么样了', en: 'How this need ended' },
  reopen: { zh: '重新打开', en: 'Open again' },
  reopenOf: { zh: '重新打开：{what}', en: 'Open again: {what}' },
  state: { zh: '结论', en: 'End' },
  on: { zh: '日期', en: 'Day' },
  outcome: { zh: '情况或理由', en: 'What happened, or why' },
  service: { zh: '由哪次服务满足（可不选）', en: 'By which service (may be left out)' },
  outcomeOf: { zh: '{state}，{day}：{outcome}', en: '{state}, {day}: {outcome}' },
  byService: { zh: '看这次服务', en: 'The service' },
  due: { zh: '{who}，最晚 {day}', en: '{who}, by {day}' },
  overdue: { zh: '已过期', en: 'Overdue' },
  doneOn: { zh: '{who}，{day} 做完', en: '{who}, done {day}' },
  done: { zh: '做完了', en: 'Done' },
  doneOf: { zh: '做完了：{what}', en: 'Done: {what}' },
  undo: { zh: '撤回', en: 'Take back' },
  undoOf: { zh: '撤回“做完了”：{what}', en: 'Take back “done”: {what}' },
  createdBy: { zh: '{by} {at} 登记', en: 'by {by}, {at}' },
  changed: { zh: '改过 {n} 次', en: 'changed {n} times' },
  listAbout: {
    zh: '按类别和优先级看还没有结论的需求，点数字看名单。',
    en: 'Needs to be worked on, by domain and priority; a number opens its list.',
  },
  counts: { zh: '待办的需求', en: 'Needs to be worked on' },
  show: { zh: '看哪些', en: 'Which' },
  showOpen: { zh: '未有结论', en: 'To be worked on' },
  showSettled: { zh: '已有结论', en: 'Settled' },
  showOverdue: { zh: '行动过期（{n} 项需求）', en: 'With overdue actions ({n})' },
  asOf: { zh: '截至 {day}', en: 'as of {day}' },
  name: { zh: '姓名', en: 'Name' },
  community: { zh: '社区（村）', en: 'Community' },
  stateColumn: { zh: '状态', en: 'State' },
  actionsColumn: { zh: '行动', en: 'Actions' },
  actionsCount: { zh: '做完 {done}，未做 {open}', en: '{done} done, {open} open' },
  lateCount: { zh: '过期 {n} 项', en: '{n} overdue' },
  nextDue: { zh: '下一项最晚', en: 'Next due' },
  filter: { zh: '筛选需求', en: 'Filter' },
  empty: { zh: '没有符合条件的需求。到某人的“需求”里登记。', en: 'Nothing fits. Needs are added at a person’s “Needs”.' },
  cell: { zh: '{domain}，{priority}：{n} 项', en: '{domain}, {priority}: {n}' },
  sum: { zh: '合计', en: 'In all' },
  sheet: { zh: '需求与服务安排表', en: 'Needs sheet' },
} as const
