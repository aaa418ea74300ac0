import { addDays, daysBetween, type Day } from '../../kernel/day.ts'
import type { DivisionCode, HouseholdId, PersonId } from '../../kernel/ids.ts'
import type { Kind } from '../ledger/kind-schema.ts'
import type { HardshipCode } from '../people/hardship-schema.ts'
import { rankOf, suggestTier, type RiskFacts, type Suggestion } from './tier-rules.ts'
import { meansSchema, type Means, type Show, type Step, type Tier, type VisitSettings } from './visit-schema.ts'

/** What is known of an elder's visits and services as of a day. */
export type DutyFacts = Omit<RiskFacts, 'labels'> & {
  readonly personId: PersonId
  readonly name: string
  readonly pinyin: string
  readonly phone: string | null
  readonly communityCode: DivisionCode | null
  readonly communityName: string | null
  readonly householdId: HouseholdId | null
  /** From when the project looks after them. */
  readonly since: Day
  readonly labels: readonly { readonly code: HardshipCode; readonly grade: number | null; readonly reviewOn: Day | null }[]
  readonly decided: { readonly tier: Tier; readonly reviewOn: Day | null; readonly reason: string } | null
  /** The last day of each kind of service they had, visits by what was written of their means. */
  readonly served: readonly { readonly kind: Kind; readonly means: string | null; readonly day: Day }[]
  /** Days on which somebody came or called and did not meet them. */
  readonly missed: readonly Day[]
  readonly assigned: string | null
  readonly lastVisitor: string | null
  readonly escalation: { readonly id: string; readonly openedOn: Day; readonly steps: readonly Step[] } | null
}

/** How far somebody is from having been looked in on, and why. */
export type Standing = {
  readonly facts: DutyFacts
  readonly tier: Tier
  readonly suggestion: Suggestion
  readonly isDecided: boolean
  readonly everyDays: number
  readonly lastLook: { readonly day: Day; readonly kind: Kind; readonly means: Means | null } | null
  readonly lastService: { readonly day: Day; readonly kind: Kind } | null
  readonly dueOn: Day
  /** Because nobody was there face to face for too long, though somebody called. */
  readonly wantsFace: boolean
  /** Days past the day it was due; 0 or less: not overdue. */
  readonly overdueDays: number
  /** Attempts in a row at which they were not met. */
  readonly attempts: number
  readonly worker: string | null
  /** Whose word it is who looks after them: somebody's who assigned it, or the last visitor's name. */
  readonly workerFrom: 'assigned' | 'visitor' | null
  readonly labelsToReview: readonly HardshipCode[]
  readonly shows: readonly Show[]
}

const visitKinds: readonly Kind[] = ['home_visit', 'phone_visit', 'look_in']
/** Services at which somebody of the project saw the elder. */
const faceKinds: readonly Kind[] = [
  'case_opening',
  'case_session',
  'group_session',
  'activity',
  'clinic_day',
  'hand_out',
  'respite',
  'craft_lesson',
  'home_visit',
]

/** What is meant by a means as it was written; imported tables have words of their own. */
export function meansOf(kind: Kind, written: string | null): Means | null {
  if (!visitKinds.includes(kind)) return null
  const known = meansSchema.safeParse(written)
  if (known.success) return known.data
  if (/视频|微信|线上/.test(written ?? '')) return 'video'
  if (/邻居/.test(written ?? '')) return 'neighbour'
  if (/电话|语音/.test(written ?? '')) return 'phone'
  return kind === 'home_visit' ? 'door' : kind === 'phone_visit' ? 'phone' : 'community'
}

/** How soon due comes up before the day. */
const soon = 3

const latest = <T extends { readonly day: Day }>(all: readonly T[]): T | null =>
  all.reduce<T | null>((last, one) => (last === null || one.day > last.day ? one : last), null)

/** Where somebody stands on a day. */
export function standingOf(facts: DutyFacts, settings: VisitSettings, on: Day): Standing {
  const suggestion = suggestTier(facts, on)
  const tier = facts.decided?.tier ?? suggestion.tier
  const { everyDays, faceDays } = settings.tiers[tier]
  const looks = facts.served.flatMap(({ kind, means: written, day }) => {
    const means = meansOf(kind, written)
    const counts = means === null ? settings.otherServices && faceKinds.includes(kind) : settings.means.includes(means)
    return counts ? [{ kind, means, day }] : []
  })
  const lastLook = latest(looks)
  const lastFace = latest(looks.filter(({ kind }) => faceKinds.includes(kind)))
  const anyDue = addDays(lastLook?.day ?? facts.since, everyDays)
  const faceDue = faceDays === null ? anyDue : addDays(lastFace?.day ?? facts.since, faceDays)
  const dueOn = faceDue < anyDue ? faceDue : anyDue
  const overdueDays = daysBetween(dueOn, on)
  const seen = lastLook?.day
  const attempts = facts.missed.filter((day) => seen === undefined || day > seen).length
  const lastService = latest(facts.served)
  const labelsToReview = facts.labels.flatMap(({ code, reviewOn }) => (reviewOn !== null && reviewOn < on ? [code] : []))
  const isSilent = facts.labels.length > 0 && daysBetween(lastService?.day ?? facts.since, on) >= settings.silentDays
  const worker = facts.assigned ?? facts.lastVisitor
  const reviewOn = facts.decided?.reviewOn ?? null
  const shows: Show[] = [
    ...(overdueDays > 0 ? (['overdue'] as const) : overdueDays > -soon ? (['due'] as const) : []),
    ...(facts.escalation === null ? [] : (['escalated'] as const)),
    ...(isSilent ? (['silent'] as const) : []),
    ...(labelsToReview.length > 0 ? (['labelReview'] as const) : []),
    ...(reviewOn !== null && reviewOn < on ? (['tierReview'] as const) : []),
    ...(facts.decided === null && suggestion.tier !== 'general' ? (['undecided'] as const) : []),
    'all',
  ]
  return {
    facts,
    tier,
    suggestion,
    isDecided: facts.decided !== null,
    everyDays,
    lastLook,
    lastService: lastService === null ? null : { day: lastService.day, kind: lastService.kind },
    dueOn,
    wantsFace: faceDue < anyDue,
    overdueDays,
    attempts,
    worker,
    workerFrom: facts.assigned !== null ? 'assigned' : worker === null ? null : 'visitor',
    labelsToReview,
    shows,
  }
}

export type DutyFilter = {
  readonly show: Show
  readonly communityCode?: DivisionCode | undefined
  /** '' stands for nobody. */
  readonly worker?: string | undefined
  readonly tier?: Tier | undefined
  readonly search?: string | undefined
}

/** The standings that a list shows: who waits longest at the greatest risk first. */
export function listed(standings: readonly Standing[], { show, communityCode, worker, tier, search }: DutyFilter): Standing[] {
  const typed = search?.trim().toLowerCase() ?? ''
  return standings
    .filter(
      (one) =>
        one.shows.includes(show) &&
        (communityCode === undefined || one.facts.communityCode === communityCode) &&
        (worker === undefined || (one.worker ?? '') === worker) &&
        (tier === undefined || one.tier === tier) &&
        (typed === '' || one.facts.name.includes(typed) || one.facts.pinyin.replaceAll(' ', '').startsWith(typed)),
    )
    .toSorted(
      (a, b) =>
        rankOf(a.tier) - rankOf(b.tier) ||
        b.overdueDays - a.overdueDays ||
        (a.facts.pinyin < b.facts.pinyin ? -1 : a.facts.pinyin > b.facts.pinyin ? 1 : a.facts.personId < b.facts.personId ? -1 : 1),
    )
}

export type Overview = {
  readonly counts: Readonly<Record<Show, number>>
  readonly overdueByCommunity: readonly {
    readonly code: DivisionCode | null
    readonly name: string | null
    readonly count: number
    readonly of: number
  }[]
  readonly overdueByWorker: readonly { readonly worker: string; readonly count: number }[]
  readonly workers: readonly string[]
}

/** The numbers: each is the length of the list of the same name. */
export function overviewOf(standings: readonly Standing[], shows: readonly Show[]): Overview {
  const count = (show: Show) => listed(standings, { show }).length
  const counts = {
    overdue: 0,
    due: 0,
    escalated: 0,
    silent: 0,
    labelReview: 0,
    tierReview: 0,
    undecided: 0,
    all: 0,
    ...Object.fromEntries(shows.map((show) => [show, count(show)])),
  }
  const overdue = listed(standings, { show: 'overdue' })
  const byCommunity = Map.groupBy(standings, ({ facts }) => facts.communityCode)
  const byWorker = Map.groupBy(overdue, ({ worker }) => worker ?? '')
  return {
    counts,
    overdueByCommunity: [...byCommunity]
      .map(([code, all]) => ({
        code,
        name: all[0]?.facts.communityName ?? null,
        count: all.filter(({ shows: its }) => its.includes('overdue')).length,
        of: all.length,
      }))
      .filter((row) => row.count > 0)
      .toSorted((a, b) => b.count - a.count || ((a.code ?? '') < (b.code ?? '') ? -1 : 1)),
    overdueByWorker: [...byWorker]
      .map(([worker, all]) => ({ worker, count: all.length }))
      .toSorted((a, b) => b.count - a.count || (a.worker < b.worker ? -1 : 1)),
    workers: [...new Set(standings.flatMap(({ worker }) => worker ?? []))].toSorted(),
  }
}
