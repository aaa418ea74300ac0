/**
 * Something wrong that was put into a record on purpose: what it is to be called, and in which field it shows. Of
 * several fields it shows in the first that the book has; in a book without any of them it does not show at all.
 */
export type Mark = { readonly kind: string; readonly in: string | readonly string[] }

/** A record as it goes into a book: one row, unless a book says otherwise. */
export type Marked = {
  readonly marks: Mark[]
  /** The row says that nothing happened: nothing comes of it. */
  readonly quiet?: boolean
}

/** Somebody as a row names them. `hint` says whether the row must tell them from a namesake, may not, or is free to. */
export type Naming<P> = { readonly name: string; readonly of: P; readonly known: boolean; readonly hint: 'free' | 'needed' | 'withheld' }
