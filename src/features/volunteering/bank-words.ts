import type { Words } from '../../kernel/words.ts'

/** Accounts of the time bank that belong to nobody. */
export const bankAccountWords: Record<string, Words> = {
  pool: { zh: '公益池', en: 'The pool' },
  source: { zh: '时间银行', en: 'Time bank' },
  spent: { zh: '已兑换', en: 'Taken as service' },
  expired: { zh: '已到期', en: 'Expired' },
}

export const bankWords = {
  about: {
    zh: '时间银行与志愿时长分开记：存入的是已确认的时长，只作感谢和互助，不能换钱。公益池 {pool}，个人上限 {cap}。',
    en: 'Apart from hours: confirmed hours are deposited as thanks and are never money. In the pool {pool}; at most {cap} for one person.',
  },
  list: { zh: '时间银行账户', en: 'Accounts of the time bank' },
  none: { zh: '名册上还没有志愿者。', en: 'Nobody is on the roll.' },
  volunteer: { zh: '志愿者', en: 'Volunteer' },
  balance: { zh: '余额', en: 'Balance' },
  notDeposited: { zh: '可存入', en: 'Can be deposited' },
  book: { zh: '记账', en: 'Book' },
  bookOf: { zh: '为{name}记账', en: 'Book for {name}' },
  kind: { zh: '类型', en: 'Kind' },
  minutes: { zh: '分钟', en: 'Minutes' },
  relative: { zh: '转给哪位亲属', en: 'To which relative' },
  down: { zh: '减少（不选为增加）', en: 'Less (else more)' },
  reason: { zh: '理由或说明', en: 'Reason' },
  booked: { zh: '已记账，余额 {balance}', en: 'Booked. Balance {balance}' },
  entries: { zh: '流水', en: 'Entries' },
  entriesNone: { zh: '还没有流水。', en: 'Nothing has been booked.' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  by: { zh: '记账人', en: 'Booked by' },
  at: { zh: '时间', en: 'When' },
} as const
