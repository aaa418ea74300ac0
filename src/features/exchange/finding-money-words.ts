import type { FindingTexts } from './finding-words.ts'

/** Findings about goods, linkages, crafts and money. */
export const moneyFindings = {
  goods_expired_when_handed_out: {
    title: { zh: '发放时已过保质期', en: 'Handed out past its date' },
    wrong: (p) => ({
      zh: `批次${p['lot']}保质期至${p['expiresOn']}，${p['day']}仍有发放。`,
      en: `Lot ${p['lot']} was good until ${p['expiresOn']} and still handed out on ${p['day']}.`,
    }),
    toDo: { zh: '请核对日期；确已过期的，请联系领取的老人。', en: 'Check the days; if it had expired, reach those who received it.' },
  },
  stock_does_not_balance: {
    title: { zh: '库存不平', en: 'Stock does not balance' },
    wrong: (p) => ({
      zh: `批次${p['lot']}：入库${p['received']}≠发放${p['handedOut']}＋结余${p['remaining']}＋报损${p['damaged']}，${p['side'] === 'less' ? '少' : '多'}${p['missing']}${p['unit']}。`,
      en: `Lot ${p['lot']}: ${p['received']} received is not ${p['handedOut']} handed out + ${p['remaining']} left + ${p['damaged']} damaged; ${p['missing']} ${p['side'] === 'less' ? 'missing' : 'too many'}.`,
    }),
    toDo: { zh: '请重新盘点。', en: 'Count the stock again.' },
  },
  handed_out_more_than_received: {
    title: { zh: '发放多于入库', en: 'More handed out than received' },
    wrong: (p) => ({
      zh: `批次${p['lot']}入库${p['received']}，到这一行已发放${p['handedOut']}。`,
      en: `Lot ${p['lot']} had ${p['received']}; with this row ${p['handedOut']} are handed out.`,
    }),
    toDo: { zh: '请核对批次号和数量。', en: 'Check lot and quantity.' },
  },
  linkage_pending: {
    title: { zh: '资源尚未落实', en: 'Linkage not settled' },
    wrong: (p) => ({
      zh: `${p['organisation']}的资源尚未落实，不计家次。`,
      en: `What ${p['organisation']} would give is not settled; it is not counted.`,
    }),
    toDo: { zh: '落实后请更新状态。', en: 'Update the status once it is.' },
  },
  income_above_price: {
    title: { zh: '付给制作人的多于售价', en: 'Maker got more than the price' },
    wrong: (p) => ({
      zh: `售价${p['price']}元，付给制作人${p['income']}元；按所写金额合计。`,
      en: `Sold for ${p['price']} yuan, and ${p['income']} went to the maker; summed as written.`,
    }),
    toDo: { zh: '请核对售价和付款。', en: 'Check price and payment.' },
  },
  sale_price_differs: {
    title: { zh: '售价与定价不同', en: 'Sold for another price' },
    wrong: (p) => ({
      zh: `作品定价${p['price']}元，售价${p['sold']}元。`,
      en: `The piece is priced at ${p['price']} yuan and was sold for ${p['sold']}.`,
    }),
    toDo: { zh: '请核对定价和售价。', en: 'Check the price and what was taken.' },
  },
  budget_line_overspent: {
    title: { zh: '科目超支', en: 'Budget line overspent' },
    wrong: (p) => ({
      zh: `“${p['line']}”累计支出${p['spent']}元，预算${p['budget']}元；从这一笔起超出。`,
      en: `${p['spent']} yuan were spent on “${p['line']}”, of a budget of ${p['budget']}; with this expense it is passed.`,
    }),
    toDo: { zh: '请核对科目，或办理预算调整。', en: 'Check the line, or have the budget adjusted.' },
  },
  budget_line_above_cap: {
    title: { zh: '预算超过比例上限', en: 'Budget above its cap' },
    wrong: (p) => ({
      zh: `“${p['line']}”占预算${p['percent']}%，上限${p['cap']}%。`,
      en: `“${p['line']}” takes ${p['percent']}% of the budget, of ${p['cap']}% allowed.`,
    }),
    toDo: { zh: '请与合同核对。', en: 'Check it against the contract.' },
  },
  expense_not_allowed: {
    title: { zh: '可能不得列支', en: 'Perhaps not allowed' },
    wrong: () => ({
      zh: '创投资金一般不得直接作为慰问金、慰问品发放给服务对象。',
      en: 'Project money usually may not be handed to the people served, as cash or as condolence goods.',
    }),
    toDo: { zh: '请核对合同约定。', en: 'Check the contract.' },
  },
  invoice_used_twice: {
    title: { zh: '发票号重复', en: 'Invoice used twice' },
    wrong: (p) => ({
      zh: `发票号${p['invoice']}与另一笔支出${p['row'] === '0' ? '' : `（第${p['row']}行）`}相同；两笔都计入合计。`,
      en: `Invoice ${p['invoice']} is that of another expense${p['row'] === '0' ? '' : ` (row ${p['row']})`}; both are summed.`,
    }),
    toDo: { zh: '请核对是否重复报销。', en: 'Check whether it was paid twice.' },
  },
  project_period_differs: {
    title: { zh: '项目周期不一致', en: 'Another project period' },
    wrong: (p) => ({
      zh: `项目登记的周期是${p['startsOn']}至${p['endsOn']}，与表中不同；以项目登记为准。`,
      en: `The project runs from ${p['startsOn']} to ${p['endsOn']}, the sheet says otherwise; the project's own period counts.`,
    }),
    toDo: { zh: '请核对，需要时在项目中修改。', en: 'Check it, and change the project if needed.' },
  },
} satisfies FindingTexts
