import type { Words } from '../../kernel/words.ts'
import type { Role } from '../identity/role-rules.ts'
import type { Bucket, DueSource } from './due-schema.ts'

export const bucketWords: Record<Bucket, Words> = {
  overdue: { zh: '已超期', en: 'Overdue' },
  today: { zh: '今天', en: 'Today' },
  week: { zh: '一周内', en: 'This week' },
}

type Source = {
  readonly words: Words
  /** Where the feature itself lists them. */
  readonly to: string
  /** What whoever is told reads. `{name}` a person, `{what}` a title. */
  readonly notice: Words
  /** Who is told, there. */
  readonly roles: readonly Role[]
}

const workers: readonly Role[] = ['socialWorker']

/** What falls due: what it is called, where its own list is, who is told of it and how. In the order of the page. */
export const dueSources: Record<DueSource, Source> = {
  escalation: {
    words: { zh: '见不到人、要上报的', en: 'Elders nobody has met' },
    to: '/visits?show=escalated',
    notice: { zh: '今天要跟进：{name}一直没见到人', en: 'Nobody has met {name} yet: follow up today' },
    roles: ['socialWorker', 'supervisor'],
  },
  visit: {
    words: { zh: '该探访的', en: 'Visits' },
    to: '/visits',
    notice: { zh: '{name}该探访了', en: '{name} is due to be visited' },
    roles: workers,
  },
  followUp: {
    words: { zh: '义诊随访', en: 'Follow-ups after clinics' },
    to: '/clinics/follow-ups',
    notice: { zh: '{name}的义诊随访今天到期', en: 'The follow-up of {name} is due' },
    roles: workers,
  },
  referral: {
    words: { zh: '转介回复', en: 'Referrals' },
    to: '/referrals',
    notice: { zh: '{name}的转介到了该有回复的日子', en: 'An answer to the referral of {name} is due' },
    roles: workers,
  },
  case: {
    words: { zh: '个案面谈和记录', en: 'Casework' },
    to: '/cases?overdue=1',
    notice: { zh: '个案{what}到了约定的日子或记录期限', en: 'Case {what}: a session or its record is due' },
    roles: ['socialWorker', 'counsellor'],
  },
  need: {
    words: { zh: '需求的行动', en: 'Actions on needs' },
    to: '/needs',
    notice: { zh: '{name}的需求有行动今天到期', en: 'An action for {name} is due' },
    roles: workers,
  },
  assessment: {
    words: { zh: '该重新测评的', en: 'Reassessments' },
    to: '/assessments?due=1',
    notice: { zh: '{name}该重新测评了', en: '{name} is to be assessed again' },
    roles: workers,
  },
  hours: {
    words: { zh: '志愿时长待确认（十个工作日内）', en: 'Hours to confirm within ten working days' },
    to: '/volunteers?tab=hours',
    notice: { zh: '{name}的志愿时长到了确认的最后一天', en: 'The hours of {name} are to be confirmed today' },
    roles: ['socialWorker', 'communityWorker'],
  },
  vetting: {
    words: { zh: '志愿者核查到期', en: 'Volunteers’ vetting' },
    to: '/volunteers?lacking=1',
    notice: { zh: '志愿者{name}的背景核查今天到期', en: 'The vetting of {name} runs out' },
    roles: workers,
  },
  tierReview: {
    words: { zh: '风险等级复核', en: 'Reviews of risk tiers' },
    to: '/visits?show=tierReview',
    notice: { zh: '{name}的风险等级该复核了', en: 'The risk tier of {name} is to be reviewed' },
    roles: workers,
  },
  labelReview: {
    words: { zh: '困难类别复核', en: 'Reviews of hardship labels' },
    to: '/visits?show=labelReview',
    notice: { zh: '{name}的困难类别该复核了', en: 'A hardship label of {name} is to be reviewed' },
    roles: workers,
  },
  duty: {
    words: { zh: '项目应办事项（报告、评估、公开）', en: 'A project’s duties: reports, evaluations, publication' },
    to: '/project?tab=duties',
    notice: { zh: '今天到期：{what}', en: 'Due today: {what}' },
    roles: ['manager', 'supervisor'],
  },
  planned: {
    words: { zh: '排好的服务', en: 'Planned services' },
    to: '/services?status=planned',
    notice: { zh: '今天有：{what}', en: 'Today: {what}' },
    roles: ['socialWorker', 'communityWorker'],
  },
  shift: {
    words: { zh: '志愿班次', en: 'Volunteer shifts' },
    to: '/volunteers?tab=tasks',
    notice: { zh: '今天有志愿班次：{name} {what}', en: 'A shift today: {name}, {what}' },
    roles: workers,
  },
}

/** What the page says. */
export const dueWords = {
  title: { zh: '待办与到期', en: 'What is due' },
  about: {
    zh: '各处到期的事都在这里，数字与各自的清单一致。点一条打开记录。',
    en: 'Whatever falls due, from everywhere; the numbers are those of each list. Each line opens its record.',
  },
  aboutEnded: {
    zh: '项目已结束，按最后一天（{day}）看还有哪些没有办完。',
    en: 'The project has ended: this is what was left open on its last day, {day}.',
  },
  show: { zh: '什么时候到期', en: 'When due' },
  tab: { zh: '{bucket} {n}', en: '{bucket} {n}' },
  noneOverdue: { zh: '没有超期的事，做得好。', en: 'Nothing is overdue.' },
  noneToday: { zh: '今天没有到期的事。', en: 'Nothing is due today.' },
  noneWeek: { zh: '往后六天没有到期的事。', en: 'Nothing falls due in the next six days.' },
  late: { zh: '超 {n} 天', en: '{n} days late' },
  dueOn: { zh: '{day} 到期', en: 'due {day}' },
  onDay: { zh: '{day}', en: '{day}' },
  list: { zh: '全部清单', en: 'The whole list' },
  listOf: { zh: '“{what}”的全部清单', en: 'The whole list: {what}' },
  first: { zh: '共 {n} 件，先列 {shown} 件。', en: '{n} in all, the first {shown} shown.' },
  calendars: { zh: '手机日历订阅', en: 'Calendar on a phone' },
  unnamed: { zh: '一条记录', en: 'A record' },
} as const
