import type { Day } from '../../kernel/day.ts'
import { lacksOf, type Standing } from '../volunteering/claim-rules.ts'
import { alsoMeets, byVolunteers, type Giver, type LinkKind, type Times } from './link-kind-schema.ts'
import type { Freshness } from './link-rules.ts'
import { skillMatch, coversArea, type SkillMatch } from './terms-rules.ts'
import { bitsOf, isAnyTime } from './times-rules.ts'

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
type Near = 'home' | 'town' | 'covered'

/** Answers who fits whom. What is asked of every pair is read from each text once. */
export function fitter(market: Market): (need: NeedFacts, giver: GiverFacts) => Fit {
  const places = new Map(market.places.map((place) => [place.code, place]))
  const skills = new Map<string, SkillMatch | undefined>()
  const skillOf = (wanted: string, offered: string): SkillMatch | undefined => {
    const key = `${wanted}\n${offered}`
    if (!skills.has(key)) skills.set(key, skillMatch(wanted, offered))
    return skills.get(key)
  }
  const areas = new Map<string, Near | undefined>()
  const nearOf = (need: NeedFacts, giver: GiverFacts): Near | undefined => {
    const own = giver.sort === 'volunteer' ? giver.areas : giver.communities.join(',')
    const key = `${need.communityCode}\n${giver.communityCode}\n${own}`
    if (!areas.has(key)) areas.set(key, nearness(places.get(need.communityCode), need.communityCode, giver))
    return areas.get(key)
  }
  const bits = new Map<Times, number>()
  const bitsFor = (times: Times): number => {
    const known = bits.get(times)
    if (known !== undefined) return known
    const made = bitsOf(times)
    bits.set(times, made)
    return made
  }
  const standings = new Map<GiverFacts, { barred: boolean; vetted: boolean }>()
  const standingOf = (giver: GiverFacts & { sort: 'volunteer' }): { barred: boolean; vetted: boolean } => {
    const known = standings.get(giver)
    if (known !== undefined) return known
    const lacks = lacksOf(giver.standing, market.asOf)
    const made = {
      barred: lacks.includes('ended') || lacks.includes('noGuardian') || lacks.includes('noDataConsent'),
      vetted: !lacks.includes('notVetted') && !lacks.includes('vettingOver'),
    }
    standings.set(giver, made)
    return made
  }

  const barrierOf = (need: NeedFacts, giver: GiverFacts): Barrier | undefined => {
    if (giver.sort === 'resource' ? giver.kind !== need.kind && !alsoMeets[need.kind].includes(giver.kind) : !byVolunteers.has(need.kind))
      return 'kind'
    if (market.forbidden.size > 0 && market.forbidden.has(`${need.id}/${giver.giver.id}`)) return 'forbidden'
    if (giver.sort === 'resource') {
      if (giver.freshness === 'over' || (giver.validFrom !== null && giver.validFrom > market.asOf)) return 'over'
      if (need.unit !== null && giver.unit !== null && need.unit !== giver.unit && giver.left !== null) return 'unit'
    } else {
      if (need.personId === giver.personId) return 'self'
      const standing = standingOf(giver)
      if (standing.barred) return 'standing'
      if ((need.needsVetting || need.personId !== null) && !standing.vetted) return 'vetting'
    }
    return undefined
  }

  return (need, giver) => {
    const first = barrierOf(need, giver)
    if (first !== undefined) return { barrier: first }
    const near = nearOf(need, giver)
    if (near === undefined) return { barrier: 'area' }
    const skill = need.skill === '' ? undefined : skillOf(need.skill, giver.skills)
    if (need.kind === 'skill' && need.skill !== '' && skill === undefined) return { barrier: 'skill' }
    const wanted = bitsFor(need.times)
    const offered = giver.times === null ? undefined : bitsFor(giver.times)
    if (offered !== undefined && (wanted & offered) === 0) return { barrier: 'time' }
    if (giver.left !== null && giver.left <= 0) return { barrier: 'full' }
    const met = market.met.size === 0 ? 0 : (market.met.get(`${need.id}/${giver.giver.id}`) ?? 0)
    return {
      skill,
      near,
      points: {
        skill: skill === undefined ? 0 : skill.level === 2 ? 30 : 20,
        area: { home: 20, town: 12, covered: 6 }[near],
        time: offered === undefined ? 5 : isAnyTime(wanted) ? 10 : 15,
        left: giver.left === null ? 10 : Math.min(10, giver.left * 3),
        continuity: Math.min(12, met * 3),
        fairness: Math.max(0, 10 - 4 * giver.recent),
        freshness: giver.sort === 'resource' && giver.freshness === 'stale' ? -15 : 0,
      },
    }
  }
}

/** How near somebody is to a community; undefined: not there. Who says nothing of areas stays in the community of their own. */
function nearness(place: Place | undefined, code: string, giver: GiverFacts): Near | undefined {
  const near = (): Near =>
    giver.communityCode === code ? 'home' : giver.communityCode?.slice(0, 9) === code.slice(0, 9) ? 'town' : 'covered'
  if (giver.sort === 'resource') return giver.communities.length === 0 || giver.communities.includes(code) ? near() : undefined
  if (giver.communityCode === code) return 'home'
  return place !== undefined && giver.areas !== '' && coversArea(giver.areas, place.name, place.town) ? near() : undefined
}

export type Proposal = { readonly giver: GiverFacts; readonly fit: Exclude<Fit, { barrier: Barrier }>; readonly score: number }

/** Who could meet a need, the best first, and how many could not, by why. */
export function proposalsFor(market: Market, need: NeedFacts): { proposals: Proposal[]; barred: Partial<Record<Barrier, number>> } {
  const fit = fitter(market)
  const proposals: Proposal[] = []
  const barred: Partial<Record<Barrier, number>> = {}
  for (const giver of market.givers) {
    const found = fit(need, giver)
    if ('barrier' in found) barred[found.barrier] = (barred[found.barrier] ?? 0) + 1
    else proposals.push({ giver, fit: found, score: totalOf(found.points) })
  }
  return { proposals: proposals.toSorted((a, b) => b.score - a.score || a.giver.giver.id.localeCompare(b.giver.giver.id)), barred }
}
