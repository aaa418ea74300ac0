import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { addDays, daySchema, type Day } from '../../kernel/day.ts'
import { attendanceIdSchema, serviceIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPersons, addServices, register, testAttendance, testPerson, testService, type TestPerson } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { listNotices } from '../identity/notice-schema.ts'
import { showFigures } from '../measures/schema.ts'
import { listServicesOfPerson } from '../ledger/schema.ts'
import { cancelVisit, correctVisit, openVisit, recordVisit, showVisitsOfPerson } from './record-schema.ts'
import {
  assignVisits,
  closeEscalation,
  decideTier,
  listDuty,
  listRateMembers,
  saveSettings,
  showRates,
  showUnreached,
  takeStep,
  withdrawTier,
} from './schema.ts'
import { defaultSettings, showSchema } from './visit-schema.ts'

let house: TestHouse
let project: ProjectId
let worker: Caller
let supervisor: Caller
let manager: Caller
let bureau: Caller
const [here, there] = [community('旭东社区'), community('永华社区')]
const last = daySchema.parse('2025-05-01')
const ago = (days: number): Day => addDays(last, -days)
const [wang, zhang, li, zhao] = [
  testPerson('王秀云', { communityCode: here, labels: ['DJ', 'SN'] }),
  testPerson('张忠清', { communityCode: here, labels: ['DB'] }),
  testPerson('李桂兰', { communityCode: there, labels: ['LS'] }),
  testPerson('赵玉梅', { communityCode: there }),
]

beforeAll(async () => {
  house = await openTestHouse()
  project = await addProjectTo(house, [here, there])
  worker = await house.signedIn([{ role: 'socialWorker', projectId: project, communityCode: here }])
  supervisor = await house.signedIn([{ role: 'supervisor', projectId: project }])
  manager = await house.signedIn([{ role: 'manager', projectId: project }])
  bureau = await house.signedIn([{ role: 'bureau' }])
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, [wang, zhang, li, zhao])
    await register(tx, house.tenantId, project, 'elder', [wang, zhang, li, zhao])
    await addServices(tx, house.tenantId, project, [
      testService('home_visit', ago(2), { communityCode: here, attended: [testAttendance(zhang)] }),
      testService('hand_out', ago(100), { communityCode: there, attended: [testAttendance(li)] }),
    ])
  })
})
afterAll(() => house.close())

const visit = (people: readonly [TestPerson, boolean][], more: object = {}) => ({
  id: serviceIdSchema.parse(v7()),
  projectId: project,
  communityCode: here,
  day: last,
  startsAt: '09:30',
  minutes: 20,
  means: 'door' as const,
  informant: null,
  worker: '钱进',
  people: people.map(([person, seen]) => ({ id: attendanceIdSchema.parse(v7()), personId: person.id, seen })),
  checks: {},
  deeds: [],
  problems: [],
  note: null,
  ...more,
})
const standing = async (person: TestPerson) =>
  (await supervisor.ask(listDuty, { projectId: project, show: 'all' })).rows.find((row) => row.personId === person.id)
const names = async (caller: Caller, show: 'overdue' | 'escalated' | 'silent') =>
  (await caller.ask(listDuty, { projectId: project, show })).rows.map((row) => row.name)

describe('whom have we not reached', () => {
  test('is asked of the last day of a project that has ended, and each number is as long as its list', async () => {
    for (const caller of [supervisor, worker, bureau]) {
      const overview = await caller.ask(showUnreached, { projectId: project })
      expect(overview).toMatchObject({ asOf: last, ended: true })
      for (const show of showSchema.options)
        expect((await caller.ask(listDuty, { projectId: project, show })).total).toBe(overview.counts[show])
    }
    expect(await names(supervisor, 'overdue')).toEqual(['王秀云', '赵玉梅', '李桂兰'])
    expect(await names(supervisor, 'silent')).toEqual(['王秀云', '李桂兰'])
  })

  test('a worker sees the elders of their community, the bureau nobody’s name', async () => {
    expect(await names(worker, 'overdue')).toEqual(['王秀云'])
    expect(await names(bureau, 'overdue')).toEqual(['王**', '赵**', '李**'])
  })

  test('a worker may be named for elders, and they are listed by them', async () => {
    await worker.ask(assignVisits, { projectId: project, personIds: [wang.id], worker: '钱进' })
    const { rows } = await supervisor.ask(listDuty, { projectId: project, show: 'overdue', worker: '钱进' })
    expect(rows.map(({ name, workerFrom }) => [name, workerFrom])).toEqual([['王秀云', 'assigned']])
    expect(await worker.refused(assignVisits, { projectId: project, personIds: [li.id], worker: '钱进' })).toMatchObject({ status: 403 })
  })
})

describe('a tier of risk', () => {
  test('is suggested with its reasons, decided by a person for a reason, and taken back', async () => {
    expect(await standing(wang)).toMatchObject({ tier: 'high', isDecided: false, everyDays: 3 })
    const id = v7()
    const decision = { id, projectId: project, personId: wang.id, tier: 'crisis' as const, reason: '昨夜跌倒，无人照看', reviewOn: null }
    await worker.ask(decideTier, decision)
    expect(await standing(wang)).toMatchObject({ tier: 'crisis', isDecided: true, everyDays: 1 })
    await worker.ask(withdrawTier, { id, projectId: project, personId: wang.id, reason: '定错了人' })
    expect(await standing(wang)).toMatchObject({ tier: 'high', isDecided: false })
    const shown = await worker.ask(showVisitsOfPerson, { projectId: project, personId: wang.id })
    expect(shown.suggestion.reasons.map(({ key }) => key)).toContain('alone_frail')
    expect(shown.decisions).toMatchObject([{ tier: 'crisis', suggested: 'high', withdrawnReason: '定错了人' }])
  })

  test('a review lies ahead', async () => {
    const past = { id: v7(), projectId: project, personId: wang.id, tier: 'high', reason: '独居失能', reviewOn: last }
    expect(await worker.refused(decideTier, past)).toMatchObject({ code: 'visit.reviewPast' })
  })
})

describe('a visit', () => {
  test('two attempts that meet nobody are passed on, until somebody sees the elder', async () => {
    const first = await worker.ask(recordVisit, visit([[wang, false]], { day: ago(1) }))
    expect(first).toMatchObject({ status: 'failed', escalated: [] })
    const second = await worker.ask(recordVisit, visit([[wang, false]]))
    expect(second.escalated).toEqual(['王秀云'])
    expect(await names(supervisor, 'escalated')).toEqual(['王秀云'])
    const notices = async () => (await supervisor.ask(listNotices, { show: 'open' })).rows.map(({ given }) => given['name'])
    expect(await notices()).toEqual(['王秀云'])
    const open = (await standing(wang))?.escalation
    if (open === undefined || open === null) throw new Error('Nothing was opened.')
    await worker.ask(takeStep, { id: v7(), escalationId: open.id, step: 'neighbour', said: '上午见她下楼' })
    expect((await standing(wang))?.escalation?.steps).toEqual(['neighbour'])
    expect(await names(supervisor, 'overdue')).toContain('王秀云')

    const seen = visit([[wang, true]])
    await worker.ask(recordVisit, seen)
    expect(await names(supervisor, 'escalated')).toEqual([])
    expect(await names(supervisor, 'overdue')).not.toContain('王秀云')

    expect(await notices()).toEqual([])
    await worker.ask(cancelVisit, { id: seen.id, version: 1, reason: '记错了人' })
    expect(await names(supervisor, 'escalated')).toEqual(['王秀云'])
    const again = (await standing(wang))?.escalation
    await supervisor.ask(closeEscalation, { id: again?.id ?? '', outcome: 'hospital', said: '女儿说已住院' })
    expect(await names(supervisor, 'escalated')).toEqual([])
    const { escalations } = await worker.ask(showVisitsOfPerson, { projectId: project, personId: wang.id })
    expect(escalations.map(({ outcome }) => outcome).toSorted()).toEqual(['hospital', 'seen'])
    expect(escalations.flatMap(({ steps }) => steps.map(({ said }) => said))).toEqual(['上午见她下楼'])
  })

  test('to two of one household is one service, with those seen served; the figures move by it once', async () => {
    const figure = async (key: string) => {
      const { figures } = await manager.ask(showFigures, { projectId: project })
      return figures.find((one) => one.key === key)?.value
    }
    const before = [await figure('visits_door'), await figure('visit_attendances'), await figure('visits_failed')]
    const both = visit(
      [
        [wang, true],
        [zhang, false],
      ],
      {
        checks: { health: true, utilities: false },
        problems: [
          {
            id: v7(),
            item: 'utilities',
            personId: null,
            urgency: 'urgent',
            found: '灶台胶管开裂',
            handled: '当场关阀',
            referredTo: 'community',
          },
        ],
        note: '胶管要换',
      },
    )
    await worker.ask(recordVisit, both)
    expect([await figure('visits_door'), await figure('visit_attendances'), await figure('visits_failed')]).toEqual(
      before.map((value, at) => (value ?? 0) + (at === 2 ? 0 : 1)),
    )
    const opened = await worker.ask(openVisit, { id: both.id })
    expect(opened).toMatchObject({ status: 'held', note: '胶管要换', problems: [{ found: '灶台胶管开裂', handled: '当场关阀' }] })
    expect(opened.people.map(({ name, seen }) => [name, seen])).toEqual(
      expect.arrayContaining([
        ['王秀云', true],
        ['张忠清', false],
      ]),
    )
    expect((await supervisor.ask(showUnreached, { projectId: project })).urgentProblems).toBe(1)

    const masked = await bureau.ask(openVisit, { id: both.id })
    expect(masked).toMatchObject({ note: null, isReadable: false, problems: [{ found: null, handled: null }] })
    const stored = await house.write(async (tx) => JSON.stringify(await tx.selectFrom('visit_problem').selectAll().execute()))
    expect(stored).not.toContain('胶管')

    // It turns out that the other was seen, by telephone.
    const { id, projectId: _project, ...rest } = both
    const people = both.people.map((person) => ({ ...person, id: attendanceIdSchema.parse(v7()), seen: person.personId === zhang.id }))
    await worker.ask(correctVisit, { ...rest, id, version: 1, people, means: 'phone', checks: {}, problems: [], reason: '记反了' })
    expect(await worker.ask(openVisit, { id })).toMatchObject({ kind: 'phone_visit', version: 2, problems: [] })
    const { rows } = await worker.ask(listServicesOfPerson, { personId: wang.id })
    expect(rows.some((row) => row.id === id)).toBe(false)
    expect([await figure('visits_door'), await figure('visit_attendances')]).toEqual(before.slice(0, 2))
    const kept = await house.write(async (tx) => tx.selectFrom('visit_version').select('version').where('service_id', '=', id).execute())
    expect(kept).toEqual([{ version: 1 }])
    expect(await worker.refused(correctVisit, { ...rest, id, version: 1, people, means: 'phone', reason: '再改一次' })).toMatchObject({
      status: 409,
    })
  })

  test('told by a neighbour counts as looked in on, and as no visit of the project', async () => {
    const told = visit([[zhao, true]], { communityCode: there, means: 'neighbour', informant: '对门刘婶' })
    await supervisor.ask(recordVisit, told)
    expect((await standing(zhao))?.lastLook).toMatchObject({ kind: 'look_in', means: 'neighbour' })
  })

  test('is not recorded for somebody elsewhere, nor with everything in order where nobody was met', async () => {
    expect(await worker.refused(recordVisit, visit([[li, true]], { communityCode: there }))).toMatchObject({ status: 403 })
    expect(await worker.refused(recordVisit, visit([[wang, false]], { checks: { health: true } }))).toMatchObject({
      code: 'visit.unseenChecked',
    })
  })
})

describe('a project’s settings', () => {
  test('change the lists at once, and are a manager’s alone', async () => {
    const settings = { ...defaultSettings, tiers: { ...defaultSettings.tiers, general: { everyDays: 200, faceDays: null } } }
    expect(await supervisor.refused(saveSettings, { projectId: project, version: 0, settings })).toMatchObject({ status: 403 })
    expect(await names(supervisor, 'overdue')).toContain('李桂兰')
    await manager.ask(saveSettings, { projectId: project, version: 0, settings })
    expect(await names(supervisor, 'overdue')).not.toContain('李桂兰')
    expect(await manager.refused(saveSettings, { projectId: project, version: 0, settings })).toMatchObject({ status: 409 })
  })

  test('the monthly rate of a community is as long as its list', async () => {
    const { cells } = await supervisor.ask(showRates, { projectId: project })
    for (const { month, communityCode, registered, visited } of cells) {
      if (communityCode === null) continue
      const of = { projectId: project, month, communityCode }
      expect((await supervisor.ask(listRateMembers, of)).rows.length).toBe(registered)
      expect((await supervisor.ask(listRateMembers, { ...of, visited: true })).rows.length).toBe(visited)
    }
    expect(cells.some(({ visited }) => visited > 0)).toBe(false)
  })
})
