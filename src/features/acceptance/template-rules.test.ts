import { expect, test } from 'vitest'
import { lists, singles } from './field-rules.ts'
import { bookFaults, filled, wordFaults } from './template-rules.ts'

const here = { zh: '第1段', en: 'Paragraph 1' }
const word = (...texts: string[]) => wordFaults(texts.map((text) => ({ place: here, text }))).map(({ field, why }) => [field, why.zh])

test('the fields that there are pass: single ones, and a list with its columns', () => {
  expect(word('{项目名称}：直接受益{直接受益人数}人', '{#合同指标}{指标}', '{完成数}{/合同指标}')).toEqual([])
})

test.each([
  ['{项目名}', '{项目名}', '没有这个字段，是不是“项目名称”？'],
  ['{指标}', '{指标}', '“指标”要写在{#合同指标}和{/合同指标}之间。'],
  ['{#合同指示}{指标}', '{#合同指示}', '没有这个字段，是不是“合同指标”？'],
  ['{#合同指标}{指标}', '{#合同指标}', '没有用{/合同指标}结束。'],
  ['{/活动}', '{/活动}', '前面没有对应的{#活动}。'],
  ['{项目名称', '{项目名称', '花括号没有成对，字段写成 {项目名称} 这样。'],
])('%s is named as wrong', (text, field, why) => expect(word(text)[0]).toEqual([field, why]))

test('in a workbook a column is named with its list, and one row repeats one list', () => {
  const faults = (...texts: string[]) =>
    bookFaults(texts.map((text, at) => ({ place: { zh: `工作表“指标”${'ABC'[at]}3`, en: '' }, row: '指标!3', text })))
  expect(faults('{合同指标.指标}', '{合同指标.完成数}', '{项目名称}')).toEqual([])
  expect(faults('{合同指标.指标名}')[0]).toMatchObject({ place: { zh: '工作表“指标”A3' }, why: { zh: '没有这个字段，是不是“指标”？' } })
  expect(faults('{合同指标.指标}', '{活动.名称}')[0]?.why.zh).toContain('一行只能写一个列表')
})

test('a cell that is one field keeps a number a number; within a sentence it is text', () => {
  expect(filled('{完成数}', () => 349)).toBe(349)
  expect(filled('共{完成数}人次', () => 349)).toBe('共349人次')
})

test('no measure’s name is the name of another field', () => {
  expect(Object.keys(singles).filter((name) => lists[name] !== undefined)).toEqual([])
  expect(Object.keys(singles).length).toBeGreaterThan(70)
})
