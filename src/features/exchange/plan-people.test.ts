import { describe, expect, it, test } from 'vitest'
import { findingWords } from './finding-words.ts'
import { Memory } from './plan-memory-testing.ts'
import { activities, facts, person, planned, project, register, said } from './plan-small-testing.ts'
import { end, of, plan, rowsOfSheet } from './plan-testing.ts'

describe('a register', () => {
  it('keeps people apart of whom nothing but the name is known', () => {
    const found = plan([...project, ...register], facts)
    expect(
      of(found.drafts, 'person')
        .filter(({ values }) => values.name === '赵桂芝')
        .map(({ values }) => values.id_number_state)
        .sort(),
    ).toEqual(['missing', 'refused'])
    expect(said(found, '名册.xlsx')).toEqual(['id_missing 7 身份证号'])
  })

  it('tells of a household that cannot be found, and of one that several heads of a name may have', () => {
    const lines = [
      '老人花名册',
      '姓名|性别|身份证号|出生日期|户主|户号|社区',
      '孙月|女|||李建国||光正台村',
      '钱梅|女|||钱大海||光正台村',
      '周兰|女|||王秀英||光正台村',
    ]
    const { found, findings } = planned(lines)
    expect(findings.filter((text) => text.startsWith('household'))).toEqual([
      'household_unknown 3 户号',
      'household_unknown 4 户号',
      'household_number_missing 5 户号',
    ])
    const numbers = of(found.drafts, 'person').map(({ values, links }) => [values.name, end(links.household_id)])
    expect(Object.fromEntries(numbers)['周兰']).toBe('household:211102100204:H1')
  })

  it('asks for communities that are unknown or not of the project', () => {
    const lines = [
      '老人花名册',
      '姓名|性别|身份证号|出生日期|社区',
      '孙月|女|||火星社区',
      '钱梅|女|||湖滨',
      '周兰|女|||统一镇光正台村委会',
      '吴兰|女|||火星社区',
    ]
    const { found, findings } = planned(lines)
    expect(findings.filter((text) => text.startsWith('community'))).toEqual(['community_unknown 3 社区', 'community_not_in_project 4 社区'])
    expect(of(found.drafts, 'person').find(({ values }) => values.name === '周兰')?.values.community_code).toBe('211102100204')
  })

  it('asks about an age that is years off the birthday', () => {
    const { findings } = planned([
      '老人花名册',
      '姓名|性别|年龄|出生日期|社区',
      '刘山|男|86|1938-10-05|友谊村',
      '刘海|男|60|1945-03-07|友谊村',
    ])
    expect(findings.filter((text) => text.startsWith('age'))).toEqual(['age_contradicts_birth 4 年龄'])
  })

  it('without a column for numbers does not ask for them line by line', () => {
    const { findings } = planned(['老人花名册', '姓名|性别|出生日期|联系电话|社区', '孙月|女|1950-01-02|10011112222|友谊村'])
    expect(findings).toEqual([])
  })

  it('knows nobody who is not born yet, or was born before anybody lives', () => {
    const { findings } = planned(['老人花名册', '姓名|性别|出生日期|社区', '孙月|女|2054-01-02|友谊村', '钱梅|女|1850-01-02|友谊村'])
    expect(findings).toEqual(['birth_impossible 3 出生日期', 'birth_impossible 4 出生日期'])
  })

  it('moves nobody back to where they were registered before', () => {
    const memory = new Memory(facts.divisions)
    memory.write(plan([...project, ...register], facts).drafts)
    const moved = rowsOfSheet('友谊.xlsx', '友谊村', [
      '友谊村老人花名册',
      '姓名|性别|身份证号|户号|登记日期',
      '王秀英|女|000000195011200124|H9|2025-01-15',
    ])
    const second = plan(moved, memory.facts())
    expect(second.findings.map(({ code }) => code)).toEqual(['moved_between_communities'])
    memory.write(second.drafts)
    memory.write(plan(register, memory.facts()).drafts)
    const home = memory.rows('person').find(({ values }) => values['name'] === '王秀英')
    expect(home?.values['community_code']).toBe('211102101200')
  })
})

describe('a sign-in sheet', () => {
  it('refers to the activities of the list, and to nothing else', () => {
    const lines = [
      '活动签到表',
      '活动编号|日期|姓名|社区|年龄|身份',
      'HD1|2024-09-10|王秀英|光正台||',
      'HD2|2024-09-20|王秀英|光正台||',
      'HD9|2024-09-10|王秀英|光正台||',
      'HD1|2024-09-10||光正台||',
    ]
    const { found, findings } = planned(lines, activities)
    expect(findings).toEqual(['signed_in_at_cancelled 4 活动编号', 'service_unknown 5 活动编号', 'row_without_name 6 姓名'])
    expect(of(found.drafts, 'attendance')).toHaveLength(2)
  })

  it('says itself what was held when no list of activities is known', () => {
    const lines = [
      '活动签到表',
      '活动名称：茶话会　日期：2024-09-10',
      '姓名|社区|年龄|签名',
      '王秀英|光正台村|73|√',
      '李建国|光正台村|86|√',
      '李建国|光正台村|79|√',
    ]
    const { found, findings } = planned(lines)
    expect(findings).toEqual(['activity_only_in_sign_in 4'])
    expect(of(found.drafts, 'service').map(({ values }) => [values.title, values.day, values.community_code, values.status])).toEqual([
      ['茶话会', '2024-09-10', '211102100204', 'held'],
    ])
    expect(of(found.drafts, 'attendance').map((attendance) => person(found, attendance)?.birth_date)).toEqual([
      '1950-11-20',
      '1938-10-05',
      '1945-03-07',
    ])
  })

  it('asks about names, and has nobody served by one until somebody decides', () => {
    const lines = ['活动签到表', '活动编号|姓名|社区', 'HD1|李建国|光正台村', 'HD1|王绣英|光正台村', 'HD1|欧阳锋|光正台村']
    const { found, findings } = planned(lines, activities)
    expect(findings).toEqual(['name_ambiguous 3 姓名', 'name_not_on_register 4 姓名', 'name_not_on_register 5 姓名'])
    expect(found.unresolved.map(({ candidates }) => candidates.map(({ name, likeness }) => `${name} ${likeness}`))).toEqual([
      ['李建国 namesake', '李建国 namesake'],
      ['王秀英 homophone'],
      [],
    ])
    expect(found.unresolved.map(({ records }) => records.map(({ table }) => table))).toEqual([
      ['attendance'],
      ['attendance'],
      ['attendance'],
    ])
    const nobody = plan([...project, ...register, ...activities, ...rowsOfSheet('表.xlsx', '表', lines)], {
      ...facts,
      decisions: new Map(found.unresolved.map(({ subject }) => [subject, 'nobody'])),
    })
    expect(nobody.unresolved).toEqual([])
    expect(nobody.drafts).toEqual(found.drafts)
  })

  it('knows a volunteer by name and telephone, and no other helper', () => {
    const roll = rowsOfSheet('志愿者.xlsx', '名册', [
      '志愿者名册',
      '志愿者编号|姓名|性别|身份证号码|出生日期|联系方式',
      'ZY1|陈海涛|男||1983-05-16|10090373822',
    ])
    const lines = [
      '活动签到表',
      '活动编号|姓名|电话后四位|身份',
      'HD1|陈海涛|3822|志愿者',
      'HD1|陈海涛||志愿者',
      'HD1|王小明||学生',
      'HD1|刘欣||社工',
    ]
    const { found, findings } = planned(lines, [...activities, ...roll])
    expect(findings).toEqual([])
    expect(
      of(found.drafts, 'attendance').map(({ values, links }) => [values.part, values.certainty, links.person_id !== undefined]),
    ).toEqual([
      ['volunteer', 'name', true],
      ['volunteer', 'unresolved', false],
      ['child', 'unresolved', false],
      ['worker', 'unresolved', false],
    ])
  })
})

describe('what stands beside a name', () => {
  it('may speak against the only one who bears it, and is told of', () => {
    const lines = [
      '活动签到表',
      '活动编号|姓名|社区|年龄|身份证后四位|电话后四位|性别',
      'HD1|王秀英|光正台村|73|0124|5678|女',
      'HD1|王秀英|光正台村||9999||',
      'HD1|王秀英|光正台村||||男',
      'HD1|王秀英|光正台村|50||1111|',
    ]
    const { findings } = planned(lines, activities)
    expect(findings.filter((text) => text.startsWith('hints'))).toEqual(['hints_contradict 4 姓名', 'hints_contradict 6 姓名'])
  })
})

describe('a line of the register', () => {
  const head = ['光正台村老人花名册', '姓名|性别|身份证号|出生年月|联系电话|备注|登记日期']
  it('that notes a death is told of; a death in the family is not', () => {
    const { findings } = planned([
      ...head,
      '王文兰（已故）|女|||10012340001||',
      '李文秀|女|||10012340002|2025年3月去世|',
      '赵文英|女|||10012340003|老伴去世|',
    ])
    expect(findings.filter((text) => text.startsWith('dead'))).toEqual(['dead_on_register 3 姓名', 'dead_on_register 4 备注'])
  })

  it('whose birthday is a month agrees with its number, contradicts it, or waits for its day', () => {
    const { findings } = planned([
      ...head,
      '王秀英|女|000000195011200124|1950.11|10012345678||2024-09-01',
      '王文兰|女|000000194503070026|1945年4月|10012340001||2024-09-01',
      '李文秀|女||1945.3|10012340002||2024-09-01',
    ])
    expect(findings.filter((text) => text.startsWith('birth'))).toEqual(['birth_contradicts_id 4 出生年月', 'birth_without_day 5 出生年月'])
  })

  it('whose birthday may have its day or its month first agrees with a number that says which', () => {
    const { findings } = planned([
      ...head,
      '王文兰|女|000000194503070026|03/07/1945|10012340001||2024-09-01',
      '李文秀|女|000000194503070042|07/03/1945|10012340002||2024-09-01',
      '赵文英|女|000000194503070069|07/04/1945|10012340003||2024-09-01',
    ])
    expect(findings.filter((text) => text.startsWith('birth_c'))).toEqual(['birth_contradicts_id 5 出生年月'])
  })

  it('with a broken formula for its number lacks none by its own fault', () => {
    expect(planned([...head, '王文兰|女|#REF!|1945-03-07|#N/A||2024-09-01']).findings).toEqual([
      'formula_error 3 身份证号',
      'formula_error 3 联系电话',
    ])
  })
})

test('somebody registered twice, of whom one community is not known, is told where by sheet and row', () => {
  const params = { name: '郑永春', community: '', sheet: '清水社区', row: 19 }
  expect(findingWords.of({ code: 'moved_between_communities', params }).wrong.zh).toBe(
    '郑永春同时在“清水社区”第19行登记，现住社区取登记日期较晚的一处。',
  )
})
