import ExcelJS from 'exceljs'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportId, ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { emptyReferenceProject, receive } from '../../testing/reference.ts'
import { acceptImport, undoImport } from '../exchange/schema.ts'
import { frozenSetIdSchema, type FrozenFigureId } from './figure-record-schema.ts'
import { freezeFigures, listFrozenFigures, showDrift } from './frozen-schema.ts'

let house: TestHouse
let manager: Caller
let projectId: ProjectId

const places = '旭东社区'
const numbers = ['000000194503070018', '000000193810051031', '000000195203251997', '000000195507184631']
const names = ['单老人', '双老人', '邵广臣', '李洪军']
type Event = { readonly number: string; readonly day: string; readonly names: readonly string[] }

/** The agency's workbook of activities with its rolls, as it stands on a day. */
async function activities(events: readonly Event[]): Promise<{ name: string; bytes: Buffer }> {
  const book = new ExcelJS.Workbook()
  const list = book.addWorksheet('活动总表')
  list.addRow(['社区活动总表'])
  list.addRow(['活动编号', '活动名称', '社区', '活动日期', '地点', '主题标签', '负责社工', '状态'])
  const roll = book.addWorksheet('2024年10月签到')
  roll.addRow(['2024年10月活动签到表'])
  roll.addRow(['活动编号', '活动名称', '日期', '序号', '姓名', '社区', '身份', '签名'])
  for (const { number, day, names: there } of events) {
    list.addRow([number, '重阳茶话会', places, day, '活动室', '节日（重阳）', '孙博', '已开展'])
    for (const [at, name] of there.entries()) roll.addRow([number, '重阳茶话会', day, at + 1, name, places, '老人', '√'])
  }
  return { name: '活动.xlsx', bytes: Buffer.from(await book.xlsx.writeBuffer()) }
}

async function elders(): Promise<{ name: string; bytes: Buffer }> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(places)
  sheet.addRow(['旭东社区困境老人花名册'])
  sheet.addRow(['序号', '姓名', '性别', '身份证号', '联系电话', '住址', '户号', '困难类别', '登记日期'])
  for (const [at, name] of names.entries())
    sheet.addRow([at + 1, name, '男', numbers[at], `1000000000${at}`, places, `H${at}`, '独居', '2024-09-10'])
  return { name: '名册.xlsx', bytes: Buffer.from(await book.xlsx.writeBuffer()) }
}

async function imported(...files: { name: string; bytes: Buffer }[]): Promise<ImportId> {
  const tried = await receive(manager, projectId, files)
  await manager.ask(acceptImport, { id: tried.id })
  return tried.id
}

async function frozen(measure: 'activities' | 'attendances' | 'direct_persons'): Promise<FrozenFigureId> {
  const id = frozenSetIdSchema.parse(v7())
  await manager.ask(freezeFigures, { id, projectId, purpose: 'monthly', title: '十月', measures: [measure], by: [] })
  const [row] = (await manager.ask(listFrozenFigures, { setId: id })).rows
  if (row === undefined) throw new Error('Nothing was frozen.')
  return row.record.id
}

const first: Event = { number: 'HD001', day: '2024-10-08', names: ['单老人', '双老人'] }

beforeAll(async () => {
  house = await openTestHouse()
  ;({ manager, projectId } = await emptyReferenceProject(house))
  await imported(await elders(), await activities([first, { number: 'HD002', day: '2024-10-09', names: ['双老人'] }]))
}, 60_000)
afterAll(() => house.close())

test('a workbook that comes in again brings late entries, corrects days, and is named; taken back, everybody is as before', async () => {
  const [events, times, persons] = [await frozen('activities'), await frozen('attendances'), await frozen('direct_persons')]
  const again = await imported(
    await activities([
      { ...first, names: ['单老人', '双老人', '邵广臣'] },
      { number: 'HD002', day: '2025-06-09', names: ['双老人'] },
      { number: 'HD003', day: '2024-10-11', names: ['李洪军'] },
    ]),
  )
  const whyOf = async (id: FrozenFigureId) => {
    const { came, went } = await manager.ask(showDrift, { id })
    return [...came.map((one) => ['came', one.reason, one.said]), ...went.map((one) => ['went', one.reason, one.said])]
  }
  expect(await whyOf(events)).toEqual([
    ['came', 'imported', '活动.xlsx'],
    ['went', 'date', '活动.xlsx'],
  ])
  expect(await whyOf(times)).toEqual([
    ['came', 'imported', '活动.xlsx'],
    ['came', 'imported', '活动.xlsx'],
    ['went', 'date', '活动.xlsx'],
  ])
  expect(await whyOf(persons)).toEqual([
    ['came', 'imported', '活动.xlsx'],
    ['came', 'imported', '活动.xlsx'],
  ])
  const after = await frozen('direct_persons')
  const afterEvents = await frozen('activities')
  await manager.ask(undoImport, { id: again, reason: '报错了表' })
  for (const id of [events, times, persons]) expect(await whyOf(id)).toEqual([])
  expect(await whyOf(after)).toEqual([
    ['went', 'importUndone', '报错了表'],
    ['went', 'importUndone', '报错了表'],
  ])
  expect(new Set(await whyOf(afterEvents))).toEqual(
    new Set([
      ['came', 'importUndone', '报错了表'],
      ['went', 'importUndone', '报错了表'],
    ]),
  )
})
