import type { z } from 'zod'
import type { Words } from '../../kernel/words.ts'
import type { acknowledgedSchema, paidSchema, payMeansSchema } from './income-schema.ts'
import type { PieceState } from './schema.ts'

export const stateWords: Record<PieceState, Words> = {
  made: { zh: '在制作人处', en: 'With its maker' },
  consigned: { zh: '寄售', en: 'Consigned' },
  shown: { zh: '参展', en: 'At an exhibition' },
  withdrawn: { zh: '已收回', en: 'Taken back' },
}
export const paidWords: Record<z.infer<typeof paidSchema>, Words> = {
  book: { zh: '原表已付', en: 'Paid by the imported book' },
  paid: { zh: '已付并签收', en: 'Paid and acknowledged' },
  due: { zh: '待付', en: 'To be paid' },
}
export const acknowledgedWords: Record<z.infer<typeof acknowledgedSchema>, Words> = {
  paper: { zh: '纸上签名', en: 'on paper' },
  fingerprint: { zh: '手印', en: 'by a fingerprint' },
  screen: { zh: '屏幕签名', en: 'on the screen' },
}
export const meansWords: Record<z.infer<typeof payMeansSchema>, Words> = {
  transfer: { zh: '银行转账', en: 'Bank transfer' },
  in_person: { zh: '当面付给', en: 'In person' },
}

/** Words of crafts. */
export const craftWords = {
  title: { zh: '手工艺', en: 'Crafts' },
  about: {
    zh: '从跟非遗传承人上课，到作品寄售、展销和老人的收入。',
    en: 'From lessons with keepers of intangible heritage to pieces, sales and what their makers earn.',
  },
  makers: { zh: '制作人', en: 'Makers' },
  pieces: { zh: '作品', en: 'Pieces' },
  recordLesson: { zh: '登记手工艺课或展销', en: 'Record a lesson or an exhibition' },
  addPiece: { zh: '登记作品', en: 'Register a piece' },
  noMakers: {
    zh: '还没有人。先登记一节手工艺课（服务台账里选“手工艺课”，授课传承人填在“负责人”），或登记一件作品。',
    en: 'Nobody yet. Record a craft lesson among services, or register a piece.',
  },
  noPieces: { zh: '还没有作品。点“登记作品”。', en: 'No pieces yet. Register one.' },
  maker: { zh: '制作人', en: 'Maker' },
  lessons: { zh: '上课次数', en: 'Lessons' },
  pieceCount: { zh: '作品数', en: 'Pieces' },
  sold: { zh: '售出件数', en: 'Sold' },
  sales: { zh: '销售额（元）', en: 'Taken (yuan)' },
  paid: { zh: '已付（元）', en: 'Paid (yuan)' },
  due: { zh: '待付（元）', en: 'To be paid (yuan)' },
  number: { zh: '作品编号', en: 'Number' },
  craft: { zh: '种类', en: 'Craft' },
  craftHint: { zh: '例如 苇编、剪纸', en: 'such as reed weaving' },
  price: { zh: '售价（元）', en: 'Price (yuan)' },
  listPrice: { zh: '定价（元）', en: 'Price asked (yuan)' },
  share: { zh: '归制作人（%）', en: 'To the maker (%)' },
  income: { zh: '制作人所得（元）', en: 'To the maker (yuan)' },
  state: { zh: '状态', en: 'State' },
  soldChip: { zh: '已售', en: 'Sold' },
  photo: { zh: '照片', en: 'Photos' },
  addPhoto: { zh: '加照片', en: 'Add a photo' },
  addPhotoOf: { zh: '给作品 {n} 加照片', en: 'Add a photo of piece {n}' },
  day: { zh: '日期', en: 'Day' },
  community: { zh: '社区（村）', en: 'Community' },
  sell: { zh: '登记售出', en: 'Sell' },
  sellOf: { zh: '登记售出 {n}', en: 'Sell {n}' },
  place: { zh: '寄售、参展', en: 'Consign or show' },
  placeOf: { zh: '安排作品 {n}', en: 'Place piece {n}' },
  consignedTo: { zh: '寄放在哪里', en: 'Left with' },
  exhibition: { zh: '展销活动', en: 'Exhibition' },
  since: { zh: '从哪天起', en: 'Since' },
  reason: { zh: '理由', en: 'Reason' },
  soldOn: { zh: '售出日期', en: 'Sold on' },
  saved: { zh: '已保存', en: 'Saved' },
  makerPage: { zh: '制作人收入', en: 'A maker’s income' },
  sumLine: { zh: '所得 {income} = 已付 {paid} + 待付 {due}', en: 'Income {income} = paid {paid} + due {due}' },
  noSales: { zh: '还没有售出的作品。', en: 'Nothing has been sold yet.' },
  pay: { zh: '付给制作人 {n}', en: 'Pay {n}' },
  payTitle: { zh: '付给{name} {n}', en: 'Pay {name} {n}' },
  payAction: { zh: '登记付款并签收', en: 'Record the payment' },
  paidOn: { zh: '付款日期', en: 'Paid on' },
  means: { zh: '付款方式', en: 'How' },
  acknowledged: { zh: '签收', en: 'Acknowledged' },
  acknowledgedBy: { zh: '签收人', en: 'Acknowledged by' },
  acknowledgedHow: { zh: '签收方式', en: 'How it was signed' },
  acknowledgedLine: { zh: '{name}{how} {day}', en: '{name} {how} {day}' },
  keptAt: { zh: '签收单存放处', en: 'Where the paper is kept' },
  undoSale: { zh: '撤销销售', en: 'Take the sale back' },
  undoSaleOf: { zh: '撤销 {n} 的销售', en: 'Take the sale of {n} back' },
  undoPayment: { zh: '撤销付款', en: 'Take the payment back' },
  undoPaymentOf: { zh: '撤销 {n} 的付款', en: 'Take the payment for {n} back' },
  statement: { zh: '手工艺作品收入明细', en: 'A maker’s statement' },
  statementNote: {
    zh: '所得等于已付与待付之和。金额按每笔销售登记，精确到分。',
    en: 'Income is what was paid and what is still due, to the cent, sale by sale.',
  },
  handler: { zh: '经办人', en: 'Handled by' },
  total: { zh: '合计', en: 'Total' },
  figures: { zh: '看手工艺的数字', en: 'Figures of crafts' },
} as const
