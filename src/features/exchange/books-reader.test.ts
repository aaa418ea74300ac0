import { describe, expect, test } from 'vitest'
import { zipOf, workbookOf, worksheetOf } from './book-testing.ts'
import { readBooks } from './books-reader.ts'
import { good, hostile, repeat, rows } from './hostile-testing.ts'

describe('a file made to exhaust the reader is refused, and harms nobody', () => {
  test.each(hostile)('%s', { timeout: 30_000 }, async (_, name, make, code) => {
    const { books, refusals } = await readBooks([{ name, bytes: make() }, good])
    expect(refusals.map((refusal) => refusal.code)).toEqual([code])
    expect(refusals[0]?.because.zh).toContain(name)
    expect(books.map((book) => book.file)).toEqual([good.name])
  })

  test('a cell at the far corner of the largest sheet costs nothing', async () => {
    const { books } = await readBooks([
      {
        name: '角.xlsx',
        bytes: workbookOf(
          worksheetOf('<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        ),
      },
    ])
    expect(books[0]?.sheets[0]?.rows[0]?.cells.get(16_383)?.number).toBe(7)
  })

  test('a reader that takes too long is ended, and the next file is read by another', async () => {
    const slow = workbookOf(worksheetOf(rows(20_000, (n) => `<row>${repeat(`<c><v>${n}</v></c>`, 20)}</row>`)))
    const { books, refusals } = await readBooks([{ name: '慢.xlsx', bytes: slow }], undefined, 20)
    expect(refusals.map((refusal) => refusal.code)).toEqual(['book.too-slow'])
    expect(books).toEqual([])
    expect((await readBooks([{ name: '慢.xlsx', bytes: slow }, good])).books).toHaveLength(2)
  })
})

describe('a file that is not what its name says is refused in words that say what to do', () => {
  const compound = (inside: string) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from(inside, 'utf16le')])
  test.each<[string, string, Uint8Array, string]>([
    ['an old .xls', '老表.xls', compound('Workbook'), 'book.old-format'],
    ['an old .xls named .xlsx', '老表.xlsx', compound('Workbook'), 'book.old-format'],
    ['a workbook with a password', '加密.xlsx', compound('EncryptedPackage'), 'book.encrypted'],
    ['a web page named .xls', '导出.xls', Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'), 'book.web-page'],
    ['a web page named .xlsx', '导出.xlsx', Buffer.from('\ufeff\n<!DOCTYPE html><table>'), 'book.web-page'],
    ['a text named .xlsx', '名册.xlsx', Buffer.from('姓名,性别\n李秀英,女'), 'book.damaged'],
    ['a text named .xls', '名册.xls', Buffer.from('姓名\t性别\n李秀英\t女'), 'book.false-type'],
    ['a workbook named .csv', '名册.csv', good.bytes, 'book.false-type'],
    ['a Word document', '报告.docx', zipOf([{ name: 'word/document.xml', data: '<w/>' }]), 'book.not-a-workbook'],
    [
      'a Word document named .xlsx',
      '报告.xlsx',
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: '<w/>' },
      ]),
      'book.other-office',
    ],
    ['a binary workbook', '表.xlsx', zipOf([{ name: 'xl/workbook.bin', data: 'x' }]), 'book.binary-workbook'],
    ['any zip', '照片.xlsx', zipOf([{ name: 'a.jpg', data: 'x' }]), 'book.not-a-workbook'],
    [
      'a picture named .csv',
      '照片.csv',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 4]),
      'book.unknown-letters',
    ],
    ['a PDF', '报告.pdf', Buffer.from('%PDF-1.7'), 'book.not-a-workbook'],
    ['an empty file', '空.xlsx', Buffer.alloc(0), 'book.empty'],
    ['a file of forty megabytes', '大.xlsx', Buffer.alloc(40_000_000), 'book.too-large'],
  ])('%s', async (_, name, bytes, code) => {
    const { refusals } = await readBooks([{ name, bytes }])
    expect(refusals.map((refusal) => [refusal.file, refusal.code])).toEqual([[name, code]])
    expect(refusals[0]?.because.en).toContain(name)
  })
})

describe('reading several files', () => {
  test('progress rises to one and names the file that is being read', async () => {
    const seen: { file: string; share: number }[] = []
    await readBooks([good, { ...good, name: '名册二.xlsx' }], (progress) => seen.push(progress))
    expect(seen.at(-1)).toEqual({ file: '名册二.xlsx', share: 1 })
    expect(seen.map(({ share }) => share)).toEqual(seen.map(({ share }) => share).toSorted((a, b) => a - b))
  })

  test("the caller's bytes stay the caller's", async () => {
    const bytes = new Uint8Array(good.bytes)
    await readBooks([{ name: '名册.xlsx', bytes }])
    expect(bytes).toEqual(new Uint8Array(good.bytes))
  })

  test('no files, no worker', async () => {
    expect(await readBooks([])).toEqual({ books: [], refusals: [] })
  })
})
