import { test } from 'vitest'
import { firstFacts, plan, readExpected, rowsOfSheet } from './plan-testing.ts'
test('scratch', async () => {
  const facts = firstFacts(await readExpected())
  const show = (rows: ReturnType<typeof rowsOfSheet>) => {
    const p = plan(rows, facts)
    console.log(JSON.stringify(p.counts))
    for (const f of p.findings) console.log(`${f.code} ${f.sheet}!${f.row} ${f.column} ${JSON.stringify(f.params)}`)
    for (const d of p.drafts.filter((d) => d.table === 'service' || d.table === 'attendance' || d.table==='registration')) console.log(d.table, d.key, JSON.stringify(d.values), JSON.stringify(d.links))
  }
  const register = rowsOfSheet('名册.xlsx', '光正台村', ['老人花名册', '序号|姓名|性别|身份证号|出生日期|联系电话|户主|户号|登记日期', '1|王秀英|女|000000195011200124|1950-11-20|10012345678|王秀英|H1|2024-09-01', '2|李建国|男|000000194503070018|1945-03-07|10012345679|李建国|H2|2024-09-01','3|李建国|男|000000193810051031|1938-10-05|10012345670|李建国|H3|2024-09-01','4|赵桂芝|女|本人拒绝提供||||H3|2024-09-01','5|赵桂芝|女|||||H4|2024-09-01','6|孙月|女|||10012345|李建国||2024-09-01'])
  show(register)
  show([...register, ...rowsOfSheet('签到.xlsx', '9月', ['活动签到表', '活动编号|活动名称|日期|姓名|社区|年龄|身份', 'HD1|茶话会|2024-09-10|王秀英|光正台||', 'HD1|茶话会|2024-09-10|李建国|光正台||','HD1|茶话会|2024-09-10|李建国|光正台|79|', 'HD1|茶话会|2024-09-10|张三|光正台||志愿者','HD2|茶话会|2024-13-10|王秀英|光正台||', 'HD3|茶话会||王秀英|光正台||','HD4|茶话会|2027-01-01|王绣英|光正台||'])])
  show([...register, ...rowsOfSheet('签到.xlsx', '旗', ['活动签到表', '活动名称：茶话会　日期：2024-09-10　社区：光正台村', '姓名|年龄|签名', '王秀英|73|√'])])
})
