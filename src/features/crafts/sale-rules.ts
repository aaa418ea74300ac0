import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'

/** Money of a sale in 分: what was taken for a piece, and what its maker got of it. */
type Sale = { readonly priceFen?: number; readonly incomeFen?: number }

/** A maker cannot get more than the piece brought in. */
export const paysMoreThanItTook = ({ priceFen, incomeFen }: Sale): boolean =>
  priceFen !== undefined && incomeFen !== undefined && incomeFen > priceFen

/** The maker's part of a price, in whole 分; half a 分 is the maker's. `share` in hundredths of a percent. */
export const shareOf = (priceFen: number, share: number): number => Math.round((priceFen * share) / 10_000)

type Piece = { readonly state: string; readonly saleId: string | null; readonly makerId: string | null; readonly day: Day | null }

/** Whether a piece may be sold so: it has a maker, is not sold or taken back, and the maker does not get more than it brought. */
export function maySell(piece: Piece, sale: { day: Day; priceFen: number; incomeFen: number }, today: Day): Verdict {
  if (piece.saleId !== null) return no('crafts.sold', { zh: '这件作品已经售出。', en: 'This piece is sold already.' })
  if (piece.state === 'withdrawn')
    return no('crafts.withdrawn', {
      zh: '这件作品已由制作人收回，请先改为在售。',
      en: 'Its maker took this piece back: put it on sale again first.',
    })
  if (piece.makerId === null)
    return no('crafts.noMaker', {
      zh: '还没有确认这件作品是谁做的，请先在作品记录里认领姓名。',
      en: 'Nobody has said yet who made this piece.',
    })
  if (sale.day > today || (piece.day !== null && sale.day < piece.day))
    return no(
      'crafts.day',
      { zh: '销售日期要在作品登记之后、今天之前。', en: 'It is sold after it was made, and not tomorrow.' },
      { field: 'day', sort: 'invalid' },
    )
  return paysMoreThanItTook(sale)
    ? no(
        'crafts.incomeAbovePrice',
        { zh: '付给制作人的不能比售价还多。', en: 'The maker cannot get more than the piece brought.' },
        { field: 'incomeFen', sort: 'invalid' },
      )
    : yes()
}

type Due = { readonly paid: 'book' | 'paid' | 'due'; readonly incomeFen: number; readonly makerId: string | null }

/** Whether these sales may be paid for together: one maker's, none paid yet, and the sum that was said. */
export function mayPay(sales: readonly Due[], amountFen: number): Verdict {
  if (new Set(sales.map(({ makerId }) => makerId)).size !== 1 || sales[0]?.makerId === null)
    return no('crafts.oneMaker', { zh: '一次只能付给一位制作人。', en: 'One maker is paid at a time.' }, { sort: 'invalid' })
  if (sales.some(({ paid }) => paid !== 'due'))
    return no('crafts.paid', { zh: '其中有已经付过的，请刷新后再付。', en: 'Some of these are paid already: reload.' })
  return sales.reduce((sum, { incomeFen }) => sum + incomeFen, 0) === amountFen
    ? yes()
    : no(
        'crafts.sum',
        { zh: '金额和所选销售的合计不一致，请刷新后再付。', en: 'The amount is not the sum of these sales: reload.' },
        { field: 'amountFen' },
      )
}

type Counted = { readonly priceFen: number; readonly incomeFen: number; readonly paid: 'book' | 'paid' | 'due' }

/** What a maker's sales add up to: income is what was paid and what is still due, to the 分. */
export function statementOf(sales: readonly Counted[]) {
  const sum = (its: readonly number[]) => its.reduce((total, each) => total + each, 0)
  const paidFen = sum(sales.filter(({ paid }) => paid !== 'due').map(({ incomeFen }) => incomeFen))
  const dueFen = sum(sales.filter(({ paid }) => paid === 'due').map(({ incomeFen }) => incomeFen))
  return { salesFen: sum(sales.map(({ priceFen }) => priceFen)), incomeFen: paidFen + dueFen, paidFen, dueFen }
}
