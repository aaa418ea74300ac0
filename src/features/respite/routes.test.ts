import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { attendanceIdSchema, serviceIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPersons, register, testPerson } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { showFigures } from '../measures/schema.ts'
import { addCarer, askRespite, finishRespite, listCarers, moveSlot, undoRespite } from './schema.ts'

let house: TestHouse
let project: ProjectId
let worker: Caller
let manager: Caller
const here = community('旭东社区')
const [mother, daughter] = [testPerson('李桂兰', { communityCode: here }), testPerson('王静', { communityCode: here })]
const [relation, slot, family] = [v7(), v7(), v7()]
const ids = {
  serviceId: serviceIdSchema.parse(v7()),
  carerAttendanceId: attendanceIdSchema.parse(v7()),
  elderAttendanceId: attendanceIdSchema.parse(v7()),
}

beforeAll(async () => {
  house = await openTestHouse()
  project = await addProjectTo(house, [here])
  worker = await house.signedIn([{ role: 'socialWorker', projectId: project, communityCode: here }])
  manager = await house.signedIn([{ role: 'manager', projectId: project }])
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, [mother, daughter])
    await register(tx, house.tenantId, project, 'elder', [mother])
    await register(tx, house.tenantId, project, 'carer', [daughter])
    await tx
      .insertInto('volunteer_family')
      .values({ tenant_id: house.tenantId, id: family, project_id: project, number: 'JT01', name: '赵家' })
      .execute()
  })
})
afterAll(() => house.close())

const figures = async () => {
  const { figures: all } = await manager.ask(showFigures, { projectId: project })
  return ['respite_sessions', 'respite_carers', 'respite_elders', 'respite_minutes'].map(
    (key) => all.find((one) => one.key === key)?.value ?? 0,
  )
}
const nothing = { cover: null, coverName: null, familyId: null, reason: null }

test('respite is asked for, not covered by a family nobody vetted, accepted, done, and counted once', async () => {
  await worker.ask(addCarer, { id: relation, projectId: project, carerId: daughter.id, elderId: mother.id, relation: '女儿' })
  await worker.ask(askRespite, {
    id: slot,
    relationId: relation,
    wantedOn: daySchema.parse('2025-03-05'),
    startsAt: '09:00',
    minutes: 120,
    need: '去复查',
  })
  const offer = { ...nothing, id: slot, version: 1, to: 'offered' as const }
  expect(await worker.refused(moveSlot, { ...offer, cover: 'family', familyId: family })).toMatchObject({ code: 'respite.unvetted' })
  expect(await worker.refused(moveSlot, offer)).toMatchObject({ code: 'respite.cover' })
  await worker.ask(moveSlot, { ...offer, cover: 'worker', coverName: '钱进' })
  const finish = {
    ...ids,
    id: slot,
    version: 2,
    day: daySchema.parse('2025-03-05'),
    startsAt: '09:00',
    minutes: 150,
    content: '陪聊，做饭',
  }
  expect(await worker.refused(finishRespite, finish)).toMatchObject({ code: 'respite.notTaken' })
  await worker.ask(moveSlot, { ...nothing, id: slot, version: 2, to: 'taken' })
  await worker.ask(finishRespite, { ...finish, version: 3 })
  expect(await figures()).toEqual([1, 1, 1, 150])
  const { carers, slots } = await worker.ask(listCarers, { projectId: project })
  expect(carers).toMatchObject([{ carer: '王静', elder: '李桂兰', sessions: 1, minutes: 150, lastOn: '2025-03-05' }])
  expect(slots[0]?.steps.map(({ state }) => state)).toEqual(['asked', 'offered', 'taken', 'done'])
})

test('respite recorded by mistake is taken back, and counts nowhere', async () => {
  await worker.ask(undoRespite, { id: slot, version: 4, reason: '那天没有去' })
  expect(await figures()).toEqual([0, 0, 0, 0])
  expect(await worker.refused(moveSlot, { ...nothing, id: slot, version: 5, to: 'cancelled' })).toMatchObject({ code: 'respite.reason' })
  await worker.ask(moveSlot, { ...nothing, id: slot, version: 5, to: 'cancelled', reason: '不需要了' })
  expect((await worker.ask(listCarers, { projectId: project })).slots).toMatchObject([{ state: 'cancelled' }])
})
