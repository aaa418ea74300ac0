import type { Merge, Row } from './book-schema.ts'

/** Where a reader puts what it finds, in the order of the file. */
export type BookSink = {
  sheet(sheet: { name?: string; hidden: boolean; date1904?: true }): void
  row(row: Row): void
  merge(merge: Merge): void
  /** How much of the file has been read, from 0 to 1. */
  progress(share: number): void
}
