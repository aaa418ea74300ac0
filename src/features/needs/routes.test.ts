import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from 'pg'
import { addMerge, endMerge } from '../merging/store.ts'
import { saveLists } from '../projects/list-store.ts'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPersons, addServices, register, testAttendance, testPerson, testService, type TestPerson } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { finishAction, listNeeds, listNeedsOfPerson, saveNeed, settleNeed } from './schema.ts'
import { listOfPerson } from './store.ts'

let house: TestHouse
let projectId: ProjectId
let worker: Caller
const here = community('旭东社区')
const domainId = v7()
const day = (text: string) => daySchema.parse(text)
beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here])
  await house.write((tx) => saveLists(tx, house.tenantId, projectId, { needs: [{ id: domainId, need: '心理能量低', answeredBy: '个案' }] }))
  worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: here }])
})
afterAll(() => house.close())

async function elder(): Promise<TestPerson> {
  const person = testPerson('王秀云', { communityCode: here })
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, [person])
    await register(tx, house.tenantId, projectId, 'elder', [person])
  })
  return person
}

const needOf = (personId: PersonId, more: object = {}) => ({
  id: v7(),
  version: 0,
  projectId,
  personId,
  domainId,
  priority: 'high' as const,
  assessmentId: null,
  judgement: '老伴去世后不出门',
  statement: '需要有人常来说说话',
  goal: '每周出门一次',
  actions: [{ id: v7(), what: '每周二上门陪伴', who: '刘社工', dueOn: day('2025-01-20'), doneOn: null }],
  ...more,
})

test('a need is written down, worked on, met by a service, and opened again; what stood before is kept', async () => {
  const person = await elder()
  const visit = testService('home_visit', '2025-01-15', { communityCode: here, attended: [testAttendance(person)] })
  const elsewhere = testService('home_visit', '2025-01-15', { communityCode: here })
  await house.write((tx) => addServices(tx, house.tenantId, projectId, [visit, elsewhere]))
  const need = needOf(person.id)
  await worker.ask(saveNeed, need)
  const of = async () => (await worker.ask(listNeedsOfPerson, { personId: person.id })).rows[0]
  expect(await of()).toMatchObject({ state: 'inHand', domain: '心理能量低', goal: '每周出门一次', actions: [{ who: '刘社工' }] })
  const actionId = need.actions[0]?.id ?? ''
  await worker.ask(finishAction, { personId: person.id, needId: need.id, version: 1, actionId, doneOn: day('2025-01-15') })
  const settling = { personId: person.id, id: need.id, version: 2, state: 'met' as const, on: day('2025-02-01'), outcome: '每周都出门了' }
  expect((await worker.refused(settleNeed, { ...settling, serviceId: serviceIdSchema.parse(elsewhere.id) })).code).toBe('needs.notThere')
  await worker.ask(settleNeed, { ...settling, serviceId: visit.id })
  expect(await of()).toMatchObject({ state: 'met', metServiceId: visit.id, outcome: '每周都出门了' })
  expect((await worker.refused(saveNeed, { ...need, version: 3, reason: '改一下' })).code).toBe('needs.settled')
  await worker.ask(settleNeed, { ...settling, version: 3, state: 'open', outcome: '又不出门了' })
  expect(await of()).toMatchObject({ state: 'inHand', outcome: null, metServiceId: null })
  await worker.ask(saveNeed, { ...need, version: 4, priority: 'urgent', reason: '情况加重' })
  expect((await of())?.versions.map((version) => version.version)).toEqual([4, 3, 2, 1])
  expect((await worker.refused(saveNeed, { ...need, version: 4, reason: '再改' })).code).toBe('record.changedMeanwhile')
})

test('a result suggests a need by a rule; taken up, it is suggested no more', async () => {
  const person = await elder()
  const assessmentId = v7()
  await house.write((tx) =>
    tx
      .insertInto('assessment')
      .values({
        tenant_id: house.tenantId,
        id: assessmentId,
        project_id: projectId,
        person_id: person.id,
        recorded_person_id: person.id,
        phase: 'before',
        scale: 'GDS-15',
        scale_version: '15',
        score: 11,
        day: day('2024-10-08'),
      })
      .execute(),
  )
  const of = () => worker.ask(listNeedsOfPerson, { personId: person.id })
  expect((await of()).suggestions).toMatchObject([{ assessmentId, rule: 'mood', score: 11, domain: '心理能量低' }])
  await worker.ask(saveNeed, needOf(person.id, { assessmentId, judgement: null }))
  expect((await of()).suggestions).toEqual([])
  const other = await elder()
  expect((await worker.refused(saveNeed, needOf(other.id, { assessmentId }))).code).toBe('needs.noAssessment')
})

test.each([
  ['no source', { judgement: null }, 'needs.noSource'],
  ['a domain that the project does not have', { domainId: v7() }, 'needs.noDomain'],
])('a need with %s is refused', async (_, more, code) => {
  const person = await elder()
  expect((await worker.refused(saveNeed, needOf(person.id, more))).code).toBe(code)
})

test('the project’s list counts by domain and priority, and what is overdue as of its last day', async () => {
  const place = community('永华社区')
  const project = await addProjectTo(house, [place])
  const manager = await house.signedIn([{ role: 'manager', projectId: project }])
  const person = testPerson('李桂兰', { communityCode: place })
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, [person])
    await register(tx, house.tenantId, project, 'elder', [person])
  })
  const made = (more: object) => manager.ask(saveNeed, { ...needOf(person.id, { domainId: null, ...more }), projectId: project })
  await made({ actions: [{ id: v7(), what: '陪诊', who: '志愿者', dueOn: day('2025-04-30'), doneOn: null }] })
  await made({ priority: 'urgent', actions: [{ id: v7(), what: '修门', who: '社区', dueOn: day('2025-05-01'), doneOn: null }] })
  const listed = await manager.ask(listNeeds, { projectId: project })
  expect(listed).toMatchObject({ total: 2, overdue: 1, asOf: '2025-05-01' })
  expect(listed.rows.map((row) => [row.priority, row.overdue])).toEqual([
    ['urgent', 0],
    ['high', 1],
  ])
  expect(listed.counts).toEqual([
    { domainId: null, domain: null, priority: 'urgent', needs: 1 },
    { domainId: null, domain: null, priority: 'high', needs: 1 },
  ])
  expect((await manager.ask(listNeeds, { projectId: project, show: 'overdue' })).total).toBe(1)
  expect((await worker.refused(listNeeds, { projectId: project })).status).toBe(403)
  expect((await worker.ask(listNeedsOfPerson, { personId: (await elder()).id })).rows).toEqual([])
})

test('what people said is sealed; a merge moves needs and gives them back', async () => {
  const [kept, merged] = [await elder(), await elder()]
  const need = needOf(merged.id, { statement: '怕夜里没人知道' })
  await worker.ask(saveNeed, need)
  const open = (id: PersonId) => house.write((tx) => listOfPerson(tx, house.tenantId, id, house.services.sealer))
  expect((await open(merged.id)).map(({ statement }) => statement)).toEqual(['怕夜里没人知道'])
  const mergeId = v7()
  await house.write((tx) =>
    addMerge(tx, house.tenantId, { id: mergeId, keptId: kept.id, mergedId: merged.id, reason: '同一人', by: worker.accountId }),
  )
  expect(await open(kept.id)).toHaveLength(1)
  await house.write((tx) => endMerge(tx, house.tenantId, mergeId, merged.id, worker.accountId))
  expect([await open(kept.id), await open(merged.id)].map((needs) => needs.length)).toEqual([0, 1])
  const client = new Client({ connectionString: house.ownerUrl })
  await client.connect()
  await client.query(`set app.tenant_id = '${house.tenantId}'`)
  for (const table of ['need', 'need_action', 'need_version', 'trail', 'operation']) {
    const { rows } = await client.query<{ text: string }>(`select row_to_json(t)::text as text from ${table} t`)
    expect(rows.map((row) => row.text).join(), table).not.toMatch(/怕夜里|上门陪伴|老伴去世/)
  }
  await client.end()
})
