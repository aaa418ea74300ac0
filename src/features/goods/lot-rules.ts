import { daysBetween, type Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { isExpired } from './balance-rules.ts'
import type { Category, DonorKind, ReceiptKind, ValuedBy } from './lot-schema.ts'

/** Money, and what is as good as money. Donations in money are raised and booked by a charity, never here (Charity Law, articles 22 to 27). */
const asMoney =
  /现金|善款|捐款|募款|集资|红包|礼金|慰问金|救助金|救命钱|医疗费|医药费|药费|住院费|手术费|治疗费|转账|汇款|收款码|付款码|购物卡|储值卡|充值卡|消费卡|代金券|提货券|油卡|话费|人民币|微信钱包|支付宝/u

export const isAsMoney = (text: string): boolean => asMoney.test(text)

type Received = {
  readonly donorKind: DonorKind
  readonly donorId: string | null
  readonly donorName: string | null
  readonly mayBeNamed: boolean
  readonly item: string
  readonly spec: string | null
  readonly category: Category
  readonly unitPriceFen: number | null
  readonly valuedBy: ValuedBy
  readonly valueNote: string | null
  readonly expiresOn: Day | null
  readonly checkedBy: string | null
  readonly receiptKind: ReceiptKind
  readonly receiptNumber: string | null
}

const invalid = (code: string, field: string, zh: string, en: string) => no(`goods.${code}`, { zh, en }, { field, sort: 'invalid' })

/** Whether a donation may be taken in as written. Charity Law, articles 36 (fit for use) and 38 (receipt). */
export function mayReceive(lot: Received, receivedOn: Day, today: Day): Verdict {
  if (isAsMoney(`${lot.item} ${lot.spec ?? ''}`))
    return invalid(
      'money',
      'item',
      '这里只登记实物。现金、红包、卡券、医疗费用等不能登记，也不能在系统里收；请引导捐赠方联系有资格的慈善组织。',
      'Only goods are recorded here. Money, cards and vouchers are not, and cannot be taken in: send the donor to a charity that may.',
    )
  if (receivedOn > today) return invalid('future', 'receivedOn', '接收日期在今天之后。', 'The day lies ahead.')
  if (lot.donorKind === 'organisation' && lot.donorId === null)
    return invalid('donor', 'donorId', '请选捐赠单位。', 'Choose the organisation that gave it.')
  if (lot.donorKind === 'person' && lot.donorName === null)
    return invalid('donorName', 'donorName', '请填捐赠人姓名；不愿留名的请选“匿名”。', 'Give the donor’s name, or choose anonymous.')
  if (lot.donorKind === 'anonymous' && (lot.donorName !== null || lot.donorId !== null || lot.mayBeNamed))
    return invalid('anonymous', 'donorKind', '匿名捐赠不留姓名，也不能公开。', 'An anonymous donor is neither named nor made public.')
  if (lot.category === 'food' && lot.expiresOn === null)
    return invalid('noExpiry', 'expiresOn', '食品必须登记保质期至。', 'Food needs its expiry.')
  if (lot.category === 'food' && lot.checkedBy === null)
    return invalid('notChecked', 'checkedBy', '食品要写明谁检查过包装和保质期。', 'Say who looked at the food’s wrapping and expiry.')
  if (lot.expiresOn !== null && isExpired(lot.expiresOn, receivedOn))
    return invalid('expired', 'expiresOn', '已过保质期，不能接收。', 'It has expired and cannot be taken in.')
  if (lot.valuedBy !== 'memo' && lot.unitPriceFen === null)
    return invalid(
      'noPrice',
      'unitPriceFen',
      '有估价依据就要填单价；说不准价值的请选“只记数量”。',
      'A value that was found has a price; otherwise keep only the quantity.',
    )
  if (lot.valuedBy === 'memo' && lot.unitPriceFen !== null)
    return invalid(
      'memoPrice',
      'unitPriceFen',
      '选了“只记数量”就不填单价：没有依据的价值不能进数字。',
      'Only the quantity is kept: no price then.',
    )
  if (lot.valuedBy === 'fair' && lot.valueNote === null)
    return invalid('noBasis', 'valueNote', '请写明参照了哪里的价格。', 'Say what the price was compared with.')
  if (lot.receiptKind === 'invoice' && lot.receiptNumber === null)
    return invalid(
      'noNumber',
      'receiptNumber',
      '捐赠票据由有资格的单位另开，请填它的票号。',
      'Such a receipt is made elsewhere by whoever may: give its number.',
    )
  if ((lot.receiptKind === 'anonymous') !== (lot.donorKind === 'anonymous'))
    return invalid(
      'receipt',
      'receiptKind',
      '匿名捐赠的凭证选“匿名，不出凭证”，其他捐赠不能选它。',
      'An anonymous donor gets no receipt, and only such a one.',
    )
  return yes()
}

/** Money of so many units, in whole 分; null where no value can be relied on. */
export const valueOf = (quantity: number, unitPriceFen: number | null): number | null =>
  unitPriceFen === null ? null : Math.round(quantity * unitPriceFen)

/** Food that ends within so many days is handed out first. */
const soonDays = 30

type Watched = { readonly stock: number; readonly lowAt: number | null; readonly expiresOn: Day | null; readonly received: number }

export type LotWarning = 'expired' | 'expiring' | 'low'

/** What asks for somebody to look at a lot. Of one that is used up nothing does. */
export function warningsOf({ stock, lowAt, expiresOn }: Watched, on: Day): readonly LotWarning[] {
  if (stock <= 0) return []
  return [
    ...(expiresOn === null
      ? []
      : isExpired(expiresOn, on)
        ? (['expired'] as const)
        : daysBetween(on, expiresOn) <= soonDays
          ? (['expiring'] as const)
          : []),
    ...(lowAt !== null && stock < lowAt ? (['low'] as const) : []),
  ]
}

type Counted = { readonly received: number; readonly handedOut: number; readonly lost: number; readonly remaining: number }
type Recorded = { readonly received: number; readonly handedOut: number; readonly stock: number; readonly lost: number }

/**
 * How a stock book's count differs from what the records say. `missing` above nought: so many are gone that nobody handed
 * out or wrote off; below: more is there than can be. Undefined: it balances, or nobody counted.
 */
export function differenceOf(
  recorded: Recorded,
  count: Counted | null,
): { missing: number; countedOut: number; recordedOut: number } | undefined {
  if (count === null) return undefined
  const missing = Math.round((recorded.stock - count.remaining + (recorded.lost - count.lost)) * 100) / 100
  return missing === 0 ? undefined : { missing, countedOut: count.handedOut, recordedOut: recorded.handedOut }
}

type HandingLot = { readonly restrictedTo: string | null; readonly expiresOn: Day | null }

/** Whether a lot may be handed out on a day: within its date, and for what the donor wanted it used (Charity Law, articles 36 and 56). */
export function mayPlanRound(lot: HandingLot, round: { day: Day; fitsUse: boolean }): Verdict {
  if (lot.expiresOn !== null && isExpired(lot.expiresOn, round.day))
    return invalid(
      'expiredOut',
      'day',
      '到那天已过保质期，不能发放；请报损处理。',
      'It will have expired by then and cannot be handed out: write it off.',
    )
  if (lot.restrictedTo !== null && !round.fitsUse)
    return invalid(
      'use',
      'fitsUse',
      '捐赠方限定了用途，请确认这次发放符合；要改用途须先征得捐赠方同意。',
      'The donor limited its use: confirm that this fits, or ask the donor first.',
    )
  return yes()
}
