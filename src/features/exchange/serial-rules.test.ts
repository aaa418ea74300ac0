import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { showsOf } from './number-format-rules.ts'
import { dayOfSerial, textOfNumber, textOfSerial } from './serial-rules.ts'

test.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [60, undefined],
  [61, '1900-03-01'],
  [14_048, '1938-06-17'],
  [45_539, '2024-09-04'],
  [0, undefined],
  [3_000_000, undefined],
])('serial %d is %s', (serial, expected) => {
  expect(dayOfSerial(serial)).toBe(expected)
})

test.each([
  [45_539, 'day', '2024-09-04'],
  [45_539.375, 'day', '2024-09-04 09:00'],
  [45_539.999999999, 'day', '2024-09-05'],
  [0.375, 'day', '09:00'],
  [0.375, 'time', '09:00'],
  [1.0625, 'time', '25:30'],
  [-1, 'day', undefined],
] as const)('%d shown as a %s is %s', (serial, shows, expected) => {
  expect(textOfSerial(serial, shows)).toBe(expected)
})

test('a number that was typed is shown as it was typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
      const typed = digits / 10 ** places
      expect(Number(textOfNumber(typed + typed * Number.EPSILON))).toBe(Number(typed.toPrecision(15)))
    }),
  )
  expect(textOfNumber(10_005_613_823)).toBe('10005613823')
  expect(textOfNumber(700.0599999999999)).toBe('700.06')
})

test.each([
  ['yyyy-mm-dd', 'day'],
  ['yyyy"年"m"月"d"日"', 'day'],
  ['[$-804]yyyy/m/d;@', 'day'],
  ['m/d/yy h:mm', 'day'],
  ['e年m月d日', 'day'],
  ['aaaa', 'day'],
  ['mmm-yy', 'day'],
  ['h:mm', 'time'],
  ['h:mm:ss.000', 'time'],
  ['[h]:mm', 'time'],
  ['上午/下午h"时"mm"分"', 'time'],
  ['000000000000000000', undefined],
  ['0.00', undefined],
  ['#,##0.00_);[Red](#,##0.00)', undefined],
  ['"第"0"天"', undefined],
  ['G/通用格式', undefined],
  ['General', undefined],
  ['0.00E+00', undefined],
  ['0%', undefined],
  ['@', undefined],
  ['¥#,##0', undefined],
])('the format %s shows a %s', (code, expected) => {
  expect(showsOf(200, code)).toBe(expected)
})
