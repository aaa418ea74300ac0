import { describe, expect, test } from 'vitest'
import { bookOf, rowsOf, sheetOf, type SheetOptions, type Written } from './book-testing.ts'
import { readForms } from './form-rules.ts'
import type { FieldSort, FormRow, ReadCell } from './form-schema.ts'

const cellsOf = (row: FormRow): Record<string, ReadCell<FieldSort>> => row.cells
const valuesOf = (row: FormRow | undefined) =>
  row === undefined ? undefined : Object.fromEntries(Object.entries(cellsOf(row)).map(([field, cell]) => [field, cell.value]))

function read(drawn: string, options: SheetOptions = {}, sheet = '曙光社区', file = '表.xlsx') {
  return readForms([bookOf(file, sheetOf(sheet, rowsOf(drawn), options))]).rows
}

describe('cells that stand for several rows', () => {
  test('merged down: the street goes for every community under it', () => {
    const rows = read(
      '街镇|社区|一社一品|面向\n胜利街道|旌旗社区|心灵驿站|老人\n|湖滨社区|银龄合唱|老人\n建设街道|站前社区|饺子宴|老人',
      { merges: ['A2:A3'] },
      '社区',
    )
    expect(rows.map((row) => valuesOf(row)?.['street'])).toEqual(['胜利街道', '胜利街道', '建设街道'])
  })
  test('left blank below in an exported list: the same', () => {
    const rows = read('街镇|社区|一社一品|面向\n胜利街道|旌旗社区|心灵驿站|老人\n|湖滨社区|银龄合唱|老人', {}, '社区')
    expect(rows.map((row) => valuesOf(row)?.['street'])).toEqual(['胜利街道', '胜利街道'])
  })
  test('a community written once over its people, then blanks', () => {
    const people = ['旌旗|甲', '|乙', '|丙', '湖滨|丁', '|戊', '|己'].map((person) => `${person}|1|一区`).join('\n')
    expect(read(`社区|姓名|身份证号|住址\n${people}`, {}, '总表').map((row) => valuesOf(row)?.['community'])).toEqual([
      '旌旗',
      '旌旗',
      '旌旗',
      '湖滨',
      '湖滨',
      '湖滨',
    ])
  })
  test('an activity said once above its sign-ins', () => {
    const rows = read(
      '活动编号|活动名称|日期|姓名|签名\nHD001|茶话会|2024.9.14|张三|√\n|||李四|√\nHD002|腊八|2025.1.4|王五|√\n|||赵六|√',
      {},
      '签到',
    )
    expect(rows.map((row) => [valuesOf(row)?.['activityNumber'], valuesOf(row)?.['day']])).toEqual([
      ['HD001', '2024-09-14'],
      ['HD001', '2024-09-14'],
      ['HD002', '2025-01-04'],
      ['HD002', '2025-01-04'],
    ])
  })
  test('同上 is what stands above', () => {
    const rows = read('姓名|身份证号|住址|户主\n张三|1|一区3号|张三\n李四|2|同上|〃', {}, '名册')
    expect(valuesOf(rows[1])).toMatchObject({ address: '一区3号', headName: '张三' })
  })
  test('an amount merged over the people of one household is handed out once', () => {
    const rows = read(
      '发放日期|批次号|户号|受益老人|物品|数量|单位|签收\n2024.9.5|WZ1|H1|张三|大米|2|袋|√\n|||李四||||\n2024.9.5|WZ1|H2|王五|大米|1|袋|√',
      { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'E2:E3', 'F2:F3', 'G2:G3'] },
      '发放',
    )
    expect(rows.map((row) => [row.row, valuesOf(row)?.['names'], valuesOf(row)?.['quantity']])).toEqual([
      [2, ['张三', '李四'], 2],
      [4, ['王五'], 1],
    ])
  })
  test('a person whose contacts take two rows is one row', () => {
    const rows = read('姓名|身份证号|住址|紧急联系人|联系人电话\n张三|1|一区|张小|100\n|||张大|101\n李四|2|二区|李小|102', {
      merges: ['A2:A3', 'B2:B3', 'C2:C3'],
    })
    expect(rows.map((row) => valuesOf(row)?.['name'])).toEqual(['张三', '李四'])
  })
})

describe('what stands around a table', () => {
  test('the community of a register comes from its sheet, then its title, then its file', () => {
    const community = (sheet: string, title: string, file: string) =>
      cellsOfFirst(read(`${title}\n姓名|身份证号|住址\n张三|1|一区`, {}, sheet, file))
    expect(community('旌旗社区', '花名册', '表.xlsx')).toMatchObject({ value: '旌旗社区', column: '工作表名' })
    expect(community('03 秃尾村', '花名册', '表.xlsx')).toMatchObject({ value: '秃尾村' })
    expect(community('Sheet1', '胜利街道旌旗社区困境老人花名册', '表.xlsx')).toMatchObject({ value: '旌旗社区', column: '标题', row: 1 })
    expect(community('Sheet1', '困境老人花名册', '花名册（秃尾村补报）.xlsx')).toMatchObject({ value: '秃尾村', column: '文件名' })
    expect(community('Sheet1', '填报单位：旌旗社区　填报人：王五', '表.xlsx')).toMatchObject({ value: '旌旗社区', column: '填报单位' })
    expect(community('Sheet1', '社区老人花名册', '各社区名单.xlsx')).toBeUndefined()
  })
  const cellsOfFirst = (rows: readonly FormRow[]) => (rows[0] === undefined ? undefined : cellsOf(rows[0])['community'])

  test('sheets that are all named by bare places say the community too', () => {
    const sheet = (name: string) => sheetOf(name, rowsOf('姓名|身份证号|住址\n张三|1|一区'))
    const { rows } = readForms([bookOf('名册.xlsx', sheet('旌旗'), sheet('湖滨'), sheet('庆华'), sheet('汇总'))])
    expect(rows.map((row) => cellsOf(row)['community']?.value)).toEqual(['旌旗', '湖滨', '庆华', undefined])
  })
  test('a heading within the list says the community of those below it', () => {
    const rows = read('序号|姓名|身份证号|住址\n旌旗社区|||\n1|张三|1|一区\n社区：湖滨|||\n1|李四|2|二区', {}, 'Sheet1')
    expect(rows.map((row) => [row.row, cellsOf(row)['community']?.value])).toEqual([
      [3, '旌旗社区'],
      [5, '湖滨'],
    ])
  })
  test('a clinic day has its number, day, institution from the line above', () => {
    const [row] = read(
      '旌旗社区义诊登记表\n日期：2024年9月10日　　义诊编号：YZ-01　　医疗机构：仁和医院\n姓名|年龄|血压\n张三|79|136/78',
      {},
      '01 旌旗社区',
    )
    expect(row?.cells).toMatchObject({
      clinicNumber: { value: 'YZ-01', column: '义诊编号', row: 2 },
      day: { value: '2024-09-10', written: '2024年9月10日' },
      institution: { value: '仁和医院' },
      community: { value: '旌旗社区' },
    })
  })
  test('the telephone of whoever filled the form in is not an elder’s', () => {
    const [row] = read('填报人：王宇宁　　联系电话：10060970561\n姓名|身份证号|住址\n张三|1|一区')
    expect(valuesOf(row)).not.toHaveProperty('phone')
  })
  test('a sheet of one activity', () => {
    const [row] = read(
      '中秋茶话会签到表\n活动时间：2024年9月14日 9:00-10:30　活动地点：活动室\n序号|姓名|性别|联系电话|签名\n1|张三|男|100|张三',
      {},
      'HD001',
    )
    expect(valuesOf(row)).toMatchObject({ activityNumber: 'HD001', activityTitle: '中秋茶话会', day: '2024-09-14', name: '张三' })
  })
  test('a cell of its own comes before anything around the table', () => {
    const rows = read('姓名|身份证号|住址|社区\n张三|1|一区|湖滨\n李四|2|二区|', {}, '旌旗社区')
    expect(rows.map((row) => valuesOf(row)?.['community'])).toEqual(['湖滨', '旌旗社区'])
  })
})

describe('days and times in one cell', () => {
  test('a day with its times fills both', () => {
    const [row] = read('活动编号|活动名称|活动时间|地点\nHD1|茶话会|2024年9月14日上午9:00-11:00|活动室', {}, '活动')
    expect(valuesOf(row)).toMatchObject({ day: '2024-09-14', startsAt: '09:00', endsAt: '11:00' })
  })
  test('both times in one column', () => {
    const [row] = read('个案编号|面谈日期|时间|面谈内容\nGA1|2024.9.4|14：00—15：30|谈', {}, '记录')
    expect(valuesOf(row)).toMatchObject({ day: '2024-09-04', startsAt: '14:00', endsAt: '15:30' })
  })
  test('a column called 时间 holds days or times, and is taken for what it holds', () => {
    expect(valuesOf(read('走访对象|时间|走访方式|走访人\n张三|2024.9.4|上门|孙', {}, '走访')[0])).toMatchObject({ day: '2024-09-04' })
    expect(valuesOf(read('走访对象|时间|日期|走访方式|走访人\n张三|9:30|2024.9.4|上门|孙', {}, '走访')[0])).toMatchObject({
      day: '2024-09-04',
      startsAt: '09:30',
    })
  })
  test('a day without a year is of the year that the title names', () => {
    expect(valuesOf(read('2024年9月活动签到表\n活动编号|日期|姓名|签名\nHD1|9月14日|张三|√', {}, '签到')[0])).toMatchObject({
      day: '2024-09-14',
    })
  })
})

describe('columns of ticks', () => {
  test('labels of their own columns join those that are listed', () => {
    const rows = read(
      '姓名|身份证号|困难类别|独居|残疾|高龄|残疾类别等级\n张三|1|低保|√|×||\n李四|2||是|肢体二级||肢体二级\n王五|3|||—|否|',
    )
    expect(rows.map((row) => cellsOf(row)['labels']?.value)).toEqual([['DB', 'DJ'], ['DJ', 'CJ'], undefined])
    expect(rows[0]?.cells).toMatchObject({ labels: { written: '低保、独居', column: '困难类别、独居' } })
    expect(valuesOf(rows[1])).toMatchObject({ disability: { category: 'limbs', grade: 2 } })
  })
  test('a check list keeps what was checked, in order or not', () => {
    const [row] = read(
      '日期|老人姓名|探访方式|健康|水电气火|邻里往来|发现问题|探访人\n2024.9.4|张三|上门|√|×|√|无|孙\n2024.9.5|李四|上门|√||√|无|孙',
      {},
      '探访',
    )
    expect([...(row?.checks ?? [])]).toEqual([
      ['健康', true],
      ['水电气火', false],
      ['邻里往来', true],
    ])
  })
  test('a roll has every session, and a blank is an absence', () => {
    const [row] = read('序号|组员姓名|第1节|第2节|第3节|第4节\n1|张三|√|迟到||请假', {}, 'XZ-01')
    expect([...(row?.sessions ?? [])].map(([ordinal, cell]) => [ordinal, cell.value, cell.written])).toEqual([
      [1, 'present', '√'],
      [2, 'present', '迟到'],
      [3, 'absent', ''],
      [4, 'absent', '请假'],
    ])
  })
})

test('an identity number that a spreadsheet keeps as a number is said to be one', () => {
  const rows: Written[][] = [
    ['姓名', '身份证号', '住址'],
    ['张三', 195_108_040_000, '一区'],
    ['李四', '000000195206110778', '二区'],
  ]
  const read = readForms([bookOf('表.xlsx', sheetOf('旌旗社区', rows))]).rows
  expect(read.map((row) => cellsOf(row)['idNumber'])).toEqual([
    { value: '195108040000', written: '195108040000', column: '身份证号', numeric: true },
    { value: '000000195206110778', written: '000000195206110778', column: '身份证号' },
  ])
})

test('a row on which only the serial number stands is no row', () => {
  expect(read('序号|姓名|身份证号|住址\n1|张三|1|一区\n2|||\n3|||')).toHaveLength(1)
})

test('every field with a column is named by its header, also where a row leaves it empty', () => {
  expect(read('姓名|身份证号|户编号|住址\n张三|1||一区')[0]?.columns).toEqual({
    name: '姓名',
    idNumber: '身份证号',
    householdNumber: '户编号',
    address: '住址',
  })
})

test('labels of several columns are one list, in one order', () => {
  const rows = read('姓名|身份证号|困难类别|婚姻状况\n张三|1|低保|丧偶\n李四|2|独居|已婚\n王五|3||丧偶')
  expect(rows.map((row) => valuesOf(row)?.['labels'])).toEqual([['DB', 'SO'], ['DJ'], ['SO']])
})

test('who lives alone is labelled so, in whichever column it stands', () => {
  const rows = read('姓名|身份证号|居住情况|婚姻状况|困难类别\n张三|1|独居|丧偶|低保\n李四|2|与子女同住|已婚|\n王五|3|空巢|已婚|')
  expect(rows.map((row) => valuesOf(row)?.['labels'])).toEqual([['DB', 'DJ', 'SO'], [], ['KC']])
})

test('a formula that came to nothing is told of, and a row of nothing but such is no row', () => {
  const rows = read('姓名|身份证号|住址\n张三|1|#REF!\n#N/A|#N/A|#N/A')
  expect(rows.map((row) => cellsOf(row)['address'])).toEqual([{ written: '#REF!', column: '住址', fault: 'formula-error' }])
})

describe('a day that stands in more than one place', () => {
  test('its month in a column of its own, written once over its days', () => {
    const rows = read('2024年活动一览\n月份|日期|活动名称|地点\n3月|5日|学雷锋|广场\n|12日|植树|公园\n4月|3|清明|社区', {}, '一览')
    expect(rows.map((row) => valuesOf(row)?.['day'])).toEqual(['2024-03-05', '2024-03-12', '2024-04-03'])
  })
  test('year, month and day apart', () => {
    const rows = read('年份|月份|日期|活动名称|地点\n2024|12|31|守岁|广场\n2025|1|1|元旦|公园', {}, '一览')
    expect(rows.map((row) => valuesOf(row)?.['day'])).toEqual(['2024-12-31', '2025-01-01'])
  })
  test('in a row of days right below 第一次, 第二次', () => {
    const rows = read('手工小组考勤表（2024年）\n序号|姓名|第一次|第二次\n||3.6|3.13\n1|张三|√|请假\n2|李四|√|√', {}, '小组')
    expect(rows).toHaveLength(2)
    expect(rows.map(({ sessionDays }) => [...(sessionDays ?? [])].map(([ordinal, { value }]) => [ordinal, value]))).toEqual([
      [
        [1, '2024-03-06'],
        [2, '2024-03-13'],
      ],
      [
        [1, '2024-03-06'],
        [2, '2024-03-13'],
      ],
    ])
  })
  test('behind the name of the activity', () => {
    const [row] = read('活动：母亲节插花（2024.5.6）\n序号|姓名|社区|电话|签名\n1|张三|一村|1234|√', {}, '签到')
    expect(valuesOf(row)?.['day']).toBe('2024-05-06')
  })
  test('with its time behind one colon', () => {
    const [row] = read('活动主题：插花|||时间：2024年5月6日上午9:00\n序号|姓名|年龄|电话|签名\n1|张三|77|1234|√', {}, '签到')
    expect(valuesOf(row)).toMatchObject({ day: '2024-05-06', activityTitle: '插花' })
  })
})

test('a list of calls says in its title how people were met', () => {
  const means = (title: string) => valuesOf(read(`${title}\n通话日期|老人姓名|社工\n2024.3.5|张三|何静`, {}, '3月')[0])?.['means']
  expect(means('电话慰问记录')).toBe('电话')
  expect(means('入户及电话探访记录')).toBeUndefined()
})

test('what was not measured is no fault', () => {
  const [row] = read('义诊登记表\n姓名|血压|血糖|脉搏\n张三|未测|拒测|未测量', {}, '义诊')
  expect(Object.keys(row === undefined ? {} : cellsOf(row))).toEqual(['name'])
})

describe('a form for one record, filled in', () => {
  test.each([
    [
      'of a session of casework',
      '个案服务记录表\n个案编号|G01|服务对象|张三|服务次数|第1次\n服务日期|2024年3月5日|服务时间|9:00-10:00|服务地点|家中\n服务目标|建立关系\n服务过程|谈近况',
      'caseSession',
      { caseNumber: 'G01', name: '张三', day: '2024-03-05', startsAt: '09:00', endsAt: '10:00', summary: '谈近况' },
    ],
    [
      'of a visit',
      '独居老人探访记录表\n老人姓名|张三|性别|男|年龄|77\n探访日期|2024.3.5|探访方式|入户|探访人|何静\n身体状况|良好|情绪|稳定\n发现问题|地滑\n处理情况|已报',
      'visits',
      { name: '张三', day: '2024-03-05', means: '入户', visitor: '何静', problem: '地滑', handled: '已报' },
    ],
    [
      'of an activity',
      '社区活动记录表\n活动名称|学雷锋|活动时间|2024年3月5日 9:00-11:00\n活动地点|广场|参加人数|30人\n主办单位|一村|活动负责人|何静\n活动内容|理发',
      'activityList',
      { title: '学雷锋', day: '2024-03-05', startsAt: '09:00', endsAt: '11:00', place: '广场', worker: '何静' },
    ],
  ])('%s', (_, drawn, form, values) => {
    const rows = read(drawn, {}, '1', '记录.xlsx')
    expect(rows.map((row) => row.form)).toEqual([form])
    expect(valuesOf(rows[0])).toMatchObject(values)
  })
  test('of a session of a group, over its roll', () => {
    const drawn =
      '小组活动记录\n小组名称|手工小组|节次|第1节\n活动日期|2024年3月6日|活动地点|活动室\n序号|组员姓名|出席情况|备注\n1|张三|出席|\n2|李四|请假|住院'
    expect(read(drawn, {}, '第一节').map(valuesOf)).toMatchObject([
      { groupTitle: '手工小组', ordinal: 1, day: '2024-03-06', name: '张三', presence: 'present' },
      { groupTitle: '手工小组', ordinal: 1, day: '2024-03-06', name: '李四', presence: 'absent' },
    ])
  })
})

test('what is somebody else’s is nobody’s here: an elder’s number in a list of carers', () => {
  const [row] = read('照护者|与老人关系|联系电话|被照护老人|老人身份证号|社区\n王小|女儿|1|张三|000000194503070018|一村', {}, '照护者名单')
  expect(valuesOf(row)).toEqual({ name: '王小', relation: '女儿', phone: '1', elders: ['张三'], community: '一村' })
})

test('times of signing in are no days: volunteers who sign in and out', () => {
  const [row] = read('志愿服务签到表\n日期：2024年3月5日\n姓名|签到时间|签退时间|服务时长\n陈海涛|8:50|11:10|2.5h', {}, '服务')
  expect([row?.form, valuesOf(row)]).toEqual([
    'shifts',
    { name: '陈海涛', startsAt: '08:50', endsAt: '11:10', confirmed: 150, day: '2024-03-05' },
  ])
})
