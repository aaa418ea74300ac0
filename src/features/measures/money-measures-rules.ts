import type { Measure } from './measure-schema.ts'

const money = { version: 1, section: 'money', unit: { zh: '元', en: 'yuan' }, counts: 'money' } as const

export const moneyMeasures = {
  budget_total: {
    ...money,
    name: { zh: '预算合计', en: 'Budget' },
    rule: { zh: '各预算科目之和。', en: 'Sum of all budget lines.' },
    over: 'budget',
  },
  expenses_total: {
    ...money,
    name: { zh: '支出合计', en: 'Expenses' },
    rule: {
      zh: '各笔支出之和，按登记计；项目期外列支的也计。',
      en: 'Sum of all expenses as written, those dated outside the period included.',
    },
    over: 'expenses',
  },
} as const satisfies Record<string, Measure>
