import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { attendanceIdSchema, personIdSchema, serviceIdSchema, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { correctService, openService, recordService } from '../ledger/schema.ts'
import { addPerson } from '../people/schema.ts'
import { openMaker, payMaker, undoPayment } from './income-schema.ts'
import { addPiece, listCrafts, placePiece, sellPiece, undoSale } from './schema.ts'

let house: TestHouse
let worker: Caller
let projectId: ProjectId
let maker: PersonId
const communityCode = community('光正台村')
const day = daySchema.parse('2024-11-01')

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [communityCode])
  worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode }])
  maker = personIdSchema.parse(v7())
  const birthday = { calendar: 'solar', month: null, day: null, leap: false } as const
  const blank = {
    birthDate: null,
    ethnicity: null,
    phone: null,
    otherPhone: null,
    address: null,
    livingWith: null,
    householdNumber: null,
    note: null,
    idNumber: null,
  }
  await worker.ask(addPerson, {
    ...blank,
    id: maker,
    projectId,
    communityCode,
    part: 'elder',
    name: '邓月华',
    sex: 'female',
    birthday,
    isNobodyElse: true,
  })
})
afterAll(() => house.close())

const made = async (priceFen: number) => {
  const id = serviceIdSchema.parse(v7())
  const attendanceId = attendanceIdSchema.parse(v7())
  await worker.ask(addPiece, {
    id,
    projectId,
    communityCode,
    attendanceId,
    makerId: maker,
    day,
    craft: '苇编',
    priceFen,
    shareBasisPoints: 8000,
  })
  return id
}
const sold = async (pieceId: Awaited<ReturnType<typeof made>>, priceFen: number, incomeFen: number) => {
  const id = serviceIdSchema.parse(v7())
  await worker.ask(sellPiece, { id, pieceId, day, priceFen, incomeFen })
  return id
}
const statement = () => worker.ask(openMaker, { projectId, personId: maker })

test('from a lesson to a piece, a sale and the maker’s income, which the ledger counts once it is paid', async () => {
  const lesson = {
    id: serviceIdSchema.parse(v7()),
    projectId,
    kind: 'craft_lesson',
    line: 'living',
    status: 'held',
    communityCode,
    day,
  } as const
  const attended = [{ id: attendanceIdSchema.parse(v7()), personId: maker, part: 'beneficiary' as const }]
  await worker.ask(recordService, { ...lesson, worker: '佟师傅', title: '苇编', attended })
  const [one, two] = [await made(2800), await made(3333)]
  const place = {
    id: one,
    version: 1,
    state: 'consigned',
    consignedTo: null,
    exhibitionId: null,
    since: day,
    priceFen: 2800,
    shareBasisPoints: 8000,
    reason: '放超市寄售',
  } as const
  expect(await worker.refused(placePiece, place)).toMatchObject({ code: 'crafts.where' })
  await worker.ask(placePiece, { ...place, consignedTo: '蓝湾超市' })
  expect((await worker.ask(listCrafts, { projectId })).pieces).toMatchObject([
    { number: 'ZP002', state: 'made' },
    { number: 'ZP001', state: 'consigned', consignedTo: '蓝湾超市', maker: '邓月华' },
  ])
  const sales = [await sold(one, 2800, 2240), await sold(two, 3333, 2666)]
  expect(await statement()).toMatchObject({ lessons: 1, salesFen: 6133, incomeFen: 4906, paidFen: 0, dueFen: 4906 })
  const given = async (id: (typeof sales)[number]) =>
    (await worker.ask(openService, { id })).contributions.map(({ given: what, valueFen }) => [what, valueFen])
  expect(await given(sales[0] ?? one)).toEqual([['sale', 2800]])
  const payment = {
    id: v7(),
    saleIds: sales,
    amountFen: 4906,
    paidOn: day,
    means: 'transfer',
    acknowledgedBy: '邓月华',
    acknowledgedHow: 'paper',
    keptAt: '二号夹',
  } as const
  expect(await worker.refused(payMaker, { ...payment, amountFen: 4907 })).toMatchObject({ code: 'crafts.sum' })
  await worker.ask(payMaker, payment)
  expect(await statement()).toMatchObject({ incomeFen: 4906, paidFen: 4906, dueFen: 0 })
  expect(await given(sales[0] ?? one)).toEqual([
    ['sale', 2800],
    ['income', 2240],
  ])
  expect(await worker.refused(payMaker, { ...payment, id: v7() })).toMatchObject({ code: 'crafts.paid' })
  expect(await worker.refused(undoSale, { saleId: sales[0], reason: '退货了' })).toMatchObject({ code: 'crafts.paidSale' })
  await worker.ask(undoPayment, { saleId: sales[1] ?? two, reason: '转错了账户' })
  expect(await statement()).toMatchObject({ paidFen: 0, dueFen: 4906 })
  expect(await given(sales[0] ?? one)).toEqual([['sale', 2800]])
  await worker.ask(undoSale, { saleId: sales[0] ?? one, reason: '买家退货' })
  expect(await statement()).toMatchObject({ salesFen: 3333, dueFen: 2666 })
  await sold(one, 2500, 2000)
  expect(await statement()).toMatchObject({ salesFen: 5833, dueFen: 4666 })
})

test('two sell one piece at once: it is sold once', async () => {
  const pieceId = await made(1500)
  const answers = await Promise.all(
    [1, 2, 3].map(() => worker.post('crafts.sell', { id: v7(), pieceId, day, priceFen: 1500, incomeFen: 1200 })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  const saleId = (await worker.ask(listCrafts, { projectId })).pieces.find(({ id }) => id === pieceId)?.saleId
  expect(await worker.refused(correctService, { id: saleId, version: 1, status: 'cancelled', reason: '取消' })).toMatchObject({
    code: 'service.keptElsewhere',
  })
})

test('a sale of an import stands in the statement as paid by the book', async () => {
  const t = house.tenantId
  await house.write(async (tx) => {
    const base = { tenant_id: t, project_id: projectId, line: 'living', status: 'held', community_code: communityCode } as const
    const [piece, sale] = [v7(), v7()]
    await tx
      .insertInto('service')
      .values({ ...base, id: piece, kind: 'craft_piece', number: 'ZP901' })
      .execute()
    await tx
      .insertInto('craft_piece')
      .values({ tenant_id: t, service_id: piece, project_id: projectId, number: 'ZP901', craft: '绳结', price_fen: 1500, state: 'made' })
      .execute()
    await tx
      .insertInto('service')
      .values({ ...base, id: sale, kind: 'craft_sale', number: 'ZP901', day })
      .execute()
    for (const service of [piece, sale])
      await tx
        .insertInto('attendance')
        .values({
          tenant_id: t,
          id: v7(),
          service_id: service,
          person_id: maker,
          recorded_person_id: maker,
          part: 'partner',
          certainty: 'name',
        })
        .execute()
    for (const [given, fen] of [
      ['sale', 1500],
      ['income', 1200],
    ] as const)
      await tx
        .insertInto('contribution')
        .values({ tenant_id: t, id: v7(), service_id: sale, party: 'public', given, value_fen: fen })
        .execute()
  })
  const { sales } = await statement()
  expect(sales.find(({ number }) => number === 'ZP901')).toMatchObject({ priceFen: 1500, incomeFen: 1200, paid: 'book' })
  expect((await worker.ask(listCrafts, { projectId })).pieces.find(({ number }) => number === 'ZP901')).toMatchObject({ soldFen: 1500 })
  // The next piece of ours comes after it.
  const next = await made(100)
  expect((await worker.ask(listCrafts, { projectId })).pieces.find(({ id }) => id === next)?.number).toBe('ZP902')
})
