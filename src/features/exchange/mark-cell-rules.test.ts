import { expect, test } from 'vitest'
import { readMark, readPresence } from './mark-cell-rules.ts'

test.each(['√', '✓', '✔', '☑', '是', '有', 'Y', 'yes', '1', '见到', '已见到', '（√）', ' √ ', 'v', '同意'])('%s is yes', (text) => {
  expect(readMark({ text }).value).toBe(true)
})
test.each(['×', '✗', 'x', 'X', '否', '无', 'N', '0', '未见到', '☐', '□', '不在家', '没有'])('%s is no', (text) => {
  expect(readMark({ text }).value).toBe(false)
})
test.each(['—', '/', '-'])('%s says nothing', (text) => {
  expect(readMark({ text })).toEqual({ empty: true })
})
test.each(['大概', '下次再说', '2'])('%s cannot be read', (text) => {
  expect(readMark({ text })).toEqual({ fault: 'unreadable' })
})

test.each(['√', '✓', '迟到', '早退', '出席', '到', '1', '代签', '√（迟到）', '△', '遲到'])('who has %s in the roll was there', (text) => {
  expect(readPresence({ text }).value).toBe('present')
})
test.each(['×', '请假', '缺席', '病假', '—', '0', '未到', '请假（住院）', '請假'])('who has %s in the roll was not', (text) => {
  expect(readPresence({ text }).value).toBe('absent')
})
