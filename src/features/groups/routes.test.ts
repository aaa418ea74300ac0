import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { attendanceIdSchema, serviceIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPersons, register, testPerson } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { showFigures } from '../measures/schema.ts'
import type { Mark } from './group-schema.ts'
import {
  addMembers,
  cancelSession,
  keepRoll,
  leaveGroup,
  listGroups,
  openGroup,
  openSession,
  resolveMember,
  saveGroup,
  saveRecord,
  saveSession,
  saveSummary,
} from './schema.ts'

let house: TestHouse
let project: ProjectId
let worker: Caller
let manager: Caller
let bureau: Caller
const here = community('旭东社区')
const people = ['王秀云', '张忠清', '李桂兰'].map((name) => testPerson(name, { communityCode: here }))
const group = v7()
const sessions = [1, 2, 3].map(() => serviceIdSchema.parse(v7()))

beforeAll(async () => {
  house = await openTestHouse()
  project = await addProjectTo(house, [here])
  worker = await house.signedIn([{ role: 'socialWorker', projectId: project, communityCode: here }])
  manager = await house.signedIn([{ role: 'manager', projectId: project }])
  bureau = await house.signedIn([{ role: 'bureau' }])
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, people)
    await register(tx, house.tenantId, project, 'elder', people)
  })
})
afterAll(() => house.close())

const plan = {
  id: group,
  version: 0,
  number: 'XZ-01',
  name: '心有光芒',
  nature: '支持',
  communityCode: here,
  worker: '钱社工',
  theory: '社会支持理论',
  goal: '缓解孤独',
  aims: ['认识彼此', '说出心事'],
  criteria: '独居老人',
  size: 8,
  frequency: '每周一次',
  place: '活动室',
  recruiting: null,
  budget: null,
  risks: '防滑',
  evaluation: 'GDS-15 前后测',
}
const figure = async (key: string) =>
  (await manager.ask(showFigures, { projectId: project })).figures.find((one) => one.key === key)?.value ?? 0
const figures = async () => [
  await figure('groups'),
  await figure('group_sessions'),
  await figure('group_members'),
  await figure('group_attendances'),
]
const opened = () => worker.ask(openGroup, { id: group })

async function roll(at: number, marks: readonly Mark[], more: { version?: number; reason?: string } = {}) {
  const { members } = await opened()
  const serviceId = sessions[at] ?? serviceIdSchema.parse(v7())
  return {
    serviceId,
    version: more.version ?? 1,
    marks: people.flatMap((person, n) => {
      const [member, mark] = [members.find(({ personId }) => personId === person.id), marks[n]]
      return member === undefined || mark === undefined ? [] : [{ memberId: member.id, attendanceId: attendanceIdSchema.parse(v7()), mark }]
    }),
    phase: 'beginning' as const,
    reason: more.reason ?? null,
  }
}

test('a group is planned, its members join in one step, and nothing counts before a session is held', async () => {
  await worker.ask(saveGroup, { ...plan, projectId: project })
  const added = await worker.ask(addMembers, { groupId: group, members: people.map(({ id }) => ({ id: v7(), personId: id })), on: null })
  expect(added).toEqual({ added: 3 })
  expect(await worker.ask(addMembers, { groupId: group, members: people.map(({ id }) => ({ id: v7(), personId: id })), on: null })).toEqual(
    { added: 0 },
  )
  for (const [at, serviceId] of sessions.entries())
    await worker.ask(saveSession, {
      groupId: group,
      serviceId,
      version: 0,
      ordinal: at + 1,
      day: `2025-01-${10 + at}`,
      startsAt: '09:30',
      minutes: 60,
      place: null,
      topic: '相识',
      goal: null,
      parts: [{ minutes: 10, content: '破冰', materials: '名牌', who: '社工' }],
      reason: null,
    })
  expect(await figures()).toEqual([0, 0, 0, 0])
  expect((await opened()).sessions.map(({ status }) => status)).toEqual(['planned', 'planned', 'planned'])
})

test('a roll writes a session to the ledger once: late and early count, leave and absence do not', async () => {
  await worker.ask(keepRoll, await roll(0, ['present', 'late', 'absent']))
  expect(await figures()).toEqual([1, 1, 2, 2])
  await worker.ask(keepRoll, await roll(1, ['left_early', 'excused', 'excused']))
  expect(await figures()).toEqual([1, 2, 2, 3])
  const { rolled, members } = await opened()
  expect(rolled).toMatchObject({ held: 2, planned: 3, attendances: 3 })
  expect(rolled.averageRate).toBeCloseTo(0.5)
  expect(members.filter(({ isAbsentTwice }) => isAbsentTwice).map(({ name }) => name)).toEqual(['李桂兰'])
  expect((await worker.ask(listGroups, { projectId: project })).rows).toMatchObject([{ held: 2, members: 3, absentTwice: 1 }])
})

test('a roll kept wrong is corrected for a reason, and the figures follow', async () => {
  expect(await worker.refused(keepRoll, await roll(0, ['present', 'absent', 'present'], { version: 2 }))).toMatchObject({
    code: 'groups.reason',
  })
  await worker.ask(keepRoll, await roll(0, ['present', 'absent', 'present'], { version: 2, reason: '点错了人' }))
  expect(await figures()).toEqual([1, 2, 2, 3])
  expect((await opened()).members.filter(({ isAbsentTwice }) => isAbsentTwice).map(({ name }) => name)).toEqual(['张忠清'])
  expect(await worker.refused(keepRoll, await roll(0, ['present'], { version: 2, reason: '又改' }))).toMatchObject({ status: 409 })
})

test('a session that is cancelled counts nowhere, and can be planned again', async () => {
  const serviceId = sessions[1] ?? serviceIdSchema.parse(v7())
  await worker.ask(cancelSession, { serviceId, version: 2, cancelled: true, reason: '大雪' })
  expect(await figures()).toEqual([1, 1, 2, 2])
  await worker.ask(cancelSession, { serviceId, version: 3, cancelled: false, reason: '改回来' })
  await worker.ask(keepRoll, await roll(1, ['present', 'present', 'present'], { version: 4 }))
  expect(await figures()).toEqual([1, 2, 3, 5])
})

test('a process record is sealed, and nobody’s at the bureau', async () => {
  const serviceId = sessions[0] ?? serviceIdSchema.parse(v7())
  const record = {
    course: '大家自我介绍',
    performance: '王秀云说起老伴落泪',
    dynamics: null,
    intervention: null,
    reached: null,
    review: null,
    next: null,
  }
  await worker.ask(saveRecord, { serviceId, recordVersion: 0, record })
  expect(await worker.ask(openSession, { serviceId })).toMatchObject({ record, recordVersion: 1 })
  expect(await bureau.ask(openSession, { serviceId })).toMatchObject({ record: null, isReadable: false })
  expect(await worker.refused(saveRecord, { serviceId, recordVersion: 0, record })).toMatchObject({ status: 409 })
  const { rows } = await house.write(async (tx) => ({ rows: await tx.selectFrom('group_session').selectAll().execute() }))
  expect(JSON.stringify(rows)).not.toContain('老伴')
})

test('before and after are compared, and the summary says what the counts do not', async () => {
  await house.write(async (tx) => {
    for (const [phase, score] of [
      ['before', 11],
      ['after', 5],
    ] as const)
      await tx
        .insertInto('assessment')
        .values({
          tenant_id: house.tenantId,
          id: v7(),
          project_id: project,
          person_id: people[0]?.id ?? '',
          recorded_person_id: people[0]?.id ?? '',
          occasion: 'XZ-01',
          phase,
          scale: 'GDS-15',
          scale_version: '1',
          score,
        })
        .execute()
  })
  expect((await opened()).scores).toEqual([{ scale: 'GDS-15', pairs: 1, before: 11, after: 5 }])
  const summary = {
    id: group,
    version: 1,
    answers: 3,
    satisfied: 3,
    achieved: '都认识了',
    reflection: '时间略紧',
    costFen: 12_000,
    closedOn: null,
  }
  expect(await worker.refused(saveSummary, { ...summary, satisfied: 4 })).toMatchObject({ code: 'groups.satisfied' })
  await worker.ask(saveSummary, summary)
  expect((await opened()).summary).toMatchObject({ answers: 3, achieved: '都认识了' })
  expect(await worker.refused(saveGroup, { ...plan, projectId: project, id: v7() })).toMatchObject({ code: 'groups.numberTaken' })
})

test('a member who leaves is on no later roll, and may come back', async () => {
  const member = (await opened()).members.find(({ name }) => name === '张忠清')
  if (member === undefined) throw new Error('No such member.')
  await worker.ask(leaveGroup, { groupId: group, memberId: member.id, on: '2025-01-12', reason: '迁走' })
  await worker.ask(keepRoll, { ...(await roll(2, ['present', 'absent', 'present'])) })
  expect((await opened()).members.find(({ id }) => id === member.id)).toMatchObject({ leftOn: '2025-01-12', isAbsentTwice: false })
  await worker.ask(leaveGroup, { groupId: group, memberId: member.id, on: null, reason: '又回来了' })
  expect((await opened()).members.find(({ id }) => id === member.id)).toMatchObject({ leftOn: null })
})

test('a member of whom only a name was written is marked like the others, and once it is said who it is, the rolls are theirs', async () => {
  const [own, serviceId, memberId] = [v7(), serviceIdSchema.parse(v7()), v7()]
  const [person] = people
  if (person === undefined) throw new Error('Nobody is there.')
  await worker.ask(saveGroup, { ...plan, id: own, number: 'XZ-09', projectId: project })
  const { tenantId } = house
  await house.write((tx) =>
    tx.insertInto('group_member').values({ tenant_id: tenantId, id: memberId, group_id: own, written_name: '王大娘' }).execute(),
  )
  const session = {
    ordinal: 1,
    day: '2025-02-10',
    startsAt: null,
    minutes: 60,
    place: null,
    topic: null,
    goal: null,
    parts: [],
    reason: null,
  }
  await worker.ask(saveSession, { ...session, groupId: own, serviceId, version: 0 })
  const marked = (mark: Mark, version: number, reason: string | null) =>
    worker.ask(keepRoll, {
      serviceId,
      version,
      marks: [{ memberId, attendanceId: attendanceIdSchema.parse(v7()), mark }],
      phase: null,
      reason,
    })
  const [persons, attendances] = [await figure('group_members'), await figure('group_attendances')]
  expect(await marked('present', 1, null)).toMatchObject({ present: 1 })
  const of = async () => (await worker.ask(openGroup, { id: own })).members
  expect(await of()).toMatchObject([{ personId: null, name: '王大娘', marks: [{ mark: 'present' }] }])
  expect([await figure('group_members'), await figure('group_attendances')]).toEqual([persons, attendances + 1])
  expect(await marked('absent', 2, '点错了')).toMatchObject({ present: 0 })
  expect(await figure('group_attendances')).toBe(attendances)
  await marked('present', 3, '来了，晚一点')
  expect(await worker.ask(resolveMember, { groupId: own, memberId, personId: person.id })).toEqual({ attendances: 1 })
  expect(await of()).toMatchObject([{ personId: person.id, marks: [{ mark: 'present' }] }])
  expect(await figure('group_attendances')).toBe(attendances + 1)
  expect((await worker.refused(resolveMember, { groupId: own, memberId, personId: person.id })).status).toBe(404)
  const other = v7()
  await house.write((tx) =>
    tx.insertInto('group_member').values({ tenant_id: tenantId, id: other, group_id: own, written_name: '王婶' }).execute(),
  )
  expect((await worker.refused(resolveMember, { groupId: own, memberId: other, personId: person.id })).code).toBe('groups.memberAlready')
})
