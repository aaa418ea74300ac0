import sharp from 'sharp'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import {
  correctExpense,
  listExpenses,
  openExpense,
  recordExpense,
  restoreExpense,
  signExpense,
  unsignExpense,
  voidExpense,
  type SignaturePart,
} from './expense-schema.ts'
import { recordService } from '../ledger/schema.ts'
import { addProjectFile, openProjectFile, removeProjectFile } from './file-schema.ts'
import { openProject, saveProjectLists } from './schema.ts'

let house: TestHouse
let [manager, supervisor, worker]: Caller[] = []
let projectId: ProjectId
const line = v7()

const who = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw new Error('Nobody is signed in.')
  return caller
}

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [community('旭东社区')])
  manager = await house.signedIn([{ role: 'manager', projectId }])
  supervisor = await house.signedIn([{ role: 'supervisor', projectId }])
  worker = await house.signedIn([{ role: 'socialWorker', projectId }])
  await manager.ask(saveProjectLists, {
    id: projectId,
    version: (await manager.ask(openProject, { id: projectId })).version,
    budget: [{ id: line, name: '活动物资', amountFen: 10_000, capPercent: null }],
  })
})
afterAll(() => house.close())

const expenseOf = (more: object = {}) => ({
  id: v7(),
  budgetLineId: line,
  voucher: `PZ${v7().slice(-6)}`,
  spentOn: daySchema.parse('2024-10-01'),
  amountFen: 100,
  purpose: '横幅',
  invoice: null,
  payee: '某印刷厂',
  paidBy: 'transfer' as const,
  handledBy: null,
  ...more,
})
const recorded = async (more: object = {}) => {
  const expense = expenseOf(more)
  const { warnings } = await who(worker).ask(recordExpense, { projectId, expense })
  return { ...expense, codes: warnings.map(({ code }) => code) }
}
const addVoucher = async (expenseId: string) => {
  const id = v7()
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  await who(worker).ask(addProjectFile, { id, about: { expenseId } }, { files: [{ name: '发票.png', bytes }] })
  return id
}
const sign = (caller: Caller | undefined, id: string, part: SignaturePart, version = 1) =>
  who(caller).ask(signExpense, { id, version, part })
const opened = (id: string) => who(manager).ask(openExpense, { id })
const spentFen = async () => (await who(manager).ask(openProject, { id: projectId })).budget[0]?.spentFen ?? 0

describe('an expense', () => {
  test('is warned of as it is recorded, and kept all the same', async () => {
    const first = await recorded({ amountFen: 9_000, invoice: 'FP1', voucher: 'PZ-1' })
    expect(first.codes).toEqual([])
    expect((await recorded({ amountFen: 500, invoice: 'FP1', voucher: 'PZ-2' })).codes).toEqual(['invoice_used_twice'])
    const last = await recorded({ amountFen: 600, voucher: 'PZ-3', purpose: '慰问品（发给服务对象）' })
    expect(last.codes).toEqual(['expense_over_line', 'expense_over_total', 'expense_not_allowed'])
    expect(await spentFen()).toBe(10_100)
    const { rows } = await who(manager).ask(listExpenses, { projectId })
    expect(rows.find(({ id }) => id === last.id)?.warnings.length).toBe(3)
    expect(rows.find(({ id }) => id === first.id)?.warnings).toEqual([])
  })

  test('is signed by three different people over a voucher they can see, and approved by the manager alone', async () => {
    const { id } = await recorded()
    await sign(worker, id, 'handled')
    expect((await who(supervisor).refused(signExpense, { id, version: 1, part: 'verified' })).code).toBe('expenses.noFile')
    const fileId = await addVoucher(id)
    expect((await who(worker).refused(signExpense, { id, version: 1, part: 'verified' })).code).toBe('expenses.samePerson')
    await sign(supervisor, id, 'verified')
    expect((await who(supervisor).refused(signExpense, { id, version: 1, part: 'approved' })).code).toBe('expenses.notApprover')
    await sign(manager, id, 'approved')
    expect((await opened(id)).signatures.map(({ part, stands }) => [part, stands])).toEqual([
      ['handled', true],
      ['verified', true],
      ['approved', true],
    ])
    expect((await who(worker).refused(removeProjectFile, { id: fileId, reason: '传错了' })).code).toBe('expenses.fileSeen')
    expect((await who(supervisor).fetch(openProjectFile.name, { id: fileId })).type).toBe('image/jpeg')
    expect((await who(supervisor).refused(unsignExpense, { id, part: 'approved', reason: '看错' })).code).toBe('expenses.notYours')
    await who(supervisor).ask(unsignExpense, { id, part: 'verified', reason: '看错了票' })
    expect((await opened(id)).signatures.map(({ part }) => part)).toEqual(['handled'])
  })

  test('two who approve at once: one does, the other is told', async () => {
    const { id } = await recorded()
    const other = await house.signedIn([{ role: 'manager', projectId }])
    await addVoucher(id)
    await sign(worker, id, 'handled')
    await sign(supervisor, id, 'verified')
    const answers = await Promise.all(
      [who(manager), other].map((caller) => caller.post(signExpense.name, { id, version: 1, part: 'approved' })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  test('that is corrected is signed anew, and nobody signs what they have not seen', async () => {
    const expense = await recorded()
    const { codes: _codes, ...plain } = expense
    await sign(worker, expense.id, 'handled')
    const changed = { ...plain, amountFen: 250 }
    await who(worker).ask(correctExpense, { expense: changed, version: 1, reason: '金额写错' })
    expect((await who(worker).refused(signExpense, { id: expense.id, version: 1, part: 'handled' })).code).toBe('record.changedMeanwhile')
    const now = await opened(expense.id)
    expect(now).toMatchObject({ amountFen: 250, version: 2, signatures: [] })
    expect(now.steps.map(({ step }) => step)).toEqual(['correctedSigned', 'signed.handled', 'recorded'])
    await sign(worker, expense.id, 'handled', 2)
  })

  test('that is voided with a reason counts nowhere, is still seen, and counts again when it is restored', async () => {
    const before = await spentFen()
    const { id } = await recorded({ amountFen: 700 })
    await who(worker).ask(voidExpense, { id, version: 1, reason: '录重了' })
    expect(await spentFen()).toBe(before)
    expect((await who(manager).ask(openProject, { id: projectId })).expenses.map((one) => one.id)).not.toContain(id)
    expect((await opened(id)).voided).toMatchObject({ reason: '录重了' })
    expect((await who(worker).refused(signExpense, { id, version: 2, part: 'handled' })).code).toBe('expenses.voidedSign')
    await who(worker).ask(restoreExpense, { id, version: 2, reason: '没有录重' })
    expect(await spentFen()).toBe(before + 700)
  })

  test('names the service that it was made for, which the list of that service finds; corrected, it names another or none', async () => {
    const activity = (title: string) => ({
      id: serviceIdSchema.parse(v7()),
      projectId,
      kind: 'activity' as const,
      line: 'cultural' as const,
      status: 'held' as const,
      communityCode: community('旭东社区'),
      day: daySchema.parse('2024-10-12'),
      title,
    })
    const [feast, other] = [activity('重阳聚餐'), activity('剪纸课')]
    for (const service of [feast, other]) await who(manager).ask(recordService, service)
    const { codes: _codes, ...expense } = await recorded({ serviceId: feast.id, amountFen: 300 })
    await sign(worker, expense.id, 'handled')
    const of = async (serviceId: ServiceId) =>
      (await who(worker).ask(listExpenses, { projectId, serviceId })).rows.map((row) => [row.id, row.amountFen])
    expect(await of(feast.id)).toEqual([[expense.id, 300]])
    expect((await opened(expense.id)).service).toEqual({ id: feast.id, kind: 'activity', title: '重阳聚餐', day: '2024-10-12' })

    await who(worker).ask(correctExpense, { expense: { ...expense, serviceId: other.id }, version: 1, reason: '记错活动' })
    expect([await of(feast.id), await of(other.id)]).toEqual([[], [[expense.id, 300]]])
    // Where it was put is not what was signed.
    expect((await opened(expense.id)).signatures).toMatchObject([{ part: 'handled', stands: true }])
    await who(worker).ask(correctExpense, { expense: { ...expense, serviceId: null }, version: 2, reason: '全年通用' })
    expect(await of(other.id)).toEqual([])
  })

  test('is for no service of another project', async () => {
    const elsewhere = await addProjectTo(house, [community('振兴社区')])
    const theirs = await house.signedIn([{ role: 'manager', projectId: elsewhere }])
    const id = serviceIdSchema.parse(v7())
    await theirs.ask(recordService, {
      id,
      projectId: elsewhere,
      kind: 'activity',
      line: 'cultural',
      status: 'held',
      communityCode: community('振兴社区'),
      day: daySchema.parse('2024-10-12'),
    })
    const problem = await who(worker).refused(recordExpense, { projectId, expense: expenseOf({ serviceId: id }) })
    expect(problem.errors?.[0]?.field).toBe('serviceId')
  })

  test('belongs to no line of another project, and its line cannot go, not even when it is voided', async () => {
    const problem = await who(worker).refused(recordExpense, { projectId, expense: expenseOf({ budgetLineId: v7() }) })
    expect(problem.errors?.[0]?.field).toBe('budgetLineId')
    const { version } = await who(manager).ask(openProject, { id: projectId })
    expect((await who(manager).refused(saveProjectLists, { id: projectId, version, budget: [] })).detail).toContain('活动物资')
  })
})
