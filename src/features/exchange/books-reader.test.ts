import { describe, expect, test } from 'vitest'
import { zipOf, workbookOf, workbookParts, worksheetOf } from './book-testing.ts'
import { readBooks } from './books-reader.ts'

const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
const plainSheet = worksheetOf(
  `<row r="1">${cell('A1', '姓名')}${cell('B1', '性别')}</row><row r="2">${cell('A2', '李秀英')}${cell('B2', '女')}</row>`,
)
const good = { name: '名册.xlsx', bytes: workbookOf(plainSheet) }

const wanted = 2000

/** Reads a hostile file with a good one behind it. When other tests take the machine away, it is tried again. */
async function meet(name: string, bytes: Uint8Array, tries = 2): Promise<Awaited<ReturnType<typeof readBooks>> & { ms: number }> {
  const start = performance.now()
  const { books, refusals } = await readBooks([{ name, bytes }, good])
  const ms = performance.now() - start
  return ms < wanted || tries === 1 ? { books, refusals, ms } : meet(name, bytes, tries - 1)
}

const repeat = (text: string, times: number) => text.repeat(times)
const rows = (count: number, row: (number: number) => string) => Array.from({ length: count }, (_, at) => row(at + 1)).join('')

const hostile: readonly [string, string, () => Uint8Array, string][] = [
  [
    'a million rows',
    '百万行.xlsx',
    () => workbookOf(worksheetOf(rows(1_000_000, (n) => `<row r="${n}"><c r="A${n}"><v>1</v></c></row>`))),
    'book.too-many-rows',
  ],
  [
    'two hundred thousand rows without numbers',
    '百万行.xlsx',
    () => workbookOf(worksheetOf(repeat('<row><c><v>1</v></c></row>', 200_000))),
    'book.too-many-rows',
  ],
  [
    'eight hundred thousand cells in few rows',
    '百万格.xlsx',
    () => workbookOf(worksheetOf(rows(80, (n) => `<row>${rows(10_000, (m) => `<c><v>${n * m}</v></c>`)}</row>`))),
    'book.too-many-cells',
  ],
  ['a zip bomb of blanks', '炸弹.xlsx', () => workbookOf(worksheetOf(repeat(' ', 70_000_000))), 'book.bomb'],
  [
    'a bomb that declares a small size',
    '炸弹.xlsx',
    () =>
      zipOf(
        workbookParts(worksheetOf(repeat(' ', 70_000_000))).map((part) =>
          part.name.includes('sheet1') ? { ...part, declared: 1000 } : part,
        ),
      ),
    'book.damaged',
  ],
  [
    'ten thousand entries',
    '很多.xlsx',
    () => zipOf([...workbookParts(plainSheet), ...Array.from({ length: 10_000 }, (_, at) => ({ name: `xl/media/${at}`, data: '' }))]),
    'book.bomb',
  ],
  [
    'a billion laughs',
    '实体.xlsx',
    () =>
      workbookOf(
        `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`,
      ),
    'book.unsafe',
  ],
  [
    'an outside entity',
    '实体.xlsx',
    () => workbookOf(`<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>`),
    'book.unsafe',
  ],
  [
    'an entity that nobody declared',
    '实体.xlsx',
    () => workbookOf(worksheetOf('<row><c t="inlineStr"><is><t>&file;</t></is></c></row>')),
    'book.damaged',
  ],
  ['a hundred thousand tags within each other', '嵌套.xlsx', () => workbookOf(worksheetOf(repeat('<a>', 100_000))), 'book.unsafe'],
  [
    'a million tags within each other that close',
    '嵌套.xlsx',
    () => workbookOf(worksheetOf(repeat('<a>', 1_000_000) + repeat('</a>', 1_000_000))),
    'book.unsafe',
  ],
  [
    'two million blank cells',
    '空格.xlsx',
    () => workbookOf(worksheetOf(rows(40_000, () => `<row>${repeat('<c s="7"/>', 50)}</row>`))),
    'book.too-many-cells',
  ],
  [
    'a tag of a million attributes',
    '属性.xlsx',
    () => workbookOf(worksheetOf(`<row ${rows(1_000_000, (n) => `a${n}="${n}" `)}/>`)),
    'book.unsafe',
  ],
  [
    'one huge shared text in a hundred thousand cells',
    '长文.xlsx',
    () =>
      workbookOf(worksheetOf(rows(100, () => `<row>${repeat('<c t="s"><v>0</v></c>', 1000)}</row>`)), {
        'xl/sharedStrings.xml': `<sst><si><t>${repeat('长', 20_000)}</t></si></sst>`,
      }),
    'book.too-many-cells',
  ],
  [
    'a shared text longer than any cell',
    '长文.xlsx',
    () => workbookOf(plainSheet, { 'xl/sharedStrings.xml': `<sst><si><t>${repeat('x', 30_000_000)}</t></si></sst>` }),
    'book.too-long-text',
  ],
  [
    'a text of five megabytes in one cell',
    '长文.xlsx',
    () => workbookOf(worksheetOf(`<row>${cell('A1', repeat('x', 5_000_000))}</row>`)),
    'book.too-long-text',
  ],
  [
    'millions of shared texts',
    '文本.xlsx',
    () => workbookOf(plainSheet, { 'xl/sharedStrings.xml': `<sst>${repeat('<si><t/></si>', 3_000_000)}</sst>` }),
    'book.too-many-cells',
  ],
  [
    'hundreds of thousands of merged ranges',
    '合并.xlsx',
    () =>
      workbookOf(
        worksheetOf(
          '<row><c><v>1</v></c></row>',
          `<mergeCells>${rows(300_000, (n) => `<mergeCell ref="A${(n % 1_000_000) + 1}:XFD${(n % 1_000_000) + 1}"/>`)}</mergeCells>`,
        ),
      ),
    'book.too-many-merges',
  ],
  [
    'a thousand sheets',
    '千表.xlsx',
    () =>
      workbookOf(plainSheet, {
        'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${rows(1000, (n) => `<sheet name="${n}" sheetId="${n}" r:id="rId1"/>`)}</sheets></workbook>`,
      }),
    'book.too-many-sheets',
  ],
  [
    'one sheet listed four hundred times',
    '重复.xlsx',
    () =>
      workbookOf(worksheetOf(rows(5000, (n) => `<row>${repeat(`<c><v>${n}</v></c>`, 20)}</row>`)), {
        'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${rows(400, (n) => `<sheet name="${n}" sheetId="${n}" r:id="rId1"/>`)}</sheets></workbook>`,
      }),
    'book.unsafe',
  ],
  ['a sheet that breaks off', '断.xlsx', () => workbookOf('<worksheet><sheetData><row><c><v>1'), 'book.damaged'],
  ['a zip that breaks off', '断.xlsx', () => good.bytes.subarray(0, good.bytes.length - 60), 'book.damaged'],
  ['a locked part', '密.xlsx', () => zipOf(workbookParts(plainSheet).map((part) => ({ ...part, flags: 1 }))), 'book.encrypted'],
  ['a cell far outside the sheet', '远.xlsx', () => workbookOf(worksheetOf('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')), 'book.damaged'],
  [
    'rows in no order',
    '乱.xlsx',
    () => workbookOf(worksheetOf('<row r="5"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>')),
    'book.damaged',
  ],
  [
    'a million styles',
    '样式.xlsx',
    () =>
      workbookOf(plainSheet, {
        'xl/styles.xml': `<styleSheet><cellXfs>${repeat('<xf numFmtId="14"/>', 1_000_000)}</cellXfs></styleSheet>`,
      }),
    'book.unsafe',
  ],
  ['a CSV of one line without end', '一行.csv', () => Buffer.from(repeat('1,', 10_000_000)), 'book.too-long-text'],
  ['a CSV of a million rows', '百万行.csv', () => Buffer.from(repeat('张三,男\n', 1_000_000)), 'book.too-many-rows'],
  ['a CSV of a quote that never closes', '引号.csv', () => Buffer.from(`姓名,性别\n"${repeat('a,b,', 3_000_000)}`), 'book.too-long-text'],
  ['a CSV of ten million blank lines', '空行.csv', () => Buffer.from(`姓名,性别${repeat('\n', 10_000_000)}`), 'book.too-many-rows'],
  [
    'a CSV of a hundred columns and a million cells',
    '百万格.csv',
    () => Buffer.from(repeat(`${repeat('1,', 100)}\n`, 40_000)),
    'book.too-many-cells',
  ],
  ['a CSV of quotes alone', '引号.csv', () => Buffer.from(repeat('"', 20_000_000)), 'book.too-long-text'],
]

describe('a file made to exhaust the reader is refused within two seconds, and harms nobody', () => {
  test.each(hostile)('%s', { timeout: 30_000 }, async (_, name, make, code) => {
    const met = await meet(name, make())
    expect(met.refusals.map((refusal) => refusal.code)).toEqual([code])
    expect(met.refusals[0]?.because.zh).toContain(name)
    expect(met.books.map((book) => book.file)).toEqual([good.name])
    expect(met.ms).toBeLessThan(wanted)
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
