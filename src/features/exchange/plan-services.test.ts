import { describe, expect, it } from 'vitest'
import { activities, facts, person, planned, project, register, said } from './plan-small-testing.ts'
import { end, of, plan, rowsOfSheet } from './plan-testing.ts'

describe('casework', () => {
  const list = () =>
    rowsOfSheet('个案.xlsx', '一览', [
      '个案一览表',
      '个案编号|姓名|社区|身份证号码|接案日期|状态|GDS前测|面谈次数',
      'GA1|王秀英|光正台村|000000195011200124|2024-09-04|未结案|9|2',
      'GA2|李建国|光正台村|000000194503070018|2024-09-04|结案|16|1',
    ])

  it('refuses a total the scale cannot give and takes counts from the records', () => {
    const lines = [
      '个案服务记录',
      '个案编号|老人姓名|服务日期|开始时间|结束时间|过程摘要',
      'GA1|王秀英|2024-09-05|10:00|09:00|谈话',
      'GA1|王秀英|2024-09-05|10:00|10:45|谈话',
      'GA1|李强|2024-09-12|10:00|10:45|谈话',
      'GA9|李建国|2024-09-12|10:00|10:45|谈话',
      'GA2|李建国||10:00|10:45|谈话',
      'GA2|李建国|2025-07-01|10:00|10:45|谈话',
    ]
    const { found, findings } = planned(lines, list())
    expect([...findings].sort()).toEqual([
      'day_missing 7 服务日期',
      'end_before_start 3 结束时间',
      'name_ambiguous 6 老人姓名',
      'name_contradicts_number 5 老人姓名',
      'reference_unknown 6 个案编号',
      'session_typed_twice 4 个案编号',
    ])
    expect(said(found, '个案.xlsx')).toEqual(['scale_out_of_range 4 GDS前测', 'stated_count_differs 4 面谈次数'])
    expect(of(found.drafts, 'case_file').map(({ values }) => values.state)).toEqual(['open', 'closed'])
    expect(
      of(found.drafts, 'service')
        .filter(({ values }) => values.status === 'planned')
        .map(({ values }) => values.day),
    ).toEqual(['2025-07-01'])
  })

  it('counts what is written in a list that two numbers share', () => {
    const twice = rowsOfSheet('个案.xlsx', '一览', [
      '个案一览表',
      '个案编号|姓名|社区|接案日期|状态',
      'GA1|王秀英|光正台村|2024-09-04|跟进中',
      'GA1|李建国|光正台村|2024-09-04|不接案',
    ])
    const found = plan([...project, ...register, ...twice], facts)
    expect(said(found, '个案.xlsx')).toContain('number_used_twice 4 个案编号')
    expect(of(found.drafts, 'case_file')).toHaveLength(2)
  })

  it('without numbers knows a case by its client', () => {
    const { found, findings } = planned(
      ['个案服务记录', '老人姓名|服务日期|开始时间|结束时间|过程摘要', '王秀英|2024-09-05|10:00|10:45|谈话'],
      list(),
    )
    expect(findings).toEqual([])
    expect(of(found.drafts, 'session_note')[0]?.links.case_id).toMatchObject({ key: 'case:GA1' })
  })
})

describe('a clinic', () => {
  it('is one day even when its rows say where people live', () => {
    const lines = [
      '光正台村义诊登记表',
      '日期：2024年9月10日　义诊编号：YZ-01',
      '姓名|社区|血压|血糖|测量时机',
      '王秀英|光正台村|136/78|5.6|空腹',
      '李建国|光正台村|190/100|300mg/dl|空腹',
      '赵强|友谊村|120/80|6.1|',
    ]
    const { found, findings } = planned(lines)
    expect(of(found.drafts, 'service')).toHaveLength(1)
    expect(of(found.drafts, 'service')[0]?.values.community_code).toBe('211102100204')
    expect(findings).toEqual(['name_ambiguous 5 姓名', 'name_not_on_register 6 姓名', 'glucose_no_context 6 测量时机'])
    expect(of(found.drafts, 'reading').map(({ values }) => values.danger)).toEqual([[], ['pressure'], []])
  })
})

describe('goods', () => {
  it('balance, and go to households of the register', () => {
    const lots = rowsOfSheet('物资.xlsx', '入库', [
      '捐赠物资入库登记',
      '批次号|捐赠方|物品名称|数量|单位|单价(元)|金额(元)|保质期至|接收日期',
      'WZ1|丰禾米业|大米|2|袋|50|110|2025-03-01|2024-09-05',
    ])
    const lines = [
      '物资发放签收表',
      '发放日期|批次号|社区|户号|户主|受益老人|物品|数量|单位',
      '2024-09-06|WZ1|光正台村|H2|李建国|李建国|大米|1|袋',
      '2024-09-06|WZ1|光正台村||王秀英|王秀英|大米|2|袋',
      '2024-09-06|WZ7|光正台村|H99|王秀英|王秀英|大米|1|袋',
    ]
    const { found, findings } = planned(lines, lots)
    expect(said(found, '物资.xlsx')).toEqual(['sum_does_not_add_up 3 金额(元)'])
    expect(findings).toEqual(['handed_out_more_than_received 4 数量', 'reference_unknown 5 批次号', 'household_unknown 5 户号'])
    const households = of(found.drafts, 'attendance').map((attendance) => end(attendance.links.household_id))
    expect(households).toEqual(['household:211102100204:H2', 'household:211102100204:H1', 'household:211102100204:H99'])
    expect(person(found, of(found.drafts, 'attendance')[0])?.birth_date).toBe('1945-03-07')
    expect(of(found.drafts, 'contribution')[0]?.values).toMatchObject({ party: 'charity', given: 'goods', value_fen: 10_000 })
  })
})

describe('volunteers', () => {
  it('of age need nobody, children a guardian; and shifts a volunteer who is on the roll', () => {
    const roll = rowsOfSheet('志愿者.xlsx', '名册', [
      '志愿者名册',
      '志愿者编号|姓名|性别|身份证号码|出生日期|监护人同意',
      'ZY1|王秀英|女|000000195011200124||',
      'ZY2|陈小岩|女||2011-06-19|√',
      'ZY3|陈小强|男||2012-06-19|',
      'ZY3|陈小明|男||1980-06-19|',
    ])
    const lines = [
      '志愿服务班次登记',
      '服务日期|志愿者编号|志愿者|服务类型|关联编号|签到时间|签退时间|申报时长|确认时长|确认人|状态',
      '2024-09-10|ZY1|王秀英|活动|HD1|09:00|11:00|2|2|刘欣|已完成',
      '2024-09-10|ZY8|某人|活动|HD1|09:00|11:00|2|2|刘欣|已完成',
      '2024-09-11|ZY2|陈小强|活动|HD77|11:00|09:00|2|2|刘欣|已完成',
    ]
    const { found, findings } = planned(lines, [...activities, ...roll])
    expect(said(found, '志愿者.xlsx')).toEqual(['guardian_consent_missing 5 监护人同意', 'number_used_twice 6 志愿者编号'])
    expect(findings).toEqual([
      'reference_unknown 4 志愿者编号',
      'reference_unknown 5 关联编号',
      'name_contradicts_number 5 志愿者',
      'end_before_start 5 签退时间',
    ])
    const shift = of(found.drafts, 'service').find(({ values }) => values.kind === 'volunteer_shift')
    expect(shift).toMatchObject({
      values: { line: 'cultural', community_code: '211102100204' },
      links: { part_of: { key: 'activity:HD1' } },
    })
    expect(of(found.drafts, 'person').filter(({ values }) => values.name === '王秀英')).toHaveLength(1)
  })
})

describe('a list of shifts with one column of hours', () => {
  it('says of more hours than the times allow that they are too many', () => {
    expect(
      planned(['志愿服务时长', '日期|志愿者姓名|服务项目|服务时间|服务时长（小时）', '2024-10-01|陈海涛|探访|9:00-11:00|5']).findings,
    ).toEqual(['claimed_more_than_present 3 服务时长（小时）'])
  })
})

describe('a group', () => {
  it('has its sessions in order when nobody numbered them, and says which the roll has beside', () => {
    const lines = [
      '“老友”小组',
      '社区：光正台村|||带组社工：孙博',
      '一、各节计划',
      '节次|日期|主题|地点',
      '第1节|2024-09-10|相识|活动室',
      '|2024-09-17|说说|活动室',
      '|2025-09-17|道别|活动室',
      '',
      '二、组员出勤（√出席 ×缺席）',
      '序号|姓名|年龄|第1节|第2节|第4节',
      '1|王秀英|73|√|请假|√',
      '2|李建国|79|√|√|√',
    ]
    const { found, findings } = planned(lines)
    const sessions = of(found.drafts, 'service').map(({ key, values }) => [
      of(found.drafts, 'group_session').find((one) => one.key === key)?.values.ordinal,
      values.status,
    ])
    expect(sessions).toEqual([
      [1, 'held'],
      [2, 'held'],
      [3, 'planned'],
    ])
    expect(findings).toEqual(['reference_unknown 11'])
    expect(of(found.drafts, 'attendance')).toHaveLength(3)
    expect(of(found.drafts, 'group_member')).toHaveLength(2)
  })
})

describe('respite', () => {
  it('without a list of carers looks for the carer on the register, and asks when there is none', () => {
    const lines = [
      '喘息服务记录',
      '服务日期|开始时间|结束时间|照护者|被照护老人|社区|状态',
      '2024-09-10|08:00|12:00|王秀英|赵桂芝|光正台村|已完成',
      '2024-09-11|08:00|12:00|周海|王秀英|光正台村|已完成',
    ]
    const { found, findings } = planned(lines)
    expect(findings).toEqual(['name_ambiguous 3 被照护老人', 'name_not_on_register 4 照护者'])
    expect(of(found.drafts, 'attendance').map(({ values }) => `${values.part} ${values.certainty}`)).toEqual([
      'beneficiary unresolved',
      'carer name',
      'beneficiary name',
      'carer unresolved',
    ])
  })
})

describe('a day that does not say which', () => {
  it('keeps its row out when the record needs it, and is left out when not', () => {
    const { found, findings } = planned([
      '活动一览',
      '活动编号|活动名称|社区|活动日期|状态',
      'HD8|讲座|光正台村|5月中旬|已开展',
      'HD9|合唱|光正台村|2024.10|已开展',
    ])
    expect(findings).toEqual(['day_unreadable 3 活动日期', 'day_unreadable 4 活动日期'])
    expect(of(found.drafts, 'service')).toEqual([])
    const { findings: vague } = planned([
      '个案一览表',
      '个案编号|姓名|社区|接案日期|结案日期|状态',
      'GA1|王秀英|光正台村|2024-09-03|年底|服务中',
    ])
    expect(vague).toEqual(['day_vague 3 结案日期'])
  })
})
