import { describe, expect, test } from 'vitest'
import { bookOf, rowsOf, sheetOf, type SheetOptions } from './book-testing.ts'
import { headerOf } from './table-header-rules.ts'
import { tablesOf } from './table-rules.ts'

function tables(drawn: string, options: SheetOptions = {}) {
  const sheet = sheetOf('名册', rowsOf(drawn), options)
  return tablesOf(bookOf('表.xlsx', sheet), sheet).map((table) => ({
    titles: table.titles.map((title) => title.text),
    side: Object.fromEntries(table.sideValues.map(({ label, cell }) => [label, cell.text])),
    headers: table.columns.map(headerOf),
    headerRow: table.headerRow,
    rows: table.rows.map(({ row }) => row.number),
  }))
}

describe('where a table begins', () => {
  test('below a title and a line of labels', () => {
    expect(
      tables(`旌旗社区义诊登记表
        日期：2024年9月10日　　义诊编号：YZ-01　　医疗机构：仁和医院（虚构）
        序号|姓名|性别|血压
        1|赵志华|男|123/63`),
    ).toEqual([
      {
        titles: ['旌旗社区义诊登记表'],
        side: { 日期: '2024年9月10日', 义诊编号: 'YZ-01', 医疗机构: '仁和医院（虚构）' },
        headers: ['序号', '姓名', '性别', '血压'],
        headerRow: 3,
        rows: [4],
      },
    ])
  })

  test.each([
    ['labels in cells of their own', '社区：|曙光|带组社工：|孙博', { 社区: '曙光', 带组社工: '孙博' }],
    ['labels without colons', '社区|曙光|带组社工|孙博', { 社区: '曙光', 带组社工: '孙博' }],
    ['labels and values in one cell each', '社区：曙光|带组社工：孙博', { 社区: '曙光', 带组社工: '孙博' }],
    ['a time with colons in it', '时间：9：00-11：00 地点：活动室', { 时间: '9：00-11：00', 地点: '活动室' }],
    ['half-width colons and one space', '日期:2024.9.4 地点:一楼', { 日期: '2024.9.4', 地点: '一楼' }],
  ])('%s', (_, line, side) => {
    expect(tables(`${line}\n序号|姓名|性别\n1|张三|男`)[0]?.side).toEqual(side)
  })

  test('in any column and row', () => {
    const drawn = rowsOf('序号|姓名|性别\n1|张三|男').map((row) => ['', '', ...row])
    const sheet = sheetOf('名册', [[], [], ...drawn])
    const [table] = tablesOf(bookOf('表.xlsx', sheet), sheet)
    expect([table?.headerRow, table?.columns.map((column) => column.column)]).toEqual([3, [2, 3, 4]])
  })

  test('with line breaks, spaces and signs in its headers', () => {
    expect(tables('*序 号|姓　名|身份证\n序号|1')[0]?.headers).toEqual(['*序 号', '姓　名', '身份证'])
  })
})

describe('headers in two rows', () => {
  const drawn = `困难老年人摸底表
    序号|姓名|身份证号码|困难类别|||紧急联系人||备注
    |||低保|特困|独居|姓名|电话|
    1|张三|000000194503070018|√|||张小|10012345678|`
  const headers = [
    '序号',
    '姓名',
    '身份证号码',
    '困难类别/低保',
    '困难类别/特困',
    '困难类别/独居',
    '紧急联系人/姓名',
    '紧急联系人/电话',
    '备注',
  ]

  test('merged', () => {
    const merges = ['A1:I1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:F2', 'G2:H2', 'I2:I3']
    expect(tables(drawn, { merges })[0]).toMatchObject({ headers, headerRow: 3, rows: [4] })
  })
  test('not merged, as a CSV has them', () => {
    expect(tables(drawn)[0]).toMatchObject({ headers, headerRow: 3, rows: [4] })
  })
  test('the groups above, the whole header below', () => {
    expect(
      tables(
        `基本信息|||困难类别（打√）||家庭
        姓名|性别|身份证号|低保|独居|住址
        张三|男|000000194503070018|√||一区`,
        { merges: ['A1:C1', 'D1:E1'] },
      )[0],
    ).toMatchObject({
      headers: ['基本信息/姓名', '基本信息/性别', '基本信息/身份证号', '困难类别（打√）/低保', '困难类别（打√）/独居', '家庭/住址'],
      rows: [3],
    })
  })
  test('a title merged over the whole table is no group', () => {
    expect(tables('困境老人花名册||\n姓名|性别|住址\n张三|男|一区', { merges: ['A1:C1'] })[0]).toMatchObject({
      titles: ['困境老人花名册'],
      headers: ['姓名', '性别', '住址'],
    })
  })
  test('the first record is no second header row', () => {
    expect(tables('姓名|低保|独居|备注\n张三|√||低保\n李四||√|独居')[0]).toMatchObject({
      rows: [2, 3],
      headers: ['姓名', '低保', '独居', '备注'],
    })
  })
})

describe('which rows are records', () => {
  test('sums, notes, blank rows, column numbers and lines for signatures are none', () => {
    expect(
      tables(`序号|姓名|性别|住址
        (1)|(2)|(3)|(4)
        例|张某|男|某处
        1|张三|男|一区
        小计|1人||
        2|李四|女|二区
        合计　　　人|||
        注：1. 本表由社区填报。|||
        2. 困难类别可多选。|||
        填表人：王|审核人：||日期：2024.9.4`)[0]?.rows,
    ).toEqual([4, 6])
  })
  test('a header that comes again on the next page, with its title, is none', () => {
    expect(
      tables(`困境老人花名册|||
        序号|姓名|性别|住址
        1|张三|男|一区
        困境老人花名册|||
        序号|姓名|性别|住址
        2|李四|女|二区`),
    ).toMatchObject([{ rows: [3, 6] }])
  })
  test('hidden rows are: a filter left on hides what is still counted', () => {
    expect(tables('姓名|性别|住址\n张三|男|一区\n李四|女|二区', { hiddenRows: [2] })[0]?.rows).toEqual([2, 3])
  })
  test('a person called 合 or 注 is', () => {
    expect(tables('姓名|性别|住址\n合雪梅|女|一区\n注云|女|二区')[0]?.rows).toEqual([2, 3])
  })
})

describe('several tables on one sheet', () => {
  test('below each other, with what stood above the first also above the second', () => {
    const [plan, roll] = tables(`“心有光芒”支持小组
      社区：曙光|带组社工：孙博
      一、各节计划
      节次|日期|主题|地点
      第1节|2024-12-20|相识|活动室
      二、组员出勤
      序号|姓名|性别|第1节|第2节
      1|魏喜臣|男|√|×`)
    expect(plan).toMatchObject({ headers: ['节次', '日期', '主题', '地点'], rows: [5] })
    expect(roll).toMatchObject({ headers: ['序号', '姓名', '性别', '第1节', '第2节'], rows: [8], side: { 社区: '曙光', 带组社工: '孙博' } })
    expect(roll?.titles.at(-1)).toBe('二、组员出勤')
  })
  test('sign-in forms one under another, each with its lines of labels beside their values', () => {
    const found = tables(`活动签到表
      活动名称|重阳茶话会|活动时间|2024-10-11
      活动地点|一村活动室
      序号|姓名|电话|签到
      1|张三|1234|√
      合计|1人
      活动签到表
      活动名称|消防讲座|活动时间|2024-10-12
      活动地点|二村会议室
      序号|姓名|电话|签到
      1|李四|5678|√`)
    expect(found).toMatchObject([
      { rows: [5], side: { 活动名称: '重阳茶话会', 活动地点: '一村活动室' } },
      { rows: [11], side: { 活动名称: '消防讲座', 活动时间: '2024-10-12', 活动地点: '二村会议室' } },
    ])
  })
  test('one list in two halves side by side', () => {
    expect(tables('序号|姓名|住址||序号|姓名|住址\n1|张三|一区||3|王五|三区\n2|李四|二区|||')).toMatchObject([
      { headers: ['序号', '姓名', '住址'], rows: [2, 3] },
      { headers: ['序号', '姓名', '住址'], rows: [2] },
    ])
  })
})

describe('a card, one record lying down', () => {
  test('of a person, whose values may be words that head columns elsewhere', () => {
    const lines = '姓名|张三|性别|男\n身份证号|1|出生日期|1940.1.1\n所属社区|一村|居住情况|独居|婚姻状况|丧偶\n健康状况|高血压'
    expect(tables(`个人档案\n${lines}`)).toMatchObject([
      { headers: ['姓名', '性别', '身份证号', '出生日期', '所属社区', '居住情况', '婚姻状况', '健康状况'], rows: [2] },
    ])
  })
  test('of a person, over a table of the family', () => {
    const found = tables('姓名|张三|性别|男\n身份证号|1|出生日期|1940.1.1\n家庭成员\n姓名|关系|年龄|联系电话\n张小三|儿子|50|2')
    expect(found).toMatchObject([
      { headers: ['姓名', '性别', '身份证号', '出生日期'], rows: [1] },
      { headers: ['姓名', '关系', '年龄', '联系电话'], rows: [5] },
    ])
  })
  test.each([
    ['under a heading', '项目|内容\n项目名称|五社联动\n主办单位|民政局\n项目经费|20万元\n服务对象|老人'],
    ['without a heading', '项目名称|五社联动\n主办单位|民政局\n项目经费|20万元\n服务对象|老人'],
    ['with colons', '项目概况\n项目名称：五社联动\n主办单位：民政局\n项目经费：20万元\n服务对象：老人'],
    ['two to a line', '项目名称|五社联动|主办单位|民政局\n项目经费|20万元|服务对象|困难群众'],
  ])('%s', (_, drawn) => {
    const found = tables(drawn)
    expect(found).toHaveLength(1)
    expect(found[0]?.headers).toEqual(['项目名称', '主办单位', '项目经费', '服务对象'])
    expect(found[0]?.rows).toHaveLength(1)
  })
})

test('a table of words that nobody knows is still a table', () => {
  expect(tables('车辆登记\n车牌|司机|里程\n辽A|张三|100\n辽B|李四|200')).toMatchObject([
    { titles: ['车辆登记'], headers: ['车牌', '司机', '里程'], rows: [3, 4] },
  ])
})
test('a sheet of prose is none', () => {
  expect(tables('填表说明\n请各社区如实填写。\n如有疑问请联系社工。')).toEqual([])
})
