/** Money of a sale in 分: what was taken for a piece, and what its maker got of it. */
type Sale = { readonly priceFen?: number; readonly incomeFen?: number }

/** A maker cannot get more than the piece brought in. */
export const paysMoreThanItTook = ({ priceFen, incomeFen }: Sale): boolean =>
  priceFen !== undefined && incomeFen !== undefined && incomeFen > priceFen
