import { expect, test } from 'vitest'
import { bookOf, rowsOf, sheetOf } from './book-testing.ts'
import { isRowOf, readForms } from './form-rules.ts'

const handedOut = (drawn: string) => {
  const { tables, rows } = readForms([bookOf('慰问.xlsx', sheetOf('春节', rowsOf(drawn)))])
  const lines = rows.flatMap((row) =>
    isRowOf(row, 'handOut')
      ? [
          [
            row.row,
            row.cells.names?.value?.join(),
            row.cells.item?.value,
            row.cells.quantity?.value,
            row.cells.unit?.value,
            row.columns.quantity,
          ],
        ]
      : [],
  )
  return { form: tables[0]?.form, lines }
}

test('a list of hand-outs with a column for each kind of goods is a line for each that was handed out', () => {
  expect(
    handedOut(`春节慰问物资发放登记表
      发放时间：2024年2月5日
      序号|姓名|社区|大米（袋）|食用油（桶）|棉被（床）|签字
      1|张三|一村|1|2||√
      2|李四|一村|√|0|1|√
      合计|||2|2|1|`),
  ).toEqual({
    form: 'handOut',
    lines: [
      [4, '张三', '大米', 1, '袋', '大米（袋）'],
      [4, '张三', '食用油', 2, '桶', '食用油（桶）'],
      [5, '李四', '大米', 1, '袋', '大米（袋）'],
      [5, '李四', '棉被', 1, '床', '棉被（床）'],
    ],
  })
})

test('an amount of the one thing handed out, and money, are no kinds of goods', () => {
  expect(handedOut('物资发放登记\n发放日期|受益老人|物品|数量（袋）|金额（元）|签收\n2024-2-5|张三|大米|2|120|√').lines).toEqual([
    [3, '张三', '大米', 2, undefined, '数量（袋）'],
  ])
})
