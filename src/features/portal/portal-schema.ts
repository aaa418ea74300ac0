import type { BulletinRecord } from '../publishing/bulletin-record-schema.ts'
import type { FigureRecord } from '../publishing/figure-record-schema.ts'

/** A figure as it was published, with what it was corrected to since. */
export type PublishedFigure = { readonly record: FigureRecord; readonly hash: string; readonly publishedAt: string }

/** A wish as the public reads it: nothing says whose. */
export type PublicWish = {
  readonly code: string
  readonly sort: string
  readonly title: string
  readonly about: string | null
  readonly town: string | null
  readonly valueFen: number
  readonly state: 'open' | 'claimed' | 'done'
  readonly until: string | null
}

/** What became of a bulletin after it was published. */
export type BulletinNotice = {
  readonly kind: 'corrected' | 'withdrawn'
  readonly reason: string
  readonly successorId: string | null
  readonly at: string
}

export type PublishedBulletin = {
  readonly record: BulletinRecord
  readonly hash: string
  readonly publishedAt: string
  readonly notices: readonly BulletinNotice[]
}

export type ListedBulletin = {
  readonly id: string
  readonly title: string
  readonly edition: number
  readonly publishedAt: string
  readonly notices: readonly BulletinNotice['kind'][]
}

/** What a code was found to stand for, and whether its content still has that hash. */
export type Verified =
  | {
      readonly found: 'bulletin'
      readonly id: string
      readonly title: string
      readonly publishedAt: string
      readonly hash: string
      readonly intact: boolean
      readonly notices: readonly BulletinNotice[]
    }
  | { readonly found: 'figure'; readonly figure: PublishedFigure; readonly intact: boolean; readonly later: PublishedFigure | undefined }
