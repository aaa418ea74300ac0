import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { addHousehold, addPersons, addServices, register, testAttendance, testPerson, testService } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import type { MeasureKey } from './measure-schema.ts'
import type { Dimension, Scope } from './scope-schema.ts'
import { listFigures } from './store.ts'

// 张桂兰 and 李秀英 live in 旌旗社区, 王德福 in 秃尾村; 王德福 is looked after by 王小梅, who is on no register of elders.
const [jingqi, tuwei] = [community('旌旗社区'), community('秃尾村')]
const zhang = testPerson('张桂兰', { communityCode: jingqi, labels: ['DB', 'DJ'] })
const li = testPerson('李秀英', { communityCode: jingqi, labels: ['DB'] })
const wang = testPerson('王德福', { communityCode: tuwei })
const mei = testPerson('王小梅', { communityCode: tuwei })
const volunteer = testPerson('赵志愿', { communityCode: jingqi })

let house: TestHouse
let projectId: ProjectId

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [jingqi, tuwei])
  await house.write(async (tx) => {
    const t = house.tenantId
    const first = await addHousehold(tx, t, jingqi, 'H01')
    const second = await addHousehold(tx, t, tuwei, 'H02')
    await addPersons(tx, t, [
      { ...zhang, householdId: first },
      { ...li, householdId: first },
      { ...wang, householdId: second },
      mei,
      volunteer,
    ])
    await register(tx, t, projectId, 'elder', [zhang, zhang, li, wang])
    await register(tx, t, projectId, 'volunteer', [volunteer])
    const festival = testService('activity', '2024-09-17', {
      communityCode: jingqi,
      themes: ['festival', 'intergenerational'],
      unnamedCount: 40,
      attended: [
        testAttendance(zhang),
        testAttendance(zhang, { repeats: true }),
        testAttendance(wang),
        testAttendance(null),
        testAttendance(volunteer, { part: 'volunteer' }),
        testAttendance(null, { part: 'child' }),
      ],
    })
    await addServices(tx, t, projectId, [
      festival,
      testService('activity', '2024-10-11', {
        communityCode: tuwei,
        themes: ['festival'],
        attended: [testAttendance(zhang), testAttendance(wang)],
      }),
      testService('activity', '2024-10-12', { communityCode: tuwei, status: 'cancelled', attended: [testAttendance(li)] }),
      testService('activity', '2025-06-01', { communityCode: tuwei, status: 'planned' }),
      testService('case_session', '2024-09-20', { communityCode: jingqi, attended: [testAttendance(li)] }),
      testService('case_session', '2024-09-20', { communityCode: jingqi, repeats: true, attended: [testAttendance(li)] }),
      testService('case_session', '2024-08-27', { communityCode: jingqi, attended: [testAttendance(li)] }),
      testService('case_session', '2025-05-02', { communityCode: jingqi, attended: [testAttendance(li)] }),
      testService('case_session', '2025-05-01', { communityCode: jingqi, attended: [testAttendance(li)] }),
      testService('hand_out', '2024-09-18', {
        communityCode: jingqi,
        quantity: 2.5,
        attended: [testAttendance(zhang, { householdId: first }), testAttendance(li, { householdId: first })],
      }),
      testService('hand_out', '2024-09-18', {
        communityCode: tuwei,
        quantity: 1,
        attended: [testAttendance(wang, { householdId: second })],
      }),
      testService('home_visit', '2024-11-01', { communityCode: tuwei, status: 'failed' }),
      testService('phone_visit', '2024-11-02', { communityCode: tuwei, attended: [testAttendance(mei)] }),
      testService('respite', '2024-12-01', {
        communityCode: tuwei,
        minutes: 180,
        attended: [testAttendance(wang), testAttendance(mei, { part: 'carer' })],
      }),
      testService('volunteer_shift', '2024-12-01', {
        communityCode: tuwei,
        attended: [testAttendance(volunteer, { part: 'volunteer', minutes: 100, minutesClaimed: 130 })],
      }),
      testService('volunteer_shift', '2024-12-02', {
        communityCode: tuwei,
        status: 'failed',
        attended: [testAttendance(volunteer, { part: 'volunteer', minutes: 60 })],
      }),
      testService('craft_piece', null, { communityCode: tuwei }),
    ])
    const clinic = testService('clinic_day', '2024-10-20', { communityCode: jingqi, attended: [testAttendance(zhang), testAttendance(li)] })
    await addServices(tx, t, projectId, [clinic])
    await tx
      .insertInto('reading')
      .values(
        clinic.attended.map((attended, i) => ({
          tenant_id: t,
          attendance_id: attended.id,
          systolic: i === 0 ? 182 : 130,
          danger: i === 0 ? ['pressure'] : [],
        })),
      )
      .execute()
  })
  await addDetails(house.tenantId)
})
afterAll(() => house.close())

async function addDetails(t: number): Promise<void> {
  await house.write(async (tx) => {
    const opening = testService('case_opening', '2024-09-10', { communityCode: jingqi, attended: [testAttendance(li)] })
    const refused = testService('case_opening', '2024-09-11', {
      communityCode: jingqi,
      status: 'cancelled',
      attended: [testAttendance(wang)],
    })
    const gift = testService('goods_receipt', '2024-09-02')
    const promised = testService('linkage', '2024-10-02', { status: 'planned' })
    const linked = testService('linkage', '2024-10-01')
    const day = testService('group_session', '2024-11-05', { communityCode: jingqi, attended: [testAttendance(zhang)] })
    await addServices(tx, t, projectId, [opening, refused, gift, promised, linked, day])
    const caseOf = (service: { id: typeof opening.id }, state: 'closed' | 'not_accepted', number: string) => ({
      tenant_id: t,
      id: v7(),
      project_id: projectId,
      opening_service_id: service.id,
      number,
      state,
      closed_on: daySchema.parse('2025-01-15'),
    })
    await tx
      .insertInto('case_file')
      .values([caseOf(opening, 'closed', 'GA1'), caseOf(refused, 'not_accepted', 'GA2')])
      .execute()
    const gave = (service: { id: typeof gift.id }, given: 'goods' | 'funds' | 'skill', fen: number | null) => ({
      tenant_id: t,
      id: v7(),
      service_id: service.id,
      party: 'charity' as const,
      given,
      value_fen: fen,
    })
    await tx
      .insertInto('contribution')
      .values([gave(gift, 'goods', 83_650), gave(linked, 'funds', 100_000), gave(linked, 'skill', null), gave(promised, 'funds', 5)])
      .execute()
    const groupId = v7()
    await tx.insertInto('support_group').values({ tenant_id: t, id: groupId, project_id: projectId, number: 'XZ1', name: '芳华' }).execute()
    await tx.insertInto('group_session').values({ tenant_id: t, service_id: day.id, group_id: groupId, ordinal: 1 }).execute()
    const scored = (personId: typeof li.id, phase: 'before' | 'after', score: number, occasion: string) => ({
      tenant_id: t,
      id: v7(),
      project_id: projectId,
      person_id: personId,
      recorded_person_id: personId,
      phase,
      score,
      occasion,
      scale: 'GDS-15',
      scale_version: '1',
    })
    await tx
      .insertInto('assessment')
      .values([
        scored(li.id, 'before', 11, 'GA1'),
        scored(li.id, 'after', 6, 'GA1'),
        scored(zhang.id, 'before', 8, 'GA3'),
        scored(wang.id, 'before', 4, 'GA4'),
        scored(wang.id, 'after', 51, 'GA4'),
      ])
      .execute()
    const counted = (lot: string, received: number, out: number, left: number, damaged: number) => ({
      tenant_id: t,
      id: v7(),
      project_id: projectId,
      lot_number: lot,
      received,
      handed_out: out,
      remaining: left,
      damaged,
    })
    await tx
      .insertInto('goods_stock_count')
      .values([counted('WZ1', 29, 24, 3, 2), counted('WZ2', 29, 24, 1, 2)])
      .execute()
    const family = (number: string) => ({ tenant_id: t, id: v7(), project_id: projectId, number, community_code: jingqi })
    await tx
      .insertInto('volunteer_family')
      .values([family('JT1'), family('JT1'), family('JT2')])
      .execute()
    await tx
      .insertInto('estimate_line')
      .values(
        [4140, 5350].map((value, position) => ({
          tenant_id: t,
          id: v7(),
          project_id: projectId,
          position,
          measure: 'indirect_persons',
          basis: `依据${position}`,
          value,
        })),
      )
      .execute()
  })
}

const figures = async (scope: Scope = {}, by?: readonly Dimension[]) => {
  const listed = await house.services.database.read(house.tenantId, (tx) => listFigures(tx, house.tenantId, projectId, scope, by))
  return new Map((listed ?? []).map((figure) => [figure.key, figure]))
}

test.each<[MeasureKey, number | null, string]>([
  ['direct_persons', 4, 'three elders and one carer; nobody by telephone, by a cancelled activity, by volunteering or by a refused case'],
  ['direct_times', 15, 'each time they came, and the name that nobody resolved'],
  ['indirect_persons', 9490, 'the sum of its basis lines'],
  ['register_rows', 4, 'a person entered twice is two rows'],
  ['register_persons', 3, 'and one person'],
  ['register_households', 2, 'two of them in one household'],
  ['cases', 1, 'a case not accepted is no case'],
  ['case_closed', 1, 'nor is it closed, whatever its file says'],
  ['closure_rate', 100, 'one of one'],
  ['case_persons', 1, 'once, for all her sessions'],
  ['sessions', 2, 'one typed twice counts once, two lie outside the period, the last day lies inside'],
  ['gds_pre_n', 3, 'first totals'],
  ['gds_both_n', 1, 'a total of 51 on a scale of 15 is no total'],
  ['gds_pre_mean', 11, 'of those with both'],
  ['gds_post_mean', 6, 'of those with both'],
  ['groups', 1, ''],
  ['group_members', 1, ''],
  ['activities', 2, 'neither the cancelled nor the planned one'],
  ['activities_festival', 2, ''],
  ['activities_intergenerational', 1, ''],
  ['activities_both', 1, ''],
  ['attendances', 5, 'signing in twice is one attendance; an unresolved name is one'],
  ['attendances_unresolved', 1, 'the child whose name nobody knows is no elder'],
  ['activity_people', 2, ''],
  ['sign_in_others', 2, 'a volunteer and a child'],
  ['activity_unnamed', 40, ''],
  ['clinic_people', 2, ''],
  ['clinic_danger_rows', 1, ''],
  ['goods_value', 836.5, 'yuan'],
  ['goods_lines', 2, ''],
  ['goods_units_out', 3.5, ''],
  ['goods_households', 2, 'two elders of one household are one'],
  ['goods_people', 3, ''],
  ['stock_unbalanced', 1, '29 is not 24, 1 and 2'],
  ['visits_door', 0, ''],
  ['visits_failed', 1, ''],
  ['visits_phone', 1, ''],
  ['visit_people', 0, ''],
  ['volunteers', 1, ''],
  ['volunteer_families', 2, 'a number listed twice is one family'],
  ['shifts', 1, 'a no-show is no shift'],
  ['hours_confirmed', 1.7, '100 minutes'],
  ['hours_claimed', 2.2, '130 minutes'],
  ['linkages', 1, 'a pending one is left out'],
  ['linkage_value', 1000, 'yuan, what was not valued adding nothing'],
  ['resource_cash', 1000, ''],
  ['resource_in_kind', 0, ''],
  ['craft_pieces', 1, 'undated, and still the project’s'],
  ['craft_makers', 0, 'a piece alone makes nobody a beneficiary'],
  ['respite_minutes', 180, ''],
  ['respite_carers', 1, ''],
])('%s is %s: %s', async (key, value) => {
  expect((await figures()).get(key)?.value).toBe(value)
})

test('a mean of nothing is no number, and a count of nothing is nought', async () => {
  const later = await figures({ days: { from: daySchema.parse('2025-03-01'), to: daySchema.parse('2025-03-31') } })
  expect(later.get('gds_pre_mean')?.value).toBeNull()
  expect(later.get('closure_rate')?.value).toBeNull()
  expect(later.get('sessions')?.value).toBe(0)
  expect(later.get('register_persons')?.value).toBeNull()
})

test('persons of communities and of months are each counted for themselves and do not add up', async () => {
  const direct = (await figures()).get('direct_persons')
  expect(direct?.by.community).toEqual([
    { at: jingqi, value: 3 },
    { at: tuwei, value: 3 },
  ])
  expect(direct?.by.home).toEqual([
    { at: jingqi, value: 2 },
    { at: tuwei, value: 2 },
  ])
  expect(direct?.by.month?.map(({ at, value }) => `${at} ${value}`)).toEqual([
    '2024-09 3',
    '2024-10 3',
    '2024-11 1',
    '2024-12 2',
    '2025-05 1',
  ])
})

test('a record without a day belongs to the project and to no month', async () => {
  const pieces = (await figures()).get('craft_pieces')
  expect(pieces?.by.month).toEqual([{ at: null, value: 1 }])
  expect(pieces?.by.community).toEqual([{ at: tuwei, value: 1 }])
})

test('a case is closed in the month it was closed, not in the month it was opened', async () => {
  expect((await figures()).get('case_closed')?.by.month).toEqual([{ at: '2025-01', value: 1 }])
})

test('a person with two labels is counted under each, and an elder without any under none', async () => {
  expect((await figures({}, ['label'])).get('register_persons')?.by.label).toEqual([
    { at: 'DB', value: 2 },
    { at: 'DJ', value: 1 },
    { at: null, value: 1 },
  ])
  expect((await figures({ labels: ['DB'] })).get('direct_persons')?.value).toBe(2)
})

test('a town holds all its communities, and an attendance counts where the service was', async () => {
  const town = (await figures({}, ['town'])).get('attendances')
  expect(town?.by.town).toEqual([
    { at: jingqi.slice(0, 9), value: 3 },
    { at: tuwei.slice(0, 9), value: 2 },
  ])
})

test('only whom somebody identified counts where certainty is asked', async () => {
  const sure = await figures({ certainties: ['number', 'name'] })
  expect(sure.get('attendances')?.value).toBe(4)
  expect(sure.get('attendances_unresolved')?.value).toBe(0)
  expect((await figures({ certainties: ['number'] })).get('direct_persons')?.value).toBe(0)
})

test('a project that is not there has no figures', async () => {
  const other = await house.addTenant('elsewhere')
  expect(await house.services.database.read(other, (tx) => listFigures(tx, other, projectId))).toBeUndefined()
})
