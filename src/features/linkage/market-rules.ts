import type { Day } from '../../kernel/day.ts'
import type { Standing } from '../volunteering/claim-rules.ts'
import type { Giver, LinkKind, Times } from './link-kind-schema.ts'
import type { Freshness } from './link-rules.ts'
import type { SkillMatch } from './terms-rules.ts'

/** A need as far as it decides who fits it. */
export type NeedFacts = {
  readonly id: string
  readonly kind: LinkKind
  readonly skill: string
  /** What is still to be met. */
  readonly quantity: number
  readonly unit: string | null
  readonly communityCode: string
  readonly times: Times
  readonly needsVetting: boolean
  readonly priority: 'urgent' | 'high' | 'usual'
  readonly personId: string | null
}

export type GiverFacts = {
  readonly giver: Giver
  /** Where it is at home; null: nowhere in particular. */
  readonly communityCode: string | null
  /** What can still be given; null: as much as is asked for. */
  readonly left: number | null
  readonly skills: string
  /** When; null: not known. */
  readonly times: Times | null
  /** Links of the last 90 days, done or under way. */
  readonly recent: number
} & (
  | {
      readonly sort: 'resource'
      readonly kind: LinkKind
      readonly unit: string | null
      /** Empty: every community of the project. */
      readonly communities: readonly string[]
      readonly freshness: Freshness
      readonly validFrom: Day | null
    }
  | { readonly sort: 'volunteer'; readonly personId: string; readonly areas: string; readonly standing: Standing }
)

export type Place = { readonly code: string; readonly name: string; readonly town: string | null }

/** Why somebody cannot meet a need, in the order in which it is looked at. */
export const barriers = ['kind', 'forbidden', 'over', 'unit', 'self', 'standing', 'vetting', 'area', 'skill', 'time', 'full'] as const
export type Barrier = (typeof barriers)[number]

export type Market = {
  readonly needs: readonly NeedFacts[]
  readonly givers: readonly GiverFacts[]
  readonly places: readonly Place[]
  readonly asOf: Day
  /** `need/giver` → how often they met at a service before. */
  readonly met: ReadonlyMap<string, number>
  readonly forbidden: ReadonlySet<string>
}

/** Points of one pair, by what they are for. */
export type Points = {
  readonly skill: number
  readonly area: number
  readonly time: number
  readonly left: number
  readonly continuity: number
  readonly fairness: number
  readonly freshness: number
}
const base = 20

export const totalOf = (points: Points): number =>
  base + points.skill + points.area + points.time + points.left + points.continuity + points.fairness + points.freshness

export type Fit = { readonly barrier: Barrier } | { readonly points: Points; readonly skill: SkillMatch | undefined; readonly near: Near }
/** home: the same community; town: the same town; covered: it comes to the whole project or to the community. */
export type Near = 'home' | 'town' | 'covered'
