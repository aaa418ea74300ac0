import * as fc from 'fast-check'
import { v7 } from 'uuid'
import { daySchema } from '../kernel/day.ts'
import type { ProjectId } from '../kernel/ids.ts'
import { kindSchema, partPlayedSchema } from '../features/ledger/kind-schema.ts'
import type { Tx } from '../server/db.ts'
import {
  addHousehold,
  addPersons,
  addServices,
  register,
  testAttendance,
  testPerson,
  testService,
  type TestPerson,
  type TestService,
} from './ledger.ts'
import { community } from './project.ts'

/** Three communities in two streets. */
export const communities = [community('旌旗社区'), community('湖滨社区'), community('秃尾村')] as const

/** Undated, around the ends of the project's period, and around the ends of months and years. */
const days = [null, '2024-08-31', '2024-09-01', '2024-09-30', '2024-12-31', '2025-01-01', '2025-05-01', '2025-05-02']
const people = 6

// Persons, places and households are indices into a ledger's own lists.
const attendance = fc.record({
  person: fc.option(fc.nat(people - 1), { freq: 4 }),
  recorded: fc.option(fc.nat(people - 1)),
  part: fc.constantFrom(...partPlayedSchema.options, 'beneficiary' as const, 'beneficiary' as const),
  repeats: fc.constantFrom(false, false, true),
  household: fc.option(fc.nat(1)),
  minutes: fc.option(fc.nat(200)),
  danger: fc.boolean(),
})
const contribution = fc.record({
  given: fc.constantFrom('goods' as const, 'funds' as const, 'sale' as const, 'skill' as const),
  fen: fc.option(fc.nat(99_999)),
})
const service = fc.record({
  kind: fc.constantFrom(...kindSchema.options, 'activity' as const, 'activity' as const, 'clinic_day' as const),
  status: fc.constantFrom('held' as const, 'held' as const, 'held' as const, 'planned' as const, 'cancelled' as const, 'failed' as const),
  themes: fc.subarray(['festival', 'intergenerational']),
  place: fc.option(fc.nat(2)),
  day: fc.constantFrom(...days),
  repeats: fc.constantFrom(false, false, false, true),
  minutes: fc.option(fc.nat(200)),
  quantity: fc.option(fc.nat(9)),
  unnamedCount: fc.nat(9),
  attended: fc.uniqueArray(attendance, { maxLength: 5, selector: ({ person, part }) => (person === null ? v7() : `${person} ${part}`) }),
  gave: fc.array(contribution, { maxLength: 2 }),
  group: fc.nat(1),
  state: fc.constantFrom('open' as const, 'closed' as const),
})

/** What a small ledger is made of: doubles, cancellations, unresolved names, merged files, undated and outlying services. */
export const ledgerPlan = fc.record({
  homes: fc.array(fc.option(fc.nat(2)), { minLength: people, maxLength: people }),
  households: fc.array(fc.option(fc.nat(1)), { minLength: people, maxLength: people }),
  labels: fc.array(fc.subarray(['DB', 'DJ', 'CJ']), { minLength: people, maxLength: people }),
  registered: fc.array(fc.nat(people - 1), { maxLength: 8 }),
  services: fc.array(service, { minLength: 1, maxLength: 14 }),
  scores: fc.array(
    fc.record({
      person: fc.nat(2),
      phase: fc.constantFrom('before' as const, 'after' as const),
      score: fc.nat(17),
      day: fc.constantFrom(...days),
    }),
    { maxLength: 6 },
  ),
  families: fc.array(fc.nat(3), { maxLength: 4 }),
  lots: fc.array(fc.record({ received: fc.nat(3), remaining: fc.nat(3) }), { maxLength: 3 }),
  expenses: fc.array(fc.nat(99_999), { maxLength: 4 }),
})
type Planned<A> = A extends fc.Arbitrary<infer T> ? T : never
type LedgerPlan = Planned<typeof ledgerPlan>

export type RandomLedger = { persons: TestPerson[]; services: TestService[] }

/** Writes a planned ledger into a project that has none yet. */
export async function writeLedger(tx: Tx, tenantId: number, projectId: ProjectId, plan: LedgerPlan): Promise<RandomLedger> {
  const households = [await addHousehold(tx, tenantId, communities[0], v7()), await addHousehold(tx, tenantId, communities[2], v7())]
  const at = <T>(list: readonly T[], index: number | null | undefined): T | null =>
    index === null || index === undefined ? null : (list[index] ?? null)
  const persons = plan.homes.map((home, i) =>
    testPerson(`人${i}`, {
      communityCode: at(communities, home),
      householdId: at(households, plan.households[i]),
      labels: plan.labels[i] ?? [],
    }),
  )
  await addPersons(tx, tenantId, persons)
  await register(
    tx,
    tenantId,
    projectId,
    'elder',
    plan.registered.flatMap((index) => at(persons, index) ?? []),
  )
  const services = plan.services.map((one) =>
    testService(one.kind, one.day, {
      ...one,
      communityCode: at(communities, one.place),
      attended: one.attended.map((attended) =>
        testAttendance(at(persons, attended.person), {
          recorded: at(persons, attended.recorded),
          part: attended.part,
          repeats: attended.repeats,
          householdId: at(households, attended.household),
          minutes: attended.minutes,
          minutesClaimed: attended.minutes,
        }),
      ),
    }),
  )
  await addServices(tx, tenantId, projectId, services)
  await writeDetails(tx, tenantId, projectId, plan, persons, services)
  return { persons, services }
}

async function writeDetails(
  tx: Tx,
  tenantId: number,
  projectId: ProjectId,
  plan: LedgerPlan,
  persons: readonly TestPerson[],
  services: readonly TestService[],
) {
  const own = () => ({ tenant_id: tenantId, id: v7(), project_id: projectId })
  const dated = (day: string | null) => (day === null ? null : daySchema.parse(day))
  const groups = [own(), own()].map((group, i) => ({ ...group, number: `XZ${i}`, name: `小组${i}`, community_code: communities[0] }))
  await tx.insertInto('support_group').values(groups).execute()
  for (const [i, one] of plan.services.entries()) {
    const written = services[i]
    if (written === undefined) continue
    const of = { tenant_id: tenantId, service_id: written.id }
    for (const [j, attended] of one.attended.entries()) {
      const attendance_id = written.attended[j]?.id
      if (attended.danger && attendance_id !== undefined)
        await tx
          .insertInto('reading')
          .values({ tenant_id: tenantId, attendance_id, danger: ['pressure'] })
          .execute()
    }
    for (const { given, fen } of one.gave)
      await tx
        .insertInto('contribution')
        .values({ ...of, id: v7(), party: 'charity', given, value_fen: fen })
        .execute()
    const group_id = groups[one.group]?.id
    if (one.kind === 'group_session' && group_id !== undefined)
      await tx
        .insertInto('group_session')
        .values({ ...of, group_id, ordinal: i })
        .execute()
    if (one.kind === 'case_opening')
      await tx
        .insertInto('case_file')
        .values({ ...own(), opening_service_id: written.id, number: `GA${i}`, state: one.state, closed_on: dated(one.day) })
        .execute()
    if (one.kind === 'goods_receipt')
      await tx
        .insertInto('goods_lot')
        .values({ ...of, project_id: projectId, number: `WZ${i % 3}`, item: '米', quantity: one.quantity ?? 0 })
        .execute()
    if (one.kind === 'hand_out')
      await tx
        .insertInto('goods_hand_out')
        .values({ ...of, lot_number: `WZ${i % 3}` })
        .execute()
  }
  for (const { person, phase, score, day } of plan.scores) {
    const person_id = persons[person]?.id
    if (person_id === undefined) continue
    await tx
      .insertInto('assessment')
      .values({
        ...own(),
        person_id,
        recorded_person_id: person_id,
        occasion: null,
        phase,
        scale: 'GDS-15',
        scale_version: '1',
        score,
        day: dated(day),
        community_code: communities[1],
      })
      .execute()
  }
  for (const number of plan.families)
    await tx
      .insertInto('volunteer_family')
      .values({ ...own(), number: `JT${number}`, community_code: communities[1] })
      .execute()
  for (const [i, { received, remaining }] of plan.lots.entries())
    await tx
      .insertInto('goods_stock_count')
      .values({ ...own(), lot_number: `WZ${i}`, received, handed_out: 1, remaining, damaged: 0 })
      .execute()
  for (const fen of plan.expenses)
    await tx
      .insertInto('expense')
      .values({ ...own(), spent_on: daySchema.parse('2024-12-31'), amount_fen: fen })
      .execute()
}
