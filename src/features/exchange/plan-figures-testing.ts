import type { Kind } from '../ledger/kind-schema.ts'
import type { Draft } from './draft-schema.ts'
import { end, of } from './plan-testing.ts'

type Served = { readonly attendance: Draft<'attendance'>; readonly service: Draft<'service'> }

const direct: readonly Kind[] = [
  'case_session',
  'group_session',
  'activity',
  'clinic_day',
  'hand_out',
  'home_visit',
  'craft_lesson',
  'respite',
]

/** A ledger counted by plain counting, as a person with the records on the table would. */
export function ledgerOf(drafts: readonly Draft[]) {
  const byKey = new Map(of(drafts, 'service').map((service) => [service.key, service]))
  const [project] = of(drafts, 'project')
  const inside = ({ values: { day } }: Draft<'service'>) =>
    day === undefined || ((project?.values.starts_on ?? '') <= day && day <= (project?.values.ends_on ?? '9999'))
  const counted = (service: Draft<'service'>) => service.values.status === 'held' && service.values.repeats !== true && inside(service)
  const services = (kind: Kind) => [...byKey.values()].filter((service) => service.values.kind === kind && counted(service))
  const served: Served[] = of(drafts, 'attendance').flatMap((attendance) => {
    const service = byKey.get(end(attendance.links.service_id))
    return service !== undefined && counted(service) && attendance.values.repeats !== true ? [{ attendance, service }] : []
  })
  const attended = (kinds: readonly Kind[], parts: readonly string[] = ['beneficiary']) =>
    served.filter(({ attendance, service }) => kinds.includes(service.values.kind) && parts.includes(attendance.values.part))
  return {
    services,
    attended,
    all: (kind: Kind) => [...byKey.values()].filter((service) => service.values.kind === kind),
    directly: attended(direct, ['beneficiary', 'carer']),
  }
}
export type Ledger = ReturnType<typeof ledgerOf>

export const persons = (served: readonly Served[]): Set<string> =>
  new Set(served.map(({ attendance }) => end(attendance.links.person_id)).filter((person) => person !== ''))

const sum = (numbers: readonly (number | undefined)[]): number => numbers.reduce((total: number, one) => total + (one ?? 0), 0)
const yuan = (fen: readonly (number | undefined)[]): number => Math.round(sum(fen)) / 100

function given(drafts: readonly Draft[], services: readonly Draft<'service'>[], what: string): number {
  const keys = new Set(services.map(({ key }) => key))
  return yuan(
    of(drafts, 'contribution')
      .filter(({ values, links }) => (what === '' || values.given === what) && keys.has(end(links.service_id)))
      .map(({ values }) => values.value_fen),
  )
}

/** Every figure of the reference project, by the definitions in words that stand beside it. */
export function figuresOf(drafts: readonly Draft[]): Record<string, number> {
  const ledger = ledgerOf(drafts)
  const { services, attended, all, directly } = ledger
  const activities = services('activity')
  const themed = (theme: string) => activities.filter(({ values }) => values.themes?.includes(theme) === true)
  const atActivities = attended(['activity'])
  const registered = of(drafts, 'registration').filter(({ values }) => values.part === 'elder')
  const elders = new Set(registered.map(({ links }) => end(links.person_id)))
  const shifts = attended(['volunteer_shift'], ['volunteer'])
  const pieces = attended(['craft_piece'], ['partner'])
  const handOuts = attended(['hand_out'])
  const groups = new Map(of(drafts, 'group_session').map(({ links }) => [end(links.service_id), end(links.group_id)]))
  const readings = of(drafts, 'reading')
  const totals = new Map<string, Map<string, number>>()
  for (const { values } of of(drafts, 'assessment'))
    totals.set(values.occasion, (totals.get(values.occasion) ?? new Map()).set(values.phase, values.score))
  const both = [...totals.values()].filter((phases) => phases.size === 2)
  const mean = (phase: string) => Math.round((sum(both.map((phases) => phases.get(phase))) / both.length) * 100) / 100
  return {
    register_rows: registered.length,
    register_persons: elders.size,
    register_households: new Set(
      of(drafts, 'person')
        .filter(({ key }) => elders.has(key))
        .map(({ links }) => end(links.household_id)),
    ).size,
    cases: of(drafts, 'case_file').filter(({ values }) => values.state !== 'not_accepted').length,
    case_persons: persons(attended(['case_session'])).size,
    sessions: services('case_session').length,
    gds_pre_n: [...totals.values()].filter((phases) => phases.has('before')).length,
    gds_both_n: both.length,
    gds_pre_mean: mean('before'),
    gds_post_mean: mean('after'),
    groups: new Set(services('group_session').map(({ key }) => groups.get(key))).size,
    group_members: persons(attended(['group_session'])).size,
    group_sessions: services('group_session').length,
    group_attendances: attended(['group_session']).length,
    activities: activities.length,
    activities_festival: themed('festival').length,
    activities_intergenerational: themed('intergenerational').length,
    activities_both: themed('festival').filter((service) => themed('intergenerational').includes(service)).length,
    attendances: atActivities.length,
    attendances_festival: atActivities.filter(({ service }) => service.values.themes?.includes('festival') === true).length,
    attendances_unresolved: atActivities.filter(({ attendance }) => attendance.values.certainty === 'unresolved').length,
    activity_people: persons(atActivities).size,
    sign_in_others: attended(['activity'], ['volunteer', 'worker', 'child', 'partner', 'carer']).length,
    clinic_days: services('clinic_day').length,
    clinic_communities: new Set(services('clinic_day').map(({ values }) => values.community_code)).size,
    clinic_visits: attended(['clinic_day']).length,
    clinic_people: persons(attended(['clinic_day'])).size,
    clinic_danger_rows: readings.filter(({ values }) => values.danger.length > 0).length,
    goods_batches: services('goods_receipt').length,
    goods_value: given(drafts, services('goods_receipt'), 'goods'),
    goods_lines: services('hand_out').length,
    goods_units_out: sum(services('hand_out').map(({ values }) => values.quantity)),
    goods_households: new Set(handOuts.map(({ attendance }) => end(attendance.links.household_id))).size,
    goods_people: persons(handOuts).size,
    stock_unbalanced: of(drafts, 'goods_stock_count').filter(
      ({ values }) => values.received !== values.handed_out + values.remaining + values.damaged,
    ).length,
    visits_door: services('home_visit').length,
    visits_phone: services('phone_visit').length,
    visits_failed: [...all('home_visit'), ...all('phone_visit')].filter(({ values }) => values.status === 'failed').length,
    visit_people: persons(attended(['home_visit'])).size,
    volunteers: new Set(of(drafts, 'volunteer').map(({ links }) => end(links.person_id))).size,
    volunteer_families: of(drafts, 'volunteer_family').length,
    shifts: services('volunteer_shift').length,
    hours_claimed: sum(shifts.map(({ attendance }) => attendance.values.minutes_claimed)) / 60,
    hours_confirmed: sum(shifts.map(({ attendance }) => attendance.values.minutes)) / 60,
    linkages: services('linkage').length,
    linkage_value: given(drafts, services('linkage'), ''),
    craft_lessons: services('craft_lesson').length,
    craft_attendances: attended(['craft_lesson']).length,
    craft_makers: persons(pieces).size,
    craft_pieces: of(drafts, 'craft_piece').length,
    craft_exhibitions: services('exhibition').length,
    craft_sold: services('craft_sale').length,
    craft_sales: given(drafts, services('craft_sale'), 'sale'),
    craft_income: given(drafts, services('craft_sale'), 'income'),
    respite_sessions: services('respite').length,
    respite_carers: persons(attended(['respite'], ['carer'])).size,
    respite_elders: persons(attended(['respite'])).size,
    respite_minutes: sum(services('respite').map(({ values }) => values.minutes)),
    direct_persons: persons(directly).size,
    indirect_persons: sum(of(drafts, 'estimate_line').map(({ values }) => values.value)),
    budget_total: yuan(of(drafts, 'budget_line').map(({ values }) => values.amount_fen)),
    expenses_total: yuan(of(drafts, 'expense').map(({ values }) => values.amount_fen)),
  }
}

/** How many of something there are for each value that it has. */
export function tally<T>(
  list: readonly T[],
  of: (one: T) => string | undefined,
  count: (group: readonly T[]) => number = (group) => group.length,
): Record<string, number> {
  const groups = Map.groupBy(list, (one) => of(one) ?? '')
  return Object.fromEntries([...groups].filter(([name]) => name !== '').map(([name, group]) => [name, count(group)]))
}
