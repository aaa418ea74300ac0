import type { Measure } from './measure-schema.ts'

const held = { section: 'activities', kinds: ['activity'], statuses: ['held'], version: 1 } as const
const times = { zh: '场', en: 'activities' }
const attendances = { zh: '人次', en: 'attendances' }

export const activityMeasures = {
  activities: {
    ...held,
    name: { zh: '社区活动场次', en: 'Activities' },
    unit: times,
    rule: {
      zh: '项目期内已举办的活动；取消和计划中的不计。义诊和物资发放另有指标。',
      en: 'Activities held in the period; cancelled and planned ones are left out. Clinics and hand-outs are measures of their own.',
    },
    over: 'services',
    counts: 'services',
  },
  activities_festival: {
    ...held,
    name: { zh: '节日活动场次', en: 'Festival activities' },
    unit: times,
    rule: { zh: '其中带“节日”主题的；一场活动可以有几个主题。', en: 'Of these, with the theme festival. An activity may have several.' },
    over: 'services',
    counts: 'services',
    themes: ['festival'],
  },
  activities_intergenerational: {
    ...held,
    name: { zh: '代际活动场次', en: 'Activities across the generations' },
    unit: times,
    rule: {
      zh: '其中带“代际”主题的；一场活动可以有几个主题。',
      en: 'Of these, across the generations. An activity may have several themes.',
    },
    over: 'services',
    counts: 'services',
    themes: ['intergenerational'],
  },
  activities_both: {
    ...held,
    name: { zh: '节日兼代际活动场次', en: 'Festival activities across the generations' },
    unit: times,
    rule: { zh: '其中同时带“节日”和“代际”两个主题的。', en: 'Of these, with both themes.' },
    over: 'services',
    counts: 'services',
    themes: ['festival', 'intergenerational'],
  },
  attendances: {
    ...held,
    name: { zh: '活动人次', en: 'Attendances at activities' },
    unit: attendances,
    rule: {
      zh: '老人每参加一场计一次，同一场签到两次只计一次；没有认定的姓名也计。志愿者、学生、社工等另列。',
      en: 'Once for each elder at each activity, signed in twice or not; names nobody has resolved count. Volunteers, pupils, workers and others are shown apart.',
    },
    over: 'attendance',
    counts: 'attendances',
    parts: ['beneficiary'],
  },
  attendances_festival: {
    ...held,
    name: { zh: '节日活动人次', en: 'Attendances at festival activities' },
    unit: attendances,
    rule: { zh: '其中参加节日活动的。', en: 'Of these, at festival activities.' },
    over: 'attendance',
    counts: 'attendances',
    themes: ['festival'],
    parts: ['beneficiary'],
  },
  attendances_unresolved: {
    ...held,
    name: { zh: '待认定的活动人次', en: 'Attendances by unresolved names' },
    unit: attendances,
    rule: {
      zh: '其中姓名还没有认定是谁的；计人次，不计人数，认定后即计入人数。',
      en: 'Of these, by names nobody has resolved: attendances and not persons, until somebody says who it was.',
    },
    over: 'attendance',
    counts: 'attendances',
    parts: ['beneficiary'],
    certainties: ['unresolved'],
  },
  activity_people: {
    ...held,
    name: { zh: '活动参加人数', en: 'Persons at activities' },
    unit: { zh: '人', en: 'persons' },
    rule: { zh: '参加过活动且已认定是谁的老人，同一人只计一次。', en: 'Elders at activities who are known, each once.' },
    over: 'attendance',
    counts: 'persons',
    parts: ['beneficiary'],
  },
  sign_in_others: {
    ...held,
    name: { zh: '签到表上的其他人次', en: 'Others on the sign-in sheets' },
    unit: attendances,
    rule: {
      zh: '签到表上的志愿者、学生、社工、家属、合作单位等，单独列出，不计入活动人次。',
      en: 'Volunteers, pupils, workers, relatives and partners on the sheets: shown apart, not among the attendances.',
    },
    over: 'attendance',
    counts: 'attendances',
    parts: ['volunteer', 'child', 'worker', 'partner', 'carer'],
  },
  activity_unnamed: {
    ...held,
    name: { zh: '现场计数', en: 'Head count of passers-by' },
    unit: { zh: '人次', en: 'heads' },
    rule: {
      zh: '活动现场没有登记姓名的居民，由工作人员点数；不计入活动人次，也不计入人数。',
      en: 'People at activities who were counted and not named. Neither attendances nor persons include them.',
    },
    over: 'services',
    counts: 'unnamed',
  },
} as const satisfies Record<string, Measure>
