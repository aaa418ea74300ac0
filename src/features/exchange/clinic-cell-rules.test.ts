import { expect, test } from 'vitest'
import { readGlucose, readPressure } from './clinic-cell-rules.ts'

test.each([
  ['136/78', 136, 78],
  ['136-78', 136, 78],
  ['136／78', 136, 78],
  ['１３６／７８', 136, 78],
  ['136 / 78 mmHg', 136, 78],
  ['136—78', 136, 78],
  ['136\\78', 136, 78],
  ['136,78', 136, 78],
  ['高压136低压78', 136, 78],
  ['收缩压136，舒张压78', 136, 78],
  ['1480/92', 1480, 92],
  ['82/146', 82, 146],
])('the pressure %s', (text, systolic, diastolic) => {
  expect(readPressure({ text }).value).toEqual({ systolic, diastolic })
})
test.each(['136', '偏高', '136/', '136/78/90'])('%s is no pressure', (text) => {
  expect(readPressure({ text }).fault).toBe('unreadable')
})

const under = (header: string) => ({ header, date1904: false })
test.each([
  ['8.1mmol/L', '血糖', 8.1, 'mmol/L'],
  ['8.1 mmol', '血糖', 8.1, 'mmol/L'],
  ['77mg/dl', '血糖', 77, 'mg/dL'],
  ['77 MG/DL', '血糖', 77, 'mg/dL'],
  ['８．３', '血糖', 8.3, 'mmol/L'],
  ['77', '血糖(mg/dl)', 77, 'mg/dL'],
  ['5.6mmol/L', '血糖(mg/dl)', 5.6, 'mmol/L'],
  ['空腹5.6', '血糖', 5.6, 'mmol/L'],
  ['餐后2小时8.1', '血糖', 8.1, 'mmol/L'],
  ['5.6（空腹）', '血糖', 5.6, 'mmol/L'],
  ['68', '血糖', 68, 'mmol/L'],
] as const)('the glucose %s under %s', (text, header, value, unit) => {
  expect(readGlucose({ text }, under(header)).value).toEqual({ value, unit })
})
test('a number is freed of the noise of fractions', () => {
  expect(readGlucose({ text: '8.2', number: 8.199999999999999 }, under('血糖')).value).toEqual({ value: 8.2, unit: 'mmol/L' })
})
test.each(['HI', '偏高', '5.6-7.8'])('%s is no glucose', (text) => {
  expect(readGlucose({ text }, under('血糖')).fault).toBe('unreadable')
})
