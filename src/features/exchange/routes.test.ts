import ExcelJS from 'exceljs'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personIdSchema, type ImportId, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { emptyReferenceProject, receive, referenceBooks } from '../../testing/reference.ts'
import { changePerson, findPeople, openPerson } from '../people/schema.ts'
import { recordService } from '../ledger/schema.ts'
import { acceptImport, discardImport, listFindings, listImports, openImport, receiveImport, saveMapping, undoImport } from './schema.ts'

let house: TestHouse
let manager: Caller
let projectId: ProjectId

beforeAll(async () => {
  house = await openTestHouse()
  ;({ manager, projectId } = await emptyReferenceProject(house))
}, 60_000)
afterAll(() => house.close())

async function book(
  name: string,
  rows: readonly (readonly (string | number)[])[],
  sheet = '旭东社区',
): Promise<{ name: string; bytes: Buffer }> {
  const workbook = new ExcelJS.Workbook()
  const added = workbook.addWorksheet(sheet)
  for (const row of rows) added.addRow([...row])
  return { name, bytes: Buffer.from(await workbook.xlsx.writeBuffer()) }
}

const header = ['序号', '姓名', '性别', '身份证号', '出生日期', '联系电话', '住址', '户号', '困难类别', '登记日期']
const elder = (n: number, name: string, number: string, day: string) => [
  n,
  name,
  '男',
  number,
  day,
  `1000000000${n}`,
  '旭东社区',
  `H${n}`,
  '独居',
  '2024-09-10',
]
const register = (name = '名册.xlsx') =>
  book(name, [
    ['旭东社区困境老人花名册'],
    header,
    elder(1, '单老人', '000000194503070018', '1945-03-07'),
    elder(2, '双老人', '000000193810051031', '1938-10-05'),
  ])

async function accepted(files: { name: string; bytes: Buffer }[]): Promise<ImportId> {
  const tried = await receive(manager, projectId, files)
  expect(tried.state).toBe('read')
  await manager.ask(acceptImport, { id: tried.id })
  return tried.id
}

describe('files that are not what they say', () => {
  test.each([
    ['假的.xlsx', Buffer.from('<html><body>不是表格</body></html>')],
    ['空的.xlsx', Buffer.alloc(0)],
    ['旧的.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['半个.xlsx', Buffer.from('504b0304', 'hex')],
  ])('%s is refused with what to do, and nothing of the import is written', async (name, bytes) => {
    const tried = await receive(manager, projectId, [await register(), { name, bytes }])
    expect(tried.state).toBe('refused')
    expect(tried.refusals).toMatchObject([{ file: name }])
    expect(tried.refusals[0]?.because.zh.length).toBeGreaterThan(10)
    expect((await manager.refused(acceptImport, { id: tried.id })).code).toBe('import.closed')
  })

  test('no file at all is refused at the field', async () => {
    expect((await manager.refused(receiveImport, { id: v7(), projectId }, { files: [] })).errors?.[0]?.field).toBe('files')
  })

  test('a book without any table is refused; one with an unknown table gets a proposal, not an error', async () => {
    const prose = await receive(manager, projectId, [await book('随笔.xlsx', [['今天天气很好']])])
    expect(prose).toMatchObject({ state: 'refused', refusals: [{ file: '随笔.xlsx' }] })
    const odd = await receive(manager, projectId, [
      await book(
        '菜谱.xlsx',
        [
          ['菜名', '用料', '做法'],
          ['饺子', '面粉', '包'],
          ['汤圆', '糯米', '煮'],
        ],
        '菜谱',
      ),
    ])
    expect(odd.state).toBe('read')
    const { tables } = await manager.ask(openImport, { id: odd.id })
    expect(tables[0]?.columns.map((column) => column.header)).toEqual(['菜名', '用料', '做法'])
    await manager.ask(acceptImport, { id: odd.id })
    await manager.ask(undoImport, { id: odd.id, reason: '只是菜谱' })
  })
})

describe('an import', () => {
  test('is found again where it was left, with what each column was taken for, and can be discarded', async () => {
    const tried = await receive(manager, projectId, [await register()])
    const opened = await manager.ask(openImport, { id: tried.id })
    expect(opened.tables).toMatchObject([{ form: 'register', rowCount: 2, sheet: '旭东社区' }])
    expect(opened.tables[0]?.columns.find((column) => column.field === 'idNumber')?.example).toMatch(/\*{11}/)
    expect((await manager.ask(listImports, { projectId })).rows[0]).toMatchObject({ id: tried.id, files: [{ name: '名册.xlsx' }] })
    await manager.ask(discardImport, { id: tried.id })
    expect((await manager.refused(openImport, { id: tried.id })).status).toBe(404)
  })

  test('takes what a person said a column means, and keeps it for the next book with these headers', async () => {
    const odd = await book('怪名册.xlsx', [
      ['旭东社区困境老人花名册'],
      ['编号', '谁', '性别', '证件', '生于', '住址', '户号', '困难类别'],
      [1, '改列老人', '男', '000000194503070018', '1945-03-07', '旭东', 'H9', '低保'],
    ])
    const tried = await receive(manager, projectId, [odd])
    const [table] = (await manager.ask(openImport, { id: tried.id })).tables
    if (table === undefined) throw new Error('No table was found.')
    const fields: Record<string, string> = { 谁: 'name', 证件: 'idNumber', 生于: 'birth' }
    const columns = table.columns.map(({ header: own, field }) => ({ header: own, field: fields[own] ?? field }))
    await manager.ask(saveMapping, { id: tried.id, signature: table.signature, form: 'register', columns })
    const again = await receive(manager, projectId, [odd])
    const [kept] = (await manager.ask(openImport, { id: again.id })).tables
    expect(kept?.form).toBe('register')
    expect(kept?.columns.find((column) => column.header === '谁')?.field).toBe('name')
    expect(again.summary?.records.find((record) => record.table === 'person')?.added).toBe(1)
    await manager.ask(discardImport, { id: again.id })
    await manager.ask(discardImport, { id: tried.id })
  })

  test('accepted twice at the same moment is written once', async () => {
    const tried = await receive(manager, projectId, [await register('两次.xlsx')])
    const answers = await Promise.all([1, 2, 3].map(() => manager.post('imports.accept', { id: tried.id })))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect((await manager.ask(findPeople, { search: '单老人' })).rows).toHaveLength(1)
    await manager.ask(undoImport, { id: tried.id, reason: '试完了' })
    expect((await manager.ask(findPeople, { search: '单老人' })).rows).toHaveLength(0)
  })

  test('completes what was on file by hand and writes over nothing of it', async () => {
    const id = await accepted([await register('先.xlsx')])
    const [row] = (await manager.ask(findPeople, { search: '单老人' })).rows
    const person = row?.id ?? personIdSchema.parse(v7())
    const before = await manager.ask(openPerson, { id: person })
    await manager.ask(changePerson, {
      id: person,
      version: before.version,
      name: '单老人',
      sex: 'male',
      birthDate: before.birthDate,
      birthday: before.birthday,
      ethnicity: '满',
      phone: '10000000009',
      otherPhone: null,
      address: '人工改过的住址',
      livingWith: null,
      communityCode: before.communityCode,
      householdNumber: 'H1',
      note: null,
    })
    const again = await receive(manager, projectId, [await register('后.xlsx')])
    expect(again.summary?.records.filter((record) => record.added + record.changed > 0)).toEqual([])
    await manager.ask(acceptImport, { id: again.id })
    expect(await manager.ask(openPerson, { id: person })).toMatchObject({ address: '人工改过的住址', ethnicity: '满' })
    await manager.ask(undoImport, { id: again.id, reason: '试完了' })
    const refused = await manager.refused(undoImport, { id, reason: '试完了' })
    expect(refused.code).toBe('import.edited')
    await manager.ask(undoImport, { id, reason: '试完了', evenIfEdited: true })
  })

  test('whose people were served since cannot be undone, and says why', async () => {
    const id = await accepted([await register('用过.xlsx')])
    const [row] = (await manager.ask(findPeople, { search: '双老人' })).rows
    const communityCode = row?.communityCode
    if (row === undefined || communityCode === null || communityCode === undefined) throw new Error('Not imported.')
    const visit = recordService.input.parse({
      id: v7(),
      projectId,
      kind: 'home_visit',
      line: 'social',
      status: 'held',
      communityCode,
      day: '2024-11-11',
      attended: [{ id: v7(), personId: row.id, part: 'beneficiary' }],
    })
    // The community came with the register's sheet, not with the project: it is added to the project first.
    await house.write((tx) =>
      tx
        .insertInto('project_community')
        .values({ tenant_id: house.tenantId, project_id: projectId, community_code: communityCode })
        .onConflict((c) => c.doNothing())
        .execute(),
    )
    await manager.ask(recordService, visit)
    expect((await manager.refused(undoImport, { id, reason: '导错' })).code).toBe('import.stillNeeded')
    expect((await manager.ask(findPeople, { search: '单老人' })).rows).toHaveLength(1)
  })

  test('shows each doubtful row with file, sheet, row and column, an identity number masked', async () => {
    const tried = await receive(
      manager,
      projectId,
      referenceBooks().filter((one) => one.name.startsWith('01-1')),
    )
    const { rows } = await manager.ask(listFindings, { id: tried.id, limit: 200 })
    const damaged = rows.find((row) => row.field === 'idNumber' && row.seen !== null)
    expect(damaged).toMatchObject({ file: '01-1 老人花名册（秃尾村补报）.csv', column: '证件号' })
    expect(damaged?.seen).toMatch(/\*/)
    expect(damaged?.toDo.zh).not.toBe('')
    const stored = await house.write((tx) => tx.selectFrom('import_finding').selectAll().where('import_id', '=', tried.id).execute())
    expect(JSON.stringify(stored.map(({ seen_sealed: _sealed, ...row }) => row))).not.toMatch(/\d{15}/)
  })

  test('keeps its files sealed: no identity number stands in the database in clear', async () => {
    const { sealed } = await house.write((tx) =>
      tx.selectFrom('import_file').select('sealed').orderBy('bytes', 'desc').executeTakeFirstOrThrow(),
    )
    expect(sealed.subarray(0, 4).toString('latin1')).not.toBe('PK\u0003\u0004')
  })
})

describe('an exported list', () => {
  test('is a workbook in which nothing is a formula, whatever people are called', async () => {
    const id = await accepted([
      await book('公式.xlsx', [
        ['旭东社区困境老人花名册'],
        header,
        elder(3, '=1+1', '', '1950-01-01'),
        elder(4, '@SUM(A1)', '', '1951-01-01'),
      ]),
    ])
    const { bytes, status, type } = await manager.fetch('exports.make', { list: 'people', projectId })
    expect([status, type]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
    const kinds = new Set<ExcelJS.ValueType>()
    const texts: string[] = []
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => void (kinds.add(cell.type), texts.push(cell.text)))))
    expect(kinds).not.toContain(ExcelJS.ValueType.Formula)
    expect(texts).toEqual(expect.arrayContaining(['=1+1', '@SUM(A1)']))
    await manager.ask(undoImport, { id, reason: '试完了' }).catch(() => undefined)
  })

  test.each(['people', 'services', 'figures', 'expenses'] as const)('of %s has a header and opens', async (list) => {
    const { bytes, status } = await manager.fetch('exports.make', { list, projectId })
    expect(status).toBe(200)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
    expect(workbook.worksheets[0]?.getRow(1).cellCount).toBeGreaterThan(4)
  })
})
