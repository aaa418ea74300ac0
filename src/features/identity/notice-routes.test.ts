import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { countNotices, listNotices, markNotices, type NewNotice } from './notice-schema.ts'
import { addNotice, addNoticeToRole, settleNotices } from './notice-store.ts'
import { endGrant } from './account-store.ts'

let house: TestHouse
let projectId: ProjectId
let otherProjectId: ProjectId
const [here, there] = [community('旭东社区'), community('永华社区')]
beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here, there])
  otherProjectId = await addProjectTo(house, [here])
})
afterAll(() => house.close())

const about = (more: Partial<NewNotice> = {}): NewNotice => ({
  code: 'test.matter',
  words: { zh: '请今天联系{name}。', en: 'Please call {name} today.' },
  given: { name: '王秀云' },
  subject: '/people/x',
  urgency: 'now',
  matter: v7(),
  ...more,
})

test('whoever is told sees it, marks it read and done, and takes that back', async () => {
  const worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: here }])
  await house.write((tx) => addNotice(tx, house.tenantId, worker.accountId, about()))
  expect(await worker.ask(countNotices, {})).toEqual({ open: 1, unread: 1, urgent: 1 })
  const [notice] = (await worker.ask(listNotices, {})).rows
  expect(notice).toMatchObject({ given: { name: '王秀云' }, urgency: 'now', readAt: null, doneAt: null })
  const ids = [notice?.id ?? '']
  await worker.ask(markNotices, { ids, as: 'read' })
  expect(await worker.ask(countNotices, {})).toMatchObject({ open: 1, unread: 0 })
  await worker.ask(markNotices, { ids, as: 'done' })
  expect(await worker.ask(countNotices, {})).toMatchObject({ open: 0 })
  expect((await worker.ask(listNotices, { show: 'done' })).total).toBe(1)
  await worker.ask(markNotices, { ids, as: 'open' })
  await worker.ask(markNotices, { ids, as: 'unread' })
  expect(await worker.ask(countNotices, {})).toMatchObject({ open: 1, unread: 1 })
})

test('nobody is told twice of the same matter; another matter is told', async () => {
  const worker = await house.signedIn([{ role: 'socialWorker', projectId }])
  const once = about()
  const tell = () => house.write((tx) => addNotice(tx, house.tenantId, worker.accountId, once))
  expect([await tell(), await tell()]).toEqual([true, false])
  await house.write((tx) => addNotice(tx, house.tenantId, worker.accountId, about()))
  expect(await worker.ask(countNotices, {})).toMatchObject({ open: 2 })
})

test('all who hold a role there are told, and nobody else: not another community, another project, a role that ended, or whoever did it', async () => {
  const projectId = await addProjectTo(house, [here, there])
  const supervisor = await house.signedIn([{ role: 'supervisor', projectId }])
  const doer = await house.signedIn([{ role: 'supervisor', projectId }])
  const [worker, neighbour, stranger, former] = [
    await house.signedIn([{ role: 'socialWorker', projectId, communityCode: here }]),
    await house.signedIn([{ role: 'socialWorker', projectId, communityCode: there }]),
    await house.signedIn([{ role: 'supervisor', projectId: otherProjectId }]),
    await house.signedIn([{ role: 'supervisor', projectId }]),
  ]
  await house.write(async (tx) => {
    const row = await tx.selectFrom('role_grant').select('id').where('account_id', '=', former.accountId).executeTakeFirstOrThrow()
    await endGrant(tx, house.tenantId, row.id)
  })
  const told = await house.write((tx) =>
    addNoticeToRole(
      tx,
      house.tenantId,
      { roles: ['supervisor', 'socialWorker'], projectId, communityCode: here, except: doer.accountId },
      about({ projectId }),
    ),
  )
  expect(told).toBe(2)
  const opens = await Promise.all(
    [supervisor, worker, doer, neighbour, stranger, former].map(async (each) => (await each.ask(countNotices, {})).open),
  )
  expect(opens).toEqual([1, 1, 0, 0, 0, 0])
})

test('a settled matter is done for everybody who was told of it', async () => {
  const worker = await house.signedIn([{ role: 'socialWorker', projectId }])
  const once = about()
  await house.write((tx) => addNotice(tx, house.tenantId, worker.accountId, once))
  await house.write((tx) => settleNotices(tx, house.tenantId, once.matter))
  expect(await worker.ask(countNotices, {})).toEqual({ open: 0, unread: 0, urgent: 0 })
})

test('a notice of somebody else’s cannot be marked, and a bureau officer sees no name in their own', async () => {
  const worker = await house.signedIn([{ role: 'socialWorker', projectId }])
  const bureau = await house.signedIn([{ role: 'bureau' }])
  await house.write((tx) => addNotice(tx, house.tenantId, bureau.accountId, about()))
  const [notice] = (await bureau.ask(listNotices, {})).rows
  expect(notice?.given).toEqual({ name: '王**' })
  expect(await worker.ask(markNotices, { ids: [notice?.id ?? ''], as: 'done' })).toEqual({ marked: 0 })
  expect(await bureau.ask(countNotices, {})).toMatchObject({ open: 1 })
})
