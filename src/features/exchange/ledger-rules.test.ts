import { describe, expect, test } from 'vitest'
import { bookOf, rowsOf, sheetOf } from './book-testing.ts'
import { isRowOf, readForms } from './form-rules.ts'

const ledger = `红旗街道社工站1月服务台账
  序号|服务日期|服务类型|服务对象|所属社区|服务内容|服务时长|服务人员
  1|2024-1-4|个案面谈|张三|一村|谈心|60分钟|周敏
  2|2024-1-5|入户探访|李四|一村|看望|30分钟|周敏
  3|2024-1-6|电话探访|王五|一村|问候|10分钟|周敏
  4|2024-1-7|义诊|赵六|一村|测量|20分钟|周敏
  5|2024-1-8|小组|张三|一村|手工|60分钟|周敏
  6|2024-1-9|活动|李四|一村|腊八茶话会|60分钟|周敏
  小计||||||6人次`

const book = bookOf('台账.xlsx', sheetOf('1月', rowsOf(ledger)))

describe('a ledger of many kinds of services in one list', () => {
  test('is read as a table of each kind; a kind that says too little stays for somebody to look at', () => {
    const { tables } = readForms([book])
    expect(tables.map(({ part, form, guess, rowCount }) => [part, form ?? `${guess}?`, rowCount])).toEqual([
      ['个案面谈', 'caseSession', 1],
      ['入户探访、电话探访', 'visits', 2],
      ['义诊', 'clinic?', 1],
      ['小组', 'groupRoll?', 1],
      ['活动', 'signIn', 1],
    ])
  })
  test('says how somebody was met, and which activity it was', () => {
    const cells = readForms([book]).rows.map((row) => [
      row.form,
      row.row,
      isRowOf(row, 'visits') ? row.cells.means?.value : undefined,
      isRowOf(row, 'caseSession') ? row.cells.method?.value : undefined,
      isRowOf(row, 'signIn') ? row.cells.activityTitle?.value : undefined,
    ])
    expect(cells).toEqual([
      ['caseSession', 3, undefined, '个案面谈', undefined],
      ['visits', 4, '入户探访', undefined, undefined],
      ['visits', 5, '电话探访', undefined, undefined],
      ['signIn', 8, undefined, undefined, '腊八茶话会'],
    ])
  })
  test('is kept part by part when somebody puts one right', () => {
    const part = readForms([book]).tables.find((table) => table.part === '义诊')
    const columns = (part?.columns ?? []).map(({ header }) => ({ header, ...(header === '服务对象' ? { field: 'name' } : {}) }))
    const { tables } = readForms([book], [{ signature: part?.signature ?? '', form: 'visits', columns }])
    expect(tables.map(({ form }) => form)).toEqual(['caseSession', 'visits', 'visits', undefined, 'signIn'])
  })
  test('is none when the list is something else as it stands', () => {
    const shifts = '志愿服务班次\n服务日期|志愿者|服务类型|签到时间|签退时间|确认时长\n2024-1-4|张三|探访|9:00|11:00|2'
    expect(readForms([bookOf('志愿者.xlsx', sheetOf('班次', rowsOf(shifts)))]).tables.map(({ form }) => form)).toEqual(['shifts'])
  })
})
