import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { Row } from './book-schema.ts'
import { delimiterOf } from './csv-reader.ts'
import { readFileInto } from './file-reader.ts'

async function read(bytes: Buffer): Promise<Row[]> {
  const rows: Row[] = []
  const refusal = await readFileInto('表.csv', bytes, {
    sheet: () => undefined,
    row: (row) => rows.push(row),
    merge: () => undefined,
    progress: () => undefined,
  })
  expect(refusal).toBeUndefined()
  return rows
}
const texts = async (bytes: Buffer) => (await read(bytes)).map((row) => [...row.cells.values()].map((cell) => cell.text))

const table = '姓名,性别,社区\n李秀英,女,秃尾村\n'
const tableRows = [
  ['姓名', '性别', '社区'],
  ['李秀英', '女', '秃尾村'],
]

describe('the letters of a text are made out from its bytes', () => {
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${table}`)],
    ['GB18030', iconv.encode(table, 'gb18030')],
    ['UTF-16', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['UTF-16 the other way round', iconv.encode(table, 'utf16-be', { addBOM: true })],
    ['UTF-16 without its mark', Buffer.from(table, 'utf16le')],
  ])('%s', async (_, bytes) => {
    expect(await texts(bytes)).toEqual(tableRows)
  })

  test('Big5', async () => {
    expect(await texts(iconv.encode('姓名,性別,社區\n李秀英,女,秀茂坪\n', 'big5'))).toEqual([
      ['姓名', '性別', '社區'],
      ['李秀英', '女', '秀茂坪'],
    ])
  })

  // Every one of these is valid UTF-8 by its bytes, or nearly.
  test.each(['联通', '姓名', '李', '王娟', '张三,男', '丁,女', '老人', '低保', '序号\n1', '电话', '社区', '秃', '村', '签到', '是', '无'])(
    'GB18030 of no more than “%s”',
    async (text) => {
      expect(await texts(iconv.encode(text, 'gb18030'))).toEqual(text.split('\n').map((line) => line.split(',')))
    },
  )

  test.each(['联通', '姓名', '李', '王娟', '𠮷田', '№1'])('UTF-8 of no more than “%s”', async (text) => {
    expect(await texts(Buffer.from(text))).toEqual([[text]])
  })

  test('rare characters that only GB18030 has in four bytes', async () => {
    expect(await texts(iconv.encode('姓名,社区\n㐂三,曙光社区', 'gb18030'))).toEqual([
      ['姓名', '社区'],
      ['㐂三', '曙光社区'],
    ])
  })

  test('one bad byte does not spoil a file', async () => {
    const bytes = Buffer.concat([iconv.encode(table.repeat(40), 'gb18030'), Buffer.from([0xff])])
    expect((await texts(bytes)).slice(0, 2)).toEqual(tableRows)
  })
})

describe('the sign between cells is the one that stands equally often in most lines', () => {
  test.each([
    [',', '姓名,类别\n张三,低保;独居\n李四,丧偶;空巢;高龄\n王五,'],
    [';', '姓名;住址\n张三;一区,3号\n李四;二区'],
    ['\t', '姓名\t住址\n张三\t一区,3号,2单元\n李四\t二区,1号'],
    ['，', '姓名，性别\n张三，男'],
    [',', '困境老人花名册\n姓名,性别\n张三,男'],
    [',', '"a;b;c","d;e;f"\n"1;2;3","4;5;6"'],
    [';', 'sep=;\n姓名;性别'],
    [',', '姓名\n张三'],
  ])('%j in %j', (delimiter, text) => {
    expect(delimiterOf(text)).toBe(delimiter)
  })
})

describe('the cells of a text', () => {
  test('keep line ends and quotes within quotes, and the row numbers of a spreadsheet', async () => {
    const rows = await read(Buffer.from('姓名,备注\r\n张三,"住""东头""\n楼上"\r\n\r\n李四,="007"\r\n'))
    expect(rows.map((row) => [row.number, ...[...row.cells.values()].map((cell) => cell.text)])).toEqual([
      [1, '姓名', '备注'],
      [2, '张三', '住"东头"\n楼上'],
      [4, '李四', '007'],
    ])
  })

  test('are read though a quote never closes', async () => {
    expect(await texts(Buffer.from('姓名,备注\n张三,"住东头\n李四,无\n'))).toEqual([
      ['姓名', '备注'],
      ['张三', '"住东头'],
      ['李四', '无'],
    ])
  })

  test('whatever was written comes back, in either encoding', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...Array.from('张三李四女男低保社区,;"\n 0123.（）—')), maxLength: 8 })
      .map((text) => text.trim())
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 12 }), fc.boolean(), async (rows, gb) => {
        const all = [['姓名', '性别', '社区'], ...rows]
        const text = all.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        const read = await texts(gb ? iconv.encode(text, 'gb18030') : Buffer.from(text))
        expect(read).toEqual(all.map((row) => row.filter((value) => value !== '')).filter((row) => row.length > 0))
      }),
      { numRuns: 200 },
    )
  })
})
