import { describe, expect, test } from 'vitest'
import { readCode, readDigits, readName, readNames, readSex, readTail, readThemes } from './text-cell-rules.ts'

test.each([
  ['孙　山', '孙山'],
  [' 李 玉 梅 ', '李玉梅'],
  ['张三（已故）', '张三'],
  ['张三(户主)', '张三'],
  ['李玉梅（大）', '李玉梅(大)'],
  ['买买提·艾力', '买买提·艾力'],
  ['旌旗社区', '旌旗社区'],
])('the name %s is %s', (text, expected) => {
  expect(readName({ text }).value).toBe(expected)
})

describe('several names in one cell', () => {
  test.each([
    ['郑庆仁、任翠珍', ['郑庆仁', '任翠珍']],
    ['郑庆仁，任翠珍', ['郑庆仁', '任翠珍']],
    ['郑庆仁/任翠珍', ['郑庆仁', '任翠珍']],
    ['郑庆仁 任翠珍', ['郑庆仁', '任翠珍']],
    ['郑庆仁\n任翠珍', ['郑庆仁', '任翠珍']],
    ['郑庆仁和任翠珍', ['郑庆仁', '任翠珍']],
    ['张和平', ['张和平']],
    ['张和平和李四', ['张和平', '李四']],
    ['孙　山', ['孙山']],
    ['孙　山、李四（配偶）', ['孙山', '李四']],
    ['张三等3人', ['张三']],
    ['1.张三 2.李四', ['张三', '李四']],
  ])('%s', (text, expected) => {
    expect(readNames({ text }).value).toEqual(expected)
  })
  test('无 names nobody', () => {
    expect(readNames({ text: '无' })).toEqual({ empty: true })
  })
})

test.each([
  ['男', 'male'],
  ['女性', 'female'],
  ['M', 'male'],
  ['F', 'female'],
  ['1', 'male'],
  ['2', 'female'],
])('%s is %s', (text, expected) => {
  expect(readSex({ text }).value).toBe(expected)
})

test('digits keep everything but their width', () => {
  expect(readDigits({ text: '００００００１９４７０５２７４９９１' }).value).toBe('000000194705274991')
  expect(readDigits({ text: '000000 19470618 6395' }).value).toBe('000000 19470618 6395')
  expect(readDigits({ text: '00000019500608187x' }).value).toBe('00000019500608187x')
  expect(readDigits({ text: '100-2528-1373' }).value).toBe('100-2528-1373')
})

describe('the last four of a number', () => {
  test.each([
    ['8325', '8325'],
    ['892x', '892X'],
    ['０８８４', '0884'],
    ['尾号8325', '8325'],
    ['10028018325', '8325'],
    ['405', '0405'],
    ['8325（本人）', '8325'],
  ])('%s', (text, expected) => {
    expect(readTail({ text }).value).toBe(expected)
  })
  test('a number that a spreadsheet stripped of its zeros gets them back', () => {
    expect(readTail({ text: '405', number: 405 }).value).toBe('0405')
  })
  test('words are no tail', () => {
    expect(readTail({ text: '没有电话号码' }).fault).toBe('unreadable')
  })
})

test.each([
  ['hd 001', 'HD001'],
  ['YZ－01', 'YZ-01'],
  ['YZ—01', 'YZ-01'],
  ['ＷＺ０３８', 'WZ038'],
  ['1', '1'],
])('the number %s is %s', (text, expected) => {
  expect(readCode({ text }).value).toBe(expected)
})

test.each([
  ['节日（中秋）、代际', ['节日', '中秋', '代际']],
  ['节日（中秋），代际', ['节日', '中秋', '代际']],
  ['节日 代际', ['节日', '代际']],
  ['科普', ['科普']],
  ['社区融入、科普', ['社区融入', '科普']],
])('the themes of %s', (text, expected) => {
  expect(readThemes({ text }).value).toEqual(expected)
})
