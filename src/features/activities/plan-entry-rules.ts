import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { toFen } from '../../kernel/money.ts'
import type { Line } from '../ledger/kind-schema.ts'
import type { Activity, Contingency, Guardian, Plan } from './activity-schema.ts'

/** A plan as a form holds one: what is not filled in is not there. */
export type PlanEntry = {
  title?: string
  communityCode?: string
  day?: string | null
  startsAt?: string
  minutes?: number | null
  place?: string
  worker?: string
  line?: Line
  themes?: string[]
  audience?: string
  expected?: number | null
  capacity?: number | null
  background?: string
  goal?: string
  program?: { minutes?: number | null; what?: string; who?: string }[]
  duties?: { who?: string; what?: string }[]
  supplies?: { item?: string; quantity?: number | null; unit?: string; source?: string }[]
  budget?: { item?: string; yuan?: number | null }[]
  forElders?: boolean
  contingency?: { [K in keyof Contingency]?: string }
  withChildren?: boolean
  guardian?: { school?: string; children?: number | null; agreedOn?: string | null; keptBy?: Guardian['keptBy'] }
}

const named = (value: string | undefined): string[] => (entered(value) === null ? [] : [entered(value) ?? ''])

/** The plan of a form. A row that says nothing is left out. */
export function planOf(entry: PlanEntry): Plan {
  const { guardian, contingency } = entry
  return {
    forElders: entry.forElders ?? true,
    background: entered(entry.background),
    goal: entered(entry.goal),
    audience: entered(entry.audience),
    expected: entry.expected ?? null,
    capacity: entry.capacity ?? null,
    program: (entry.program ?? []).flatMap(({ minutes, what, who }) =>
      named(what).map((said) => ({ minutes: minutes ?? null, what: said, who: entered(who) })),
    ),
    duties: (entry.duties ?? []).flatMap(({ who, what }) =>
      named(who).flatMap((person) => named(what).map((said) => ({ who: person, what: said }))),
    ),
    supplies: (entry.supplies ?? []).flatMap(({ item, quantity, unit, source }) =>
      named(item).map((said) => ({ item: said, quantity: quantity ?? null, unit: entered(unit), source: entered(source) })),
    ),
    budget: (entry.budget ?? []).flatMap(({ item, yuan }) => named(item).map((said) => ({ item: said, amountFen: toFen(yuan ?? 0) }))),
    contingency: {
      emergency: entered(contingency?.emergency),
      firstAid: entered(contingency?.firstAid),
      transport: entered(contingency?.transport),
      floor: entered(contingency?.floor),
      weather: entered(contingency?.weather),
    },
    guardian:
      entry.withChildren === true
        ? {
            school: entered(guardian?.school) ?? '—',
            keptBy: guardian?.keptBy ?? 'school',
            agreedOn: daySchema.safeParse(guardian?.agreedOn).data ?? null,
            children: guardian?.children ?? 0,
          }
        : null,
  }
}

/** What a form says of the event itself; undefined while community or day is not chosen. */
export function factsOf(entry: PlanEntry) {
  const communityCode = divisionCodeSchema.safeParse(entry.communityCode).data
  const day = daySchema.safeParse(entry.day).data
  if (communityCode === undefined || day === undefined) return undefined
  return {
    title: entry.title ?? '',
    communityCode,
    day,
    startsAt: entered(entry.startsAt),
    minutes: entry.minutes ?? null,
    place: entered(entry.place),
    worker: entered(entry.worker),
    line: entry.line ?? 'cultural',
    themes: entry.themes ?? [],
  }
}

const known = (values: Record<string, string | number | null>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

/** An event as a form begins with it. */
export function planEntryOf(activity: Activity): PlanEntry {
  const { plan } = activity
  return {
    ...known({
      title: activity.title,
      communityCode: activity.communityCode,
      day: activity.day,
      startsAt: activity.startsAt,
      minutes: activity.minutes,
      place: activity.place,
      worker: activity.worker,
      audience: plan.audience,
      expected: plan.expected,
      capacity: plan.capacity,
      background: plan.background,
      goal: plan.goal,
    }),
    line: activity.line,
    themes: activity.themes,
    program: plan.program.map((row) => known(row)),
    duties: plan.duties,
    supplies: plan.supplies.map((row) => known(row)),
    budget: plan.budget.map(({ item, amountFen }) => ({ item, yuan: amountFen / 100 })),
    forElders: plan.forElders,
    contingency: known(plan.contingency),
    withChildren: plan.guardian !== null,
    ...(plan.guardian === null ? {} : { guardian: plan.guardian }),
  }
}
