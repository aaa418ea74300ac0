import { isThere } from './group-testing.ts'
import type { Elder } from './register-testing.ts'
import type { Traits, World } from './world-testing.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const round = (value: number) => Math.round(value * 100) / 100
const count = <T>(list: Iterable<T>) => new Set(list).size

/** The figures of a project counted from what happened, without any book: what must come out of its books. */
export function truthOf(world: World, traits: Traits): Record<string, number> {
  const { cases, groups, activities, clinics, lots, volunteers, families, shifts, linkages, crafts, respite, visits, paper } = world
  const elders = new Set(world.register.map(({ elder }) => elder))
  const accepted = cases.filter(({ state }) => state !== 'refused')
  const sessions = accepted.flatMap((file) => file.sessions.filter(({ counts }) => counts))
  const isTotal = (score: number | undefined) => score !== undefined && score <= 15
  const both = accepted.filter(({ gdsBefore, gdsAfter }) => isTotal(gdsBefore) && isTotal(gdsAfter))
  const held = activities.filter(({ status }) => status === 'held')
  const signIns = held.flatMap((activity) => activity.signIns)
  const attended = signIns.filter(({ counts }) => counts)
  const known = attended.flatMap(({ named }) => (named.known && named.of !== undefined ? [named.of] : []))
  const members = groups.flatMap((group) => group.members)
  const treated = clinics.flatMap((clinic) => clinic.visits)
  const lines = lots.flatMap((lot) => lot.lines)
  const met = visits.filter((visit) => visit.met)
  const done = shifts.filter(({ status }) => status === 'done')
  const rested = respite.filter(({ status }) => status === 'done')
  const made = linkages.filter(({ status }) => status === 'made')
  const direct: Elder['number'][] = [
    ...sessions.map(({ of }) => of.elder.number),
    ...members.map(({ elder }) => elder.number),
    ...known.map(({ number }) => number),
    ...treated.map(({ named }) => named.of.number),
    ...lines.flatMap((line) => line.elders.map(({ number }) => number)),
    ...met.filter(({ means }) => means === 'door').map(({ elder }) => elder.number),
    ...crafts.lessons.flatMap(({ people }) => people.map(({ number }) => number)),
    ...rested.flatMap(({ carer }) => [carer.person.number, carer.elder.number]),
  ]
  const homes = new Map(
    [...elders].map((elder) => [
      elder,
      world.register
        .filter((line) => line.elder === elder)
        .toSorted((a, b) => (a.registeredOn < b.registeredOn ? -1 : 1))
        .at(-1)?.household.number,
    ]),
  )
  return {
    register_rows: world.register.length,
    register_persons: elders.size,
    ...(traits.households ? { register_households: count(homes.values()) } : {}),
    cases: accepted.length,
    case_persons: count(sessions.map(({ of }) => of.elder)),
    sessions: sessions.length,
    gds_pre_n: accepted.filter(({ gdsBefore }) => isTotal(gdsBefore)).length,
    gds_both_n: both.length,
    gds_pre_mean: round(sum(both.map(({ gdsBefore }) => gdsBefore ?? 0)) / both.length),
    gds_post_mean: round(sum(both.map(({ gdsAfter }) => gdsAfter ?? 0)) / both.length),
    groups: groups.length,
    group_members: members.length,
    group_sessions: sum(groups.map((group) => group.sessions.length)),
    group_attendances: sum(members.map(({ presence }) => presence.filter(isThere).length)),
    activities: held.length,
    activities_festival: held.filter(({ festival }) => festival !== undefined).length,
    activities_intergenerational: held.filter(({ generations }) => generations).length,
    activities_both: held.filter(({ generations, festival }) => generations && festival !== undefined).length,
    attendances: attended.length,
    attendances_festival: held
      .filter(({ festival }) => festival !== undefined)
      .flatMap((activity) => activity.signIns.filter(({ counts }) => counts)).length,
    attendances_unresolved: attended.filter(({ named }) => !named.known).length,
    activity_people: count(known),
    sign_in_others: signIns.filter(({ part }) => part !== 'elder').length,
    clinic_days: clinics.length,
    clinic_communities: count(clinics.map(({ place }) => place)),
    clinic_visits: treated.length,
    clinic_people: count(treated.map(({ named }) => named.of)),
    clinic_danger_rows: treated.filter(({ danger }) => danger).length,
    goods_batches: lots.length,
    goods_value: round(sum(lots.map(({ quantity, price }) => quantity * price))),
    goods_lines: lines.length,
    goods_units_out: sum(lines.map(({ quantity }) => quantity)),
    ...(traits.households ? { goods_households: count(lines.map(({ household }) => household)) } : {}),
    goods_people: count(lines.flatMap((line) => line.elders)),
    stock_unbalanced: lots.filter((lot) => lot.count.marks.length > 0).length,
    visits_door: met.filter(({ means }) => means === 'door').length,
    visits_phone: met.filter(({ means }) => means === 'phone').length,
    visits_failed: visits.length - met.length,
    visit_people: count(met.filter(({ means }) => means === 'door').map(({ elder }) => elder)),
    volunteers: volunteers.length,
    volunteer_families: count(families.map(({ number }) => number)),
    shifts: done.length,
    hours_claimed: sum(done.map(({ claimed }) => claimed)),
    hours_confirmed: sum(done.map(({ confirmed }) => confirmed)),
    linkages: made.length,
    linkage_value: sum(made.map(({ value }) => value ?? 0)),
    craft_lessons: crafts.lessons.length,
    craft_attendances: sum(crafts.lessons.map(({ people }) => people.length)),
    craft_makers: count(crafts.pieces.map(({ maker }) => maker)),
    craft_pieces: crafts.pieces.length,
    craft_exhibitions: crafts.exhibitions.length,
    craft_sold: crafts.sales.length,
    craft_sales: sum(crafts.sales.map(({ price }) => price)),
    craft_income: round(sum(crafts.sales.map(({ income }) => income))),
    respite_sessions: rested.length,
    respite_carers: count(rested.map(({ carer }) => carer.person.number)),
    respite_elders: count(rested.map(({ carer }) => carer.elder)),
    respite_minutes: sum(rested.map(({ minutes }) => minutes)),
    direct_persons: count(direct),
    indirect_persons: sum(paper.basis.map(({ persons }) => persons)),
    budget_total: sum(paper.budget.map(({ yuan }) => yuan)),
    expenses_total: round(sum(paper.expenses.map(({ yuan }) => yuan))),
  }
}
