import ExcelJS from 'exceljs'
import sharp from 'sharp'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema, type ImportId, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { emptyReferenceProject, receive, referenceBooks } from '../../testing/reference.ts'
import { listServices } from '../ledger/schema.ts'
import { correctExpense, listExpenses, recordExpense, signExpense, unsignExpense, type ListedExpense } from '../projects/expense-schema.ts'
import { addProjectFile } from '../projects/file-schema.ts'
import { acceptImport, undoImport } from './schema.ts'

let house: TestHouse
let manager: Caller
let projectId: ProjectId

beforeAll(async () => {
  house = await openTestHouse()
  ;({ manager, projectId } = await emptyReferenceProject(house))
}, 60_000)
afterAll(() => house.close())

const header = ['凭证号', '日期', '科目', '金额（元）', '用途', '发票号', '经手人']
async function accepted(...rows: readonly (readonly (string | number)[])[]): Promise<ImportId> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('支出明细')
  for (const row of [['支出明细'], header, ...rows]) sheet.addRow([...row])
  const { id, state } = await receive(manager, projectId, [{ name: '支出.xlsx', bytes: Buffer.from(await workbook.xlsx.writeBuffer()) }])
  expect(state).toBe('read')
  await manager.ask(acceptImport, { id })
  return id
}
async function expense(voucher: string): Promise<ListedExpense> {
  const found = (await manager.ask(listExpenses, { projectId })).rows.find((row) => row.voucher === voucher)
  if (found === undefined) throw new Error(`No expense ${voucher}.`)
  return found
}
const vouchers = async () => (await manager.ask(listExpenses, { projectId })).rows.map((row) => row.voucher)

describe('the undo of an import under expenses', () => {
  test('that somebody signed is refused and names them; with the signature taken back it is done', async () => {
    const id = await accepted(
      ['PZ-1', '2024-10-01', '宣传费', 120, '印宣传册', 'FP1', '刘社工'],
      ['PZ-2', '2024-10-02', '宣传费', 80, '横幅', 'FP2', '刘社工'],
    )
    const signed = await expense('PZ-1')
    await manager.ask(signExpense, { id: signed.id, version: signed.version, part: 'handled' })
    const refused = await manager.refused(undoImport, { id, reason: '导错', evenIfEdited: true })
    expect(refused.code).toBe('import.expensesStand')
    expect(refused.detail).toContain('PZ-1 2024-10-01 印宣传册（已签字）')
    expect(refused.detail).not.toContain('PZ-2')
    expect(await vouchers()).toEqual(['PZ-1', 'PZ-2'])
    await manager.ask(unsignExpense, { id: signed.id, part: 'handled', reason: '要重导' })
    await manager.ask(undoImport, { id, reason: '导错' })
    expect(await vouchers()).toEqual([])
  })

  test('that somebody corrected asks once more', async () => {
    const id = await accepted(['PZ-3', '2024-10-03', '宣传费', 120, '印宣传册', 'FP3', '刘社工'])
    const { version, service: _service, ...found } = await expense('PZ-3')
    await manager.ask(correctExpense, { expense: { ...found, amountFen: 13_000 }, version, reason: '发票金额不同' })
    expect((await manager.refused(undoImport, { id, reason: '导错' })).code).toBe('import.edited')
    await manager.ask(undoImport, { id, reason: '导错', evenIfEdited: true })
    expect(await vouchers()).toEqual([])
  })

  test('that a voucher is filed under is refused', async () => {
    const id = await accepted(['PZ-4', '2024-10-04', '宣传费', 120, '印宣传册', 'FP4', '刘社工'])
    const { id: expenseId } = await expense('PZ-4')
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    await manager.ask(addProjectFile, { id: v7(), about: { expenseId } }, { files: [{ name: '发票.png', bytes }] })
    expect((await manager.refused(undoImport, { id, reason: '导错' })).detail).toContain('PZ-4 2024-10-04 印宣传册（传过凭证）')
  })

  test('that are for a service which the import added is refused, until they name another', async () => {
    const { id } = await receive(
      manager,
      projectId,
      referenceBooks().filter(({ name }) => name.startsWith('04')),
    )
    await manager.ask(acceptImport, { id })
    const [service] = (await manager.ask(listServices, { projectId, limit: 1 })).rows
    if (service === undefined) throw new Error('No service was imported.')
    const spent = {
      id: v7(),
      budgetLineId: null,
      voucher: 'PZ-5',
      spentOn: daySchema.parse('2024-11-01'),
      amountFen: 5000,
      purpose: '茶点',
      invoice: null,
      payee: null,
      paidBy: null,
      handledBy: null,
      serviceId: serviceIdSchema.parse(service.id),
    }
    await manager.ask(recordExpense, { projectId, expense: spent })
    const exported = new ExcelJS.Workbook()
    const { bytes } = await manager.fetch('exports.make', { list: 'expenses', projectId })
    await exported.xlsx.load(new Uint8Array(bytes).buffer)
    const row = exported.worksheets[0]?.getColumn(1).values.indexOf('PZ-5') ?? 0
    expect(exported.worksheets[0]?.getRow(row).getCell(8).text).toBe(`${service.day} 社区活动 ${service.title}`)
    const refused = await manager.refused(undoImport, { id, reason: '导错' })
    expect(refused.detail).toContain('PZ-5 2024-11-01 茶点（用于导入的服务）')
    await manager.ask(correctExpense, { expense: { ...spent, serviceId: null }, version: 1, reason: '先不关联' })
    await manager.ask(undoImport, { id, reason: '导错' })
    expect((await manager.ask(listServices, { projectId, limit: 1 })).total).toBe(0)
  })
})
