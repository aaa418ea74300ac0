import { expect } from 'vitest'
import type { Draft } from './draft-schema.ts'
import { findingWords } from './finding-words.ts'
import type { FormRow } from './form-schema.ts'
import type { ImportPlan } from './plan-schema.ts'
import { end, firstFacts, of, plan, readExpected, rowsOfSheet } from './plan-testing.ts'

/** A small project of two communities with a register of five lines, to which a test adds its own sheet. */
export const facts = firstFacts(await readExpected())

export const project = [
  ...rowsOfSheet('项目书.xlsx', '基本信息', [
    '项目书',
    '项目|内容',
    '项目名称|暖阳',
    '主办单位|某民政局',
    '承接机构|某社工中心',
    '项目周期|2024年9月1日至2025年5月1日',
    '服务社区数|2',
  ]),
  ...rowsOfSheet('项目书.xlsx', '社区', [
    '街镇|社区（村）|区划代码|一社一品|面向',
    '统一镇|光正台村|211102100204|互助小院|老人',
    '陆家镇|友谊村|211102101200|春联人家|老人',
  ]),
]

export const register = rowsOfSheet('名册.xlsx', '光正台村', [
  '光正台村老人花名册',
  '序号|姓名|性别|身份证号|出生日期|联系电话|户主|户号|登记日期',
  '1|王秀英|女|000000195011200124|1950-11-20|10012345678|王秀英|H1|2024-09-01',
  '2|李建国|男|000000194503070018|1945-03-07|10012345679|李建国|H2|2024-09-01',
  '3|李建国|男|000000193810051031|1938-10-05|10012345670|李建国|H3|2024-09-01',
  '4|赵桂芝|女|本人拒绝提供||||H3|2024-09-01',
  '5|赵桂芝|女|||||H4|2024-09-01',
])

export const activities = rowsOfSheet('活动.xlsx', '总表', [
  '社区活动总表',
  '活动编号|活动名称|社区|活动日期|主题标签|状态',
  'HD1|茶话会|光正台村|2024-09-10|节日（中秋）、代际|已开展',
  'HD2|健步走|光正台村|2024-09-20|体育|取消',
])

/** What is said of one file, as code, row and column. */
export const said = (found: ImportPlan, of: string) =>
  found.findings.filter(({ file }) => file === of).map(({ code, row, column }) => `${code} ${row} ${column ?? ''}`.trim())

/** The file of whoever an attendance is of. */
export const person = (found: ImportPlan, attendance: Draft<'attendance'> | undefined) =>
  of(found.drafts, 'person').find(({ key }) => key === end(attendance?.links.person_id))?.values

/** A plan of the project, its register and one more sheet; findings of that sheet alone. */
export function planned(lines: readonly string[], more: readonly FormRow[] = []) {
  const found = plan([...project, ...register, ...more, ...rowsOfSheet('表.xlsx', '表', lines)], facts)
  for (const finding of found.findings) {
    const { wrong, toDo } = findingWords.of({ ...finding })
    for (const text of [wrong.zh, wrong.en, toDo.zh, toDo.en]) expect(text).not.toMatch(/undefined|NaN/)
  }
  return { found, findings: said(found, '表.xlsx') }
}
