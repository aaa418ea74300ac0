import { describe, expect, test } from 'vitest'
import { bookOf, rowsOf, sheetOf } from './book-testing.ts'
import { readForms } from './form-rules.ts'

/** The form that a sheet was taken for, and the field of each column. */
function take(drawn: string, sheet: string | undefined = 'Sheet1', file = '工作簿1.xlsx') {
  const { tables } = readForms([bookOf(file, sheetOf(sheet, rowsOf(drawn)))])
  const table = tables[0]
  return [table?.form, table?.columns.map((column) => column.field ?? '')] as const
}

/** Headers as other agencies write them, with what they mean; nothing in the names of file and sheet helps. */
const hands: readonly [string, string, string][] = [
  [
    'register',
    '编号|长者姓名|性别|公民身份号码|出生年月|联系电话|现居住地址|所属社区|人员类别|残疾等级|监护人|与本人关系|联系电话|录入时间',
    '|name|sex|idNumber|birth|phone|address|community|labels|disability|contactName|contactRelation|contactPhone|registeredOn',
  ],
  [
    'register',
    '服务对象|身份证件号码|年龄|族别|详细地址|户主名|户籍编号|同住情况|困难情况|赡养人|赡养人电话|走访日期|其他情况',
    'name|idNumber|age|ethnicity|address|headName|householdNumber|livingWith|labels|contactName|contactPhone|registeredOn|note',
  ],
  [
    'register',
    '姓名|性別|身份證號碼|出生年月日|聯繫電話|住址|社區|困難類別|戶主|緊急聯絡人',
    'name|sex|idNumber|birth|phone|address|community|labels|headName|contactName',
  ],
  ['register', '姓 名|身份证\n号 码|电 话*|家庭住址（详细）|是否独居|低保', 'name|idNumber|phone|address|labels|labels'],
  [
    'caseList',
    '档案编号|案主|性别|年龄|所属社区|转介来源|求助问题|开案日期|结案日期|进展|主责社工|GDS-15（前测）|GDS-15（后测）|累计服务次数',
    'number|name|sex|age|community|source|problem|openedOn|closedOn|status|worker|gdsBefore|gdsAfter|sessionCount',
  ],
  [
    'caseSession',
    '个案编号|案主姓名|第几次|面谈日期|面谈方式|时长（分钟）|负责社工|心理咨询师|面谈内容|后续跟进',
    'caseNumber|name|ordinal|day|method|minutes|worker|counsellor|summary|nextPlan',
  ],
  ['groupList', '序号|小组名称|开展社区|小组性质|节数|组员人数|带领者', '|title|community|nature|sessionCount|memberCount|worker'],
  ['groupPlan', '第几节|开展日期|开始时间|结束时间|活动主题|场地', 'ordinal|day|startsAt|endsAt|topic|place'],
  ['groupRoll', '序号|组员姓名|性别|年龄|手机尾号|第一次|第二次|第三次', '|name|sex|age|phoneTail|sessions|sessions|sessions'],
  [
    'groupRoll',
    '姓名|身份证后4位|9月4日|9月11日|9月18日|9月25日|10月2日|备注',
    'name|idTail|sessions|sessions|sessions|sessions|sessions|note',
  ],
  [
    'activityList',
    '序号|活动主题|活动类型|开展时间|活动地点|承办社区|预计参加人数|合作方|负责社工|开展情况',
    '|title|themes|day|place|community|expectedCount|partner|worker|status',
  ],
  [
    'signIn',
    '活动号|活动主题|签到日期|参加人员|所属社区|手机尾号|人员类别|签字',
    'activityNumber|activityTitle|day|name|community|phoneTail|part|signature',
  ],
  [
    'clinic',
    '义诊日期|义诊单位|社区|受检者|年龄|证件尾号|高压|低压|心率（次/分）|血糖(mg/dl)|空腹/餐后|医嘱',
    'day|institution|community|name|age|idTail|systolic|diastolic|pulse|glucose|glucoseContext|advice',
  ],
  [
    'goodsReceipt',
    '入库日期|物资编号|捐赠单位|品名|数量|计量单位|单价（元）|总价|有效期至|经手人',
    'day|lot|donor|item|quantity|unit|unitPrice|value|expiresOn|receivedBy',
  ],
  [
    'handOut',
    '发放时间|批号|所在村|户编号|户主姓名|受助人|发放物资|发放数量|计量单位|代领人|签字',
    'day|lot|community|householdNumber|headName|names|item|quantity|unit|takenBy|receipt',
  ],
  ['stockCount', '品名|批号|入库数|出库数|剩余|损耗', 'item|lot|received|handedOut|remaining|damaged'],
  [
    'volunteers',
    '志愿者号|志愿者姓名|性别|身份证号|出生年月|手机号码|所属志愿家庭|特长|家长同意',
    'number|name|sex|idNumber|birth|phone|familyNumber|skills|guardianConsent',
  ],
  ['volunteerFamilies', '志愿家庭编号|志愿家庭名称|家庭代表|成员数|所在社区|注册日期', 'number|title|contactName|size|community|joinedOn'],
  [
    'shifts',
    '服务日期|志愿者号|志愿者姓名|服务项目|关联活动|上岗时间|离岗时间|自报时长|认定时长|认定人|到岗情况',
    'day|volunteerNumber|name|kind|relatedNumber|startsAt|endsAt|claimed|confirmed|confirmedBy|status',
  ],
  [
    'linkages',
    '资源方|五社类型|资源种类|对接时间|支持内容|折合价值（元）|对接人|落实情况',
    'organisation|party|resource|day|content|value|handledBy|status',
  ],
  ['craftLessons', '课次编号|授课日期|非遗项目|传承人|到课人数', 'number|day|craft|teacher|count'],
  ['craftSignIn', '课程号|上课日期|学员姓名|社区|签到', 'lessonNumber|day|name|community|signature'],
  ['craftPieces', '作品号|作品种类|制作者|标价（元）', 'number|craft|maker|price'],
  ['exhibitions', '展销会编号|展销日期|展销地点', 'number|day|place'],
  ['craftSales', '作品号|展销会编号|售出日期|作者|成交价|付给老人', 'piece|exhibition|day|maker|price|income'],
  [
    'carers',
    '照顾者编号|照顾者姓名|性别|证件号码|手机|与被照顾者关系|被照顾老人|所属社区',
    'number|name|sex|idNumber|phone|relation|elders|community',
  ],
  [
    'respite',
    '喘息日期|开始|结束|照顾者编号|照顾者|被照顾老人|所属社区|替代照护人|服务项目|完成情况',
    'day|startsAt|endsAt|carerNumber|carer|elders|community|relievedBy|content|status',
  ],
  [
    'visits',
    '走访编号|走访日期|所在村|走访对象|走访形式|见面情况|存在问题|处理情况|走访人',
    'number|day|community|name|means|met|problem|handled|visitor',
  ],
  ['projectCommunities', '所属街道|社区名称|行政区划代码|特色品牌|面向人群', 'street|community|code|programme|programmeFor'],
  ['needs', '序号|需求内容|回应措施', 'ordinal|need|answeredBy'],
  ['targets', '绩效指标|合同约定值|计量单位', 'wording|value|unit'],
  ['budget', '预算科目|预算数（元）|占比上限', 'name|amount|cap'],
  ['expenses', '记账日期|凭证编号|支出科目|支出金额|摘要|票据号|报销人', 'day|voucher|line|amount|purpose|invoice|handledBy'],
  ['estimateBasis', '估算依据|估算人数|计算方法', 'basis|value|method'],
]

describe('a table is recognised by its headers alone, in other words than the reference project has', () => {
  test.each(hands)('%s: %s', (form, headers, fields) => {
    expect(
      take(
        `${headers.replaceAll('\n', '')}\n${headers
          .split('|')
          .map((_, at) => String(at))
          .join('|')}`,
      ),
    ).toEqual([form, fields.split('|')])
  })

  test.each(hands)('%s with its columns the other way round', (form, headers) => {
    const turned = headers.replaceAll('\n', '').split('|').toReversed().join('|')
    expect(take(`${turned}\n1|2|3`)[0]).toBe(form)
  })

  test('every form of the contract is among them, or is a card', () => {
    expect(new Set([...hands.map(([form]) => form), 'projectBasics']).size).toBe(31)
  })
})

describe('titles help where headers are few', () => {
  test.each([
    ['signIn', '“迎中秋”活动签到表\n序号|姓名|电话'],
    ['carers', '家庭照护者名单\n姓名|电话|关系'],
    ['clinic', '义诊登记\n姓名|年龄|血压'],
    ['volunteers', '志愿者花名册\n姓名|性别|电话|专长'],
    ['handOut', '慰问品发放表\n姓名|物品|数量|签字'],
    ['register', '困境老人台账\n姓名|年龄|住址|电话'],
  ])('%s', (form, drawn) => {
    expect(take(`${drawn}\n1|2|3|4`)[0]).toBe(form)
  })

  test('and so do the names of the sheet and the file', () => {
    expect(take('姓名|年龄|血压\n张三|79|136/78', '9月义诊')[0]).toBe('clinic')
    expect(take('姓名|物品|数量\n张三|米|1', undefined, '物资发放登记.csv')[0]).toBe('handOut')
  })
})

describe('a table that is not recognised', () => {
  test('has no form and no rows, and each column a proposal where there is one', () => {
    const { tables, rows } = readForms([
      bookOf('表.xlsx', sheetOf('车', rowsOf('车牌|驾驶员|里程|社区\n辽A|张三|100|曙光\n辽B|李四|200|曙光'))),
    ])
    expect(rows).toEqual([])
    expect(tables).toHaveLength(1)
    expect(tables[0]?.form).toBeUndefined()
    expect(tables[0]?.confidence).toBeLessThan(0.5)
    expect(tables[0]?.columns.map(({ header, example }) => [header, example])).toEqual([
      ['车牌', '辽A'],
      ['驾驶员', '张三'],
      ['里程', '100'],
      ['社区', '曙光'],
    ])
  })
  test('resembles one form most, and its columns are proposed for that', () => {
    const { tables } = readForms([bookOf('表.xlsx', sheetOf('1', rowsOf('姓名|车牌|里程|油耗\n张三|辽A|100|7')))])
    expect(tables[0]).toMatchObject({ guess: expect.any(String), columns: [{ field: 'name' }, {}, {}, {}] })
  })
})

describe('a mapping that an agency kept', () => {
  const drawn = rowsOf('张三表\n谁|几岁|住哪\n张三|79|一区\n李四|80|二区')
  const [table] = readForms([bookOf('甲.xlsx', sheetOf('1', drawn))]).tables
  const columns = [
    { header: '谁', field: 'name' },
    { header: '几岁', field: 'age' },
    { header: '住哪', field: 'address' },
  ]

  test('reads every table with these headers, whatever file and order they stand in', () => {
    const saved = [{ signature: table?.signature ?? '', form: 'register', columns }]
    const turned = rowsOf('住哪|谁|几岁\n三区|王五|81')
    const { rows, tables } = readForms([bookOf('乙.xlsx', sheetOf('2', turned)), bookOf('甲.xlsx', sheetOf('1', drawn))], saved)
    expect(tables.map(({ form, confidence }) => [form, confidence])).toEqual([
      ['register', 1],
      ['register', 1],
    ])
    expect(rows).toMatchObject([
      { row: 2, cells: { name: { value: '王五', column: '谁' }, age: { value: 81 }, address: { value: '三区' } } },
      { row: 3, cells: { name: { value: '张三' } } },
      { row: 4, cells: { name: { value: '李四' } } },
    ])
  })
  test('can say that such tables are to be left', () => {
    const register = sheetOf('名册', rowsOf('姓名|身份证号|住址\n张三|1|一区'))
    const [known] = readForms([bookOf('名册.xlsx', register)]).tables
    expect(known?.form).toBe('register')
    const { tables, rows } = readForms([bookOf('名册.xlsx', register)], [{ signature: known?.signature ?? '', columns: [] }])
    expect(rows).toEqual([])
    expect(tables[0]).toMatchObject({ confidence: 1, columns: [{ header: '姓名' }, { header: '身份证号' }, { header: '住址' }] })
    expect(tables[0]?.form).toBeUndefined()
  })
  test('tells two columns of one header apart by their order', () => {
    const sheet = sheetOf('名册', rowsOf('姓名|电话|家属|电话\n张三|1|李四|2'))
    const [known] = readForms([bookOf('名册.xlsx', sheet)]).tables
    const saved = {
      signature: known?.signature ?? '',
      form: 'register',
      columns: [
        { header: '姓名', field: 'name' },
        { header: '电话', field: 'contactPhone' },
        { header: '家属', field: 'contactName' },
        { header: '电话', field: 'phone' },
      ],
    }
    expect(readForms([bookOf('名册.xlsx', sheet)], [saved]).rows).toMatchObject([
      { cells: { contactPhone: { value: '1' }, phone: { value: '2' } } },
    ])
  })
  test('serves rolls of any number of sessions', () => {
    const signature = (drawn: string) => readForms([bookOf('表.xlsx', sheetOf('1', rowsOf(drawn)))]).tables[0]?.signature
    expect(signature('姓名|第1节|第2节\n张三|√|√')).toBe(signature('姓名|第1节|第2节|第3节\n张三|√|√|×'))
    expect(signature('姓名|第1节|第2节\n张三|√|√')).not.toBe(signature('姓名|年龄|第1节|第2节\n张三|79|√|√'))
  })
})

test('words that stand over many things make no table anything: somebody says what it is', () => {
  const drawn = '序号|服务日期|服务类型|服务对象|所属社区|服务内容|服务时长|服务人员\n1|2024-1-4|随访|张三|一村|见记录|60分钟|周敏'
  const { tables, rows } = readForms([bookOf('台账.xlsx', sheetOf('1月', rowsOf(drawn)))])
  expect([tables[0]?.form, tables[0]?.guess !== undefined, rows.length]).toEqual([undefined, true, 0])
})

test('a register with English headers, and labels that are listed in columns of any name', () => {
  expect(take('No.|Name|Gender|Date of birth|ID number|Mobile|Community|Remarks\n1|张三|M|1940-01-05|1|2|一村|')).toEqual([
    'register',
    ['', 'name', 'sex', 'birth', 'idNumber', 'phone', 'community', 'note'],
  ])
  expect(take('姓名|身份证号|住址|婚姻状况|经济状况\n张三|1|一区|丧偶|正常\n李四|2|一区|已婚|低保')[1]).toEqual([
    'name',
    'idNumber',
    'address',
    'labels',
    'labels',
  ])
})

describe('the proposal for a table that nobody knows', () => {
  test('looks at what stands in its columns, and reads nothing', () => {
    const drawn = '陪伴记录\n何时|爷爷奶奶|在哪|来了多久|谁带来的\n2024-3-1|张三丰|一村|40分钟|周敏\n2024-3-2|李四光|二村|30分钟|周敏'
    const { tables, rows } = readForms([bookOf('表.xlsx', sheetOf('陪伴', rowsOf(drawn)))])
    const fields = Object.fromEntries((tables[0]?.columns ?? []).map(({ header, field }) => [header, field]))
    expect(rows).toEqual([])
    expect(tables[0]).toMatchObject({ confidence: expect.any(Number) })
    expect(tables[0]?.form).toBeUndefined()
    expect(tables[0]?.guess).toBeDefined()
    expect(fields).toMatchObject({ 何时: 'day', 在哪: 'community' })
    expect(fields['爷爷奶奶']).toMatch(/^(?:name|elders)$/)
  })
  test('takes numbers, telephones and sexes for a register', () => {
    const drawn = '名单\n谁|号|机子|男女老少\n张三|000000194503070018|10012345678|男\n李四|000000195011200124|10012345679|女'
    expect(readForms([bookOf('表.xlsx', sheetOf('1', rowsOf(drawn)))]).tables[0]).toMatchObject({
      guess: 'register',
      columns: [{ field: 'name' }, { field: 'idNumber' }, { field: 'phone' }, { field: 'sex' }],
    })
  })
})
