import type { Measure } from './measure-schema.ts'

const lesson = { section: 'crafts', kinds: ['craft_lesson'], statuses: ['held'], version: 1 } as const
const sale = { section: 'crafts', kinds: ['craft_sale'], statuses: ['held'], version: 1 } as const
const yuan = { zh: '元', en: 'yuan' }
const pieces = { zh: '件', en: 'pieces' }

export const craftMeasures = {
  craft_lessons: {
    ...lesson,
    name: { zh: '手工艺课节数', en: 'Craft lessons' },
    unit: { zh: '节', en: 'lessons' },
    rule: { zh: '项目期内已开的手工艺课。', en: 'Craft lessons held in the period.' },
    over: 'services',
    counts: 'services',
  },
  craft_attendances: {
    ...lesson,
    name: { zh: '手工艺课人次', en: 'Attendances at craft lessons' },
    unit: { zh: '人次', en: 'attendances' },
    rule: { zh: '每人每节课计一次。', en: 'Once for each person at each lesson.' },
    over: 'attendance',
    counts: 'attendances',
    parts: ['beneficiary'],
  },
  craft_makers: {
    ...lesson,
    name: { zh: '手工艺学员数', en: 'Makers' },
    unit: { zh: '人', en: 'persons' },
    rule: {
      zh: '上过手工艺课的人，同一人只计一次；只登记作品的不计。',
      en: 'Persons at craft lessons, each once. A piece alone makes nobody a beneficiary.',
    },
    over: 'attendance',
    counts: 'persons',
    parts: ['beneficiary'],
  },
  craft_pieces: {
    version: 1,
    section: 'crafts',
    name: { zh: '登记作品数', en: 'Pieces registered' },
    unit: pieces,
    rule: {
      zh: '登记的作品；没有日期的计入项目，不计入任何月份。',
      en: 'Pieces registered. One without a day counts in the project and in no month.',
    },
    over: 'services',
    counts: 'services',
    kinds: ['craft_piece'],
    statuses: ['held'],
  },
  craft_exhibitions: {
    version: 1,
    section: 'crafts',
    name: { zh: '展销场次', en: 'Exhibitions' },
    unit: { zh: '场', en: 'exhibitions' },
    rule: { zh: '项目期内已举办的展销。', en: 'Exhibitions held in the period.' },
    over: 'services',
    counts: 'services',
    kinds: ['exhibition'],
    statuses: ['held'],
  },
  craft_sold: {
    ...sale,
    name: { zh: '售出作品数', en: 'Pieces sold' },
    unit: pieces,
    rule: { zh: '项目期内售出的作品，一笔销售一件。', en: 'Pieces sold in the period, one for each sale.' },
    over: 'services',
    counts: 'services',
  },
  craft_sales: {
    ...sale,
    name: { zh: '销售金额', en: 'Money taken' },
    unit: yuan,
    rule: { zh: '售出作品的售价之和。', en: 'Sum of the prices of pieces sold.' },
    over: 'contributions',
    counts: 'money',
    given: ['sale'],
  },
  craft_income: {
    ...sale,
    name: { zh: '老人所得', en: 'Paid to makers' },
    unit: yuan,
    rule: { zh: '付给制作者的金额之和，按登记计。', en: 'Sum of what was paid to the makers, as written.' },
    over: 'contributions',
    counts: 'money',
    given: ['income'],
  },
} as const satisfies Record<string, Measure>
