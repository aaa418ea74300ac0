import type { Measure } from './measure-schema.ts'

const held = { section: 'groups', kinds: ['group_session'], statuses: ['held'], version: 1 } as const

export const groupMeasures = {
  groups: {
    ...held,
    name: { zh: '小组数', en: 'Groups' },
    unit: { zh: '个', en: 'groups' },
    rule: { zh: '项目期内至少开过一节的小组。', en: 'Groups with at least one session held in the period.' },
    over: 'services',
    counts: 'groups',
  },
  group_members: {
    ...held,
    name: { zh: '小组组员数', en: 'Group members' },
    unit: { zh: '人', en: 'persons' },
    rule: {
      zh: '至少出席过一节的组员，参加几个小组都只计一次；只报名没有到的不计。',
      en: 'Members who attended at least once, each once across all groups. Enrolled but never there does not count.',
    },
    over: 'attendance',
    counts: 'persons',
    parts: ['beneficiary'],
  },
  group_sessions: {
    ...held,
    name: { zh: '小组节数', en: 'Group sessions' },
    unit: { zh: '节', en: 'sessions' },
    rule: { zh: '项目期内已开展的小组节次。', en: 'Group sessions held in the period.' },
    over: 'services',
    counts: 'services',
  },
  group_attendances: {
    ...held,
    name: { zh: '小组人次', en: 'Group attendances' },
    unit: { zh: '人次', en: 'attendances' },
    rule: {
      zh: '组员每出席一节计一次；迟到、早退算出席，请假、缺席不算。',
      en: 'Once for each member at each session. Coming late or leaving early counts; leave and absence do not.',
    },
    over: 'attendance',
    counts: 'attendances',
    parts: ['beneficiary'],
  },
} as const satisfies Record<string, Measure>
