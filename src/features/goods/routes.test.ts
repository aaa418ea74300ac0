import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema, type OrganisationId, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { correctService, listServicesOfPerson, openService } from '../ledger/schema.ts'
import { addElderOf, addFirm, listFor, receiveRice, riceOf, share } from './goods-testing.ts'
import { handOut, returnGoods, undoHandOut } from './hand-out-schema.ts'
import { changeLot, listLots, openLot, receiveLot } from './lot-schema.ts'
import { closeRound, openRound, planRound, removeRecipients, suggestRecipients } from './round-schema.ts'
import { countGoods, loseGoods, moveGoods, undoMovement } from './stock-schema.ts'

let house: TestHouse
let manager: Caller
let worker: Caller
let firm: OrganisationId
let projectId: ProjectId
const communityCode = community('旭东社区')
const at = () => ({ projectId, communityCode })
const day = daySchema.parse('2024-10-12')

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [communityCode, community('永华社区')])
  manager = await house.signedIn([{ role: 'manager', projectId }])
  worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode }])
  firm = await addFirm(manager, '丰禾米业')
})
afterAll(() => house.close())

const totals = async (id: ServiceId) => {
  const { received, handedOut, stock, lost } = await manager.ask(openLot, { id })
  expect(received).toBe(handedOut + stock + lost)
  return { received, handedOut, stock, lost }
}

test('a donation stands in the ledger once, with its value and who gave it', async () => {
  const id = await receiveRice(manager, projectId, firm, 200)
  const service = await manager.ask(openService, { id })
  expect(service).toMatchObject({ kind: 'goods_receipt', line: 'living', status: 'held', quantity: 200, number: 'JZ0001' })
  expect(service.contributions).toMatchObject([{ organisation: '丰禾米业', given: 'goods', quantity: 200, valueFen: 700_000 }])
  const lot = await manager.ask(openLot, { id })
  expect(lot.places).toEqual([{ place: '库房', quantity: 200 }])
  expect(lot.movements).toMatchObject([{ seq: 1, cause: 'donation', quantity: 200, stock: 200 }])
  expect(await manager.refused(receiveLot, { ...riceOf(projectId, firm, 1), item: '现金' })).toMatchObject({ code: 'goods.money' })
})

test('a household gets one share, its elders are served by it, and a relative who takes it is written down', async () => {
  const lotId = await receiveRice(manager, projectId, firm, 10)
  const [wife, husband, alone] = [
    await addElderOf(manager, at(), '王秀云', 'H01'),
    await addElderOf(manager, at(), '王福', 'H01'),
    await addElderOf(manager, at(), '张忠清', null),
  ]
  const roundId = await listFor(worker, at(), lotId, [wife, husband, alone])
  const before = await worker.ask(openRound, { id: roundId })
  expect(before).toMatchObject({ shares: 2, handed: 0, stockAtPlace: 10 })
  const family = before.list.find(({ members }) => members.length === 2)
  const single = before.list.find(({ members }) => members.length === 1)
  const first = share(family?.key ?? '')
  await worker.ask(handOut, { roundId, shares: [first, share(single?.key ?? '', { name: '张丽', relation: '女儿' })] })
  expect(await totals(lotId)).toEqual({ received: 10, handedOut: 2, stock: 8, lost: 0 })
  expect(await worker.ask(openRound, { id: roundId })).toMatchObject({ handed: 2, byRelatives: 1 })
  const service = await worker.ask(openService, { id: first.serviceId })
  expect(service).toMatchObject({ kind: 'hand_out', quantity: 1, unit: '袋', partOf: { id: lotId } })
  expect(service.attended.map(({ name }) => name).toSorted()).toEqual(['王福', '王秀云'].toSorted())
  expect((await worker.ask(listServicesOfPerson, { personId: alone })).rows).toMatchObject([{ kind: 'hand_out' }])
  expect(await worker.refused(handOut, { roundId, shares: [share(family?.key ?? '')] })).toMatchObject({ code: 'goods.already' })
  // Its quantity and state are the chain's.
  expect(await worker.refused(correctService, { id: first.serviceId, version: 1, status: 'cancelled', reason: '取消' })).toMatchObject({
    code: 'service.keptElsewhere',
  })
  await worker.ask(correctService, { id: first.serviceId, version: 1, place: '社区大厅', reason: '补地点' })
})

test('two workers hand out the last bag at once: one does, the other is told', async () => {
  const lotId = await receiveRice(manager, projectId, firm, 1)
  const people = [await addElderOf(manager, at(), '赵一', null), await addElderOf(manager, at(), '钱二', null)]
  const lists = [await listFor(manager, at(), lotId, people.slice(0, 1)), await listFor(worker, at(), lotId, people.slice(1))]
  const asked = await Promise.all(
    lists.map(async (roundId, index) => {
      const caller = index === 0 ? manager : worker
      const { list } = await caller.ask(openRound, { id: roundId })
      return { caller, input: { roundId, shares: [share(list[0]?.key ?? '')] } }
    }),
  )
  const answers = await Promise.all(asked.map(({ caller, input }) => caller.post('goods.handOut', input)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const refused = answers.find(({ status }) => status === 409)
  expect(refused?.body).toContain('goods.short')
  expect(refused?.body).toContain('只剩 0袋')
  expect(await totals(lotId)).toEqual({ received: 1, handedOut: 1, stock: 0, lost: 0 })
})

test('ten workers hand out five bags at once to ten households: five are given, and nothing is written twice', async () => {
  const lotId = await receiveRice(manager, projectId, firm, 5)
  const people = []
  for (let n = 0; n < 10; n++) people.push(await addElderOf(manager, at(), `孙${n}`, null))
  const roundId = await listFor(manager, at(), lotId, people)
  const { list } = await manager.ask(openRound, { id: roundId })
  const answers = await Promise.all(list.map(({ key }) => manager.post('goods.handOut', { roundId, shares: [share(key)] })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
  expect(await totals(lotId)).toEqual({ received: 5, handedOut: 5, stock: 0, lost: 0 })
  expect(await manager.ask(openRound, { id: roundId })).toMatchObject({ shares: 10, handed: 5 })
})

test('the database itself refuses a movement that does not follow, does not add up or takes more than there is', async () => {
  const lotId = await receiveRice(manager, projectId, firm, 2)
  const row = {
    tenant_id: house.tenantId,
    lot_id: lotId,
    seq: 2,
    before_seq: 1,
    from_account: 'stock',
    to_account: 'handed_out',
    from_place: '库房',
    quantity: 1,
    cause: 'hand_out',
    day,
    before_received: 2,
    before_handed_out: 0,
    before_stock: 2,
    before_lost: 0,
    received: 2,
    handed_out: 1,
    stock: 1,
    lost: 0,
  } as const
  const write = (change: object) =>
    house.write(async (tx) => {
      await tx
        .insertInto('goods_movement')
        .values({ ...row, id: v7(), ...change })
        .execute()
      throw new Error('was written')
    })
  await expect(write({})).rejects.toThrow('was written')
  await expect(write({ quantity: 3, handed_out: 3, stock: -1 })).rejects.toThrow(/check/)
  await expect(write({ handed_out: 2, stock: 0 })).rejects.toThrow(/check/)
  await expect(write({ seq: 1, before_seq: null })).rejects.toThrow(/check|duplicate/)
  await expect(write({ before_stock: 5, stock: 4, before_received: 5, received: 5 })).rejects.toThrow(/foreign key/)
})

test('damage, a move, a count with its reason, and taking them back keep the lot in balance', async () => {
  const lotId = await receiveRice(manager, projectId, firm, 20)
  const lose = { id: v7(), lotId, day, place: '库房', quantity: 1, cause: 'damaged' as const, reason: '搬运时袋子破了' }
  expect(await manager.ask(loseGoods, lose)).toEqual({ stock: 19 })
  expect(await manager.ask(moveGoods, { id: v7(), lotId, day, from: '库房', to: '永华社区', quantity: 8 })).toEqual({ stock: 19 })
  expect(await manager.refused(moveGoods, { id: v7(), lotId, day, from: '库房', to: '永华社区', quantity: 12 })).toMatchObject({
    code: 'goods.short',
  })
  const count = { id: v7(), lotId, day, place: '库房', expected: 11, counted: 10, cause: 'missing' as const, reason: null }
  expect(await manager.refused(countGoods, count)).toMatchObject({ code: 'goods.takeReason' })
  expect(await manager.refused(countGoods, { ...count, expected: 12, reason: '数了两遍' })).toMatchObject({
    code: 'record.changedMeanwhile',
  })
  expect(await manager.ask(countGoods, { ...count, reason: '数了两遍，少一袋' })).toEqual({ stock: 18 })
  expect(await totals(lotId)).toEqual({ received: 20, handedOut: 0, stock: 18, lost: 2 })
  const { movements } = await manager.ask(openLot, { id: lotId })
  const broken = movements.find(({ cause }) => cause === 'damaged')?.seq ?? 0
  expect(await manager.ask(undoMovement, { id: v7(), lotId, seq: broken, reason: '缝好了还能用' })).toEqual({ stock: 19 })
  expect(await manager.refused(undoMovement, { id: v7(), lotId, seq: broken, reason: '再撤一次' })).toMatchObject({
    code: 'goods.notUndoable',
  })
  expect(await manager.refused(undoMovement, { id: v7(), lotId, seq: 1, reason: '没有收到' })).toMatchObject({ code: 'goods.notUndoable' })
  const lot = await manager.ask(openLot, { id: lotId })
  expect(lot.takes).toMatchObject([{ expected: 11, counted: 10, cause: 'missing' }])
  // One bag less came than was written: said as a count, the receipt and its value follow.
  const less = {
    id: v7(),
    lotId,
    day,
    place: '永华社区',
    expected: 8,
    counted: 7,
    cause: 'miscounted' as const,
    reason: '送货单上就是19袋',
  }
  await manager.ask(countGoods, less)
  expect(await totals(lotId)).toEqual({ received: 19, handedOut: 0, stock: 18, lost: 1 })
  expect((await manager.ask(openService, { id: lotId })).contributions).toMatchObject([{ quantity: 19, valueFen: 66_500 }])
})

test('a hand-out taken back is cancelled with its reason; what comes back is counted back, once', async () => {
  const lotId = await receiveRice(manager, projectId, firm, 6)
  const elder = await addElderOf(manager, at(), '周奶奶', null)
  const roundId = await listFor(worker, at(), lotId, [elder])
  const hand = async (quantity: number) => {
    const { list } = await worker.ask(openRound, { id: roundId })
    const asked = { ...share(list[0]?.key ?? ''), quantity }
    await worker.ask(handOut, { roundId, shares: [asked] })
    return asked.serviceId
  }
  const wrong = await hand(2)
  await worker.ask(undoHandOut, { serviceId: wrong, version: 1, reason: '登记错了人' })
  expect(await worker.ask(openService, { id: wrong })).toMatchObject({ status: 'cancelled', versions: [{ reason: '登记错了人' }] })
  expect(await totals(lotId)).toEqual({ received: 6, handedOut: 0, stock: 6, lost: 0 })
  expect((await worker.post('goods.undoHandOut', { serviceId: wrong, version: 2, reason: '再撤' })).status).toBe(404)
  const serviceId = await hand(3)
  const back = { id: v7(), serviceId, version: 1, quantity: 1, day, place: '库房', reason: '家里还有' }
  expect(await worker.refused(returnGoods, { ...back, quantity: 4 })).toMatchObject({ code: 'goods.returnMore' })
  await worker.ask(returnGoods, back)
  expect(await totals(lotId)).toEqual({ received: 6, handedOut: 2, stock: 4, lost: 0 })
  expect(await worker.ask(openService, { id: serviceId })).toMatchObject({ quantity: 2, status: 'held' })
  expect(await worker.refused(removeRecipients, { roundId, key: v7(), reason: '搬走了' })).toMatchObject({ code: 'goods.handedAlready' })
  await worker.ask(undoHandOut, { serviceId, version: 2, reason: '全部退回了' })
  expect(await totals(lotId)).toEqual({ received: 6, handedOut: 0, stock: 6, lost: 0 })
  await worker.ask(closeRound, { id: roundId, version: 1, closed: true, sheetKeptAt: '三号夹' })
  const { list } = await worker.ask(openRound, { id: roundId })
  expect(await worker.refused(handOut, { roundId, shares: [share(list[0]?.key ?? '')] })).toMatchObject({ code: 'goods.closed' })
})

test('a lot of an import is shown as its books say, the difference too, and is worked with from there', async () => {
  const lotId = serviceIdSchema.parse(v7())
  const t = house.tenantId
  await house.write(async (tx) => {
    const base = { tenant_id: t, project_id: projectId, line: 'living', status: 'held', day, unit: '床' } as const
    await tx
      .insertInto('service')
      .values({ ...base, id: lotId, kind: 'goods_receipt', number: 'WZ038', quantity: 29 })
      .execute()
    await tx
      .insertInto('goods_lot')
      .values({ tenant_id: t, service_id: lotId, project_id: projectId, number: 'WZ038', item: '棉被', quantity: 29, unit: '床' })
      .execute()
    for (let n = 0; n < 12; n++) {
      const id = v7()
      await tx
        .insertInto('service')
        .values({ ...base, id, kind: 'hand_out', quantity: 2, community_code: communityCode })
        .execute()
      await tx.insertInto('goods_hand_out').values({ tenant_id: t, service_id: id, lot_number: 'WZ038', item: '棉被' }).execute()
    }
    await tx
      .insertInto('goods_stock_count')
      .values({
        tenant_id: t,
        id: v7(),
        project_id: projectId,
        lot_number: 'WZ038',
        received: 29,
        handed_out: 24,
        remaining: 1,
        damaged: 2,
      })
      .execute()
  })
  expect(await totals(lotId)).toEqual({ received: 29, handedOut: 24, stock: 3, lost: 2 })
  const row = (await worker.ask(listLots, { projectId })).rows.find(({ id }) => id === lotId)
  expect(row?.count).toEqual({ received: 29, handedOut: 24, remaining: 1, lost: 2 })
  // Somebody counts: one is there, two are missing.
  await manager.ask(countGoods, { id: v7(), lotId, day, place: '', expected: 3, counted: 1, cause: 'missing', reason: '找遍了，少两床' })
  expect(await totals(lotId)).toEqual({ received: 29, handedOut: 24, stock: 1, lost: 4 })
  const after = await manager.ask(openLot, { id: lotId })
  expect(after.count).toEqual({ received: 29, handedOut: 24, remaining: 1, lost: 4 })
  expect(after.movements.map(({ cause }) => cause)).toEqual(['missing', 'book', 'book', 'donation'])
  // A later import brings one line more: the next movement takes it in.
  await house.write(async (tx) => {
    const id = v7()
    await tx
      .insertInto('service')
      .values({ tenant_id: t, project_id: projectId, line: 'living', status: 'held', day, unit: '床', id, kind: 'hand_out', quantity: 1 })
      .execute()
    await tx.insertInto('goods_hand_out').values({ tenant_id: t, service_id: id, lot_number: 'WZ038' }).execute()
  })
  expect(await totals(lotId)).toEqual({ received: 29, handedOut: 25, stock: 0, lost: 4 })
  expect(
    await manager.refused(loseGoods, { id: v7(), lotId, day, place: '', quantity: 1, cause: 'damaged', reason: '破了' }),
  ).toMatchObject({ code: 'goods.short' })
  expect(await totals(lotId)).toEqual({ received: 29, handedOut: 25, stock: 0, lost: 4 })
})

test('a lot is corrected with its reason, but not below what left it', async () => {
  const lotId = await receiveRice(manager, projectId, firm, 10)
  await manager.ask(loseGoods, { id: v7(), lotId, day, place: '库房', quantity: 4, cause: 'damaged', reason: '受潮' })
  const {
    id: _id,
    projectId: _project,
    communityCode: _community,
    receivedOn: _day,
    unit: _unit,
    place: _place,
    ...described
  } = riceOf(projectId, firm, 10)
  const change = { ...described, id: lotId, version: 1, reason: '开箱后是九袋' }
  expect(await manager.refused(changeLot, { ...change, quantity: 3 })).toMatchObject({ code: 'goods.tooFew' })
  await manager.ask(changeLot, { ...change, quantity: 9 })
  expect(await totals(lotId)).toEqual({ received: 9, handedOut: 0, stock: 5, lost: 4 })
  expect((await manager.ask(openLot, { id: lotId })).changes).toMatchObject([{ reason: '开箱后是九袋' }])
  expect(await manager.refused(changeLot, { ...change, quantity: 8 })).toMatchObject({ code: 'record.changedMeanwhile' })
})

test('the donor’s letter says what their lot did without a name, and does not count few households', async () => {
  const lotId = await receiveRice(manager, projectId, firm, 30)
  const people = []
  for (let n = 0; n < 11; n++) people.push(await addElderOf(manager, at(), `郑小${n}`, null))
  const roundId = await listFor(manager, at(), lotId, people)
  const { list } = await manager.ask(openRound, { id: roundId })
  const read = async () => (await manager.fetch('goods.print', { id: lotId, paper: 'letter', format: 'html' })).bytes.toString()
  await manager.ask(handOut, { roundId, shares: list.slice(0, 3).map(({ key }) => share(key)) })
  const few = await read()
  expect(few).toContain('户数不足 10 时不写明户数和社区')
  expect(few).not.toContain('旭东社区')
  await manager.ask(handOut, { roundId, shares: list.slice(3).map(({ key }) => share(key)) })
  const letter = await read()
  expect(letter).toContain('1 个社区的 11 户、11 位老人')
  expect(letter).toContain('旭东社区')
  expect(letter).toContain('不是公益事业捐赠票据')
  expect(letter).not.toContain('郑小')
})

test('households are suggested with their reasons; a community’s worker lists its own community alone', async () => {
  const lotId = await receiveRice(manager, projectId, firm, 3)
  const roundId = await listFor(worker, at(), lotId, [])
  const { rows } = await worker.ask(suggestRecipients, { roundId })
  expect(rows.length).toBeGreaterThan(10)
  const given = rows.find(({ names }) => names.includes('张忠清'))
  expect(given).toMatchObject({ lastOn: '2024-10-11', lastItem: '大米' })
  const elsewhere = { id: v7(), lotId, communityCode: community('永华社区'), title: '发米', day, place: '库房', each: 1, fitsUse: false }
  expect(await worker.refused(planRound, elsewhere)).toMatchObject({ code: 'goods.outside' })
})
