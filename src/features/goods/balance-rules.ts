import type { Day } from '../../kernel/day.ts'

/** One line of a stock count. */
type StockCount = { readonly received: number; readonly handedOut: number; readonly remaining: number; readonly damaged: number }

/** What is missing from a count: received = handed out + left + damaged. Above nought something is gone, below it too much was written. */
export const missingFrom = ({ received, handedOut, remaining, damaged }: StockCount): number => received - handedOut - remaining - damaged

/** Goods past their date may not be handed out (Charity Law, article 36); the day itself is still good. */
export const isExpired = (expiresOn: Day | undefined, handedOutOn: Day | undefined): boolean =>
  expiresOn !== undefined && handedOutOn !== undefined && handedOutOn > expiresOn

/** Whether a value is not its quantity times its price, by more than the rounding of a 分 on each piece. Money in 分. */
export const isMiscalculated = (quantity: number, priceFen: number, valueFen: number): boolean =>
  Math.abs(quantity * priceFen - valueFen) > Math.max(1, quantity)
