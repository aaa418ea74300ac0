import { lacksOf } from '../volunteering/claim-rules.ts'
import { alsoMeets, byVolunteers, type LinkKind } from './link-kind-schema.ts'
import { totalOf, type Barrier, type Fit, type GiverFacts, type Market, type Near, type NeedFacts, type Place } from './market-rules.ts'
import { coversArea, skillMatch, type SkillMatch } from './terms-rules.ts'
import { bitsOf, isAnyTime } from './times-rules.ts'

/** A giver with what is asked of every pair, read from its texts once. */
type Known = {
  readonly giver: GiverFacts
  /** When, as bits; undefined: not known. */
  readonly bits: number | undefined
  /** Not yet, or no longer, to be had. */
  readonly over: boolean
  readonly barred: boolean
  readonly vetted: boolean
  /** The number of all who are at the same places, and of all who wrote the same of what they can. */
  readonly areaClass: number
  readonly skillClass: number
}

export type Fitter = {
  /** The market's givers, read. */
  readonly everybody: () => readonly Known[]
  /** Who fits a need, of givers that were read. */
  readonly fitting: (need: NeedFacts) => (known: Known) => Fit
  /** Whether two fit, of whom the giver need not be of the market. */
  readonly fit: (need: NeedFacts, giver: GiverFacts) => Fit
}

/** Numbers texts in the order in which they come. */
function numbering(): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  }
}

/** What is asked of a pair only by two classes of texts is worked out once. */
function oncePerPair<Answer>(): (row: string) => (column: number, ask: () => Answer) => Answer {
  const rows = new Map<string, Map<number, Answer>>()
  return (row) => {
    const answers = rows.get(row) ?? new Map<number, Answer>()
    rows.set(row, answers)
    return (column, ask) => {
      const known = answers.get(column)
      if (known !== undefined) return known
      const made = ask()
      answers.set(column, made)
      return made
    }
  }
}

const barredBy: Record<Barrier, { readonly barrier: Barrier }> = {
  kind: { barrier: 'kind' },
  forbidden: { barrier: 'forbidden' },
  over: { barrier: 'over' },
  unit: { barrier: 'unit' },
  self: { barrier: 'self' },
  standing: { barrier: 'standing' },
  vetting: { barrier: 'vetting' },
  area: { barrier: 'area' },
  skill: { barrier: 'skill' },
  time: { barrier: 'time' },
  full: { barrier: 'full' },
}

/** Answers who fits whom: quick enough to be asked of twelve million pairs. */
export function fitter(market: Market): Fitter {
  const places = new Map(market.places.map((place) => [place.code, place]))
  const areaClassOf = numbering()
  const skillClassOf = numbering()
  const nears = oncePerPair<Near | 'far'>()
  const skills = oncePerPair<SkillMatch | 'none'>()

  const know = (giver: GiverFacts): Known => {
    const lacks = giver.sort === 'volunteer' ? lacksOf(giver.standing, market.asOf) : []
    const own = giver.sort === 'volunteer' ? giver.areas : giver.communities.join(',')
    return {
      giver,
      bits: giver.times === null ? undefined : bitsOf(giver.times),
      over: giver.sort === 'resource' && (giver.freshness === 'over' || (giver.validFrom !== null && giver.validFrom > market.asOf)),
      barred: lacks.includes('ended') || lacks.includes('noGuardian') || lacks.includes('noDataConsent'),
      vetted: !lacks.includes('notVetted') && !lacks.includes('vettingOver'),
      areaClass: areaClassOf(`${giver.sort}\n${giver.communityCode}\n${own}`),
      skillClass: skillClassOf(giver.skills),
    }
  }

  const fitting = (need: NeedFacts): ((known: Known) => Fit) => {
    const kinds: readonly LinkKind[] = [need.kind, ...alsoMeets[need.kind]]
    const takesVolunteers = byVolunteers.has(need.kind)
    const mustBeVetted = need.needsVetting || need.personId !== null
    const wanted = bitsOf(need.times)
    const place = places.get(need.communityCode)
    const nearOf = nears(need.communityCode)
    const skillOf = skills(need.skill)
    const { forbidden, met } = market

    const barrierOf = ({ giver, over, barred, vetted }: Known): Barrier | undefined => {
      if (giver.sort === 'resource' ? !kinds.includes(giver.kind) : !takesVolunteers) return 'kind'
      if (forbidden.size > 0 && forbidden.has(`${need.id}/${giver.giver.id}`)) return 'forbidden'
      if (giver.sort === 'resource') {
        if (over) return 'over'
        if (need.unit !== null && giver.unit !== null && need.unit !== giver.unit && giver.left !== null) return 'unit'
      } else {
        if (need.personId === giver.personId) return 'self'
        if (barred) return 'standing'
        if (mustBeVetted && !vetted) return 'vetting'
      }
      return undefined
    }

    return (known) => {
      const first = barrierOf(known)
      if (first !== undefined) return barredBy[first]
      const { giver, bits } = known
      const near = nearOf(known.areaClass, () => nearness(place, need.communityCode, giver) ?? 'far')
      if (near === 'far') return barredBy.area
      const skill = need.skill === '' ? 'none' : skillOf(known.skillClass, () => skillMatch(need.skill, giver.skills) ?? 'none')
      if (need.kind === 'skill' && need.skill !== '' && skill === 'none') return barredBy.skill
      if (bits !== undefined && (wanted & bits) === 0) return barredBy.time
      if (giver.left !== null && giver.left <= 0) return barredBy.full
      const before = met.size === 0 ? 0 : (met.get(`${need.id}/${giver.giver.id}`) ?? 0)
      return {
        skill: skill === 'none' ? undefined : skill,
        near,
        points: {
          skill: skill === 'none' ? 0 : skill.level === 2 ? 30 : 20,
          area: nearPoints[near],
          time: bits === undefined ? 5 : isAnyTime(wanted) ? 10 : 15,
          left: giver.left === null ? 10 : Math.min(10, giver.left * 3),
          continuity: Math.min(12, before * 3),
          fairness: Math.max(0, 10 - 4 * giver.recent),
          freshness: giver.sort === 'resource' && giver.freshness === 'stale' ? -15 : 0,
        },
      }
    }
  }

  return { everybody: () => market.givers.map(know), fitting, fit: (need, giver) => fitting(need)(know(giver)) }
}

const nearPoints = { home: 20, town: 12, covered: 6 } as const

/** How near somebody is to a community; undefined: not there. Who says nothing of areas stays in the community of their own. */
function nearness(place: Place | undefined, code: string, giver: GiverFacts): Near | undefined {
  const near = (): Near =>
    giver.communityCode === code ? 'home' : giver.communityCode?.slice(0, 9) === code.slice(0, 9) ? 'town' : 'covered'
  if (giver.sort === 'resource') return giver.communities.length === 0 || giver.communities.includes(code) ? near() : undefined
  if (giver.communityCode === code) return 'home'
  return place !== undefined && giver.areas !== '' && coversArea(giver.areas, place.name, place.town) ? near() : undefined
}

export type Proposal = { readonly giver: GiverFacts; readonly fit: Exclude<Fit, { barrier: Barrier }>; readonly score: number }

/** How many could not meet a need, by why, and what those come to who could. */
export function lookOver(
  { fitting }: Fitter,
  givers: readonly Known[],
  need: NeedFacts,
  fits: (giver: GiverFacts, fit: Exclude<Fit, { barrier: Barrier }>) => void,
): Partial<Record<Barrier, number>> {
  const fit = fitting(need)
  const barred: Partial<Record<Barrier, number>> = {}
  for (const known of givers) {
    const found = fit(known)
    if ('barrier' in found) barred[found.barrier] = (barred[found.barrier] ?? 0) + 1
    else fits(known.giver, found)
  }
  return barred
}

/** Who could meet a need, the best first, and how many could not, by why. */
export function proposalsFor(market: Market, need: NeedFacts): { proposals: Proposal[]; barred: Partial<Record<Barrier, number>> } {
  const proposals: Proposal[] = []
  const look = fitter(market)
  const barred = lookOver(look, look.everybody(), need, (giver, fit) => proposals.push({ giver, fit, score: totalOf(fit.points) }))
  return { proposals: proposals.toSorted((a, b) => b.score - a.score || a.giver.giver.id.localeCompare(b.giver.giver.id)), barred }
}
