import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'
import { lists } from './field-rules.ts'

// Our own templates, made of the same fields that an agency's may use: downloaded, changed and uploaded they are its own.

const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' }
const hei = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: 'Arial' }

const plain = (text: string): Paragraph => new Paragraph({ spacing: { after: 80 }, children: [new TextRun({ text })] })
const heading = (text: string): Paragraph =>
  new Paragraph({ spacing: { before: 240, after: 100 }, keepNext: true, children: [new TextRun({ text, size: 26, font: hei })] })
const title = (text: string, size: number, after: number): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after }, children: [new TextRun({ text, size, font: hei })] })

type Column = readonly [name: string, share: number]
type Section = { readonly title: string; readonly list: string; readonly about?: string; readonly columns: readonly Column[] }

const counts: readonly Column[] = [
  ['名称', 2],
  ['直接受益人数', 1],
  ['直接服务人次', 1],
  ['活动场次', 1],
  ['活动人次', 1],
  ['个案人次', 1],
  ['义诊人次', 1],
  ['物资批次', 1],
  ['志愿班次', 1],
]

/** What our templates print of each list, and how wide; the lists have more columns than a page has room for. */
const sections: readonly Section[] = [
  {
    title: '一、合同指标完成情况',
    list: '合同指标',
    columns: [
      ['序号', 0.7],
      ['指标', 3.2],
      ['合同数', 1],
      ['单位', 0.8],
      ['完成数', 1],
      ['完成率', 1],
      ['定稿数', 1],
      ['核验码', 2.2],
      ['更正', 2],
    ],
  },
  {
    title: '二、定稿数字',
    list: '定稿',
    about: '{定稿说明}',
    columns: [
      ['序号', 0.7],
      ['指标', 1.8],
      ['数值', 0.9],
      ['单位', 0.7],
      ['口径', 3.6],
      ['定稿日', 1.3],
      ['核验码', 2.2],
      ['更正', 1.9],
      ['现在', 0.9],
    ],
  },
  {
    title: '三、按服务线',
    list: '服务线',
    columns: [
      ['名称', 2],
      ['直接受益人数', 1],
      ['直接服务人次', 1],
    ],
  },
  { title: '四、按社区（村）', list: '社区', columns: counts },
  { title: '五、按月份', list: '月份', columns: counts },
  {
    title: '六、估算（不与其他数字相加）',
    list: '估算',
    columns: [
      ['指标', 2],
      ['数值', 1],
      ['单位', 0.7],
      ['依据', 5],
    ],
  },
  {
    title: '七、活动清单',
    list: '活动',
    columns: [
      ['序号', 0.7],
      ['日期', 1.4],
      ['类型', 1.2],
      ['名称', 3],
      ['社区', 1.6],
      ['人次', 0.8],
      ['志愿者', 0.9],
      ['缺少材料', 1.8],
    ],
  },
  {
    title: '八、预算执行',
    list: '预算',
    columns: [
      ['科目', 3],
      ['预算', 1.2],
      ['支出', 1.2],
      ['执行率', 1],
    ],
  },
  {
    title: '九、支出明细',
    list: '支出',
    columns: [
      ['凭证号', 1.2],
      ['日期', 1.3],
      ['科目', 1.6],
      ['金额', 1.2],
      ['用途', 3],
      ['发票号', 1.6],
      ['经手人', 1],
    ],
  },
  {
    title: '十、需要说明的情况',
    list: '需要说明',
    columns: [
      ['序号', 0.7],
      ['情况', 7],
      ['数量', 1],
    ],
  },
]

/** A4 less its margins, in twentieths of a point. */
const pageWidth = 9978

/** A table whose second row is repeated for each of a list. */
function listTable({ list, columns }: Section): Table {
  const shares = columns.reduce((sum, [, share]) => sum + share, 0)
  const widths = columns.map(([, share]) => Math.floor((pageWidth * share) / shares))
  const cellOf = (text: string, at: number, heads: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: 60, right: 60 },
      verticalAlign: VerticalAlign.CENTER,
      children: [
        new Paragraph({
          spacing: { line: 260 },
          ...(heads ? { alignment: AlignmentType.CENTER } : {}),
          children: [new TextRun({ text, size: 18, ...(heads ? { font: hei } : {}) })],
        }),
      ],
    })
  const fieldOf = (name: string, at: number) => `${at === 0 ? `{#${list}}` : ''}{${name}}${at === columns.length - 1 ? `{/${list}}` : ''}`
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [
      new TableRow({ cantSplit: true, tableHeader: true, children: columns.map(([name], at) => cellOf(name, at, true)) }),
      new TableRow({ cantSplit: true, children: columns.map(([name], at) => cellOf(fieldOf(name, at), at, false)) }),
    ],
  })
}

export const defaultWord = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      creator: 'Nuanyang 暖阳',
      styles: { default: { document: { run: { font: song, size: 21 }, paragraph: { spacing: { line: 320, lineRule: 'auto' } } } } },
      sections: [
        {
          properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1021, right: 907, bottom: 1021, left: 1021 } } },
          children: [
            title('{项目名称}', 32, 120),
            title('{报告名称}', 36, 240),
            plain('承接机构：{承接机构}　　购买方：{购买方}'),
            plain('项目期：{项目开始}至{项目结束}　　报告期：{报告开始}至{报告截止}　　时间进度：{时间进度}%'),
            plain('服务对象：{服务对象}'),
            plain('预算合计{预算合计}元，报告期内支出{支出合计}元。人数按人去重，各表的行相加不等于总数。'),
            ...sections.flatMap((section) => [
              heading(section.title),
              ...(section.about === undefined ? [] : [plain(section.about)]),
              listTable(section),
            ]),
          ],
        },
      ],
    }),
  )

export async function defaultBook(): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  for (const { title: name, list } of sections) {
    const sheet = book.addWorksheet(name.replace(/^.+?、/, ''))
    const columns = Object.keys(lists[list] ?? {})
    sheet.addRow(['{项目名称} {报告名称}（{报告开始}至{报告截止}）'])
    sheet.addRow(columns)
    sheet.addRow(columns.map((column) => `{${list}.${column}}`))
    sheet.getRow(1).font = { bold: true, size: 14 }
    sheet.getRow(2).font = { bold: true }
    sheet.columns.forEach((column, at) => (column.width = /口径|名称|情况|用途|依据|指标|更正|核验码/.test(columns[at] ?? '') ? 32 : 12))
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}
