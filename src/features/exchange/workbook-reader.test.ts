import { describe, expect, test } from 'vitest'
import { type Part, workbookParts, worksheetOf, zipOf } from './book-testing.ts'
import type { Row, Sheet } from './book-schema.ts'
import { readFileInto } from './file-reader.ts'

type Found = { sheets: Omit<Sheet, 'rows' | 'merges'>[]; rows: Row[]; merges: unknown[] }

async function read(parts: readonly Part[]): Promise<Found> {
  const found: Found = { sheets: [], rows: [], merges: [] }
  const refusal = await readFileInto('表.xlsx', zipOf(parts), {
    sheet: (sheet) => found.sheets.push(sheet),
    row: (row) => found.rows.push(row),
    merge: (merge) => found.merges.push(merge),
    progress: () => undefined,
  })
  expect(refusal).toBeUndefined()
  return found
}

const texts = (rows: readonly Row[]) => rows.map((row) => [...row.cells.values()].map((cell) => cell.text))
const readRows = async (data: string, more: Record<string, string> = {}) => (await read(workbookParts(worksheetOf(data), more))).rows

describe('a workbook is read as it stands in the file', () => {
  test('shared texts, rich text joined, the reading aid over it left out', async () => {
    const rows = await readRows('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>', {
      'xl/sharedStrings.xml':
        '<sst><si><t>姓名</t></si><si><r><t>身份</t></r><r><rPr/><t>证号</t></r><rPh sb="0" eb="2"><t>shēn fèn</t></rPh></si></sst>',
    })
    expect(texts(rows)).toEqual([['姓名', '身份证号']])
  })

  test('inline texts, formulas by their last result, yes and no, errors as they show', async () => {
    const rows = await readRows(
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>李</t></r><r><t xml:space="preserve"> 秀英</t></r></is></c>' +
        '<c r="B1" t="str"><f>A1&amp;"x"</f><v>李秀英x</v></c><c r="C1"><f>SUM(1,2)</f><v>3</v></c><c r="D1" t="b"><v>1</v></c>' +
        '<c r="E1" t="e"><v>#N/A</v></c><c r="F1"><f>NOW()</f></c><c r="G1" t="d"><v>2024-09-04T00:00:00</v></c></row>',
    )
    expect(texts(rows)).toEqual([['李 秀英', '李秀英x', '3', '是', '#N/A', '2024-09-04T00:00:00']])
    expect(rows[0]?.cells.get(2)?.number).toBe(3)
    expect([...(rows[0]?.cells.keys() ?? [])]).toEqual([0, 1, 2, 3, 4, 6])
  })

  test('numbers in the form that a person sees, long ones in full', async () => {
    const rows = await readRows(
      '<row><c><v>8.199999999999999</v></c><c><v>1.95108040000E11</v></c><c><v>0.1</v></c><c><v>1E-7</v></c><c><v>-0</v></c><c><v>2.11102194503073E+17</v></c></row>',
    )
    expect(texts(rows)).toEqual([['8.2', '195108040000', '0.1', '1e-7', '0', '211102194503073000']])
  })

  test('rows and cells without numbers count on', async () => {
    const rows = await readRows(
      '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"><c r="D5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
    )
    expect(rows.map((row) => [row.number, [...row.cells.keys()]])).toEqual([
      [1, [0, 2]],
      [5, [3, 4]],
      [6, [0]],
    ])
  })

  test('hidden rows and hidden sheets are read and said to be hidden', async () => {
    const data =
      '<row r="1" hidden="1"><c><v>1</v></c></row><row r="2" hidden="true"><c><v>2</v></c></row><row r="3" hidden="0"><c><v>3</v></c></row>'
    const hide = (part: Part) =>
      part.name === 'xl/workbook.xml' ? { ...part, data: String(part.data).replace('sheetId', 'state="veryHidden" sheetId') } : part
    const found = await read(workbookParts(worksheetOf(data)).map(hide))
    expect(found.rows.map((row) => row.hidden)).toEqual([true, true, false])
    expect(found.sheets).toEqual([{ name: '花名册', hidden: true }])
  })

  test('merged ranges, with and without dollar signs', async () => {
    const found = await read(
      workbookParts(
        worksheetOf(
          '<row><c><v>1</v></c></row>',
          '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="$AA$3:$AB$9"/><mergeCell ref="nonsense"/></mergeCells>',
        ),
      ),
    )
    expect(found.merges).toEqual([
      { fromRow: 1, toRow: 2, fromColumn: 0, toColumn: 2 },
      { fromRow: 3, toRow: 9, fromColumn: 26, toColumn: 27 },
    ])
  })

  test('sheets in the order of the workbook, wherever their parts lie', async () => {
    const parts = workbookParts(worksheetOf('<row><c><v>1</v></c></row>'), {
      'xl/workbook.xml':
        '<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="二" sheetId="9" q:id="b"/><x:sheet name="图" sheetId="8" q:id="c"/><x:sheet name="一" sheetId="1" q:id="a"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="a" Type="http://x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="b" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="../other/Two.xml"/><Relationship Id="c" Type="http://x/chartsheet" Target="chart.xml"/></Relationships>',
      'other/two.xml':
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>乙</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    })
    const found = await read(parts)
    expect(found.sheets.map((sheet) => sheet.name)).toEqual(['二', '一'])
    expect(texts(found.rows)).toEqual([['乙'], ['1']])
  })

  test('a part in UTF-16', async () => {
    const data = Buffer.from(
      `\ufeff${worksheetOf('<row><c t="inlineStr"><is><t>秃尾村</t></is></c></row>').replace('UTF-8', 'UTF-16')}`,
      'utf16le',
    )
    const found = await read(workbookParts('').map((part) => (part.name.includes('sheet1') ? { ...part, data } : part)))
    expect(texts(found.rows)).toEqual([['秃尾村']])
  })

  test('a workbook of macros gives its data and nothing else', async () => {
    const found = await read([
      ...workbookParts(worksheetOf('<row><c><v>1</v></c></row>')),
      { name: 'xl/vbaProject.bin', data: 'Sub Auto_Open()' },
    ])
    expect(texts(found.rows)).toEqual([['1']])
  })
})

describe('a number that shows as a day or a time', () => {
  const styles = (...codes: string[]) =>
    `<styleSheet><numFmts>${codes.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="20"/><xf numFmtId="22"/>${codes.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs></styleSheet>`
  const seen = async (data: string, sheet = '', ...codes: string[]) => {
    const parts = workbookParts(worksheetOf(data), { 'xl/styles.xml': styles(...codes) })
    const found = await read(
      parts.map((part) =>
        part.name === 'xl/workbook.xml' ? { ...part, data: String(part.data).replace('<sheets>', `${sheet}<sheets>`) } : part,
      ),
    )
    return [...(found.rows[0]?.cells.values() ?? [])]
  }

  test('by the formats that every workbook knows, the Chinese ones among them', async () => {
    const cells = await seen(
      '<row><c><v>45539</v></c><c s="1"><v>45539</v></c><c s="2"><v>45539</v></c><c s="3"><v>45539</v></c><c s="4"><v>0.6527777777777778</v></c><c s="5"><v>45539.375</v></c></row>',
    )
    expect(cells.map((cell) => cell.text)).toEqual(['45539', '2024-09-04', '2024-09-04', '2024-09-04', '15:40', '2024-09-04 09:00'])
    expect(cells.map((cell) => cell.dated === true)).toEqual([false, true, true, true, true, true])
  })

  test('by formats of its own', async () => {
    const cells = await seen(
      `<row>${Array.from({ length: 7 }, (_, at) => `<c s="${6 + at}"><v>45539</v></c>`).join('')}</row>`,
      '',
      'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@',
      '[$-804]yyyy/m/d',
      '000000000000000000',
      '#,##0.00_ ',
      'General',
      '0&quot;天&quot;',
      '0.00E+00',
    )
    expect(cells.map((cell) => cell.dated === true)).toEqual([true, true, false, false, false, false, false])
  })

  test('in a workbook that counts its days from 1904', async () => {
    const cells = await seen('<row><c s="1"><v>44077</v></c><c s="4"><v>0.5</v></c></row>', '<workbookPr date1904="1"/>')
    expect(cells.map((cell) => [cell.text, cell.number])).toEqual([
      ['2024-09-04', 45539],
      ['12:00', 0.5],
    ])
  })
})
