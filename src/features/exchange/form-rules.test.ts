import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Book, Row, Sheet } from './book-schema.ts'
import { bookOf, sheetOf } from './book-testing.ts'
import { readBooks } from './books-reader.ts'
import { isRowOf, readForms } from './form-rules.ts'
import type { FieldSort, FormRow, ReadCell } from './form-schema.ts'

const folder = new URL('../../../demo/reference-project/', import.meta.url)
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'))

let books: Book[] = []
let rows: FormRow[] = []
let tables: ReturnType<typeof readForms>['tables'] = []

beforeAll(async () => {
  const names = readdirSync(folder).filter((name) => /\.(?:xlsx|csv)$/.test(name))
  const read = await readBooks(names.toSorted().map((name) => ({ name, bytes: readFileSync(new URL(encodeURIComponent(name), folder)) })))
  books = read.books
  ;({ tables, rows } = readForms(books))
})

const cellsOf = (row: FormRow): Record<string, ReadCell<FieldSort>> => row.cells

describe('the books of the reference project', () => {
  test('every table of every sheet is taken for what it is', () => {
    const found = tables.map((table) => [table.file.slice(0, 4).trim(), table.form])
    const count = (file: string, form: string) => found.filter(([inFile, as]) => inFile === file && as === form).length
    expect(tables.every((table) => table.form !== undefined)).toBe(true)
    expect([count('01 老', 'register'), count('01-1', 'register')]).toEqual([17, 1])
    expect([count('02 个', 'caseList'), count('02 个', 'caseSession')]).toEqual([1, 2])
    expect([count('03 小', 'groupList'), count('03 小', 'groupPlan'), count('03 小', 'groupRoll')]).toEqual([1, 12, 12])
    expect([count('04 活', 'activityList'), count('04 活', 'signIn'), count('05 义', 'clinic')]).toEqual([1, 8, 24])
    expect(tables.filter((table) => /^(?:06|07|08|09|10|11)/.test(table.file)).map((table) => [table.sheet, table.form])).toEqual([
      ['捐赠入库', 'goodsReceipt'],
      ['发放登记', 'handOut'],
      ['库存盘点', 'stockCount'],
      ['志愿者名册', 'volunteers'],
      ['志愿家庭', 'volunteerFamilies'],
      ['服务班次', 'shifts'],
      ['资源链接', 'linkages'],
      ['课程', 'craftLessons'],
      ['课程签到', 'craftSignIn'],
      ['作品', 'craftPieces'],
      ['展销', 'exhibitions'],
      ['销售', 'craftSales'],
      ['照护者名单', 'carers'],
      ['喘息服务', 'respite'],
      ['入户探访', 'visits'],
      ['基本信息', 'projectBasics'],
      ['社区与一社一品', 'projectCommunities'],
      ['需求', 'needs'],
      ['合同指标', 'targets'],
      ['预算', 'budget'],
      ['支出明细', 'expenses'],
      ['间接受益依据', 'estimateBasis'],
    ])
  })

  test('no column is left over but the serial numbers', () => {
    expect(
      new Set(tables.flatMap((table) => table.columns.filter(({ field }) => field === undefined).map(({ header }) => header))),
    ).toEqual(new Set(['序号']))
  })

  test('as many rows of each form as the project has', () => {
    const count = (form: string) => rows.filter((row) => row.form === form).length
    expect(count('register')).toBe(expected.figures.register_rows.value)
    // Two of the cases were not accepted; one session is typed twice, one is before the period and one after it.
    expect(count('caseList')).toBe(expected.figures.cases.value + 2)
    expect(count('caseSession')).toBe(expected.figures.sessions.value + 3)
    expect(count('groupPlan')).toBe(expected.figures.group_sessions.value)
    expect(count('groupRoll')).toBe(expected.figures.group_members.value)
    // Two were cancelled and one is planned for after the close.
    expect(count('activityList')).toBe(expected.figures.activities.value + 3)
    // Four people signed in twice.
    expect(count('signIn')).toBe(expected.figures.attendances.value + expected.figures.sign_in_others.value + 4)
    expect(count('targets')).toBe(Object.keys(expected.contract_targets).length)
    expect(count('budget')).toBe(Object.keys(expected.budget_lines).length)
    expect(count('estimateBasis')).toBe(expected.indirect_basis.length)
    expect(count('projectCommunities')).toBe(expected.project.communities.length)
  })

  test('attendances of groups are the marks that say somebody was there', () => {
    const marks = rows.flatMap((row) => [...(row.sessions?.values() ?? [])])
    expect(marks.filter((mark) => mark.value === 'present')).toHaveLength(expected.figures.group_attendances.value)
    expect(marks.every((mark) => mark.value !== undefined)).toBe(true)
  })

  test('nothing is unreadable, and there is no such day as the three that were planted', () => {
    const faults = rows.flatMap((row) =>
      Object.entries(cellsOf(row)).flatMap(([field, cell]) =>
        cell.fault === undefined ? [] : [`${row.sheet} ${row.row} ${field} ${cell.fault}`],
      ),
    )
    const planted = expected.defects.filter((defect: { kind: string }) => defect.kind === 'birth_impossible')
    expect(faults.toSorted()).toEqual(
      planted.map((defect: { sheet: string; row: number }) => `${defect.sheet} ${defect.row} birth no-such-day`).toSorted(),
    )
  })

  test('every planted defect that is written in a cell is there, at its file, sheet, row and column, as it was seen', () => {
    const byPlace = Map.groupBy(rows, (row) => `${row.file}|${row.sheet ?? ''}|${row.row}`)
    const missed = expected.defects.filter(
      (defect: { file: string; sheet: string | null; row: number; column: string; seen: string | null }) => {
        const row = byPlace.get(`${defect.file}|${defect.sheet ?? ''}|${defect.row}`)?.[0]
        if (row === undefined) return true
        if (!Object.values<string | undefined>(row.columns).includes(defect.column)) return true
        const cell = Object.values(cellsOf(row)).find((each) => each.column === defect.column)
        return /^\d{12,}$|^[０-９]+$/.test(defect.seen ?? '') && cell?.written !== defect.seen
      },
    )
    expect(missed).toEqual([])
  })

  test('the register says whose community each row is', () => {
    const communities = new Set(rows.flatMap((row) => (isRowOf(row, 'register') ? [row.cells.community?.value] : [])))
    expect(communities).toEqual(new Set(expected.project.communities.map(({ name }: { name: string }) => name)))
  })

  test('the labels of the register, ticked or listed', () => {
    const fields = rows.flatMap((row) => (isRowOf(row, 'register') ? [row.cells.labels?.value ?? []] : []))
    expect(fields.filter((labels) => labels.includes('JSTS')).length).toBeGreaterThanOrEqual(expected.labels.persons_with['失独'])
    expect(fields.filter((labels) => labels.includes('BSN')).length).toBeGreaterThanOrEqual(expected.labels.persons_with['半失能'])
  })

  test('the order of files, sheets and columns does not matter', () => {
    const turnedSheet = (sheet: Sheet): Sheet => {
      const widest = Math.max(0, ...sheet.rows.flatMap((row) => [...row.cells.keys()]))
      const turn = (row: Row): Row =>
        row.cells.size < 3 ? row : { ...row, cells: new Map([...row.cells].map(([column, cell]) => [widest - column, cell])) }
      return { ...sheet, rows: sheet.rows.map(turn), merges: [] }
    }
    const turned = readForms(books.toReversed().map((book) => ({ ...book, sheets: book.sheets.toReversed().map(turnedSheet) })))
    const tally = (all: readonly FormRow[]) =>
      Object.fromEntries([...Map.groupBy(all, (row) => row.form)].map(([form, group]) => [form, group.length]))
    // The project's communities lose their merged streets; the cards stay cards.
    expect(tally(turned.rows)).toEqual(tally(rows))
  })
})

describe('whatever a book holds', () => {
  const text = fc.string({
    unit: fc.constantFrom(...Array.from('姓名性别身份证号社区日期编号序 张三李四0123456789.-/：:（）√×无合计注低保独居年月日')),
    maxLength: 12,
  })
  const cell = fc.oneof(
    { weight: 3, arbitrary: text },
    fc.constantFrom('姓名', '性别', '身份证号', '社区', '活动编号', '签名', '第1节', '困难类别', '低保', '项目', '内容'),
    fc.double({ noNaN: true }),
    fc.constant(undefined),
  )
  const merge = fc
    .tuple(fc.nat(6), fc.nat(6), fc.nat(4), fc.nat(4))
    .map(([row, rows, column, columns]) => ({ fromRow: row + 1, toRow: row + 1 + rows, fromColumn: column, toColumn: column + columns }))

  test('it is read to its end, and each row is a row of the book', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 14 }),
        fc.array(merge, { maxLength: 4 }),
        fc.string({ maxLength: 6 }),
        (drawn, merges, name) => {
          const sheet = { ...sheetOf(name, drawn), merges }
          const numbers = new Set(sheet.rows.map((row) => row.number))
          const read = readForms([bookOf('某.xlsx', sheet)])
          for (const row of read.rows) expect(numbers.has(row.row)).toBe(true)
          for (const table of read.tables) expect(table.confidence).toBeLessThanOrEqual(1)
          expect(new Set(read.rows.map((row) => `${row.form} ${row.row}`)).size).toBeLessThanOrEqual(read.rows.length)
        },
      ),
      { numRuns: 1500 },
    )
  })

  const many = (count: number, row: (n: number) => readonly (string | undefined)[]) => Array.from({ length: count }, (_, n) => row(n))
  test.each<[string, () => readonly (readonly (string | undefined)[])[]]>([
    ['a hundred thousand lines without a table', () => many(100_000, (n) => [`第${n}行`])],
    ['fifty thousand labels with their values', () => many(50_000, (n) => [`标签${n}：值`])],
    [
      'nothing but headers, no two alike',
      () => many(50_000, (n) => (n % 2 === 0 ? ['姓名', '身份证号', '住址'] : ['活动编号', '活动名称', '签名'])),
    ],
    ['ten thousand columns', () => many(60, (n) => many(10_000, (m) => [n === 0 ? `姓名${m}` : '甲']).flat())],
    [
      'cells as long as they may be',
      () => [
        ['姓名', '出生日期', '困难类别', '身份证号'],
        ...many(300, () => ['张三和李四、'.repeat(5000), '1.'.repeat(16_000), '独居低保、'.repeat(6000), '1'.repeat(32_000)]),
      ],
    ],
    ['colons without end', () => [['姓名', '身份证号', '住址'], ...many(20_000, () => ['社区：'.repeat(100), '1', '2'])]],
  ])('%s: reading ends', (_, drawn) => {
    const book = bookOf('某.xlsx', sheetOf('某', drawn()))
    expect(readForms([book]).tables).toBeDefined()
  })

  test('of twenty thousand rows each is read', () => {
    const headers =
      '序号 姓名 性别 民族 身份证号 出生日期 联系电话 家庭住址 居住情况 户主 户号 紧急联系人 与老人关系 联系人电话 低保 特困 独居 空巢 失能 残疾 丧偶 高龄 残疾类别等级 登记日期 备注'.split(
        ' ',
      )
    const person = (n: number) => [
      n,
      `张${'秀英桂兰'[n % 4]}${'芳华国强'[n % 3]}`,
      '女',
      '汉',
      `0000001945${String(n).padStart(8, '0')}`,
      '1945.3.7',
      `100${String(n).padStart(8, '0')}`,
      `旌旗社区${n % 40}号楼${n % 6}单元${n}室`,
      '独居',
      '张三',
      `H${n}`,
      '李四',
      '女儿',
      '10012345678',
      '√',
      '×',
      '',
      '√',
      '',
      '',
      '√',
      '',
      '肢体二级',
      { day: 45539 },
      '无',
    ]
    const sheet = sheetOf('旌旗社区', [headers, ...Array.from({ length: 20_000 }, (_, n) => person(n + 1))])
    expect(readForms([bookOf('大.xlsx', sheet)]).rows).toHaveLength(20_000)
  })
})
