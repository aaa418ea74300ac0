/** Cells of persons below this are not published: nobody should be found in a table. */
export const smallest = 5
/** The same for what touches health or poverty. */
export const smallestSensitive = 10

/**
 * A count of persons that is to be published, was published before, or is withheld.
 *
 * wanted: to be published now. published: out already, and cannot be taken back. withheld: not published, but part of a
 * sum that is (a cell left out of an earlier table; what a total counts beside its published parts). unpublished: nobody
 * was told, and nobody would be harmed by it: readers do not know it, and may work it out.
 */
export type Cell = {
  readonly key: string
  readonly value: number
  readonly state: 'wanted' | 'published' | 'withheld' | 'unpublished'
  /** It tells of health or poverty. */
  readonly sensitive?: boolean
}

/** How cells hang together: the total counts everybody of the parts, and each of them once. */
export type Sum = { readonly total: string; readonly parts: readonly string[] }

export type Table = { readonly cells: readonly Cell[]; readonly sums: readonly Sum[] }

/** Whether a count is small enough that it must not be published. Nobody at all is a small number too. */
export const isSmall = ({ value, sensitive }: Pick<Cell, 'value' | 'sensitive'>): boolean =>
  value < (sensitive === true ? smallestSensitive : smallest)
