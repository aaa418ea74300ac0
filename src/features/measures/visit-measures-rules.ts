import type { Measure } from './measure-schema.ts'

const met = { section: 'visits', kinds: ['home_visit'], statuses: ['held'], version: 1 } as const
const visits = { zh: '次', en: 'visits' }

export const visitMeasures = {
  visits_door: {
    ...met,
    name: { zh: '上门探访次数', en: 'Home visits' },
    unit: visits,
    rule: { zh: '见到老人的上门探访；没有见到的另列。', en: 'Home visits where the elder was met; the others are shown apart.' },
    over: 'services',
    counts: 'services',
  },
  visits_phone: {
    version: 1,
    section: 'visits',
    name: { zh: '电话探访次数', en: 'Telephone visits' },
    unit: visits,
    rule: {
      zh: '接通的电话探访；单独一项，不与上门探访相加。',
      en: 'Telephone visits that were answered: a measure of its own, not added to home visits.',
    },
    over: 'services',
    counts: 'services',
    kinds: ['phone_visit'],
    statuses: ['held'],
  },
  visits_failed: {
    version: 1,
    section: 'visits',
    name: { zh: '未见到的探访次数', en: 'Visits that met nobody' },
    unit: visits,
    rule: { zh: '去了或打了电话但没有见到、没有接通的探访。', en: 'Visits and calls where nobody was met.' },
    over: 'services',
    counts: 'services',
    kinds: ['home_visit', 'phone_visit'],
    statuses: ['failed'],
  },
  visit_people: {
    ...met,
    name: { zh: '上门探访人数', en: 'Elders visited at home' },
    unit: { zh: '人', en: 'persons' },
    rule: { zh: '上门见到的老人，同一人只计一次。', en: 'Elders met at home, each once.' },
    over: 'attendance',
    counts: 'persons',
    parts: ['beneficiary'],
  },
  visit_attendances: {
    ...met,
    name: { zh: '上门探访人次', en: 'Elders met on home visits' },
    unit: { zh: '人次', en: 'attendances' },
    rule: {
      zh: '每次上门见到的每位老人计一次；一次见到两位老人计两次。',
      en: 'Once for each elder met on each visit; two elders met on one visit are two.',
    },
    over: 'attendance',
    counts: 'attendances',
    parts: ['beneficiary'],
  },
  visit_households: {
    ...met,
    name: { zh: '上门探访户数', en: 'Households visited' },
    unit: { zh: '户', en: 'households' },
    rule: { zh: '上门见到的老人所在的户，同一户只计一次。', en: 'Households of the elders met at home, each once.' },
    over: 'attendance',
    counts: 'homes',
    parts: ['beneficiary'],
  },
} as const satisfies Record<string, Measure>
