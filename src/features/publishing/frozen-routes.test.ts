import { sql } from 'kysely'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProjectId } from '../../kernel/ids.ts'
import {
  addPersons,
  addServices,
  register,
  testAttendance,
  testPerson,
  testService,
  type TestPerson,
  type TestService,
} from '../../testing/ledger.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { correctService, changeAttendance, openService } from '../ledger/schema.ts'
import { mergePeople } from '../merging/schema.ts'
import { frozenIdSchema, frozenSetIdSchema, type FrozenFigureId } from './figure-record-schema.ts'
import {
  correctFrozen,
  freezeFigures,
  listFrozenFigures,
  listFrozenSets,
  openFrozen,
  openFrozenMembers,
  showDrift,
  verifyFrozen,
} from './frozen-schema.ts'

const here = community('旭东社区')
const there = community('永华社区')
const newSet = () => frozenSetIdSchema.parse(v7())
const newFigure = () => frozenIdSchema.parse(v7())

let house: TestHouse
let manager: Caller
let bureau: Caller
let projectId: ProjectId
let persons: TestPerson[]
let services: TestService[]

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here, there])
  persons = ['王秀云', '张忠清', '李桂兰', '赵德海', '孙玉芬', '周长贵'].map((name, i) =>
    testPerson(name, { communityCode: i < 4 ? here : there }),
  )
  const at = (day: string, who: readonly number[], more: Partial<TestService> = {}) =>
    testService('activity', day, { communityCode: here, attended: who.map((i) => testAttendance(persons[i] ?? null)), ...more })
  services = [at('2024-10-08', [0, 1, 2]), at('2024-11-08', [1, 2, 3]), at('2025-01-22', [4], { communityCode: there })]
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, persons)
    await register(tx, house.tenantId, projectId, 'elder', persons)
    await addServices(tx, house.tenantId, projectId, services)
  })
  manager = await house.signedIn([{ role: 'manager', projectId }])
  bureau = await house.signedIn([{ role: 'bureau' }])
})
afterAll(() => house.close())

const freeze = async (title: string) => {
  const id = newSet()
  return manager.ask(freezeFigures, { id, projectId, purpose: 'monthly', title })
}

async function figureOf(setId: string, measure: 'direct_persons' | 'attendances' | 'activities'): Promise<FrozenFigureId> {
  const { rows } = await manager.ask(listFrozenFigures, { setId: frozenSetIdSchema.parse(setId), measure })
  const [row] = rows
  if (row === undefined) throw new Error('Not frozen.')
  return row.record.id
}

const nth = <T>(list: readonly T[], index: number): T => {
  const found = list[index]
  if (found === undefined) throw new Error('Not there.')
  return found
}

async function correct(service: TestService, change: object): Promise<void> {
  const { version } = await manager.ask(openService, { id: service.id })
  await manager.ask(correctService, { id: service.id, version, reason: '核对签到表', ...change })
}

test('a report’s figures are frozen in one step, whole and by community and month, and agree with the ledger', async () => {
  const made = await freeze('十月月报')
  expect(made.lastSeq - made.firstSeq + 1).toBe(made.figures)
  const { rows, set } = await manager.ask(listFrozenFigures, { setId: made.id, cells: true, measure: 'direct_persons' })
  expect(set).toMatchObject({ title: '十月月报', purpose: 'monthly', figures: made.figures })
  expect(rows.map(({ record }) => [record.scopeText.zh, record.value])).toEqual(
    expect.arrayContaining([
      ['整个项目', 5],
      ['旭东社区', 4],
      ['永华社区', 1],
      ['2024年10月', 3],
    ]),
  )
  expect(rows.every(({ record, now }) => now === record.value)).toBe(true)
  const whole = rows.find(({ record }) => Object.keys(record.at).length === 0)
  expect(whole?.record).toMatchObject({ measure: 'direct_persons', version: 1, members: { sort: 'person', count: 5 }, estimate: null })
  expect(JSON.stringify(whole?.record)).not.toContain(nth(persons, 0).id)
  expect((await manager.ask(listFrozenSets, { projectId })).rows.map(({ title }) => title)).toContain('十月月报')
})

test('freezes at the same time stand one after another in one chain', async () => {
  const made = await Promise.all(Array.from({ length: 6 }, (_, i) => freeze(`同时定稿${i}`)))
  const spans = made.map(({ firstSeq, lastSeq }) => [firstSeq, lastSeq] as const).toSorted(([a], [b]) => a - b)
  for (const [i, [first]] of spans.entries()) if (i > 0) expect(first).toBe((spans[i - 1]?.[1] ?? 0) + 1)
  expect(await bureau.ask(verifyFrozen, {})).toMatchObject({ broken: null, figures: spans.at(-1)?.[1] })
})

test('the app’s role can neither change nor delete what was frozen', async () => {
  await freeze('改不动的')
  for (const table of ['frozen_figure', 'frozen_set', 'frozen_members'])
    for (const attempt of [`delete from ${table}`, `update ${table} set tenant_id = tenant_id`, `truncate ${table}`])
      await expect(house.write((tx) => sql.raw(attempt).execute(tx))).rejects.toThrow(/permission denied/)
})

test('who was counted can be opened by those entitled, masked where names are not seen, under the file they were merged into', async () => {
  const made = await freeze('名单')
  const id = await figureOf(made.id, 'direct_persons')
  const [kept, merged] = [nth(persons, 0), nth(persons, 2)]
  const mergeId = v7()
  await manager.ask(mergePeople, { id: mergeId, keptId: kept.id, mergedId: merged.id, reason: '同一人两份档案' })
  const list = await manager.ask(openFrozenMembers, { id })
  expect(list).toMatchObject({ sort: 'person', intact: true, inside: 5, outside: 0 })
  const row = list.rows.find(({ person }) => person === merged.name)
  expect(row).toMatchObject({ personId: kept.id, mergedInto: { id: kept.id, name: kept.name } })
  expect((await bureau.ask(openFrozenMembers, { id })).rows.every(({ person }) => person?.includes('*') === true)).toBe(true)
  const worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: there }])
  expect(await worker.ask(openFrozenMembers, { id })).toMatchObject({ inside: 1, outside: 4 })

  const drift = await manager.ask(showDrift, { id })
  expect(drift).toMatchObject({ frozen: 5, now: 4, came: [], changed: [] })
  expect(drift.went).toMatchObject([{ person: merged.name, reason: 'merged', said: '同一人两份档案' }])
})

test('what moved since is said with its reason: late, cancelled, another day, another part, removed', async () => {
  const [cancelled, moved] = [
    testService('activity', '2024-12-01', {
      communityCode: here,
      attended: [testAttendance(nth(persons, 3)), testAttendance(nth(persons, 5))],
    }),
    testService('activity', '2024-12-08', { communityCode: here, attended: [testAttendance(nth(persons, 1))] }),
  ]
  await house.write((tx) => addServices(tx, house.tenantId, projectId, [cancelled, moved]))
  const made = await freeze('变动')
  const activities = await figureOf(made.id, 'activities')
  const attendances = await figureOf(made.id, 'attendances')
  await correct(cancelled, { status: 'cancelled' })
  await correct(moved, { day: '2025-06-01' })
  const late = testService('activity', '2025-02-01', { communityCode: here, attended: [testAttendance(nth(persons, 5))] })
  await house.write((tx) => addServices(tx, house.tenantId, projectId, [late]))
  const first = nth(services, 0)
  const { version, attended } = await manager.ask(openService, { id: first.id })
  await manager.ask(changeAttendance, { id: first.id, version, remove: [nth(attended, 0).id], reason: '当天没来' })

  const drift = await manager.ask(showDrift, { id: activities })
  expect(drift.came.map(({ serviceId, reason }) => [serviceId, reason])).toEqual([[late.id, 'late']])
  expect(new Map(drift.went.map(({ serviceId, reason }) => [serviceId, reason]))).toEqual(
    new Map([
      [cancelled.id, 'cancelled'],
      [moved.id, 'date'],
    ]),
  )
  expect(drift.went.every(({ said }) => said === '核对签到表')).toBe(true)
  const people = await manager.ask(showDrift, { id: attendances })
  expect(people.went.map(({ reason }) => reason).toSorted()).toEqual(['cancelled', 'cancelled', 'date', 'removed'])
})

test('a correction is a new figure of today that says why and what was said before; the earlier one stays', async () => {
  const made = await freeze('更正前')
  const id = await figureOf(made.id, 'attendances')
  const before = await manager.ask(openFrozen, { id })
  const asked = (of: FrozenFigureId) => ({ id: of, newId: newFigure(), setId: newSet(), reason: 'late' as const, note: '补录一月签到表' })
  expect((await manager.refused(correctFrozen, asked(id))).code).toBe('frozen.unmoved')
  const late = testService('activity', '2025-03-01', { communityCode: here, attended: [testAttendance(nth(persons, 1))] })
  await house.write((tx) => addServices(tx, house.tenantId, projectId, [late]))
  const input = asked(id)
  const corrected = await manager.ask(correctFrozen, input)
  expect(corrected.value).toBe((before.record.value ?? 0) + 1)
  const after = await manager.ask(openFrozen, { id })
  expect(after).toMatchObject({ record: before.record, hash: before.hash, correctedBy: { id: input.newId, value: corrected.value } })
  expect(after.corrections[0]?.record.corrects).toMatchObject({
    id,
    value: before.record.value,
    hash: before.hash,
    reason: 'late',
    note: '补录一月签到表',
  })
  expect((await manager.refused(correctFrozen, asked(id))).code).toBe('frozen.corrected')
  expect(await bureau.ask(verifyFrozen, {})).toMatchObject({ broken: null })
})

test('whatever the database’s owner changes, verification names the first figure that is not what was frozen', async () => {
  const made = await freeze('动过手脚')
  const owner = new Client({ connectionString: house.ownerUrl })
  await owner.connect()
  const seq = made.firstSeq + 2
  for (const table of frozenTables) await owner.query(`create table kept_${table} as select * from ${table}`)
  const attempts: [string, string][] = [
    [`update frozen_figure set body = replace(body, '"value":', '"value":1') where seq = ${seq}`, 'hash'],
    [`update frozen_figure set measure = 'sessions' where seq = ${seq}`, 'columns'],
    [`update frozen_figure set hash = repeat('a', 64) where seq = ${seq}`, 'hash'],
    [
      `update frozen_members set members = members || ' ' where sha256 = (select members_sha256 from frozen_figure where seq = ${seq})`,
      'members',
    ],
    [`update frozen_set set title = title || '。' where first_seq = ${made.firstSeq}`, 'set'],
    [`delete from frozen_figure where seq = ${seq}`, 'missing'],
    [`delete from frozen_figure where seq = ${made.lastSeq}`, 'missing'],
    [
      `with gone as (delete from frozen_set where first_seq = ${made.firstSeq}) delete from frozen_figure where seq >= ${made.firstSeq}`,
      'missing',
    ],
  ]
  for (const [attempt, fault] of attempts) {
    await owner.query('begin; set local session_replication_role = replica')
    expect((await owner.query(attempt)).rowCount, attempt).toBeGreaterThan(0)
    await owner.query('commit')
    expect((await bureau.ask(verifyFrozen, {})).broken?.fault, attempt).toBe(fault)
    await owner.query('begin; set local session_replication_role = replica')
    for (const table of frozenTables) await owner.query(`delete from ${table}; insert into ${table} select * from kept_${table}`)
    await owner.query('commit')
  }
  await owner.end()
  expect(await bureau.ask(verifyFrozen, {})).toMatchObject({ broken: null })
}, 60_000)

const frozenTables = ['frozen_figure', 'frozen_set', 'frozen_members']
