import type { Measure } from './measure-schema.ts'

const received = { section: 'goods', kinds: ['goods_receipt'], statuses: ['held'], version: 1 } as const
const handedOut = { section: 'goods', kinds: ['hand_out'], statuses: ['held'], version: 1 } as const

export const goodsMeasures = {
  goods_batches: {
    ...received,
    name: { zh: '接收物资批次', en: 'Goods received' },
    unit: { zh: '批', en: 'batches' },
    rule: { zh: '项目期内接收的捐赠批次。', en: 'Donated batches received in the period.' },
    over: 'services',
    counts: 'services',
  },
  goods_value: {
    ...received,
    name: { zh: '接收物资价值', en: 'Value of goods received' },
    unit: { zh: '元', en: 'yuan' },
    rule: {
      zh: '各批次数量乘单价之和；没有估价的按零计。',
      en: 'Quantity times unit price over all batches; what was not valued adds nothing.',
    },
    over: 'contributions',
    counts: 'money',
    given: ['goods'],
  },
  goods_lines: {
    ...handedOut,
    name: { zh: '发放笔数', en: 'Hand-out lines' },
    unit: { zh: '笔', en: 'lines' },
    rule: {
      zh: '发放签收表的行；一行可以写同户的几位老人。',
      en: 'Lines of the hand-out sheet; a line may name several elders of one household.',
    },
    over: 'services',
    counts: 'services',
  },
  goods_units_out: {
    ...handedOut,
    name: { zh: '发放件数', en: 'Units handed out' },
    unit: { zh: '件', en: 'units' },
    rule: {
      zh: '各笔发放数量之和，单位各按登记（袋、箱、盒等）。',
      en: 'Sum of the quantities handed out, in the units written (bags, boxes …).',
    },
    over: 'services',
    counts: 'quantity',
  },
  goods_households: {
    ...handedOut,
    name: { zh: '受助户数', en: 'Households given goods' },
    unit: { zh: '户', en: 'households' },
    rule: { zh: '领到物资的户，同一户只计一次。', en: 'Households handed goods, each once.' },
    over: 'attendance',
    counts: 'households',
    parts: ['beneficiary'],
  },
  goods_people: {
    ...handedOut,
    name: { zh: '受助老人数', en: 'Elders given goods' },
    unit: { zh: '人', en: 'persons' },
    rule: {
      zh: '发放签收表上写明的老人，同一人只计一次；代领人不计。',
      en: 'Elders named on hand-out lines, each once. Whoever collected for them does not count.',
    },
    over: 'attendance',
    counts: 'persons',
    parts: ['beneficiary'],
  },
  stock_unbalanced: {
    version: 1,
    section: 'goods',
    name: { zh: '账实不符批次', en: 'Batches that do not balance' },
    unit: { zh: '批', en: 'batches' },
    rule: {
      zh: '盘点时入库数量不等于发放、结余、报损之和的批次。',
      en: 'Batches where, at the closing count, what was received differs from handed out, left and damaged together.',
    },
    over: 'stock',
    counts: 'lots',
  },
} as const satisfies Record<string, Measure>
