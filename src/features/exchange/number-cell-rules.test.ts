import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAge, readDuration, readMoney, readNumber, readPercent } from './number-cell-rules.ts'

const under = (header: string) => ({ header, date1904: false })

describe('a number', () => {
  test.each([
    ['10人', 10],
    ['29箱', 29],
    ['第3次', 3],
    ['第三次', 3],
    ['十二人', 12],
    ['两盒', 2],
    ['约15000', 15_000],
    ['1,390', 1390],
    ['１３９０', 1390],
    ['1.2万', 12_000],
    ['不少于310', 310],
    ['≥310', 310],
    ['12分', 12],
    ['-3', -3],
    ['GDS 9', 9],
  ])('%s', (text, expected) => {
    expect(readNumber({ text }).value).toBe(expected)
  })
  test('is freed of the noise of fractions', () => {
    expect(readNumber({ text: '8.2', number: 8.199999999999999 }).value).toBe(8.2)
  })
  test.each(['5-6人', '若干', '3件2箱', '很多很多很多很多人'])('is none: %s', (text) => {
    expect(readNumber({ text })).toEqual({ fault: 'unreadable' })
  })
  test.each(['无', '—', '/'])('is nothing: %s', (text) => {
    expect(readNumber({ text })).toEqual({ empty: true })
  })
  test('an age is whole and can be reached', () => {
    expect(readAge({ text: '78岁' }).value).toBe(78)
    expect(readAge({ text: '七十八' }).value).toBe(78)
    expect(readAge({ text: '78周岁' }).value).toBe(78)
    expect(readAge({ text: '780' }).fault).toBe('unreadable')
  })
})

describe('money in 分', () => {
  test.each([
    ['98元', 9800],
    ['¥38.00', 3800],
    ['￥38', 3800],
    ['2,359.57', 235_957],
    ['２，３５９．５７元', 235_957],
    ['1.2万', 1_200_000],
    ['1.2万元', 1_200_000],
    ['20万元', 20_000_000],
    ['约3600元', 360_000],
    ['叁仟陆佰元整', 360_000],
    ['200,000.00', 20_000_000],
    ['38元/盒', 3800],
    ['RMB 1,200.50', 120_050],
  ])('%s', (text, expected) => {
    expect(readMoney({ text }, under('金额')).value).toBe(expected)
  })
  test('a header in 万元 counts for bare numbers, not for those that name their own unit', () => {
    expect(readMoney({ text: '1.2', number: 1.2 }, under('金额（万元）')).value).toBe(1_200_000)
    expect(readMoney({ text: '1.2' }, under('金额（万元）')).value).toBe(1_200_000)
    expect(readMoney({ text: '12000元' }, under('金额（万元）')).value).toBe(1_200_000)
  })
  test('any sum comes back to the 分, typed or kept as a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (fen) => {
        const yuan = fen / 100
        expect(readMoney({ text: String(yuan), number: yuan }, under('金额')).value).toBe(fen)
        expect(readMoney({ text: yuan.toLocaleString('en-US', { minimumFractionDigits: 2 }) }, under('金额')).value).toBe(fen)
        expect(readMoney({ text: `¥${yuan.toFixed(2)}` }, under('金额')).value).toBe(fen)
      }),
    )
  })
  test.each(['面议', '三五百', '3元5角'])('is none: %s', (text) => {
    expect(readMoney({ text }, under('金额')).fault).toBe('unreadable')
  })
})

describe('a share in percent', () => {
  test.each([
    ['8%', undefined, '比例上限', 8],
    ['８％', undefined, '比例上限', 8],
    ['不超过8%', undefined, '比例上限', 8],
    ['0.08', 0.08, '比例上限', 8],
    ['0.08', undefined, '比例上限', 8],
    ['8', 8, '占比', 8],
    ['0.5', 0.5, '占比（%）', 0.5],
    ['百分之八', undefined, '占比', 8],
  ])('%s (%s) under %s', (text, number, header, expected) => {
    expect(readPercent(number === undefined ? { text } : { text, number }, under(header)).value).toBe(expected)
  })
})

describe('a length of time in minutes', () => {
  test.each([
    ['2小时30分', '时长', 150],
    ['2小时30分钟', '时长', 150],
    ['2.5', '时长', 150],
    ['2.5小时', '时长', 150],
    ['150分钟', '时长', 150],
    ['2h', '时长', 120],
    ['2h30m', '时长', 150],
    ['2:30', '时长', 150],
    ['1个半小时', '时长', 90],
    ['1小时半', '时长', 90],
    ['半小时', '时长', 30],
    ['两小时', '时长', 120],
    ['一个小时', '时长', 60],
    ['90min', '时长', 90],
    ['45', '时长（分钟）', 45],
    ['45', '时长', 45],
    ['2', '服务时长（小时）', 120],
    ['16', '服务时长（小时）', 960],
  ])('%s under %s', (text, header, expected) => {
    expect(readDuration({ text }, under(header)).value).toBe(expected)
  })
  test('kept as a number, as hours or as a time of day', () => {
    expect(readDuration({ text: '2.5', number: 2.5 }, under('确认时长')).value).toBe(150)
    expect(readDuration({ text: '02:30', number: 2.5 / 24, dated: true }, under('确认时长')).value).toBe(150)
  })
  test.each(['一上午', '约', '2到3小时', '-2'])('is none: %s', (text) => {
    expect(readDuration({ text }, under('时长')).fault).toBe('unreadable')
  })
})
