import { describe, expect, test } from 'vitest'
import { formats } from './format-rules.ts'

describe('how figures are written', () => {
  test('numbers carry thousands, money always two decimals', () => {
    expect(formats['zh-CN'].number(1900)).toBe('1,900')
    expect(formats['zh-CN'].money(123450)).toBe('1,234.50 元')
    expect(formats.en.money(-5)).toBe('¥-0.05')
  })

  test('a mean keeps the digits that it is exact to', () => {
    expect(formats['zh-CN'].decimal(9.394, 2)).toBe('9.39')
    expect(formats.en.decimal(1916.8, 2)).toBe('1,916.80')
  })

  test('an instant is told in the time of the place of work, whatever the clock of the computer', () => {
    expect(formats['zh-CN'].moment('2025-03-01T16:30:00.000Z')).toBe('2025-03-02 00:30')
    expect(formats.en.moment('2025-03-01T16:30:00.000Z')).toBe('2 Mar 2025, 00:30')
  })

  test('a day stays the day it is', () => {
    expect(formats['zh-CN'].day('2025-03-01')).toBe('2025-03-01')
    expect(formats.en.day('2025-03-01')).toBe('1 Mar 2025')
    expect(formats['zh-CN'].month('2024-09')).toBe('2024年9月')
  })

  test.each([
    [45, '45分', '45 min'],
    [60, '1小时', '1 h'],
    [95, '1小时35分', '1 h 35 min'],
  ])('%i minutes spent', (minutes, zh, en) => {
    expect(formats['zh-CN'].minutes(minutes)).toBe(zh)
    expect(formats.en.minutes(minutes)).toBe(en)
  })
})
