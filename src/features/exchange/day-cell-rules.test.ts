import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, dayOfNumber } from '../../kernel/day.ts'
import type { CellContext } from './cell-schema.ts'
import { readDay, readPeriod, readTime, timesIn } from './day-cell-rules.ts'

const context: CellContext = { header: '日期', date1904: false }
const day = (text: string, more: Partial<CellContext> = {}) => readDay({ text }, { ...context, ...more })

describe('a day is read in whatever hand it is written', () => {
  test.each([
    ['2024.9.4', '2024-09-04'],
    ['2024/9/4', '2024-09-04'],
    ['2024-09-04', '2024-09-04'],
    ['2024年9月4日', '2024-09-04'],
    ['2024年09月04号', '2024-09-04'],
    ['2024 年 9 月 4 日', '2024-09-04'],
    ['20240904', '2024-09-04'],
    ['24.9.4', '2024-09-04'],
    ['24-9-4', '2024-09-04'],
    ['２０２４．９．４', '2024-09-04'],
    ['２０２４年９月４日', '2024-09-04'],
    ['2024。9。4', undefined],
    ['二〇二四年九月四日', '2024-09-04'],
    ['二零二四年九月十四日', '2024-09-14'],
    ['2024年九月二十四日', '2024-09-24'],
    ['2024.9.4（周三）', '2024-09-04'],
    ['2024年9月4日 星期三 上午9:00', '2024-09-04'],
    ['2024-09-04 09:00:00', '2024-09-04'],
    ['2024-09-04T09:00:00', '2024-09-04'],
    ['2024/9/4 9:00-11:00', '2024-09-04'],
    ['2024.9.4-9.6', '2024-09-04'],
    ['2024年9月4日至6日', '2024-09-04'],
    ['2024.9.4、9.11', '2024-09-04'],
    ['9/4/2024', '2024-09-04'],
    ['24/9/2024', '2024-09-24'],
    ['4-Sep-24', '2024-09-04'],
    ['45539', '2024-09-04'],
    ['约2024年9月4日', '2024-09-04'],
  ])('%s', (text, expected) => {
    expect(day(text).value).toBe(expected)
  })

  test('of any day and in any hand the same day comes back', () => {
    const hands: ((year: number, month: number, date: number) => string)[] = [
      (y, m, d) => `${y}.${m}.${d}`,
      (y, m, d) => `${y}/${m}/${d}`,
      (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
      (y, m, d) => `${y}年${m}月${d}日`,
      (y, m, d) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
      (y, m, d) => `${y}年${m}月${d}日（星期三）上午10点`,
      (y, m, d) => `${y}.${m}.${d}`.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ]
    const days = fc.integer({ min: dayNumber(dayOfNumber(-25_000)), max: 47_000 }).map(dayOfNumber)
    fc.assert(
      fc.property(days, fc.constantFrom(...hands), (expected, hand) => {
        const [year = 0, month = 0, date = 0] = expected.split('-').map(Number)
        expect(day(hand(year, month, date)).value).toBe(expected)
      }),
    )
  })

  test('a serial is a day, with a date format and without', () => {
    expect(readDay({ text: '2024-09-04', number: 45539, dated: true }, context).value).toBe('2024-09-04')
    expect(readDay({ text: '45539', number: 45539 }, context).value).toBe('2024-09-04')
    expect(readDay({ text: '45539.5', number: 45539.5 }, context).value).toBe('2024-09-04')
    expect(readDay({ text: '44077', number: 44077 }, { ...context, date1904: true }).value).toBe('2024-09-04')
    expect(readDay({ text: '20240904', number: 20_240_904 }, context).value).toBe('2024-09-04')
    expect(readDay({ text: '1905-02-01', number: 1859, dated: true }, context).value).toBe('1905-02-01')
  })

  test('a year of two digits is in the century of those it is written for', () => {
    expect(day('24.9.4', { births: 'elders' }).value).toBe('1924-09-04')
    expect(day('53.8.25', { births: 'elders' }).value).toBe('1953-08-25')
    expect(day('10.5.6', { births: 'anyone' }).value).toBe('2010-05-06')
    expect(day('83.5.16', { births: 'anyone' }).value).toBe('1983-05-16')
  })

  test('a day without its year takes the year of the sheet, and is not guessed when there is none', () => {
    expect(day('9月4日', { year: 2024 }).value).toBe('2024-09-04')
    expect(day('9.4', { year: 2024 }).value).toBe('2024-09-04')
    expect(day('9月4日').fault).toBe('unreadable')
  })
})

describe('what is no day says so', () => {
  test.each(['1946.13.5', '1951.13.5', '2024年2月30日', '2023-02-29', '2024/4/31', '19461305', '2024.0.5'])(
    'there is no such day: %s',
    (text) => {
      expect(day(text)).toEqual({ fault: 'no-such-day' })
    },
  )
  test.each(['去年秋天', '2024年', '2024.9', '2024.9.411', '农历九月初九', '9月', '12345678901', 'abc', '3', '不记得'])(
    'unreadable: %s',
    (text) => {
      expect(day(text)).toEqual({ fault: 'unreadable' })
    },
  )
  test.each(['无', '—', '/', '不详', '暂无'])('nothing: %s', (text) => {
    expect(day(text)).toEqual({ empty: true })
  })
  test('what keeps to the end of a month', () => {
    expect(day('2025.9', { wholeMonth: 'last' }).value).toBe('2025-09-30')
    expect(day('2024年2月', { wholeMonth: 'last' }).value).toBe('2024-02-29')
  })
  test('whatever stands in a cell, reading it ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789年月日.-/ ：:至九十一二')), maxLength: 3000 }), (text) => {
        expect(day(text)).toBeDefined()
        expect(readPeriod({ text }, context)).toBeDefined()
        expect(timesIn(text)).toBeDefined()
      }),
    )
  })
})

describe('a time of day', () => {
  test.each([
    ['9:00', '09:00'],
    ['9：00', '09:00'],
    ['09:00:00', '09:00'],
    ['上午9点', '09:00'],
    ['9点半', '09:30'],
    ['14时30分', '14:30'],
    ['下午2:30', '14:30'],
    ['下午2点一刻', '14:15'],
    ['2:30PM', '14:30'],
    ['晚上7点', '19:00'],
    ['中午12:00', '12:00'],
    ['12:00 AM', '00:00'],
    ['９：３０', '09:30'],
    ['9.30', '09:30'],
    ['1430', '14:30'],
    ['9:00-11:00', '09:00'],
  ])('%s', (text, expected) => {
    expect(readTime({ text }, context).value).toBe(expected)
  })
  test.each([
    [0.375, '09:00'],
    [0.6527777777777778, '15:40'],
    [0.9999999, '00:00'],
    [9, '09:00'],
    [14.3, '14:30'],
  ])('the number %d', (number, expected) => {
    expect(readTime({ text: String(number), number }, context).value).toBe(expected)
  })
  test('of a day with its time only the time', () => {
    expect(readTime({ text: '2024-09-04 09:00', number: 45539.375, dated: true }, context).value).toBe('09:00')
  })
  test.each(['25:00', '9:75', '上午', '一会儿', '99'])('is none: %s', (text) => {
    expect(readTime({ text }, context).fault).toBe('unreadable')
  })
  test('any minute of the day comes back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(':', '：', '点', '时'), (minute, sign) => {
        const [hour, rest] = [Math.floor(minute / 60), String(minute % 60).padStart(2, '0')]
        const expected = `${String(hour).padStart(2, '0')}:${rest}`
        expect(readTime({ text: `${hour}${sign}${rest}` }, context).value).toBe(expected)
        expect(readTime({ text: expected, number: minute / 1440, dated: true }, context).value).toBe(expected)
      }),
    )
  })
  test('several in one text, the part of the day said once', () => {
    expect(timesIn('2024.9.14 上午9:00—11:30')).toEqual(['09:00', '11:30'])
    expect(timesIn('下午2点至4点半')).toEqual(['14:00', '16:30'])
  })
})

describe('a period', () => {
  test.each([
    ['2024年9月1日至2025年5月1日', '2024-09-01', '2025-05-01'],
    ['2024.9.1-2025.5.1', '2024-09-01', '2025-05-01'],
    ['2024-09-01—2025-05-01', '2024-09-01', '2025-05-01'],
    ['2024-09-01 ~ 2025-05-01', '2024-09-01', '2025-05-01'],
    ['2024年9月—2025年4月', '2024-09-01', '2025-04-30'],
    ['2024.9-2025.2', '2024-09-01', '2025-02-28'],
    ['2024年3月1日至11月30日', '2024-03-01', '2024-11-30'],
    ['20240901-20250501', '2024-09-01', '2025-05-01'],
    ['2024/9/1到2025/5/1', '2024-09-01', '2025-05-01'],
  ])('%s', (text, from, to) => {
    expect(readPeriod({ text }, context).value).toEqual({ from, to })
  })
  test.each(['八个月', '2024年', '2025.5.1-2024.9.1', '2024年9月1日起'])('is none: %s', (text) => {
    expect(readPeriod({ text }, context).fault).toBe('unreadable')
  })
})

describe('a birthday without its day', () => {
  const births = { ...context, births: 'elders' as const }
  test.each([
    ['1938.11', '1938-11'],
    ['1938年11月', '1938-11'],
    ['1938-3', '1938-03'],
    ['193811', '1938-11'],
    ['1938年', '1938'],
    ['1938', '1938'],
  ])('%s is known as far as it goes', (text, month) => {
    expect(readDay({ text }, births)).toEqual({ fault: 'month-only', month })
  })
  test('1938.1 as a number may be January or October', () => {
    expect(readDay({ text: '1938.1', number: 1938.1 }, births)).toEqual({ fault: 'month-only', month: '1938' })
    expect(readDay({ text: '1938.11', number: 1938.11 }, births)).toEqual({ fault: 'month-only', month: '1938-11' })
  })
})

describe('a day that a spreadsheet took for a number', () => {
  test('9.4 is the fourth of September', () => {
    expect(readDay({ text: '9.4', number: 9.4 }, context)).toMatchObject({ yearless: '09-04' })
    expect(readDay({ text: '12.31', number: 12.31 }, context)).toMatchObject({ yearless: '12-31' })
  })
  test.each([9.1, 9.3, 13.4, 0.5, 2024, 2024.7])('%d does not say which day', (number) => {
    expect(readDay({ text: String(number), number }, context)).toEqual({ fault: 'unreadable' })
  })
})

test('the month may stand first in English', () => {
  expect(readDay({ text: 'Jan 5, 1940' }, context).value).toBe('1940-01-05')
})
