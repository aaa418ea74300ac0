import { zipOf, workbookOf, workbookParts, worksheetOf } from './book-testing.ts'

const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
const plainSheet = worksheetOf(
  `<row r="1">${cell('A1', '姓名')}${cell('B1', '性别')}</row><row r="2">${cell('A2', '李秀英')}${cell('B2', '女')}</row>`,
)
export const good = { name: '名册.xlsx', bytes: workbookOf(plainSheet) }

export const repeat = (text: string, times: number) => text.repeat(times)
export const rows = (count: number, row: (number: number) => string) => Array.from({ length: count }, (_, at) => row(at + 1)).join('')

/** Files made to exhaust the reader: what it is, its name, its bytes, and the code it is refused with. */
export const hostile: readonly [string, string, () => Uint8Array, string][] = [
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
