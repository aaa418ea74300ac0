import {
  AlignmentType,
  ImageRun,
  InternalHyperlink,
  PageBreak,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Paper, PaperBlock, PaperBundle, PaperField, PaperHead, PaperPicture, PaperSignature, PaperText } from '../kernel/paper.ts'
import type { Language } from '../kernel/words.ts'
import { rowsOf } from './paper-html.ts'
import { headWords, paperWords } from './paper-words.ts'

/** Says texts in the reader's language, on so much width (in twentieths of a point). */
export type WordPen = {
  say(text: PaperText): string
  readonly language: Language
  readonly width: number
  /** How much larger than usual the type is. */
  readonly scale: number
}
type Child = Paragraph | Table

/** A4 less its margins. */
export const pageWidth = { portrait: 11906 - 1021 - 907, landscape: 16838 - 1021 - 907 }

export const fonts = (language: Language) => {
  const latin = language === 'en' ? 'Times New Roman' : undefined
  const of = (cjk: string, plain: string) => ({ ascii: latin ?? plain, hAnsi: latin ?? plain, eastAsia: cjk, cs: 'Times New Roman' })
  return language === 'zh-Hant'
    ? { song: of('PMingLiU', 'Times New Roman'), hei: of('Microsoft JhengHei', 'Arial') }
    : { song: of('宋体', 'Times New Roman'), hei: of('黑体', 'Arial') }
}

/** A text whose lines stay lines. Signs that no XML may hold are left out. */
function runs(text: string, more: { hei?: Language; size?: number } = {}): TextRun[] {
  const font = more.hei === undefined ? {} : { font: fonts(more.hei).hei }
  const size = more.size === undefined ? {} : { size: more.size }
  const clean = text.replaceAll(/(?![\t\n\r])\p{Cc}/gu, '')
  return clean.split(/\r\n?|\n/).map((line, at) => new TextRun({ text: line, ...font, ...size, ...(at === 0 ? {} : { break: 1 }) }))
}

/** A size in half points, as large as the paper's type. */
const sized = (halfPoints: number, pen: WordPen): number => Math.round(halfPoints * pen.scale)

export const headingOf = (title: PaperText, pen: WordPen): TextRun =>
  new TextRun({ text: pen.say(title), size: sized(36, pen), font: fonts(pen.language).hei })

const subheading = (title: PaperText, pen: WordPen): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 200, after: 80 },
    children: runs(pen.say(title), { hei: pen.language, size: sized(24, pen) }),
  })

export function indexOf(bundle: PaperBundle, pen: WordPen): Child[] {
  const head = [paperWords.order, paperWords.paper, paperWords.number, paperWords.filledOn]
  const shares = [1, 6, 2.4, 2]
  const widths = widthsOf(shares, pen.width)
  const center = { alignment: AlignmentType.CENTER }
  const rows = bundle.papers.map((paper, at) => {
    const link = new InternalHyperlink({ anchor: `paper-${at + 1}`, children: runs(pen.say(paper.title)) })
    return new TableRow({
      cantSplit: true,
      children: [
        cellOf(widths[0], new Paragraph({ ...center, children: runs(String(at + 1)) })),
        cellOf(widths[1], new Paragraph({ children: [link] })),
        cellOf(widths[2], new Paragraph({ children: runs(paper.number ?? '') })),
        cellOf(widths[3], new Paragraph({ ...center, children: runs(paper.head.filledOn ?? '') })),
      ],
    })
  })
  return [
    new Paragraph({ ...center, spacing: { after: 120 }, children: [headingOf(bundle.title, pen)] }),
    ...(bundle.about === undefined ? [] : [new Paragraph({ ...center, spacing: { after: 160 }, children: runs(pen.say(bundle.about)) })]),
    subheading(paperWords.index, pen),
    tableOf(widths, [headRow(head, widths, pen), ...rows]),
  ]
}

const headKeys: readonly (keyof PaperHead)[] = ['project', 'agency', 'community', 'filledBy', 'filledOn']

/** All of a paper below its title. */
export function bodyOf(paper: Paper, pen: WordPen): Child[] {
  const parts = headKeys.flatMap((key) => {
    const value = paper.head[key]
    return value === undefined ? [] : [`${pen.say(headWords[key])}：${value === null || value === '' ? '____________' : pen.say(value)}`]
  })
  const number =
    paper.number === undefined
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: runs(`${pen.say(paperWords.number)}：${paper.number ?? ''}`),
          }),
        ]
  const head = parts.length === 0 ? [] : [new Paragraph({ spacing: { after: 100 }, children: runs(parts.join('　')) })]
  return [
    ...number,
    ...head,
    ...paper.sections.flatMap((section) => [
      ...(section.title === undefined ? [] : [subheading(section.title, pen)]),
      ...section.blocks.flatMap((block) => blockOf(block, pen)),
    ]),
  ]
}

/** Two tables that touch become one in Word: something thin stands between them. */
const gap = () =>
  new Paragraph({ spacing: { line: 120, lineRule: 'auto', before: 0, after: 0 }, children: [new TextRun({ text: '', size: 8 })] })

function blockOf(block: PaperBlock, pen: WordPen): Child[] {
  switch (block.kind) {
    case 'fields':
      return [fieldsOf(block.fields, block.perRow ?? 2, pen), gap()]
    case 'table':
      return [rowsTable(block, pen), gap()]
    case 'text':
      return [textBox(block, pen), gap()]
    case 'checks': {
      const label = block.label === undefined ? [] : runs(`${pen.say(block.label)}：`, { hei: pen.language })
      const items = block.items.map((item) => `${item.ticked ? '☑' : '☐'} ${pen.say(item.label)}`).join('　')
      return [new Paragraph({ spacing: { before: 60, after: 100 }, children: [...label, ...runs(items)] })]
    }
    case 'signatures':
      return [signaturesOf(block.lines, pen), gap()]
    case 'pictures':
      return [picturesOf(block, pen), gap()]
    case 'note':
      return [new Paragraph({ spacing: { before: 60, after: 60 }, children: runs(pen.say(block.text), { size: sized(18, pen) }) })]
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

const widthsOf = (shares: readonly number[], width: number): number[] => {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.floor((share / whole) * width))
}

const margins = { marginUnitType: WidthType.DXA, top: 50, bottom: 50, left: 90, right: 90 }

const cellOf = (width: number | undefined, child: Paragraph, more: { columnSpan?: number; shaded?: true } = {}): TableCell =>
  new TableCell({
    width: { size: width ?? 0, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins,
    children: [child],
    ...(more.columnSpan === undefined ? {} : { columnSpan: more.columnSpan }),
    ...(more.shaded === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill: 'F2F2F2' } }),
  })

const tableOf = (widths: readonly number[], rows: TableRow[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    rows,
  })

const headRow = (titles: readonly PaperText[], widths: readonly number[], pen: WordPen): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: titles.map((title, at) =>
      cellOf(
        widths[at],
        new Paragraph({ alignment: AlignmentType.CENTER, children: runs(pen.say(title), { hei: pen.language, size: sized(20, pen) }) }),
      ),
    ),
  })

const lineHeight = 360

function fieldsOf(fields: readonly PaperField[], perRow: number, pen: WordPen): Table {
  const label = perRow === 1 ? 22 : perRow === 2 ? 15 : 12
  const shares = Array.from({ length: perRow }, () => [label, 100 / perRow - label]).flat()
  const widths = widthsOf(shares, pen.width)
  const rows = rowsOf(fields, perRow).map(
    (row) =>
      new TableRow({
        height: { value: lineHeight * Math.max(1, ...row.map((field) => field.lines ?? 1)), rule: 'atLeast' },
        children: row.flatMap((field, at) => {
          const span = at === row.length - 1 ? (perRow - row.length) * 2 + 1 : 1
          const from = at * 2 + 1
          const width = widths.slice(from, from + span).reduce((sum, one) => sum + one, 0)
          return [
            cellOf(
              widths[at * 2],
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: runs(pen.say(field.label), { hei: pen.language, size: sized(20, pen) }),
              }),
            ),
            cellOf(width, new Paragraph({ children: runs(pen.say(field.value ?? '')) }), span === 1 ? {} : { columnSpan: span }),
          ]
        }),
      }),
  )
  return tableOf(widths, rows)
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }

function rowsTable(block: Extract<PaperBlock, { kind: 'table' }>, pen: WordPen): Table {
  const widths = widthsOf(
    block.columns.map((column) => column.share ?? 1),
    pen.width,
  )
  const rowOf = (texts: readonly string[]) =>
    new TableRow({
      cantSplit: true,
      height: { value: lineHeight, rule: 'atLeast' },
      children: texts.map((text, at) =>
        cellOf(widths[at], new Paragraph({ alignment: alignments[block.columns[at]?.align ?? 'left'], children: runs(text) })),
      ),
    })
  const rows = block.rows.map((row) => rowOf(row.map((cell) => (typeof cell === 'number' ? String(cell) : pen.say(cell ?? '')))))
  const blank = Array.from({ length: block.blankRows ?? 0 }, () => rowOf(block.columns.map(() => '')))
  const empty =
    rows.length + blank.length === 0 && block.empty !== undefined
      ? [
          new TableRow({
            children: [
              cellOf(pen.width, new Paragraph({ alignment: AlignmentType.CENTER, children: runs(pen.say(block.empty)) }), {
                columnSpan: block.columns.length,
              }),
            ],
          }),
        ]
      : []
  const titles = block.columns.map((column) => column.title)
  return tableOf(widths, [headRow(titles, widths, pen), ...rows, ...blank, ...empty])
}

const textBox = (block: Extract<PaperBlock, { kind: 'text' }>, pen: WordPen): Table =>
  tableOf(
    [pen.width],
    [
      new TableRow({
        height: { value: lineHeight * (block.lines ?? 3), rule: 'atLeast' },
        children: [
          new TableCell({
            width: { size: pen.width, type: WidthType.DXA },
            margins: { ...margins, top: 80, bottom: 80 },
            children: [new Paragraph({ children: runs(pen.say(block.text ?? '')) })],
          }),
        ],
      }),
    ],
  )

const nothing = { style: 'none', size: 0, color: 'auto' } as const
const noBorders = { top: nothing, bottom: nothing, left: nothing, right: nothing, insideHorizontal: nothing, insideVertical: nothing }

/** A grid without lines: two or three things side by side. */
function gridOf(cells: readonly Paragraph[][], perRow: number, width: number): Table {
  const widths = widthsOf(
    Array.from({ length: perRow }, () => 1),
    width,
  )
  const rows = Array.from({ length: Math.ceil(cells.length / perRow) }, (_row, row) => cells.slice(row * perRow, (row + 1) * perRow))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: noBorders,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: Array.from(
            { length: perRow },
            (_cell, at) =>
              new TableCell({ width: { size: widths[at] ?? 0, type: WidthType.DXA }, margins, children: row[at] ?? [new Paragraph('')] }),
          ),
        }),
    ),
  })
}

const signaturesOf = (lines: readonly PaperSignature[], pen: WordPen): Table =>
  gridOf(
    lines.map((line) => {
      const blank = new TextRun({ text: '　　　　　　　', underline: { type: UnderlineType.SINGLE } })
      const name = line.name === undefined || line.name === null || line.name === '' ? undefined : pen.say(line.name)
      const signed =
        line.picture !== undefined
          ? imageOf(line.picture, 120, 40)
          : name === undefined
            ? blank
            : new TextRun({ text: `　${name}　`, underline: { type: UnderlineType.SINGLE } })
      const day =
        line.day === undefined
          ? []
          : [new Paragraph({ children: runs(`${pen.say(paperWords.day)}：${line.day ?? pen.say(paperWords.dayBlank)}`) })]
      return [new Paragraph({ spacing: { before: 160 }, children: [...runs(`${pen.say(line.label)}：`), signed] }), ...day]
    }),
    2,
    pen.width,
  )

function picturesOf(block: Extract<PaperBlock, { kind: 'pictures' }>, pen: WordPen): Table {
  const perRow = block.perRow ?? 2
  // Pixels at 96 to the inch, which Word draws pictures in: 15 twentieths of a point each.
  const most = Math.floor(pen.width / perRow / 15) - 16
  return gridOf(
    block.pictures.map(({ picture, caption }) => [
      new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: 240, lineRule: 'auto' }, children: [imageOf(picture, most, 400)] }),
      ...(caption === undefined
        ? []
        : [new Paragraph({ alignment: AlignmentType.CENTER, children: runs(pen.say(caption), { size: sized(18, pen) }) })]),
    ]),
    perRow,
    pen.width,
  )
}

function imageOf(picture: PaperPicture, width: number, height: number): ImageRun {
  const scale = Math.min(1, width / Math.max(1, picture.width), height / Math.max(1, picture.height))
  return new ImageRun({
    type: picture.mediaType === 'image/png' ? 'png' : 'jpg',
    data: Buffer.from(picture.bytes),
    transformation: { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) },
  })
}
