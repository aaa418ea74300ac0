import { describe, expect, test } from 'vitest'
import { bookOf, rowsOf, sheetOf } from './book-testing.ts'
import { isRowOf, readForms } from './form-rules.ts'
import { completeDays } from './year-plan-rules.ts'

/** The days of a list of visits in which some are written without their year, and no project says when it ran. */
function days(...written: string[]) {
  const lines = written.map((day) => `${day}|张三|上门|李红`).join('\n')
  const { rows } = readForms([bookOf('走访记录.csv', sheetOf(undefined, rowsOf(`走访日期|走访对象|走访形式|走访人\n${lines}`)))])
  return completeDays(rows, {}).flatMap((row) => (isRowOf(row, 'visits') ? [row.cells.day?.value] : []))
}

describe('a day without its year, between days that have one', () => {
  test('has that year', () => {
    expect(days('2024-5-6', '5月8日', '2024.5.10', '5.12')).toEqual(['2024-05-06', '2024-05-08', '2024-05-10', '2024-05-12'])
  })
  test('has none at the turn of the year, where it could be either', () => {
    expect(days('2024-12-30', '12月31日', '2025-1-2', '1月3日')).toEqual(['2024-12-30', undefined, '2025-01-02', '2025-01-03'])
  })
  test('has none where nothing has', () => {
    expect(days('5月8日', '5月9日')).toEqual([undefined, undefined])
  })
})
