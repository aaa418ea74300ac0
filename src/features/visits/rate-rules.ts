import type { Day, Month } from '../../kernel/day.ts'
import type { DivisionCode, PersonId } from '../../kernel/ids.ts'
import type { Kind } from '../ledger/kind-schema.ts'
import type { HardshipCode } from '../people/hardship-schema.ts'
import { meansOf } from './duty-rules.ts'
import type { VisitSettings } from './visit-schema.ts'

export type RateFacts = {
  readonly personId: PersonId
  readonly name: string
  readonly communityCode: DivisionCode | null
  readonly communityName: string | null
  readonly since: Day
  readonly deceasedOn: Day | null
  readonly labels: readonly {
    readonly code: HardshipCode
    readonly grade: number | null
    readonly from: Day | null
    readonly to: Day | null
  }[]
  readonly visits: readonly { readonly kind: Kind; readonly means: string | null; readonly month: Month }[]
}

/** 特殊困难老年人 whom to visit (民发〔2022〕73号): alone, empty nest, left behind, disabled, gravely disabled, bereaved of an only child. */
const special: readonly HardshipCode[] = ['DJ', 'KC', 'LS', 'SN', 'JSTS']
const isSpecial = ({ code, grade }: { code: HardshipCode; grade: number | null }): boolean =>
  special.includes(code) || (code === 'CJ' && grade !== null && grade <= 2)

/** Whether somebody is on the register of those in special difficulty in a month. */
function isRegistered(facts: RateFacts, month: Month): boolean {
  const [first, last] = [`${month}-01`, `${month}-31`]
  return (
    facts.since <= last &&
    (facts.deceasedOn === null || facts.deceasedOn >= first) &&
    facts.labels.some((label) => isSpecial(label) && (label.from ?? '') <= last && (label.to === null || label.to >= first))
  )
}

/** Whether somebody was looked in on in a month by a means that counts. Other services do not: the rate is of visits. */
const wasVisited = (facts: RateFacts, month: Month, settings: VisitSettings): boolean =>
  facts.visits.some((visit) => {
    const means = meansOf(visit.kind, visit.means)
    return visit.month === month && means !== null && settings.means.includes(means)
  })

export type RateCell = {
  readonly month: Month
  readonly communityCode: DivisionCode | null
  readonly communityName: string | null
  readonly registered: number
  readonly visited: number
}

/** Those of a month and community, with whether each was visited. Without a community: of all. */
export const rateMembers = (all: readonly RateFacts[], month: Month, community: DivisionCode | null | undefined, settings: VisitSettings) =>
  all.flatMap((facts) =>
    isRegistered(facts, month) && (community === undefined || facts.communityCode === community)
      ? [{ facts, visited: wasVisited(facts, month, settings) }]
      : [],
  )

/** The monthly visit rate (月探访率): at least one visit in the month, of those registered in it. */
export function ratesOf(all: readonly RateFacts[], months: readonly Month[], settings: VisitSettings): RateCell[] {
  const communities = Map.groupBy(all, ({ communityCode }) => communityCode)
  return [...communities].flatMap(([communityCode, its]) =>
    months.map((month) => {
      const members = rateMembers(its, month, communityCode, settings)
      return {
        month,
        communityCode,
        communityName: its[0]?.communityName ?? null,
        registered: members.length,
        visited: members.filter(({ visited }) => visited).length,
      }
    }),
  )
}
