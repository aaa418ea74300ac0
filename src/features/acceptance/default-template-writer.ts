import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { lists } from './field-rules.ts'

// Our own templates, made of the same fields that an agency's may use: downloaded, changed and uploaded they are its own.

const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' }
const hei = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: 'Arial' }

const paragraph = (text: string): Paragraph => new Paragraph({ spacing: { after: 80 }, children: [new TextRun({ text })] })
const heading = (text: string): Paragraph =>
  new Paragraph({ spacing: { before: 240, after: 100 }, keepNext: true, children: [new TextRun({ text, size: 26, font: hei })] })

const sections: readonly [string, string][] = [
  ['一、合同指标完成情况', '合同指标'],
  ['二、按服务线', '服务线'],
  ['三、按社区（村）', '社区'],
  ['四、按月份', '月份'],
  ['五、估算（不与其他数字相加）', '估算'],
  ['六、活动清单', '活动'],
  ['七、预算执行', '预算'],
  ['八、支出明细', '支出'],
  ['九、需要说明的情况', '需要说明'],
]

/** A table whose second row is repeated for each of a list. */
function listTable(list: string): Table {
  const columns = Object.keys(lists[list] ?? {})
  const width = Math.floor(9978 / columns.length)
  const cell = (text: string, bold: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: 70, right: 70 },
      children: [
        new Paragraph({
          ...(bold ? { alignment: AlignmentType.CENTER } : {}),
          children: [new TextRun({ text, size: 18, ...(bold ? { font: hei } : {}) })],
        }),
      ],
    })
  return new Table({
    columnWidths: columns.map(() => width),
    width: { size: width * columns.length, type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map((column) => cell(column, true)) }),
      new TableRow({
        cantSplit: true,
        children: columns.map((column, at) =>
          cell(`${at === 0 ? `{#${list}}` : ''}{${column}}${at === columns.length - 1 ? `{/${list}}` : ''}`, false),
        ),
      }),
    ],
  })
}

export async function defaultWord(): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      creator: 'Nuanyang 暖阳',
      styles: { default: { document: { run: { font: song, size: 21 }, paragraph: { spacing: { line: 320, lineRule: 'auto' } } } } },
      sections: [
        {
          properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1021, right: 907, bottom: 1021, left: 1021 } } },
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { after: 120 },
              children: [new TextRun({ text: '{项目名称}', size: 32, font: hei })],
            }),
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { after: 240 },
              children: [new TextRun({ text: '{报告名称}', size: 36, font: hei })],
            }),
            paragraph('承接机构：{承接机构}　　购买方：{购买方}'),
            paragraph('项目期：{项目开始}至{项目结束}　　报告期：{报告开始}至{报告截止}　　时间进度：{时间进度}%'),
            paragraph('服务对象：{服务对象}'),
            paragraph('预算合计{预算合计}元，报告期内支出{支出合计}元。人数按人去重，各表的行相加不等于总数。'),
            ...sections.flatMap(([title, list]) => [heading(title), listTable(list)]),
          ],
        },
      ],
    }),
  )
}

export async function defaultBook(): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  for (const [title, list] of sections) {
    const sheet = book.addWorksheet(title.replace(/^.、/, ''))
    const columns = Object.keys(lists[list] ?? {})
    sheet.addRow(['{项目名称} {报告名称}（{报告开始}至{报告截止}）'])
    sheet.addRow(columns)
    sheet.addRow(columns.map((column) => `{${list}.${column}}`))
    sheet.getRow(1).font = { bold: true, size: 14 }
    sheet.getRow(2).font = { bold: true }
    sheet.columns.forEach((column, at) => (column.width = /口径|名称|情况|用途|依据|指标/.test(columns[at] ?? '') ? 32 : 12))
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}
