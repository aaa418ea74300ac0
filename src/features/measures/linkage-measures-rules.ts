import type { Measure } from './measure-schema.ts'

const realised = { section: 'linkages', kinds: ['linkage'], statuses: ['held'], version: 1 } as const
const yuan = { zh: '元', en: 'yuan' }

export const linkageMeasures = {
  linkages: {
    ...realised,
    name: { zh: '资源链接数', en: 'Linkages' },
    unit: { zh: '家次', en: 'linkages' },
    rule: {
      zh: '项目期内已落实的链接，同一家单位链接几次计几次；待落实的不计。',
      en: 'Linkages realised in the period, as often as a party was linked. Pending ones are left out.',
    },
    over: 'services',
    counts: 'services',
  },
  linkage_organisations: {
    ...realised,
    name: { zh: '链接单位数', en: 'Organisations linked' },
    unit: { zh: '家', en: 'organisations' },
    rule: { zh: '已落实链接的单位，同一家只计一次。', en: 'Organisations with a linkage realised, each once.' },
    over: 'contributions',
    counts: 'organisations',
    given: ['host', 'venue', 'staff', 'funds', 'goods', 'skill', 'service', 'time'],
  },
  linkage_value: {
    ...realised,
    name: { zh: '资源折合金额', en: 'Value of linkages' },
    unit: yuan,
    rule: {
      zh: '已落实链接的折合金额之和；没有估价的按零计。',
      en: 'Sum of the values of linkages realised; what was not valued adds nothing.',
    },
    over: 'contributions',
    counts: 'money',
    given: ['host', 'venue', 'staff', 'funds', 'goods', 'skill', 'service', 'time'],
  },
  resource_cash: {
    ...realised,
    name: { zh: '其中：资金', en: 'Of which money' },
    unit: yuan,
    rule: { zh: '资源折合金额中的资金部分，与实物和服务分开列。', en: 'The part of that value given as money, shown apart from the rest.' },
    over: 'contributions',
    counts: 'money',
    given: ['funds'],
  },
  resource_in_kind: {
    ...realised,
    name: { zh: '其中：实物与服务折款', en: 'Of which in kind' },
    unit: yuan,
    rule: {
      zh: '资源折合金额中的实物、场地、人力、技能、服务等部分。',
      en: 'The part of that value given as goods, venue, staff, skill, service or time.',
    },
    over: 'contributions',
    counts: 'money',
    given: ['host', 'venue', 'staff', 'goods', 'skill', 'service', 'time'],
  },
} as const satisfies Record<string, Measure>
