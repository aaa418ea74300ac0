import ExcelJS from 'exceljs'
import PizZip from 'pizzip'
import sharp from 'sharp'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addServices, testService } from '../../testing/ledger.ts'
import { community } from '../../testing/project.ts'
import { emptyReferenceProject, expected, receive, referenceBooks } from '../../testing/reference.ts'
import { acceptImport } from '../exchange/schema.ts'
import { freezeFigures } from '../publishing/frozen-schema.ts'
import { frozenSetIdSchema } from '../publishing/figure-record-schema.ts'
import { listPeople } from '../people/schema.ts'
import { listExpenses } from '../projects/expense-schema.ts'
import { addProjectFile } from '../projects/file-schema.ts'
import { fetchPack, listPacks, makePack, showAcceptance } from './pack-schema.ts'
import { sha256Of } from './pack-writer.ts'
import { addTemplate, makeReport } from './report-schema.ts'

let house: TestHouse
let manager: Caller
let bureau: Caller
let projectId: ProjectId
const day = daySchema.parse('2025-05-01')

beforeAll(async () => {
  house = await openTestHouse()
  ;({ manager, projectId } = await emptyReferenceProject(house))
  const tried = await receive(manager, projectId, referenceBooks())
  await manager.ask(acceptImport, { id: tried.id })
  bureau = await house.signedIn([{ role: 'bureau' }])
}, 180_000)
afterAll(() => house.close())

/** Early in the project: fewer activities, and quicker made. */
const early = daySchema.parse('2024-10-15')
const packOf = async (by: Caller, named: boolean) => {
  const made = await by.ask(makePack, { id: v7(), projectId, day: early, named })
  const { bytes, type } = await by.fetch(fetchPack.name, { id: made.id })
  return { made, bytes, type, zip: new PizZip(bytes) }
}
/** Every text of a workbook. */
const textOf = (book: PizZip): string =>
  Object.keys(book.files)
    .map((name) => book.file(name)?.asText() ?? '')
    .join('')
const manifestSchema = z.object({ files: z.array(z.object({ path: z.string(), sha256: z.string() })) })

test('the reference project is ready to be checked: its figures against its contract, 120 activities, and what is missing of each', async () => {
  const shown = await manager.ask(showAcceptance, { projectId, day })
  const truth = expected()
  for (const target of shown.targets)
    if (target.measure !== null) expect(target.value, target.wording).toBe(truth.figures[target.measure]?.value ?? target.value)
  expect(shown.gatherings.filter((one) => one.kind === 'activity')).toHaveLength(120)
  expect(shown.exceptions.find((one) => one.code === 'paper.photos')?.count).toBe(shown.gatherings.length)
  expect(shown.exceptions.every((one) => one.text.zh.includes(String(one.count)) || one.code.includes('_'))).toBe(true)
})

test('the manager’s pack holds every activity in order, and a manifest that each file answers to; the same records give the same bytes', async () => {
  const first = await packOf(manager, true)
  expect(first.type).toBe('application/zip')
  expect(sha256Of(first.bytes)).toBe(first.made.sha256)
  const names = Object.keys(first.zip.files)
  expect(names).toContain('00 目录/验收资料目录.docx')
  expect(names).toContain('05 物资/物资发放.xlsx')
  expect(new Set(names.filter((name) => name.startsWith('03 活动档案/')).map((name) => name.split('/')[1])).size).toBeGreaterThan(8)
  const manifest = manifestSchema.parse(JSON.parse(first.zip.file('清单.json')?.asText() ?? ''))
  expect(manifest.files).toHaveLength(names.length - 2)
  for (const { path, sha256 } of manifest.files) expect(sha256Of(Buffer.from(first.zip.file(path)?.asUint8Array() ?? []))).toBe(sha256)
  expect(names.map((name) => first.zip.files[name]?.date.getFullYear()).every((year) => year === 2000)).toBe(true)
  const second = await packOf(manager, true)
  expect(second.made.sha256).toBe(first.made.sha256)
}, 240_000)

test('a voucher lies under its expense in the pack that names people, and in no other', async () => {
  const shown = await manager.ask(listExpenses, { projectId })
  const expense = shown.rows.find((one) => one.spentOn <= early)
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  await manager.ask(addProjectFile, { id: v7(), about: { expenseId: expense?.id ?? '' } }, { files: [{ name: '发票.png', bytes }] })
  const vouchers = ({ zip }: { zip: PizZip }) => Object.keys(zip.files).filter((name) => name.startsWith('04 经费/凭证/'))
  const [path = ''] = vouchers(await packOf(manager, true))
  expect(path).toContain(`${expense?.spentOn} ${expense?.voucher}`)
  expect(path).toMatch(/\/01 发票\.jpg$/)
  expect(vouchers(await packOf(manager, false))).toEqual([])
}, 240_000)

test('the bureau’s pack names nobody, and the manager’s full one is not the bureau’s to have', async () => {
  const { zip, made } = await packOf(bureau, false)
  const { rows } = await manager.ask(listPeople, { projectId, limit: 100 })
  const names = [...new Set(rows.map((row) => row.name))].filter((name) => name.length >= 3 && !name.includes('*'))
  expect(names.length).toBeGreaterThan(20)
  const roll = zip.file(Object.keys(zip.files).find((name) => name.includes('签到名单')) ?? '')?.asUint8Array()
  const document = new PizZip(Buffer.from(roll ?? [])).file('word/document.xml')?.asText() ?? ''
  expect(document).toMatch(/[\u4e00-\u9fff]\*{1,3}/)
  const members = new PizZip(Buffer.from(zip.file('01 指标与佐证/佐证名单.xlsx')?.asUint8Array() ?? []))
  const goods = new PizZip(Buffer.from(zip.file('05 物资/物资发放.xlsx')?.asUint8Array() ?? []))
  const texts = [members, goods].map(textOf).join('')
  expect(names.filter((name) => texts.includes(name) || document.includes(name))).toEqual([])
  expect((await bureau.refused(makePack, { id: v7(), projectId, day, named: true })).code).toBe('acceptance.namesKept')
  const { packs } = await bureau.ask(listPacks, { projectId })
  const full = packs.find((pack) => pack.named)
  expect(packs.find((pack) => pack.id === made.id)?.mayFetch).toBe(true)
  expect(full?.mayFetch).toBe(false)
  expect((await bureau.refused(fetchPack, { id: full?.id })).code).toBe('acceptance.namesKept')
}, 240_000)

test('a pack names the figures that were frozen for the closing, with their codes, and says when one has moved since', async () => {
  await manager.ask(freezeFigures, {
    id: frozenSetIdSchema.parse(v7()),
    projectId,
    purpose: 'closing',
    title: '结项数字',
    measures: ['sessions', 'activities'],
  })
  const before = await manager.ask(showAcceptance, { projectId, day })
  expect(before.exceptions.find(({ code }) => code === 'figure.moved')).toBeUndefined()
  const report = { projectId, report: 'closing' as const, from: day, to: day, format: 'excel' as const }
  const own = new ExcelJS.Workbook()
  own.addWorksheet('指标').addRow(['{合同指标.指标}', '{合同指标.定稿数}', '{合同指标.核验码}'])
  const templateId = v7()
  const file = { name: '指标.xlsx', bytes: Buffer.from(await own.xlsx.writeBuffer()) }
  expect(await manager.ask(addTemplate, { id: templateId, name: '指标' }, { files: [file] })).toMatchObject({ added: true })
  const made = await manager.fetch(makeReport.name, { ...report, templateId })
  expect(textOf(new PizZip(made.bytes)).match(/[0-9A-F]{4}(-[0-9A-F]{4}){3}/g)?.length).toBeGreaterThanOrEqual(2)
  await house.write((tx) =>
    addServices(tx, house.tenantId, projectId, [testService('case_session', '2025-04-08', { communityCode: community('旭东社区') })]),
  )
  expect((await manager.ask(showAcceptance, { projectId, day })).exceptions.find(({ code }) => code === 'figure.moved')?.count).toBe(1)
}, 240_000)

test('a day before the project began is refused beside its field', async () => {
  expect((await manager.refused(showAcceptance, { projectId, day: '2020-01-01' })).errors?.[0]?.field).toBe('day')
})
