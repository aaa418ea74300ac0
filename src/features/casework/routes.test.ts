import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daySchema, type Day } from '../../kernel/day.ts'
import { attendanceIdSchema, personIdSchema, serviceIdSchema, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { openService } from '../ledger/schema.ts'
import { showFigures } from '../measures/schema.ts'
import { listNeedsOfPerson, saveNeed, settleNeed } from '../needs/schema.ts'
import { addPerson } from '../people/schema.ts'
import {
  addCase,
  assignCase,
  changeStage,
  closeCase,
  decideCase,
  listCases,
  listCasesOfPerson,
  openCase,
  saveCaseForm,
  saveCaseworkSetting,
  saveCrisis,
  signCaseForm,
  undoCaseStep,
} from './schema.ts'
import {
  changeNote,
  listReviews,
  listSupervision,
  openSession,
  recordSession,
  reviewRecord,
  saveSupervision,
  startSession,
} from './session-schema.ts'

let house: TestHouse
let worker: Caller
let supervisor: Caller
let projectId: ProjectId
const here = community('旭东社区')
const day = (text: string): Day => daySchema.parse(text)

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here, community('永华社区')])
  worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: here }])
  supervisor = await house.signedIn([{ role: 'supervisor', projectId }])
})
afterAll(() => house.close())

async function person(name: string, part: 'elder' | 'carer' = 'elder'): Promise<PersonId> {
  const id = personIdSchema.parse(v7())
  await worker.ask(addPerson, {
    id,
    name,
    projectId,
    part,
    communityCode: here,
    sex: 'female',
    birthDate: null,
    birthday: { calendar: 'solar', month: null, day: null, leap: false },
    ethnicity: null,
    phone: null,
    otherPhone: null,
    address: null,
    livingWith: null,
    householdNumber: null,
    note: null,
    idNumber: null,
    isNobodyElse: true,
  })
  return id
}

async function opened(personId: PersonId): Promise<string> {
  const id = v7()
  await worker.ask(addCase, {
    id,
    serviceId: serviceIdSchema.parse(v7()),
    projectId,
    personId,
    communityCode: here,
    on: day('2024-10-08'),
    form: { source: 'outreach', appeal: '老伴走了以后晚上睡不着' },
  })
  return id
}
const consent = { givenBy: '本人', capacity: 'self', method: 'signature', givenOn: day('2024-10-10'), witness: null } as const
const versionOf = async (id: string) => (await worker.ask(openCase, { id })).version

async function accepted(personId: PersonId): Promise<string> {
  const id = await opened(personId)
  await worker.ask(decideCase, {
    id,
    version: 1,
    accepted: true,
    on: day('2024-10-10'),
    consent,
    workerId: worker.accountId,
    supervisorId: supervisor.accountId,
  })
  return id
}
const goalId = v7()
async function agreed(personId: PersonId): Promise<string> {
  const id = await accepted(personId)
  const assessment = { problems: [{ id: v7(), text: '失眠', priority: 1 }], risk: 'watch' as const, conclusion: '中度情绪低落' }
  await worker.ask(saveCaseForm, { id, version: 2, formId: v7(), form: { kind: 'assessment', content: assessment } })
  const formId = v7()
  const plan = { overall: '睡得着、有人说话', goals: [{ id: goalId, text: '每周外出三次', baseline: '0次', target: '3次' }] }
  await worker.ask(saveCaseForm, { id, version: await versionOf(id), formId, form: { kind: 'plan', content: plan } })
  for (const party of ['elder', 'worker'] as const)
    await worker.ask(signCaseForm, {
      id,
      version: await versionOf(id),
      signatureId: v7(),
      formId,
      signature: { party, name: '某人', method: 'paper', signedOn: day('2024-10-15') },
    })
  return id
}
const session = (caseIds: string[], people: PersonId[], more: object = {}) => ({
  id: serviceIdSchema.parse(v7()),
  projectId,
  caseIds,
  day: day('2024-10-22'),
  startsAt: '09:30',
  endsAt: '10:15',
  means: 'home' as const,
  place: '家中',
  attended: people.map((personId) => ({ id: attendanceIdSchema.parse(v7()), personId, part: 'beneficiary' as const })),
  content: { facts: '老人说这周出门两次，在楼下坐了半小时。' },
  ...more,
})
const figures = async () =>
  new Map<string, number | null>((await supervisor.ask(showFigures, { projectId })).figures.map((figure) => [figure.key, figure.value]))

describe('a case from intake to closing', () => {
  test('counts in the ledger once it is accepted, with its sessions and its closing, and goes back when a step is undone', async () => {
    const before = await figures()
    const moved = async (key: string) => ((await figures()).get(key) ?? 0) - (before.get(key) ?? 0)
    const elder = await person('王秀云')
    const id = await opened(elder)
    expect(await moved('cases')).toBe(0)
    expect((await worker.refused(recordSession, session([id], [elder]))).code).toBe('case.session.intake')
    expect((await worker.refused(addCase, { ...(await newCase(elder)) })).code).toBe('case.another')
    const bad = { ...consent, method: 'spoken' as const }
    const deciding = { id, version: 1, accepted: true as const, on: day('2024-10-10'), workerId: worker.accountId, supervisorId: null }
    expect((await worker.refused(decideCase, { ...deciding, consent: bad })).errors?.[0]?.field).toBe('witness')
    await worker.ask(decideCase, { ...deciding, consent })
    expect(await moved('cases')).toBe(1)
    expect((await worker.ask(openCase, { id })).next).toMatchObject({ to: 'plan', missing: [{ zh: '还没有预估表' }] })
    const plan = { overall: '总', goals: [{ id: goalId, text: '外出' }] }
    const planForm = { kind: 'plan' as const, content: plan }
    expect((await worker.refused(saveCaseForm, { id, version: 2, formId: v7(), form: planForm })).code).toBe('case.form.plan')
    const assessment = { problems: [{ id: v7(), text: '失眠', priority: 1 }], risk: 'high' as const, conclusion: '情绪低落' }
    expect(
      await worker.ask(saveCaseForm, { id, version: 2, formId: v7(), form: { kind: 'assessment', content: assessment } }),
    ).toMatchObject({ stage: 'plan' })
    const formId = v7()
    await worker.ask(saveCaseForm, { id, version: await versionOf(id), formId, form: planForm })
    const sign = async (party: 'elder' | 'worker') =>
      worker.ask(signCaseForm, {
        id,
        version: await versionOf(id),
        signatureId: v7(),
        formId,
        signature: { party, name: '王秀云', method: 'drawn', signedOn: day('2024-10-15'), picture: 'iVBORw0KGgo=' },
      })
    expect(await sign('elder')).toMatchObject({ stage: 'plan' })
    expect(await sign('worker')).toMatchObject({ stage: 'intervention' })
    await worker.ask(recordSession, session([id], [elder]))
    expect([await moved('sessions'), await moved('case_persons')]).toEqual([1, 1])
    await worker.ask(changeStage, { id, version: await versionOf(id), to: 'evaluation', on: day('2024-12-01') })
    const closing = { reason: 'goals_met' as const, attained: [{ goalId, last: '3次', level: 'fully' as const }] }
    await worker.ask(closeCase, { id, version: await versionOf(id), formId: v7(), on: day('2024-12-20'), form: closing })
    expect(await moved('case_closed')).toBe(1)
    await worker.ask(undoCaseStep, { id, version: await versionOf(id), reason: '老人还想再来一次' })
    expect(await moved('case_closed')).toBe(0)
    const again = await worker.ask(openCase, { id })
    expect(again).toMatchObject({ stage: 'evaluation', closedOn: null, risk: 'high' })
    expect(again.steps.find((step) => step.step === 'closed')).toMatchObject({ isUndone: true, undoneWhy: '老人还想再来一次' })
  })

  test('that is not accepted does not count, says why, and can be reopened in time', async () => {
    const before = await figures()
    const id = await opened(await person('张忠清'))
    await worker.ask(decideCase, { id, version: 1, accepted: false, on: day('2024-10-11'), reason: '子女已接走照顾' })
    expect((await figures()).get('cases')).toBe(before.get('cases'))
    const found = await worker.ask(openCase, { id })
    expect(found).toMatchObject({ stage: 'not_accepted', next: null })
    expect(found.steps[0]).toMatchObject({ step: 'not_accepted', note: '子女已接走照顾' })
    await worker.ask(changeStage, { id, version: 2, to: 'reopened', on: day('2024-10-20'), reason: '又回来独居' })
    expect(await worker.ask(openCase, { id })).toMatchObject({ stage: 'assessment' })
  })

  test('suspended it takes no session; a crisis can be raised at any time and heads the list', async () => {
    const elder = await person('李桂兰')
    const id = await agreed(elder)
    const halt = { id, version: await versionOf(id), to: 'suspended' as const, on: day('2024-11-01') }
    expect((await worker.refused(changeStage, { ...halt, reason: '去女儿家' })).errors?.[0]?.field).toBe('suspendReason')
    await worker.ask(changeStage, { ...halt, reason: '去女儿家', suspendReason: 'away' })
    expect((await worker.refused(recordSession, session([id], [elder]))).code).toBe('case.suspended')
    const crisisId = v7()
    await worker.ask(saveCrisis, {
      id,
      version: await versionOf(id),
      act: 'raise',
      crisisId,
      level: 'crisis',
      on: day('2024-11-02'),
      happened: '电话里说不想活了',
      done: '已通知女儿，督导到场',
    })
    const listed = await supervisor.ask(listCases, { projectId, crisis: true })
    expect(listed.rows.map((row) => row.id)).toEqual([id])
    await worker.ask(saveCrisis, { id, version: await versionOf(id), act: 'end', crisisId, on: day('2024-11-05'), outcome: '已就医' })
    expect((await supervisor.ask(listCases, { projectId, crisis: true })).total).toBe(0)
    await worker.ask(changeStage, { id, version: await versionOf(id), to: 'resumed', on: day('2024-11-06') })
    await worker.ask(assignCase, { id, version: await versionOf(id), workerId: supervisor.accountId, supervisorId: null })
    expect((await worker.ask(listCasesOfPerson, { personId: elder })).rows).toMatchObject([{ id, suspendedOn: null }])
  })
})

test('a need becomes a goal of the plan, and the closing says that it is met and by which session', async () => {
  const [elder, other] = [await person('冯玉兰'), await person('陈桂英')]
  const needOf = (personId: PersonId) => ({
    id: v7(),
    version: 0,
    projectId,
    personId,
    domainId: null,
    priority: 'high' as const,
    assessmentId: null,
    judgement: '家访时说没人说话',
    statement: '没人说话',
    goal: '每周有人说话',
  })
  const [need, foreign] = [needOf(elder), needOf(other)]
  await worker.ask(saveNeed, need)
  await worker.ask(saveNeed, foreign)
  const id = await agreed(elder)
  const plan = async (needId: string) => ({
    id,
    version: await versionOf(id),
    formId: v7(),
    form: {
      kind: 'plan' as const,
      content: { overall: '有人说话', why: '补上需求', goals: [{ id: goalId, text: '每周有人说话', needId }] },
    },
  })
  expect((await worker.refused(saveCaseForm, await plan(foreign.id))).errors?.[0]?.field).toBe('goals')
  await worker.ask(saveCaseForm, await plan(need.id))
  const needsOf = async () => (await worker.ask(listNeedsOfPerson, { personId: elder })).rows
  expect(await needsOf()).toMatchObject([{ caseIds: [id], state: 'open' }])
  const held = session([id], [elder])
  await worker.ask(recordSession, held)
  await worker.ask(changeStage, { id, version: await versionOf(id), to: 'evaluation', on: day('2024-12-01') })
  const closing = {
    id,
    version: await versionOf(id),
    formId: v7(),
    on: day('2024-12-20'),
    form: { reason: 'goals_met' as const, attained: [{ goalId, last: '每周两次', level: 'fully' as const }] },
  }
  const settled = (serviceId: string) => ({ ...closing, needs: [{ id: need.id, version: 1, state: 'met' as const, serviceId }] })
  expect((await worker.refused(closeCase, settled(v7()))).errors?.[0]?.field).toBe('needs')
  await worker.ask(closeCase, settled(held.id))
  expect(await needsOf()).toMatchObject([{ state: 'met', settledOn: '2024-12-20', metServiceId: held.id }])
  expect((await worker.ask(openCase, { id })).needs).toMatchObject([{ statement: '没人说话', state: 'met' }])
  expect((await needsOf())[0]?.outcome).toContain('每周有人说话，每周两次，完全达成')

  const undo = async () => worker.ask(undoCaseStep, { id, version: await versionOf(id), reason: '结早了' })
  expect(await undo()).toMatchObject({ reopened: [{ id: need.id, statement: '没人说话' }], left: [] })
  expect(await needsOf()).toMatchObject([{ state: 'open', settledOn: null, metServiceId: null, outcome: null }])

  const again = { ...closing, version: await versionOf(id), formId: v7(), needs: [{ id: need.id, version: 3, state: 'met' as const }] }
  await worker.ask(closeCase, again)
  const reopened = { personId: elder, id: need.id, version: 4, state: 'open' as const, on: day('2024-12-21'), outcome: '又没人说话了' }
  await worker.ask(settleNeed, reopened)
  await worker.ask(settleNeed, { ...reopened, version: 5, state: 'notMet', outcome: '社区另有安排' })
  expect(await undo()).toMatchObject({ reopened: [], left: [{ id: need.id }] })
  expect(await needsOf()).toMatchObject([{ state: 'notMet', outcome: '社区另有安排' }])
})

const newCase = (personId: PersonId) =>
  Promise.resolve({
    id: v7(),
    serviceId: v7(),
    projectId,
    personId,
    communityCode: here,
    on: '2024-10-08',
    form: { source: 'outreach', appeal: '再来' },
  })

describe('a session', () => {
  test('is one service with everybody who was there, family apart from the elder, for several cases at once', async () => {
    const [a, b, daughter] = [await person('赵玉珍'), await person('孙玉芝'), await person('赵女儿', 'carer')]
    const [one, other] = [await agreed(a), await agreed(b)]
    const before = await figures()
    const both = session([one, other], [a, b])
    const carer = { id: attendanceIdSchema.parse(v7()), personId: daughter, part: 'carer' as const }
    const input = { ...both, attended: [...both.attended, carer] }
    await worker.ask(recordSession, input)
    const after = await figures()
    expect((after.get('sessions') ?? 0) - (before.get('sessions') ?? 0)).toBe(1)
    expect((after.get('case_persons') ?? 0) - (before.get('case_persons') ?? 0)).toBe(2)
    for (const id of [one, other]) expect((await worker.ask(openCase, { id })).caseSessions.map((row) => row.id)).toEqual([input.id])
    expect((await worker.ask(openSession, { id: input.id })).cases).toHaveLength(2)
    const started = await worker.ask(startSession, { caseId: one })
    expect(started).toMatchObject({ ordinal: 2, means: 'home', place: '家中', startsAt: '09:30', minutes: 45 })
    expect(started.family).toEqual([{ personId: daughter, name: '赵女儿' }])
  })

  test('that is not followed by the next one agreed on, in so many working days, is overdue', async () => {
    const elder = await person('周桂芹')
    const id = await agreed(elder)
    await worker.ask(recordSession, session([id], [elder], { nextOn: '2024-11-05' }))
    const overdue = await supervisor.ask(listCases, { projectId, overdue: true })
    expect(overdue.rows.map((row) => row.id)).toContain(id)
    await worker.ask(recordSession, session([id], [elder], { day: '2024-11-06', nextOn: null }))
    expect((await supervisor.ask(listCases, { projectId, overdue: true })).rows.map((row) => row.id)).not.toContain(id)
    await supervisor.ask(saveCaseworkSetting, { projectId, recordDays: 5 })
  })
})

describe('supervision', () => {
  test('the supervisor reads, returns with what to change, the worker rewrites, and it is approved; both versions stay', async () => {
    const elder = await person('钱淑英')
    const id = await agreed(elder)
    const input = session([id], [elder], { content: { facts: '老人不配合。' } })
    await worker.ask(recordSession, input)
    const waiting = await supervisor.ask(listReviews, { projectId })
    expect(waiting.rows.some((row) => row.id === input.id)).toBe(true)
    const review = (kind: 'returned' | 'approved' | 'comment', body: string | null) =>
      ({ id: v7(), of: 'session', recordId: input.id, kind, body }) as const
    expect((await supervisor.refused(reviewRecord, review('returned', null))).errors?.[0]?.field).toBe('body')
    expect((await worker.refused(reviewRecord, review('approved', null))).status).toBe(403)
    await supervisor.ask(reviewRecord, review('returned', '请写事实，如“沉默约15分钟”'))
    const returned = await worker.ask(listReviews, { projectId, review: 'returned', mine: true })
    expect(returned.rows.map((row) => row.id)).toEqual([input.id])
    await worker.ask(changeNote, { id: input.id, version: 1, content: { facts: '老人沉默约15分钟。' }, reason: '按督导意见改' })
    await supervisor.ask(reviewRecord, review('approved', null))
    const found = await worker.ask(openSession, { id: input.id })
    expect(found).toMatchObject({
      review: 'approved',
      content: { facts: '老人沉默约15分钟。' },
      versions: [{ version: 1, reason: '按督导意见改' }],
    })
    expect(found.comments.map((one) => one.kind)).toEqual(['returned', 'approved'])
  })

  test('a record of it is seen by those who took part', async () => {
    const other = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: here }])
    const record = {
      id: v7(),
      version: 0,
      projectId,
      form: 'individual' as const,
      day: day('2024-11-20'),
      minutes: 60,
      supervised: [worker.accountId],
      topics: '与家属的界限',
    }
    await supervisor.ask(saveSupervision, record)
    expect((await worker.ask(listSupervision, { projectId })).rows.map((row) => row.topics)).toEqual(['与家属的界限'])
    expect((await other.ask(listSupervision, { projectId })).rows).toEqual([])
    expect(await supervisor.ask(saveSupervision, { ...record, version: 1, topics: '界限与转介' })).toEqual({ version: 2 })
  })
})

test('a session’s service in the ledger says nothing of what was talked about', async () => {
  const elder = await person('吴凤英')
  const id = await agreed(elder)
  const input = session([id], [elder], { content: { facts: '梦见去世的老伴' } })
  await worker.ask(recordSession, input)
  const service = await worker.ask(openService, { id: input.id })
  expect(JSON.stringify(service)).not.toContain('老伴')
})
